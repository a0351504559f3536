"""Who may vote in a body, now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mandat.bylaws.expression import Expression
from mandat.federation.base.evaluation import examine
from mandat.federation.base.lookup import Lookup, any_order
from mandat.federation.base.population.pools import roll_of
from mandat.federation.base.subject import Subject, View
from mandat.federation.base.types import BodyId, PersonId

if TYPE_CHECKING:
    from mandat.federation.people.members.state import Roll
    from mandat.federation.seats.posts.state import Post

COLLECTIVE = frozenset({"council", "congress", "committee", "office", "caucus"})
"""Types of body whose voters are the holders of its posts; the others have members."""


def electorate_of(view: View, body: BodyId | None) -> Roll:
    """Return the roll of those who may vote in a body, or a line of seats, now: members of an assembly, else holders of posts.

    Holders vote whose line lets them: ``may_vote`` holds, or there is none and the line is not one with a voice only.

    A constituency pools the members of the assemblies that are part of it.
    An assembly without a condition gives its own roll, not a copy: freezing an electorate costs nothing.
    """
    found = view.state.bodies.get(body)
    if body in view.book.bylaws.lines:
        bodies = sorted(
            {post.body for post in any_order(view.state.posts.all).values() if post.line == str(body)}
        )
        return Lookup(
            dict.fromkeys((each for place in bodies for each in _voters(view, place, body)), view.at)
        )
    if body is None or found is None:
        return Lookup()
    kind = view.book.kind(found.kind)
    if kind.type in COLLECTIVE:
        return Lookup(dict.fromkeys(_voters(view, body), view.at))
    roll = roll_of(view.state, body)
    if kind.voting.may_vote is None:
        return roll
    return Lookup(
        {person: since for person, since in any_order(roll).items() if may_vote(view, body, person)}
    )


def _voters(view: View, body: BodyId, line: str | None = None) -> tuple[PersonId, ...]:
    """Return who votes in a body of posts: holders not suspended whom their line lets vote, or who stands in for them today."""
    found = (
        post for post in view.state.posts.voters(body) if line in (None, post.line) and post_votes(view, post)
    )
    standing_in = view.state.posts.standing_in
    sitting = (standing_in.get(post.id) or post.holder for post in found)
    return tuple(person for person in sitting if person is not None)


def post_votes(view: View, post: Post) -> bool:
    """Tell whether the line of a post lets its holder vote: ``may_vote`` holds, or there is none and it is no mere voice."""
    line = view.book.bylaws.lines.get(post.line)
    if line is None or (line.mandate.may_vote is None and not line.mandate.voice):
        return True
    subject = Subject(body=post.body, sender=post.sender, line=post.line, person=post.holder, post=post.id)
    if line.mandate.may_vote is not None:
        return examine(line.mandate.may_vote, view.supply(subject), line, "may_vote").value is not False
    voice = line.mandate.voice
    return (
        isinstance(voice, Expression)
        and examine(voice, view.supply(subject), line, "voice").value is not True
    )


def may_vote(view: View, body: BodyId, person: PersonId) -> bool:
    """Tell whether a person satisfies the body's condition for voting; a condition that is open excludes nobody."""
    kind = view.book.kind(view.state.bodies.all[body].kind)
    if kind.voting.may_vote is None:
        return True
    subject = Subject(body=body, person=person)
    return examine(kind.voting.may_vote, view.supply(subject), kind, "may_vote").value is not False
