"""`mandat count` and `mandat apportion`: what they print, to people and to programs, and how they refuse."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console
from typer.testing import CliRunner

from mandat import counting
from mandat.cli import reading_ballots
from mandat.cli.app import app
from mandat.counting import CountingError
from mandat.counting.formats import read_votes

TESTS = Path(__file__).parent.parent
HOUSE = TESTS / "counting_apportionment" / "data" / "us_house_2020.csv"
DEBIAN = TESTS / "counting_condorcet" / "data" / "debian_2010_leader.soi"
RENFREWSHIRE = TESTS.parent / "src" / "mandat" / "demo" / "data" / "scotland" / "renfrewshire_2017_ward3.blt"
WARD = TESTS.parent / "src" / "mandat" / "demo" / "data" / "scotland" / "orkney_2017_ward2.blt"


def said(*arguments: object) -> str:
    result = CliRunner().invoke(app, [*map(str, arguments)])
    assert result.exit_code == 0, result.exception
    return result.stdout


def data(*arguments: object) -> Any:
    return json.loads(said(*arguments, "--json"))


def undecided(*arguments: object) -> str:
    """What is said when a lot has to decide: exit code 1."""
    result = CliRunner().invoke(app, [*map(str, arguments)])
    assert result.exit_code == 1, result.exception
    return result.output


def refused(*arguments: object) -> str:
    result = CliRunner().invoke(app, [*map(str, arguments)])
    assert isinstance(result.exception, CountingError)
    return str(result.exception)


# mandat apportion


def test_apportion_gives_the_house_of_representatives() -> None:
    found = data("apportion", HOUSE, "--method", "huntington-hill", "--seats", 435, "--min", 1)
    with HOUSE.open(encoding="utf-8") as file:
        official = {row["state"]: int(row["official_seats"]) for row in csv.DictReader(file)}
    assert found["seats"] == official
    assert list(found["seats"]) == list(official)
    assert "divisor" not in found
    assert "last" not in found


def test_the_divisor_and_the_last_seats_are_given_on_request() -> None:
    asked = ["apportion", HOUSE, "--method", "huntington-hill", "--seats", 435, "--min", 1]
    found = data(*asked, "--divisor", "--last", 2)
    assert [(each["seat"], each["name"]) for each in found["last"]] == [(434, "Montana"), (435, "Minnesota")]
    assert found["divisor"]["printed"] == "762995"
    text = said(*asked, "--divisor", "--last", 1)
    assert "seat 435: Minnesota (4075158487688/7)" in text
    assert "divisor: 762995  (divisor²: " in text


@pytest.mark.parametrize(
    ("arguments", "seats"),
    [
        (["--method", "d-hondt", "--seats", 6], {"Red": 4, "Blue": 2, "Green": 0}),
        (["--method", "sainte-lague", "--seats", 6, "--threshold", "15%"], {"Red": 4, "Blue": 2, "Green": 0}),
        (["--method", "sainte-lague", "--seats", 6], {"Red": 3, "Blue": 2, "Green": 1}),
        (["--method", "hare", "--seats", 6, "--max", 2], {"Red": 2, "Blue": 2, "Green": 2}),
        (["--method", "d-hondt", "--seats", 6, "--threshold", "11"], {"Red": 4, "Blue": 2, "Green": 0}),
    ],
)
def test_bounds_and_thresholds(arguments: list[object], seats: dict[str, int], tmp_path: Path) -> None:
    table = tmp_path / "votes.csv"
    table.write_text("list,votes\nRed,56\nBlue,34\nGreen,10\n")
    assert data("apportion", table, *arguments)["seats"] == seats


def test_a_tie_is_put_as_a_question_and_answered_by_a_lot(tmp_path: Path) -> None:
    table = tmp_path / "votes.csv"
    table.write_text("A,60\nB,40\nC,40\n")
    asked = ["apportion", table, "--method", "d-hondt", "--seats", 2]
    text = undecided(*asked, "--lang", "en")
    assert "a lot decides who gets one seat: B, C" in text
    assert "add --lot NAME" in text
    french = undecided(*asked, "--lang", "fr")
    assert "le sort décide qui obtient un siège\xa0: B, C" in french
    assert "Tirez au sort devant témoins" in french
    assert data(*asked, "--lot", "C")["seats"] == {"A": 1, "B": 0, "C": 1}


def test_methods_are_listed_with_their_texts() -> None:
    names = {each["name"] for each in data("apportion", "--methods")}
    assert {"d-hondt", "adams", "dean", "huntington-hill", "hare", "droop", "cambridge-compromise"} <= names
    assert counting.apportionment.method("dean").text in said("apportion", "--methods")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("list,votes\nRed,5\nBlue,many\n", "votes.csv, line 3: 'many' is not a whole number of votes"),
        ("list,votes\nRed,5\n\nRed,6\n", "votes.csv, line 4: 'Red' stands in the table twice"),
        ("Red,5\nBlue\n", "votes.csv, line 2: the line has 1 cells and no votes in cell 2"),
        ("Red,-5\n", "votes.csv, line 1: '-5' is not a whole number of votes"),
        ("", "votes.csv: the table is empty"),
    ],
)
def test_a_table_that_cannot_be_read_names_the_line(text: str, words: str, tmp_path: Path) -> None:
    table = tmp_path / "votes.csv"
    table.write_text(text)
    assert words in refused("apportion", table, "--seats", 3)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "name a table of votes and give --seats"),
        ([HOUSE], "name a table of votes and give --seats"),
        (["none.csv", "--seats", 3], "there is no file none.csv"),
        ([HOUSE, "--seats", 435, "--method", "huntingdon"], "Did you mean 'huntington-hill'?"),
        (
            [HOUSE, "--seats", 435, "--column", "people"],
            "there is no column 'people'; the first line has: state,",
        ),
        ([HOUSE, "--seats", 435, "--threshold", "lots"], "the threshold 'lots' is not a share of the votes"),
    ],
)
def test_apportion_refuses_in_one_sentence(arguments: list[object], words: str) -> None:
    assert words in refused("apportion", *arguments)


@pytest.mark.parametrize(
    "text",
    ["Red;5 200\nBlue;1700\n", "\ufefflist\tvotes\nRed\t5'200\nBlue\t1700\n", '"Red",5200\r\nBlue,1700\r\n'],
)
def test_tables_as_people_make_them(text: str) -> None:
    assert read_votes(io.BytesIO(text.encode())) == {"Red": 5200, "Blue": 1700}


def test_a_column_is_chosen_by_its_heading() -> None:
    assert read_votes(HOUSE, column="official_seats")["California"] == 52


# mandat count


def test_rules_side_by_side() -> None:
    found = data("count", WARD, "--compare", "--rule", "stv-scottish", "--rule", "fptp")
    assert [each["rule"] for each in found["rules"]] == ["stv-scottish", "fptp"]
    ballots = counting.read(WARD)
    for each in found["rules"]:
        expected = counting.count(each["rule"], ballots, 4)
        assert [e["candidate"] for e in each["elected"]] == list(expected.winners)
    both = set(counting.count("fptp", ballots, 4).winners)
    assert set(found["elected_by_all"]) == both & set(counting.count("stv-scottish", ballots, 4).winners)


def test_compare_without_rules_takes_all_that_fit_and_passes_parameters_on() -> None:
    found = data("count", DEBIAN, "--compare", "--seats", 1, "--with", "default=5")
    names = [each["rule"] for each in found["rules"]]
    assert {"fptp", "stv-scottish", "irv", "schulze", "ranked-pairs"} <= set(names)
    assert "cambridge" not in names  # it needs the order of the papers
    assert "irv" not in [each["rule"] for each in data("count", WARD, "--compare")["rules"]]
    assert found["elected_by_all"] == [1]
    text = said("count", DEBIAN, "--compare", "--seats", 1, "--lang", "fr")
    assert "élus selon toutes les règles\u00a0: Stefano Zacchiroli" in text


def test_approvals_are_compared_by_rules_for_approvals(tmp_path: Path) -> None:
    file = tmp_path / "committee.blt"
    file.write_text('3 2\n6 1=2 0\n1 1 0\n4 3 0\n0\n"A"\n"B"\n"C"\n"Committee"\n')
    elected = {
        each["rule"]: [e["candidate"] for e in each["elected"]]
        for each in data("count", file, "--compare")["rules"]
    }
    assert elected.pop("approval") == [1, 2]
    assert set(elected) == {rule.name for rule in counting.rules().values() if rule.kind == "committee"}
    assert elected.pop("monroe") == [3]  # A or B: a lot decides, for each would represent six papers
    assert all(winners == [1, 3] for winners in elected.values())


def test_a_rule_that_cannot_count_the_ballots_is_shown_with_its_reason() -> None:
    found = data("count", WARD, "--compare", "--rule", "irv", "--rule", "fptp")
    assert "refused" in found["rules"][0]
    assert "irv cannot count these ballots: " in said(
        "count", WARD, "--compare", "--rule", "irv", "--rule", "fptp", "--lang", "en"
    )


def test_what_if_another_seat() -> None:
    found = data("count", WARD, "--what-if", "--seats", 5)
    before = counting.count("stv-scottish", counting.read(WARD), 4).winners
    assert (found["seats"], found["what_if"]["seats_before"]) == (5, 4)
    assert found["what_if"]["elected_before"] == list(before)
    assert len(found["elected"]) == 5
    assert len(found["what_if"]["gained"]) == 1
    assert found["what_if"]["lost"] == []


def test_what_if_a_candidate_does_not_stand() -> None:
    found = data("count", WARD, "--what-if", "--withdraw", 5)
    again = counting.count("stv-scottish", counting.read(WARD).without([5]), 4)
    assert [e["candidate"] for e in found["elected"]] == list(again.winners)
    assert (found["what_if"]["withdrawn"], found["what_if"]["lost"]) == ([5], [5])
    text = said("count", WARD, "--what-if", "--withdraw", 5, "--lang", "en")
    assert "What if: without Leslie MANSON" in text
    assert "elected before, not now: Leslie MANSON" in text


def test_a_rule_that_looks_at_the_order_gets_it() -> None:
    assert data("count", WARD, "--rule", "cambridge")["rule"] == "cambridge"


def test_parameters_of_a_rule() -> None:
    found = data("count", DEBIAN, "--rule", "schulze", "--seats", 1, "--with", "default=5")
    assert [e["candidate"] for e in found["elected"]] == [1]
    assert found["parameters"]["default"] == 5


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([WARD, "--withdraw", 5], "a candidate who withdraws makes another election: add --what-if"),
        ([WARD, "--what-if"], "say what should be different: --seats N or --withdraw NUMBER"),
        ([WARD, "--what-if", "--withdraw", 99], "no candidate has the number 99"),
        ([WARD, "--rule", "fptp", "--rule", "wigm"], "several rules are shown side by side with --compare"),
        ([WARD, "--compare", "--lot", 1], "leave --what-if and --lot out"),
        ([WARD, "--tie-order", "1,2", "--compare"], "--tie-order answers the lots of one count"),
        ([WARD, "--tie-order", "1,2"], "must name each of the candidates"),
        ([WARD, "--tie-order", "Ann"], "must be candidate numbers with commas between them"),
        ([WARD, "--all-outcomes", "--compare"], "--all-outcomes lists the results of one count"),
        ([WARD, "--compare", "--with", "colour=red"], "none of the rules compared has a parameter 'colour'"),
        ([WARD, "--with", "colour"], "'colour' is not a parameter: write NAME=VALUE"),
        ([WARD, "--compare", "--rule", "stv-scotish"], "Did you mean 'stv-scottish'?"),
        ([DEBIAN], "does not say how many seats there are: give --seats"),
    ],
)
def test_count_refuses_in_one_sentence(arguments: list[object], words: str) -> None:
    assert words in refused("count", *arguments)


def test_the_count_speaks_french() -> None:
    text = said("count", WARD, "--lang", "fr")
    assert "sièges 4" in text
    assert "(étape 1)" in text
    assert "élu 1" in text


TIED = '3 1\n5 1 0\n3 2 0\n3 3 0\n0\n"Ann"\n"Bob"\n"Cy"\n"Ward"\n'


DECIDED_BY_LOT = '3 1\n4 1 0\n3 2 3 0\n3 3 1 0\n0\n"Ann"\n"Bob"\n"Cy"\n"Ward"\n'
"""Bob and Cy are level and last: Bob's papers would elect Cy, hers Ann."""


