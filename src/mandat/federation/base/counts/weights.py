"""Named tallies: the votes that a post carries, and what the posts of a body carry together."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from mandat.bylaws.model import SeatLine
from mandat.federation.base.evaluation import Found, evaluate
from mandat.federation.base.subject import Subject, View
from mandat.federation.base.types import BodyId

if TYPE_CHECKING:
    from mandat.federation.seats.posts.state import Post

Number = int | Fraction


def whole(number: Number) -> Number:
    """Write a fraction that is whole as an integer.

    >>> whole(Fraction(4, 2)), whole(Fraction(1, 2))
    (2, Fraction(1, 2))
    """
    return int(number) if number.denominator == 1 else number


def weigh(view: View, line: SeatLine, post: Post, tally: str) -> Found | None:
    """Evaluate what one post carries in a tally; None if its line says nothing about that tally.

    The sender's counts (facts told of it, posts ``sent_present``) are those of the moment.
    """
    rows = line.mandate.weights.get(tally)
    if rows is None:
        return None
    subject = Subject(body=post.body, line=line.id, sender=post.sender, post=post.id, person=post.holder)
    return evaluate(rows, view.supply(subject), line, f"weights.{tally}", view.state.law.readings)


def number_in(found: Found | None) -> Number:
    """Return a weight as a number: none where the line names none, or where the bylaws leave it open."""
    value = None if found is None else found.value
    return whole(value) if isinstance(value, int | Fraction) and not isinstance(value, bool) else 0


def carried_by_posts(view: View, body: BodyId | None, tally: str, *, vacant: bool) -> Number:
    """Add up what the posts of a body carry in a tally; vacant posts weigh only if asked and if their sender's counts suffice."""
    posts = [post for post in view.state.posts.of_body(body) if vacant or post.holder is not None]
    weights = (number_in(weigh(view, view.book.line(post.line), post, tally)) for post in posts)
    return whole(sum(weights, Fraction(0)))
