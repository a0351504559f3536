"""Seats of a table of districts and parties, with both sums given: the tie-and-transfer algorithm, exact.

Text: N. Gaffke and F. Pukelsheim, "Divisor methods for proportional representation systems: An optimization approach to vector
and matrix apportionment problems", Mathematical Social Sciences 56 (2008), 166-184, section 6 (after Balinski and Demange 1989).
Columns (parties) are always full; the flaw is how far the rows (districts) are off. Rounding is standard (Sainte-Laguë).
A step either moves a seat along cells that are tied or changes divisors by the least factor that makes a new tie, so the
flaw falls in finitely many steps.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from mandat.counting.errors import BadParameterError
from mandat.language import msg

Cell = tuple[int, int]
GraphNode = tuple[str, int]
"""("row", i) or ("column", j)."""


class Table:
    """Votes, seats and divisors; `seats[i][j]` is `votes[i][j] / (row[i] * column[j])` rounded, at least `least[i][j]`.

    `decided` are cells that a lot has settled: they are no longer tied.
    """

    def __init__(
        self,
        votes: Sequence[Sequence[int]],
        rows: Sequence[int],
        columns: Sequence[int],
        least: Sequence[Sequence[int]],
    ) -> None:
        self.votes, self.rows, self.columns, self.least = votes, rows, columns, least
        self.row = [
            Fraction(max(1, sum(line)), max(1, seats)) for line, seats in zip(votes, rows, strict=True)
        ]
        self.column = [Fraction(1)] * len(columns)
        self.seats = [[0] * len(columns) for _ in rows]
        self.decided: set[Cell] = set()
        for j in range(len(columns)):
            self._fill_column(j)

    def _fill_column(self, j: int) -> None:
        """Give the column its seats by highest quotients, and a divisor that agrees."""
        held = [self.least[i][j] for i in range(len(self.rows))]
        while sum(held) < self.columns[j]:
            able = [i for i in range(len(held)) if self.votes[i][j]]
            if not able:
                raise BadParameterError(
                    msg("column {j} must get {columns} seats but has no votes")(
                        j=j + 1, columns=self.columns[j]
                    )
                )
            held[max(able, key=lambda i: self._by(i, j) / _post(held[i]))] += 1
        for i, seats in enumerate(held):
            self.seats[i][j] = seats
        refused = [self._by(i, j) / _post(n) for i, n in enumerate(held) if self.votes[i][j]]
        self.column[j] = max(refused, default=Fraction(1))

    def _by(self, i: int, j: int) -> Fraction:
        return self.votes[i][j] / self.row[i]

    def cells(self) -> Iterator[Cell]:
        """The cells that hold votes."""
        return ((i, j) for i in range(len(self.rows)) for j in range(len(self.columns)) if self.votes[i][j])

    def rise(self, i: int, j: int) -> Fraction:
        """By what factor the quotient must grow before the cell may take one more seat (1: it is tied)."""
        return _post(self.seats[i][j]) * self.row[i] * self.column[j] / self.votes[i][j]

    def fall(self, i: int, j: int) -> Fraction | None:
        """By what factor the quotient must shrink before the cell may lose a seat; None: it cannot."""
        seats = self.seats[i][j]
        if seats <= self.least[i][j]:
            return None
        return self.votes[i][j] / (_post(seats - 1) * self.row[i] * self.column[j])

    def solve(self) -> None:
        """Move seats and change divisors until every row has its seats; raise `BadParameterError` if none can."""
        while over := [i for i, line in enumerate(self.seats) if sum(line) > self.rows[i]]:
            came = self.reach([("row", i) for i in over])
            short = next(
                (i for i, line in enumerate(self.seats) if sum(line) < self.rows[i] and ("row", i) in came),
                None,
            )
            if short is not None:
                self.transfer(came, ("row", short))
            else:
                self._change_divisors(came)

    def reach(self, start: Sequence[GraphNode]) -> dict[GraphNode, GraphNode | None]:
        """Every node that a seat can come to from `start` over tied cells, with the node before it."""
        came: dict[GraphNode, GraphNode | None] = dict.fromkeys(start)
        queue = list(start)
        for node in queue:
            for other in self.next(node):
                if other not in came:
                    came[other] = node
                    queue.append(other)
        return came

    def next(self, node: GraphNode) -> Iterator[GraphNode]:
        """From a row to the columns whose cell may lose a seat, from a column to the rows whose cell may take one."""
        side, n = node
        if side == "row":
            for j in range(len(self.columns)):
                if (n, j) not in self.decided and self.votes[n][j] and self.fall(n, j) == 1:
                    yield ("column", j)
        else:
            for i in range(len(self.rows)):
                if (i, n) not in self.decided and self.votes[i][n] and self.rise(i, n) == 1:
                    yield ("row", i)

    def transfer(self, came: dict[GraphNode, GraphNode | None], end: GraphNode) -> None:
        """Move a seat along the path that leads to `end`: out of cells left by a row, into cells left by a column."""
        node, before = end, came[end]
        while before is not None:
            self._move(before, node)
            node, before = before, came[before]

    def _move(self, before: GraphNode, node: GraphNode) -> None:
        if before[0] == "row":
            self.seats[before[1]][node[1]] -= 1
        else:
            self.seats[node[1]][before[1]] += 1

    def _change_divisors(self, came: dict[GraphNode, GraphNode | None]) -> None:
        rows = {n for side, n in came if side == "row"}
        columns = {n for side, n in came if side == "column"}
        factors = [
            factor
            for i, j in self.cells()
            if (i in rows) != (j in columns)
            and (factor := self.fall(i, j) if i in rows else self.rise(i, j)) is not None
        ]
        if not factors:
            raise NoSuchTableError(rows, columns)
        factor = min(factors)
        for i in sorted(rows):
            self.row[i] *= factor
        for j in sorted(columns):
            self.column[j] /= factor

    def row_limits(self, i: int) -> tuple[Fraction, Fraction | None]:
        """The divisors of row i that leave its seats as they are."""
        cells = [(j, self.votes[i][j] / self.column[j]) for j in range(len(self.columns)) if self.votes[i][j]]
        low = max((by / _post(self.seats[i][j]) for j, by in cells), default=Fraction(0))
        held = [(by, self.seats[i][j]) for j, by in cells if self.seats[i][j] > self.least[i][j]]
        return low, min((by / _post(seats - 1) for by, seats in held), default=None)

    def column_limits(self, j: int) -> tuple[Fraction, Fraction | None]:
        """The divisors of column j that leave its seats as they are."""
        cells = [(i, self._by(i, j)) for i in range(len(self.rows)) if self.votes[i][j]]
        low = max((by / _post(self.seats[i][j]) for i, by in cells), default=Fraction(0))
        held = [(by, self.seats[i][j]) for i, by in cells if self.seats[i][j] > self.least[i][j]]
        return low, min((by / _post(seats - 1) for by, seats in held), default=None)


_NO_TABLE = msg("no table of seats has both the sums of the districts and the sums of the parties")


class NoSuchTableError(BadParameterError):
    """No table has these sums: the columns named have votes only in rows that hold too few seats."""

    def __init__(self, rows: set[int], columns: set[int]) -> None:
        super().__init__(_NO_TABLE)
        self.rows, self.columns = rows, columns


def _post(seats: int) -> Fraction:
    """The quotient at which seats + 1 begins."""
    return Fraction(2 * seats + 1, 2)
