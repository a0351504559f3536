"""Nomination, roll, and voting."""

from __future__ import annotations

from mandat.bylaws.model import Decision, SeatLine
from mandat.federation.base.agenda.items import ByElectionEnd
from mandat.federation.base.closed import ElectionStage, VoidReason
from mandat.federation.base.competence.powers import require_power
from mandat.federation.base.draft import Deciders, Draft
from mandat.federation.base.look import look_of
from mandat.federation.base.named_powers import CALL_ELECTIONS
from mandat.federation.base.naming import is_name
from mandat.federation.base.population.electorate import electorate_of
from mandat.federation.base.population.staying import has_left, still_votes
from mandat.federation.base.subject import Subject
from mandat.federation.base.tenure.bars import require_not_barred
from mandat.federation.base.types import ElectionId, PersonId
from mandat.federation.people.members.state import Roll
from mandat.federation.seats.elections.acts import (
    BallotCast,
    CandidateNominate,
    CandidateWithdraw,
    ElectionClose,
    ElectionOpen,
    NominationSign,
)
from mandat.federation.seats.elections.counting import LIST_METHODS, method_of, options
from mandat.federation.seats.elections.effects import (
    CandidatesNominated,
    CandidateWithdrew,
    ElectionClosed,
    ElectionOpened,
    ElectionVoid,
    ElectorateFrozen,
    NominationSigned,
    Voted,
)
from mandat.federation.seats.elections.state import Election
from mandat.federation.seats.elections.timing import (
    may_nominate,
    opened,
    require_may_close,
    require_may_open,
    require_nominations_open,
    strike_unsupported,
)
from mandat.federation.seats.limits.screening import kept_out
from mandat.federation.seats.posts.state import Post


def find_election(draft: Draft, election: ElectionId) -> Election:
    """Return an election that must be known."""
    return draft.known(draft.state.elections.all.get(election), "election.known", election=election)


def rules_of(draft: Draft, election: Election) -> tuple[SeatLine, Decision | None]:
    """Return the line and the decision under which an election was called."""
    line = draft.state.law.books[election.bylaws_version].line(election.line)
    return line, line.filling.elect


def require_stage(draft: Draft, election: Election, *stages: ElectionStage) -> None:
    """Require that the election is at one of these stages."""
    draft.require(
        election.stage in stages,
        "election.stage",
        election=election.id,
        stage=election.stage,
        needed=stages,
    )


def require_officer(draft: Draft, election: Election) -> None:
    """Require that a teller of the election acts, or who may call elections."""
    if draft.author not in election.tellers:
        require_power(draft, CALL_ELECTIONS)


def nominate(draft: Draft, act: CandidateNominate) -> None:
    """By the candidate for themselves, or by a teller who enters nomination papers."""
    election = find_election(draft, act.election)
    require_stage(draft, election, ElectionStage.CALLED)
    line, decision = rules_of(draft, election)
    require_nominations_open(draft, election, line)
    on_paper = act.candidates != (draft.author,)
    if on_paper:
        require_officer(draft, election)
    draft.require(len(set(act.candidates)) == len(act.candidates), "candidates.once", election=election.id)
    lists_fit = len(act.lists) in (0, len(act.candidates))
    draft.require(lists_fit, "candidates.lists", election=election.id)
    if method_of(decision, election) in LIST_METHODS:
        draft.require(
            bool(act.lists) and all(act.lists), "candidates.lists", line, "elect", election=election.id
        )
    _require_lists(draft, election, act.lists)
    for person in act.candidates:
        _require_may_stand(draft, election, line, person)
    draft.emit(
        CandidatesNominated(
            election=election.id, candidates=act.candidates, lists=act.lists, on_paper=on_paper
        )
    )
    if not on_paper and may_nominate(draft, draft.author, election, line):
        draft.emit(NominationSigned(election=election.id, candidate=draft.author, person=draft.author))


