"""Lines of seats as arrays: for each body that sends, how many seats, in which body, and how they are filled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from mandat.bylaws.findings.seating import fillers
from mandat.bylaws.model import Bylaws, SeatLine
from mandat.bylaws.model.pieces import Silence
from mandat.study.plan import engine
from mandat.study.plan.counts import Counts
from mandat.study.plan.suppositions import (
    AGAIN,
    BY_TURNS,
    CONDITION,
    CONDITION_UNMET,
    KEEPS,
    LEFT_OUT,
    SEATS,
    SHARED,
    Suppositions,
)
from mandat.study.plan.times import groups_of, length_of, term_of
from mandat.study.plan.world import Ints, World, WorldPlace

Filling = Literal["elected", "decided", "ex-officio", "lot"]
"""By an election; by a majority of the body that sends or appoints; with another post; by lot."""

SUPPOSED_TOP, SUPPOSED_SENT = 7, 1
METHOD_WHERE_SILENT = "fptp"


@dataclass(frozen=True, eq=False)
class SuccessionPlan:
    """One step of succession: ``by``, and after how many years."""

    by: str
    after: float


@dataclass(frozen=True, eq=False)
class LinePlan:
    """A line of seats. ``senders`` fill ``seats[i]`` posts each, in body ``target[i]`` of kind ``body``."""

    line: SeatLine
    body: str
    filling: Filling
    method: str
    parameters: Mapping[str, object]
    senders: tuple[WorldPlace, ...]
    target: Ints
    seats: Ints
    term: float | None
    groups: int
    succession: tuple[SuccessionPlan, ...]
    keeps: bool

    @property
    def id(self) -> str:
        """The id in the file."""
        return self.line.id


class LinesOf:
    """Makes the lines of a file, those below before those above."""

    def __init__(self, bylaws: Bylaws, world: World, counts: Counts, noted: Suppositions) -> None:
        self.bylaws, self.world, self.counts, self.noted = bylaws, world, counts, noted

    def senders(self, line: SeatLine) -> tuple[WorldPlace, ...]:
        """The bodies that fill posts of a line; none where that is somebody outside."""
        kinds = [name for name in fillers(line) if name in self.world.kinds]
        if not kinds or self._outside(line):
            return ()
        if not line.from_ and line.filling.fill != "ex-officio":  # appointed: one who appoints for each body
            own = self.world.kinds[line.body]
            return tuple(
                (kinds[0], self.world.target((line.body, number), kinds[0])) for number in range(own.many)
            )
        return tuple((kind, number) for kind in kinds for number in range(self.world.kinds[kind].many))

    def _outside(self, line: SeatLine) -> bool:
        return any(
            name in self.bylaws.bodies and self.bylaws.bodies[name].type == "outside"
            for name in fillers(line)
        )

    def targets(self, line: SeatLine, senders: Sequence[WorldPlace]) -> Ints:
        """The body of each sender's posts."""
        if not line.from_ and line.filling.fill != "ex-officio":
            return np.arange(len(senders))
        return np.array([self.world.target(place, line.body) for place in senders], dtype=np.int64)

    def made(self, line: SeatLine) -> LinePlan | None:
        """One line as arrays; None where it is left out."""
        senders = self.senders(line)
        if not senders:
            self.noted.note(line, "from", LEFT_OUT())
            return None
        if not self._exists(line, senders):
            return None
        target = self.targets(line, senders)
        decision = line.filling.elect
        rows = (
            decision.balloting.method.rows
            if decision is not None and decision.balloting.method is not None
            else ()
        )
        return LinePlan(
            line=line,
            body=line.body,
            filling=_filling(line),
            method=rows[-1].value if rows else METHOD_WHERE_SILENT,
            parameters=decision.balloting.parameters if decision is not None else {},
            senders=senders,
            target=target,
            seats=self._seats(line, senders, target),
            term=term_of(line, self.bylaws, self.noted),
            groups=groups_of(line, self.noted),
            succession=self._succession(line),
            keeps=self._keeps(line),
        )

    def _exists(self, line: SeatLine, senders: Sequence[WorldPlace]) -> bool:
        """Whether the line's conditions hold, as far as a study can tell; what it cannot tell is taken as met."""
        for key, condition in (("where", line.where), ("when", line.when)):
            if condition is None:
                continue
            holds = engine.holds(condition, self.counts.supplied(condition.counts, senders[0]))
            said = CONDITION if holds is not False else CONDITION_UNMET
            self.noted.note(line, key, said(text=str(condition)))
            if holds is False:
                return False
        tree = any(self.world.kinds[kind].above[number] is not None for kind, number in senders)
        if self.world.kinds[line.body].many > 1 and line.from_ and not tree:
            self.noted.note(line, "from", BY_TURNS())
        return True

    def _keeps(self, line: SeatLine) -> bool:
        if line.mandate.keeps is None or not str(line.mandate.keeps).startswith("seated("):
            return False
        self.noted.note(line, "keeps", KEEPS())
        return True

    def _succession(self, line: SeatLine) -> tuple[SuccessionPlan, ...]:
        """The steps of the file. A seat without any, and without a term, would stay empty for ever once it is lost."""
        if line.replacing.succession is not None and not isinstance(line.replacing.succession, Silence):
            return tuple(
                SuccessionPlan(step.by, length_of(step.within, self.bylaws))
                for step in line.replacing.succession
            )
        if line.mandate.term is not None or line.filling.fill not in ("elected", "sent", "appointed"):
            return ()
        self.noted.note(line, "succession", AGAIN())
        return (SuccessionPlan("by-election", 0.0),)

    def _seats(self, line: SeatLine, senders: Sequence[WorldPlace], target: Ints) -> Ints:
        if line.filling.fill == "ex-officio":  # as many as the body whose holders sit here
            return np.array([self.counts.posts(place) for place in senders], dtype=np.int64)
        if line.size.total is not None:
            return self._shared(line, senders, target)
        found = [self._number(line, place) for place in senders]
        if any(each is None for each in found):
            sent = len(senders) > self.world.kinds[line.body].many
            supposed = SUPPOSED_SENT if sent else SUPPOSED_TOP
            self.noted.note(line, "number", SEATS(n=supposed))
            found = [supposed if each is None else each for each in found]
        return np.array(found, dtype=np.int64)

    def _number(self, line: SeatLine, place: WorldPlace) -> int | None:
        return engine.seats(line, self.counts.numbers(line, place), self.counts.people(place))

    def _shared(self, line: SeatLine, senders: Sequence[WorldPlace], target: Ints) -> Ints:
        found = np.ones(len(senders), dtype=np.int64)
        for body in range(self.world.kinds[line.body].many):
            mine = np.flatnonzero(target == body)
            given = {str(n): self.counts.numbers(line, senders[n]) for n in mine.tolist()}
            whole = self.counts.numbers(line, (line.body, body))
            shares = engine.shares(line, whole, given)
            if shares is None:
                self.noted.note(line, "divide", SHARED())
                assert line.size.total is not None  # else it would not be shared out
                found[mine] = max(1, (engine.number(line.size.total, whole) or 0) // max(1, len(mine)))
                continue
            found[mine] = [shares[str(n)] for n in mine.tolist()]
        return found


def _filling(line: SeatLine) -> Filling:
    match line.filling.fill:
        case "elected":
            return "elected"
        case "ex-officio":
            return "ex-officio"
        case "lot":
            return "lot"
        case _:
            return "decided"


def in_order(lines: Iterable[SeatLine]) -> list[SeatLine]:
    """Those lines first whose bodies send to others; a circle (a body that elects its own chair) is broken where it closes."""
    waiting = {line.id: line for line in lines}
    by_body: dict[str, list[SeatLine]] = {}
    for line in waiting.values():
        by_body.setdefault(line.body, []).append(line)
    done: dict[str, SeatLine] = {}

    def visit(line: SeatLine, path: frozenset[str]) -> None:
        if line.id in done or line.id in path:
            return
        for kind in fillers(line):
            for below in by_body.get(kind, ()):
                visit(below, path | {line.id})
        done[line.id] = line

    for line in waiting.values():
        visit(line, frozenset())
    return list(done.values())
