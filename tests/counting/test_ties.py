"""Ties, made by hand from the text of each rule: real ones are too rare to show anything."""

from __future__ import annotations

from typing import Any

import pytest

from mandat import counting
from mandat.counting import Ballots, Count
from tests.counting.profiles import by_the_text, parameters_for

NAMES = ["Ann", "Bob", "Cy", "Dee", "Eve"]

# Ann has 50, 80, 80 votes at stages 1 to 3 and Bob 60, 70, 80: lowest and equal at stage 3, with Dee at 100.
LOWEST = [
    ((1,), 50),
    ((2,), 60),
    ((3, 1), 30),
    ((3, 2), 10),
    ((4,), 100),
    ((5, 2), 10),
    ((5,), 35),
]
LATEST, EARLIEST, LOT = 2, 1, None
BY_RULE = {
    "stv-scottish": (LATEST, "rule 51(2)"),
    "wigm": (LOT, "D.1"),
    "meek": (LOT, "B.3, T"),
    "warren": (LOT, "B.3, T"),
    "qpq": (LOT, "2.5"),
    "meek-nz": (EARLIEST, "clauses 34 and 40"),
    "minneapolis": (LOT, "167.70(c)(1)e"),
    "stv-ni": (EARLIEST, "rule 51(13)"),
    "ers97": (EARLIEST, "5.2.5"),
    "au-senate": (LATEST, "section 273(31)"),
    "hare-clark-act": (LATEST, "clause 8(2)"),
    "hare-clark-tasmania": (LATEST, "schedule 4, equal lowest"),
    "new-south-wales": (LATEST, "clause 9(5)"),
    "victoria": (LATEST, "section 114A(24)"),
    "western-australia": (LATEST, "clause 17"),
    "irish": (EARLIEST, "section 122(3)"),
    "malta": (EARLIEST, "article 105.11"),
    "cambridge": (LATEST, "section 9(k)"),
    "irv": (LOT, "section 13.102(g)"),
    "maine": (LOT, "section 723-A(3)"),
    "alaska": (LOT, "AS 15.15.350(e)"),
    "new-york-city": (LOT, "section 1057-g"),
    "rctab": (LOT, "tiebreak mode"),
}


def counted(rule: str, papers: Any, seats: int, **more: Any) -> Count:
    ballots = Ballots.from_rankings(NAMES, papers, keep_sequence=True)
    return by_the_text(rule, ballots, seats, **parameters_for(rule), **more)


def test_every_stv_rule_is_in_the_table() -> None:
    assert set(BY_RULE) == {rule.name for rule in counting.rules().values() if rule.kind == "stv"}


@pytest.mark.parametrize("rule", BY_RULE)
def test_equal_lowest_candidates(rule: str) -> None:
    expected, paragraph = BY_RULE[rule]
    result = counted(rule, LOWEST, 1)
    if expected is LOT:
        assert result.question is not None
        assert result.question.candidates == (1, 2)
        assert (result.question.choice, result.question.paragraph) == ("exclude", paragraph)
        answered = counted(rule, LOWEST, 1, lots=(2,))
        assert answered.question is None
        assert answered.ties[0].how == "lot"
        assert [e.name for e in answered.excluded][:3] == ["Cy", "Eve", "Bob"]
    else:
        assert result.question is None
        tie = result.ties[0]
        assert (tie.candidates, tie.chosen, tie.paragraph) == ((1, 2), expected, paragraph)
        assert [e.candidate for e in result.excluded][:3] == [3, 5, expected]


SURPLUSES = [((1, 3), 6), ((2, 4), 6), ((3,), 1), ((4,), 1)]


@pytest.mark.parametrize(
    ("rule", "paragraph"),
    [
        ("stv-scottish", "rule 49(2)-(3)"),
        ("wigm", "D.1"),
        ("minneapolis", "167.70(c)(1)d"),
        ("stv-ni", "rule 50(1)"),
        ("ers97", "5.2.3"),
        ("irish", "section 121(10)"),
        ("cambridge", "section 9(k)"),
    ],
)
def test_equal_surpluses_that_never_differed_are_settled_by_lot(rule: str, paragraph: str) -> None:
    parameters: dict[str, Any] = {"signatures": 0} if rule == "cambridge" else {}
    ballots = Ballots.from_rankings(NAMES[:4], SURPLUSES, keep_sequence=True)
    asked = by_the_text(rule, ballots, 3, **parameters).question
    assert asked is not None
    assert (asked.stage, asked.choice, asked.candidates) == (1, "transfer", (1, 2))
    assert asked.paragraph == paragraph
    answered = by_the_text(rule, ballots, 3, lots=(2,), **parameters)
    assert answered.stages[1].candidates == (2,)


