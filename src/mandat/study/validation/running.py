"""All checks together."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from mandat.study.streams import Streams
from mandat.study.validation import choices, gaps, opinions, shares, tiers
from mandat.study.validation.check import ResultCheck

GROUPS: tuple[tuple[str, Callable[[Streams], Iterator[ResultCheck]]], ...] = (
    ("tiers of majorities", tiers.checks),
    ("lots, seats, indices", shares.checks),
    ("opinions", opinions.checks),
    ("terms and recall", gaps.checks),
    ("power and bargaining", choices.checks),
)


def validated(seed: int) -> Iterator[ResultCheck]:
    """Every check, in the order of the results, as they are made."""
    streams = Streams(seed)
    for _, checks in GROUPS:
        yield from checks(streams)
