"""Instant runoff and Minneapolis: winners and every round as published."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from mandat import counting
from tests.counting.elections import ballots, candidates_of, outcome

RUNOFFS = [
    "us_burlington_2009_mayor",
    "us_oakland_2010_mayor",
    "us_oakland_2012_council_3",
    "us_pierce_2008_council_2",
]


@pytest.mark.parametrize("name", RUNOFFS)
def test_runoff_has_the_published_rounds(name: str) -> None:
    known = outcome(name)
    result = counting.count("irv", ballots(name), 1)

    assert list(result.winners) == known["winners"]
    blank = known["rounds"][0]["exhausted"]
    rounds = [
        {str(c): votes for c, votes in enumerate(stage.totals, start=1) if votes}
        | {"exhausted": stage.exhausted + blank}
        for stage in result.stages
    ]
    assert rounds == known["rounds"]
    assert result.invalid == blank


@pytest.mark.parametrize("name", RUNOFFS)
def test_runoff_elects_the_same_candidate_in_every_variant(name: str) -> None:
    papers = ballots(name)
    variants = [
        counting.count("irv", papers, 1, batch=batch, stop_at_majority=stop).winners
        for batch in (True, False)
        for stop in (True, False)
    ]
    assert len(set(variants)) == 1


def report(name: str) -> list[dict[str, Any]]:
    results: list[dict[str, Any]] = outcome(name)["expected"]["results"]
    return results


def rounds_of(name: str, result: counting.Count) -> list[dict[str, Fraction]]:
    names = ["Undeclared Write-ins" if n == "UWI" else n for n in candidates_of(outcome(name))]
    return [
        {n: Fraction(v, 10**4) for n, v in zip(names, stage.totals, strict=True) if v}
        for stage in result.stages
    ]


def reported_rounds(name: str) -> list[dict[str, Fraction]]:
    """The report gives an election without a surplus a round of its own, in which no vote moves."""
    rounds = [{n: Fraction(v) for n, v in r["tally"].items() if Fraction(v)} for r in report(name)]
    return [r for place, r in enumerate(rounds) if place == 0 or r != rounds[place - 1]]


def test_minneapolis_park_board_has_the_rounds_of_the_report() -> None:
    name = "us_minneapolis_2013_park"
    result = counting.count("minneapolis", ballots(name), 3)

    assert [result.names[c - 1] for c in result.winners] == ["JOHN ERWIN", "ANNIE YOUNG", "MEG FORNEY"]
    # 167.70(c)(1)e: the votes of the candidate whose defeat leaves as many as there are seats do not move.
    # The report moves them, and then a surplus, in two more rounds that change nobody's election.
    assert rounds_of(name, result) == reported_rounds(name)[:-2]


def test_minneapolis_mayor_has_the_rounds_of_the_report_with_its_setting_for_skipped_ranks() -> None:
    name = "us_minneapolis_2017_mayor"
    result = counting.count("minneapolis", ballots(name), 1, two_skips_end=True)

    assert [result.names[c - 1] for c in result.winners] == ["Jacob Frey"]
    assert rounds_of(name, result) == reported_rounds(name)


def test_minneapolis_passes_over_any_number_of_skipped_ranks_as_the_ordinance_says() -> None:
    name = "us_minneapolis_2017_mayor"
    strict = counting.count("minneapolis", ballots(name), 1, two_skips_end=True)
    result = counting.count("minneapolis", ballots(name), 1)

    skipped = sum(int(n) for n in [report(name)[0]["inactiveBallots"]["skippedRankings"]])
    assert result.valid - strict.valid == skipped == 38
    assert result.winners == strict.winners
