"""The posts of all bodies."""

from __future__ import annotations

import msgspec

from mandat.federation.base.lookup import Lookup


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
    acting: str | None = None
    """Who acts for a post that is suspended or vacant: a body, an office, or a line."""
    source: str | None = None
    """For an ex-officio seat: the post whose holder sits here."""


def post_id(body: str, line: str, sender: str | None, number: int) -> str:
    """Name a post.

    >>> post_id("region/rhone", "region.delegates", "section/lyon", 2)
    'region/rhone:delegates:section/lyon:2'
    """
    return f"{body}:{line.partition('.')[2]}:{sender or '-'}:{number}"


Ids = tuple[str, ...]


class Taking(msgspec.Struct, frozen=True, kw_only=True):
    """How a person comes to a post: elected, appointed, sent, lot …; as the seat will remember it."""

    post: str
    person: str
    how: str
    election: str | None = None
    order: int = 0
    list: str | None = None
    general: bool = False


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """A person proposed for a post who waits for a consent: ``need`` is its place among the line's ``needs``."""

    taking: Taking
    need: int
    book: str
    until: int | None = None

    @property
    def person(self) -> str:
        """Who is proposed."""
        return self.taking.person


class Past(msgspec.Struct, frozen=True, gc=False):
    """What a person has behind them in a line of seats: terms completed, and when they last left it."""

    terms: int
    left: int


class Posts(msgspec.Struct, frozen=True):
    """All posts, with the indexes that keep look-ups constant."""

    all: Lookup[str, Post] = Lookup()
    by_body: Lookup[str, Ids] = Lookup()
    by_holder: Lookup[str, Ids] = Lookup()
    by_sender: Lookup[str, Ids] = Lookup()
    numbered: Lookup[tuple[str, str, str], int] = Lookup()
    """Highest number ever given for (body, line, sender), so that no id names two posts."""
    departed: Lookup[str, Ids] = Lookup()
    """By election: those who held one of its seats and lost or left it."""
    ex_officio: Lookup[str, Ids] = Lookup()
    """By post: the ex-officio seats that go with it."""
    acting: Ids = ()
    """The posts for which somebody else acts."""
    standing_in: Lookup[str, str] = Lookup()
    """By post: the substitute who sits for its absent holder in the meeting that is open."""
    shares: Lookup[tuple[str, str], Lookup[str, int]] = Lookup()
    """By (line, body): the seats of each sender, where a fixed number is shared out."""
    proposed: Lookup[str, Proposal] = Lookup()
    """By post: who waits for another body's consent."""
    past: Lookup[tuple[str, str], Past] = Lookup()
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

    def voters(self, body: str) -> tuple[Post, ...]:
        """Return the posts of a body whose holders are not suspended."""
        found = self.of_body(body)
        return tuple(post for post in found if post.holder is not None and post.capacity != "suspended")

    def holders(self, body: str) -> tuple[str, ...]:
        """Return the holders of a body's posts, each once, in order of the posts."""
        return tuple(dict.fromkeys(post.holder for post in self.of_body(body) if post.holder is not None))
