"""Elections as they run and as they ended."""

from __future__ import annotations

import msgspec

from mandat.bylaws.model.ids import LineId
from mandat.counting import Ballots
from mandat.federation.base.closed import ElectionCause, ElectionStage
from mandat.federation.base.lookup import Lookup
from mandat.federation.base.types import (
    BlobName,
    BodyId,
    BylawsVersion,
    DrawId,
    ElectionId,
    PersonId,
    PetitionId,
    PostId,
)
from mandat.federation.people.members.state import EMPTY_ROLL, Roll
from mandat.instants import Instant


class Candidacy(msgspec.Struct, frozen=True, kw_only=True):
    """A person who stands, perhaps on a list; candidates are numbered from 1 in order of nomination."""

    person: PersonId
    list: str | None = None
    withdrawn: bool = False


class ElectionOutcome(msgspec.Struct, frozen=True, kw_only=True):
    """Who was elected, in order, and who comes next; ``list_of`` by person."""

    elected: tuple[PersonId, ...]
    runners_up: tuple[PersonId, ...] = ()
    lots: tuple[int, ...] = ()


class Election(msgspec.Struct, frozen=True, kw_only=True):
    """An election of ``places`` holders of ``line`` in ``body`` for ``sender`` (None: the electorate of the whole body).

    ``bylaws_version`` names the bylaws under which it was called and ends; ``roll`` is the electorate, frozen when they say;
    ``voted`` who has voted; ``ballots`` what was counted.
    """

    id: ElectionId
    line: LineId
    body: BodyId
    sender: BodyId | None
    places: int
    cause: ElectionCause
    bylaws_version: BylawsVersion
    called: Instant
    stage: ElectionStage = ElectionStage.CALLED
    tellers: tuple[PersonId, ...] = ()
    candidates: tuple[Candidacy, ...] = ()
    roll: Roll = EMPTY_ROLL
    voted: Lookup[PersonId, None] = Lookup()
    open_ballots: tuple[tuple[int, ...], ...] = ()
    """Rankings cast in an open vote, in the order of casting."""
    ballots: Ballots | None = None
    blob: BlobName | None = None
    lots: tuple[int, ...] = ()
    outcome: ElectionOutcome | None = None
    posts: tuple[PostId, ...] = ()
    """For a by-election: the vacant posts it fills."""
    petition: PetitionId | None = None
    """For the successor of whom a recall is against, elected on the same ballot: its petition."""
    nomination_until: Instant | None = None
    opens_from: Instant | None = None
    votes_until: Instant | None = None
    support: Lookup[PersonId, tuple[PersonId, ...]] = Lookup()
    """By candidate: who has signed the nomination; candidates on papers that a teller entered are not in it."""

    @property
    def running(self) -> bool:
        """Whether it has been called and not ended."""
        return self.stage not in ("certified", "void")

    @property
    def lists(self) -> tuple[str, ...]:
        """The lists that stand, numbered from 1 in order of their first candidate."""
        return tuple(dict.fromkeys(c.list for c in self.candidates if c.list is not None))

    def number_of(self, person: str) -> int | None:
        """The candidate's number on the ballot paper; None if they do not stand."""
        return next((n for n, c in enumerate(self.candidates, 1) if c.person == person), None)


class Countback(msgspec.Struct, frozen=True, kw_only=True):
    """A countback that waits for a lot, for a vacant post."""

    post: PostId
    election: ElectionId
    vacated_by: PersonId
    lots: tuple[int, ...] = ()


class Draw(msgspec.Struct, frozen=True, kw_only=True):
    """Seats of ``line`` filled by lot: the ``pool`` in order of its numbers, then the ``order`` in which it was drawn."""

    id: DrawId
    line: LineId
    body: BodyId
    sender: BodyId
    sources: tuple[str, ...]
    pool: tuple[PersonId, ...]
    values: tuple[str, ...] = ()
    order: tuple[PersonId, ...] = ()


class Elections(msgspec.Struct, frozen=True):
    """All elections, and countbacks that wait for a lot (by post)."""

    all: Lookup[ElectionId, Election] = Lookup()
    latest: Lookup[tuple[LineId, BodyId, BodyId | None], ElectionId] = Lookup()
    """The last certified election by (line, body, sender), for countback and for knowing that a line was ever filled."""
    open_ids: tuple[ElectionId, ...] = ()
    countbacks: Lookup[PostId, Countback] = Lookup()
    draws: Lookup[DrawId, Draw] = Lookup()
    drawn: Lookup[tuple[LineId, BodyId], DrawId] = Lookup()
    """The last draw that was held, by (line, body)."""

    def running(self) -> tuple[Election, ...]:
        """Return the elections that have been called and not ended."""
        return tuple(self.all[election] for election in self.open_ids)
