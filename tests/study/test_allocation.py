"""Seats shared out for many bodies at once are the seats that ``mandat.counting`` gives one by one."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mandat import counting
from mandat.study.seats.allocation import SHARED, lots, winner
from mandat.study.streams import Streams

VOTES = st.lists(st.integers(0, 400), min_size=2, max_size=5).filter(lambda votes: sum(votes) > 0)
APPORTIONED = ("d-hondt", "sainte-lague", "hare")


@given(st.sampled_from(APPORTIONED), VOTES, st.integers(1, 12))
def test_the_same_seats_as_counting(method: str, votes: list[int], seats: int) -> None:
    engine = counting.apportion(method, {str(n): v for n, v in enumerate(votes)}, seats)
    if engine.question is not None:
        return  # a lot decides; see the next test
    drawn = lots(1, len(votes), Streams(1).named("lots"))
    ours = SHARED[method](np.array([votes]), np.array([seats]), drawn)

    assert ours[0].tolist() == list(engine.seats.values())


@given(st.sampled_from(APPORTIONED), VOTES, st.integers(1, 12), st.integers(0, 1000))
def test_whatever_the_lots_all_seats_are_given(method: str, votes: list[int], seats: int, seed: int) -> None:
    drawn = lots(1, len(votes), Streams(seed).named("lots"))

    assert SHARED[method](np.array([votes]), np.array([seats]), drawn).sum() == seats


@pytest.mark.parametrize("method", sorted(SHARED))
def test_many_bodies_at_once_are_as_one_by_one(method: str) -> None:
    random = Streams(3).named("votes")
    votes, seats = random.integers(0, 1000, (200, 4)), random.integers(1, 15, (200,))
    drawn = lots(200, 4, random)
    one_by_one = [SHARED[method](votes[[n]], seats[[n]], drawn[[n]])[0].tolist() for n in range(200)]

    assert SHARED[method](votes, seats, drawn).tolist() == one_by_one


@pytest.mark.parametrize("method", sorted(SHARED))
def test_a_body_without_votes_elects_nobody(method: str) -> None:
    votes = np.zeros((1, 3), dtype=np.int64)

    assert SHARED[method](votes, np.array([4]), np.array([[0, 1, 2]])).sum() == 0


def test_a_tie_falls_to_each_equally_often() -> None:
    random = Streams(4).named("lots")
    won = winner(np.tile([5, 5, 1], (6000, 1)), lots(6000, 3, random))

    assert abs((won == 0).mean() - 0.5) < 0.03
    assert set(won.tolist()) == {0, 1}
