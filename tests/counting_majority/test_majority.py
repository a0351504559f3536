"""Rules that elect whoever has the most, by hand: what makes a paper void, ties, thresholds, and the words of every error."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mandat import counting
from mandat.counting import BadParameterError, Ballots, Count, majority, replay

NAMES = ["Ann", "Bob", "Cy", "Dee"]
Marked = list[tuple[set[int], int]]


def marked(papers: Marked, names: list[str] = NAMES) -> Ballots:
    return Ballots.from_approvals(names, papers)


def totals(result: Count) -> tuple[int, ...]:
    return result.stages[0].totals


class TestBlock:
    papers: tuple[tuple[set[int], int], ...] = (
        ({1, 2}, 5),
        ({2, 3}, 4),
        ({3}, 2),
        ({1, 2, 3}, 9),
        (set(), 1),
    )

    def test_a_paper_with_too_many_marks_is_void(self) -> None:
        result = counting.count("block", marked(list(self.papers)), 2)
        assert totals(result) == (5, 9, 6, 0)
        assert result.winners == (2, 3)
        assert (result.valid, result.invalid) == (11, 10)

    def test_voters_may_have_another_number_of_votes(self) -> None:
        result = counting.count("block", marked(list(self.papers)), 2, votes=3)
        assert totals(result) == (14, 18, 15, 0)
        replay(result, marked(list(self.papers)))

    def test_ranks_do_not_matter(self) -> None:
        ranked = Ballots.from_rankings(NAMES, [((2, 1), 5), ((3, 0, 2), 4), ((3, 3), 2)])
        assert totals(counting.count("block", ranked, 2)) == (5, 9, 6, 0)

    def test_marks_for_the_withdrawn_are_passed_over(self) -> None:
        result = counting.count("block", marked([({1, 2, 3}, 5), ({1}, 2)]).without([1]), 2)
        assert totals(result) == (0, 5, 5, 0)
        assert (result.valid, result.invalid) == (5, 2)

    def test_a_lot_for_the_last_seat(self) -> None:
        ballots = marked([({1, 2}, 3), ({1, 3}, 3)])
        result = counting.count("block", ballots, 2)
        assert result.question is not None
        assert (result.question.candidates, result.question.paragraph) == ((2, 3), "rule 49")
        assert counting.count("block", ballots, 2, lots=(3,)).winners == (1, 3)

    @pytest.mark.parametrize("votes", [0, -1, 1.5, True])
    def test_votes_that_are_none(self, votes: Any) -> None:
        with pytest.raises(
            BadParameterError, match=r"block was told that voters have .* votes; give a whole number"
        ):
            counting.count("block", marked([({1}, 1)]), 2, votes=votes)


class TestLimited:
    def test_one_vote_less_than_seats(self) -> None:
        result = counting.count("limited", marked([({1}, 5), ({2, 3}, 4), ({1, 2, 3}, 9)]), 3)
        assert totals(result) == (5, 4, 4, 0)
        assert result.invalid == 9

    def test_a_minority_wins_a_seat_where_block_gives_none(self) -> None:
        majority_votes: Marked = [({1, 2}, 60), ({3}, 40)]
        assert counting.count("block", marked(majority_votes), 2).winners == (1, 2)
        spread: Marked = [({1}, 31), ({2}, 29), ({3}, 40)]
        assert counting.count("limited", marked(spread), 2).winners == (3, 1)

    def test_as_many_votes_as_seats_is_another_rule(self) -> None:
        with pytest.raises(BadParameterError, match="not 3 for 3; for as many use block"):
            counting.count("limited", marked([({1}, 1)]), 3, votes=3)

    def test_one_seat_one_vote(self) -> None:
        assert counting.count("limited", marked([({1}, 1), ({2}, 2)]), 1).winners == (2,)


class TestCumulative:
    def test_all_votes_on_one(self) -> None:
        points = Ballots.from_scores(
            NAMES, [({1: 1, 2: 1, 3: 1}, 5), ({4: 3}, 2), ({4: 4}, 9), ({1: -1, 2: 2}, 1)]
        )
        result = counting.count("cumulative", points, 3)
        assert totals(result) == (5, 5, 5, 6)
        assert result.winners[0] == 4
        assert result.invalid == 10

    def test_a_name_for_each_vote(self) -> None:
        named = Ballots.from_rankings(NAMES, [((1, 2, 3), 5), ((4, 4, 4), 2), ((4, 4, 4, 4), 9)])
        assert totals(counting.count("cumulative", named, 3)) == (5, 5, 5, 6)

    def test_a_given_number_of_votes(self) -> None:
        ballots = Ballots.from_scores(NAMES, [({1: 2}, 5), ({2: 1}, 7)])
        result = counting.count("cumulative", ballots, 1, votes=2)
        assert result.winners == (1,)
        replay(result, ballots)
        assert counting.count("cumulative", ballots, 1).winners == (2,)

    def test_a_minority_is_sure_of_a_seat(self) -> None:
        # 26 of 100 voters, three seats: 78 votes on one; the others have 222 and cannot bring three above 78.
        ballots = Ballots.from_scores(NAMES, [({1: 1, 2: 1, 3: 1}, 74), ({4: 3}, 26)])
        assert 4 in counting.count("cumulative", ballots, 3, lots=(1, 2)).winners


class TestScore:
    ballots = Ballots.from_scores(NAMES, [({1: 5, 2: 4}, 3), ({2: 2, 3: 5}, 3), ({1: 6}, 7), ({3: -1}, 2)])

    def test_points_add_up(self) -> None:
        result = counting.count("score", self.ballots, 1)
        assert totals(result) == (15, 18, 15, 0)
        assert (result.winners, result.valid, result.invalid) == ((2,), 6, 9)

    def test_the_scale_is_given(self) -> None:
        result = counting.count("score", self.ballots, 1, levels=6)
        assert totals(result) == (57, 18, 15, 0)
        replay(result, self.ballots)

    @pytest.mark.parametrize("levels", [0, "5", True])
    def test_scales_that_are_none(self, levels: Any) -> None:
        with pytest.raises(BadParameterError, match="give the top of the scale"):
            counting.count("score", self.ballots, 1, levels=levels)

    def test_rankings_have_no_points(self) -> None:
        with pytest.raises(
            BadParameterError, match=r"score needs points: make the ballots with Ballots\.from_scores"
        ):
            counting.count("score", marked([({1}, 1)]), 1)

    @given(st.lists(st.tuples(st.sets(st.integers(1, 4)), st.integers(1, 9)), min_size=1, max_size=6))
    def test_two_levels_are_approval(self, papers: Marked) -> None:
        points = Ballots.from_scores(NAMES, [(dict.fromkeys(named, 1), weight) for named, weight in papers])
        ours = counting.count("score", points, 1, levels=1)
        assert totals(ours) == totals(counting.count("approval", marked(papers), 1))


class TestTwoRounds:
    def test_more_than_half_is_elected_at_once(self) -> None:
        result = counting.count("two-round", marked([({1}, 5), ({2}, 4)]), 1)
        assert result.winners == (1,)
        assert result.stages[0].candidates == ()

    def test_exactly_half_is_not(self) -> None:
        result = counting.count("two-round", marked([({1}, 5), ({2}, 3), ({3}, 2)]), 1)
        assert result.winners == ()
        assert result.stages[0].candidates == (1, 2)
        assert result.exhibits[0].rows == (("Ann", "5"), ("Bob", "3"))

    def test_the_second_round_needs_most_votes_only(self) -> None:
        result = counting.count("two-round", marked([({1}, 4), ({2}, 3), ({3}, 3)]), 1, second=True)
        assert result.winners == (1,)
        assert result.stages[0].kind == "second round"

    def test_a_lot_for_who_goes_on(self) -> None:
        ballots = marked([({1}, 4), ({2}, 3), ({3}, 3)])
        result = counting.count("two-round", ballots, 1)
        assert result.question is not None
        assert (result.question.choice, result.question.candidates) == ("second round", (2, 3))
        drawn = counting.count("two-round", ballots, 1, lots=(3,))
        assert drawn.stages[0].candidates == (1, 3)
        replay(drawn, ballots)

    def test_several_seats(self) -> None:
        # 10 papers, two seats: Ann has 7 of them; for the seat left Bob and Cy go on.
        ballots = marked([({1, 2}, 4), ({1, 3}, 3), ({4}, 2), ({3}, 1)])
        result = counting.count("two-round", ballots, 2)
        assert result.winners == (1,)
        assert set(result.stages[0].candidates) == {2, 3}

    def test_more_with_a_majority_than_seats(self) -> None:
        ballots = marked([({1, 2}, 5), ({2, 3}, 4), ({1, 3}, 3)])
        assert counting.count("two-round", ballots, 2).winners == (2, 1)

    def test_another_threshold(self) -> None:
        ballots = marked([({1}, 6), ({2}, 4)])
        assert counting.count("two-round", ballots, 1, threshold="2/3").winners == ()
        assert counting.count("two-round", ballots, 1, threshold="2/5").winners == (1,)

    @pytest.mark.parametrize("threshold", ["1", "-1/2", "half", 1, "1/0"])
    def test_thresholds_that_are_none(self, threshold: Any) -> None:
        with pytest.raises(BadParameterError, match='is no share; write it as "1/2"'):
            counting.count("two-round", marked([({1}, 1)]), 1, threshold=threshold)


class TestYesNo:
    ballots = Ballots.from_scores(
        NAMES, [({1: 1, 2: 1, 3: 0}, 6), ({1: 1, 2: 0}, 5), ({2: 0, 4: 1}, 2), ({3: 2}, 9)]
    )

    def test_more_yes_than_no(self) -> None:
        result = counting.count("yes-no", self.ballots, 4)
        assert result.winners == (1, 4)
        assert totals(result) == (11, 6, 0, 2)
        assert result.exhibits[0].rows == (
            ("Ann", "11", "0", "2", "passed"),
            ("Bob", "6", "7", "0", "failed"),
            ("Cy", "0", "6", "7", "failed"),
            ("Dee", "2", "0", "11", "passed"),
        )
        assert result.invalid == 9
        replay(result, self.ballots)

    def test_as_many_yes_as_no_fails(self) -> None:
        tied = Ballots.from_scores(["Ann"], [({1: 1}, 3), ({1: 0}, 3)])
        assert counting.count("yes-no", tied, 1).winners == ()

    def test_enough_must_say_yes(self) -> None:
        assert counting.count("yes-no", self.ballots, 4, quorum=3).winners == (1,)
        assert counting.count("yes-no", self.ballots, 4, quorum="2/13").winners == (1, 4)
        assert counting.count("yes-no", self.ballots, 4, quorum="1/6").winners == (1,)

    def test_another_majority(self) -> None:
        assert 2 in counting.count("yes-no", self.ballots, 4, majority="2/5").winners

    def test_more_pass_than_there_are_seats(self) -> None:
        assert counting.count("yes-no", self.ballots, 1).winners == (1,)

    def test_without_points_to_leave_out_is_no(self) -> None:
        result = counting.count("yes-no", marked([({1}, 6), ({2}, 4), (set(), 1)]), 4)
        assert result.winners == (1,)
        assert result.exhibits[0].rows[0] == ("Ann", "6", "5", "0", "passed")

    @pytest.mark.parametrize(
        ("more", "words"),
        [
            ({"majority": "1"}, "the majority '1' is no share"),
            ({"majority": 0.5}, "the majority 0.5 is no share"),
            ({"quorum": -1}, "the quorum is -1; give a number of papers"),
            ({"quorum": "some"}, "the quorum is 'some'"),
        ],
    )
    def test_what_cannot_be(self, more: dict[str, Any], words: str) -> None:
        with pytest.raises(BadParameterError, match=words):
            counting.count("yes-no", self.ballots, 1, **more)


@pytest.mark.parametrize("rule", ["block", "limited", "cumulative", "two-round", "yes-no"])
@given(
    papers=st.lists(st.tuples(st.sets(st.integers(1, 4)), st.integers(1, 9)), min_size=1, max_size=6),
    shuffled=st.randoms(use_true_random=False),
    seats=st.integers(1, 3),
)
def test_order_and_names_do_not_matter(rule: str, papers: Marked, shuffled: Any, seats: int) -> None:
    new = [1, 2, 3, 4]
    shuffled.shuffle(new)
    renamed = [({new[n - 1] for n in named}, weight) for named, weight in papers]
    shuffled.shuffle(renamed)
    one, other = (counting.count(rule, marked(p), seats) for p in (papers, renamed))
    assert [totals(other)[n - 1] for n in new] == list(totals(one))
    assert {new[n - 1] for n in one.winners} == set(other.winners)
    assert (one.question is None) == (other.question is None)


@pytest.mark.parametrize(
    "name", sorted(f"{majority.__name__}.{m.name}" for m in pkgutil.iter_modules(majority.__path__))
)
def test_examples(name: str) -> None:
    assert not doctest.testmod(importlib.import_module(name)).failed
