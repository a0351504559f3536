"""Numbers in, value out: what is missing, what is silent, what a ruling settles."""

import pickle
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from mandat.bylaws.expression import (
    BylawsNames,
    DeclaredBody,
    DeclaredFact,
    Evaluation,
    Expression,
    MissingNumber,
    NumbersError,
    Place,
    SilentPart,
    Surd,
    explain,
    parse,
)
from mandat.bylaws.values.duration import Duration, Elapsed, Never

NAMES = BylawsNames(
    facts={
        "kind": DeclaredFact("label", (), ("strike", "pay")),
        "last-vote": DeclaredFact("votes"),
        "urgent": DeclaredFact("flag", ("act",)),
    },
    bodies={
        "county": DeclaredBody("constituency", many=True),
        "section": DeclaredBody(many=True),
        "leader": DeclaredBody("office"),
    },
    weights=("card",),
)
PARIS = ZoneInfo("Europe/Paris")
DAY = 86400
TWO_COUNTIES = {"county": {"A": {"yes": 0, "cast": 0}, "B": {"yes": 1, "cast": 1}}}


def rule(text: str, place: Place = Place.CARRIED) -> Expression:
    return parse(text, place=place, names=NAMES)


def test_what_an_evaluation_needs() -> None:
    text = "yes >= 2/3 * cast and number(county where filled of section < 3 and present > 1) > 3 and yes < members of all section"
    expression = rule(text)
    assert [str(count) for count in expression.counts] == [
        "yes",
        "cast",
        "filled of section",
        "members of all section",
    ]
    assert [(str(group), [str(count) for count in group.counts]) for group in expression.groups] == [
        ("county", ["present"])
    ]
    assert rule("no > fewest(card, 1/2 * entitled by card)").weights == ("card",)
    parts = rule("yes of section with kind:strike by card > 1 * no by card").counts[0]
    assert (parts.name, parts.of, parts.with_, parts.label, parts.by) == (
        "yes",
        "section",
        "kind",
        "strike",
        "card",
    )
    assert str(parts) == "yes of section with kind:strike by card"
    average = rule("average(last-vote over P4M) > 1").counts[0]
    assert (str(average), average.over) == ("average(last-vote over P4M)", Duration(months=4))


def test_missing_numbers_are_all_named() -> None:
    with pytest.raises(
        MissingNumber, match="`yes > 2 or cast > no` needs `cast`, `no`, and no number was given"
    ) as caught:
        rule("yes > 2 or cast > no").evaluate({"yes": 3})
    assert caught.value.names == ("cast", "no")
    with pytest.raises(MissingNumber, match="`last-vote in county B`"):
        rule("number(county where yes > last-vote) >= 1").evaluate(
            {"county": {"A": {"yes": 1, "last-vote": 0}, "B": {"yes": 1}}}
        )
    with pytest.raises(MissingNumber, match="`county`"):
        rule("number(county) >= 1").evaluate({})
    with pytest.raises(MissingNumber, match="`weights by card`"):
        rule("no > fewest(card, 0)").evaluate({"no": 1})


@pytest.mark.parametrize(
    ("text", "numbers", "words"),
    [
        (
            "yes > 2",
            {"yes": 2.5},
            "`yes` must be a whole number or a Fraction, not float 2.5; write a Fraction",
        ),
        ("yes > 2", {"yes": True}, "`yes` must be a whole number or a Fraction, not bool True"),
        ("yes > 2", {"yes": "3"}, "`yes` must be a whole number or a Fraction, not str '3'"),
        ("urgent", {"urgent": 1}, "`urgent` must be true or false, not int 1"),
        ("kind = 'strike'", {"kind": 3}, "`kind` must be a label"),
        (
            "number(county) > 2",
            {"county": 3},
            "`county` must be a mapping from each county to its numbers, not int 3",
        ),
        (
            "number(county where yes > 1) > 2",
            {"county": {"A": 1}},
            "`county` `A` must be a mapping of its numbers",
        ),
        ("yes > fewest(card, 1)", {"yes": 1, "weights by card": 3}, "`weights by card` must be a sequence"),
    ],
)
def test_numbers_of_the_wrong_type_are_refused(text: str, numbers: dict[str, Any], words: str) -> None:
    with pytest.raises(NumbersError) as caught:
        rule(text).evaluate(numbers)
    assert words in str(caught.value)


