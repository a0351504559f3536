"""What follows from an effect in the same ruling: at once (``REACTIONS``), or when the act is through (``LATER``)."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.federation.assembly.caucuses import rules as caucus_rules
from mandat.federation.assembly.convening import calling as calling_meetings
from mandat.federation.assembly.convening import effects as convening_effects
from mandat.federation.assembly.instructions import rules as instruction_rules
from mandat.federation.assembly.meetings import effects as meeting_effects
from mandat.federation.assembly.meetings import standing_in
from mandat.federation.assembly.motions import discussing as discussion
from mandat.federation.assembly.motions import effects as motion_effects
from mandat.federation.assembly.motions import petitions, rolls, support_effects
from mandat.federation.authority.agreements import effects as agreement_effects
from mandat.federation.authority.checks import rules as check_rules
from mandat.federation.authority.duties import rules as duty_rules
from mandat.federation.authority.powers import afterwards, delegating
from mandat.federation.authority.powers import effects as power_effects
from mandat.federation.base.agenda import effects as agenda_effects
from mandat.federation.base.agenda.items import (
    ByElectionEnd,
    CareEnd,
    KeepsMoment,
    NominationEnd,
    PollingEnd,
    TermEnd,
    VacancyEnd,
    WindowOpening,
)
from mandat.federation.base.draft import Draft, Later, Reaction, follows
from mandat.federation.base.population.pools import in_pool, pools_above
from mandat.federation.base.rulings import Effect
from mandat.federation.base.tenure import effects as tenure_effects
from mandat.federation.base.tenure import leaving as tenure
from mandat.federation.base.types import BodyId, PersonId
from mandat.federation.people.bodies import effects as body_effects
from mandat.federation.people.facts import effects as fact_effects
from mandat.federation.people.members import effects as member_effects
from mandat.federation.people.members import rules as member_rules
from mandat.federation.seats.confidence import rules as confidence_rules
from mandat.federation.seats.elections import calling, timing
from mandat.federation.seats.elections import effects as election_effects
from mandat.federation.seats.limits import rules as limit_rules
from mandat.federation.seats.posts import confirming, ex_officio, keeping, numbers, of_bodies, terms
from mandat.federation.seats.posts import effects as post_effects
from mandat.federation.seats.recall import effects as recall_effects
from mandat.federation.seats.recall import petitioning
from mandat.federation.seats.succession import steps as succession


def _joined(draft: Draft, effect: member_effects.MemberJoined) -> None:
    _grew(draft, effect.body)


def _grew(draft: Draft, body: BodyId) -> None:
    """Let what hangs on the people of an assembly, and of the constituencies that pool it, follow."""
    for each in (body, *pools_above(draft.state, body)):
        draft.later(numbers.follow, each)
        confidence_rules.members_change(draft, each)


def _many_joined(draft: Draft, effect: member_effects.MembersJoined) -> None:
    for body, _ in effect.joined:
        _grew(draft, body)


def _left(draft: Draft, effect: member_effects.MemberLeft) -> None:
    for body in (effect.body, *pools_above(draft.state, effect.body)):
        if not in_pool(draft.state, body, effect.person):
            confidence_rules.elector_leaves(draft, body, effect.person)
    member_rules.after_leaving(draft, effect)
    petitioning.member_left(draft, effect)
    delegating.member_left(draft, effect.person)
    for body in (effect.body, *pools_above(draft.state, effect.body)):
        draft.later(numbers.follow, body)


def _filled(draft: Draft, effect: tenure_effects.SeatFilled) -> None:
    if effect.capacity == "full":
        succession.wait_no_more(draft, effect.post)
    confidence_rules.begin(draft, effect)
    ex_officio.filled(draft, effect)
    limit_rules.seated(draft, effect)
    keeping.watch(draft, effect)
    draft.later(numbers.follow, draft.state.posts.all[effect.post].body)


def _vacated(draft: Draft, effect: tenure_effects.SeatVacated) -> None:
    body = draft.state.posts.all[effect.post].body
    confidence_rules.end(draft, effect)
    ex_officio.vacated(draft, effect)
    confirming.left(draft, effect)
    standing_in.seat_changed(draft, effect.post)
    limit_rules.left(draft, effect)
    succession.succeed(draft, effect)
    petitioning.target_left(draft, effect)
    delegating.seat_left(draft, effect)
    if effect.cause not in timing.ORDINARY:
        post = draft.state.posts.all[effect.post]
        draft.later(timing.call_early, post.line, post.body, post.sender)
    if effect.cause in tenure.MAY_RETURN:
        draft.later(_holder_left, effect.person, body)
    else:
        _holder_left(draft, effect.person, body)


def _holder_left(draft: Draft, person: PersonId, body: BodyId) -> None:
    """Let everything fall that hung on the seat a person had in a body."""
    tenure.recheck_keeps(draft, person)
    caucus_rules.holder_left(draft, person, body)
    petitioning.signer_left(draft, person)
    if not draft.state.posts.sits_in(person, body):
        confidence_rules.elector_leaves(draft, body, person)


def _abolished(draft: Draft, effect: post_effects.PostAbolished) -> None:
    for kind in (TermEnd, WindowOpening, VacancyEnd, CareEnd, KeepsMoment):
        draft.strike(kind(effect.post))
    succession.wait_no_more(draft, effect.post)
    calling.fill_no_more(draft, effect.post)
    ex_officio.abolished(draft, effect.post)
    confirming.post_gone(draft, effect.post)


def _election_over(
    draft: Draft, effect: election_effects.ElectionCertified | election_effects.ElectionVoid
) -> None:
    for kind in (ByElectionEnd, NominationEnd, PollingEnd):
        draft.strike(kind(effect.election))
    election = draft.state.elections.all[effect.election]
    if not isinstance(effect, election_effects.ElectionCertified) or election.cause != "general":
        return
    mates = draft.state.posts.of_body(election.body)
    if len({post.sender for post in mates if post.line == election.line}) == 1:
        _happened(draft, election.body, "elected", filled=election.line)


def _happened(draft: Draft, body: BodyId, what: str, *, filled: str | None = None) -> None:
    """Let the terms end that last until this happens to a body (or to any of its kind)."""
    kind = draft.state.bodies.all[body].kind
    for name in dict.fromkeys((body, kind)):
        terms.happened(draft, f"{name}.{what}", filled=filled)
    duty_rules.happened(draft, frozenset({f"{body}.{what}", f"{kind}.{what}"}))


def _meeting_called(draft: Draft, effect: convening_effects.MeetingCalled) -> None:
    rolls.freeze(draft, effect.body, "meeting.called")
    _happened(draft, effect.body, "called")


def _meeting_opened(draft: Draft, effect: meeting_effects.MeetingOpened) -> None:
    calling_meetings.opened(draft, effect)
    rolls.meeting_opened(draft, effect)
    _happened(draft, effect.body, "opened")


def _meeting_closed(draft: Draft, effect: meeting_effects.MeetingClosed) -> None:
    _happened(draft, draft.state.meetings.all[effect.meeting].body, "closed")


def _decided(draft: Draft, effect: motion_effects.VoteEnded) -> None:
    """Let what is to be reported after a decision be owed: of this body, or by this rule."""
    if effect.carried is not None:
        motion = draft.state.motions.all[effect.motion]
        things = (motion.body, draft.state.bodies.all[motion.body].kind, motion.decision, "motion", "vote")
        duty_rules.happened(draft, frozenset(f"{thing}.decided" for thing in things))


def _exercised(draft: Draft, effect: power_effects.PowerExercised) -> None:
    duty_rules.happened(draft, frozenset({f"{effect.power}.signed"}))


def _ratified(draft: Draft, effect: power_effects.PowerRatified) -> None:
    power = draft.state.powers.exercises[effect.exercise].power
    duty_rules.happened(draft, frozenset({f"{power}.ratified"}))


def _agreed(
    draft: Draft, effect: agreement_effects.AgreementSigned | agreement_effects.AgreementRatified
) -> None:
    kind = draft.state.agreements.all[effect.agreement].kind
    what = "signed" if isinstance(effect, agreement_effects.AgreementSigned) else "ratified"
    duty_rules.happened(draft, frozenset({f"{kind}.{what}"}))


def _told(draft: Draft, effect: fact_effects.FactTold) -> None:
    if draft.state.bodies.get(effect.of) is not None:
        draft.later(numbers.follow, BodyId(effect.of))
    elif (person := draft.state.members.people.get(PersonId(effect.of))) is not None:
        tenure.recheck_keeps(draft, person.id)
        limit_rules.label_told(draft, effect.fact, person.id)


def _moved(draft: Draft, effect: member_effects.RollMoved) -> None:
    if effect.into is not None:
        draft.later(numbers.follow, effect.into)


def _scheduled(draft: Draft, effect: agenda_effects.Scheduled) -> None:
    item = effect.item
    post = draft.state.posts.get(item.post) if isinstance(item, TermEnd) else None
    if post is not None:
        timing.watch_end(draft, post)


_VOTE_CLOSED = (
    petitioning.vote_closed,
    confirming.vote_closed,
    check_rules.vote_closed,
    afterwards.vote_closed,
    _decided,
)

REACTIONS: Mapping[type[Effect], tuple[Reaction, ...]] = dict(
    (
        follows(member_effects.MemberJoined, _joined),
        follows(member_effects.MembersJoined, _many_joined),
        follows(member_effects.MemberLeft, _left),
        follows(member_effects.RollMoved, _moved),
        follows(tenure_effects.SeatFilled, _filled, duty_rules.filled),
        follows(tenure_effects.SeatVacated, _vacated, duty_rules.vacated),
        follows(post_effects.PostsCreated, ex_officio.posts_created, succession.fill_new),
        follows(post_effects.ExOfficioCreated, ex_officio.seat_created),
        follows(post_effects.PostAbolished, _abolished),
        follows(agenda_effects.Scheduled, _scheduled),
        follows(election_effects.ElectionCalled, timing.called),
        follows(election_effects.ElectionCertified, _election_over),
        follows(election_effects.ElectionVoid, _election_over),
        follows(body_effects.BodyFounded, calling_meetings.founded, of_bodies.body_founded),
        follows(body_effects.BodyClosing, of_bodies.body_closing),
        follows(convening_effects.MeetingCalled, _meeting_called),
        follows(meeting_effects.MeetingOpened, _meeting_opened, afterwards.meeting_opened),
        follows(meeting_effects.PeopleAttended, standing_in.attended),
        follows(meeting_effects.PeopleWent, standing_in.went),
        follows(
            meeting_effects.MeetingClosed,
            _meeting_closed,
            standing_in.meeting_closed,
            afterwards.meeting_closed,
        ),
        follows(fact_effects.FactTold, _told),
        follows(recall_effects.PetitionComplete, petitions.petition_complete),
        follows(recall_effects.TargetHeard, petitions.target_heard),
        follows(motion_effects.BallotGiven, instruction_rules.ballot_given),
        follows(power_effects.PowerExercised, _exercised),
        follows(power_effects.PowerRatified, _ratified),
        follows(agreement_effects.AgreementSigned, _agreed),
        follows(agreement_effects.AgreementRatified, _agreed),
        follows(support_effects.MotionAdmitted, discussion.motion_admitted),
        follows(support_effects.OptionAdded, discussion.option_added),
        follows(support_effects.OptionAmended, discussion.option_amended),
        follows(motion_effects.VoteClosed, *_VOTE_CLOSED),
        follows(motion_effects.OptionsVoteClosed, *_VOTE_CLOSED),
    )
)
"""Type of effect → what follows from it in the same ruling, in this order."""

LATER: tuple[Later, ...] = (_holder_left, numbers.follow, timing.call_early)
"""What follows once, when the act is through and whatever comes before it in this row has followed: who gave up a seat in an
election may have it again, the number of posts follows the last change of its people, an early election comes last."""