def test_a_count_that_waits_for_a_lot_ends_with_code_1_and_says_so(tmp_path: Path) -> None:
    ward = tmp_path / "ward.blt"
    ward.write_text(DECIDED_BY_LOT)
    asked = ["count", ward, "--rule", "wigm"]
    assert "stage 1: a lot decides who is excluded: Bob (2), Cy (3) (D.1)" in undecided(
        *asked, "--lang", "en"
    )
    assert "If the lot falls on Bob, Cy will be elected, Ann will not." in undecided(*asked, "--lang", "en")
    french = undecided(*asked, "--lang", "fr")
    assert "étape 1\xa0: le sort décide qui est exclu\xa0: Bob (2), Cy (3) (D.1)" in french
    assert "ajoutez --lot NUMÉRO" in french
    answered = said(*asked, "--lot", 2, "--lang", "fr")
    assert "égalité à l’étape 1 (D.1): Bob, Cy → Bob (le sort)" in answered


def test_a_lot_that_decides_nothing_is_not_asked(tmp_path: Path) -> None:
    ward = tmp_path / "ward.blt"
    ward.write_text(TIED)
    text = said("count", ward, "--rule", "wigm", "--lang", "en")
    assert "tie at stage 1 (D.1): Bob, Cy → Bob (no lot: the same are elected in any case)" in text
    assert "l’élection est la même dans tous les cas" in said("count", ward, "--rule", "wigm", "--lang", "fr")


