"""Countback: the ballots of the election say who follows."""

from __future__ import annotations

from mandat import counting
from mandat.bylaws.model import SeatLine
from mandat.bylaws.model.pieces import SuccessionStep
from mandat.federation.base.closed import Awaiting, Seating
from mandat.federation.base.draft import Draft
from mandat.federation.base.lookup import look_up
from mandat.federation.base.named_powers import CALL_ELECTIONS
from mandat.federation.base.questioned import QuestionedPost
from mandat.federation.base.rulings import OpenQuestion
from mandat.federation.base.tenure.leaving import seat
from mandat.federation.base.types import PersonId
from mandat.federation.seats.elections.counting import LIST_METHODS, method_of
from mandat.federation.seats.elections.effects import CountbackSettled, CountbackTied
from mandat.federation.seats.elections.state import Election
from mandat.federation.seats.posts.effects import VacancyAwaits
from mandat.federation.seats.posts.state import Post
from mandat.federation.seats.posts.succeeding import may_succeed


def election_of(draft: Draft, post: Post) -> Election | None:
    """Return the election whose ballots filled a post."""
    return look_up(draft.state.elections.all, post.election)


def left_it(draft: Draft, election: Election) -> frozenset[str]:
    """Those who held a seat of this election and lost or left it: they do not come back by succession."""
    return frozenset(draft.state.posts.departed.get(election.id, ()))


def countback(draft: Draft, line: SeatLine, post: Post, left: PersonId | None, step: SuccessionStep) -> bool:
    """Count the ballots of the election back, where its method gives an order of people."""
    del step
    election = election_of(draft, post)
    if (
        left is None
        or election is None
        or election.ballots is None
        or method_of(line.filling.elect, election) in LIST_METHODS
    ):
        return False
    return count_back(draft, line, post, election, left, ())


def count_back(
    draft: Draft, line: SeatLine, post: Post, election: Election, left: PersonId, lots: tuple[int, ...]
) -> bool:
    """Seat who the ballots of the election give for the vacant seat; if a lot is needed, ask for it and leave it vacant."""
    assert election.ballots is not None
    departed = left_it(draft, election)
    sitting = [
        number
        for number, c in enumerate(election.candidates, 1)
        if any(p.election == election.id for p in draft.state.posts.held_by(c.person))
    ]
    standing = [
        number
        for number, c in enumerate(election.candidates, 1)
        if number not in sitting
        and not c.withdrawn
        and c.person not in departed
        and may_succeed(draft, line, post, c.person)
    ]
    leaving = election.number_of(left)
    if not standing or leaving is None:
        return False
    method = method_of(line.filling.elect, election)
    result = _counted_back(method, election.ballots, leaving, sitting, standing, lots)
    if result is None:
        return False
    if result.question is not None:
        _ask_lot(draft, line, post, election, left, lots, result.question.names)
        return True
    if not result.elected:
        return False
    winner = election.candidates[result.elected[0].candidate - 1]
    seat(
        draft,
        post.id,
        winner.person,
        Seating.COUNTBACK,
        election=election.id,
        order=post.order,
        list_=winner.list,
    )
    return True


def _counted_back(
    method: str,
    ballots: counting.Ballots,
    leaving: int,
    sitting: list[int],
    standing: list[int],
    lots: tuple[int, ...],
) -> counting.Count | None:
    """Count back; None if the method gives no order. Lots drawn among people who stand no more are left out."""
    try:
        return counting.countback(
            method,
            ballots,
            len(sitting) + 1,
            vacating=[leaving],
            sitting=sitting,
            standing=standing,
            lots=lots,
        )
    except counting.CountingError:
        return _counted_back(method, ballots, leaving, sitting, standing, ()) if lots else None


def _ask_lot(
    draft: Draft,
    line: SeatLine,
    post: Post,
    election: Election,
    left: PersonId,
    lots: tuple[int, ...],
    names: tuple[str, ...],
) -> None:
    draft.emit(CountbackTied(post=post.id, election=election.id, vacated_by=left, lots=lots))
    draft.emit(VacancyAwaits(post=post.id, by=Awaiting.LOT))
    draft.ask(
        OpenQuestion(
            id=draft.question_id(),
            rule=line.id,
            key="lot",
            article=line.article,
            readings=names,
            holder=CALL_ELECTIONS,
            subject=QuestionedPost(post.id),
        )
    )


def resume(draft: Draft, post: Post, chosen: str) -> None:
    """Go on with a countback after a lot has fallen on a candidate by name."""
    waiting = draft.state.elections.countbacks[post.id]
    election = draft.state.elections.all[waiting.election]
    number = election.number_of(chosen)
    assert number is not None
    draft.emit(CountbackSettled(post=post.id))
    line = draft.book.line(post.line)
    if not count_back(draft, line, post, election, waiting.vacated_by, (*waiting.lots, number)):
        draft.emit(VacancyAwaits(post=post.id, by=Awaiting.BY_ELECTION))