def test_a_wrong_number_is_refused_even_where_the_other_test_decides() -> None:
    with pytest.raises(NumbersError, match="`no` must be"):
        rule("yes > 2 or no > 1").evaluate({"yes": 3, "no": 0.5})


# -- silence -------------------------------------------------------------------------------------------------------


def test_seats_that_do_not_come_out_whole_are_read_down_and_up() -> None:
    number = rule("entitled / 25000", Place.NUMBER)
    evaluation = number.evaluate({"entitled": 310_000})
    assert evaluation.value is None
    assert [(each.where, each.choice, each.value) for each in evaluation.readings] == [
        ("entitled / 25000", "down", 12),
        ("entitled / 25000", "up", 13),
    ]
    assert evaluation.questions == (SilentPart("entitled / 25000", "rounding", ("down", "up")),)
    assert number.evaluate({"entitled": 310_000}, {"down"}).value == 12
    assert number.evaluate({"entitled": 310_000}, {"entitled / 25000": "up"}).value == 13
    assert number.evaluate({"entitled": 300_000}).readings == ()


def test_roots_are_seats_only_when_whole() -> None:
    number = rule("sqrt(entitled)", Place.NUMBER)
    assert number.evaluate({"entitled": 49}).value == 7
    assert [each.value for each in number.evaluate({"entitled": 50}).readings] == [7, 8]


def test_a_root_stays_exact() -> None:
    weight = rule("1/2 * sqrt(members)", Place.WEIGHTS)
    assert weight.evaluate({"members": 1000}).value == Surd(Fraction(0), Fraction(1, 2), 1000)


@pytest.mark.parametrize(
    ("text", "numbers", "value"),
    [
        ("unspecified and yes > 2", {"yes": 2}, False),
        ("yes > 2 and unspecified", {"yes": 2}, False),
        ("unspecified or yes > 2", {"yes": 3}, True),
        ("unspecified and yes > 2", {"yes": 3}, None),
        ("not unspecified", {}, None),
        ("yes / cast >= 1/2", {"yes": 0, "cast": 0}, None),
        ("yes / cast >= 1/2 and yes > 0", {"yes": 0, "cast": 0}, False),
        ("yes >= unspecified", {"yes": 3}, None),
        ("number(county where yes / cast > 1/2) >= 2", TWO_COUNTIES, None),
        ("number(county where yes / cast > 1/2) >= 1", TWO_COUNTIES, True),
        ("yes >= sqrt(yes - no)", {"yes": 1, "no": 2}, None),
    ],
)  # fmt: skip
def test_readings_that_agree_decide(text: str, numbers: dict[str, Any], value: bool | None) -> None:
    evaluation = rule(text).evaluate(numbers)
    assert evaluation.value is value
    assert {reading.value for reading in evaluation.readings} == (
        {True, False} if value is None else {value} & _read(evaluation)
    )
    assert bool(evaluation.questions) is (value is None)


def _read(evaluation: Evaluation) -> set[Any]:
    """Nothing where another test decided before the silence was reached."""
    return {reading.value for reading in evaluation.readings}


def test_a_number_that_cannot_be_listed_is_a_question_without_options() -> None:
    number = rule("unspecified", Place.NUMBER)
    evaluation = number.evaluate({})
    assert (evaluation.value, evaluation.readings) == (None, ())
    assert evaluation.questions == (SilentPart("unspecified, column 1", "unspecified"),)
    assert number.evaluate({}, {"15"}).value == 15
    assert number.evaluate({}, {"unspecified, column 1": "15"}).value == 15


