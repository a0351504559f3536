"""List laws: the Dutch Electoral Act, Imperiali, the Danish divisors, quotas that give too much, the French bonus."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mandat.counting import Apportionment, BadParameterError, Ballots, apportion, count
from tests.counting_apportionment.official import known

DUTCH = known("nl_kieswet_cases")["cases"]
FIXTURES = {each["name"]: each for each in known("divisor_quota_fixtures")["cases"]}


def council(case: dict[str, Any], lots: tuple[str, ...] = ()) -> Apportionment:
    """The case as the program of the Electoral Council counts it: names are the numbers of the lists."""
    lists = case["lists"]
    votes = {str(n): sum(each) if isinstance(each, list) else each for n, each in enumerate(lists, 1)}
    caps = {str(n): len(each) if isinstance(each, list) else 50 for n, each in enumerate(lists, 1)}
    return apportion("kieswet", votes, case["seats"], maximum=caps, lots=lots)


@pytest.mark.parametrize(
    "case", [each for each in DUTCH if each["expected_total_seats"]], ids=lambda each: each["name"]
)
def test_the_dutch_electoral_council(case: dict[str, Any]) -> None:
    found = council(case, tuple(map(str, case["lots_drawn"])))
    assert found.question is None
    assert list(found.counts) == case["expected_total_seats"]


@pytest.mark.parametrize("case", [each for each in DUTCH if each["steps"]], ids=lambda each: each["name"])
def test_every_residual_seat_of_the_dutch_electoral_council(case: dict[str, Any]) -> None:
    steps = [(each["what"], str(each["list"])) for each in case["steps"]]
    what = {1: "assigned", -1: "retracted"}
    assert [(what[award.change], award.name) for award in council(case).awards] == steps


@pytest.mark.parametrize(
    "case", [each for each in DUTCH if each["lots_drawn"]], ids=lambda each: each["name"]
)
def test_the_lots_of_the_dutch_electoral_council(case: dict[str, Any]) -> None:
    drawn: tuple[str, ...] = ()
    for options, lot, standing in zip(
        case["lot_options"], case["lots_drawn"], case["residual_standings"], strict=False
    ):
        asked = council(case, drawn)
        assert asked.question is not None
        assert list(asked.question.names) == list(map(str, options))
        residual = [seats - base for seats, base in zip(asked.counts, asked.base, strict=True)]
        assert residual == standing
        drawn = (*drawn, str(lot))
    ended = council(case, drawn)
    assert ended.question is None
    residual = [seats - base for seats, base in zip(ended.counts, ended.base, strict=True)]
    assert residual == case["residual_standings"][-1]


def test_a_dutch_majority_takes_the_seat_back_and_says_so() -> None:
    case = next(each for each in DUTCH if each["lots_drawn"] == [3])
    asked = council(case)
    assert asked.question is not None
    assert str(asked.question) == "a lot decides who gives back one seat: 2, 3, 4 (articles P 7 to P 9)"
    ballots = Ballots.from_rankings(
        [str(n) for n in range(1, 7)], [((n,), votes) for n, votes in enumerate(case["lists"], 1)]
    )
    counted = count("kieswet", ballots, 15, lots=(3,))
    assert Counter(counted.winners) == {1: 8, 2: 2, 3: 1, 4: 2, 5: 1, 6: 1}
    assert counted.ties[0].choice == "give back"


def test_the_second_chamber_gives_no_residual_seat_below_the_quota() -> None:
    votes = {"A": 14_600, "B": 4_960, "C": 440}
    plain = apportion("kieswet", votes, 20)
    assert plain.seats == {"A": 15, "B": 5, "C": 0}
    small = {"A": 9_700, "B": 9_301, "C": 999}
    assert apportion("kieswet", small, 20).seats["C"] == 1
    assert apportion("kieswet", small, 20, quota_needed=True).seats["C"] == 0


def test_seats_that_nobody_can_fill_stay_empty_in_a_dutch_council() -> None:
    ballots = Ballots.from_rankings(["A", "B"], [((1,), 60), ((2,), 40)])
    counted = count("kieswet", ballots, 5, list_sizes=(2, 1))
    assert Counter(counted.winners) == {1: 2, 2: 1}
    assert counted.question is None


def test_imperiali_in_anderlecht_2012() -> None:
    outcome = known("be_anderlecht_2012")
    assert apportion("imperiali", outcome["votes"], 47).seats == outcome["official_seats"]


def test_imperiali_gives_equal_quotients_to_the_list_with_more_votes() -> None:
    # 40 / 2 = 60 / 3: the second seat of A and the first of B.
    found = apportion("imperiali", {"A": 60, "B": 40}, 2)
    assert found.seats == {"A": 2, "B": 0}
    assert found.ties[0].how == "most votes"


@pytest.mark.parametrize(
    ("name", "method"),
    [
        ("danish", "danish"),
        ("imperiali", "imperiali"),
        ("sainte_lague_1.4", "sainte-lague-modified"),
        ("wikipedia1", "hare"),
        ("wikipedia2_1", "hare"),
        ("tie_deterministic", "droop"),
        ("adams", "adams"),
    ],
)
def test_the_cases_of_others(name: str, method: str) -> None:
    case = FIXTURES[name]
    found = apportion(method, dict(case["votes"]), case["seats"])
    winners = dict(case["winners"])
    if found.question is None:
        assert {list_: seats for list_, seats in found.seats.items() if seats} == winners
    else:
        short = {list_: seats - found.seats[list_] for list_, seats in winners.items()}
        assert {list_ for list_, seats in short.items() if seats} <= set(found.question.names)
        assert sum(short.values()) == found.question.seats


STEPS = {"imperiali": (2, 1), "danish": (1, 3)}
VOTES = st.lists(st.integers(0, 60), min_size=2, max_size=5).filter(any)


@pytest.mark.parametrize("method", sorted(STEPS))
@settings(max_examples=40)
@given(votes=VOTES, seats=st.integers(1, 12))
def test_divisors_give_the_highest_quotients(method: str, votes: list[int], seats: int) -> None:
    first, gap = STEPS[method]
    named = {str(n): each for n, each in enumerate(votes)}
    found = apportion(method, named, seats, tie="lot")
    quotients = sorted(
        (Fraction(each, first + gap * place) for each in votes for place in range(seats)), reverse=True
    )
    last = quotients[seats - 1]
    for name, got in found.seats.items():
        above = sum(Fraction(named[name], first + gap * place) > last for place in range(seats))
        level = sum(Fraction(named[name], first + gap * place) == last for place in range(seats))
        assert above <= got <= above + level or not named[name]


@settings(max_examples=60)
@given(votes=VOTES, seats=st.integers(1, 12))
def test_the_imperiali_quota_gives_back_what_is_too_much(votes: list[int], seats: int) -> None:
    named = {str(n): each for n, each in enumerate(votes)}
    found = apportion("imperiali-quota", named, seats)
    quota = Fraction(sum(votes), seats + 2)
    full = {name: int(each // quota) for name, each in named.items()}
    rest = {name: each - full[name] * quota for name, each in named.items()}
    assert Fraction(found.quota or 0) == quota
    over = sum(full.values()) - seats
    if found.question is not None:
        assert found.question.gives_back == (over > 0)
        return
    assert sum(found.counts) == seats
    changed = {name: seats_ - full[name] for name, seats_ in found.seats.items()}
    if over > 0:
        assert all(change <= 0 for change in changed.values())
        kept = [rest[name] for name, change in changed.items() if change == 0 and full[name]]
        gone = [rest[name] for name, change in changed.items() if change < 0]
        assert not kept or max(gone) <= min(kept)


def town(*votes: int) -> Ballots:
    names = [chr(65 + n) for n in range(len(votes))]
    return Ballots.from_rankings(names, [((n,), each) for n, each in enumerate(votes, 1) if each])


def test_the_french_bonus_in_the_first_round() -> None:
    # Prefecture of the Orne, example for a municipality of 1,672 inhabitants: 19 seats, 884 and 544 votes.
    result = count("majority-bonus", town(884, 544), 19)
    assert Counter(result.winners) == {1: 16, 2: 3}


def test_without_a_majority_the_lists_with_a_tenth_stand_again() -> None:
    result = count("majority-bonus", town(45, 35, 12, 8), 19)
    assert result.winners == ()
    assert result.second_round == (1, 2, 3)
    second = count("majority-bonus", town(48, 42, 10), 19, second=True)
    # 10 of 19 for A, then D'Hondt of 9: 48, 42, 24, 21, 16, 14, 12, 10.5, 10 (C) against 9.6.
    assert Counter(second.winners) == {1: 10 + 4, 2: 4, 3: 1}


def test_lists_below_five_percent_have_no_part_in_the_rest() -> None:
    result = count("majority-bonus", town(60, 36, 4), 29)
    assert 3 not in result.winners
    assert Counter(result.winners)[1] == 15 + 9


@pytest.mark.parametrize(("seats", "bonus"), [(3, 1), (4, 2), (5, 3), (7, 4), (19, 10)])
def test_half_is_rounded_up_above_four_seats_and_down_below(seats: int, bonus: int) -> None:
    result = count("majority-bonus", town(100), seats, list_sizes=(bonus,))
    assert len(result.winners) == bonus


def test_equal_lists_at_the_head_go_by_average_age_and_the_last_seat_is_asked() -> None:
    tied = town(40, 40)
    asked = count("majority-bonus", tied, 7, second=True)
    assert asked.question is not None
    assert asked.question.paragraph == "article L262: the higher average age"
    older = count("majority-bonus", tied, 7, second=True, ages=(51, 48))
    assert older.question is not None
    assert older.question.paragraph == "article L262: the older candidate"
    done = count("majority-bonus", tied, 7, second=True, ages=(51, 48), lots=(2,))
    assert Counter(done.winners) == {1: 4 + 1, 2: 2}
    assert done.ties[0].how == "by age"
    with pytest.raises(BadParameterError, match="ages gives 1 numbers for 2 lists"):
        count("majority-bonus", tied, 7, second=True, ages=(51,))


def test_a_region_gives_a_quarter() -> None:
    result = count("majority-bonus", town(55, 45), 41, bonus="1/4")
    assert Counter(result.winners) == {1: 11 + 17, 2: 13}
