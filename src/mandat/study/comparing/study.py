"""A whole study: which rulebooks, how often, and what came out, with intervals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product

from mandat.language import msg
from mandat.study.comparing.intervals import Interval, interval
from mandat.study.comparing.varying import Range
from mandat.study.errors import StudyError
from mandat.study.opinions.assumed import Assumptions
from mandat.study.simulation.running import Timing
from mandat.study.work.tasks import Done, Series, Task, Variant, What

MOST_VARIANTS = 500


@dataclass(frozen=True, kw_only=True)
class StudyAsked:
    """What a study asks: ``variants`` (the first is compared with the others), ``runs`` of each, from ``seed``."""

    variants: tuple[Variant, ...]
    assumed: Assumptions = field(default_factory=Assumptions)
    timing: Timing = field(default_factory=Timing)
    runs: int = 10
    seed: int = 1
    sizes: tuple[tuple[str, tuple[int, int]], ...] = ()
    top: str | None = None

    def tasks(self) -> tuple[Task, ...]:
        """All runs, then for each rulebook one null run and as many sudden changes as runs."""
        if self.runs < 2:
            raise StudyError(
                msg("an interval needs at least 2 runs and there is {runs}: give --runs 2 or more")(
                    runs=self.runs
                )
            )
        return tuple(
            Task(number, variant, what, run, self.seed, self.assumed, self.timing, self.sizes, self.top)
            for number, (variant, what, run) in enumerate(self._each())
        )

    def _each(self) -> Iterator[tuple[Variant, What, int]]:
        kinds: tuple[tuple[What, int], ...] = (("run", self.runs), ("null", 1), ("response", self.runs))
        for variant in self.variants:
            for what, many in kinds:
                yield from ((variant, what, run) for run in range(many))


def varied(base: Sequence[Variant], ranges: Sequence[Range]) -> tuple[Variant, ...]:
    """Every rulebook with every combination of the values; the rulebooks as they are, where there are no ranges."""
    keys = [each.key for each in ranges]
    if len(set(keys)) < len(keys):
        raise StudyError(
            msg("{keys} is varied twice; give one range for each key")(keys=repr(max(keys, key=keys.count)))
        )
    found = [
        Variant(
            _named(variant, keys, values, alone=len(base) == 1),
            variant.text,
            (*variant.changes, *zip(keys, values, strict=True)),
        )
        for variant in base
        for values in product(*(each.values for each in ranges))
    ]
    if len(found) > MOST_VARIANTS:
        raise StudyError(
            msg("these ranges make {count} rulebooks; at most {most} are compared: give fewer steps")(
                count=len(found), most=MOST_VARIANTS
            )
        )
    return tuple(found)


def _named(variant: Variant, keys: Sequence[str], values: Sequence[str], *, alone: bool) -> str:
    said = ", ".join(f"{key}={value}" for key, value in zip(keys, values, strict=True))
    return variant.name if not said else said if alone else f"{variant.name}: {said}"


@dataclass(frozen=True)
class RulebookOutcome:
    """What one rulebook gave: by measure an interval, and the difference to the first rulebook, run by run."""

    name: str
    measures: dict[str, Interval]
    beside_first: dict[str, Interval]
    null: dict[str, float]
    unanswered: int
    series: Series | None


def outcomes(results: Iterable[Done], names: Sequence[str]) -> tuple[RulebookOutcome, ...]:
    """All rulebooks, in the order of ``names``."""
    by_name: dict[str, list[Done]] = {name: [] for name in names}
    for each in sorted(results, key=lambda done: done.number):
        by_name[each.variant].append(each)
    first = _runs(by_name[names[0]])
    return tuple(_outcome(name, by_name[name], first) for name in names)


def _runs(found: Sequence[Done]) -> list[Done]:
    return [each for each in found if each.what == "run"]


def _outcome(name: str, found: Sequence[Done], first: Sequence[Done]) -> RulebookOutcome:
    runs = _runs(found)
    measures = {key: interval([each.measures[key] for each in runs]) for key in runs[0].measures}
    pairs = list(zip(runs, first, strict=True))
    beside = {key: interval([a.measures[key] - b.measures[key] for a, b in pairs]) for key in measures}
    times = [each.measures["half_life_days"] for each in found if each.what == "response"]
    answered = [each for each in times if each != float("inf")]
    if len(answered) > 1:
        measures["half_life_days"] = interval(answered)
    null = next((dict(each.measures) for each in found if each.what == "null"), {})
    series = next((each.series for each in runs if each.series is not None), None)
    return RulebookOutcome(name, measures, beside, null, len(times) - len(answered), series)
