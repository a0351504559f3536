"""Rows that can never apply, that leave a hole, or whose numbers fall while what they count rises."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from mandat.bylaws.expression import Expression
from mandat.bylaws.expression.meaning import children
from mandat.bylaws.expression.tree import Compare, Defined, Integer, Node
from mandat.bylaws.findings.finding import Examination, Finding
from mandat.bylaws.model import Entry, keys_of
from mandat.bylaws.model.pieces import Rows
from mandat.bylaws.tables.entries import entries

_FAR = 1_000


def check(case: Examination) -> Iterator[Finding]:
    """Every table of rows that looks at one count only; others cannot be gone through."""
    for _, entry in entries(case.bylaws):
        for key, rows in keys_of(entry):
            name = _single(rows) if isinstance(rows, Rows) else None
            if isinstance(rows, Rows) and name is not None:
                yield from _rows(case, entry, key, rows, name)


def _single(rows: Rows[object]) -> str | None:
    """The one count that all conditions compare with fixed whole numbers, if there is one."""
    conditions = [row.when for row in rows.rows if row.when is not None]
    names = {str(count) for each in conditions for count in each.counts}
    exact = all(not each.groups and _compares_integers(each.node) for each in conditions)
    return names.pop() if conditions and exact and len(names) == 1 else None  # any order: there is but one


def _compares_integers(node: Node) -> bool:
    """Whether the truth can only change at a whole number that stands in the text: then the trial is a proof."""
    if isinstance(node, Defined):
        return False
    if isinstance(node, Compare):
        return isinstance(node.left, Integer) != isinstance(node.right, Integer) and not children(
            node.left
        ) + children(node.right)
    below = children(node)
    return bool(below) and all(_compares_integers(child) for child in below)


def _rows(case: Examination, entry: Entry, key: str, rows: Rows[object], name: str) -> Iterator[Finding]:
    points = _points(rows)
    taken = {point: _taken(rows, name, point) for point in points}
    for place, row in enumerate(rows.rows):
        if place not in taken.values():
            text = row.when.text if row.when is not None else "else"
            yield case.finding("warning", "row-never", entry, key, row=str(place + 1), condition=text)
    hole = _hole(points, taken, len(rows.rows) - 1)
    if hole is not None:
        yield case.finding("note", "row-hole", entry, key, count=name, value=str(hole))
    yield from _falling(case, entry, key, rows, name, points)


def _points(rows: Rows[object]) -> list[int]:
    """Every number that stands in a condition with its neighbours, nothing, and one far beyond."""
    found = {0}
    for row in rows.rows:
        for number in _integers(row.when.node) if row.when is not None else ():
            found |= {number - 1, number, number + 1}
    return sorted(point for point in {*found, max(found) + _FAR} if point >= 0)


def _integers(node: Node) -> Iterator[int]:
    if isinstance(node, Integer):
        yield node.value
    for child in children(node):
        yield from _integers(child)


def _taken(rows: Rows[object], name: str, point: int) -> int:
    for place, row in enumerate(rows.rows):
        if row.when is None or row.when.evaluate({name: point}).value is True:
            return place
    return len(rows.rows)


def _hole(points: list[int], taken: dict[int, int], last: int) -> int | None:
    """A single number that falls through to ``else`` between numbers that do not."""
    for before, point, after in zip(points, points[1:], points[2:], strict=False):
        if (
            before == point - 1
            and after == point + 1
            and taken[point] == last
            and last not in (taken[before], taken[after])
        ):
            return point
    return None


def _falling(
    case: Examination, entry: Entry, key: str, rows: Rows[object], name: str, points: list[int]
) -> Iterator[Finding]:
    """Numbers that fall while the count rises: often meant, sometimes a slip; the first step down is shown."""
    values = [(point, _number(rows, name, point)) for point in points]
    known = [(point, value) for point, value in values if value is not None]
    if len(known) != len(values):
        return
    falls = next(((one, two) for one, two in pairwise(known) if two[1] < one[1]), None)
    rises = any(two[1] > one[1] for one, two in pairwise(known))
    if falls is not None and rises:
        (before, more), (after, less) = falls
        words = {
            "count": name,
            "before": str(before),
            "after": str(after),
            "more": str(more),
            "less": str(less),
        }
        yield case.finding("note", "table-falls", entry, key, **words)


def _number(rows: Rows[object], name: str, point: int) -> int | None:
    value = rows.rows[_taken(rows, name, point)].value
    if not isinstance(value, Expression) or value.groups or any(str(count) != name for count in value.counts):
        return None
    found = value.evaluate({name: point})
    values = [found.value] if found.value is not None else [reading.value for reading in found.readings]
    whole = [each for each in values if isinstance(each, int) and not isinstance(each, bool)]
    return min(whole) if whole else None  # of several readings the lowest, at every point alike
