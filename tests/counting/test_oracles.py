"""The STV rules equal plain counts of single papers in fractions, at every stage, on random elections."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings

from mandat import counting
from tests.counting.oracle import Outcome, Paper
from tests.counting.oracles.keep_values import new_zealand
from tests.counting.oracles.last_parcel import ers97, northern_ireland
from tests.counting.oracles.senate import senate
from tests.counting.oracles.weighted import minneapolis, wigm
from tests.counting.oracles.whole_papers import cambridge, irish, malta
from tests.counting.profiles import Papers, complete, elections, made

CASES: list[tuple[str, Callable[..., Outcome], dict[str, Any]]] = [
    ("wigm", wigm, {}),
    ("wigm", wigm, {"batch": True}),
    ("ers97", ers97, {}),
    ("stv-ni", northern_ireland, {}),
    ("minneapolis", minneapolis, {}),
    ("minneapolis", minneapolis, {"undeclared": (2,)}),
    ("cambridge", cambridge, {"signatures": 2}),
    ("cambridge", cambridge, {"signatures": 0}),
    ("irish", irish, {}),
    ("malta", malta, {}),
    ("meek-nz", new_zealand, {}),
]


def single(papers: Papers) -> list[Paper]:
    return [ranking for ranking, weight in papers for _ in range(weight)]


def assert_equal(result: counting.Count, expected: Outcome) -> None:
    unit = 10**result.precision
    fast = [
        {c: Fraction(votes, unit) for c, votes in enumerate(stage.totals, start=1)} for stage in result.stages
    ]
    assert fast == expected.totals
    assert [(e.candidate, e.stage) for e in result.elected] == expected.elected
    assert sorted((e.candidate, e.stage) for e in result.excluded) == sorted(expected.excluded)


@pytest.mark.parametrize(("rule", "oracle", "more"), CASES)
@settings(max_examples=300)
@given(election=elections())
def test_the_count_equals_the_plain_one(
    rule: str, oracle: Callable[..., Outcome], more: dict[str, Any], election: tuple[int, Papers, int]
) -> None:
    candidates, papers, seats = election
    result = complete(rule, made(candidates, papers, keep_sequence=True), seats, **more)
    assert_equal(result, oracle(single(papers), candidates, seats, min, **more))


@settings(max_examples=300)
@given(election=elections())
def test_the_senate_equals_the_plain_count(election: tuple[int, Papers, int]) -> None:
    """At every count; what an excluded candidate still holds in the middle of an exclusion is nobody's vote."""
    candidates, papers, seats = election
    result = complete("au-senate", made(candidates, papers), seats)
    expected = senate(single(papers), candidates, seats, min)
    assert [(e.candidate, e.stage) for e in result.elected] == expected.elected
    assert [(e.candidate, e.stage) for e in result.excluded] == expected.excluded
    out = dict(expected.excluded)
    assert len(result.stages) == len(expected.totals)
    for stage, totals in zip(result.stages, expected.totals, strict=True):
        for candidate, votes in totals.items():
            if stage.number <= out.get(candidate, stage.number):
                assert stage.totals[candidate - 1] == votes
