"""A plan: everything a study needs of a bylaws file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from mandat.bylaws.findings.seating import PEOPLE
from mandat.bylaws.model import Bylaws, Decision
from mandat.bylaws.telling.explaining import Supposed
from mandat.language import msg
from mandat.study.errors import StudyError
from mandat.study.opinions.members import Bases
from mandat.study.plan import engine
from mandat.study.plan.counts import Counts
from mandat.study.plan.lines import LinePlan, LinesOf, in_order
from mandat.study.plan.recalls import Route, RoutesOf
from mandat.study.plan.suppositions import METHOD, TOP_DECISION, Supposition, Suppositions
from mandat.study.plan.world import Ints, World, WorldPlace, world
from mandat.study.seats.allocation import SHARED


@dataclass(frozen=True, eq=False)
class Plan:
    """``lines`` from the base upwards, ``routes`` by line; ``top`` is the kind of body whose fidelity is measured."""

    bylaws: Bylaws
    world: World
    lines: tuple[LinePlan, ...]
    routes: Mapping[str, tuple[Route, ...]]
    top: str
    decision: Decision | None
    supposed: tuple[Supposition, ...]

    @cached_property
    def base_kinds(self) -> tuple[str, ...]:
        """The kinds of base assembly, in the order of their members."""
        found = {
            base
            for line in self.lines
            for place in dict.fromkeys(p[0] for p in line.senders)
            for base in self._bases(place)
        }
        return tuple(name for name in self.world.kinds if name in found)

    def _bases(self, kind: str) -> tuple[str, ...]:
        if self.world.bylaws.bodies[kind].type not in PEOPLE:
            return ()
        return tuple(base for base, _ in self.world.people(kind))

    @cached_property
    def bases(self) -> Bases:
        """All base assemblies, kind after kind."""
        sizes = [
            np.full(self.world.kinds[name].many, self.world.kinds[name].members) for name in self.base_kinds
        ]
        return Bases(np.concatenate(sizes).astype(np.int64))

    @cached_property
    def first_base(self) -> Mapping[str, int]:
        """At which base each kind begins."""
        found, at = {}, 0
        for name in self.base_kinds:
            found[name] = at
            at += self.world.kinds[name].many
        return found

    @cached_property
    def tiers(self) -> tuple[str, ...]:
        """The kinds of body with seats, from the base upwards, the top last."""
        names = tuple(dict.fromkeys(line.body for line in self.lines))
        return (*(name for name in names if name != self.top), self.top)


def plan(bylaws: Bylaws, supposed: Supposed, top: str | None = None) -> Plan:
    """Make the plan of a file; ``top``: the body whose fidelity is measured, else the one furthest from the base.

    Raises ``StudyError`` where there is nothing to study: nobody elects anybody, or no such body.

    >>> from mandat.bylaws.reading.loader import load
    >>> club = load('mandat = 1\\nid = "c"\\nbody.club.type = "assembly"\\nbody.board = { type = "committee", '
    ...     'seats.members = { from = "club", number = 5, elect = "block" } }'.replace('"block" }', '{ method = "block" } }'))
    >>> made = plan(club, Supposed())
    >>> made.top, made.lines[0].seats.tolist(), made.bases.members
    ('board', [5], 100)
    """
    noted = Suppositions()
    found = world(bylaws, supposed)
    lines = _lines(bylaws, found, noted)
    if not lines:
        raise StudyError(
            msg("these bylaws have no line of seats that anybody in them fills; there is nothing to study")
        )
    chosen = _top(bylaws, lines, top)
    needed = _needed(lines, chosen)
    makes = RoutesOf(bylaws, found, noted)
    _note_methods(needed, noted)
    routes = {line.id: makes.of(line) for line in needed}
    decision = _decision(bylaws, chosen, noted)
    cited = {line.line.id for line in needed} | {bylaws.bodies[chosen].id}
    cited |= {route.recall.id for each in routes.values() for route in each}
    noted_here = tuple(each for each in noted.all if each.rule in cited)
    return Plan(bylaws, found, needed, routes, chosen, decision, noted_here)


def _lines(bylaws: Bylaws, world: World, noted: Suppositions) -> list[LinePlan]:
    posts: dict[WorldPlace, int] = {}

    def people(place: WorldPlace) -> int:
        return people_of(world, place) if bylaws.bodies[place[0]].type in PEOPLE else posts.get(place, 0)

    makes = LinesOf(bylaws, world, Counts(bylaws, world, people, lambda place: posts.get(place, 0)), noted)
    found = []
    for line in in_order(bylaws.lines.values()):
        if line.body not in world.kinds:
            continue
        made = makes.made(line)
        if made is not None:
            found.append(made)
            for number, seats in zip(made.target.tolist(), made.seats.tolist(), strict=True):
                posts[made.body, number] = posts.get((made.body, number), 0) + seats
    return found


def people_of(world: World, place: WorldPlace) -> int:
    """How many people belong to an assembly or pool."""
    return sum(
        int((numbers == place[1]).sum()) * (world.kinds[base].members or 0)
        for base, numbers in world.people(place[0])
    )


def _top(bylaws: Bylaws, lines: list[LinePlan], asked: str | None) -> str:
    height: dict[str, int] = {}
    for line in lines:
        below = max((height.get(kind, 0) for kind, _ in line.senders), default=0)
        height[line.body] = max(height.get(line.body, 0), below + 1)
    if asked is None:
        single = [name for name in height if not bylaws.bodies[name].many and not bylaws.bodies[name].each]
        sent = {line.body for line in lines if line.line.filling.fill in ("elected", "sent")}
        congress = [name for name in single if bylaws.bodies[name].type == "congress"]
        several = [name for name in single if name in sent and bylaws.bodies[name].type != "office"]
        among = congress or several or [name for name in single if name in sent] or list(height)
        return max(among, key=lambda name: height[name])
    if asked not in height:
        raise StudyError(
            msg("{asked} has no seats that a study can follow; choose one of: {height}")(
                asked=repr(asked), height=", ".join(height)
            )
        )
    return asked


def _needed(lines: list[LinePlan], top: str) -> tuple[LinePlan, ...]:
    """The lines on which the top rests, and those that hang on the bodies found."""
    wanted, grown = {top}, True
    while grown:
        more = {kind for line in lines if line.body in wanted for kind, _ in line.senders} | wanted
        grown, wanted = more != wanted, more
    return tuple(line for line in lines if line.body in wanted)


def _note_methods(lines: tuple[LinePlan, ...], noted: Suppositions) -> None:
    for line in lines:
        if line.filling == "elected" and line.method not in SHARED:
            noted.note(line.line, "elect", METHOD(method=line.method))


def _decision(bylaws: Bylaws, top: str, noted: Suppositions) -> Decision | None:
    """The ordinary decision of the top: the first of its yes-or-no decisions that a study can work out."""
    for decision in bylaws.decisions.values():
        inside = decision.in_ is not None and top in decision.in_.names
        plain = decision.balloting.method is None or decision.balloting.method.plain == "yes-no"
        if (
            inside
            and plain
            and decision.balloting.default is None
            and engine.result(decision, 60, 40, 100) is not None
        ):
            return decision
    noted.note(bylaws.bodies[top], "decision", TOP_DECISION(body=top))
    return None


def entitled(plan: Plan, kind: str) -> Ints:
    """How many people or posts each body of a kind has."""
    many = plan.world.kinds[kind].many
    if plan.bylaws.bodies[kind].type in PEOPLE:
        return np.array([people_of(plan.world, (kind, number)) for number in range(many)], dtype=np.int64)
    found = np.zeros(many, dtype=np.int64)
    for line in plan.lines:
        if line.body == kind:
            np.add.at(found, line.target, line.seats)
    return found
