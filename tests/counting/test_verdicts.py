"""`--findings` says what *this* rule makes of a paper: every verdict is held against the count of that very paper."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mandat import counting
from mandat.counting import Ballots
from mandat.counting.ballots import Rank
from mandat.counting.formats import findings
from mandat.counting.rule import Rule
from mandat.counting.verdict import PaperVerdict, verdict
from tests.counting.profiles import parameters_for

CANDIDATES = 4
SEATS = 2
OVERVOTES_OF_THEIR_OWN = {"rctab", "maine", "alaska", "new-york-city"}
"""Rules that judge an overvote when it is reached, by who continues then: no verdict on the paper alone can say."""
RULES = [
    rule
    for rule in counting.rules().values()
    if rule.looking(1).sees != "points" and rule.name not in OVERVOTES_OF_THEIR_OWN
]


def rankings() -> st.SearchStrategy[tuple[Rank, ...]]:
    shared = st.frozensets(st.integers(1, CANDIDATES), min_size=2, max_size=3)
    rank: st.SearchStrategy[Rank] = st.one_of(st.integers(0, CANDIDATES), shared, st.just(()))
    return st.lists(rank, max_size=5).map(tuple)


def counted_alone(rule: Rule, ballots: Ballots, seats: int) -> counting.Count:
    lots: tuple[int, ...] = ()
    parameters: dict[str, Any] = parameters_for(rule.name)
    if rule.name == "cambridge-compromise":
        parameters["base"] = 0  # else everybody gets five seats
    while True:
        found = counting.count(rule.name, ballots, seats, lots=lots, **parameters)
        if found.question is None:
            return found
        lots = (*lots, min(found.question.candidates))


def judged(
    rule: Rule, ranking: tuple[Rank, ...], seats: int, withdrawn: tuple[int, ...] = ()
) -> PaperVerdict:
    return verdict(ranking, rule.looking(seats, {}, withdrawn))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
@given(ranking=rankings(), gone=st.sampled_from([(), (2,), (1, 3)]))
def test_a_paper_is_valid_for_the_count_if_the_verdict_says_so(
    rule: Rule, ranking: tuple[Rank, ...], gone: tuple[int, ...]
) -> None:
    seats = 1 if rule.one_seat else SEATS
    made = Ballots.from_rankings(
        [f"C{n}" for n in range(1, CANDIDATES + 1)], [(ranking, 5)], keep_sequence=True
    )
    found = judged(rule, ranking, seats, gone)
    if found.outcome == "refuse":
        with pytest.raises(counting.BadBallotsError):
            counted_alone(rule, made.without(gone), seats)
        return
    count = counted_alone(rule, made.without(gone), seats)
    assert (count.valid, count.invalid) == ((5, 0) if found.valid else (0, 5))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
@given(ranking=rankings())
def test_the_votes_of_a_paper_go_where_the_verdict_says(rule: Rule, ranking: tuple[Rank, ...]) -> None:
    looking = rule.looking(SEATS)
    found = judged(rule, ranking, SEATS)
    if not found.valid or not found.counted or rule.one_seat or rule.kind == "committee":
        return
    made = Ballots.from_rankings(
        [f"C{n}" for n in range(1, CANDIDATES + 1)], [(ranking, 5)], keep_sequence=True
    )
    first = counted_alone(rule, made, SEATS).stages[0]
    voted = {number for number, total in enumerate(first.totals, 1) if total}
    if looking.sees in ("preferences", "first"):
        assert voted <= {found.counted[0]}
    elif looking.sees in ("marks", "set"):
        named = {n for rank in found.counted for n in ((rank,) if isinstance(rank, int) else rank)}
        assert voted <= named
        assert rule.name == "yes-no" or voted == named
    elif looking.sees == "times":
        assert voted == set(found.counted)


@pytest.mark.parametrize(
    ("rule", "text", "consequence", "counted"),
    [
        ("stv-scottish", "Ann,,Bob", "the rule stops there: earlier preferences count", "Ann"),
        ("minneapolis", "Ann,,Bob", "the rule passes over that mark: the others count", "Ann > Bob"),
        ("fptp", "Ann,,Bob", "the rule does not look at that: the paper counts", "Ann"),
        ("approval", "Ann,,Bob", "the rule does not look at that: the paper counts", "Ann = Bob"),
        ("block", "Ann,Bob,Cy", "the rule voids the paper", ""),
        ("schulze", "Ann,,Bob", "the rule passes over that mark: the others count", "Ann > Bob"),
        ("approval", ",,", "the rule counts the paper as valid", ""),
        ("irv", ",,", "the rule counts the paper as invalid", ""),
        ("score", "Ann,,Bob", "the rule cannot count it", ""),
    ],
)
def test_findings_are_this_rules(
    tmp_path: Path, rule: str, text: str, consequence: str, counted: str
) -> None:
    file = tmp_path / "gap.csv"
    file.write_text(f"rank1,rank2,rank3\nCy,,\nBob,,\nAnn,,\n{text}\n")
    (found,) = [each for each in findings(file, counting.rule(rule), seats=2) if each.line == 5]
    assert (found.consequence, found.counted) == (consequence, counted)


def test_findings_of_a_file_without_lines_are_by_paper(tmp_path: Path) -> None:
    file = tmp_path / "result.json"
    file.write_text('{"result": [[[1, 2], [0, 0], [1, 1]]]}')
    found = list(findings(file, counting.rule("stv-scottish"), candidates=["Ann", "Bob"]))
    assert [str(each) for each in found] == [
        "paper 2: 1 paper: nobody is marked; the rule counts the paper as invalid",
        "paper 3: 1 paper: rank 1 is given to 1 and 2; the rule stops there: earlier preferences count",
    ]


def test_what_the_file_sets_aside_is_a_finding(tmp_path: Path) -> None:
    file = tmp_path / "town.csv"
    file.write_text("rank1,valid\nAnn,1\nBob,0\n")
    (found,) = findings(file, counting.rule("fptp"))
    assert str(found) == "line 3: 1 paper: the file marks the paper as invalid; it is set aside"
