"""How much each assumption matters: one changed at a time, down and up, the same luck in all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mandat.study.comparing.intervals import Interval
from mandat.study.comparing.study import RulebookOutcome
from mandat.study.opinions.assumed import Assumptions
from mandat.study.work.tasks import Variant

BY_KIND: dict[str, tuple[str, ...]] = {
    "drift": ("common", "local", "personal", "spread", "local_spread"),
    "voter": ("contacts", "outside", "local_spread"),
    "bounded": ("contacts", "outside", "tolerance", "local_spread"),
}
ACTING = ("turnout", "mistakes", "loyalty", "attention", "organising")
ENDS: dict[str, tuple[str, str]] = {
    "turnout": ("0.5", "1"),
    "mistakes": ("0", "0.05"),
    "attention": ("0.7", "1"),
    "outside": ("0", "0.3"),
    "withdrawing": ("fair", "any"),
}


@dataclass(frozen=True, slots=True)
class Swing:
    """By how much the gap changes when an assumption is at its lower and at its upper end."""

    name: str
    low: str
    high: str
    at_low: Interval
    at_high: Interval

    @property
    def size(self) -> float:
        """The larger of the two changes."""
        return max(abs(self.at_low.mean), abs(self.at_high.mean))


def ends(assumed: Assumptions) -> Iterator[tuple[str, str, str]]:
    """Each assumption that matters to this model, with a low and a high value: half and double where nothing else is natural."""
    for name in (*BY_KIND[assumed.opinion], *ACTING, "withdrawing"):
        if name in ENDS:
            yield (name, *ENDS[name])
        else:
            value = getattr(assumed, name)
            if value:
                yield name, f"{value / 2:g}", f"{value * 2:g}"


def around(variant: Variant, assumed: Assumptions) -> Iterator[Variant]:
    """The rulebook, then with each assumption low and high."""
    yield variant
    for name, low, high in ends(assumed):
        for value in (low, high):
            yield Variant(f"{name}={value}", variant.text, (*variant.changes, (name, value)))


def swings(found: Sequence[RulebookOutcome], assumed: Assumptions) -> tuple[Swing, ...]:
    """The largest first."""
    by_name = {each.name: each for each in found}
    all_ = [
        Swing(
            name,
            low,
            high,
            by_name[f"{name}={low}"].beside_first["gap"],
            by_name[f"{name}={high}"].beside_first["gap"],
        )
        for name, low, high in ends(assumed)
    ]
    return tuple(sorted(all_, key=lambda swing: -swing.size))
