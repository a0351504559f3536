"""The named counts of an expression, for one body of the supposed federation."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from mandat.bylaws.expression import CountRef, Expression
from mandat.bylaws.expression.tree import STATES
from mandat.bylaws.model import Bylaws, SeatLine
from mandat.bylaws.model.pieces import Rows, Share
from mandat.study.plan.world import World, WorldPlace

PEOPLE_COUNTS = frozenset(
    ("members", "entitled", "electors", "concerned", "present", "represented", "voted", "cast", "valid")
)
SEAT_COUNTS = frozenset(("filled", "seats", "sent", "due", "sent_present"))
Size = Callable[[WorldPlace], int]


class Counts:
    """Supplies counts: ``people`` and ``posts`` give how many there are in a body."""

    def __init__(self, bylaws: Bylaws, world: World, people: Size, posts: Size) -> None:
        self.bylaws, self.world = bylaws, world
        self.people, self.posts = people, posts

    def numbers(self, line: SeatLine, place: WorldPlace) -> dict[str, int | bool]:
        """The counts that the line's number, total, bounds and sharing ask for, as this sender has them."""
        return self.supplied(_asked(line), place)

    def supplied(self, asked: Iterable[CountRef], place: WorldPlace) -> dict[str, int | bool]:
        """Those of the counts asked for that a study has."""
        found: dict[str, int | bool] = {}
        for ref in asked:
            value = self._one(ref, place)
            if value is not None:
                found[str(ref)] = value
        return found

    def _one(self, ref: CountRef, place: WorldPlace) -> int | bool | None:
        if ref.name in STATES:
            return ref.name in ("sitting", "met", "in_force", "seated")
        if ref.with_ is not None or ref.by is not None:
            return None
        fact = self.bylaws.facts.get(ref.name)
        if ref.name in PEOPLE_COUNTS or (fact is not None and fact.type in ("people", "votes")):
            return self._sum(ref, place, self.people)
        return self._sum(ref, place, self.posts) if ref.name in SEAT_COUNTS else None

    def _sum(self, ref: CountRef, place: WorldPlace, size: Size) -> int | None:
        if ref.of is None or ref.of == "sender":
            return size(place)
        name = ref.of.partition(".")[0]
        if name not in self.world.kinds:
            return None
        if ref.all:
            return sum(size((name, number)) for number in range(self.world.kinds[name].many))
        return size((name, self.world.target(place, name)))


def _asked(line: SeatLine) -> Iterable[CountRef]:
    for rows in (line.size.number, line.size.total, line.size.at_least, line.size.at_most):
        yield from _of_rows(rows)
    if isinstance(line.size.divide, Expression):
        yield from line.size.divide.counts
    if isinstance(line.size.divide, Share):
        yield from line.size.divide.base.counts
    else:
        yield CountRef("entitled")


def _of_rows(rows: Rows[Expression] | None) -> Iterable[CountRef]:
    for row in rows.rows if rows is not None else ():
        yield from row.value.counts
        if row.when is not None:
            yield from row.when.counts
