"""Lots ask only what decides, each question says what its answers do, and all results that lots can lead to are found.

Held against every answer to every question of the rule's own text (`by_the_text`), without any shortcut, and for the set of
results against other counts written from the texts, with every choice among the tied.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from functools import reduce
from operator import and_, or_
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from mandat import counting
from mandat.counting import Ballots, Count
from mandat.counting.result import NO_DIFFERENCE
from mandat.counting.rules import decided
from tests.counting import oracle
from tests.counting.oracles.keep_values import new_zealand
from tests.counting.oracles.last_parcel import ers97, northern_ireland
from tests.counting.oracles.senate import senate
from tests.counting.oracles.weighted import minneapolis, wigm
from tests.counting.oracles.whole_papers import cambridge, irish
from tests.counting.profiles import Papers, by_the_text, complete, made, seats_for

every_rule = pytest.mark.parametrize("rule", list(counting.rules()))
Ended = tuple[tuple[int, ...], tuple[int, ...]]
Chances = dict[Ended, Fraction]
_MOST_WAYS = 600


@st.composite
def close_elections(draw: st.DrawFn) -> tuple[int, Papers, int]:
    """Few candidates with few votes: most of these tie."""
    candidates = draw(st.integers(2, 4))
    ranking = st.lists(st.integers(1, candidates), min_size=1, max_size=3, unique=True).map(tuple)
    papers = draw(st.lists(st.tuples(ranking, st.integers(1, 3)), min_size=1, max_size=6))
    return candidates, papers, draw(st.integers(1, candidates - 1))


def ready(rule: str, election: tuple[int, Papers, int]) -> tuple[Ballots, int, dict[str, Any]]:
    """Ballots, seats and parameters as the rule wants them."""
    candidates, papers, seats = election
    chosen = counting.rule(rule)
    if chosen.kind in ("score", "yes-no"):
        names = [f"C{n}" for n in range(1, candidates + 1)]
        ballots = Ballots.from_scores(
            names, [(dict.fromkeys(ranking, 1), weight) for ranking, weight in papers]
        )
    else:
        ballots = made(candidates, papers, keep_sequence=True)
    places = 5 * candidates + seats if rule == "cambridge-compromise" else seats_for(rule, seats)
    if chosen.kind == "budget":
        return ballots, places, {"costs": (2, 2, 3, 2)[:candidates], "budget": 5}
    return ballots, places, {"signatures": 0} if rule == "cambridge" else {}


def ended(rule: str, result: Count) -> Ended:
    """What a result is: who is elected, where the text makes it so in what order, and who goes on."""
    winners = result.winners if rule == "au-senate" else tuple(sorted(result.winners))
    return winners, tuple(sorted(result.second_round))


class Ways:
    """Every way through a count, one answer after the other."""

    def __init__(self, rule: str, ballots: Ballots, seats: int, more: dict[str, Any]) -> None:
        self.rule, self.ballots, self.seats, self.more, self.left = rule, ballots, seats, more, _MOST_WAYS

    def after(self, answers: tuple[int, ...]) -> Chances:
        self.left -= 1
        assume(self.left > 0)
        result = by_the_text(self.rule, self.ballots, self.seats, answers, **self.more)
        if result.question is None:
            return {ended(self.rule, result): Fraction(1)}
        tied = result.question.candidates
        chances: Chances = {}
        for each in tied:
            for found, chance in self.after((*answers, each)).items():
                chances[found] = chances.get(found, Fraction(0)) + chance / len(tied)
        return chances


def reach(chances: Chances) -> tuple[Counter[int], Counter[int]]:
    """Who has a place in all of these results, and who in some."""
    everyone = [Counter((*elected, *on)) for elected, on in chances]
    return reduce(and_, everyone), reduce(or_, everyone)


@every_rule
@settings(max_examples=25)
@given(election=close_elections())
def test_every_result_is_found_with_its_chance(rule: str, election: tuple[int, Papers, int]) -> None:
    ballots, seats, more = ready(rule, election)
    assume(by_the_text(rule, ballots, seats, **more).valid)
    found = counting.outcomes(rule, ballots, seats, **more)
    expected = Ways(rule, ballots, seats, more).after(())
    assert {
        (e.elected if rule == "au-senate" else tuple(sorted(e.elected)), e.second_round) for e in found
    } == set(expected)
    assert [Fraction(each.chance) for each in found] == sorted(expected.values(), reverse=True)
    for each in found:
        reached = counting.count(rule, ballots, seats, lots=each.lots, **more)
        assert reached.question is None
        assert ended(rule, reached) == ended(rule, by_answers(rule, ballots, seats, each.lots, more))
        assert ended(rule, reached)[0] == (
            each.elected if rule == "au-senate" else tuple(sorted(each.elected))
        )


def by_answers(rule: str, ballots: Ballots, seats: int, lots: tuple[int, ...], more: dict[str, Any]) -> Count:
    """The count by the text alone, with the answers to free questions put in."""
    answers = decided(rule, ballots, seats, lots=lots, **more).answers
    return by_the_text(rule, ballots, seats, answers, **more)


@every_rule
@settings(max_examples=25)
@given(election=close_elections(), chance=st.randoms(use_true_random=False))
def test_a_lot_is_asked_only_if_it_decides_and_does_what_the_question_says(
    rule: str, election: tuple[int, Papers, int], chance: Any
) -> None:
    ballots, seats, more = ready(rule, election)
    lots: tuple[int, ...] = ()
    assume(by_the_text(rule, ballots, seats, **more).valid)
    ways = Ways(rule, ballots, seats, more)
    while True:
        so_far = decided(rule, ballots, seats, lots=lots, **more)
        question = so_far.count.question
        if question is None:
            return
        after = {c: ways.after((*so_far.answers, c)) for c in question.candidates}
        assert len({tuple(sorted(each.items())) for each in after.values()}) > 1
        sure, possible = reach({key: Fraction(1) for each in after.values() for key in each})
        for told in question.consequences:
            sure_then, possible_then = reach(after[told.candidate])
            assert Counter(told.gains) == sure_then - sure
            assert Counter(told.loses) == possible - possible_then
            assert Counter(told.open) == possible_then - sure_then
        assert [told.candidate for told in question.consequences] == list(question.candidates)
        for candidate in question.candidates:
            assert_done(rule, ballots, seats, (*so_far.answers, candidate), more)
        lots = (*lots, chance.choice(question.candidates))


def assert_done(
    rule: str, ballots: Ballots, seats: int, answers: tuple[int, ...], more: dict[str, Any]
) -> None:
    """What the word of the question says happens to who is drawn."""
    drawn = answers[-1]
    before = by_the_text(rule, ballots, seats, answers[:-1], **more)
    result = by_the_text(rule, ballots, seats, answers, **more)
    asked = before.question
    assert asked is not None
    tie = [each for each in result.ties if each.how == "lot"][len(answers) - 1]
    assert (tie.chosen, tie.choice) == (drawn, asked.choice)
    assert set(asked.candidates) <= set(tie.candidates)
    match asked.choice:
        case "elect" | "seat":
            full = complete_by_the_text(rule, ballots, seats, answers, more)
            assert drawn in full.winners
        case "exclude":
            assert drawn in {e.candidate for e in result.excluded}
            assert drawn not in {e.candidate for e in before.excluded}
        case "transfer":
            surplus = next(s for s in result.stages[len(before.stages) :] if s.kind == "surplus")
            assert surplus.candidates == (drawn,)
        case "order":
            places = {e.candidate: place for place, e in enumerate(result.elected)}
            assert all(places[drawn] < places.get(c, len(places)) for c in asked.candidates if c != drawn)
        case "odd paper":
            assert result.stages[len(before.stages)].kind == "surplus"
        case "second round":
            full = complete_by_the_text(rule, ballots, seats, answers, more)
            assert drawn in full.second_round
        case "finalist":
            full = complete_by_the_text(rule, ballots, seats, answers, more)
            assert any(
                row[0] == str(asked.stage) and ballots.name(drawn) in row for row in full.exhibits[0].rows
            )
        case "lock":
            rows = next(e.rows for e in result.exhibits if e.name == "majorities")
            known = next(e.rows for e in before.exhibits if e.name == "majorities")
            assert next(row for row in rows[len(known) :] if row[4] == "locked")[0] == ballots.name(drawn)
        case "give back":
            others = [by_the_text(rule, ballots, seats, (*answers[:-1], c), **more) for c in asked.candidates]
            assert result.winners.count(drawn) == min(each.winners.count(drawn) for each in others)


def complete_by_the_text(
    rule: str, ballots: Ballots, seats: int, answers: tuple[int, ...], more: dict[str, Any]
) -> Count:
    while True:
        result = by_the_text(rule, ballots, seats, answers, **more)
        if result.question is None:
            return result
        answers = (*answers, result.question.candidates[0])


# Other counts, with every choice among the tied


class Tied(Exception):
    def __init__(self, candidates: Sequence[int]) -> None:
        super().__init__()
        self.candidates = tuple(candidates)


def every_pick(count: Callable[[oracle.Pick], list[int]]) -> Iterator[list[int]]:
    """The results of a count for every choice it can make."""
    open_: list[tuple[int, ...]] = [()]
    while open_:
        given_ = open_.pop()
        assume(len(open_) < _MOST_WAYS)
        try:
            yield count(scripted(given_))
        except Tied as tie:
            open_ += [(*given_, each) for each in tie.candidates]


def scripted(given_: tuple[int, ...]) -> oracle.Pick:
    left = list(given_)

    def pick(tied: Sequence[int]) -> int:
        if not left:
            raise Tied(tied)
        return left.pop(0)

    return pick


PLAIN: dict[str, Callable[..., oracle.Outcome]] = {
    "stv-scottish": oracle.scottish,
    "wigm": wigm,
    "ers97": ers97,
    "stv-ni": northern_ireland,
    "minneapolis": minneapolis,
    "meek-nz": new_zealand,
    "au-senate": senate,
    "irish": irish,
    "cambridge": cambridge,
}


@pytest.mark.parametrize("rule", PLAIN)
@settings(max_examples=60)
@given(election=close_elections())
def test_the_results_are_those_of_another_count(rule: str, election: tuple[int, Papers, int]) -> None:
    candidates, papers, seats = election
    ballots, places, more = ready(rule, election)
    single = [ranking for ranking, weight in papers for _ in range(weight)]

    def count(pick: oracle.Pick) -> list[int]:
        return [c for c, _ in PLAIN[rule](list(single), candidates, seats, pick, **more).elected]

    shown: Callable[[Sequence[int]], tuple[int, ...]] = (
        tuple if rule == "au-senate" else lambda who: tuple(sorted(who))
    )
    found = {shown(each.elected) for each in counting.outcomes(rule, ballots, places, **more)}
    assert found == {shown(each) for each in every_pick(count)}


# By hand


def test_two_who_lose_whoever_falls_first_need_no_lot() -> None:
    # Bob and Cy are level and last; Ann has more than half of all papers.
    ballots = Ballots.from_rankings(["Ann", "Bob", "Cy"], [((1,), 7), ((2,), 3), ((3,), 3)])
    for rule in ("irv", "wigm", "meek", "minneapolis", "maine"):
        result = counting.count(rule, ballots, 1)
        assert result.question is None
        assert result.winners == (1,)
    result = counting.count("irv", ballots, 1)
    assert [(t.candidates, t.chosen, t.how) for t in result.ties] == [((2, 3), 2, NO_DIFFERENCE)]
    assert result.equal_runners_up == ((3, 2),)


def test_a_circle_below_the_winner_needs_no_lot() -> None:
    # Ann beats everybody; Bob, Cy and Dee beat each other in a circle of equal majorities.
    ballots = Ballots.from_rankings(
        ["Ann", "Bob", "Cy", "Dee"], [((1, 2, 3, 4), 1), ((1, 3, 4, 2), 1), ((1, 4, 2, 3), 1)]
    )
    result = counting.count("ranked-pairs", ballots, 1)
    assert (result.winners, result.question) == ((1,), None)
    second = counting.count("ranked-pairs", ballots, 2)
    assert second.question is not None
    assert [told.loses for told in second.question.consequences] == [(3,), (4,), (2,)]


def test_the_question_says_who_gets_and_who_loses() -> None:
    # Bob and Cy are level and last. If Bob falls, his papers elect Cy; if Cy falls, hers elect Ann.
    ballots = Ballots.from_rankings(["Ann", "Bob", "Cy"], [((1,), 4), ((2, 3), 3), ((3, 1), 3)])
    question = counting.count("irv", ballots, 1).question
    assert question is not None
    assert question.choice == "exclude"
    assert [(t.candidate, t.gains, t.loses, t.open) for t in question.consequences] == [
        (2, (3,), (1,), ()),
        (3, (1,), (3,), ()),
    ]


@pytest.mark.parametrize("rule", ["wigm", "irv", "stv-scottish", "au-senate", "minneapolis"])
def test_hundreds_of_candidates_without_a_vote_need_no_lot(rule: str) -> None:
    names = [f"C{n}" for n in range(1, 401)]
    ballots = Ballots.from_rankings(names, [((1, 400), 9), ((2, 399), 6), ((3, 1), 2)])
    more: dict[str, Any] = {"batch": False} if rule == "irv" else {}
    result = counting.count(rule, ballots, 1, **more)
    assert (result.winners, result.question) == ((1,), None)
    assert {tie.how for tie in result.ties} == {NO_DIFFERENCE} or not result.ties


@every_rule
@pytest.mark.parametrize("seats", [1, 2])
def test_where_nobody_voted_nobody_is_elected_and_no_lot_is_drawn(rule: str, seats: int) -> None:
    names = ["Ann", "Bob", "Cy", "Dee"]
    places = 24 if rule == "cambridge-compromise" else seats_for(rule, seats)
    if counting.rule(rule).kind in ("score", "yes-no"):
        blank = Ballots.from_scores(names, [({}, 3)])
        none = Ballots.from_scores(names, [])
    else:
        blank = Ballots.from_rankings(names, [((), 3)], keep_sequence=True)
        none = Ballots.from_rankings(names, [], keep_sequence=True)
    for ballots in (blank, none):
        money: dict[str, Any] = (
            {"costs": (2, 2, 3, 2), "budget": 5} if counting.rule(rule).kind == "budget" else {}
        )
        result = counting.count(rule, ballots, places, **money)
        assert (result.question, result.winners) == (None, ())
        counting.replay(result, ballots)


def test_a_lot_too_many_is_refused_also_where_none_decides() -> None:
    ballots = Ballots.from_rankings(["Ann", "Bob", "Cy"], [((1,), 7), ((2,), 3), ((3,), 3)])
    with pytest.raises(counting.BadParameterError, match="1 lots were given, but the count asked for 0"):
        counting.count("irv", ballots, 1, lots=(2,))


def test_results_beyond_what_can_be_found_are_refused_in_words() -> None:
    names = [f"C{n}" for n in range(1, 31)]
    ballots = Ballots.from_rankings(names, [((n,), 5) for n in range(1, 31)])
    asked = counting.count("fptp", ballots, 15).question
    assert asked is not None
    assert asked.consequences == ()
    with pytest.raises(counting.BadParameterError, match="more than 1,000 counts would be needed"):
        counting.outcomes("fptp", ballots, 15)


def test_a_seat_to_give_back_is_asked_as_one() -> None:
    # 68: 4 full numbers for 3 seats; whoever has the smaller remainder gives one back.
    found = [
        (votes, seats, result)
        for votes in range(1, 40)
        for seats in range(1, 7)
        if (
            result := counting.apportion("hagenbach-bischoff-rounded", {"A": votes, "B": votes}, seats)
        ).question
        and result.question.gives_back
    ]
    assert found
    votes, seats, result = found[0]
    assert result.question is not None
    assert "who gives back one seat: A, B" in str(result.question)
    drawn = counting.apportion(
        "hagenbach-bischoff-rounded", {"A": votes, "B": votes}, seats, lots=["A"]
    ).seats
    assert drawn["A"] == drawn["B"] - 1
    ballots = Ballots.from_rankings(["A", "B"], [((1,), votes), ((2,), votes)])
    asked = counting.count("hagenbach-bischoff-rounded", ballots, seats).question
    assert asked is not None
    assert asked.choice == "give back"
    assert [(told.gains, told.loses) for told in asked.consequences] == [((2,), (1,)), ((1,), (2,))]


@settings(max_examples=30)
@given(election=close_elections())
def test_the_order_in_which_lots_fall_is_the_order_asked(election: tuple[int, Papers, int]) -> None:
    candidates, papers, seats = election
    ballots = made(candidates, papers)
    result = complete("wigm", ballots, seats)
    assert len(result.lots) == sum(tie.how == "lot" for tie in result.ties)
    counting.replay(result, ballots)
