"""The posts of all bodies."""

from __future__ import annotations

import msgspec
from immutables import Map


class Post(msgspec.Struct, frozen=True, kw_only=True):
    """A seat of ``body`` under ``line`` (``region.delegates``), for the constituency ``sender`` (None: the body at large).

    ``election`` is the election whose ballots filled it (its roll is the base of a recall); ``order`` the holder's place in
    the order of election; ``list`` the list or caucus for which the holder was elected.
    """

    id: str
    line: str
    body: str
    sender: str | None
    holder: str | None = None
    capacity: str = "full"
    since: int = 0
    election: str | None = None
    order: int = 0
    list: str | None = None
    source: str | None = None
    """For an ex-officio seat: the post whose holder sits here."""


def post_id(body: str, line: str, sender: str | None, number: int) -> str:
    """Name a post.

    >>> post_id("region/rhone", "region.delegates", "section/lyon", 2)
    'region/rhone:delegates:section/lyon:2'
    """
    return f"{body}:{line.partition('.')[2]}:{sender or '-'}:{number}"


Ids = tuple[str, ...]


class Past(msgspec.Struct, frozen=True, gc=False):
    """What a person has behind them in a line of seats: terms completed, and when they last left it."""

    terms: int
    left: int


class Posts(msgspec.Struct, frozen=True):
    """All posts, with the indexes that keep look-ups constant."""

    all: Map[str, Post] = Map()
    by_body: Map[str, Ids] = Map()
    by_holder: Map[str, Ids] = Map()
    by_sender: Map[str, Ids] = Map()
    numbered: Map[tuple[str, str, str], int] = Map()
    """Highest number ever given for (body, line, sender), so that no id names two posts."""
    departed: Map[str, Ids] = Map()
    """By election: those who held one of its seats and lost or left it."""
    ex_officio: Map[str, Ids] = Map()
    """By post: the ex-officio seats that go with it."""
    past: Map[tuple[str, str], Past] = Map()
    """By (line, person): terms completed, and when the person last left it."""

    def of_line(self, body: str, line: str, sender: str | None) -> tuple[Post, ...]:
        """Return the posts of a line in a body for one sender, in order of their number."""
        return tuple(
            post
            for post in map(self.all.__getitem__, self.by_body.get(body, ()))
            if post.line == line and post.sender == sender
        )

    def of_body(self, body: str) -> tuple[Post, ...]:
        """Return all posts of a body."""
        return tuple(map(self.all.__getitem__, self.by_body.get(body, ())))

    def held_by(self, person: str) -> tuple[Post, ...]:
        """Return the posts a person holds."""
        return tuple(map(self.all.__getitem__, self.by_holder.get(person, ())))

    def sits_in(self, person: str, body: str) -> bool:
        """Tell whether a person holds a post of a body."""
        return any(post.body == body for post in self.held_by(person))

    def holders(self, body: str) -> tuple[str, ...]:
        """Return the holders of a body's posts, each once, in order of the posts."""
        return tuple(dict.fromkeys(post.holder for post in self.of_body(body) if post.holder is not None))