def test_a_tie_order_answers_every_lot(tmp_path: Path) -> None:
    ward = tmp_path / "ward.blt"
    ward.write_text(DECIDED_BY_LOT)
    found = data("count", ward, "--rule", "wigm", "--tie-order", "3,2,1")
    assert ([e["candidate"] for e in found["elected"]], found["lots"]) == ([3], [2])
    assert data("count", ward, "--rule", "wigm", "--tie-order", "1,2,3")["lots"] == [3]


def test_all_outcomes_are_listed_with_chance_and_lots(tmp_path: Path) -> None:
    ward = tmp_path / "ward.blt"
    ward.write_text(DECIDED_BY_LOT)
    asked = ["count", ward, "--rule", "wigm", "--all-outcomes"]
    assert data(*asked)["outcomes"] == [
        {"elected": [1], "second_round": [], "chance": "1/2", "lots": [3]},
        {"elected": [3], "second_round": [], "chance": "1/2", "lots": [2]},
    ]
    text = said(*asked, "--lang", "en")
    assert "2 results are possible, as the lots fall" in text
    assert "--lot 3" in text
    assert "2 résultats sont possibles" in said(*asked, "--lang", "fr")
    assert "One result is possible" in said(*asked, "--lot", 2, "--lang", "en")
    lists = said("count", ward, "--rule", "d-hondt", "--seats", 3, "--all-outcomes", "--lang", "en")
    assert "Ann, Bob, Cy" in lists


