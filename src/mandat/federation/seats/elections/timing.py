"""When an election may go on: nomination, campaign, voting; calling it in time; holding it again.

The clocks are those of the line's ``elect``. ``nomination`` says who may nominate, how many must support a candidate and within
what time; ``campaign`` runs from the end of the nominations, ``opens`` from the call, or back from the end of the term
(``before``): then the election is called by the clock. ``voting`` says how long the vote is open.
"""

from __future__ import annotations

from mandat.bylaws.model import Decision, SeatLine
from mandat.bylaws.model.pieces import Clock, Support, Term
from mandat.bylaws.values.duration import Duration, DurationError, notice_by
from mandat.federation.base.agenda.items import ElectionCallDay, NominationEnd, PollingEnd, TermEnd
from mandat.federation.base.draft import Draft
from mandat.federation.base.evaluation import examine
from mandat.federation.base.population.belonging import belongs
from mandat.federation.base.subject import Signed, Subject
from mandat.federation.base.support import enough
from mandat.federation.base.types import BodyId, ElectionId, PersonId
from mandat.federation.seats.elections.calling import call_again, running
from mandat.federation.seats.elections.effects import (
    ElectionCalled,
    ElectionClosed,
    ElectionTimed,
    NominationFailed,
)
from mandat.federation.seats.elections.state import Election
from mandat.federation.seats.posts.state import Post
from mandat.instants import Instant


def called(draft: Draft, effect: ElectionCalled) -> None:
    """Set the clocks of an election just called."""
    decision = decision_of(draft, effect.election)
    if decision is None:
        return
    until = _nomination_until(draft, decision)
    opens = _opens_from(draft, decision, until)
    if until is not None or opens is not None:
        draft.emit(ElectionTimed(election=effect.election, nomination_until=until, opens_from=opens))
    if until is not None:
        draft.schedule(NominationEnd(effect.election), until)


def decision_of(draft: Draft, election: ElectionId) -> Decision | None:
    """Return the rules of an election, as they stood when it was called."""
    found = draft.state.elections.all[election]
    line = draft.state.law.books[found.bylaws_version].bylaws.lines.get(found.line)
    return None if line is None else line.filling.elect


def _nomination_until(draft: Draft, decision: Decision) -> Instant | None:
    within = next((each.within for each in decision.course.nomination if each.within is not None), None)
    return None if within is None else draft.deadline(within)


def _opens_from(draft: Draft, decision: Decision, nomination_until: Instant | None) -> Instant | None:
    """Return the later of the ends of the campaign and of what ``opens`` asks for; one counted back calls, and opens at once."""
    start = draft.at if nomination_until is None else Instant(nomination_until - 1)
    found = []
    if decision.course.campaign is not None:
        found.append(draft.deadline(decision.course.campaign, start))
    if (
        decision.course.opens is not None
        and decision.course.opens.before is None
        and decision.course.opens.length is not None
    ):
        found.append(draft.deadline(decision.course.opens))
    return max(found, default=None)


def require_nominations_open(draft: Draft, election: Election, line: SeatLine) -> None:
    """Require that candidates may still be nominated."""
    until = election.nomination_until
    draft.require(
        until is None or draft.at < until, "nomination.time", line, "elect", election=election.id, until=until
    )


def require_may_open(draft: Draft, election: Election, line: SeatLine) -> None:
    """Require that nominations and campaign are over."""
    until, opens = election.nomination_until, election.opens_from
    draft.require(
        until is None or draft.at >= until,
        "nomination.over",
        line,
        "elect",
        election=election.id,
        until=until,
    )
    draft.require(
        opens is None or draft.at >= opens, "election.opens", line, "elect", election=election.id, until=opens
    )


def require_may_close(draft: Draft, election: Election, line: SeatLine) -> None:
    """Require that the time for voting is over, or everybody has voted."""
    until = election.votes_until
    if len(election.voted) == len(election.roll):
        draft.require(True, "election.all-voted", line, "elect", election=election.id)
    elif until is not None:
        over = draft.at >= until
        draft.require(over, "election.voting", line, "elect", election=election.id, until=until)


def opened(draft: Draft, election: ElectionId) -> None:
    """Set the end of the voting, if the rules do."""
    decision = decision_of(draft, election)
    if decision is not None and decision.course.voting is not None:
        until = draft.deadline(decision.course.voting)
        draft.emit(ElectionTimed(election=election, votes_until=until))
        draft.schedule(PollingEnd(election), until)


def voting_over(draft: Draft, due: PollingEnd) -> None:
    """The time for voting is over: no ballot is taken any more, and the count may be entered."""
    if draft.state.elections.all[due.election].stage == "open":
        draft.emit(ElectionClosed(election=due.election))


