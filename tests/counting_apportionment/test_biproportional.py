"""Double proportional apportionment: official elections, the optimum by trying all tables, ties, and errors."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import lcm
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from mandat.counting import BadBallotsError, BadParameterError, apportion
from mandat.counting.apportionment import Biproportional, CellQuestion, biproportional
from mandat.counting.apportionment.tie_and_transfer import NoSuchTableError
from tests.counting_apportionment.official import known

ZURICH = [
    "ch_zh_gemeinderatswahl_2022",
    "ch_zh_kantonratswahl_2019",
    "ch_winterthur_stadtparlamentswahl_2022",
]
QUORUM: dict[str, dict[str, Any]] = {
    "ch_zh_gemeinderatswahl_2022": {"quorum_district": "5%"},
    "ch_zh_kantonratswahl_2019": {"quorum_district": "5%", "quorum_total": "3%"},
}


def counted(name: str, **more: Any) -> tuple[dict[str, Any], Biproportional]:
    outcome = known(name)
    votes = {
        district: dict(zip(outcome["parties"], line, strict=True))
        for district, line in zip(outcome["districts"], outcome["votes"], strict=True)
    }
    seats = dict(zip(outcome["districts"], outcome["district_seats"], strict=True))
    return outcome, biproportional(votes, seats, **QUORUM.get(name, {}), **more)


@pytest.mark.parametrize("name", [*ZURICH, "ch_uri_2020"])
def test_seats_as_officially_given(name: str) -> None:
    outcome, found = counted(name)
    assert found.question is None
    expected = outcome["seats_by_district"] or [outcome["party_seats"]]
    assert [list(line) for line in found.counts] == expected


@pytest.mark.parametrize("name", ZURICH)
def test_the_upper_apportionment_and_the_quorum(name: str) -> None:
    outcome, found = counted(name)
    assert list(found.upper.counts) == outcome["party_seats"]
    out = [p for p, reached in zip(outcome["parties"], outcome["quorum_reached"], strict=True) if not reached]
    assert list(found.below) == out


@pytest.mark.parametrize("name", [*ZURICH, "ch_uri_2020"])
def test_the_printed_divisors_give_the_seats(name: str) -> None:
    outcome, found = counted(name)
    columns = [Fraction(text or "1") for text in found.party_divisors]
    rows = [Fraction(text) for text in found.district_divisors]
    for line, row, seats in zip(outcome["votes"], rows, found.counts, strict=True):
        for votes, column, count, total in zip(line, columns, seats, found.upper.counts, strict=True):
            assert count == (int(votes / (row * column) + Fraction(1, 2)) if total else 0)


@pytest.mark.parametrize("name", ZURICH[:2])
def test_the_official_key_and_divisors_are_among_ours(name: str) -> None:
    outcome, found = counted(name)
    assert found.upper.divisor is not None
    weights = dict(zip(found.upper.names, found.upper.votes, strict=True))
    unit = Fraction(weights["SP"]) / Fraction(
        str(outcome["party_voter_numbers"][outcome["parties"].index("SP")])
    )
    key = Fraction(str(outcome["election_key"])) * round(unit)
    assert Fraction(found.upper.divisor.low) <= key <= Fraction(found.upper.divisor.high or key)
    assert found.election_key is not None


tables = st.integers(2, 3).flatmap(
    lambda rows: st.integers(2, 3).flatmap(
        lambda columns: st.tuples(
            st.lists(
                st.lists(st.integers(0, 12), min_size=columns, max_size=columns).filter(any),
                min_size=rows,
                max_size=rows,
            ),
            st.lists(st.integers(1, 3), min_size=rows, max_size=rows),
        )
    )
)


def every_table(rows: list[int], columns: list[int], votes: list[list[int]]) -> Iterator[list[list[int]]]:
    """All tables with these sums and no seat without votes."""
    if not rows:
        if not any(columns):
            yield []
        return
    for line in lines(rows[0], columns, votes[0]):
        for rest in every_table(rows[1:], [c - n for c, n in zip(columns, line, strict=True)], votes[1:]):
            yield [line, *rest]


def lines(seats: int, columns: list[int], votes: list[int]) -> Iterator[list[int]]:
    if not columns:
        if not seats:
            yield []
        return
    for n in range(min(seats, columns[0]) + 1):
        if not n or votes[0]:
            for rest in lines(seats - n, columns[1:], votes[1:]):
                yield [n, *rest]


def worth(table: list[list[int]], votes: list[list[int]]) -> Fraction:
    """Gaffke and Pukelsheim: the product of v / s over all seats is largest for the apportionment."""
    product = Fraction(1)
    for line, numbers in zip(table, votes, strict=True):
        for seats, count in zip(line, numbers, strict=True):
            for n in range(seats):
                product *= Fraction(2 * count, 2 * n + 1)
    return product


def possible(votes: list[list[int]], seats: list[int]) -> bool:
    weights = {
        str(j): sum(line[j] * lcm(*seats) // n for line, n in zip(votes, seats, strict=True))
        for j in range(len(votes[0]))
    }
    return any(every_table(seats, list(apportion("sainte-lague", weights, sum(seats)).counts), votes))


@given(tables)
def test_the_table_is_the_best_of_all(table: tuple[list[list[int]], list[int]]) -> None:
    votes, seats = table
    named = {f"D{i}": {f"P{j}": count for j, count in enumerate(line)} for i, line in enumerate(votes)}
    rows = {f"D{i}": n for i, n in enumerate(seats)}
    try:
        found = biproportional(named, rows)
    except BadParameterError:
        assert not possible(votes, seats)
        return
    if not found.counts:
        assert found.question is not None
        return
    all_tables = list(every_table(seats, list(found.upper.counts), votes))
    best = max(worth(each, votes) for each in all_tables)
    chosen = [each for each in all_tables if worth(each, votes) == best]
    assert [list(line) for line in found.counts] in chosen
    assert (found.question is not None) == (len(chosen) > 1)


@given(tables, st.randoms(use_true_random=False))
def test_lots_lead_to_the_end_whatever_they_fall_on(
    table: tuple[list[list[int]], list[int]], chance: Any
) -> None:
    votes, seats = table
    named = {f"D{i}": {f"P{j}": count for j, count in enumerate(line)} for i, line in enumerate(votes)}
    rows = {f"D{i}": n for i, n in enumerate(seats)}
    lots: list[str] = []
    try:
        found = biproportional(named, rows)
        while found.question is not None:
            question = found.question
            names = question.parties if isinstance(question, CellQuestion) else question.names
            lots.append(chance.choice(names))
            found = biproportional(named, rows, lots=lots)
            if isinstance(question, CellQuestion):
                assert found.seats[question.district][lots[-1]] > 0
    except BadParameterError as fault:
        if not isinstance(fault.__cause__, NoSuchTableError):
            raise
        return  # the parties' seats cannot be held by the districts where they have votes
    assert [sum(line) for line in found.counts] == seats
    assert [sum(column) for column in zip(*found.counts, strict=True)] == list(found.upper.counts)


def test_a_tie_between_two_tables_is_asked_in_the_first_district() -> None:
    votes = {"North": {"A": 10, "B": 10}, "South": {"A": 10, "B": 10}}
    found = biproportional(votes, {"North": 1, "South": 1})
    assert isinstance(found.question, CellQuestion)
    assert str(found.question) == "a lot decides who gets one seat in North: A, B (section 104)"
    settled = biproportional(votes, {"North": 1, "South": 1}, lots=["B"])
    assert settled.seats == {"North": {"A": 0, "B": 1}, "South": {"A": 1, "B": 0}}
    assert settled.question is None


def test_a_tie_between_parties_overall_comes_first() -> None:
    votes = {"North": {"A": 10, "B": 10}, "South": {"A": 10, "B": 10}}
    found = biproportional(votes, {"North": 1, "South": 2})
    assert found.question is not None
    assert not isinstance(found.question, CellQuestion)
    assert found.question.names == ("A", "B")
    assert biproportional(votes, {"North": 1, "South": 2}, lots=["A"]).upper.seats == {"A": 2, "B": 1}


class TestWinnerTakeOne:
    def test_the_strongest_list_gets_a_seat(self) -> None:
        # Overall A and B deserve 2 seats and 1; A is ahead everywhere, so the condition gives it all three.
        votes = {"One": {"A": 51, "B": 49}, "Two": {"A": 52, "B": 48}, "Three": {"A": 53, "B": 47}}
        seats = {"One": 1, "Two": 1, "Three": 1}
        assert biproportional(votes, seats).seats["One"] == {"A": 0, "B": 1}
        won = biproportional(votes, seats, winner_take_one=True)
        assert [line["A"] for line in won.seats.values()] == [1, 1, 1]

    def test_equal_winners_need_a_lot(self) -> None:
        votes = {"One": {"A": 50, "B": 50}, "Two": {"A": 60, "B": 40}}
        found = biproportional(votes, {"One": 1, "Two": 3}, winner_take_one=True)
        assert isinstance(found.question, CellQuestion)
        assert found.question.paragraph == "strongest list"
        after = biproportional(votes, {"One": 1, "Two": 3}, winner_take_one=True, lots=["B"])
        assert after.seats["One"] == {"A": 0, "B": 1}


@given(tables)
def test_every_winner_takes_one(table: tuple[list[list[int]], list[int]]) -> None:
    votes, seats = table
    tops = [max(line) for line in votes]
    assume(all(line.count(top) == 1 for line, top in zip(votes, tops, strict=True)))
    named = {f"D{i}": {f"P{j}": count for j, count in enumerate(line)} for i, line in enumerate(votes)}
    rows = {f"D{i}": n for i, n in enumerate(seats)}
    try:
        found = biproportional(named, rows, winner_take_one=True)
    except BadParameterError:
        return  # winners and sums cannot both be had: see the messages below
    for line, numbers, top in zip(found.counts, votes, tops, strict=False):
        assert line[numbers.index(top)] >= 1


def test_given_party_seats() -> None:
    votes = {"North": {"A": 60, "B": 30}, "South": {"A": 20, "B": 90}}
    found = biproportional(votes, {"North": 3, "South": 4}, party_seats={"A": 4, "B": 3})
    assert [sum(column) for column in zip(*found.counts, strict=True)] == [4, 3]


@pytest.mark.parametrize(
    ("votes", "seats", "more", "error", "words"),
    [
        ({"N": {"A": 1}}, {}, {}, BadParameterError, "district 'N' must have both votes and seats"),
        ({"N": {"A": 1}}, {"N": 0}, {}, BadParameterError, "district 'N' has 0 seats"),
        ({"N": {"A": -1}}, {"N": 1}, {}, BadBallotsError, "'A' has -1 votes in 'N'"),
        ({"N": {"A": 0}}, {"N": 1}, {}, BadBallotsError, "nobody has a vote in 'N'"),
        ({"N": {"A": 1}}, {"N": 1}, {"quorum_total": 5}, BadParameterError, "no party reaches the quorum"),
        (
            {"N": {"A": 1}},
            {"N": 1},
            {"lots": ["A"]},
            BadParameterError,
            "1 lots were given, but 0 were asked",
        ),
        ({"N": {"A": 1}}, {"N": 1}, {"party_seats": {"B": 1}}, BadParameterError, "party_seats names 'B'"),
        (
            {"N": {"A": 1}},
            {"N": 1},
            {"party_seats": {"A": 2}},
            BadParameterError,
            "come to 2, the districts have 1",
        ),
        (
            {"N": {"A": 5, "B": 0}, "S": {"A": 5, "B": 5}},
            {"N": 2, "S": 1},
            {"party_seats": {"A": 1, "B": 2}},
            BadParameterError,
            "B should get 2 seats, but have votes only in S with 1 seats",
        ),
    ],
)
def test_what_cannot_be(votes: Any, seats: Any, more: Any, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        biproportional(votes, seats, **more)


def test_json_has_seats_by_district_and_party() -> None:
    plain = biproportional(
        {"North": {"A": 60, "B": 30}, "South": {"A": 20, "B": 90}}, {"North": 3, "South": 4}
    ).to_json()
    assert plain["seats"] == {"North": {"A": 2, "B": 1}, "South": {"A": 1, "B": 3}}
    assert plain["upper"]["seats"] == {"A": 3, "B": 4}
