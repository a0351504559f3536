"""Standing withdrawals of confidence, kept as counters so that no check scans the members."""

from __future__ import annotations

import msgspec

from mandat.federation.base.lookup import Lookup
from mandat.federation.base.types import PersonId, PostId
from mandat.federation.people.members.state import EMPTY_ROLL, Roll

PeopleSet = Lookup[PersonId, None]


class Standing(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The confidence that the holder of one post enjoys.

    ``electorate`` is the roll of the election that filled the seat; ``gone`` are those of it who have left since, so that
    ``electors`` = size of the first less size of the second. ``withdrawn`` are those who have withdrawn.
    """

    electorate: Roll = EMPTY_ROLL
    gone: PeopleSet = Lookup()
    withdrawn: PeopleSet = Lookup()

    @property
    def electors(self) -> int:
        """Entitled in the election that filled the seat, and still members of the constituency."""
        return len(self.electorate) - len(self.gone)

    def is_elector(self, person: str) -> bool:
        """Tell whether a person belongs to the base of this seat."""
        return person in self.electorate and person not in self.gone


class Confidence(msgspec.Struct, frozen=True):
    """The standing of each post that a constituency can recall by withdrawing confidence."""

    standings: Lookup[PostId, Standing] = Lookup()
