"""Three votes in five months: how far the seats were from the votes, under several rules, with turnout as an open question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from mandat.study.history.figures import MOSCOW, MOSCOW_SEATS
from mandat.study.seats.allocation import d_hondt, lots
from mandat.study.streams import Streams

STAYED_HOME = (0.0, 0.5, 1.0)
"""Of the votes that were cast in June and no more in September: which part still thinks as in June."""


@dataclass(frozen=True, slots=True)
class CityGap:
    """At a vote: the rule, and the share of seats that would have to change hands to match opinion.

    ``stayed``: what part of those who stayed away is taken to think as before.
    """

    when: str
    rule: str
    stayed: float
    gap: float


def seats(votes: Mapping[str, int]) -> dict[str, float]:
    """Shares of seats by D'Hondt."""
    names = sorted(votes)
    given = np.array([[votes[name] for name in names]])
    found = d_hondt(given, np.array([MOSCOW_SEATS]), lots(1, len(names), Streams(1).named("moscow")))[0]
    return {name: int(n) / MOSCOW_SEATS for name, n in zip(names, found, strict=True)}


def opinion(now: Mapping[str, int], before: Mapping[str, int], stayed: float) -> dict[str, float]:
    """Opinion among all who voted before: those who vote now, and of those missing a part who think as before.

    The missing are taken from each list in proportion to what it lost.
    """
    missing = max(0, sum(before.values()) - sum(now.values()))
    lost = {name: max(0, before.get(name, 0) - now.get(name, 0)) for name in before}
    whole = sum(lost.values()) or 1
    counted = {
        name: now.get(name, 0) + stayed * missing * lost.get(name, 0) / whole
        for name in sorted({*now, *before})
    }
    total = sum(counted.values())
    return {name: counted[name] / total for name in sorted(counted)}


def moscow() -> tuple[CityGap, ...]:
    """Rules: seats of June kept for a year, renewed in September, recalled once more than half of its voters have turned away."""
    june, found = MOSCOW["1917-06"], []
    for when in ("1917-09", "1917-11"):
        for stayed in STAYED_HOME:
            thinks = opinion(MOSCOW[when], june, stayed)
            kept = seats(june)
            recalled = seats(MOSCOW[when]) if _turned_away(MOSCOW[when], june, stayed) else kept
            for rule, held in (
                ("term of a year", kept),
                ("elected every three months", seats(MOSCOW["1917-09"])),
                ("recall by half of the voters", recalled),
            ):
                found.append(CityGap(when, rule, stayed, _gap(held, thinks)))
    return tuple(found)


def _turned_away(now: Mapping[str, int], june: Mapping[str, int], stayed: float) -> bool:
    """Whether more than half of those who elected the largest list of June are no longer for it."""
    largest = max(june, key=lambda name: june[name])
    thinks = opinion(now, june, stayed)
    return thinks.get(largest, 0.0) * sum(june.values()) < june[largest] / 2


def _gap(held: Mapping[str, float], thinks: Mapping[str, float]) -> float:
    return sum(abs(held.get(name, 0) - thinks.get(name, 0)) for name in sorted({*held, *thinks})) / 2
