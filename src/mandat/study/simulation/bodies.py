"""Who would rather have whom, in every body at once: rows are bodies, kind after kind, columns tendencies."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from mandat.bylaws.findings.seating import PEOPLE
from mandat.study.opinions.members import MemberCounts, Opinion
from mandat.study.plan.making import Plan
from mandat.study.plan.world import Ints, WorldPlace


class BodyTables:
    """``support``, ``against`` and ``size`` of each body: of its people, or of those who hold its posts."""

    def __init__(self, plan: Plan, tendencies: int) -> None:
        self.plan, self.tendencies = plan, tendencies
        self.first: dict[str, int] = {}
        rows = 0
        for name, kind in plan.world.kinds.items():
            self.first[name] = rows
            rows += kind.many
        self.support = np.zeros((rows, tendencies), dtype=np.int64)
        self.against = np.zeros_like(self.support)
        self.size = np.zeros(rows, dtype=np.int64)
        self._parts = self._made_up()

    def rows(self, places: Sequence[WorldPlace]) -> Ints:
        """The rows of these bodies."""
        return np.array([self.first[kind] + number for kind, number in places], dtype=np.int64)

    def kind(self, name: str) -> slice:
        """The rows of a kind."""
        return slice(self.first[name], self.first[name] + self.plan.world.kinds[name].many)

    def _made_up(self) -> list[tuple[Ints, Ints]]:
        """For each kind of people: the rows of its bodies, and the base that belongs to each."""
        found = []
        used = {kind for line in self.plan.lines for kind, _ in line.senders}
        used |= {
            place[0] for routes in self.plan.routes.values() for route in routes for place in route.judges
        }
        for name in self.plan.world.kinds:
            if name in used and self.plan.bylaws.bodies[name].type in PEOPLE:
                for base, numbers in self.plan.world.people(name):
                    if base in self.plan.first_base:
                        bases = self.plan.first_base[base] + np.arange(numbers.size)
                        found.append((self.first[name] + numbers, bases))
        return found

    def ask_people(self, opinion: Opinion, *, turned: bool) -> MemberCounts:
        """Bring the people's rows up to date (``turned``: also who is against whom); gives the support in each base."""
        support = opinion.support()
        self._spread(self.support, support)
        if turned:
            self._spread(self.against, opinion.against())
        for rows, _ in self._parts:
            self.size[rows] = self.support[rows].sum(axis=1)
        return support

    def _spread(self, table: Ints, of_bases: MemberCounts) -> None:
        for rows, _ in self._parts:
            table[rows] = 0
        for rows, bases in self._parts:
            np.add.at(table, rows, of_bases[bases])

    def seated(self, kind: str, held: Ints) -> None:
        """Bring a council's rows up to date: so many of its posts are held by each tendency."""
        rows = self.kind(kind)
        self.support[rows] = held
        self.size[rows] = held.sum(axis=1)
        self.against[rows] = self.size[rows, None] - held
