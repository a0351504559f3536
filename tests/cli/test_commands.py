"""The command line as a newcomer meets it: every command, its words, its exit codes, its JSON."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from mandat.cli.app import app

FILES = Path(__file__).parent.parent / "bylaws" / "files"
WARDS = Path(__file__).parent.parent.parent / "src" / "mandat" / "demo" / "data" / "scotland"
RAIL = str(FILES / "rail-federation.toml")


def mandat(*arguments: object) -> tuple[int, str]:
    """Run a command in a process of its own, as people do; returns the exit code and all it said."""
    done = subprocess.run(
        [sys.executable, "-c", "from mandat.cli.app import main; main()", *map(str, arguments)],
        capture_output=True,
        check=False,
        text=True,
        env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": "/nonexistent"},
    )
    return done.returncode, done.stdout + done.stderr


def data(*arguments: object) -> Any:
    """Run a command in this process and read its JSON."""
    result = CliRunner().invoke(app, [*map(str, arguments), "--json"])
    return json.loads(result.stdout)


COMMANDS = [command.name for command in app.registered_commands]


def test_the_commands_of_the_manual_are_there() -> None:
    assert {"new", "check", "demo", "run", "import", "show", "why", "log", "verify", "count", "ask"} <= set(
        COMMANDS
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example_and_json(command: str) -> None:
    result = CliRunner().invoke(app, [command, "--help"])
    assert result.exit_code == 0
    assert "Example" in result.stdout
    assert "--json" in result.stdout


def test_count_gives_the_json_that_is_promised() -> None:
    found = data("count", WARDS / "orkney_2017_ward2.blt", "--rule", "stv-scottish")
    assert (found["rule"], found["seats"], found["quota"]) == ("stv-scottish", 4, 290)
    assert [e["candidate"] for e in found["elected"]] == [5, 6, 2, 1]
    assert found["elected"][0] == {"candidate": 5, "name": "Leslie MANSON", "stage": 1}
    assert found["stages"][1]["totals"][0] == "244.86632"
    assert found["ties"] == []


def test_count_with_other_seats_and_rules() -> None:
    found = data("count", WARDS / "orkney_2017_ward2.blt", "--rule", "stv-scottish", "--seats", "1")
    assert found["quota"] == 1447 // 2 + 1
    assert len(found["elected"]) == 1
    names = {rule["name"] for rule in data("count", "--rules")}
    assert {"fptp", "approval", "stv-scottish", "d-hondt", "sainte-lague"} <= names


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["count", "none.blt"], "there is no file none.blt"),
        (["count"], "name a ballot file"),
        (
            ["count", str(WARDS / "orkney_2017_ward2.blt"), "--rule", "stv-scotish"],
            "Did you mean 'stv-scottish'?",
        ),
        (["ask", RAIL, "decision", "majorty"], "Did you mean majority?"),
        (["ask", RAIL, "weather", "x"], "ask one of: seats, decision, recall, convocation, support, rule"),
        (["ask", RAIL, "decision", "strike", "--given", "yes"], "is not name=value"),
        (["ask", RAIL, "decision", "strike", "--given", "yes=3"], "Give it with --given"),
        (["ask", "none.toml", "decision", "x"], "none.toml cannot be read"),
        (["verify", "/nonexistent"], "there is no directory /nonexistent: create a federation"),
        (["show", "/nonexistent"], "there is no directory"),
        (["new", "/usr", "--template", "federation"], "exists and is not empty"),
        (["new", "/nonexistent/x", "--template", "nothing"], "choose one of: "),
        (["run", "/nonexistent"], "a case is a directory with case.toml and bylaws.toml"),
    ],
)
def test_mistakes_are_answered_in_one_sentence_and_exit_code_2(arguments: list[str], words: str) -> None:
    code, said = mandat(*arguments)
    assert code == 2
    assert words in said
    assert "Traceback" not in said


def test_ask_a_decision_with_its_grounds() -> None:
    code, said = mandat(
        "ask", RAIL, "decision", "strike", "--given", "concerned=5255", "voted=5046", "yes=3014", "cast=4900"
    )
    assert code == 0
    assert "voted >= 1/2 * concerned: 5,046 ≥ 2,627.5, met" in said
    assert "3,014 ≥ 2/3 × 4,900 = 3,266.67, 253 short" in said
    assert "253 more are needed" in said
    assert "→ defeated" in said


def test_ask_answers_as_data() -> None:
    found = data("ask", RAIL, "recall", "delegates", "--given", "withdrawn=51", "--given", "electors=100")
    assert (found["answer"]["outcome"], found["answer"]["article"]) == ("recalled", "4.6")
    assert data("ask", RAIL, "seats", "region.delegates", "--given", "entitled=101")["answer"]["value"] == 2
    seats = data("ask", RAIL, "seats", "congress.delegates", "--given", "paid=0")
    assert seats["answer"]["value"] == 0


def test_ask_in_french() -> None:
    code, said = mandat(
        "ask", RAIL, "recall", "delegates", "--given", "withdrawn=50", "electors=100", "--lang", "fr"
    )
    assert code == 0
    assert "manque 1" in said
    assert "→ non révoqué" in said


def test_check_draws_the_tree_and_its_findings() -> None:
    code, said = mandat("check", RAIL, "--lang", "en")
    assert code in (0, 1)
    assert "congress" in said
    assert "Keys that no act enforces yet" in said
    found = data("check", RAIL)
    assert {"tree", "findings", "unenforced"} <= set(found)


def test_check_names_file_line_key_and_remedy(tmp_path: Path) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_text('mandat = 1\nid = "x"\n[body.club]\ntyp = "assembly"\n')
    code, said = mandat("check", bad)
    assert code == 2
    assert f"{bad}:4" in said or f"{bad}:3" in said
    assert "type" in said


@pytest.fixture(scope="module")
def club(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A federation founded from the template, with a section of five whose members have keys."""
    path = tmp_path_factory.mktemp("mandat") / "club"
    assert data("new", path, "--template", "federation", "--origin", "club.example/log")["index"] == 0
    return path