def sign_nomination(draft: Draft, act: NominationSign) -> None:
    """By those who may nominate, once for each candidate."""
    election = find_election(draft, act.election)
    require_stage(draft, election, ElectionStage.CALLED)
    line, _ = rules_of(draft, election)
    require_nominations_open(draft, election, line)
    signers = election.support.get(act.candidate)
    stands = any(c.person == act.candidate and not c.withdrawn for c in election.candidates)
    draft.require(
        stands and signers is not None, "candidate.stands", election=election.id, person=act.candidate
    )
    allowed = may_nominate(draft, draft.author, election, line)
    draft.require(allowed, "nomination.by", line, "elect", election=election.id, person=draft.author)
    new = draft.author not in (signers or ())
    draft.require(new, "nomination.once", election=election.id, person=draft.author, candidate=act.candidate)
    draft.emit(NominationSigned(election=election.id, candidate=act.candidate, person=draft.author))


def _require_lists(draft: Draft, election: Election, lists: tuple[str, ...]) -> None:
    """Require names of lists that nobody takes for each other."""
    known = (*election.lists, *lists)
    for name in filter(None, lists):
        draft.require(is_name(name), "id.plain", id=ascii(name[:64])[1:-1])
        alike = [each for each in known if each and each != name and look_of(each) == look_of(name)]
        draft.require(not alike, "id.look", id=name, alike=min(alike, default=""))


def _require_may_stand(draft: Draft, election: Election, line: SeatLine, person: PersonId) -> None:
    known = draft.state.members.people.get(person)
    draft.require(known is not None and not known.dead, "person.known", person=person)
    draft.require(not has_left(draft, person), "person.stays", person=person)
    draft.require(election.number_of(person) is None, "candidate.new", election=election.id, person=person)
    target = election.cause == "recall" and any(
        draft.state.posts.all[post].holder == person
        for post in election.posts
        if post in draft.state.posts.all
    )
    draft.require(not target, "candidate.target", line, "succession", election=election.id, person=person)
    require_not_barred(draft, election.line, person)
    kept = [post for post in draft.state.posts.held_by(person) if _keeps(election, post)]
    draft.require(
        not kept,
        "candidate.seated",
        election=election.id,
        person=person,
        post=kept[0].id if kept else None,
    )
    if line.filling.eligible is not None:
        draft.demand(line.filling.eligible, subject_of(election, person), line, "eligible")
    _require_fit_to_follow(draft, election, line, person)
    _require_compatible(draft, election, person)


def _require_fit_to_follow(draft: Draft, election: Election, line: SeatLine, person: PersonId) -> None:
    """In a by-election, require what the succession asks of whoever follows."""
    steps = line.replacing.succession if isinstance(line.replacing.succession, tuple) else ()
    if election.cause == "by-election":
        for step in steps:
            if step.by == "by-election" and step.who is not None:
                draft.demand(step.who, subject_of(election, person), line, "succession.who")


def _require_compatible(draft: Draft, election: Election, person: PersonId) -> None:
    """Require that no limit which refuses keeps the candidate out because of posts held already."""
    posts = to_fill(draft, election)
    if not posts:
        return
    broken = kept_out(draft, posts, person)
    limit = "" if broken is None else broken.id.removeprefix("limit.")
    draft.require(broken is None, "limit.fits", broken, "in", person=person, post=posts[0].id, limit=limit)


def to_fill(draft: Draft, election: Election) -> tuple[Post, ...]:
    """Return the posts that the election is about, whoever holds them."""
    posts = draft.state.posts
    if election.cause != "general":
        return tuple(posts.all[post] for post in election.posts if post in posts.all)
    return posts.of_line(election.body, election.line, election.sender)[: election.places]


def _keeps(election: Election, post: Post) -> bool:
    """Tell whether an election leaves a post of its own line with its holder: nobody holds two of them."""
    refilled = election.cause == "general" and post.sender == election.sender
    same_line = post.line == election.line and post.body == election.body
    return same_line and not refilled and post.capacity != "caretaker"


def subject_of(election: Election, person: PersonId) -> Subject:
    """Return the subject of a condition about a candidate."""
    return Subject(body=election.body, sender=election.sender, line=election.line, person=person)


