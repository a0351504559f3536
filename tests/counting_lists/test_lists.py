"""List rules: worked examples and properties."""

from __future__ import annotations

from collections import Counter
from typing import Any

import apportionment.methods as oracle
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mandat.counting import BadParameterError, Ballots, count


def lists(*votes: int) -> Ballots:
    """Ballots for lists A, B, …"""
    names = [chr(65 + number) for number in range(len(votes))]
    return Ballots.from_rankings(names, [((number,), v) for number, v in enumerate(votes, 1) if v])


def seats(method: str, votes: tuple[int, ...], places: int, **more: Any) -> list[int]:
    """Seats by list."""
    taken = Counter(count(method, lists(*votes), places, **more).winners)
    return [taken[number] for number in range(1, len(votes) + 1)]


@pytest.mark.parametrize(
    ("method", "expected"),
    [("d-hondt", [4, 2, 1, 0]), ("sainte-lague", [3, 2, 1, 1]), ("list-majority", [7, 0, 0, 0])],
)
def test_one_election_three_rules(method: str, expected: list[int]) -> None:
    """Worked by hand: 415, 270, 180, 100 votes for 7 seats."""
    assert seats(method, (415, 270, 180, 100), 7) == expected


def test_a_tie_for_the_last_seat_is_a_question() -> None:
    result = count("d-hondt", lists(60, 40, 40), 2)
    assert result.question is not None
    assert result.question.names == ("B", "C")
    assert count("d-hondt", lists(60, 40, 40), 2, lots=(3,)).winners == (1, 3)


def test_a_tie_that_the_seats_suffice_for_is_none() -> None:
    assert count("d-hondt", lists(60, 40, 40), 3).question is None


def test_a_list_takes_no_more_than_it_has_candidates() -> None:
    assert seats("d-hondt", (900, 100), 3, list_sizes=(1, 5)) == [1, 2]
    assert seats("list-majority", (900, 100), 3, list_sizes=(2, 5)) == [2, 1]


def test_sizes_must_fit() -> None:
    with pytest.raises(BadParameterError, match="give one number per list"):
        count("d-hondt", lists(3, 2), 1, list_sizes=(1,))


@given(st.lists(st.integers(0, 500), min_size=1, max_size=7).filter(any), st.integers(1, 20))
def test_agreement_with_another_implementation(votes: list[int], places: int) -> None:
    for method in ("dhondt", "saintelague"):
        ours = count("d-hondt" if method == "dhondt" else "sainte-lague", lists(*votes), places)
        if ours.question is None:
            theirs = oracle.compute(method, votes, places, verbose=False)
            taken = Counter(ours.winners)
            assert [taken[n] for n in range(1, len(votes) + 1)] == theirs


@given(st.lists(st.integers(1, 99), min_size=2, max_size=5), st.integers(1, 12))
def test_house_monotone(votes: list[int], places: int) -> None:
    small, large = (count("d-hondt", lists(*votes), n) for n in (places, places + 1))
    if small.question is None and large.question is None:
        assert not Counter(small.winners) - Counter(large.winners)
