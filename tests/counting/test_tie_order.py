"""A fixed order of ties: it answers as lots would, and the result can be replayed without it."""

from __future__ import annotations

from typing import Any

import pytest

from mandat import counting
from mandat.counting import Ballots, count_in_order

NAMES = ["Ann", "Bob", "Cy", "Dee"]
LEVEL = [((1,), 4), ((2,), 4), ((3, 1), 3), ((4, 2), 3)]


def ballots(papers: Any = LEVEL) -> Ballots:
    return Ballots.from_rankings(NAMES, papers, keep_sequence=True)


@pytest.mark.parametrize(
    ("order", "excluded", "winner"),
    [((1, 2, 3, 4), [4, 3, 2], 1), ((2, 1, 3, 4), [4, 3, 1], 2), ((1, 2, 4, 3), [3, 4, 2], 1)],
)
def test_the_latest_is_excluded_and_the_earliest_elected(
    order: tuple[int, ...], excluded: list[int], winner: int
) -> None:
    result = count_in_order("wigm", ballots(), 1, order)
    assert result.question is None
    assert result.winners == (winner,)
    assert [e.candidate for e in result.excluded][-1:] == excluded[-1:]
    counting.replay(result, ballots())


def test_the_order_says_who_gets_the_last_seat() -> None:
    assert count_in_order("fptp", ballots(), 3, (4, 3, 2, 1)).winners == (1, 2, 4)
    assert count_in_order("schulze", ballots(), 1, (2, 1, 3, 4)).winners == (2,)


@pytest.mark.parametrize("order", [(1, 2, 3), (1, 2, 3, 3), (1, 2, 3, 4, 4), ()])
def test_an_order_must_name_everybody_once(order: tuple[int, ...]) -> None:
    with pytest.raises(counting.BadParameterError, match="must name each of the candidates 1, 2, 3, 4 once"):
        count_in_order("fptp", ballots(), 1, order)
