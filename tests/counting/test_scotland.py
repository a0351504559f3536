"""Forty Scottish wards: winners, order, stages and every total as the returning officers declared them."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec
import pytest

from mandat import counting
from mandat.demo import data
from tests.counting.elections import DATA
from tests.counting.profiles import complete, made

WARDS = sorted(path.stem for path in (Path(data.__file__).parent / "scotland").glob("*.blt"))


def ward(name: str) -> tuple[counting.Ballots, dict[str, Any]]:
    folder = Path(data.__file__).parent / "scotland"
    official = msgspec.json.decode((folder / f"{name}.json").read_bytes())
    return counting.read(folder / f"{name}.blt"), official


def test_there_are_forty_wards() -> None:
    assert len(WARDS) == 40


@pytest.mark.parametrize("name", WARDS)
def test_ward_is_counted_as_declared(name: str) -> None:
    ballots, official = ward(name)
    result = counting.count("stv-scottish", ballots, official["seats"])

    assert result.valid == official["valid_poll"]
    assert result.quota == official["quota"] * 10**5
    assert list(result.winners) == official["winners"]
    people = official["candidates"]
    assert {e.candidate: e.stage for e in result.elected} == {
        c["number"]: c["stage"] for c in people if c["status"] == "Elected"
    }
    assert {e.candidate: e.stage for e in result.excluded} == {
        c["number"]: c["stage"] for c in people if c["status"] == "Excluded"
    }
    assert not set(result.winners) & set(result.runners_up)


@pytest.mark.parametrize("name", WARDS)
def test_every_stage_total_is_as_declared(name: str) -> None:
    ballots, official = ward(name)
    exact = official["stage_totals_precision"] == "5 decimals"

    stages = counting.count("stv-scottish", ballots, official["seats"]).to_json()["stages"]

    assert len(stages) == len(official["stage_totals"])
    for stage, declared in zip(stages, official["stage_totals"], strict=True):
        for total, published in zip(stage["totals"], declared, strict=True):
            places = Decimal("0.00001") if exact else Decimal(1).scaleb(-places_of(published))
            assert Decimal(total).quantize(places) == Decimal(published).quantize(places)


def places_of(published: str) -> int:
    """Some councils published two decimals: compare with as many as they gave."""
    return len(published.partition(".")[2])


def test_ward_that_turns_on_an_eighth_of_a_vote() -> None:
    ballots, _ = ward("north_lanarkshire_2017_ward11")
    result = counting.count("stv-scottish", ballots, 4)
    sixth = result.to_json()["stages"][5]["totals"]
    assert (sixth[0], sixth[4]) == ("517.13156", "517.25396")
    assert (result.excluded[2].candidate, result.winners[-1]) == (1, 5)


def test_equal_surpluses_look_at_the_latest_stage_that_differs() -> None:
    ballots, _ = ward("renfrewshire_2017_ward3")
    result = counting.count("stv-scottish", ballots, 3)
    assert [(t.stage, t.paragraph, t.candidates, t.chosen, t.how) for t in result.ties] == [
        (6, "rule 49(2)-(3)", (6, 8), 8, "stage 5")
    ]
    assert [stage.candidates for stage in result.stages[6:8]] == [(8,), (6,)]


def test_four_hundred_random_elections_as_pref_voting_counts_them() -> None:
    recorded = msgspec.json.decode((DATA / "pref_voting_scottish.json").read_bytes())
    assert len(recorded) == 400
    for election in recorded:
        papers = [(tuple(map(int, ranking)), weight) for ranking, weight in election["papers"]]
        result = complete("stv-scottish", made(election["candidates"], papers), election["seats"])
        assert sorted(result.winners) == election["winners"]