def test_a_ruling_answers_only_what_it_names() -> None:
    text = "unspecified or unspecified and yes > 1"
    evaluation = rule(text).evaluate({"yes": 2}, {"unspecified, column 1": "false"})
    assert evaluation.value is None
    assert [each.where for each in evaluation.questions] == ["unspecified, column 16"]
    assert rule(text).evaluate({"yes": 2}, {"true"}).value is True


def test_the_same_silence_is_read_the_same_way() -> None:
    text = "yes / cast > 1/2 and not yes / cast > 1/2"
    assert rule(text).evaluate({"yes": 0, "cast": 0}).value is False


def test_too_many_silent_points_stay_open() -> None:
    text = " and ".join(f"yes / cast > 1/{n}" for n in range(2, 14))
    assert rule(text).evaluate({"yes": 0, "cast": 0}).value is None


# -- time ----------------------------------------------------------------------------------------------------------


def test_time_served_follows_the_calendar() -> None:
    served = rule("served >= P1Y", Place.KEEPS)
    leap_day = 951_782_400  # 2000-02-29 00:00 UTC
    utc = ZoneInfo("UTC")
    assert served.evaluate({"served": Elapsed(leap_day, leap_day + 365 * DAY, utc)}).value is True
    assert served.evaluate({"served": Elapsed(leap_day, leap_day + 365 * DAY - 1, utc)}).value is False
    assert served.evaluate({"served": Never()}).value is True


def test_what_never_began_is_longer_than_any_duration() -> None:
    eligible = rule("since_left >= P12M", Place.ELIGIBLE)
    assert eligible.evaluate({"since_left": Never()}).value is True
    assert rule("since_left < P9999Y", Place.ELIGIBLE).evaluate({"since_left": Never()}).value is False


def test_two_times_compare_by_their_length_and_durations_by_the_calendar() -> None:
    text = rule("served <= seniority", Place.KEEPS)
    assert text.evaluate({"served": Elapsed(5, 8, PARIS), "seniority": Elapsed(0, 8, PARIS)}).value is True
    lengths = rule("served > P1M", Place.KEEPS)
    assert lengths.evaluate({"served": Duration(days=32)}).value is True
    assert lengths.evaluate({"served": Duration(days=30)}).value is None


def test_labels_and_dates_compare() -> None:
    assert rule("kind = 'strike'").evaluate({"kind": "strike"}).value is True
    assert rule("not kind = 'strike'").evaluate({"kind": "pay"}).value is True


# -- words ---------------------------------------------------------------------------------------------------------


def words(
    text: str, numbers: dict[str, Any], language: Any = "en", place: Place = Place.CARRIED
) -> list[str]:
    return [str(clause) for clause in explain(parse(text, place=place, names=NAMES), numbers, language)]


