"""Tabling and withdrawing motions, and opening the vote on them."""

from __future__ import annotations

import msgspec

from mandat.bylaws.model import Entry
from mandat.bylaws.model.ids import PowerId
from mandat.federation.assembly.convening.announced import require_announced
from mandat.federation.assembly.motions.acts import MotionTable, MotionWithdraw, VoteOpen
from mandat.federation.assembly.motions.discussing import begin, require_discussed
from mandat.federation.assembly.motions.effects import MotionTabled, MotionWithdrawn
from mandat.federation.assembly.motions.moving import moved_under
from mandat.federation.assembly.motions.opening import open_vote
from mandat.federation.assembly.motions.ranking import is_option_name
from mandat.federation.assembly.motions.rolls import is_referendum
from mandat.federation.assembly.motions.state import Motion, first_option
from mandat.federation.assembly.motions.support_effects import MotionAdmitted
from mandat.federation.assembly.motions.supporting import (
    admit_if_enough,
    may_start,
    motion_rule,
    roll_at_tabling,
)
from mandat.federation.assembly.motions.timely import require_open, require_published
from mandat.federation.base.competence.powers import interpreting_power, prescribed
from mandat.federation.base.competence.presiding import require_presiding
from mandat.federation.base.decisions.forms import is_ranked, needs_presence, require_decision
from mandat.federation.base.draft import Deciders, Draft
from mandat.federation.base.lookup import keys_of
from mandat.federation.base.matter import (
    Appointment,
    FactAdoption,
    Interpretation,
    PowerUse,
    RecallByPetition,
    Relief,
    Sending,
)
from mandat.federation.base.named_powers import AMEND
from mandat.federation.base.naming import require_new
from mandat.federation.base.population.belonging import belongs
from mandat.federation.base.types import MotionId, PostId, TargetId
from mandat.federation.seats.recall.targets import find_target, relief_rules
from mandat.federation.seats.recall.waiting import require_ready


def table(draft: Draft, act: MotionTable) -> None:
    """By who belongs to the body, or whom the power that it is about lets start it."""
    require_new(
        draft,
        act.motion,
        taken=act.motion in draft.state.motions.all,
        others=keys_of(draft.state.motions.all),
    )
    for body in (act.body, *act.concerned):
        found = draft.state.bodies.get(body)
        draft.require(found is not None and found.stands, "body.stands", body=body)
    decision = require_decision(draft, act.decision)
    if is_ranked(decision):
        named = is_option_name(act.motion) and act.motion != decision.balloting.default
        draft.require(named, "motion.option-id", motion=act.motion, option=first_option(act.motion))
    _require_place(draft, act)
    _require_about(draft, act)
    _require_mover(draft, act)
    require_open(draft, act.body, act.decision)
    if act.follows is not None:
        find_motion(draft, act.follows)
    for teller in act.tellers:
        draft.require(teller in draft.state.members.people, "person.known", person=teller)
    tabled = MotionTabled(
        motion=act.motion,
        body=act.body,
        decision=act.decision,
        mover=draft.author,
        at=draft.at,
        text=act.text,
        about=act.about,
        tellers=act.tellers,
        concerned=act.concerned,
        follows=act.follows,
        ranked=is_ranked(draft.book.decision(act.decision)),
    )
    _emit(draft, tabled)


def _emit(draft: Draft, tabled: MotionTabled) -> None:
    """Table the motion: admitted at once where it needs no signatures, else when it has them."""
    rule = motion_rule(draft, tabled.body, tabled.decision)
    if rule is None or not rule.start or not isinstance(tabled.about, PowerUse | None):
        draft.emit(tabled)
    else:
        name = rule.id.removeprefix("motion.")
        draft.emit(msgspec.structs.replace(tabled, rule=name, admitted=False))
        admit_if_enough(draft, rule, tabled.motion, first_option(tabled.motion))
        return
    begin(draft, tabled.motion)
    roll = roll_at_tabling(draft, draft.state.motions.all[tabled.motion])
    if roll is not None:
        draft.emit(MotionAdmitted(motion=tabled.motion, at=draft.at, roll=roll))


def _require_place(draft: Draft, act: MotionTable) -> None:
    """Require that the decision is one of this body, or of the members concerned."""
    decision = draft.book.decision(act.decision)
    people = decision.in_ or decision.voters
    names = () if people is None else people.names
    if "concerned" in names:
        draft.require(bool(act.concerned), "motion.concerned", decision, "voters", decision=act.decision)
        return
    draft.require(not act.concerned, "motion.not-concerned", decision, "voters", decision=act.decision)
    kind = draft.state.bodies.all[act.body].kind
    fits = (
        people is None
        or act.body in names
        or bool(draft.book.stands_for(kind) & set(names))
        or is_referendum(draft, decision)
    )
    key = "in" if decision.in_ is not None else "voters"
    draft.require(fits, "motion.place", decision, key, body=act.body, by=", ".join(names))


