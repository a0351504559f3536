"""Who may vote in a body, now."""

from __future__ import annotations

from immutables import Map

from mandat.federation.counts.subject import Subject, View
from mandat.federation.evaluation import examine
from mandat.federation.members.state import Roll
from mandat.federation.pools import roll_of

COLLECTIVE = frozenset({"council", "congress", "committee", "office", "caucus"})
"""Types of body whose voters are the holders of its posts; the others have members."""


def electorate_of(view: View, body: str) -> Roll:
    """Return the roll of those who may vote in a body now: members of an assembly, else holders of posts.

    A constituency pools the members of the assemblies that are part of it.
    An assembly without a condition gives its own roll, not a copy: freezing an electorate costs nothing.
    """
    found = view.state.bodies.get(body)
    if found is None:
        return Map()
    kind = view.book.kind(found.kind)
    if kind.type in COLLECTIVE:
        return Map(dict.fromkeys(view.state.posts.holders(body), view.at))
    roll = roll_of(view.state, body)
    if kind.may_vote is None:
        return roll
    return Map({person: since for person, since in roll.items() if may_vote(view, body, person)})


def may_vote(view: View, body: str, person: str) -> bool:
    """Tell whether a person satisfies the body's condition for voting; a condition that is open excludes nobody."""
    kind = view.book.kind(view.state.bodies.all[body].kind)
    if kind.may_vote is None:
        return True
    subject = Subject(body=body, person=person)
    return examine(kind.may_vote, view.supply(subject), kind, "may_vote").value is not False
