"""Elections that follow slates: counted by ``mandat.counting``, and the quick count of Scottish STV beside it."""

from __future__ import annotations

import contextlib

from hypothesis import given, settings
from hypothesis import strategies as st

from mandat import counting
from mandat.study.seats.counted import counted_back, orders, papers, slate_of, tally, winners
from mandat.study.seats.slates import Unclear, count_slates

VOTES = st.lists(st.integers(0, 150), min_size=2, max_size=4).filter(any)
METHOD = "stv-scottish"


@given(VOTES, st.integers(1, 9))
@settings(max_examples=300, deadline=None)
def test_the_quick_count_elects_whom_counting_elects(votes: list[int], seats: int) -> None:
    slate = slate_of(tuple(votes), seats)
    with contextlib.suppress(Unclear):
        quick = count_slates(
            orders(len(votes), slate), votes, slate, seats, standing=range(1, slate * len(votes) + 1)
        )
        ballots, _ = papers(METHOD, tuple(votes), seats)
        lots: tuple[int, ...] = ()
        engine = counting.count(METHOD, ballots, seats)
        while engine.question is not None:  # among candidates of one slate, or without any paper
            lots = (*lots, engine.question.candidates[-1])
            engine = counting.count(METHOD, ballots, seats, lots=lots)

        assert sorted((n - 1) // slate for n in quick) == sorted((n - 1) // slate for n in engine.winners)


@given(VOTES.filter(lambda votes: max(votes) > 5), st.integers(2, 6), st.data())
@settings(max_examples=300, deadline=None)
def test_the_quick_countback_seats_whom_counting_seats(
    votes: list[int], seats: int, data: st.DataObject
) -> None:
    given_votes = tuple(votes)
    slate = slate_of(given_votes, seats)
    elected = sorted(winners(METHOD, (), given_votes, seats, tuple(range(len(votes)))))
    leaving = data.draw(st.sampled_from(elected))
    sitting = tuple(n for n in elected if n != leaving)
    standing = [n for n in range(1, slate * len(votes) + 1) if n not in elected]
    quick = counted_back(METHOD, given_votes, seats, leaving, sitting, (leaving,), tuple(range(len(votes))))
    if not standing:
        assert quick is None
        return
    ballots, _ = papers(METHOD, given_votes, seats)
    engine = counting.countback(
        METHOD, ballots, len(sitting) + 1, vacating=[leaving], sitting=sitting, standing=standing
    )
    if engine.question is None and quick is not None:
        assert quick == engine.winners[0]


def test_a_lot_between_tendencies_follows_the_order_drawn() -> None:
    assert tally(METHOD, (), (5, 5), 1, (0, 1)) == (1, 0)
    assert tally(METHOD, (), (5, 5), 1, (1, 0)) == (0, 1)


def test_methods_without_a_quick_way_are_counted_by_counting() -> None:
    assert tally("schulze", (), (40, 35, 25), 1, (0, 1, 2)) == (0, 1, 0)  # the middle beats both
    assert tally("stv-meek", (), (60, 40), 5, (0, 1)) == (3, 2)
    assert tally("pav", (), (60, 40), 5, (0, 1)) == (3, 2)
    assert tally("sainte-lague-modified", (), (60, 40), 5, (0, 1)) == (3, 2)
