"""List elections from ballots: every method as a rule, thresholds, sizes of lists, lots, replay, open lists."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mandat.counting import BadParameterError, Ballots, Candidate, apportion, count, replay, rules
from mandat.counting import lists as room
from mandat.counting.apportionment import methods

LIST_RULES = [rule.name for rule in rules().values() if rule.kind == "list"]


def lists(*votes: int) -> Ballots:
    """Ballots for lists A, B, …"""
    names = [chr(65 + number) for number in range(len(votes))]
    return Ballots.from_rankings(names, [((number,), v) for number, v in enumerate(votes, 1) if v])


def test_every_method_is_a_rule_with_the_same_text_and_aliases() -> None:
    known = rules()
    for name, method in methods().items():
        assert known[name].text == method.text
        assert known[name].aliases == method.aliases


@pytest.mark.parametrize("name", sorted(methods()))
@given(votes=st.lists(st.integers(0, 300), min_size=2, max_size=6).filter(any), seats=st.integers(1, 15))
def test_the_rule_gives_what_the_method_gives(name: str, votes: list[int], seats: int) -> None:
    more: dict[str, Any] = {"base": 0} if name == "cambridge-compromise" else {}
    found = apportion(name, {str(n): v for n, v in enumerate(votes, 1)}, seats, **more)
    result = count(name, lists(*votes), seats, **more)
    taken = Counter(result.winners)
    assert [taken[n] for n in range(1, len(votes) + 1)] == list(found.counts)
    assert (result.question is None) == (found.question is None)


@pytest.mark.parametrize("rule", LIST_RULES)
def test_replay_with_all_parameters(rule: str) -> None:
    sizes: dict[str, Any] = {} if rule == "open-list" else {"list_sizes": (9, 9, 9)}
    ballots = lists(53, 24, 23)
    replay(count(rule, ballots, 3 if rule == "open-list" else 20, **sizes), ballots)


def test_replay_with_a_threshold_and_lots() -> None:
    ballots = lists(60, 40, 40, 2)
    result = count("d-hondt", ballots, 2, threshold="5%", lots=(3,))
    assert result.winners == (1, 3)
    assert dict(result.parameters) == {"threshold": "5%"}
    assert result.ties[0].candidates == (2, 3)
    replay(result, ballots)


def test_lots_are_asked_one_by_one() -> None:
    first = count("d-hondt", lists(30, 30, 30), 2)
    assert first.question is not None
    assert first.question.candidates == (1, 2, 3)
    second = count("d-hondt", lists(30, 30, 30), 2, lots=(3,))
    assert second.question is not None
    assert second.question.candidates == (1, 2)
    assert second.winners == (3,)
    assert count("d-hondt", lists(30, 30, 30), 2, lots=(3, 1)).winners == (3, 1)


def test_a_list_below_the_threshold_takes_no_seat() -> None:
    assert set(count("d-hondt", lists(90, 6, 4), 30, threshold="5%").winners) == {1, 2}
    assert count("d-hondt", lists(90, 6, 4), 3, threshold=91).winners == ()


def test_seats_of_a_list_at_least_and_at_most() -> None:
    assert Counter(count("d-hondt", lists(90, 7, 5), 10, most=6, least=1).winners) == {1: 6, 2: 2, 3: 2}


def test_seats_that_nobody_can_take_stay_empty() -> None:
    assert count("sainte-lague", lists(9, 1), 5, list_sizes=(1, 2)).winners == (1, 2, 2)
    assert count("droop", lists(9, 0), 5, list_sizes=(3, 2)).winners == (1, 1, 1)
    assert count("d-hondt", Ballots.from_rankings(["A"], [((), 3)]), 2).winners == ()


def test_more_votes_before_the_lot() -> None:
    assert count("d-hondt", lists(60, 30), 2, tie="most-votes").winners == (1, 1)
    assert count("d-hondt", lists(60, 30), 2, tie="fewest-votes").winners == (1, 2)


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"most": -1}, "most is -1; give the seats of a list"),
        ({"least": 4}, "the minimum seats come to 8, but there are only 5"),
        ({"tie": "coin"}, "no tie rule 'coin'"),
        ({"threshold": "five"}, "the threshold 'five' is not a share"),
        ({"threshold": "100%", "lots": (1,)}, "1 lots were given, but the count asked for 0"),
        ({"lots": (2,)}, "1 lots were given, but the count asked for 0"),
    ],
)
def test_what_cannot_be(more: dict[str, Any], words: str) -> None:
    with pytest.raises(BadParameterError, match=words):
        count("d-hondt", lists(7, 3), 5, **more)


def test_the_exhibit_shows_what_decided_each_seat() -> None:
    awards = next(e for e in count("d-hondt", lists(53, 24, 23), 7).exhibits if e.name == "awards")
    assert awards.rows[1] == ("2", "A", "53/2", "+1")


def test_a_seat_taken_back_leaves_the_order() -> None:
    assert count("hagenbach-bischoff-rounded", lists(60, 30), 2).winners == (1, 1)


class TestOpenList:
    people = tuple(
        Candidate(number, name, party)
        for number, (name, party) in enumerate(
            [("Ann", "Red"), ("Bob", "Red"), ("Cy", "Blue"), ("Dee", "Blue"), ("Eve", None)], 1
        )
    )

    def counted(self, votes: list[int], seats: int, **more: Any) -> Any:
        papers = [((number,), v) for number, v in enumerate(votes, 1) if v]
        return count("open-list", Ballots.from_rankings(self.people, papers), seats, **more)

    def test_seats_to_lists_then_to_the_most_votes(self) -> None:
        result = self.counted([10, 50, 30, 20, 15], 3)
        assert [e.name for e in result.elected] == ["Bob", "Cy", "Ann"]
        assert result.exhibits[0].rows == (("Red", "60", "2"), ("Blue", "50", "1"), ("Eve", "15", "0"))

    def test_another_method(self) -> None:
        assert [e.name for e in self.counted([30, 50, 30, 10, 20], 4, apportionment="adams").elected] == [
            "Bob",
            "Cy",
            "Eve",
            "Ann",
        ]

    def test_a_lot_between_candidates_of_one_list(self) -> None:
        result = self.counted([20, 20, 1, 0, 0], 1)
        assert result.question.names == ("Ann", "Bob")
        assert self.counted([20, 20, 1, 0, 0], 1, lots=(2,)).winners == (2,)

    def test_a_lot_between_lists_comes_first(self) -> None:
        result = self.counted([10, 10, 20, 0, 0], 1)
        assert result.question.names == ("Red", "Blue")
        assert self.counted([10, 10, 20, 0, 0], 1, lots=(3,)).winners == (3,)
        after = self.counted([10, 10, 20, 0, 0], 1, lots=(1,))
        assert after.question.names == ("Ann", "Bob")
        assert self.counted([10, 10, 20, 0, 0], 1, lots=(1, 2)).winners == (2,)

    def test_no_more_seats_than_candidates(self) -> None:
        assert len(self.counted([9, 9, 0, 0, 0], 4).winners) == 2


@pytest.mark.parametrize(
    "name", sorted(f"{room.__name__}.{m.name}" for m in pkgutil.iter_modules(room.__path__))
)
def test_examples(name: str) -> None:
    assert not doctest.testmod(importlib.import_module(name)).failed