def nominations_over(draft: Draft, due: NominationEnd) -> None:
    """The time for nominations is over; it is longer under the condition that the rules name, such as that nobody stands."""
    found = draft.state.elections.all[due.election]
    decision = decision_of(draft, due.election)
    if found.stage != "called" or decision is None:
        return
    extend = next(
        (each.within.extend for each in decision.course.nomination if each.within and each.within.extend),
        None,
    )
    if extend is None:
        return
    subject = Subject(body=found.body, sender=found.sender, line=found.line, election=due.election)
    line = draft.state.law.books[found.bylaws_version].line(found.line)
    if draft.test(extend.if_, subject, line, "elect.nomination"):
        until = draft.deadline(extend.by)
        opens = _opens_from(draft, decision, until)
        draft.emit(ElectionTimed(election=due.election, nomination_until=until, opens_from=opens))
        draft.schedule(NominationEnd(due.election), until)


def may_nominate(draft: Draft, person: PersonId, election: Election, line: SeatLine) -> bool:
    """Tell whether a person is one of those who may nominate; everybody may where the rules name nobody."""
    supports = () if line.filling.elect is None else line.filling.elect.course.nomination
    return not supports or any(_may_support(draft, person, election, line, each) for each in supports)


def _may_support(
    draft: Draft, person: PersonId, election: Election, line: SeatLine, support: Support
) -> bool:
    if not any(belongs(draft, person, name) for name in support.by.names):
        return False
    subject = Subject(
        body=election.body,
        sender=election.sender,
        line=election.line,
        election=election.id,
        person=person,
    )
    if support.who is None:
        return True
    supply, readings = draft.supply(subject), draft.state.law.readings
    return examine(support.who, supply, line, "elect.nomination.who", readings).value is True


def strike_unsupported(draft: Draft, election: Election, line: SeatLine) -> None:
    """Strike the candidates whom too few support; those on papers that a teller entered were supported on paper."""
    decision = line.filling.elect
    if decision is None or not decision.course.nomination:
        return
    for candidate in election.candidates:
        signers = election.support.get(candidate.person)
        if candidate.withdrawn or signers is None:
            continue
        standing = tuple(each for each in signers if may_nominate(draft, each, election, line))
        subject = Subject(
            body=election.body,
            sender=election.sender,
            line=election.line,
            election=election.id,
            signed=Signed(signers=standing),
        )
        found = enough(
            decision.course.nomination,
            draft.supply(subject),
            line,
            "elect.nomination",
            draft.state.law.readings,
        )
        draft.grounds.extend(found.grounds)
        if found.value is not True:
            draft.emit(NominationFailed(election=election.id, person=candidate.person, signed=len(signers)))


def watch_end(draft: Draft, post: Post) -> None:
    """Let the clock call the election of a post in time before its term ends, where ``opens`` counts back from that."""
    line = draft.book.bylaws.lines.get(post.line)
    opens = None if line is None or line.filling.elect is None else line.filling.elect.course.opens
    end = draft.state.agenda.items.get(TermEnd(post.id))
    if line is None or opens is None or opens.length is None or end is None or not _counts_back(opens, line):
        return
    length = opens.length
    when = draft.reckoned(lambda: _back(end, length, draft))
    if when > draft.at:
        draft.schedule(ElectionCallDay(line.id, post.body, post.sender), when)


def _counts_back(opens: Clock, line: SeatLine) -> bool:
    return opens.before in (f"{line.body}.ended", f"{line.id}.ended")


def _back(end: int, length: Duration, draft: Draft) -> Instant:
    try:
        return notice_by(end, length, draft.book.zone)
    except DurationError:
        return draft.at


def call_due(draft: Draft, due: ElectionCallDay) -> None:
    """The time before the end of a term has come at which the next election is called."""
    line = draft.book.bylaws.lines.get(due.line)
    found = draft.state.bodies.get(due.body)
    if (
        line is None
        or found is None
        or not found.stands
        or running(draft, due.line, due.body, due.sender) is not None
    ):
        return
    call_again(draft, line, found.id, due.sender)


ORDINARY = frozenset({"election", "succeeded", "term", "ex-officio", "abolished", "merged"})
"""Causes of a vacancy that bring no early election by themselves: an election has filled the seat or will, or it is gone."""


def call_early(draft: Draft, name: str, body: BodyId, sender: BodyId | None) -> None:
    """Call a general election before its time, where somebody has left and the condition of the line holds (``early``).

    Asked when all succession in the ruling is through; whoever sits stays until the new ones are elected.
    """
    line, found = draft.book.bylaws.lines.get(name), draft.state.bodies.get(body)
    stands = found is not None and found.stands
    if line is not None and stands and draft.state.posts.of_line(body, name, sender):
        _call_early(draft, line, body, sender)


def _call_early(draft: Draft, line: SeatLine, body: BodyId, sender: BodyId | None) -> None:
    early = line.mandate.term.early if isinstance(line.mandate.term, Term) else None
    if early is None or any(
        (e.line, e.body, e.sender, e.cause) == (line.id, body, sender, "general")
        for e in draft.state.elections.running()
    ):
        return
    if draft.test(early, Subject(body=body, line=line.id), line, "term.early"):
        call_again(draft, line, body, sender)
