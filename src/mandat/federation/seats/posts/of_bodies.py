"""The posts that come and go with a body."""

from __future__ import annotations

from mandat.federation.base.draft import Draft
from mandat.federation.people.bodies.effects import BodyClosing, BodyFounded
from mandat.federation.seats.posts import ex_officio
from mandat.federation.seats.posts.numbers import abolish, resize


def body_founded(draft: Draft, effect: BodyFounded) -> None:
    """A new body has the posts of its lines without senders, and those that go with posts of others."""
    for line in draft.book.kind(effect.kind).lines:
        if not line.from_ and line.filling.fill != "ex-officio":
            resize(draft, line, effect.body, None, shrink=False)
    ex_officio.establish(draft, effect.body)


def body_closing(draft: Draft, effect: BodyClosing) -> None:
    """The posts that a body sends to are abolished, then its own."""
    posts = draft.state.posts
    sends_to = (posts.all[post] for post in posts.by_sender.get(effect.body, ()))
    for post in (*sends_to, *posts.of_body(effect.body)):
        abolish(draft, post, effect.cause)
