"""Which steps of succession a line lists, and who may take one of its posts."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from mandat.bylaws.expression import Expression
from mandat.bylaws.model import SeatLine
from mandat.bylaws.model.pieces import SuccessionStep
from mandat.federation.base.draft import Draft
from mandat.federation.base.lookup import look_up
from mandat.federation.base.population.staying import has_left
from mandat.federation.base.subject import Subject
from mandat.federation.base.tenure.bars import barred_until
from mandat.federation.base.types import PersonId
from mandat.federation.seats.limits.rules import first_broken
from mandat.federation.seats.posts.state import Post

if TYPE_CHECKING:
    from mandat.federation.seats.elections.state import Election


def steps_of(line: SeatLine) -> tuple[SuccessionStep, ...]:
    """Return the steps that a line lists; none where the bylaws are silent or deny any succession."""
    return line.replacing.succession if isinstance(line.replacing.succession, tuple) else ()


def may_succeed(
    draft: Draft, line: SeatLine, post: Post, person: PersonId, who: Expression | None = None
) -> bool:
    """Tell whether a person may take a post: alive, not in that line already, eligible, and accepted by what it keeps.

    ``who`` is a further condition of the step of succession.
    """
    if has_left(draft, person):
        return False
    if any(held.line == post.line and held.body == post.body for held in draft.state.posts.held_by(person)):
        return False
    if barred_until(draft, line.id, person) is not None:
        return False
    if first_broken(draft, post, person, "succession") is not None:
        return False
    subject = Subject(body=post.body, sender=post.sender, line=post.line, person=person)
    if draft.test(line.filling.eligible, subject, line, "eligible") is False:
        return False
    if draft.test(who, subject, line, "succession.who") is False:
        return False
    return draft.test(line.mandate.keeps, subject, line, "keeps") is not False


def by_election_step(line: SeatLine) -> SuccessionStep | None:
    """Return the step of a line's succession that is a by-election, with the time that it sets."""
    steps = line.replacing.succession if isinstance(line.replacing.succession, tuple) else ()
    return next((each for each in steps if each.by == "by-election"), None)


def substitutes_of(draft: Draft, line: SeatLine, post: Post) -> tuple[PersonId, ...]:
    """Return the substitutes of a post in their order: who came next, as many as the line says (all, where it says nothing)."""
    election = look_up(draft.state.elections.all, post.election)
    if election is None or election.outcome is None:
        return ()
    order = election.outcome.runners_up
    return order if line.replacing.substitutes is None else order[: _number(draft, line, post, election)]


def _number(draft: Draft, line: SeatLine, post: Post, election: Election) -> int:
    assert line.replacing.substitutes is not None
    subject = Subject(body=post.body, sender=post.sender, line=line.id, election=election.id)
    value = draft.find(line.replacing.substitutes, subject, line, "substitutes").value
    return int(value) if isinstance(value, int | Fraction) else 0
