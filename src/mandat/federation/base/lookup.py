"""The map that the state is made of: looked up in, changed into a new one, and walked in the order of its keys only.

A persistent map keeps its rows in the order of their hashes, and Python salts those of texts anew in each process: a ruling
that walked one would give effects in an order that no other process repeats, and the record could never be verified. So for
whoever reads the types a ``Lookup`` cannot be walked at all: no ``for``, no ``tuple()``, no ``sorted()``. What walks it is
``rows_of``, ``keys_of`` and ``values_of``, in the order of the keys, and ``any_order`` where a test of the architecture sees
that the order cannot matter (``any``, ``sum``, ``min`` …). At run time it is an ``immutables.Map``, with nothing in between.

>>> ages = Lookup({"zoe": 3, "ann": 7}).set("bob", 5)
>>> rows_of(ages)
[('ann', 7), ('bob', 5), ('zoe', 3)]
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar, cast, overload

import immutables

K = TypeVar("K")
V = TypeVar("V")
D = TypeVar("D")


class Ordered(Protocol):
    """A key that can be put in order: a text, a whole number, a tuple of these."""

    def __lt__(self, other: Any, /) -> bool:
        """Tell whether it comes before another."""


O = TypeVar("O", bound=Ordered)  # noqa: E741

if TYPE_CHECKING:

    class Lookup(Generic[K, V]):
        """A persistent map: ``set`` and ``delete`` return a new one that shares nearly all with the old."""

        def __init__(self, rows: Mapping[K, V] | Lookup[K, V] | Iterable[tuple[K, V]] = ()) -> None:
            """Hold these rows."""

        def __len__(self) -> int:
            """Return the number of rows."""

        def __contains__(self, key: object) -> bool:
            """Tell whether a row has this key."""

        def __getitem__(self, key: K) -> V:
            """Return the value at ``key``; raises ``KeyError``."""

        @overload
        def get(self, key: K) -> V | None: ...
        @overload
        def get(self, key: K, default: D) -> V | D: ...
        def get(self, key: K, default: object = None) -> object:
            """Return the value at ``key``, else ``default``."""

        def set(self, key: K, value: V) -> Lookup[K, V]:
            """Return the map with this value at ``key``."""

        def delete(self, key: K) -> Lookup[K, V]:
            """Return the map without the row of ``key``; raises ``KeyError``."""

        def update(self, rows: Mapping[K, V] | Lookup[K, V]) -> Lookup[K, V]:
            """Return the map with these rows put in, too."""

        def mutate(self) -> Mutation[K, V]:
            """Return a copy for many changes; its ``finish()`` is the new map."""

    class Mutation(Generic[K, V]):
        """A map under change; as little to be walked as a ``Lookup``."""

        def __len__(self) -> int:
            """Return the number of rows."""

        def __contains__(self, key: object) -> bool:
            """Tell whether a row has this key."""

        def __getitem__(self, key: K) -> V:
            """Return the value at ``key``; raises ``KeyError``."""

        def __setitem__(self, key: K, value: V) -> None:
            """Put this value at ``key``."""

        def __delitem__(self, key: K) -> None:
            """Take the row of ``key`` out; raises ``KeyError``."""

        @overload
        def get(self, key: K) -> V | None: ...
        @overload
        def get(self, key: K, default: D) -> V | D: ...
        def get(self, key: K, default: object = None) -> object:
            """Return the value at ``key``, else ``default``."""

        @overload
        def pop(self, key: K) -> V: ...
        @overload
        def pop(self, key: K, default: D) -> V | D: ...
        def pop(self, key: K, default: object = None) -> object:
            """Take the row of ``key`` out and return its value, else ``default``."""

        def finish(self) -> Lookup[K, V]:
            """Return the map as it is now; no more changes."""

else:
    Lookup, Mutation = immutables.Map, immutables.MapMutation


def rows_of(lookup: Lookup[O, V]) -> list[tuple[O, V]]:
    """Return the rows in the order of their keys."""
    return sorted(any_order(lookup).items(), key=itemgetter(0))  # any order: no two keys are the same


def keys_of(lookup: Lookup[O, V]) -> list[O]:
    """Return the keys in order."""
    return sorted(any_order(lookup))


def values_of(lookup: Lookup[O, V]) -> list[V]:
    """Return the values in the order of their keys."""
    return [value for _, value in rows_of(lookup)]


def any_order(lookup: Lookup[K, V]) -> Mapping[K, V]:
    """Return the map for a walk whose order cannot matter; ``tests/architecture`` refuses any other."""
    return cast(Mapping[K, V], lookup)


def look_up(table: Lookup[K, V], key: K | None) -> V | None:
    """Return what a table holds under a reference that may be left out; None if it is, or if there is no such thing.

    >>> look_up(Lookup({"m": 1}), None) is None
    True
    """
    return None if key is None else table.get(key)


def given(reference: V | None) -> V:
    """Return a reference that whoever asks has set; raises ``LookupError`` if it is left out.

    >>> given("m")
    'm'
    """
    if reference is None:
        raise LookupError("a reference is left out that this rule speaks of")
    return reference