def withdraw_candidate(draft: Draft, act: CandidateWithdraw) -> None:
    """By the candidate, before voting begins."""
    election = find_election(draft, act.election)
    require_stage(draft, election, ElectionStage.CALLED)
    stands = any(c.person == draft.author and not c.withdrawn for c in election.candidates)
    draft.require(stands, "candidate.stands", election=election.id, person=draft.author)
    draft.emit(CandidateWithdrew(election=election.id, person=draft.author))


def open_(draft: Draft, act: ElectionOpen) -> None:
    """By a teller; at least one candidate stands, and the electorate is frozen now unless it was when called."""
    election = find_election(draft, act.election)
    require_stage(draft, election, ElectionStage.CALLED)
    require_officer(draft, election)
    line, _ = rules_of(draft, election)
    require_may_open(draft, election, line)
    strike_unsupported(draft, election, line)
    election = draft.state.elections.all[election.id]
    standing = sum(not c.withdrawn for c in election.candidates)
    draft.require(standing > 0, "candidates.some", election=election.id, standing=standing)
    enough = line.size.short != "reopen" or standing >= election.places
    draft.require(
        enough,
        "candidates.enough",
        line,
        "short",
        election=election.id,
        standing=standing,
        places=election.places,
    )
    roll = electors_now(draft, election)
    draft.require(len(roll) > 0, "roll.some", election=election.id)
    draft.emit(ElectorateFrozen(election=election.id, entitled=len(roll), roll=roll))
    draft.emit(ElectionOpened(election=election.id))
    opened(draft, election.id)


def electors_now(draft: Draft, election: Election) -> Roll:
    """Return those entitled now: of the sender, or of the body itself if nobody sends to it."""
    return electorate_of(draft, election.sender or election.body)


def cast(draft: Draft, act: BallotCast) -> None:
    """By a person on the frozen roll, once; the ballot itself is secret unless the bylaws say open."""
    election = find_election(draft, act.election)
    require_stage(draft, election, ElectionStage.OPEN)
    draft.require(draft.author in election.roll, "roll.entitled", election=election.id, person=draft.author)
    stays = still_votes(draft, election.sender or election.body, draft.author)
    draft.require(stays, "roll.still", election=election.id, person=draft.author)
    draft.require(draft.author not in election.voted, "vote.once", election=election.id, person=draft.author)
    line, decision = rules_of(draft, election)
    secret = decision is None or decision.balloting.ballot not in ("open", "roll-call")
    fits = (act.ranking is None) if secret else act.ranking is not None
    draft.require(fits, "ballot.secret" if secret else "ballot.open", line, "elect", election=election.id)
    if act.ranking is not None:
        require_ballot(draft, election, act.ranking)
    draft.emit(Voted(election=election.id, person=draft.author, ranking=act.ranking))


def require_ballot(draft: Draft, election: Election, ranking: tuple[int, ...]) -> None:
    """Require a ballot without unknown numbers and without repeats."""
    _, decision = rules_of(draft, election)
    numbers = {
        option.number for option in options(election, method_of(decision, election)) if not option.withdrawn
    }
    unknown = next((n for n in ranking if n not in numbers), None)
    draft.require(unknown is None, "ballot.candidate", election=election.id, number=unknown)
    repeated = next((n for n in ranking if ranking.count(n) > 1), None)
    draft.require(repeated is None, "ballot.repeat", election=election.id, number=repeated)


def close(draft: Draft, act: ElectionClose) -> None:
    """By a teller."""
    election = find_election(draft, act.election)
    require_stage(draft, election, ElectionStage.OPEN)
    require_officer(draft, election)
    require_may_close(draft, election, rules_of(draft, election)[0])
    draft.emit(ElectionClosed(election=election.id))


def miss_deadline(draft: Draft, due: ByElectionEnd) -> None:
    """The time for a by-election has passed: it stays called and is shown as overdue; nobody is seated."""
    found = draft.state.elections.all[due.election]
    if found.running and not found.candidates:
        draft.emit(ElectionVoid(election=due.election, reason=VoidReason.DEADLINE))


DECIDERS: Deciders = {
    CandidateNominate: nominate,
    NominationSign: sign_nomination,
    CandidateWithdraw: withdraw_candidate,
    BallotCast: cast,
    ElectionClose: close,
}