@pytest.mark.parametrize(
    ("text", "numbers", "english", "french"),
    [
        ("voted >= 1/2 * concerned", {"voted": 5046, "concerned": 5255}, "5,046 ≥ 2,627.5, met", "5 046 ≥ 2 627,5, atteint"),
        (
            "yes >= 2/3 * cast", {"yes": 3014, "cast": 4900},
            "3,014 ≥ 2/3 × 4,900 = 3,266.67, 253 short", "3 014 ≥ 2/3 × 4 900 = 3 266,67, manque 253",
        ),
        ("yes > no", {"yes": 5, "no": 5}, "5 > 5, 1 short", "5 > 5, manque 1"),
        ("no < 3", {"no": 5}, "5 < 3, over by 3", "5 < 3, dépasse de 3"),
        ("no <= 3", {"no": 2}, "2 ≤ 3, kept", "2 ≤ 3, respecté"),
        ("yes = no + 1", {"yes": 3, "no": 5}, "3 = 5 + 1 = 6, off by 3", "3 = 5 + 1 = 6, écart de 3"),
        (
            "yes >= 3/2 * sqrt(entitled)", {"yes": 47, "entitled": 1000},
            "47 ≥ 3/2 × √1,000 = 47.43, 1 short", "47 ≥ 3/2 × √1 000 = 47,43, manque 1",
        ),
        ("yes >= 60% * cast", {"yes": 5, "cast": 10}, "5 ≥ 60% × 10 = 6, 1 short", "5 ≥ 60 % × 10 = 6, manque 1"),
        ("yes > 333333/1000000 * cast", {"yes": 1, "cast": 3}, "1 > 0.999999, met", "1 > 0,999999, atteint"),
        (
            "number(county where yes > 1) >= 2", {"county": {"A": {"yes": 2}, "B": {"yes": 1}}},
            "1 ≥ 2, 1 short (A)", "1 ≥ 2, manque 1 (A)",
        ),
        (
            "yes / cast > 1/2", {"yes": 0, "cast": 0},
            "0 / 0 > 1/2, unspecified: the readings differ", "0 / 0 > 1/2, non précisé\u00a0: les lectures diffèrent",
        ),
        ("urgent", {"urgent": True}, "yes", "oui"),
        ("kind = 'pay'", {"kind": "strike"}, "'strike' = 'pay', not met", "'strike' = 'pay', non atteint"),
        (
            "yes > 3 or no < 2", {"yes": 1, "no": 1},
            "met (yes > 3: 1 > 3, 3 short; no < 2: 1 < 2, kept)", "atteint (yes > 3: 1 > 3, manque 3; no < 2: 1 < 2, respecté)",
        ),
    ],
)  # fmt: skip
def test_the_numbers_filled_in(text: str, numbers: dict[str, Any], english: str, french: str) -> None:
    assert words(text, numbers) == [f"{text}: {english}"]
    assert [each.replace("\u202f", " ") for each in words(text, numbers, "fr")] == [f"{text}: {french}"]


def test_a_number_of_seats_shows_its_calculation() -> None:
    assert words("ceil(entitled / 100)", {"entitled": 355}, place=Place.NUMBER) == [
        "ceil(entitled / 100): ceil(355 / 100) = 4"
    ]
    assert words("entitled / 100", {"entitled": 355}, place=Place.NUMBER) == [
        "entitled / 100: 355 / 100 = 3.55, unspecified: the readings differ"
    ]


def test_time_shows_when_it_is_complete() -> None:
    numbers = {"served": Elapsed(1_735_686_000, 1_738_364_400, PARIS)}  # 2025-01-01 to 2025-02-01, Paris
    assert words("served >= P3M", numbers, place=Place.KEEPS) == [
        "served >= P3M: since 2025-01-01, 3 months complete on 2025-04-01, now 2025-02-01, not met"
    ]
    assert words("served >= P3M", {"served": Never()}, "fr", Place.KEEPS) == [
        "served >= P3M: n’a jamais commencé ≥ 3\xa0mois, atteint"
    ]


def test_conjuncts_are_clauses_of_their_own() -> None:
    explanation = explain(rule("yes > 2 and no > 2"), {"yes": 3, "no": 2})
    assert [(clause.holds, clause.left, clause.right, clause.short_by) for clause in explanation] == [
        (True, 3, 2, 0),
        (False, 2, 2, 1),
    ]
    assert explanation.evaluation.value is False


def test_equal_and_picklable() -> None:
    one, other = rule("yes  >=  2/3*cast"), rule("yes >= 2/3 * cast")
    assert one == other
    assert len({one, other, rule("yes > 1")}) == 2
    assert one != rule("yes > 1")
    again = pickle.loads(pickle.dumps(one))  # noqa: S301 -- our own bytes
    assert again == one
    assert again.evaluate({"yes": 2, "cast": 3}).value is True
