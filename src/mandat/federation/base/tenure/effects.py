"""A seat is taken, a seat is left."""

from __future__ import annotations

from mandat.federation.base.closed import Capacity, Seating, VacancyCause
from mandat.federation.base.rulings import Effect
from mandat.federation.base.types import ElectionId, PersonId, PostId
from mandat.instants import Instant


class SeatFilled(Effect, frozen=True, kw_only=True, tag="seat.filled"):
    """A person takes a post; ``how`` is elected, countback, next-by-votes, appointed, sent …"""

    post: PostId
    person: PersonId
    how: Seating
    since: Instant
    election: ElectionId | None = None
    order: int = 0
    list: str | None = None
    capacity: Capacity = Capacity.FULL


class SeatVacated(Effect, frozen=True, kw_only=True, tag="seat.vacated"):
    """A post falls vacant; ``cause`` is recall, resignation, death, keeps, term, election, abolished, merged …"""

    post: PostId
    person: PersonId
    cause: VacancyCause
    at: Instant
