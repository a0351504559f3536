"""The wards that ship with the program: real ballots, and the results that the councils declared."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from importlib.resources import files

import msgspec

from mandat.federation.base.types import BodyId, ElectionId, PersonId

_DATA = files("mandat.demo.data") / "scotland"


class OfficialStanding(msgspec.Struct, frozen=True):
    """A candidate of the official result; ``number`` is the one on the ballot paper, the name as the council wrote it."""

    number: int
    party: str
    name: str = msgspec.field(name="official_name")


class OfficialResult(msgspec.Struct, frozen=True):
    """The official result of a ward as far as it is used here; ``winners`` are numbers in order of election."""

    id: str
    council: str
    ward: str
    date: str
    seats: int
    winners: tuple[int, ...]
    candidates: tuple[OfficialStanding, ...]


CONGRESS_BODY = BodyId("congress")
BUREAU_BODY = BodyId("bureau")
COMMITTEE_BODY = BodyId("committee")
"""The bodies of the demonstration's bylaws that the report speaks of."""


class Ward(msgspec.Struct, frozen=True, dict=True):
    """A ward with its ballots: ``papers`` are the bytes of its BLT file; ``first`` numbers its first member."""

    declared: OfficialResult
    papers: bytes
    first: int

    @property
    def id(self) -> str:
        """The name of its files, as ``orkney_2017_ward2``."""
        return self.declared.id

    @property
    def body(self) -> BodyId:
        """The id of its assembly.

        >>> wards(("orkney_2017_ward2",))[0].body
        'ward/orkney-2017-ward2'
        """
        return BodyId("ward/" + self.id.replace("_", "-"))

    @property
    def seats(self) -> int:
        """How many delegates it sends."""
        return self.declared.seats

    @property
    def title(self) -> str:
        """Its name with that of the council and the year, since two wards were taken from two elections."""
        return f"{self.declared.ward} ({self.declared.council} {self.declared.date[:4]})"

    @property
    def election(self) -> ElectionId:
        """The id of the election of its delegates."""
        return ElectionId(f"election-{self.id.replace('_', '-')}")

    @cached_property
    def members(self) -> tuple[PersonId, ...]:
        """One pseudonymous id for each ballot; the candidates come first, in the order of the ballot paper."""
        return tuple(
            PersonId(f"m-{number:06}") for number in range(self.first, self.first + _papers(self.papers))
        )

    @property
    def candidates(self) -> tuple[PersonId, ...]:
        """The ids of the candidates, in the order of the ballot paper."""
        return self.members[: len(self.declared.candidates)]

    @property
    def tellers(self) -> tuple[PersonId, PersonId]:
        """Two members who do not stand."""
        stand = len(self.declared.candidates)
        return self.members[stand], self.members[stand + 1]

    @property
    def winners(self) -> tuple[str, ...]:
        """The ids of the officially elected, in order of election."""
        return tuple(self.members[number - 1] for number in self.declared.winners)

    @cached_property
    def standing(self) -> dict[PersonId, OfficialStanding]:
        """The candidates by their id."""
        return dict(zip(self.candidates, self.declared.candidates, strict=True))


def _papers(blt: bytes) -> int:
    """Count the papers of a plain BLT file: the sum of the weights between its first line and the lone 0."""
    total = 0
    for line in blt.splitlines()[1:]:
        if line.strip() == b"0":
            break
        total += int(line.split(maxsplit=1)[0])
    return total


def ward_ids() -> tuple[str, ...]:
    """Return the names of all wards that ship with the program, in alphabetical order."""
    return tuple(sorted(file.name[:-4] for file in _DATA.iterdir() if file.name.endswith(".blt")))


def wards(ids: Sequence[str] | None = None) -> tuple[Ward, ...]:
    """Read wards by name (None: all), members numbered through.

    >>> [len(ward.members) for ward in wards(("shetland_2017_ward4", "orkney_2017_ward2"))]
    [973, 1447]
    """
    found: list[Ward] = []
    first = 1
    for name in ward_ids() if ids is None else ids:
        declared = msgspec.json.decode((_DATA / f"{name}.json").read_bytes(), type=OfficialResult)
        found.append(Ward(declared, (_DATA / f"{name}.blt").read_bytes(), first))
        first += len(found[-1].members)
    return tuple(found)


def bylaws_text() -> str:
    """Return the bylaws of the demonstration."""
    return (files("mandat.demo.data") / "federation.toml").read_text(encoding="utf-8")
