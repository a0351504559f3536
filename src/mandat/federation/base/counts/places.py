"""Places: which bodies a word after ``of`` names, seen from the subject."""

from __future__ import annotations

from mandat.federation.base.lookup import keys_of, look_up
from mandat.federation.base.subject import Subject, View
from mandat.federation.base.types import Actor, BodyId


def bodies_at(view: View, subject: Subject, place: str) -> tuple[BodyId, ...]:
    """Return the bodies that ``place`` names: a body, ``all KIND``, ``sender``, ``signers``, or a kind (the nearest one).

    >>> bodies_at(view, Subject(body="region/rhone"), "all section")  # doctest: +SKIP
    ('section/lyon-1', 'section/lyon-2')
    """
    bodies = view.state.bodies
    if place.startswith("all "):
        return bodies.of_kind(place[4:])
    if place == "sender":
        return _senders_elsewhere(view, subject) if subject.sender is None else (subject.sender,)
    if place == "signers":
        return tuple(
            BodyId(each) for each in signers(view, subject)
        )  # what is told of a signer is asked by its id
    if bodies.get(place) is not None:
        return (BodyId(place),)
    standing = bodies.of_kind(place)
    if len(standing) == 1:
        return standing
    nearest = nearest_of_kind(view, subject.constituency, place)
    return () if nearest is None else (nearest,)


def _senders_elsewhere(view: View, subject: Subject) -> tuple[BodyId, ...]:
    """Return who sent a person to the seat by which they sit here ex officio; nobody where they sit otherwise."""
    line = view.book.bylaws.lines.get(subject.line or "")
    if line is None or line.filling.fill != "ex-officio" or line.filling.by is None or subject.person is None:
        return ()
    named = {name for row in line.filling.by.rows for name in row.value.names}
    posts = view.state.posts.held_by(subject.person)
    return tuple(
        post.sender
        for post in posts
        if post.sender is not None and named & {post.line, post.body, view.state.bodies.all[post.body].kind}
    )[:1]


def signers(view: View, subject: Subject) -> tuple[Actor, ...]:
    """Return those who signed the petition or demand that is the subject (persons or bodies)."""
    if subject.signed.signers is not None:
        return subject.signed.signers
    petition = look_up(view.state.recalls.all, subject.petition)
    if petition is None:
        return ()
    signed = keys_of(petition.signers)
    return tuple(signed)


def nearest_of_kind(view: View, body: BodyId | None, kind: str) -> BodyId | None:
    """Return the nearest body of a kind upwards from ``body`` in the tree, or the one for the nearest (``each``).

    None if there is none.
    """
    bodies = view.state.bodies
    while body is not None:
        found = bodies.get(body)
        if found is None:
            return None
        if found.kind == kind:
            return found.id
        own = bodies.get(f"{kind}/{body}")
        if own is not None and own.stands:
            return own.id
        body = found.part_of
    return None