def test_where_nobody_voted_it_says_so(tmp_path: Path) -> None:
    ward = tmp_path / "ward.blt"
    ward.write_text('3 1\n5 0\n0\n"Ann"\n"Bob"\n"Cy"\n"Ward"\n')
    text = said("count", ward, "--lang", "en")
    assert "1 of 1 seats stay empty: no paper counts for anybody" in text


def test_a_program_that_reads_json_is_told_on_standard_error_too(tmp_path: Path) -> None:
    ward = tmp_path / "ward.blt"
    ward.write_text(DECIDED_BY_LOT)
    result = CliRunner().invoke(app, ["count", str(ward), "--rule", "wigm", "--json", "--lang", "en"])
    assert result.exit_code == 1
    assert json.loads(result.stdout)["question"]["candidates"] == [2, 3]
    assert result.stderr.startswith("undecided: stage 1: a lot decides who is excluded")
    assert "add --lot NUMBER" in result.stderr


def test_more_seats_than_candidates_leave_seats_empty_and_it_says_so(tmp_path: Path) -> None:
    ward = tmp_path / "ward.blt"
    ward.write_text(TIED)
    for rule in ("stv-scottish", "fptp", "schulze", "meek"):
        found = data("count", ward, "--rule", rule, "--seats", 5)
        assert len(found["elected"]) == 3
        text = said("count", ward, "--rule", rule, "--seats", 5, "--lang", "en")
        assert "2 of 5 seats stay empty: nobody is left to fill them" in text
    assert "2 des 5 sièges restent vacants" in said("count", ward, "--seats", 5, "--lang", "fr")
    assert "stay empty" not in said("count", ward, "--seats", 3, "--lang", "en")


