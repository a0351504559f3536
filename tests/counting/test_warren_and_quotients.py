"""Warren, QPQ, equal ranks under Meek and Warren, the Hare quota: hand-made cases and plain counts in fractions."""

from __future__ import annotations

from fractions import Fraction
from itertools import permutations, product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mandat import counting
from mandat.counting import Ballots
from tests.counting.oracle import cut, up
from tests.counting.profiles import Papers, by_the_text, elections, made

Shares = dict[tuple[int, ...], Fraction]


def to_the_end(rule: str, ballots: Ballots, seats: int, **more: Any) -> counting.Count:
    """By the text, every lot on the lowest number."""
    lots: tuple[int, ...] = ()
    while (found := by_the_text(rule, ballots, seats, lots, **more)).question is not None:
        lots = (*lots, min(found.question.candidates))
    return found


def plain_warren(papers: Papers, candidates: int, seats: int) -> list[int]:
    """Prices instead of keep factors; otherwise the steps of the reference Meek rule."""
    hopeful, elected = set(range(1, candidates + 1)), list[int]()
    price = dict.fromkeys(hopeful, Fraction(1))
    total, votes = sum(weight for _, weight in papers), dict.fromkeys(hopeful, Fraction(0))
    while len(elected) < seats and len(elected) + len(hopeful) > seats:
        last = Fraction(total)
        while True:
            votes = dict.fromkeys(price, Fraction(0))
            for ranking, weight in papers:
                left = Fraction(1)
                for c in ranking:
                    part = min(left, price[c])
                    votes[c] += part * weight
                    left -= part
            quota = cut(sum(votes.values(), Fraction(0)) / (seats + 1), 9) + Fraction(1, 10**9)
            reached = sorted((c for c in hopeful if votes[c] >= quota), key=lambda c: (-votes[c], c))
            elected += reached
            hopeful -= set(reached)
            surplus = max(Fraction(0), sum((votes[c] - quota for c in elected), Fraction(0)))
            if reached or surplus < Fraction(1, 10**6) or surplus >= last:
                break
            last = surplus
            for c in elected:
                price[c] = up(up(price[c] * quota, 9) / votes[c], 9)
        if not reached:
            fewest = min(votes[c] for c in hopeful)
            loser = min(c for c in hopeful if votes[c] <= fewest + surplus)
            hopeful.discard(loser)
            price[loser] = Fraction(0)
    return elected if len(elected) == seats else elected + sorted(hopeful, key=lambda c: (-votes[c], c))


@given(election=elections())
def test_warren_equals_the_plain_count(election: tuple[int, Papers, int]) -> None:
    candidates, papers, seats = election
    result = to_the_end("warren", made(candidates, papers), seats)
    assert list(result.winners) == plain_warren(papers, candidates, seats)


def test_warren_takes_the_same_price_of_papers_that_have_paid_before() -> None:
    # Ann is elected first. Bob's papers come to him whole or after Ann took her part: Meek lets the latter pay less, Warren not.
    papers: Papers = [((1, 2, 3), 12), ((2, 3), 9), ((4,), 5), ((3,), 4)]
    meek = counting.count("meek", made(4, papers), 2)
    warren = counting.count("warren", made(4, papers), 2)
    assert meek.winners == warren.winners == (1, 2)
    assert meek.stages[0].totals == warren.stages[0].totals


def plain_qpq(papers: Papers, candidates: int, seats: int, *, restart: bool) -> list[int]:
    """Ballot by ballot in fractions."""
    ballots = [ranking for ranking, weight in papers for _ in range(weight)]
    out: set[int] = set()
    while True:
        hopeful, elected = set(range(1, candidates + 1)) - out, list[int]()
        won = [Fraction(0)] * len(ballots)
        while True:
            if len(elected) + len(hopeful) <= seats:
                return [*elected, *sorted(hopeful)]
            top = [next((c for c in ranking if c in hopeful), None) for ranking in ballots]
            quotient = {
                c: Fraction(top.count(c)) / (1 + sum(w for w, t in zip(won, top, strict=True) if t == c))
                for c in hopeful
            }
            idle = sum((w for w, t in zip(won, top, strict=True) if t is None), Fraction(0))
            quota = sum(t is not None for t in top) / (1 + seats - idle)
            best = min(hopeful, key=lambda c: (-quotient[c], c))
            if quotient[best] > quota:
                elected.append(best)
                hopeful.discard(best)
                won = [1 / quotient[best] if t == best else w for w, t in zip(won, top, strict=True)]
                if len(elected) == seats:
                    return elected
                continue
            loser = min(hopeful, key=lambda c: (quotient[c], c))
            out.add(loser)
            hopeful.discard(loser)
            if restart:
                break


