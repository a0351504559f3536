"""Condorcet rules: Debian's elections, the constitution's paragraphs, the papers' examples, and plain definitions."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from mandat import counting
from mandat.counting import BadParameterError, Ballots, Count, condorcet, replay
from mandat.counting.ballots import overvote_mark
from mandat.counting.condorcet.pairwise import pairwise
from mandat.counting.condorcet.schulze import pairwise_defeats, path_tiers, sequential_dropping
from tests.counting_condorcet import oracle
from tests.counting_condorcet.oracle import Papers

DATA = Path(__file__).parent / "data"
RULES = ("schulze", "ranked-pairs", "copeland", "minimax", "split-cycle", "stable-voting")
every_rule = pytest.mark.parametrize("rule", RULES)
Numbered = list[tuple[Any, int]]


def made(options: int, papers: Numbered) -> Ballots:
    return Ballots.from_rankings([f"C{n}" for n in range(1, options + 1)], papers)


def exhibit(result: Count, name: str) -> tuple[tuple[str, ...], ...]:
    return next(e.rows for e in result.exhibits if e.name == name)


def settled(rule: str, ballots: Ballots, seats: int = 1, **more: Any) -> Count:
    """With every lot falling on the lowest number."""
    lots: tuple[int, ...] = ()
    while True:
        result = counting.count(rule, ballots, seats, lots=lots, **more)
        if result.question is None:
            return result
        lots = (*lots, min(result.question.candidates))


@st.composite
def elections(draw: st.DrawFn) -> tuple[int, Papers]:
    """Options, and papers with shared ranks and unranked options."""
    options = draw(st.integers(2, 5))
    ranks = st.lists(st.integers(0, options), min_size=options, max_size=options)
    papers = []
    for given_ranks, weight in draw(st.lists(st.tuples(ranks, st.integers(1, 6)), min_size=1, max_size=8)):
        groups = (
            frozenset(n for n, rank in enumerate(given_ranks, 1) if rank == here)
            for here in range(1, options + 1)
        )
        papers.append((tuple(group for group in groups if group), weight))
    return options, papers


# Official elections


@every_rule
@pytest.mark.parametrize(("year", "quorum"), [(2007, 48), (2010, "93/2")])
def test_debian_elects_its_leader(rule: str, year: int, quorum: int | str) -> None:
    known = msgspec.json.decode((DATA / f"debian_{year}_leader.json").read_bytes())
    ballots = counting.read(DATA / f"debian_{year}_leader.soi")
    result = counting.count(rule, ballots, 1, default=known["default_option"], quorum=quorum)
    assert list(result.winners) == known["winners"]
    assert known["default_option"] not in result.runners_up
    replay(result, ballots)


@pytest.mark.parametrize("year", [2007, 2010])
def test_debian_pair_by_pair(year: int) -> None:
    known = msgspec.json.decode((DATA / f"debian_{year}_leader.json").read_bytes())
    compared = pairwise(counting.read(DATA / f"debian_{year}_leader.soi"))
    for pair, papers in known["pairwise"].items():
        a, b = map(int, pair.split(">"))
        assert compared.over[a][b] == papers
    assert compared.condorcet_winner == known["condorcet_winner"]


# Reading papers, A.5.1


def test_ranked_above_unranked_and_equals_equal() -> None:
    compared = pairwise(made(4, [((1, {2, 3}), 5), ((4,), 2)]))
    assert [compared.over[a][b] for a, b in [(1, 2), (2, 3), (3, 2), (3, 4), (4, 1), (4, 2)]] == [
        5,
        0,
        0,
        5,
        2,
        2,
    ]


def test_marks_that_are_not_plain() -> None:
    mark = overvote_mark(3)
    compared = pairwise(made(3, [((1, 0, 2), 3), ((2, 1, 2), 5), ((mark, 3), 7), ((), 4)]))
    assert (compared.over[1][2], compared.over[2][1], compared.over[3][1]) == (3, 5, 7)
    assert compared.valid == 15


def test_withdrawn_options_are_out() -> None:
    result = counting.count("schulze", made(3, [((1, 2), 5), ((3,), 2)]).without([1]), 1)
    assert result.winners == (2,)
    assert 1 not in result.runners_up


@given(elections())
def test_pairs_as_counted_paper_by_paper(election: tuple[int, Papers]) -> None:
    options, papers = election
    compared = pairwise(made(options, papers))
    expected = oracle.pairwise(options, papers)
    assert {(a, b): compared.over[a][b] for a, b in expected if a != b} == {
        (a, b): votes for (a, b), votes in expected.items() if a != b
    }


# Default option, A.5.2 and A.5.3


class TestDefaultOption:
    @pytest.mark.parametrize(
        ("above", "below", "ratio", "winner"),
        [(30, 10, 3, 1), (29, 10, 3, 2), (11, 10, 1, 1), (10, 10, 1, 2), (0, 0, 3, 2), (15, 10, "3/2", 1)],
    )
    def test_ratios_ask_for_at_least(self, above: int, below: int, ratio: int | str, winner: int) -> None:
        papers = [(r, w) for r, w in [((1,), above), ((2,), below), (({1, 2},), 1)] if w]
        result = counting.count("schulze", made(2, papers), 1, default=2, ratios=ratio)
        assert result.winners == (winner,)

    def test_quorum_asks_for_at_least(self) -> None:
        ballots = made(2, [((1,), 47), ((2,), 1)])
        assert counting.count("schulze", ballots, 1, default=2, quorum=47).winners == (1,)
        assert counting.count("schulze", ballots, 1, default=2, quorum="95/2").winners == (2,)

    def test_each_option_has_its_own_ratio(self) -> None:
        ballots = made(3, [((1, 2, 3), 20), ((3,), 10)])
        result = counting.count("schulze", ballots, 1, default=3, ratios=(3, 1, 1))
        assert result.winners == (2,)
        assert exhibit(result, "default option") == (
            ("C1", "20", "10", "3", "dropped"),
            ("C2", "20", "10", "1", "stays"),
        )
        replay(result, ballots)
        assert counting.count("schulze", ballots, 1, default=3, ratios="3 1 1").winners == (2,)

    @every_rule
    def test_the_default_option_wins_only_alone(self, rule: str) -> None:
        # Its worst defeat is the least bad of all, yet every option that stays defeats it.
        papers = [((1, 2, 3, 4), 6), ((2, 3, 1, 4), 6), ((3, 1, 2, 4), 6), ((4,), 17)]
        assert 4 not in settled(rule, made(4, papers), default=4).winners
        assert settled(rule, made(4, [*papers, ((4,), 2)]), default=4).winners == (4,)

    @every_rule
    def test_seats_without_options_stay_empty(self, rule: str) -> None:
        ballots = made(4, [((1, 2, 4), 9), ((2,), 5), ((4, 3), 1)])
        assert counting.count(rule, ballots, 3, default=4).winners == (1, 2)

    @pytest.mark.parametrize(
        ("more", "words"),
        [
            ({"default": 9}, "the default option 9 is no option of this ballot; options are 1 to 3"),
            ({"quorum": 5}, "quorum and ratios are measured against the default option"),
            ({"default": 3, "quorum": -1}, "the quorum is -1; give the papers"),
            ({"default": 3, "quorum": "many"}, "the quorum is 'many'"),
            ({"default": 3, "ratios": "two"}, "the ratios 'two' are no numbers"),
            ({"default": 3, "ratios": (1, 2)}, "one for each of the 3 options"),
            ({"default": 3, "ratios": 0}, "must be one positive number"),
        ],
    )
    def test_what_cannot_be(self, more: dict[str, Any], words: str) -> None:
        with pytest.raises(BadParameterError, match=words):
            counting.count("schulze", made(3, [((1,), 1)]), 1, **more)


# Schulze


SCHULZE_EXAMPLE_1 = [  # Schulze 2011, section 3, example 1: 21 voters, D wins
    ((1, 3, 4, 2), 8),
    ((2, 1, 4, 3), 2),
    ((3, 4, 2, 1), 4),
    ((4, 2, 1, 3), 4),
    ((4, 3, 2, 1), 3),
]
SCHULZE_ELECTOWIKI = [  # the example with 45 voters: order E A C B D
    ((1, 3, 2, 5, 4), 5),
    ((1, 4, 5, 3, 2), 5),
    ((2, 5, 4, 1, 3), 8),
    ((3, 1, 2, 5, 4), 3),
    ((3, 1, 5, 2, 4), 7),
    ((3, 2, 1, 4, 5), 2),
    ((4, 3, 5, 2, 1), 7),
    ((5, 2, 1, 4, 3), 8),
]


def test_the_examples_of_the_paper() -> None:
    assert counting.count("schulze", made(4, SCHULZE_EXAMPLE_1), 1).winners == (4,)
    result = counting.count("schulze", made(5, SCHULZE_ELECTOWIKI), 1)
    assert (*result.winners, *result.runners_up) == (5, 1, 3, 2, 4)


def test_dropped_defeats_are_shown_round_by_round() -> None:
    result = counting.count("schulze", made(3, [((1, 2, 3), 4), ((2, 3, 1), 3), ((3, 1, 2), 2)]), 1)
    assert exhibit(result, "dropped defeats") == (("1", "C3", "C1", "5", "4"),)
    assert result.winners == (1,)


def test_a_tie_in_the_schwartz_set_needs_the_casting_vote() -> None:
    ballots = made(3, [((1, 2, 3), 1), ((2, 3, 1), 1), ((3, 1, 2), 1)])
    result = counting.count("schulze", ballots, 1)
    assert result.question is not None
    assert (result.question.candidates, result.question.paragraph) == ((1, 2, 3), "A.5.8")
    drawn = counting.count("schulze", ballots, 1, lots=(2,))
    assert drawn.winners == (2,)
    assert drawn.ties[0].how == "lot"
    assert drawn.equal_runners_up == ((1, 3),)
    replay(drawn, ballots)


@given(elections())
def test_schulze_elects_by_the_strongest_paths(election: tuple[int, Papers]) -> None:
    options, papers = election
    compared = pairwise(made(options, papers))
    defeats = pairwise_defeats(compared, compared.options)
    _, winners = sequential_dropping(compared.options, defeats)
    assert set(winners) == oracle.beatpath_winners(options, oracle.pairwise(options, papers))
    assert path_tiers(compared.options, defeats, [])[0] == winners


# Ranked pairs


def test_tidemans_circle_is_cut_at_the_smallest_majority() -> None:
    result = counting.count("ranked-pairs", made(3, [((1, 2, 3), 4), ((2, 3, 1), 3), ((3, 1, 2), 2)]), 1)
    assert result.winners == (1,)
    assert exhibit(result, "majorities") == (
        ("C2", "C3", "7", "2", "locked"),
        ("C1", "C2", "6", "3", "locked"),
        ("C3", "C1", "5", "4", "passed over"),
    )


def test_equal_majorities_that_contradict_each_other_need_a_lot() -> None:
    ballots = made(3, [((1, 2, 3), 1), ((2, 3, 1), 1), ((3, 1, 2), 1)])
    result = counting.count("ranked-pairs", ballots, 1)
    assert result.question is not None
    assert (result.question.choice, result.question.candidates) == ("lock", (1, 2, 3))
    assert result.winners == ()
    # C3 over C1 goes first; then C1 over C2 and C2 over C3 contradict each other with it.
    second = counting.count("ranked-pairs", ballots, 1, lots=(3,))
    assert second.question is not None
    assert second.question.candidates == (1, 2)
    assert counting.count("ranked-pairs", ballots, 1, lots=(3, 1)).winners == (3,)
    assert counting.count("ranked-pairs", ballots, 1, lots=(3, 2)).winners == (2,)


def test_equal_majorities_that_agree_need_none() -> None:
    assert counting.count("ranked-pairs", made(3, [((1, 2, 3), 2)]), 1).question is None


@given(elections(), st.randoms(use_true_random=False))
def test_ranked_pairs_elects_the_first_of_a_stack(election: tuple[int, Papers], chance: Any) -> None:
    options, papers = election
    assume(any(ranking for ranking, _ in papers))
    ballots, lots = made(options, papers), list[int]()
    result = counting.count("ranked-pairs", ballots, 1)
    while result.question is not None:
        lots.append(chance.choice(result.question.candidates))
        result = counting.count("ranked-pairs", ballots, 1, lots=tuple(lots))
    assert result.winners[0] in oracle.stacks(options, oracle.pairwise(options, papers))


# Copeland and minimax


def test_copeland_counts_victories_and_half_ties() -> None:
    # C1 beats C2, ties C3; C2 beats C3.
    ballots = made(3, [((1, 2, 3), 2), ((3, 1, 2), 1), ((2, 3, 1), 1)])
    result = counting.count("copeland", ballots, 1)
    assert result.winners == (1,)
    assert exhibit(result, "information")[0] == ("C1", "1", "1", "0", "0")


def test_minimax_elects_the_least_worst_defeat() -> None:
    ballots = made(3, [((1, 2, 3), 4), ((2, 3, 1), 3), ((3, 1, 2), 2)])
    result = counting.count("minimax", ballots, 1)
    assert result.winners == (1,)
    assert [row[-1] for row in exhibit(result, "information")] == ["5", "6", "7"]


# What all share


@every_rule
@given(elections())
def test_a_condorcet_winner_is_elected(rule: str, election: tuple[int, Papers]) -> None:
    options, papers = election
    ballots = made(options, papers)
    winner = pairwise(ballots).condorcet_winner
    if winner is not None:
        result = counting.count(rule, ballots, 1)
        if result.question is None:  # ranked pairs may still need a lot for the places behind
            assert result.winners == (winner,)


@every_rule
@given(elections(), st.randoms(use_true_random=False))
def test_order_and_names_do_not_matter(rule: str, election: tuple[int, Papers], chance: Any) -> None:
    options, papers = election
    new = list(range(1, options + 1))
    chance.shuffle(new)
    renamed = [
        (tuple(frozenset(new[n - 1] for n in group) for group in ranking), weight)
        for ranking, weight in papers
    ]
    chance.shuffle(renamed)
    one, other = (counting.count(rule, made(options, p), 1) for p in (papers, renamed))
    assert (one.question is None) == (other.question is None)
    if one.question is None:
        assert tuple(new[n - 1] for n in one.winners) == other.winners
    elif other.question is not None:
        assert {new[n - 1] for n in one.question.candidates} == set(other.question.candidates)


@pytest.mark.parametrize("rule", ["schulze", "minimax", "copeland"])
@given(elections(), st.integers(1, 9))
def test_papers_that_name_only_the_winner_do_not_hurt(
    rule: str, election: tuple[int, Papers], more: int
) -> None:
    options, papers = election
    result = counting.count(rule, made(options, papers), 1)
    if result.question is None and result.winners:
        winner = result.winners[0]
        better = counting.count(rule, made(options, [*papers, ((winner,), more)]), 1)
        assert better.winners == (winner,)


@every_rule
@given(elections(), st.integers(1, 5))
def test_every_seat_is_filled_and_the_rest_follow(
    rule: str, election: tuple[int, Papers], seats: int
) -> None:
    options, papers = election
    assume(any(ranking for ranking, _ in papers))
    result = settled(rule, made(options, papers), seats)
    assert len(result.winners) == min(seats, options)
    assert sorted((*result.winners, *result.runners_up)) == list(range(1, options + 1))


@every_rule
def test_lots_that_nobody_asked_for(rule: str) -> None:
    with pytest.raises(BadParameterError, match="1 lots were given, but the count asked for 0"):
        counting.count(rule, made(2, [((1,), 1)]), 1, lots=(1,))


@pytest.mark.parametrize(
    "name", sorted(f"{condorcet.__name__}.{m.name}" for m in pkgutil.iter_modules(condorcet.__path__))
)
def test_examples(name: str) -> None:
    assert not doctest.testmod(importlib.import_module(name)).failed