def test_new_show_log_why_verify(club: Path) -> None:
    assert data("show", club)["people"] >= 1
    log = data("log", club)
    assert (log[0]["act"], log[0]["outcome"]) == ("federation.found", "admitted")
    why = data("why", club, "0")
    assert why["outcome"] == "admitted"
    assert data("verify", club)["verified"] is True
    assert "entrées vérifiées" in mandat("verify", club, "--lang", "fr")[1]


def test_act_refused_and_admitted(club: Path) -> None:
    registrar = club / "keys" / "registrar.key"
    code, said = mandat("act", club, "body.found", "body=nothing/x", "--key", registrar)
    assert code == 1
    assert "Refused" in said
    assert "use a kind that the bylaws name" in said
    code, said = mandat("act", club, "body.found", "nobody=x", "--key", registrar)
    assert code == 2
    assert "its fields are: body, part_of, title" in said
    code, said = mandat("act", club, "no.act", "--key", registrar)
    assert code == 2
    assert "the acts are: " in said
    assert data("log", club, "--refused")[-1]["outcome"] == "refused"


def test_keys_are_made_once(club: Path, tmp_path: Path) -> None:
    file = tmp_path / "ann.key"
    assert len(data("key", club, "ann", file)["key"]) == 44
    code, said = mandat("key", club, "ann", file)
    assert code == 2
    assert "a key is never overwritten" in said


def test_a_tampered_record_fails_with_exit_code_1(tmp_path: Path) -> None:
    import apsw

    path = tmp_path / "fed"
    data("new", path, "--template", "association")
    connection = apsw.Connection(str(path / "record.sqlite"))
    raw = connection.execute("SELECT raw FROM entries WHERE idx = 0").get
    connection.execute(
        "UPDATE entries SET raw = ? WHERE idx = 0", (raw.replace(b"registrar", b"registrer", 1),)
    )
    connection.close()
    code, said = mandat("verify", path)
    assert code == 1
    assert "The record is wrong at entry 0" in said
    assert data("verify", path)["entry"] == 0


def test_unknown_things_are_named(club: Path) -> None:
    for arguments, words in (
        (("show", club, "body", "x"), "there is no body 'x'"),
        (("show", club, "person", "x"), "'x' is not on this record"),
        (("show", club, "seat", "x"), "there is no seat 'x'"),
        (("show", club, "weather", "x"), "cannot be shown"),
        (("why", club, "99"), "there is no act 99"),
        (("why", club, "x"), "is not the number of an act"),
    ):
        code, said = mandat(*arguments)
        assert code == 2
        assert words in said


def test_a_secret_election_from_the_command_line(tmp_path: Path) -> None:
    path = tmp_path / "club"
    bylaws = tmp_path / "club.toml"
    bylaws.write_text(
        'mandat = 1\nid = "club"\n[body.club]\ntype = "assembly"\n[body.board]\ntype = "committee"\n'
        '[body.board.seats.members]\narticle = "2"\nfrom = "club"\nnumber = 1\n'
        'elect = { method = "fptp", ballot = "secret" }\n'
    )
    data("new", path, "--bylaws", bylaws)
    registrar = path / "keys" / "registrar.key"

    def act(*words: str, by: tuple[str, ...] = ("registrar",)) -> int:
        keys = [part for name in by for part in ("--key", str(path / "keys" / f"{name}.key"))]
        return CliRunner().invoke(app, ["act", str(path), *words, *keys]).exit_code

    assert registrar.exists()
    for person in ("ann", "bob", "cy"):
        key = data("key", path, person, path / "keys" / f"{person}.key")["key"]
        assert act("member.enrol", f"person={person}", "body=club", f"key={key}") == 0
    assert act("election.call", "election=e", "line=board.members", "tellers=ann,bob") == 0
    assert act("candidate.nominate", "election=e", "candidates=ann,cy") == 0
    assert act("election.open", "election=e", by=("ann",)) == 0
    assert act("ballot.cast", "election=e", by=("ann",)) != 0
    for person, ballot in (("ann", "2"), ("bob", "2"), ("cy", "1")):
        assert act("ballot.cast", "election=e", "--ballot", ballot, by=(person,)) == 0
    assert act("election.close", "election=e", by=("ann",)) == 0
    assert act("count.enter", "election=e", "--box", "ballots", by=("ann", "bob")) == 0
    assert data("show", path, "body", "board")["posts"][0]["holder"] == "cy"
    assert data("verify", path)["verified"] is True
