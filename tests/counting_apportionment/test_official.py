"""Seats as they were officially given."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from mandat.counting import Apportionment, apportion
from tests.counting_apportionment.official import house, known


@pytest.mark.parametrize("year", [1940, 1960, 1980, 2000, 2020])
def test_the_house_of_representatives(year: int) -> None:
    people, official = house(year)
    found = apportion("huntington-hill", people, sum(official.values()), minimum=1)
    assert found.seats == official


def test_the_last_seat_of_2020_and_who_would_have_had_the_next() -> None:
    # The Census Bureau's table of priority values: seat 435 Minnesota's 8th, 436 New York's 27th (89 people short).
    people, _ = house(2020)
    found = apportion("huntington-hill", people, 435, minimum=1)
    assert found.last(1)[0].name == "Minnesota"
    assert apportion("huntington-hill", people, 436, minimum=1).last(1)[0].name == "New York"
    people["New York"] += 89
    assert apportion("huntington-hill", people, 435, minimum=1).last(1)[0].name == "New York"


def test_the_published_divisor_gives_the_seats() -> None:
    people, _ = house(2020)
    found = apportion("huntington-hill", people, 435, minimum=1)
    assert found.divisor is not None
    divisor = Fraction(found.divisor.printed)
    assert Fraction(found.divisor.low) < divisor**2 < Fraction(found.divisor.high or 0)
    for state, seats in found.seats.items():
        share = (people[state] / divisor) ** 2
        assert seats == 1 or share > seats * (seats - 1)
        assert share < seats * (seats + 1)


def test_webster_without_a_minimum_is_not_the_law() -> None:
    people, official = house(1940)
    assert apportion("sainte-lague", people, 435).seats != official


def test_the_european_elections_in_czechia() -> None:
    outcome = known("cz_ep_2019")
    found = apportion("d-hondt", outcome["votes"], outcome["seats"], threshold="5%")
    assert seated(found) == outcome["official_seats"]
    assert "ANO, vytrollíme europarlament" in found.below


def test_the_slovak_council_with_its_rounded_quota_and_coalitions() -> None:
    outcome = known("sk_nr_2020")
    votes = {each["name"]: each["votes"] for each in outcome["lists"]}
    threshold = {each["name"]: "7%" if each["coalition"] else "5%" for each in outcome["lists"]}
    found = apportion("hagenbach-bischoff-rounded", votes, outcome["seats"], threshold=threshold)
    assert found.seats == {each["name"]: each["official_seats"] for each in outcome["lists"]}
    assert found.quota == "13650"


def test_new_zealand_keeps_overhang_seats() -> None:
    outcome = known("nz_house_2014")
    won = outcome["electorate_seats"]
    threshold = {name: "5%" for name in outcome["votes"] if name not in won}
    found = apportion("sainte-lague", outcome["votes"], outcome["seats"], threshold=threshold)
    seats = {name: max(count, won.get(name, 0)) for name, count in found.seats.items()}
    assert {name: count for name, count in seats.items() if count} == outcome["official_seats"]


@pytest.mark.parametrize("name", ["pl_sejm_2019", "pt_assembly_2024"])
def test_d_hondt_district_by_district(name: str) -> None:
    outcome = known(name)
    total = dict.fromkeys(outcome["parties"], 0)
    for district in admitted(outcome):
        found = apportion("d-hondt", district["votes"], district["seats"])
        assert found.question is None
        for party, count in found.seats.items():
            total[party] += count
    assert {party: count for party, count in total.items() if count} == outcome["official_national_seats"]


def test_the_coalition_is_tested_at_its_own_threshold() -> None:
    # At 5 % for everybody nothing changes in 2019: KO had 27 %. At 30 % it would have been out.
    outcome = known("pl_sejm_2019")
    votes = national(outcome)
    found = apportion("d-hondt", votes, 460, threshold={"KO": "30%", "PiS": "5%"})
    assert found.below == ("KO",)


SEJM_2015 = {
    "PiS": 5_711_687,
    "PO": 3_661_474,
    "Kukiz'15": 1_339_094,
    ".N": 1_155_370,
    "United Left": 1_147_102,
    "PSL": 779_875,
    "KORWiN": 722_999,
    "Razem": 550_349,
}
VALID_2015 = 15_200_671


def test_a_coalition_tested_like_a_party_would_have_changed_the_sejm_of_2015() -> None:
    # National Electoral Commission, 27 October 2015: 7.55 % was enough for a party (5 %), not for a coalition (8 %).
    about: dict[str, Any] = {"threshold_base": VALID_2015}
    as_party = apportion("d-hondt", SEJM_2015, 460, threshold="5%", **about)
    assert as_party.below == ("KORWiN", "Razem")
    needed = {name: "8%" if name == "United Left" else "5%" for name in SEJM_2015}
    as_coalition = apportion("d-hondt", SEJM_2015, 460, threshold=needed, **about)
    assert as_coalition.below == ("United Left", "KORWiN", "Razem")
    assert as_coalition.seats["PiS"] > as_party.seats["PiS"]


def test_the_cambridge_compromise_for_751_seats() -> None:
    # Grimmett and others 2011, table of section 8: populations of 1 January 2010, divisor 819,000.
    people = dict(zip(EU.split(), map(int, POPULATIONS.split()), strict=True))
    found = apportion("cambridge-compromise", people, 751, maximum=96)
    assert list(found.counts) == list(map(int, SEATS.split()))
    assert found.divisor is not None
    assert found.divisor.printed == "819000"


EU = "DE FR UK IT ES PL RO NL GR BE PT CZ HU SE AT BG DK SK FI IE LT LV SI EE CY LU MT"
POPULATIONS = """81802257 64714074 62008048 60340328 45989016 38167329 21462186 16574989 11305118 10839905 10637713
10506813 10014324 9340682 8375290 7563710 5534738 5424925 5351427 4467854 3329039 2248374 2046976 1340127 803147 502066
412970"""
SEATS = "96 85 81 79 62 52 32 26 19 19 18 18 18 17 16 15 12 12 12 11 10 8 8 7 6 6 6"


def seated(found: Apportionment) -> dict[str, int]:
    return {name: count for name, count in found.seats.items() if count}


def national(outcome: dict[str, Any]) -> dict[str, int]:
    return {
        party: sum(district["votes"][n] for district in outcome["districts"])
        for n, party in enumerate(outcome["parties"])
    }


def admitted(outcome: dict[str, Any]) -> list[dict[str, Any]]:
    """The districts with the votes of the parties that reach the national threshold."""
    votes, limits = national(outcome), outcome["thresholds"]
    total = sum(votes.values())
    taking_part = {
        party
        for party, count in votes.items()
        if not limits
        or party in outcome["exempt"]
        or count >= Fraction(str(limits.get(party, limits["*"]))) * total
    }
    return [
        {
            "seats": district["seats"],
            "votes": {
                party: count
                for party, count in zip(outcome["parties"], district["votes"], strict=True)
                if party in taking_part
            },
        }
        for district in outcome["districts"]
    ]
