"""Lots after RFC 3797: its worked example (section 6), and what a draw refuses."""

from __future__ import annotations

import pytest

from mandat import counting
from mandat.counting.drawing import Seed, draw, seed_text

SOURCES: list[Seed] = ["9319", [2, 5, 12, 8, 10], [9, 18, 26, 34, 41, 45]]


def test_the_worked_example_of_the_rfc() -> None:
    assert seed_text(SOURCES) == "9319./2.5.8.10.12./9.18.26.34.41.45./"
    assert draw(SOURCES, range(1, 26), how_many=10) == (17, 7, 2, 16, 25, 23, 8, 24, 19, 13)


def test_a_tie_is_answered_by_a_draw() -> None:
    ballots = counting.Ballots.from_rankings(["Ann", "Bob"], [((1,), 2), ((2,), 2)])
    question = counting.count("fptp", ballots, 1).question
    assert question is not None
    lots = draw(SOURCES, question.candidates)
    assert counting.count("fptp", ballots, 1, lots=lots).winners == lots


@pytest.mark.parametrize(
    ("seeds", "pool", "number", "words"),
    [
        ([], [1, 2], 1, "a draw needs at least one published source"),
        ([""], [1, 2], 1, "the source '' is empty; name the numbers that were published"),
        ([[]], [1, 2], 1, "is empty"),
        ([7], [], 1, "1 cannot be drawn from a pool of 0"),
        ([7], [1, 2], 3, "3 cannot be drawn from a pool of 2"),
    ],
)
def test_what_a_draw_refuses(seeds: list[Seed], pool: list[int], number: int, words: str) -> None:
    with pytest.raises(counting.BadParameterError, match=words):
        draw(seeds, pool, how_many=number)
