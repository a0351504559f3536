"""The program beside theory: T1 to T27 (docs/manual/studies.md), on a seed that is not the default one."""

from __future__ import annotations

import numpy as np
import pytest

from mandat.study.streams import Streams
from mandat.study.validation.check import ResultCheck, allowed_errors, counted, exactly, sampled
from mandat.study.validation.running import GROUPS


@pytest.fixture(scope="module")
def checks() -> dict[str, list[ResultCheck]]:
    return {name: list(made(Streams(2024))) for name, made in GROUPS}


@pytest.mark.parametrize("group", [name for name, _ in GROUPS])
def test_results_known_exactly_hold(group: str, checks: dict[str, list[ResultCheck]]) -> None:
    allowed = allowed_errors([check for found in checks.values() for check in found])

    assert [
        f"{c.result} {c.what}: {c.measured} for {c.expected}" for c in checks[group] if not c.holds(allowed)
    ] == []


def test_every_result_is_checked(checks: dict[str, list[ResultCheck]]) -> None:
    assert {check.result for found in checks.values() for check in found} == {f"T{n}" for n in range(1, 28)}


class TestAJudgeThatCanSayNo:
    def test_equal_numbers_must_be_equal(self) -> None:
        assert exactly("T", "", 1.0, 1.0 + 1e-12).holds(0)
        assert not exactly("T", "", 1.0, 1.001).holds(100)

    def test_a_biased_mean_does_not_hold(self) -> None:
        values = np.random.default_rng(1).normal(0.1, 1, 10_000)

        assert not sampled("T", "", 0, values).holds(3.7)
        assert sampled("T", "", 0.1, values).holds(3.7)

    def test_a_wrong_probability_does_not_hold(self) -> None:
        happened = np.random.default_rng(1).random(10_000) < 0.55

        assert not counted("T", "", 0.5, happened).holds(3.7)

    def test_more_checks_may_be_further_off(self) -> None:
        few, many = [ResultCheck("", "", 0, 0, 1)], [ResultCheck("", "", 0, 0, 1)] * 100

        assert round(allowed_errors(few), 2) == 2.58
        assert round(allowed_errors(many), 2) == 3.89
