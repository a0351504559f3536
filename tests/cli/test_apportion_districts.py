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


# bounds by name, districts by themselves, national laws


BOUNDED = "Red;50\nBoth;30\nBlue;16\nFew;4\n"


@pytest.mark.parametrize(
    ("arguments", "seats"),
    [
        (["--threshold", "5%"], {"Red": 6, "Both": 3, "Blue": 1, "Few": 0}),
        (["--threshold", "5%", "--threshold", "Both=31%"], {"Red": 8, "Both": 0, "Blue": 2, "Few": 0}),
        (["--threshold", "20%", "--exempt", "Few"], {"Red": 6, "Both": 4, "Blue": 0, "Few": 0}),
        (["--threshold", "5%", "--of", 600], {"Red": 6, "Both": 4, "Blue": 0, "Few": 0}),
        (["--max", "Red=4"], {"Red": 4, "Both": 4, "Blue": 2, "Few": 0}),
        (["--min", "1", "--min", "Blue=3"], {"Red": 4, "Both": 2, "Blue": 3, "Few": 1}),
    ],
)
def test_bounds_by_name(tmp_path: Path, arguments: list[object], seats: dict[str, int]) -> None:
    file = table(tmp_path, BOUNDED)
    assert data("apportion", file, "--method", "d-hondt", "--seats", 10, *arguments)["seats"] == seats


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--max", "Green=4"], "the table has no 'Green'; it has: Red, Both, Blue, Few"),
        (["--max", "Red=x"], "'Red=x' is no number of seats: write N, or NAME=N for one list"),
        (["--max", "3", "--max", "4"], "two bounds are given for everybody, 3 and 4; give one"),
        (["--threshold", "3%", "--threshold", "4%"], "two thresholds are given for everybody"),
        (["--exempt", "Green"], "the table has no 'Green'"),
        (["--tie", "age"], "there is no tie rule 'age'; it is one of: lot, most-votes, fewest-votes"),
        (["--threshold-total", "5%"], "add --by-district"),
        (["--won", "x.csv"], "--won, --additional and --independent are for national laws: bundestag-2013"),
        (["--min", "=3"], "'=3' is no bound for a list: write NAME=N"),
    ],
)
def test_bounds_that_make_no_sense_are_refused(tmp_path: Path, arguments: list[object], words: str) -> None:
    assert words in refused("apportion", table(tmp_path, BOUNDED), "--seats", 10, *arguments)


def test_equal_figures_are_settled_as_asked(tmp_path: Path) -> None:
    file = table(tmp_path, "A;60\nB;40\n")
    asked = ["apportion", file, "--method", "imperiali", "--seats", 2]
    assert data(*asked)["seats"] == {"A": 2, "B": 0}
    assert data(*asked, "--tie", "fewest-votes")["seats"] == {"A": 1, "B": 1}
    assert "a lot decides" in undecided(*asked, "--tie", "lot")


def test_a_bound_on_an_alliance_names_it(tmp_path: Path) -> None:
    asked = ["apportion", table(tmp_path, BOUNDED), "--method", "d-hondt", "--seats", 10]
    allied = ["--alliance", "Left=Both,Few"]
    found = data(*asked, *allied, "--max", "Left=2")
    assert found["seats"]["Both"] + found["seats"]["Few"] == 2
    assert "the table has no 'Both'" in refused(*asked, *allied, "--max", "Both=2")


def test_districts_by_themselves_with_a_threshold_of_all_votes(tmp_path: Path) -> None:
    outcome = known("pl_sejm_2019")
    heads = ";".join(["district", "seats", *outcome["parties"]])
    rows = (";".join(map(str, [d["number"], d["seats"], *d["votes"]])) for d in outcome["districts"])
    file = table(tmp_path, "\n".join([heads, *rows]))
    asked = ["apportion", file, "--method", "d-hondt", "--by-district"]
    limits = ["--threshold-total", "5%", "--threshold-total", "KO=8%", "--exempt", "MN"]
    found = data(*asked, *limits)
    assert {p: n for p, n in found["seats"].items() if n} == outcome["official_national_seats"]
    text = said(*asked, *limits)
    assert "below the threshold: AZEiR, PRAWICA, SKUTECZNI, BEZPARTYJNI" in text
    capped = data(*asked, *limits, "--max", "1/PiS=2", "--min", "MN=0")
    assert capped["districts"]["1"]["PiS"] == 2
    assert capped["districts"]["2"] == found["districts"]["2"]
    assert "leave --seats" in refused(*asked, "--seats", 460)