@pytest.mark.parametrize("restart", [True, False])
@given(election=elections())
def test_qpq_equals_the_plain_count(restart: bool, election: tuple[int, Papers, int]) -> None:
    candidates, papers, seats = election
    result = to_the_end("qpq", made(candidates, papers), seats, restart=restart)
    assert sorted(result.winners) == sorted(plain_qpq(papers, candidates, seats, restart=restart))


@given(election=elections())
def test_qpq_gives_solid_coalitions_their_droop_share(election: tuple[int, Papers, int]) -> None:
    # Woodall 2003, theorem: k quotas of papers that put the same k or more candidates first elect k of them.
    candidates, papers, seats = election
    result = to_the_end("qpq", made(candidates, papers), seats)
    total = sum(weight for _, weight in papers)
    for ranking, _ in papers:
        for size in range(1, len(ranking) + 1):
            group = set(ranking[:size])
            behind = sum(weight for other, weight in papers if set(other[:size]) == group)
            sure = min(size, (behind * (seats + 1) - 1) // total)
            assert len(group & set(result.winners)) >= min(sure, seats)


# Equal ranks


def test_a_shared_rank_is_shared_out_in_all_orders() -> None:
    ballots = Ballots.from_rankings(["Ann", "Bob", "Cy"], [(({1, 2}, 3), 10), ((3,), 4)])
    for rule in ("meek", "warren"):
        result = counting.count(rule, ballots, 1, equal="share")
        assert [result.decimal(v) for v in result.stages[0].totals] == ["5.000000000"] * 2 + ["4.000000000"]
        assert counting.count(rule, ballots, 1).valid == 4
        assert (result.valid, dict(result.parameters)["equal"]) == (14, "share")
        counting.replay(result, ballots)


@settings(max_examples=40)
@given(election=elections(), data=st.data())
def test_equal_ranks_share_out_as_the_strict_orders_with_as_many_papers(
    election: tuple[int, Papers, int], data: st.DataObject
) -> None:
    candidates, papers, seats = election
    tied: list[tuple[tuple[frozenset[int], ...], int]] = []
    strict: Papers = []
    for ranking, weight in papers:
        cut_at = data.draw(st.integers(0, min(2, len(ranking))))
        ranks = [frozenset(ranking[:cut_at]), *(frozenset({c}) for c in ranking[cut_at:])]
        ranks = [rank for rank in ranks if rank]
        orders = list(product(*(permutations(sorted(rank)) for rank in ranks)))
        tied.append((tuple(ranks), 2 * weight))
        strict += [(tuple(c for part in o for c in part), 2 * weight // len(orders)) for o in orders]
    ballots = Ballots.from_rankings([f"C{n}" for n in range(1, candidates + 1)], tied)
    for rule in ("meek", "warren"):
        shared = to_the_end(rule, ballots, seats, equal="share")
        plain = to_the_end(rule, made(candidates, strict), seats)
        assert shared.stages[0].totals == plain.stages[0].totals


def test_too_many_orders_and_unknown_words_are_refused() -> None:
    names = [f"C{n}" for n in range(1, 10)]
    ballots = Ballots.from_rankings(names, [((set(range(1, 10)),), 1)])
    with pytest.raises(counting.BadBallotsError, match="stands for 362,880 orders; at most 5,040"):
        counting.count("meek", ballots, 1, equal="share")
    with pytest.raises(counting.BadParameterError, match="meek cannot read equal ranks by 'halve'"):
        counting.count("meek", ballots, 1, equal="halve")


def test_the_hare_quota_is_a_full_share_of_the_votes() -> None:
    ballots = made(4, [((1, 2), 50), ((2,), 20), ((3,), 20), ((4,), 10)])
    hare = counting.count("wigm", ballots, 2, quota="hare")
    assert hare.decimal(hare.quota or 0) == "50.0000"
    assert counting.count("wigm", ballots, 3, quota="hare").quota == 333_334
    with pytest.raises(counting.BadParameterError, match="wigm has no quota 'imperiali'"):
        counting.count("wigm", ballots, 2, quota="imperiali")
