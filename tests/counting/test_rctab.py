"""RCTab's own test elections (see `data/SOURCE.md`): every round of every option set, to the published digit."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import msgspec
import pytest

from mandat import counting
from mandat.counting import Ballots, Count
from tests.counting.elections import DATA
from tests.counting.elections import ballots as election
from tests.counting.profiles import by_the_text

CASES: list[dict[str, Any]] = msgspec.json.decode((DATA / "rctab.json").read_bytes())
BY_NAME = {case["id"]: case for case in CASES}
PASSES = [name for name in BY_NAME if "sequential" in name]


def papers_of(case: dict[str, Any]) -> Ballots:
    if case["papers"] is None:  # Minneapolis 2013, which is here already
        return election("us_minneapolis_2013_park")
    rankings = [
        (tuple(frozenset(rank) if isinstance(rank, list) else rank for rank in ranking), weight)
        for ranking, weight in case["papers"]
    ]
    return Ballots.from_rankings(case["candidates"], rankings)


def counted(case: dict[str, Any], ballots: Ballots) -> Count:
    """RCTab's seeded lots are not ours: where one is asked for, answer as its log did."""
    lots: tuple[int, ...] = ()
    expected = [name for each in case["rounds"] for name in each["elected"]]
    while True:
        found = by_the_text("rctab", ballots, case["seats"], lots, **case["parameters"])
        if found.question is None:
            return found
        tied = dict(zip(found.question.names, found.question.candidates, strict=True))
        chosen = next((tied[name] for name in expected if name in tied), None)
        lots = (*lots, chosen if chosen is not None else _fallen(case, found, tied))


def _fallen(case: dict[str, Any], found: Count, tied: dict[str, int]) -> int:
    """Which of the tied is out of the next round."""
    following = case["rounds"][len(found.stages)]["votes"]
    return next(number for name, number in tied.items() if following[case["candidates"].index(name)] is None)


def as_published(
    case: dict[str, Any], ballots: Ballots, stage: counting.Stage, precision: int
) -> list[Decimal]:
    places = {name: number for number, name in enumerate(c.name for c in ballots.candidates)}
    names = [
        "UWI" if name == "Undeclared Write-ins" and name not in places else name
        for name in case["candidates"]
    ]
    return [Decimal(stage.totals[places[name]]).scaleb(-precision) for name in names]


@pytest.mark.parametrize("name", [name for name in BY_NAME if name not in PASSES])
def test_every_round_is_as_rctab_counts_it(name: str) -> None:
    case = BY_NAME[name]
    ballots = papers_of(case)
    found = counted(case, ballots)
    published = [r for r in case["rounds"] if not _only_names_the_winner(case, r)]
    assert len(found.stages) == len(published)
    for stage, expected in zip(found.stages, published, strict=True):
        votes = [Decimal(each or 0) for each in expected["votes"]]
        assert as_published(case, ballots, stage, found.precision) == votes
    elected = {name for r in case["rounds"] for name in r["elected"]}
    assert {each.name for each in found.elected} == elected


def _only_names_the_winner(case: dict[str, Any], published: dict[str, Any]) -> bool:
    """With `until_two` RCTab names the winner in a round of its own, in which nothing moves."""
    place = case["rounds"].index(published)
    return bool(place) and case["rounds"][place - 1]["votes"] == published["votes"]


def test_multi_pass_counts_all_papers_again_for_each_seat() -> None:
    ballots = papers_of(BY_NAME[PASSES[0]])
    found = counted(BY_NAME[PASSES[0]], ballots)
    published = [(BY_NAME[name], each) for name in PASSES for each in BY_NAME[name]["rounds"]]
    assert len(found.stages) == len(published)
    for stage, (case, expected) in zip(found.stages, published, strict=True):
        votes = [Decimal(each or 0) for each in expected["votes"]]
        assert as_published(case, ballots, stage, found.precision) == votes
    assert [each.name for each in found.elected] == [name for _, r in published for name in r["elected"]]


def test_the_threshold_is_as_rctab_publishes_it() -> None:
    for name in ("minneapolis_park_2013_hare", "test_set_allow_only_one_winner_per_round"):
        case = BY_NAME[name]
        found = counted(case, papers_of(case))
        assert found.quota is not None
        assert Decimal(found.quota).scaleb(-found.precision) == Decimal(case["rounds"][0]["threshold"])


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({"mode": "irv"}, "rctab has no mode 'irv'"),
        ({"overvote": "ignore"}, "overvotes cannot be read by 'ignore'"),
        ({"mode": "majority"}, "the mode 'majority' fills one seat, not 2"),
        ({"decimals": 30}, "30 decimals are not possible"),
        ({"skips": "many"}, "'many' skipped ranks cannot be passed over"),
    ],
)
def test_options_that_there_are_not_are_refused(parameters: dict[str, Any], words: str) -> None:
    ballots = Ballots.from_rankings(["Ann", "Bob", "Cy"], [((1, 2), 3), ((2,), 2)])
    with pytest.raises(counting.BadParameterError, match=words):
        counting.count("rctab", ballots, 2, **parameters)