def test_a_lot_in_a_district_is_asked_with_its_name(tmp_path: Path) -> None:
    file = table(tmp_path, "district,seats,A,B\nNorth,1,5,5\nSouth,2,4,4\n")
    asked = ["apportion", file, "--method", "d-hondt", "--by-district"]
    assert "a lot decides who gets one seat in North: A, B (article 167)" in undecided(*asked)
    assert data(*asked, "--lot", "B")["seats"] == {"A": 1, "B": 2}


def german(folder: Path, year: int) -> list[object]:
    outcome = known(f"de_bundestag_{year}")
    parties = list(dict.fromkeys(p for row in outcome["votes"].values() for p in row))
    people = outcome.get("population")
    heads = ";".join(["Land", *(["Einwohner"] if people else []), *parties])
    rows = (
        ";".join([land, *([str(people[land])] if people else []), *(str(row.get(p, "")) for p in parties)])
        for land, row in outcome["votes"].items()
    )
    votes = table(folder, "\n".join([heads, *rows]))
    won = folder / "won.csv"
    winning = list(dict.fromkeys(p for row in outcome["constituency_seats"].values() for p in row))
    lines = (
        ";".join([land, *(str(row.get(p, "")) for p in winning)])
        for land, row in outcome["constituency_seats"].items()
    )
    won.write_text("\n".join([";".join(["Land", *winning]), *lines]))
    return [votes, "--won", won, "--of", outcome["valid_second_votes"], "--exempt", "SSW"]


@pytest.mark.parametrize(("year", "law"), [(2013, "2013"), (2021, "2021"), (2025, "2023")])
def test_the_bundestag_from_two_tables(tmp_path: Path, year: int, law: str) -> None:
    outcome = known(f"de_bundestag_{year}")
    arguments = german(tmp_path, year)
    if year == 2013:
        arguments[-1] = "FREIE WÄHLER"
        arguments = arguments[:-2]
    found = data("apportion", *arguments, "--method", f"bundestag-{law}")
    assert found["totals"] == outcome["official_seats"]
    assert found["house"] == outcome["seats_total"]


def test_national_laws_are_printed_and_refuse_in_a_sentence(tmp_path: Path) -> None:
    arguments = german(tmp_path, 2025)
    text = said("apportion", *arguments, "--method", "bundestag-2023")
    assert "won and not seated: Bayern, CSU, 3" in text
    assert "below the threshold: " in text
    assert "needs the constituencies" in refused("apportion", arguments[0], "--method", "bundestag-2023")
    assert "takes --won" in refused("apportion", *arguments, "--method", "bundestag-2023", "--max", 3)
    assert "are for --method folketing" in refused(
        "apportion", *arguments, "--method", "bundestag-2023", "--independent", "X"
    )
    names = {each["name"] for each in data("apportion", "--methods")}
    assert {"bundestag-2013", "bundestag-2021", "bundestag-2023", "new-zealand", "folketing"} <= names


def test_new_zealand_from_two_tables(tmp_path: Path) -> None:
    outcome = known("nz_house_2011")
    votes, won = tmp_path / "votes.csv", tmp_path / "won.csv"
    votes.write_text("\n".join(f"{p};{n}" for p, n in outcome["party_votes"].items()))
    won.write_text("\n".join(f"{p};{n}" for p, n in outcome["electorate_seats"].items()))
    found = data("apportion", votes, "--won", won, "--method", "new-zealand")
    assert {p: n for p, n in found["totals"].items() if n} == outcome["official_seats"]


def test_the_folketing_from_one_table(tmp_path: Path) -> None:
    outcome = known("dk_folketing_2015")
    places = outcome["constituencies"]
    region = {place: name for name, each in outcome["provinces"].items() for place in each["constituencies"]}
    alone = sorted({name for each in places.values() for name in each["independents"]})
    parties = list(dict.fromkeys(p for each in places.values() for p in each["votes"]))
    rows = (
        ";".join(
            [place, region[place], str(each["seats"]), *(str(each["votes"].get(p, "")) for p in parties)]
        )
        for place, each in places.items()
    )
    file = table(tmp_path, "\n".join([";".join(["storkreds", "landsdel", "seats", *parties]), *rows]))
    more = [
        x
        for name, each in outcome["provinces"].items()
        for x in ("--additional", f"{name}={each['adjustment_seats']}")
    ]
    asked = [
        "apportion",
        file,
        "--method",
        "folketing",
        *(x for name in alone for x in ("--independent", name)),
    ]
    found = data(*asked, *more)
    assert found["totals"] == outcome["official_seats"]
    assert "the table has no region 'Fyn'" in refused(*asked, "--additional", "Fyn=3")
    assert "write --additional REGION=N" in refused(*asked, "--additional", "Fyn")
