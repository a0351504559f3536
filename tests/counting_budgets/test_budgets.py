"""Participatory budgets: what cities published, hand-made cases, and equal shares by its plain definition."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mandat import counting
from mandat.counting import Ballots, Count
from mandat.counting.projects import Projects

DATA = Path(__file__).parent / "data"
RULES = ("budget-greedy", "budget-equal-shares")
every_rule = pytest.mark.parametrize("rule", RULES)
GREEDY: dict[str, dict[str, Any]] = {
    "pb_poland_czestochowa_2024_stare_miasto": {},
    "pb_poland_gdynia_2024_leszczynki_large": {"skip": False, "threshold": 50},
    "pb_poland_katowice_2020_dab": {"threshold": 50},
    "pb_poland_krakow_2022_lagiewniki-borek_falecki": {},
}


def selected(name: str) -> list[int]:
    """The projects that the city published as chosen, by their number."""
    rows = (DATA / f"{name}.pb").read_text().split("PROJECTS\n")[1].split("VOTES\n")[0].splitlines()
    place = rows[0].split(";").index("selected")
    return [number for number, row in enumerate(rows[1:], 1) if row.split(";")[place] == "1"]


@pytest.mark.parametrize("name", GREEDY)
def test_cities_that_go_by_votes_chose_the_same_projects(name: str) -> None:
    ballots = counting.read(DATA / f"{name}.pb", points=True)
    result = counting.count("budget-greedy", ballots, len(ballots.candidates), **GREEDY[name])
    assert sorted(result.winners) == selected(name)
    counting.replay(result, ballots)


def test_assen_chose_by_equal_shares_with_add1() -> None:
    name = "pb_netherlands_assen_2024"
    ballots = counting.read(DATA / f"{name}.pb")
    assert ballots.projects is not None
    assert (ballots.projects.budget, ballots.projects.cost(1)) == (100_000, 7200)
    result = counting.count("budget-equal-shares", ballots, 14, completion="add1")
    assert sorted(result.winners) == selected(name)
    assert result.exhibits[1].rows == (("100000", "76700", "23300"),)
    more = counting.count("budget-equal-shares", ballots, 14)
    assert set(more.winners) - set(result.winners) == {
        12
    }  # the only other project that 23,300 can pay, by its votes


def made(costs: tuple[int, ...], sets: Any) -> Ballots:
    return Ballots.from_approvals([f"P{n}" for n in range(1, len(costs) + 1)], sets)


def chosen(rule: str, costs: tuple[int, ...], budget: int, sets: Any, **more: Any) -> Count:
    return counting.count(rule, made(costs, sets), len(costs), costs=costs, budget=budget, **more)


def test_greedy_passes_over_what_does_not_fit_or_stops_there() -> None:
    sets = [({1, 2, 3}, 3), ({1, 2}, 2), ({1}, 1)]
    assert chosen("budget-greedy", (60, 50, 30), 100, sets).winners == (1, 3)
    assert chosen("budget-greedy", (60, 50, 30), 100, sets, skip=False).winners == (1,)
    assert chosen("budget-greedy", (60, 50, 30), 100, sets, threshold=4).winners == (1,)


def test_of_equal_votes_the_cheaper_comes_first_and_no_lot_is_asked_where_all_fit() -> None:
    sets = [({1, 2}, 3), ({3}, 1)]
    assert chosen("budget-greedy", (60, 50, 30), 100, sets).winners == (2, 3)
    assert chosen("budget-greedy", (60, 60, 30), 200, sets).question is None
    asked = chosen("budget-greedy", (60, 60, 30), 100, sets).question
    assert asked is not None
    assert (asked.choice, asked.candidates) == ("order", (1, 2))
    assert chosen("budget-greedy", (60, 60, 30), 100, sets, lots=(2,)).winners == (2, 3)


def test_equal_shares_gives_minorities_what_greedy_does_not() -> None:
    # Six tenths like the first three projects, four tenths the last two; each costs a fifth of the money.
    sets = [({1, 2, 3}, 6), ({4, 5}, 4)]
    costs = (20, 20, 20, 20, 20)
    assert set(chosen("budget-greedy", costs, 60, sets).winners) == {1, 2, 3}
    shared = chosen("budget-equal-shares", costs, 60, sets, completion="none", lots=(1, 4))
    assert sorted(shared.winners) == [1, 4]


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({"costs": (10, 20)}, "needs what the projects cost and what there is to spend"),
        ({"costs": (10,), "budget": 9}, "there are 1 costs for 2 projects"),
        ({"costs": (10, 0), "budget": 9}, "whole numbers of at least 1"),
    ],
)
@every_rule
def test_money_that_makes_no_sense_is_refused(rule: str, parameters: dict[str, Any], words: str) -> None:
    with pytest.raises(counting.BadParameterError, match=words):
        counting.count(rule, made((1, 1), [({1}, 1)]), 2, **parameters)


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({"worth": "votes"}, "a project is not worth 'votes'"),
        ({"completion": "all"}, "there is no completion 'all'"),
        ({"step": 0}, "cannot be raised by 0"),
    ],
)
def test_options_that_there_are_not_are_refused(parameters: dict[str, Any], words: str) -> None:
    with pytest.raises(counting.BadParameterError, match=words):
        chosen("budget-equal-shares", (1, 1), 2, [({1}, 1)], **parameters)


def test_seats_bound_the_number_of_projects() -> None:
    ballots = made((10, 10, 10), [({1, 2, 3}, 5), ({1}, 1), ({2}, 1)])
    for rule in RULES:
        result = counting.count(rule, ballots, 1, costs=(10, 11, 12), budget=100)
        assert result.winners == (1,)


def test_a_file_says_what_projects_cost_and_the_parameters_say_it_over() -> None:
    ballots = counting.read(DATA / "pb_netherlands_amsterdam_643.pb")
    assert ballots.projects == Projects((5000, 2000, 2000), 5720)
    assert counting.count("budget-greedy", ballots, 3).winners == (1,)
    assert counting.count("budget-greedy", ballots, 3, budget=7000).winners == (1, 2)


@st.composite
def budgets(draw: st.DrawFn) -> tuple[tuple[int, ...], int, list[frozenset[int]]]:
    many = draw(st.integers(1, 4))
    costs = tuple(draw(st.lists(st.integers(1, 9), min_size=many, max_size=many)))
    sets = draw(st.lists(st.frozensets(st.integers(1, many)), min_size=1, max_size=5))
    return costs, draw(st.integers(1, 20)), sets


def plain(
    costs: tuple[int, ...], share: Fraction, sets: list[frozenset[int]], worth: str
) -> Iterator[list[int]]:
    """Equal shares paper by paper: every selection that some choice among the cheapest of equals leads to."""
    states: list[tuple[list[int], list[Fraction]]] = [([], [share] * len(sets))]
    while states:
        done, money = states.pop()
        prices: dict[int, Fraction] = {}
        for number, cost in enumerate(costs, 1):
            held = sorted(m for m, each in zip(money, sets, strict=True) if number in each)
            if number in done or not held or sum(held) < cost:
                continue
            tried = [(Fraction(cost) - sum(held[:k])) / (len(held) - k) for k in range(len(held))]
            payment = min(q for q in tried if sum(min(q, m) for m in held) >= cost)
            prices[number] = payment / (cost if worth == "cost" else 1)
        if not prices:
            yield done
            continue
        tied = [n for n, price in prices.items() if price == min(prices.values())]
        for number in [n for n in tied if costs[n - 1] == min(costs[t - 1] for t in tied)]:
            payment = prices[number] * (costs[number - 1] if worth == "cost" else 1)
            after = [
                max(Fraction(0), m - payment) if number in e else m for m, e in zip(money, sets, strict=True)
            ]
            states.append(([*done, number], after))


@pytest.mark.parametrize("worth", ["cost", "one"])
@settings(max_examples=150)
@given(drawn=budgets())
def test_equal_shares_as_defined(
    worth: str, drawn: tuple[tuple[int, ...], int, list[frozenset[int]]]
) -> None:
    costs, budget, sets = drawn
    lots: tuple[int, ...] = ()
    told: dict[str, Any] = {"worth": worth, "completion": "none"}
    while (
        found := chosen("budget-equal-shares", costs, budget, [(e, 1) for e in sets], lots=lots, **told)
    ).question:
        lots = (*lots, min(found.question.candidates))
    expected = list(plain(costs, Fraction(budget, len(sets)), sets, worth))
    assert list(found.winners) in expected


@every_rule
@given(drawn=budgets())
def test_nobody_spends_more_than_there_is(
    rule: str, drawn: tuple[tuple[int, ...], int, list[frozenset[int]]]
) -> None:
    costs, budget, sets = drawn
    found = chosen(rule, costs, budget, [(e, 1) for e in sets])
    assert sum(costs[n - 1] for n in found.winners) <= budget
