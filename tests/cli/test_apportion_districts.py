"""`mandat apportion` over districts and with alliances: official seats, refusals, what is printed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from mandat.cli.alliances import alliances
from mandat.counting import BadFileError, CountingError
from mandat.counting.formats import read_districts
from tests.cli.test_counting_commands import data, refused, said, undecided

OFFICIAL = Path(__file__).parent.parent / "counting_apportionment" / "data"
QUORUMS: dict[str, list[str]] = {
    "ch_zh_gemeinderatswahl_2022": ["--quorum-district", "5%"],
    "ch_zh_kantonratswahl_2019": ["--quorum-district", "5%", "--quorum-total", "3%"],
}
SMALL = "district,seats,A,B,C\nNorth,3,60,30,\nSouth,4,20,90,40\n"


def known(name: str) -> dict[str, Any]:
    outcome: dict[str, Any] = json.loads((OFFICIAL / f"{name}.json").read_text())
    return outcome


def table(folder: Path, text: str) -> Path:
    path = folder / "districts.csv"
    path.write_text(text)
    return path


def official_table(folder: Path, name: str) -> Path:
    outcome = known(name)
    heads = ";".join(["Wahlkreis", "Sitze", *outcome["parties"]])
    rows = (
        ";".join([district, str(seats), *map(str, line)])
        for district, seats, line in zip(
            outcome["districts"], outcome["district_seats"], outcome["votes"], strict=True
        )
    )
    return table(folder, "\n".join([heads, *rows]))


@pytest.mark.parametrize("name", ["ch_zh_gemeinderatswahl_2022", "ch_zh_kantonratswahl_2019", "ch_uri_2020"])
def test_districts_get_their_official_seats(tmp_path: Path, name: str) -> None:
    outcome = known(name)
    file = official_table(tmp_path, name)
    found = data("apportion", file, "--method", "biproportional", *QUORUMS.get(name, []))
    seats = [[line[party] for party in outcome["parties"]] for line in found["seats"].values()]
    assert seats == outcome["seats_by_district"]
    assert list(found["seats"]) == outcome["districts"]
    assert "party_divisors" not in found


def test_divisors_on_request_and_who_missed_the_quorum(tmp_path: Path) -> None:
    file = official_table(tmp_path, "ch_zh_gemeinderatswahl_2022")
    asked = ["apportion", file, "--method", "zurich", "--quorum-district", "5%"]
    found = data(*asked, "--divisor")
    assert len(found["district_divisors"]) == len(found["districts"])
    text = said(*asked, "--divisor", "--lang", "en")
    assert "below the threshold: " + ", ".join(found["below"]) in text
    assert f"election key: {found['election_key']}" in text


def test_the_strongest_list_of_a_district_gets_a_seat_there(tmp_path: Path) -> None:
    # Overall A and B deserve 2 seats and 1; A is ahead everywhere, so the condition gives it all three.
    file = table(tmp_path, "district,seats,A,B\nOne,1,51,49\nTwo,1,52,48\nThree,1,53,47\n")
    asked = ["apportion", file, "--method", "biproportional"]
    assert data(*asked)["seats"]["One"] == {"A": 0, "B": 1}
    found = data(*asked, "--winner-take-one")
    assert [line["A"] for line in found["seats"].values()] == [1, 1, 1]


def test_a_tie_between_lists_of_a_district_is_asked(tmp_path: Path) -> None:
    file = table(tmp_path, "district,seats,A,B\nHill,1,50,50\nTown,2,40,40\n")
    asked = ["apportion", file, "--method", "biproportional", "--winner-take-one"]
    assert "a lot decides who gets one seat in Hill: A, B" in undecided(*asked, "--lang", "en")
    assert "le sort décide qui obtient un siège à Hill\xa0: A, B" in undecided(*asked, "--lang", "fr")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "district,A,B\nNorth,1,2\n",
            "line 1: the first line must have one column 'seats'; it has: district, A, B",
        ),
        ("district,seats\nNorth,3\n", "line 1: there is no column of votes"),
        ("district,seats,A,A\nNorth,3,1,2\n", "line 1: the heading 'A' does not name one party"),
        ("district,seats,A\n", "the table has no district"),
        ("district,seats,A\nNorth,3,1\nNorth,3,1\n", "line 3: 'North' stands in the table twice"),
        ("district,seats,A\nNorth,3\n", "line 2: the line has 2 cells, the first line 3"),
        ("district,seats,A\nNorth,some,1\n", "line 2: 'some' is not a whole number of seats"),
        ("district,seats,A\nNorth,3,1.5\n", "line 2: '1.5' is not a whole number of votes"),
        ("district,seats,A\nNor\x1bth,3,1\n", "line 2: 'Nor\\x1bth' holds a control character"),
    ],
)
def test_what_is_wrong_with_a_table_of_districts(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(BadFileError) as refusal:
        read_districts(table(tmp_path, text))
    assert words in str(refusal.value)


def test_an_empty_cell_is_no_list(tmp_path: Path) -> None:
    votes, seats = read_districts(table(tmp_path, SMALL))
    assert votes["North"] == {"A": 60, "B": 30}
    assert seats == {"North": 3, "South": 4}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--method", "biproportional", "--seats", 8], "--seats says 8, but the districts of"),
        (
            ["--method", "biproportional", "--threshold", "5%"],
            "biproportional has no --min, --max, --threshold",
        ),
        (["--method", "biproportional", "--alliance", "L=A,B"], "biproportional has no"),
        (["--method", "d-hondt", "--seats", 3, "--winner-take-one"], "are for --method biproportional"),
        (["--method", "d-hondt", "--seats", 3, "--quorum-total", "3%"], "are for --method biproportional"),
        (["--method", "biproportional", "--quorum-total", "90%"], "no party reaches the quorum"),
    ],
)
def test_options_that_do_not_go_together(tmp_path: Path, arguments: list[object], words: str) -> None:
    assert words in refused("apportion", table(tmp_path, SMALL), *arguments)


VOTES = "list,votes\nRed,49\nGreen,27\nBlue,24\n"


def test_allied_lists_count_together_first(tmp_path: Path) -> None:
    file = table(tmp_path, VOTES)
    asked = ["apportion", file, "--method", "d-hondt", "--seats", 3]
    # 49, 27, 24½ against 51, 49, 25½: together Green and Blue have the third seat as well.
    assert data(*asked)["seats"] == {"Red": 2, "Green": 1, "Blue": 0}
    found = data(*asked, "--alliance", "Left=Green,Blue")
    assert found["seats"] == {"Red": 1, "Green": 1, "Blue": 1}
    assert [tier["alliance"] for tier in found["tiers"]] == ["", "Left"]
    text = said(*asked, "--alliance", "Left=Green,Blue", "--lang", "en")
    assert "together: Red 1, Left 2" in text
    assert "Left: Green 1, Blue 1" in text


def test_alliances_within_alliances(tmp_path: Path) -> None:
    file = table(tmp_path, VOTES)
    asked = ["apportion", file, "--method", "d-hondt", "--seats", 4]
    found = data(*asked, "--alliance", "All=Red,Warm", "--alliance", "Warm=Green,Blue")
    assert [tier["alliance"] for tier in found["tiers"]] == ["", "All", "Warm"]
    assert sum(found["seats"].values()) == 4


def test_a_tie_within_an_alliance_is_asked(tmp_path: Path) -> None:
    file = table(tmp_path, "list,votes\nRed,44\nGreen,30\nBlue,30\n")
    asked = ["apportion", file, "--method", "d-hondt", "--seats", 2, "--alliance", "Left=Green,Blue"]
    assert "a lot decides who gets one seat: Green, Blue" in undecided(*asked, "--lang", "en")
    assert data(*asked, "--lot", "Blue")["seats"] == {"Red": 1, "Green": 0, "Blue": 1}


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (["Left"], "'Left' is not an alliance: write NAME=LIST,LIST"),
        (["Left="], "'Left=' is not an alliance"),
        (["Left=A", "Left=B"], "two alliances have the same name"),
        (["Left=Right", "Right=Left"], "lie within each other"),
        (["Out=A,Left", "Left=Right", "Right=Left"], "the alliance 'Left' lies within itself"),
    ],
)
def test_alliances_that_are_none(given: list[str], words: str) -> None:
    with pytest.raises(CountingError) as refusal:
        alliances(given)
    assert words in str(refusal.value)


def test_an_alliance_of_unknown_lists_is_refused(tmp_path: Path) -> None:
    asked = ["apportion", table(tmp_path, VOTES), "--seats", 3, "--alliance", "Left=Red,Grey"]
    assert "alliance 'Left' names 'Grey', which is no list with votes" in refused(*asked)


def test_biproportional_is_listed() -> None:
    assert "biproportional" in {each["name"] for each in data("apportion", "--methods")}