def test_senators_elected_level_at_the_same_count_need_a_decision_about_their_order() -> None:
    # 273(20)(b): the order in which they are taken to have been elected; their surpluses move in that order (22).
    ballots = Ballots.from_rankings(NAMES[:4], SURPLUSES)
    asked = counting.count("au-senate", ballots, 3).question
    assert asked is not None
    assert (asked.stage, asked.choice, asked.candidates) == (1, "order", (1, 2))
    assert asked.paragraph == "section 273(20)(b)"
    answered = counting.count("au-senate", ballots, 3, lots=(2,))
    assert answered.winners[:2] == (2, 1)
    assert [stage.candidates for stage in answered.stages[1:3]] == [(2,), (1,)]


def test_senators_level_now_but_not_before_stand_in_the_order_of_the_last_count_that_told_them_apart() -> (
    None
):
    # Cy falls first and lifts both Ann and Bob to 9 and the quota; Bob had more before.
    papers = [((1,), 6), ((2,), 7), ((3, 1), 3), ((3, 2), 2), ((4,), 6)]
    result = counting.count("au-senate", Ballots.from_rankings(NAMES[:4], papers), 2)
    assert result.question is None
    assert result.winners == (2, 1)
    assert [(t.paragraph, t.candidates, t.how) for t in result.ties] == [
        ("section 273(20)(b)", (1, 2), "stage 1"),
    ]


def test_irish_equal_surpluses_of_different_counts_move_in_the_order_of_the_counts() -> None:
    # The quota is 10. Eve's papers give Ann 11, at count 3 Dee's give Bob 11; until then one vote could not matter.
    # Bob had more at the first count, but Ann's surplus arose earlier.
    papers = [((1,), 7), ((5, 1, 3), 4), ((2,), 8), ((4, 2, 6), 3), ((4, 3), 2), ((3,), 7), ((6,), 7)]
    ballots = Ballots.from_rankings([*NAMES, "Fay"], papers, keep_sequence=True)
    result = counting.count("irish", ballots, 3)
    assert [(e.candidate, e.stage) for e in result.elected[:2]] == [(1, 2), (2, 3)]
    assert result.stages[2].totals[:2] == (11, 11)
    assert [(s.kind, s.candidates) for s in result.stages[1:4]] == [
        ("exclusion", (5,)),
        ("exclusion", (4,)),
        ("surplus", (1,)),
    ]


def test_irish_fractions_go_to_the_larger_sub_parcel_and_then_by_lot() -> None:
    papers = [((1, 2), 3), ((1, 3), 3), ((4,), 2)]
    asked = counted("irish", papers, 2).question
    assert asked is not None
    assert (asked.choice, asked.candidates, asked.paragraph) == ("odd paper", (2, 3), "section 121(7)")
    assert counted("irish", papers, 2, lots=(3,)).stages[1].totals == (3, 1, 2, 2, 0)


def test_irish_odd_papers_go_to_the_largest_fractions() -> None:
    # A surplus of 4 out of 9: 5 x 4/9 is 2 2/9 and 4 x 4/9 is 1 7/9, so the second fraction counts as one.
    result = counted("irish", [((1, 2), 5), ((1, 3), 4), ((4,), 3)], 2)
    assert result.stages[1].totals == (5, 2, 2, 3, 0)


@pytest.mark.parametrize("rule", ["fptp", "approval"])
def test_equal_votes_for_the_last_seat(rule: str) -> None:
    ballots = Ballots.from_rankings(NAMES, [((1,), 4), ((2,), 3), ((3,), 3), ((4,), 3), ((5,), 1)])
    result = counting.count(rule, ballots, 3)
    assert result.winners == (1,)
    assert result.question is not None
    assert result.question.candidates == (2, 3, 4)
    second = counting.count(rule, ballots, 3, lots=(3,))
    assert second.winners == (1, 3)
    assert second.question is not None
    assert second.question.candidates == (2, 4)
    done = counting.count(rule, ballots, 3, lots=(3, 4))
    assert done.winners == (1, 3, 4)
    assert done.runners_up == (2, 5)


def test_runners_up_whom_the_votes_cannot_tell_apart_are_named() -> None:
    ballots = Ballots.from_rankings(NAMES, [((1,), 4), ((2,), 3), ((3,), 3), ((4,), 2)])
    result = counting.count("fptp", ballots, 1)
    assert (result.runners_up, result.equal_runners_up) == ((2, 3, 4, 5), ((2, 3),))


def test_a_lot_must_name_one_of_the_tied() -> None:
    with pytest.raises(
        counting.BadParameterError, match="lot 1 names candidate 4, but the tie is between 1, 2 "
    ):
        counted("wigm", LOWEST, 1, lots=(4,))


def test_a_lot_that_nobody_asked_for_is_refused() -> None:
    with pytest.raises(counting.BadParameterError, match="2 lots were given, but the count asked for 1"):
        counted("wigm", LOWEST, 1, lots=(1, 2))
