"""The bodies of a supposed federation: how many of each kind, what each is part of, how many members."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from mandat.bylaws.findings.seating import PEOPLE, fillers
from mandat.bylaws.model import BodyKind, Bylaws
from mandat.bylaws.telling.explaining import Supposed
from mandat.language import msg
from mandat.study.errors import StudyError

Ints = NDArray[np.int64]
WorldPlace = tuple[str, int]
"""A body: its kind and its number within the kind."""

MOST_BASES = 1000
"""So many base assemblies are supposed at most, where nothing is said."""


@dataclass(frozen=True, eq=False)
class BodyGroup:
    """One kind of body: ``above[i]`` is what body i is part of (or made for); ``members`` of each base assembly, else None."""

    name: str
    above: tuple[WorldPlace | None, ...]
    members: int | None = None

    @property
    def many(self) -> int:
        """How many bodies of the kind there are."""
        return len(self.above)


@dataclass(frozen=True, eq=False)
class World:
    """All bodies. ``pools`` names, for each kind whose people are those of others, the kinds that make it up."""

    bylaws: Bylaws
    kinds: Mapping[str, BodyGroup]
    pools: Mapping[str, tuple[str, ...]]
    _upward: dict[WorldPlace, tuple[WorldPlace, ...]] = field(default_factory=dict)

    def upward(self, place: WorldPlace) -> tuple[WorldPlace, ...]:
        """The body itself, what it is part of, and so on."""
        if place not in self._upward:
            above = self.kinds[place[0]].above[place[1]]
            self._upward[place] = (place, *(self.upward(above) if above is not None else ()))
        return self._upward[place]

    def target(self, place: WorldPlace, kind: str) -> int:
        """The body of ``kind`` to which this body belongs or sends: the nearest upwards, else by turns."""
        known = self.kinds[kind]
        if known.many == 1:
            return 0
        line = self.upward(place)
        for name, number in line:
            if name == kind:
                return number
        for number, made_for in enumerate(known.above):
            if made_for in line and self.bylaws.bodies[kind].each:
                return number
        return place[1] * known.many // max(1, self.kinds[place[0]].many)

    def people(self, kind: str) -> Iterator[tuple[str, Ints]]:
        """The base kinds that make up the people of ``kind``, each with the number of the body each base belongs to."""
        if kind not in self.pools:
            yield kind, np.arange(self.kinds[kind].many)
            return
        for part in self.pools[kind]:
            for base, numbers in self.people(part):
                own = np.array([self.target((part, n), kind) for n in range(self.kinds[part].many)])
                yield base, own[numbers]


def world(bylaws: Bylaws, supposed: Supposed) -> World:
    """Suppose bodies as ``supposed`` says; where it is silent, at most 12 for each body above and 1,000 bases in all."""
    unknown = [name for name in supposed.sizes if name not in bylaws.bodies]
    if unknown:
        raise StudyError(
            msg("these bylaws have no body {unknown}; they have: {bodies}")(
                unknown=repr(unknown[0]), bodies=", ".join(bylaws.bodies)
            )
        )
    pools = _pools(bylaws)
    for fan in range(12, 0, -1):
        found = _Supposing(bylaws, supposed, fan, pools).all()
        bases = sum(kind.many for kind in found.values() if kind.members is not None)
        if bases <= MOST_BASES or fan == 1:
            break
    return World(bylaws, found, pools)


def _pools(bylaws: Bylaws) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, kind in bylaws.bodies.items():
        if kind.type in ("assembly", "constituency"):
            parts = [
                other
                for other, each in bylaws.bodies.items()
                if each.part_of == name and each.type in ("assembly", "constituency")
            ]
            if parts:
                found[name] = tuple(parts)
    return found


class _Supposing:
    def __init__(
        self, bylaws: Bylaws, supposed: Supposed, fan: int, pools: Mapping[str, tuple[str, ...]]
    ) -> None:
        self.bylaws, self.supposed, self.fan, self.pools = bylaws, supposed, fan, pools
        self.found: dict[str, BodyGroup] = {}

    def all(self) -> dict[str, BodyGroup]:
        for name, kind in self.bylaws.bodies.items():
            if kind.type not in ("outside", "caucus"):
                self.kind(name, kind)
        return self.found

    def kind(self, name: str, kind: BodyKind) -> BodyGroup:
        if name not in self.found:
            self.found[name] = BodyGroup(name, (None,))  # a circle of kinds ends here
            above = tuple(self.above(name, kind))
            base = kind.type in PEOPLE and name not in self.pools
            self.found[name] = BodyGroup(name, above, self.supposed.members(name) if base else None)
        return self.found[name]

    def above(self, name: str, kind: BodyKind) -> Iterator[WorldPlace | None]:
        if kind.each:
            for each in kind.each:
                made = self.kind(each, self.bylaws.bodies[each])
                yield from ((each, number) for number in range(made.many))
            return
        upper = self.upper(name, kind)
        many = self.many(name, kind, upper)
        if kind.part_of is None:
            yield from [None] * many
            return
        over = self.kind(kind.part_of, self.bylaws.bodies[kind.part_of]).many
        yield from ((kind.part_of, number * over // many) for number in range(many))

    def many(self, name: str, kind: BodyKind, upper: int) -> int:
        if not kind.many:
            return 1
        return self.supposed.sizes[name][0] if name in self.supposed.sizes else self.fan * upper

    def upper(self, name: str, kind: BodyKind) -> int:
        """How many bodies there are above: of the kind it is part of, else of the first kind with many that it sends to."""
        bodies = self.bylaws.bodies
        sent = [
            line.body for line in self.bylaws.lines.values() if name in fillers(line) and line.body != name
        ]
        names = [each for each in (kind.part_of, *sent) if each is not None and bodies[each].many]
        return self.kind(names[0], bodies[names[0]]).many if names else 1