def test_files_that_are_no_ballots_are_refused_in_a_sentence(tmp_path: Path) -> None:
    for name, content, words in (
        ("ballots.csv", b"\x89PNG\r\n\x1a\n\0", "this is a picture, not a file of ballots"),
        ("ballots.csv", b"\x7fELF\0", "this is not text: it holds zero bytes"),
        ("ward.blt", TIED.replace('"Ann"\n', "").encode(), "line 8: after the papers come 3 of the 4 lines"),
        (
            "ward.blt",
            TIED.replace("Ann", "A\x1b[31m").encode(),
            "line 6: '\"A\\x1b[31m\"' holds a control character",
        ),
    ):
        file = tmp_path / name
        file.write_bytes(content)
        assert words in refused("count", file, "--seats", 1)


def test_the_count_is_written_as_a_page(tmp_path: Path) -> None:
    page = tmp_path / "count.html"
    assert "1311.00000" in said("count", RENFREWSHIRE, "--html", page, "--lang", "fr")
    text = page.read_text(encoding="utf-8")
    assert '<html lang="fr">' in text
    assert "<svg" in text
    assert counting.read(RENFREWSHIRE).title in text
    assert text.count("<dt>") == 6
    assert "Neill GRAHAM</dt>" not in text
    assert "Lindsay BROWN n’a pas été élu·e." in text
    assert text.count('<ul class="multiples">') == 1
    assert "@media print" in text
    assert "--html shows one count" in refused("count", RENFREWSHIRE, "--html", page, "--compare")
    with pytest.raises(OSError, match="nowhere"):
        CliRunner().invoke(
            app,
            ["count", str(RENFREWSHIRE), "--html", str(tmp_path / "nowhere" / "x.html")],
            catch_exceptions=False,
        )


def test_why_somebody_was_not_elected() -> None:
    text = said("count", RENFREWSHIRE, "--why", "lindsay", "--why", 2)
    assert text.count("At stage 1 Lindsay BROWN was excluded, having the fewest votes") == 2
    assert "1311.00000" not in text
    (found,) = data("count", RENFREWSHIRE, "--why", "Lindsay BROWN", "--lang", "de")
    assert (found["candidate"], found["elected"]) == (2, False)
    assert found["why"][0] == "Lindsay BROWN wurde nicht gewählt."
    assert "no candidate is called 'Sharkey'. Did you mean 'JIM SHARKEY' or 'MAUREEN SHARKEY'?" in refused(
        "count", RENFREWSHIRE, "--why", "Sharkey"
    )
    assert "--why explains one count" in refused("count", RENFREWSHIRE, "--why", 1, "--compare")


def test_why_waits_for_the_lot(tmp_path: Path) -> None:
    ward = tmp_path / "ward.blt"
    ward.write_text(DECIDED_BY_LOT)
    text = undecided("count", ward, "--rule", "wigm", "--seats", 1, "--why", "Ann", "--why", "Cy")
    assert "Ann is not elected so far; the count waits for a lot between Bob and Cy." in text
    assert "Cy is neither elected nor out yet: a lot has to be drawn between Bob and Cy." in text
    assert "add --lot NUMBER" in text


def test_findings_list_the_papers_that_are_not_plain(tmp_path: Path) -> None:
    ward = tmp_path / "ward.blt"
    ward.write_text(TIED.replace("3 3 0", "2 3 - 1 0\n1 2=3 1 0"))
    text = said("count", ward, "--findings", "--lang", "en")
    assert "line 4: 2 papers: rank 2 is skipped; the rule stops there: earlier preferences count" in text
    assert "line 5: 1 paper: rank 1 is given to 2 and 3; the rule stops there" in text
    assert "3 papers are not marked 1, 2, 3" in text
    french = said("count", ward, "--findings", "--rule", "minneapolis", "--lang", "fr")
    assert (
        "ligne 4\u00a0: 2 bulletins\u00a0: le rang 2 est sauté; la règle passe outre cette marque" in french
    )
    found = data("count", ward, "--findings")
    assert [(each["line"], each["papers"]) for each in found] == [(4, 2), (5, 1)]
    assert "0 papers are not marked" in said("count", WARD, "--findings", "--lang", "en")


