"""Which numbers an expression needs, and whether those handed over are all there and of the right type."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from mandat.bylaws.expression import tree
from mandat.bylaws.expression.compiled import bare
from mandat.bylaws.expression.errors import MissingNumber, NumbersError
from mandat.bylaws.expression.numbers import GroupRef, Numbers
from mandat.bylaws.expression.tree import CountRef, Node, children
from mandat.bylaws.expression.units import NUMBER, Unit, UnitKind
from mandat.bylaws.values.duration import Duration, Elapsed, Never

_TYPES: dict[UnitKind, tuple[frozenset[type], str]] = {
    UnitKind.TRUTH: (frozenset((bool,)), "true or false"),
    UnitKind.LABEL: (frozenset((str,)), "a label (text)"),
    UnitKind.DURATION: (frozenset((Duration, Elapsed, Never)), "a Duration, Elapsed or Never"),
    UnitKind.DATE: (frozenset((int,)), "an instant (int)"),
}
_NUMBER = (frozenset((int, Fraction)), "a whole number or a Fraction")


@dataclass(frozen=True, slots=True)
class Needed:
    """What an evaluation needs. ``types`` holds, by canonical text, the types allowed and their description."""

    counts: tuple[CountRef, ...] = ()
    groups: tuple[GroupRef, ...] = ()
    weights: tuple[str, ...] = ()
    types: tuple[tuple[str, frozenset[type], str], ...] = ()
    inner: tuple[tuple[str, Needed], ...] = ()

    def check(self, numbers: Numbers, text: str, where: str = "") -> None:
        """Refuse numbers that lack (all are named) or are of the wrong type, whichever part would be reached."""
        for name, types, what in self.types:
            try:
                number = numbers[name]
            except KeyError:
                raise self._missing(numbers, text, where) from None
            if number.__class__ not in types:
                raise NumbersError(f"`{name}`{where} must be {what}, not {_shown(number)}")
        if self.inner or self.weights:
            self._check_more(numbers, text, where)

    def _missing(self, numbers: Numbers, text: str, where: str) -> MissingNumber:
        keys = [name for name, _, _ in self.types] + [group for group, _ in self.inner]
        return MissingNumber(tuple(f"{key}{where}" for key in keys if key not in numbers), text)

    def _check_more(self, numbers: Numbers, text: str, where: str) -> None:
        for group, inner in self.inner:
            if group not in numbers:
                raise self._missing(numbers, text, where)
            self._check_group(group, inner, numbers[group], text)
        for weight in self.weights:
            _check_weights(f"weights by {weight}", numbers, text)

    def _check_group(self, group: str, inner: Needed, given: Any, text: str) -> None:
        if not isinstance(given, Mapping):
            raise NumbersError(
                f"`{group}` must be a mapping from each {group} to its numbers, not {_shown(given)}"
            )
        for name, numbers in given.items():
            if not isinstance(numbers, Mapping):
                raise NumbersError(
                    f"`{group}` `{name}` must be a mapping of its numbers, not {_shown(numbers)}"
                )
            inner.check(numbers, text, f" in {group} {name}")


def needed(node: Node) -> Needed:
    """What the tree needs."""
    return _Collector().collect(node).result()


def _check_weights(key: str, numbers: Numbers, text: str) -> None:
    if key not in numbers:
        raise MissingNumber((key,), text)
    given = numbers[key]
    if not isinstance(given, Sequence) or any(each.__class__ not in _NUMBER[0] for each in given):
        raise NumbersError(f"`{key}` must be a sequence of whole numbers or Fractions, not {_shown(given)}")


def _shown(number: object) -> str:
    remedy = "; write a Fraction instead of a decimal" if isinstance(number, float) else ""
    return f"{type(number).__name__} {number!r:.40}{remedy}"


class _Collector:
    """Walks a tree in the order of the text. Counts with ``of`` inside an aggregate belong outside it."""

    def __init__(self, root: _Collector | None = None) -> None:
        self._root = root or self
        self._counts: dict[str, tuple[CountRef, Unit]] = {}
        self._groups: dict[str, _Collector] = {}
        self._weights: dict[str, None] = {}

    def collect(self, node: Node) -> _Collector:
        match node:
            case tree.CountNode():
                holder = self if bare(node.ref) else self._root
                holder._counts.setdefault(str(node.ref), (node.ref, node.unit or NUMBER))
            case tree.NumberOf() | tree.SumOf():
                group = self._groups.setdefault(node.group, _Collector(self._root))
                for child in children(node):
                    group.collect(child)
                return self
            case tree.Fewest():
                self._root._weights[node.weight] = None
        for child in children(node):
            self.collect(child)
        return self

    def result(self) -> Needed:
        inner = tuple((name, group.result()) for name, group in self._groups.items())
        return Needed(
            tuple(ref for ref, _ in self._counts.values()),
            tuple(GroupRef(name, each.counts, each.groups) for name, each in inner),
            tuple(self._weights),
            tuple((name, *_TYPES.get(unit.kind, _NUMBER)) for name, (_, unit) in self._counts.items()),
            inner,
        )