def _require_about(draft: Draft, act: MotionTable) -> None:
    """Require that the motion is decided as the bylaws say for what it is about."""
    draft.require(not isinstance(act.about, RecallByPetition), "motion.petition", motion=act.motion)
    match act.about:
        case PowerUse(power):
            _require_power_decision(draft, act, power)
        case Interpretation():
            _require_power_decision(draft, act, interpreting_power(draft))
        case Relief(target):
            _require_relief_decision(draft, act, target)
        case FactAdoption(fact):
            rule = draft.known(draft.book.bylaws.facts.get(fact), "fact.known", fact=fact)
            _require_named(draft, act, rule, {rule.decision})
        case Appointment(post) | Sending(post):
            _require_post_decision(draft, act, post)


def _require_relief_decision(draft: Draft, act: MotionTable, target: TargetId) -> None:
    found = draft.known(find_target(draft, target), "recall.target", target=target)
    rules = relief_rules(draft, found, act.body)
    draft.require(bool(rules), "motion.relief", target=target, body=act.body)
    _require_named(draft, act, rules[0], {rule.deciding.decision for rule in rules})


def _require_power_decision(draft: Draft, act: MotionTable, power: PowerId) -> None:
    if power == AMEND and draft.book.power(power) is None and not isinstance(act.about, PowerUse):
        return  # nobody may interpret but the registrar, who needs no decision
    rule = draft.known(draft.book.power(power), "power.defined", power=power)
    _require_named(draft, act, rule, prescribed(rule, draft.state.bodies.all[act.body].kind))


def _require_post_decision(draft: Draft, act: MotionTable, post: PostId) -> None:
    found = draft.known(draft.state.posts.all.get(post), "post.known", post=post)
    line = draft.book.line(found.line)
    _require_named(draft, act, line, {line.filling.decision})


def _require_named(
    draft: Draft, act: MotionTable, entry: Entry, names: frozenset[str | None] | set[str | None]
) -> None:
    """Require one of the decisions that an entry prescribes, if it prescribes any."""
    if names and None not in names:
        listed = ", ".join(sorted(filter(None, names)))
        draft.require(
            act.decision in names,
            "motion.decision",
            entry,
            "decision",
            decision=act.decision,
            prescribed=listed,
        )


def _require_mover(draft: Draft, act: MotionTable) -> None:
    moved = motion_rule(draft, act.body, act.decision) if isinstance(act.about, PowerUse | None) else None
    if moved is not None and moved.start:
        listed = ", ".join(dict.fromkeys(name for way in moved.start for name in way.by.names))
        draft.require(may_start(draft, moved, draft.author), "motion.mover", moved, "start", by=listed)
        return
    if belongs(draft, draft.author, act.body):
        draft.require(True, "motion.mover", by=act.body)
        return
    rule = draft.book.power(act.about.power) if isinstance(act.about, PowerUse) else None
    names = [name for support in (rule.start if rule is not None else ()) for name in support.by.names]
    starts = any(belongs(draft, draft.author, name) for name in names)
    draft.require(starts, "motion.mover", rule, "start" if rule else "", by=", ".join((act.body, *names)))


def withdraw(draft: Draft, act: MotionWithdraw) -> None:
    """By the mover, before the vote opens."""
    motion = waiting(draft, act.motion)
    draft.require(draft.author == motion.mover, "motion.own", motion=motion.id, mover=motion.mover)
    draft.require(not isinstance(motion.about, RecallByPetition), "motion.petition", motion=motion.id)
    draft.emit(MotionWithdrawn(motion=motion.id))


def open_(draft: Draft, act: VoteOpen) -> None:
    """By who presides; in a meeting if the decision counts who is present."""
    motion = waiting(draft, act.motion)
    require_presiding(draft, motion)
    require_ready(draft, motion)
    require_discussed(draft, motion)
    require_published(draft, motion)
    decision = require_decision(draft, motion.decision)
    rule = moved_under(draft, motion)
    draft.require(
        motion.backing.admitted,
        "motion.admitted",
        rule,
        "start",
        motion=motion.id,
        signed=len(motion.backing.signers),
    )
    meets = draft.state.meetings.open_of(motion.body) is not None
    draft.require(
        meets or not needs_presence(decision),
        "motion.meeting",
        decision,
        "quorum",
        motion=motion.id,
        body=motion.body,
    )
    open_vote(draft, motion)
    require_announced(draft, motion)


def find_motion(draft: Draft, motion: MotionId) -> Motion:
    """Return a motion that must be known."""
    return draft.known(draft.state.motions.all.get(motion), "motion.known", motion=motion)


def waiting(draft: Draft, motion: MotionId) -> Motion:
    """Return a motion that has been tabled and not voted on or withdrawn."""
    found = find_motion(draft, motion)
    draft.require(not found.withdrawn, "motion.stands", motion=motion)
    vote = draft.state.motions.votes.get(motion)
    again = vote is not None and vote.result == "again"
    draft.require(vote is None or again, "motion.not-yet-voted", motion=motion)
    if vote is not None and vote.course.not_before is not None:
        draft.require(
            draft.at >= vote.course.not_before,
            "motion.convocation",
            motion=motion,
            until=vote.course.not_before,
        )
    return found


DECIDERS: Deciders = {MotionTable: table, MotionWithdraw: withdraw, VoteOpen: open_}
