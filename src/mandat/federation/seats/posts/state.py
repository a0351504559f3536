"""The posts of all bodies."""

from __future__ import annotations

import msgspec

from mandat.bylaws.model.ids import LineId
from mandat.federation.base.closed import Capacity, Seating
from mandat.federation.base.lookup import Lookup
from mandat.federation.base.types import BodyId, BylawsVersion, ElectionId, PersonId, PostId
from mandat.instants import Instant


class Post(msgspec.Struct, frozen=True, kw_only=True):
    """A seat of ``body`` under ``line`` (``region.delegates``), for the constituency ``sender`` (None: the body at large).

    ``election`` is the election whose ballots filled it (its roll is the base of a recall); ``order`` the holder's place in
    the order of election; ``list`` the list or caucus for which the holder was elected.
    """

    id: PostId
    line: LineId
    body: BodyId
    sender: BodyId | None
    number: int
    """Its place among the posts of the line for that sender, from 1; it is never given again."""
    holder: PersonId | None = None
    capacity: Capacity = Capacity.FULL
    since: Instant = Instant(0)
    election: ElectionId | None = None
    order: int = 0
    list: str | None = None
    acting: str | None = None
    """Who acts for a post that is suspended or vacant: a body, an office, or a line."""
    source: PostId | None = None
    """For an ex-officio seat: the post whose holder sits here."""


def post_id(body: BodyId, line: str, sender: BodyId | None, number: int) -> PostId:
    """Name a post.

    >>> post_id(BodyId("region/rhone"), "region.delegates", BodyId("section/lyon"), 2)
    'region/rhone:delegates:section/lyon:2'
    """
    return PostId(f"{body}:{line.partition('.')[2]}:{sender or '-'}:{number}")


Ids = tuple[PostId, ...]


class Taking(msgspec.Struct, frozen=True, kw_only=True):
    """How a person comes to a post: elected, appointed, sent, lot …; as the seat will remember it."""

    post: PostId
    person: PersonId
    how: Seating
    election: ElectionId | None = None
    order: int = 0
    list: str | None = None
    general: bool = False


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """A person proposed for a post who waits for a consent: ``need`` is its place among the line's ``needs``."""

    taking: Taking
    need: int
    bylaws_version: BylawsVersion
    until: Instant | None = None

    @property
    def person(self) -> PersonId:
        """Who is proposed."""
        return self.taking.person


class Past(msgspec.Struct, frozen=True, gc=False):
    """What a person has behind them in a line of seats: terms completed, and when they last left it."""

    terms: int
    left: Instant


class Posts(msgspec.Struct, frozen=True):
    """All posts, with the indexes that keep look-ups constant."""

    all: Lookup[PostId, Post] = Lookup()
    by_body: Lookup[BodyId, tuple[PostId, ...]] = Lookup()
    by_holder: Lookup[PersonId, tuple[PostId, ...]] = Lookup()
    by_sender: Lookup[BodyId, tuple[PostId, ...]] = Lookup()
    numbered: Lookup[tuple[BodyId, str, BodyId | None], int] = Lookup()
    """Highest number ever given for (body, line, sender), so that no id names two posts."""
    departed: Lookup[ElectionId, tuple[PersonId, ...]] = Lookup()
    """By election: those who held one of its seats and lost or left it."""
    ex_officio: Lookup[PostId, tuple[PostId, ...]] = Lookup()
    """By post: the ex-officio seats that go with it."""
    acting: tuple[PostId, ...] = ()
    """The posts for which somebody else acts."""
    standing_in: Lookup[PostId, PersonId] = Lookup()
    """By post: the substitute who sits for its absent holder in the meeting that is open."""
    shares: Lookup[tuple[LineId, BodyId], Lookup[BodyId, int]] = Lookup()
    """By (line, body): the seats of each sender, where a fixed number is shared out."""
    proposed: Lookup[PostId, Proposal] = Lookup()
    """By post: who waits for another body's consent."""
    past: Lookup[tuple[LineId, PersonId], Past] = Lookup()
    """By (line, person): terms completed, and when the person last left it."""

    def get(self, name: str | None) -> Post | None:
        """Return a post; None if nothing of that name is one."""
        return None if name is None else self.all.get(PostId(name))

    def of_line(self, body: BodyId, line: str, sender: BodyId | None) -> tuple[Post, ...]:
        """Return the posts of a line in a body for one sender, in order of their number."""
        return tuple(
            post
            for post in map(self.all.__getitem__, self.by_body.get(body, ()))
            if post.line == line and post.sender == sender
        )

    def of_body(self, body: BodyId | None) -> tuple[Post, ...]:
        """Return all posts of a body."""
        return () if body is None else tuple(map(self.all.__getitem__, self.by_body.get(body, ())))

    def held_by(self, person: PersonId) -> tuple[Post, ...]:
        """Return the posts a person holds."""
        return tuple(map(self.all.__getitem__, self.by_holder.get(person, ())))

    def sits_in(self, person: PersonId, body: BodyId) -> bool:
        """Tell whether a person holds a post of a body."""
        return any(post.body == body for post in self.held_by(person))

    def voters(self, body: BodyId) -> tuple[Post, ...]:
        """Return the posts of a body whose holders are not suspended."""
        found = self.of_body(body)
        return tuple(post for post in found if post.holder is not None and post.capacity != "suspended")

    def holders(self, body: BodyId) -> tuple[PersonId, ...]:
        """Return the holders of a body's posts, each once, in order of the posts."""
        return tuple(dict.fromkeys(post.holder for post in self.of_body(body) if post.holder is not None))
