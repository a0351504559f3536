"""Each method by hand: what sets it apart, ties and lots, floors, caps, thresholds, and the words of every error."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from mandat.counting import BadBallotsError, BadParameterError, UnknownRuleError, apportion
from mandat.counting.apportionment import Award, method, methods

# Balinski and Young, Fair Representation, table of the five divisor methods: the example with a house of 26.
PEOPLE = {"A": 9061, "B": 7179, "C": 5259, "D": 3319, "E": 1182}


@pytest.mark.parametrize(
    ("name", "seats"),
    [
        ("hare", [9, 7, 5, 4, 1]),
        ("adams", [9, 7, 5, 3, 2]),
        ("dean", [9, 7, 5, 4, 1]),
        ("huntington-hill", [9, 7, 6, 3, 1]),
        ("sainte-lague", [9, 8, 5, 3, 1]),
        ("d-hondt", [10, 7, 5, 3, 1]),
    ],
)
def test_one_country_six_methods(name: str, seats: list[int]) -> None:
    assert list(apportion(name, PEOPLE, 26).counts) == seats


@pytest.mark.parametrize("name", sorted(methods()))
def test_every_method_fills_the_house_and_explains_it(name: str) -> None:
    found = apportion(name, PEOPLE, 40)
    assert sum(found.counts) == 40
    given = dict(zip(found.names, found.base, strict=True))
    for award in found.awards:
        given[award.name] += award.change
    assert given == found.seats
    assert found.quota or found.divisor


def test_the_alabama_paradox_of_largest_remainders() -> None:
    # In 1880 Alabama had 8 of 299 seats, but 7 of 300. The same in small.
    votes = {"A": 6, "B": 6, "C": 2}
    assert apportion("hare", votes, 10).seats["C"] == 2
    assert apportion("hare", votes, 11).seats["C"] == 1


def test_the_quotients_can_be_checked_by_hand() -> None:
    found = apportion("d-hondt", {"A": 53, "B": 24, "C": 23}, 7)
    assert [(a.seat, a.name, a.figure) for a in found.awards] == [
        (1, "A", "53"),
        (2, "A", "53/2"),
        (3, "B", "24"),
        (4, "C", "23"),
        (5, "A", "53/3"),
        (6, "A", "53/4"),
        (7, "B", "12"),
    ]
    assert found.divisor is not None
    assert (found.divisor.low, found.divisor.high, found.divisor.printed) == ("23/2", "12", "11.6")


def test_the_first_divisor_makes_the_first_seat_dearer() -> None:
    votes = {"A": 60, "B": 28, "C": 13}
    assert list(apportion("sainte-lague", votes, 5).counts) == [3, 1, 1]
    assert list(apportion("sainte-lague-modified", votes, 5).counts) == [3, 2, 0]
    assert list(apportion("sainte-lague-modified", votes, 5, first_divisor="1.2").counts) == [3, 1, 1]


@pytest.mark.parametrize("first", ["0", "3", "x", 1.4, "1/0"])
def test_a_first_divisor_that_is_none(first: object) -> None:
    with pytest.raises(BadParameterError, match="must be a decimal text above 0 and below 3"):
        apportion("sainte-lague-modified", PEOPLE, 5, first_divisor=first)


@pytest.mark.parametrize("name", ["adams", "dean", "huntington-hill"])
def test_first_seats_come_before_all_others(name: str) -> None:
    found = apportion(name, {"A": 1000, "B": 2, "C": 1}, 4)
    assert list(found.counts) == [2, 1, 1]
    assert [a.figure for a in found.awards[:3]] == ["inf"] * 3


@pytest.mark.parametrize("name", ["adams", "dean", "huntington-hill"])
def test_with_fewer_seats_than_claimants_the_larger_come_first(name: str) -> None:
    found = apportion(name, {"A": 5, "B": 9, "C": 7}, 2)
    assert list(found.counts) == [0, 1, 1]
    assert found.divisor is None


def test_nobody_without_votes_gets_a_seat_but_by_a_minimum() -> None:
    assert apportion("adams", {"A": 5, "B": 0}, 3).seats == {"A": 3, "B": 0}
    assert apportion("adams", {"A": 5, "B": 0}, 3, minimum=1).seats == {"A": 2, "B": 1}


class TestTies:
    def test_a_tie_is_a_question_with_names_and_open_seats(self) -> None:
        found = apportion("d-hondt", {"A": 60, "B": 30, "C": 30, "D": 30}, 4)
        assert found.question is not None
        assert (found.question.names, found.question.seats) == (("A", "B", "C", "D"), 3)
        assert str(found.question) == "a lot decides who gets 3 seats: A, B, C, D (article 167)"
        assert found.seats == {"A": 1, "B": 0, "C": 0, "D": 0}
        assert found.divisor is not None
        assert found.divisor.low == found.divisor.high == found.divisor.printed == "30"

    def test_lots_answer_it_one_by_one(self) -> None:
        votes = {"A": 60, "B": 30, "C": 30, "D": 30}
        half = apportion("d-hondt", votes, 4, lots=["C"])
        assert half.question is not None
        assert (half.question.names, half.question.seats) == (("A", "B", "D"), 2)
        done = apportion("d-hondt", votes, 4, lots=["C", "A", "D"])
        assert done.question is None
        assert done.seats == {"A": 2, "B": 0, "C": 1, "D": 1}
        assert done.ties[0].chosen == ("C", "A", "D")
        assert done.ties[0].how == "lot"
        assert done.lots == ("C", "A", "D")

    def test_a_tie_that_the_seats_suffice_for_is_none(self) -> None:
        assert apportion("d-hondt", {"A": 60, "B": 30, "C": 30}, 4).ties == ()

    def test_equal_squares_are_equal(self) -> None:
        # 12 / sqrt(2 · 3) has no exact root; its square is 24 for both.
        found = apportion("huntington-hill", {"A": 12, "B": 12}, 5, minimum=1)
        assert found.question is not None
        assert found.divisor is not None
        assert found.divisor.printed == "sqrt(24)"

    def test_remainders_tie_too(self) -> None:
        found = apportion("hare", {"A": 50, "B": 25, "C": 25}, 2)
        assert found.question is not None
        assert found.question.names == ("B", "C")
        assert apportion("hare", {"A": 50, "B": 25, "C": 25}, 2, lots=["B"]).seats == {"A": 1, "B": 1, "C": 0}

    def test_spain_gives_it_to_more_votes_portugal_to_fewer(self) -> None:
        votes = {"A": 60, "B": 30, "C": 30}
        assert apportion("d-hondt", votes, 2, tie="most-votes").seats["A"] == 2
        fewer = apportion("d-hondt", votes, 2, tie="fewest-votes")
        assert fewer.question is not None
        assert fewer.question.names == ("B", "C")
        settled = apportion("d-hondt", {"A": 60, "B": 30}, 2, tie="fewest-votes")
        assert settled.seats == {"A": 1, "B": 1}
        assert settled.ties[0].how == "fewest votes"

    def test_norway_needs_a_lot_only_between_equal_votes(self) -> None:
        assert apportion("sainte-lague-modified", {"A": 90, "B": 42}, 2).seats == {"A": 2, "B": 0}
        found = apportion("sainte-lague-modified", {"A": 42, "B": 42}, 1)
        assert found.question is not None
        assert found.question.paragraph == "section 11-4 (3)"

    def test_one_seat_too_many_is_taken_back(self) -> None:
        # 90 / (2 + 1) = 30: 2 + 1 full quotas for two seats. Slovakia takes it from fewer votes, others ask.
        found = apportion("hagenbach-bischoff-rounded", {"A": 60, "B": 30}, 2)
        assert found.seats == {"A": 2, "B": 0}
        assert found.awards == (Award(2, "B", "0", -1),)
        assert apportion("hagenbach-bischoff", {"A": 60, "B": 30}, 2).question is not None

    @pytest.mark.parametrize(
        ("lots", "words"),
        [
            (["A"], "lot 1 names 'A', but the tie is between B, C"),
            (["B", "C"], "2 lots were given, but 1 were asked for"),
        ],
    )
    def test_lots_that_do_not_fit(self, lots: list[str], words: str) -> None:
        with pytest.raises(BadParameterError, match=words):
            apportion("d-hondt", {"A": 60, "B": 40, "C": 40}, 2, lots=lots)

    def test_there_are_three_tie_rules(self) -> None:
        with pytest.raises(
            BadParameterError, match="no tie rule 'coin'; it is one of: lot, most-votes, fewest"
        ):
            apportion("d-hondt", PEOPLE, 2, tie="coin")  # type: ignore[arg-type]


class TestBounds:
    def test_floors_and_caps_by_name(self) -> None:
        found = apportion("d-hondt", {"A": 90, "B": 9, "C": 1}, 10, minimum={"C": 2}, maximum={"A": 6})
        assert found.seats == {"A": 6, "B": 2, "C": 2}
        assert found.base == (0, 0, 2)

    def test_the_divisor_says_nothing_of_who_is_bound(self) -> None:
        found = apportion("d-hondt", {"A": 90, "B": 9, "C": 1}, 10, minimum={"C": 2}, maximum={"A": 6})
        assert found.divisor is not None
        assert (found.divisor.low, found.divisor.high) == ("3", "9/2")

    def test_only_minimum_seats(self) -> None:
        found = apportion("adams", {"A": 9, "B": 1}, 2, minimum=1)
        assert found.awards == ()
        assert found.divisor is not None
        assert (found.divisor.low, found.divisor.high, found.divisor.printed) == ("9", None, "10")

    def test_remainders_are_taken_among_those_not_bound(self) -> None:
        # Fair shares of 10 seats: 8.1 1.5 0.4; C's floor of 1 leaves 9 for A and B: 7.59 and 1.41.
        found = apportion("hare", {"A": 81, "B": 15, "C": 4}, 10, minimum=1)
        assert found.seats == {"A": 8, "B": 1, "C": 1}
        assert found.quota == "32/3"

    def test_a_cap_binds_the_largest_remainder(self) -> None:
        found = apportion("droop", {"A": 50, "B": 30, "C": 20}, 10, maximum=4)
        assert found.seats == {"A": 4, "B": 4, "C": 2}

    @pytest.mark.parametrize(
        ("bounds", "words"),
        [
            ({"minimum": 3}, "the minimum seats come to 15, but there are only 10"),
            ({"maximum": 1}, "those with votes can take only 5 under their maximum"),
            (
                {"minimum": {"A": 3}, "maximum": {"A": 2}},
                "'A' must have at least 3 seats and can have at most 2",
            ),
            ({"minimum": {"Z": 3}}, "minimum names 'Z', who has no votes entry; known are: A, B"),
            ({"minimum": -1}, "the minimum is -1; give the minimum as a whole number of at least 0"),
            ({"maximum": {"B": 2.5}}, "the maximum of 'B' is 2.5"),
        ],
    )
    def test_bounds_that_cannot_hold(self, bounds: dict[str, Any], words: str) -> None:
        with pytest.raises(BadParameterError, match=words):
            apportion("d-hondt", PEOPLE, 10, **bounds)


class TestThresholds:
    def test_at_least_means_at_least(self) -> None:
        votes = {"A": 950, "B": 50, "C": 49}
        found = apportion("d-hondt", votes, 30, threshold=50)
        assert found.below == ("C",)
        assert found.seats["B"] == 1
        assert apportion("d-hondt", votes, 30, threshold="5%").below == ("B", "C")
        assert apportion("d-hondt", votes, 30, threshold="5%", threshold_base=1000).below == ("C",)
        assert apportion("d-hondt", votes, 30, threshold=Fraction(50, 1049)).below == ("C",)

    def test_who_stays_below_has_no_minimum_either(self) -> None:
        assert apportion("adams", {"A": 99, "B": 1}, 3, minimum=1, threshold="5%").seats == {"A": 3, "B": 0}

    @pytest.mark.parametrize(
        ("threshold", "words"),
        [
            ("90%", "nobody reaches the threshold: 'A' comes nearest with 9,061 votes and needs 23,400"),
            ("5 votes", 'the threshold \'5 votes\' is not a share of the votes; write "5%", "1/20"'),
            ("150%", "not a share of the votes"),
            (0.05, "not a share of the votes"),
            (-3, "the threshold is -3"),
            ({"Z": "5%"}, "threshold names 'Z'"),
        ],
    )
    def test_thresholds_that_cannot_be(self, threshold: Any, words: str) -> None:
        with pytest.raises(BadParameterError, match=words):
            apportion("d-hondt", PEOPLE, 10, threshold=threshold)

    def test_a_base_below_the_votes_of_one_list(self) -> None:
        with pytest.raises(BadParameterError, match="taken of 100 votes, but a single list has more"):
            apportion("d-hondt", PEOPLE, 10, threshold="5%", threshold_base=100)


@pytest.mark.parametrize(
    ("votes", "words"),
    [
        ({}, "nobody claims a seat"),
        ({"A": -1}, "'A' has -1 votes; give a whole number of at least 0"),
        ({"A": 1.5}, "'A' has 1.5 votes"),
        ({"A": True}, "'A' has True votes"),
    ],
)
def test_votes_that_are_none(votes: Any, words: str) -> None:
    with pytest.raises(BadBallotsError, match=words):
        apportion("d-hondt", votes, 3)


def test_without_a_single_vote_no_seat_is_given() -> None:
    with pytest.raises(BadParameterError, match="nobody has a single vote"):
        apportion("d-hondt", {"A": 0, "B": 0}, 3)


@pytest.mark.parametrize("seats", [0, -1, True, 1.5, "3"])
def test_seats_must_be_a_positive_whole_number(seats: Any) -> None:
    with pytest.raises(BadParameterError, match="give seats as a whole number of at least 1"):
        apportion("d-hondt", PEOPLE, seats)


def test_a_slip_of_the_keyboard_is_no_house() -> None:
    with pytest.raises(
        BadParameterError, match="1,000,000,000 seats are more than the 1,000,000 that can be given"
    ):
        apportion("d-hondt", {"A": 2, "B": 1}, 1_000_000_000)


def test_unknown_methods_and_parameters() -> None:
    with pytest.raises(
        UnknownRuleError, match=r"no method of apportionment 'hunt-hill'\. Did you mean 'huntington-hill'\?"
    ):
        apportion("hunt-hill", PEOPLE, 3)
    with pytest.raises(
        BadParameterError, match="adams has no parameter 'base'; beside bounds and threshold it has: none"
    ):
        apportion("adams", PEOPLE, 3, base=2)


def test_names_and_aliases_are_unique_and_every_method_has_a_text() -> None:
    names = [name for each in methods().values() for name in (each.name, *each.aliases)]
    assert len(names) == len(set(names))
    assert all(method(name).text and method(name).title for name in names)


class TestCambridgeCompromise:
    def test_base_seats_then_adams(self) -> None:
        # Six seats by Adams: one each, then 60, 30 and 60/2: A, and a tie of B and A for the last two; both get one.
        found = apportion("cambridge-compromise", {"A": 60, "B": 30, "C": 10}, 12, base=2)
        assert found.seats == {"A": 5, "B": 4, "C": 3}
        assert found.base == (2, 2, 2)

    @pytest.mark.parametrize(
        ("seats", "more", "words"),
        [
            (9, {}, "5 base seats and the minimum come to 10, but there are only 9"),
            (20, {"base": -1}, "base is -1; give the seats for everybody"),
            (8, {"maximum": 4}, "'A' gets 5 base seats and can have at most 4"),
        ],
    )
    def test_bases_that_cannot_be(self, seats: int, more: dict[str, Any], words: str) -> None:
        with pytest.raises(BadParameterError, match=words):
            apportion("cambridge-compromise", {"A": 6, "B": 3}, seats, **more)


def test_json_has_seats_by_name_and_on_request_the_last_seats() -> None:
    found = apportion("d-hondt", {"A": 53, "B": 24, "C": 23}, 7)
    plain = found.to_json(last=2)
    assert plain["seats"] == {"A": 4, "B": 2, "C": 1}
    assert plain["divisor"] == {"low": "23/2", "high": "12", "power": 1, "printed": "11.6"}
    assert plain["last"][-1] == {"seat": 7, "name": "B", "figure": "12", "change": 1}
    assert "last" not in found.to_json()
