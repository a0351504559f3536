"""What a run of the demonstration leaves behind: the facts from which report and summary are written."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec

from mandat.demo.checking import Tampered
from mandat.demo.congress import WardDelegate
from mandat.demo.office import Milestone
from mandat.demo.recalling import Recalled, RefusedAct
from mandat.demo.wards import Ward
from mandat.federation.base.types import PersonId
from mandat.federation.state import State


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """What the verification from disk found, and how long it took (milliseconds)."""

    entries: int
    acts: int
    admitted: int
    refused: int
    root: str
    took: int


class Played(msgspec.Struct, frozen=True, kw_only=True):
    """A federation run end to end.

    ``people`` are all candidates by id; ``elected`` the delegates as seated by the engine, by ward; ``winner_takes_all`` the
    bureau's seats by caucus under the other method, from the same ballots; ``state`` is the last state.
    """

    wards: tuple[Ward, ...]
    people: Mapping[PersonId, WardDelegate]
    elected: Mapping[str, tuple[PersonId, ...]]
    winner_takes_all: Mapping[str, int]
    recalled: Recalled
    refusal: RefusedAct
    milestones: tuple[Milestone, ...]
    state: State


class Story(Played, frozen=True, kw_only=True):
    """The run with what its record proved to be worth: verified in ``record``, and found out in a changed copy."""

    directory: Path
    record: Path
    checked: Checked
    tampered: Tampered

    @property
    def ballots(self) -> int:
        """How many ballots were counted, which is how many members were enrolled."""
        return sum(len(ward.members) for ward in self.wards)

    @property
    def delegates(self) -> int:
        """How many seats the congress has."""
        return sum(ward.seats for ward in self.wards)

    @property
    def as_declared(self) -> int:
        """How many delegates are those whom the councils declared elected."""
        return sum(len(set(self.elected[ward.id]) & set(ward.winners)) for ward in self.wards)

    @property
    def recall_ward(self) -> Ward:
        """The ward that recalled a delegate."""
        return self.people[self.recalled.person].ward