def test_a_large_file_shows_how_far_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_ballots, "LARGE", 1000)
    terminal = Console(file=io.StringIO(), force_terminal=True, width=100)
    ballots = reading_ballots.read_ballots(reading_ballots.BallotFile(WARD), ["stv-scottish"], "en", terminal)
    assert ballots == counting.read(WARD)
    assert "Reading orkney_2017_ward2.blt" in terminal.file.getvalue()  # type: ignore[attr-defined]


def test_a_small_file_shows_nothing() -> None:
    terminal = Console(file=io.StringIO(), force_terminal=True)
    reading_ballots.read_ballots(reading_ballots.BallotFile(WARD), ["stv-scottish"], "en", terminal)
    assert terminal.file.getvalue() == ""  # type: ignore[attr-defined]


# Files of others on the command line

CONTESTS = "CVR,Mayor Choice 1,Mayor Choice 2,Clerk Choice 1,Clerk Choice 2\n1,Ann,Bob,Dee,\n2,ann,,Ed,Dee\n3,N/A,Bob,,\n"


def test_a_contest_is_named_and_the_remarks_are_said(tmp_path: Path) -> None:
    file = tmp_path / "export.csv"
    file.write_text(CONTESTS)
    assert "name one of them with --contest: 'Mayor'; 'Clerk'" in refused("count", file, "--seats", 1)
    result = CliRunner().invoke(
        app, ["count", str(file), "--seats", "1", "--rule", "irv", "--contest", "Mayor", "--lang", "en"]
    )
    assert result.exit_code == 0
    assert "valid 3, invalid 0, blank 0, exhausted 0" in result.stdout
    assert "“ann” was read as “Ann”" in result.stderr
    assert "cells with “N/A” were read as left blank" in result.stderr
    french = CliRunner().invoke(
        app, ["count", str(file), "--seats", "1", "--rule", "irv", "--contest", "Mayor", "--lang", "fr"]
    )
    assert "ont été lues comme laissées en blanc" in french.stderr


def test_a_folder_of_tables_is_counted_as_one(tmp_path: Path) -> None:
    for name in ("p1.csv", "p2.csv"):
        (tmp_path / name).write_text(CONTESTS)
    found = data("count", tmp_path, "--seats", 1, "--rule", "fptp", "--contest", "Clerk", "--lot", 1)
    assert (found["valid"], found["invalid"], found["blank"]) == (4, 2, 2)


def test_candidates_come_from_a_list(tmp_path: Path) -> None:
    file, listed = tmp_path / "town.csv", tmp_path / "names.txt"
    file.write_text("rank1,rank2\n2,1\n2,\n1,\n")
    listed.write_text("Ann\nBob\n")
    found = data("count", file, "--seats", 1, "--rule", "fptp", "--candidates", listed)
    assert [each["name"] for each in found["elected"]] == ["Bob"]


def test_score_is_fed_from_a_table_of_points(tmp_path: Path) -> None:
    file = tmp_path / "points.csv"
    file.write_text("Voter,Ann,Bob\n1,5,1\n2,0,4\n3,1,1\n")
    found = data("count", file, "--seats", 1, "--rule", "score", "--lot", 1)
    assert found["stages"][0]["totals"] == ["6", "6"]
    ranks = tmp_path / "ranks.csv"
    ranks.write_text("rank1,rank2\nAnn,Bob\n")
    assert (
        "score needs points: make the ballots with Ballots.from_scores, or read a table with a column of points"
        in refused("count", ranks, "--seats", 1, "--rule", "score")
    )


def test_findings_show_what_counts(tmp_path: Path) -> None:
    file = tmp_path / "gap.csv"
    file.write_text("rank1,rank2,rank3\nAnn,,Bob\nBob,,\n")
    text = said("count", file, "--findings", "--rule", "approval", "--lang", "en")
    assert (
        "line 2: 1 paper: rank 2 is skipped; the rule does not look at that: the paper counts → Ann = Bob"
        in text
    )


@pytest.mark.parametrize("number", ["²", "9" * 5000])
def test_odd_numbers_on_the_command_line_are_refused_in_a_sentence(tmp_path: Path, number: str) -> None:
    file = tmp_path / "votes.csv"
    file.write_text("Red,5\nBlue,4\n")
    assert refused("apportion", file, "--seats", 2, "--threshold", number)
    assert refused("count", DEBIAN, "--seats", 1, "--rule", "schulze", "--with", f"default={number}")
