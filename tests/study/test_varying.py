"""Ranges of keys: what is read, what is refused, and what changes in the bylaws."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from mandat.bylaws.reading.loader import load
from mandat.study.comparing.intervals import Interval, interval, quantile, runs_needed
from mandat.study.comparing.varying import assumption, changed, keys, ranged
from mandat.study.errors import StudyError
from mandat.study.opinions.assumed import Assumptions

TEXT = (Path(__file__).parents[2] / "src" / "mandat" / "bylaws" / "templates" / "federation.toml").read_text()
FEDERATION = load(TEXT)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("turnout", "is no range; write KEY=FROM..TO"),
        ("turnout=0.9..0.5", "runs from 9/10 to 1/2: the first must be less than the second"),
        ("turnout=0.5..0.5", "the first must be less than the second"),
        ("turnout=low..high", "are not both numbers"),
        ("turnout=1/0..1", "are not both numbers"),
        ("a.term=P1Y..P30D", "both ends in years and months, or both in weeks and days"),
        ("a.term=P1Y..later", "is no duration|P1Y|ISO 8601"),
        ("turnout=0..1:1", "asks for '1' steps; give a whole number from 2 to 200"),
    ],
)
def test_contradictory_ranges_are_refused(text: str, said: str) -> None:
    with pytest.raises(StudyError, match=said):
        ranged(text)


@pytest.mark.parametrize(
    ("key", "value", "now"),
    [
        ("congress.recall.confidence", "2/3", "withdrawn > 2/3 * electors"),
        ("recall.congress-delegate.confidence", "0.4", "withdrawn > 2/5 * electors"),
        ("congress.recall.confidence", "withdrawn >= 20", "withdrawn >= 20"),
    ],
)
def test_a_threshold(key: str, value: str, now: str) -> None:
    confidence = changed(FEDERATION, key, value).recalls["congress-delegate"].deciding.confidence

    assert confidence is not None
    assert str(confidence.rows[0].value) == now


def test_no_recall_at_all() -> None:
    assert "delegate" not in changed(FEDERATION, "recall.delegate.confidence", "none").recalls


def test_a_line_is_changed_where_it_stands_and_where_it_is_listed() -> None:
    new = changed(FEDERATION, "region.delegates.term", "P18M")

    assert str(new.lines["region.delegates"].mandate.term.clock.length) == "P18M"  # type: ignore[union-attr]
    assert new.bodies["region"].lines[0] == new.lines["region.delegates"]


def test_every_key_that_is_listed_can_be_varied() -> None:
    values = {"confidence": "1/3", "cooling_off": "P1M", "term": "P18M", "number": "8", "method": "block"}
    for key in keys(FEDERATION):
        assert changed(FEDERATION, key, values[key.rpartition(".")[2]]) != FEDERATION


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("congress.recall.confidense", "1/2", "Did you mean"),
        ("congress.recall.confidence", "yes > no", "cannot be 'yes > no'"),
        ("region.delegates.term", "two years", "no duration|ISO 8601|P2Y"),
        ("region.delegates.method", "d-hont", "Did you mean d-hondt"),
        ("bureau.recall.confidence", "1/2", "has no confidence to vary"),
    ],
)
def test_what_cannot_be_is_refused_with_the_remedy(key: str, value: str, said: str) -> None:
    with pytest.raises(StudyError, match=said):
        changed(FEDERATION, key, value)


def test_an_assumption() -> None:
    found = assumption(Assumptions(), "turnout", "3/5")

    assert found is not None
    assert found.turnout == 0.6
    assert assumption(Assumptions(), "region.delegates.term", "P1Y") is None
    for key, value in (("turnout", "2"), ("turnout", "many"), ("opinion", "magnet"), ("tendencies", "1")):
        with pytest.raises(StudyError, match=f"{key} cannot be '{value}'"):
            assumption(Assumptions(), key, value)


class TestIntervals:
    def test_nineteen_of_twenty_hold(self) -> None:
        random = np.random.default_rng(7)
        held = sum(
            abs((found := interval(random.normal(3, 2, 8).tolist())).mean - 3) <= found.half
            for _ in range(4000)
        )

        assert abs(held / 4000 - 0.95) < 0.0125

    def test_student(self) -> None:
        assert [round(quantile(n), 3) for n in (1, 2, 5, 10, 29)] == [12.706, 4.303, 2.571, 2.228, 2.045]

    def test_how_many_runs_are_needed(self) -> None:
        found = Interval(0.1, 0.02, 10)
        needed = runs_needed(found, 0.01)

        assert 25 < needed < 40
        with pytest.raises(StudyError, match="give a number above 0"):
            runs_needed(found, 0)
