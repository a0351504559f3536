"""Whole parliaments as they were officially filled: overhang and levelling seats, additional seats, thresholds by district."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from mandat.counting import BadBallotsError, BadParameterError
from mandat.counting.apportionment import by_district
from mandat.counting.apportionment.national import (
    ConstituencyWinner,
    DanishRegion,
    bundestag_2013,
    bundestag_2021,
    bundestag_2023,
    folketing,
    new_zealand,
)
from tests.counting_apportionment.official import known


def without_nothing(table: dict[str, dict[str, int]]) -> dict[str, dict[str, int]]:
    return {name: {party: many for party, many in row.items() if many} for name, row in table.items()}


def turned(by_party: dict[str, dict[str, int]]) -> dict[str, dict[str, int]]:
    """By party and Land → by Land and party, without nothing."""
    found: dict[str, dict[str, int]] = {}
    for party, row in by_party.items():
        for land, many in row.items():
            if many:
                found.setdefault(land, {})[party] = many
    return found


def german(year: int) -> dict[str, Any]:
    outcome = known(f"de_bundestag_{year}")
    return outcome | {"about": {"minorities": ("SSW",), "valid": outcome["valid_second_votes"]}}


@pytest.mark.parametrize(("year", "law", "house"), [(2013, bundestag_2013, 631), (2021, bundestag_2021, 735)])
def test_the_bundestag_with_overhang_and_levelling(year: int, law: Any, house: int) -> None:
    outcome = german(year)
    found = law(outcome["votes"], outcome["constituency_seats"], outcome["population"], **outcome["about"])
    assert found.question is None
    assert found.house == house
    assert found.totals == outcome["official_seats"]
    assert found.by_district == turned(outcome["seats_by_land"])
    first, second = found.steps
    sure = dict(zip(second.columns[1:], second.rows[0][1:], strict=True))
    assert {party: int(sure[party]) for party in outcome["minimum_claim"]} == outcome["minimum_claim"]
    table = {row[0]: dict(zip(first.columns[1:], map(int, row[1:]), strict=True)) for row in first.rows}
    assert without_nothing(table) == without_nothing(outcome["first_distribution"]["by_land_party"])


def test_the_bundestag_of_2021_keeps_three_seats_that_nobody_levels() -> None:
    outcome = german(2021)
    found = bundestag_2021(
        outcome["votes"], outcome["constituency_seats"], outcome["population"], **outcome["about"]
    )
    rows = {row[0]: dict(zip(found.steps[1].columns, row, strict=True)) for row in found.steps[1].rows}
    assert (rows["by votes"]["CSU"], rows["seats"]["CSU"]) == ("42", "45")


def test_the_bundestag_of_2025_leaves_winners_without_a_seat() -> None:
    outcome = german(2025)
    winners = [ConstituencyWinner(str(number), *rest) for number, *rest in outcome["constituencies"]]
    found = bundestag_2023(
        outcome["votes"], outcome["constituency_seats"], winners=winners, **outcome["about"]
    )
    assert found.house == 630
    assert found.totals == outcome["official_seats"]
    assert found.by_district == turned(outcome["seats_by_land"])
    official = sorted((land, party, str(number)) for number, land, party, *_ in outcome["uncovered_winners"])
    assert sorted(found.unseated) == official
    assert len(official) == 23
    counted = bundestag_2023(outcome["votes"], outcome["constituency_seats"], **outcome["about"])
    assert sum(int(many) for _, _, many in counted.unseated) == 23


def test_who_has_more_than_half_of_the_votes_has_more_than_half_of_the_seats() -> None:
    votes = {"Here": {"A": 501, "B": 120, "C": 379}}
    found = bundestag_2023(votes, {"Here": {}}, seats=4, threshold=0)
    assert found.totals == {"A": 3, "C": 2}


def test_constituencies_of_others_are_taken_from_the_total() -> None:
    votes = {"Here": {"A": 600, "B": 380, "Z": 20}}
    found = bundestag_2023(votes, {"Here": {"Z": 1, "A": 2}}, seats=11)
    assert found.below == ("Z",)
    assert found.totals == {"A": 6, "B": 4}


def test_equal_shares_of_first_votes_are_settled_by_lot() -> None:
    votes = {"Here": {"A": 500, "B": 500}}
    winners = [
        ConstituencyWinner("one", "Here", "A", 30, 100),
        ConstituencyWinner("two", "Here", "A", 60, 200),
    ]
    about: dict[str, Any] = {"winners": winners, "seats": 2}
    asked = bundestag_2023(votes, {"Here": {"A": 2}}, **about)
    assert str(asked.question) == ("a lot decides who gets one seat in Here: one, two (section 6 (1))")
    assert bundestag_2023(votes, {"Here": {"A": 2}}, lots=["two"], **about).unseated == (
        ("Here", "A", "one"),
    )
    with pytest.raises(BadParameterError, match="lot 1 names 'x', but in Here the tie is between one, two"):
        bundestag_2023(votes, {"Here": {"A": 2}}, lots=["x"], **about)


def test_new_zealand_2011_and_2014() -> None:
    outcome = known("nz_house_2011")
    found = new_zealand(outcome["party_votes"], outcome["electorate_seats"])
    assert {party: many for party, many in found.totals.items() if many} == outcome["official_seats"]
    assert found.house == outcome["seats"] == 121
    lists = {party: many - found.won.get(party, 0) for party, many in found.totals.items()}
    assert {party: many for party, many in lists.items() if many} == outcome["official_list_seats"]
    later = known("nz_house_2014")
    again = new_zealand(later["votes"], later["electorate_seats"])
    assert {party: many for party, many in again.totals.items() if many} == later["official_seats"]


def test_an_independent_in_an_electorate_is_taken_from_the_total() -> None:
    found = new_zealand({"A": 60, "B": 40}, {"A": 2, "Independent": 1}, seats=11)
    assert found.totals == {"A": 6, "B": 4, "Independent": 1}


def test_the_folketing_of_2015_in_every_step() -> None:
    outcome = known("dk_folketing_2015")
    places = outcome["constituencies"]
    regions = {
        name: DanishRegion(tuple(each["constituencies"]), each["adjustment_seats"])
        for name, each in outcome["provinces"].items()
    }
    found = folketing(
        {name: each["votes"] for name, each in places.items()},
        {name: each["seats"] for name, each in places.items()},
        regions,
        independents={name for each in places.values() for name in each["independents"]},
    )
    assert found.question is None
    assert found.totals == outcome["official_seats"]
    assert found.nominal == found.house == 175
    tables = {each.name: each for each in found.steps}
    by_constituency = _table(tables["section 76: constituency seats"])
    assert by_constituency == {name: each["official_constituency_seats"] for name, each in places.items()}
    additional = _table(tables["section 77: additional seats"])[""]
    assert additional == outcome["official_adjustment_by_party"]
    assert _table(tables["section 78: by region"]) == outcome["official_adjustment_by_province"]
    official = {name: each["official_adjustment_seats"] for name, each in places.items()}
    assert _table(tables["section 79: by constituency"]) == {k: v for k, v in official.items() if v}


def _table(step: Any) -> dict[str, dict[str, int]]:
    return {
        row[0]: {
            party: int(cell) for party, cell in zip(step.columns[1:], row[1:], strict=True) if cell != "0"
        }
        for row in step.rows
    }


def test_an_independent_holds_one_seat() -> None:
    votes = {"Here": {"A": 10, "Solo": 90}, "There": {"A": 50, "Solo": 0}}
    regions = {"All": DanishRegion(("Here", "There"), 0)}
    found = folketing(votes, {"Here": 3, "There": 1}, regions, independents={"Solo"})
    assert found.by_district == {"Here": {"A": 2, "Solo": 1}, "There": {"A": 1}}
    with pytest.raises(BadParameterError, match="the constituency 'There' must have seats and stand in one"):
        folketing(votes, {"Here": 3, "There": 1}, {"All": DanishRegion(("Here",), 0)})


def test_the_sejm_with_its_thresholds_of_all_votes() -> None:
    outcome = known("pl_sejm_2019")
    votes = {
        each["number"]: dict(zip(outcome["parties"], each["votes"], strict=True))
        for each in outcome["districts"]
    }
    seats = {each["number"]: each["seats"] for each in outcome["districts"]}
    share = {party: "8%" if party == "KO" else "5%" for party in outcome["parties"]}
    found = by_district("d-hondt", votes, seats, threshold_total=share, exempt=outcome["exempt"])
    assert {party: many for party, many in found.totals.items() if many} == outcome["official_national_seats"]
    assert set(found.below) == set(outcome["parties"]) - set(outcome["official_national_seats"])
    with_all = by_district("d-hondt", votes, seats, threshold_total=share)
    assert "MN" in with_all.below


def test_thresholds_and_caps_in_districts() -> None:
    votes = {"North": {"A": 60, "B": 36, "C": 4}, "South": {"A": 11, "B": 80, "C": 9}}
    seats = {"North": 25, "South": 5}
    plain = by_district("hare", votes, seats)
    assert plain.seats["North"] == {"A": 15, "B": 9, "C": 1}
    here = by_district("hare", votes, seats, threshold="5%")
    assert here.seats["North"]["C"] == 0
    assert here.found[0].below == ("C",)
    assert here.below == ()
    spared = by_district("hare", votes, seats, threshold="5%", exempt=["C"])
    assert spared.seats["North"]["C"] == 1
    capped = by_district("hare", votes, seats, maximum={"North": {"A": 3}})
    assert capped.seats["North"]["A"] == 3
    of_cast = by_district("hare", votes, seats, threshold_total="5%", total_base=300)
    assert of_cast.below == ("C",)


def test_districts_ask_for_lots_in_their_order() -> None:
    votes = {"North": {"A": 5, "B": 5}, "South": {"A": 7, "B": 7}}
    seats = {"North": 1, "South": 1}
    asked = by_district("d-hondt", votes, seats)
    assert str(asked.question) == "a lot decides who gets one seat in North: A, B (article 167)"
    then = by_district("d-hondt", votes, seats, lots=["B"])
    assert then.question is not None
    assert then.question.district == "South"
    done = by_district("d-hondt", votes, seats, lots=["B", "A"])
    assert done.totals == {"A": 1, "B": 1}
    with pytest.raises(BadParameterError, match="3 lots were given, but 2 were asked for"):
        by_district("d-hondt", votes, seats, lots=["B", "A", "A"])
    with pytest.raises(BadBallotsError, match="the district 'East' has no votes"):
        by_district("d-hondt", votes, {**seats, "East": 1})
    with pytest.raises(BadParameterError, match="'Z' is exempt from the threshold, but has no votes entry"):
        by_district("d-hondt", votes, seats, exempt=["Z"])


def test_the_quota_of_a_national_threshold_is_exact() -> None:
    votes = {"Here": {"A": 95, "B": 5}}
    assert by_district("hare", votes, {"Here": 20}, threshold_total=Fraction(1, 20)).below == ()
