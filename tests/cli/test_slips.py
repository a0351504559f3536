"""Slips of a newcomer: each is answered in one sentence, and nothing is half done."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from pathlib import Path

import apsw
import msgspec
import pytest

import mandat as package
from mandat.federation.engine import RULES
from mandat.instants import Instant
from mandat.record.directory import create
from mandat.record.keys import Signer
from mandat.service.author import person_key_name
from mandat.service.founding import found
from mandat.service.writer import Writer
from tests.federation.bylaws import RAIL

RUN = [sys.executable, "-c", "from mandat.cli.app import main; main()"]
WARDS = Path(__file__).parent.parent.parent / "src" / "mandat" / "demo" / "data" / "scotland"
SOURCE = str(Path(package.__file__).parents[1])  # the very code that these tests import
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": "/nonexistent", "PYTHONPATH": SOURCE}


def mandat(*arguments: object, **environment: str) -> tuple[int, str]:
    done = subprocess.run(
        [*RUN, *map(str, arguments)],
        capture_output=True,
        check=False,
        text=True,
        env=ENVIRONMENT | environment,
    )
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout + done.stderr


def on_a_terminal(*arguments: object, columns: int = 80) -> list[str]:
    """Run a command on a terminal of so many columns; return the lines as they stand there."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    done = subprocess.Popen(
        [*RUN, *map(str, arguments)],
        stdout=theirs,
        stderr=theirs,
        env=ENVIRONMENT | {"TERM": "xterm", "NO_COLOR": "1"},
    )
    os.close(theirs)
    said = b""
    try:
        while part := os.read(ours, 65536):
            said += part
    except OSError:  # the program has closed its end
        pass
    os.close(ours)
    done.wait()
    return re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", said.decode()).replace("\r\n", "\n").splitlines()


@pytest.fixture(scope="module")
def rail(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("slips") / "rail"
    assert mandat("new", directory, "--template", "federation")[0] == 0
    key = directory / "keys" / "registrar.key"
    assert mandat("act", directory, "body.found", "body=region/north", "--key", key)[0] == 0
    ayr = ("body=section/ayr", "part_of=region/north")
    assert mandat("act", directory, "body.found", *ayr, "--key", key)[0] == 0
    return directory


def entries(directory: Path) -> int:
    code, said = mandat("verify", directory, "--json")
    assert code == 0
    found = json.loads(said)["entries"]
    assert isinstance(found, int)
    return found


def test_a_slip_in_the_language_leaves_no_act_on_the_record(rail: Path) -> None:
    before = entries(rail)
    key = rail / "keys" / "registrar.key"
    code, said = mandat("act", rail, "body.found", "body=region/south", "--key", key, "--lang", "xx")
    assert (code, entries(rail)) == (2, before)
    assert "'xx' is none of" in said


@pytest.mark.parametrize(
    ("slip", "words"),
    [
        (["--template", "federation", "--lang", "xx"], "is none of"),
        (["--template", "federation", "--registrar", "A B"], "--registrar 'A B' is not an id"),
        (["--template", "federation", "--bylaws", "x.toml"], "give --bylaws or --template, not both"),
    ],
)
def test_a_slip_in_new_leaves_no_directory(tmp_path: Path, slip: list[str], words: str) -> None:
    code, said = mandat("new", tmp_path / "x", *slip)
    assert code == 2
    assert words in said
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize(
    ("act", "words"),
    [
        (["body.found", "body=region/a", "body=region/b"], "body stands twice"),
        (["ballot.cast", "election=e", "--ballot", "1,,2"], "as numbers such as 2,1,3"),
        (["vote.count", "motion=m", "yes=--7"], "not well-formed"),
        (["count.enter", "election=e", "--blob", "ballots"], "is not field=FILE, such as ballots=lyon.blt"),
        (["power.exercise", "power=x", "--sealed", "--blob", "text=a"], "--sealed goes without --blob"),
    ],
)
def test_a_slip_in_an_act_is_not_taken(rail: Path, act: list[str], words: str) -> None:
    before = entries(rail)
    code, said = mandat("act", rail, *act, "--key", rail / "keys" / "registrar.key")
    assert (code, entries(rail)) == (2, before)
    assert words in said


def test_a_number_may_begin_with_zeros(rail: Path) -> None:
    numbers = ("yes=007", "no=0", "abstain=0", "invalid=0")
    code, said = mandat(
        "act", rail, "vote.count", "motion=m", *numbers, "--key", rail / "keys" / "registrar.key"
    )
    assert code == 1
    assert "Refused" in said


def test_a_key_goes_into_a_directory_that_is_there(rail: Path, tmp_path: Path) -> None:
    code, said = mandat("key", rail, "m-1", tmp_path / "none" / "m-1.key")
    assert code == 2
    assert "m-1.key cannot be written (No such file or directory): check the path" in said


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("body,person\n", "list.csv names nobody"),
        ('body,person\nsection/ayr,"m-1\n' + "section/ayr,m-2\n" * 9000, "is not CSV (field larger than"),
    ],
)
def test_a_list_that_names_nobody_is_not_imported(rail: Path, tmp_path: Path, text: str, words: str) -> None:
    before, file = entries(rail), tmp_path / "list.csv"
    file.write_text(text, newline="")
    code, said = mandat("import", rail, file, "--key", rail / "keys" / "registrar.key")
    assert (code, entries(rail)) == (2, before)
    assert words in said


def test_a_dropped_entry_is_a_wrong_record(rail: Path, tmp_path: Path) -> None:
    subprocess.run(["/bin/cp", "-r", rail, tmp_path / "altered"], check=True)
    connection = apsw.Connection(str(tmp_path / "altered" / "record.sqlite"))
    connection.execute("DELETE FROM entries WHERE idx = 2")
    connection.close()
    code, said = mandat("verify", tmp_path / "altered")
    assert code == 1
    assert "The record is wrong at entry 2: entry 2 is missing" in said


def test_a_line_number_of_100_is_no_picture(tmp_path: Path) -> None:
    bad = tmp_path / "b.toml"
    bad.write_text('mandat = 1\nid = "x"\n' + "#\n" * 97 + "typ = 1\n")
    code, said = mandat("check", bad)
    assert code == 2
    assert "b.toml:100:1:" in said


def test_a_tree_in_a_file_loses_no_article() -> None:
    code, said = mandat("check", WARDS.parent.parent.parent / "bylaws" / "templates" / "federation.toml")
    assert code == 0
    assert "have withdrawn confidence art. 5.2" in said


def test_a_terminal_without_the_signs_still_gets_an_answer(rail: Path) -> None:
    code, said = mandat("verify", rail, PYTHONIOENCODING="ascii", LC_ALL="C")
    assert code == 0
    assert said.startswith("? ")


def test_a_full_disk_is_said_in_a_sentence(rail: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*RUN, "log", str(rail)], stdout=full, stderr=subprocess.PIPE, env=ENVIRONMENT, check=False
        )
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert "the answer cannot be written (No space left on device)" in done.stderr.decode()


def test_the_demo_where_nothing_may_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    code, said = mandat("demo", "--report", tmp_path / "file" / "report")
    assert code == 2
    assert "cannot be read or written (Not a directory)" in said


def test_stages_that_do_not_fit_go_below_each_other() -> None:
    lines = on_a_terminal("count", WARDS / "east_renfrewshire_2017_ward4.blt")
    assert all(len(line) <= 80 for line in lines)
    assert not any("…" in line for line in lines)
    heads = [line.split() for line in lines if line.split() and line.replace(" ", "").isdigit()]
    assert [int(number) for head in heads for number in head] == list(range(1, 11))
    assert sum("Annette IRELAND" in line for line in lines) == len(heads) + 1


def test_seats_that_do_not_fit_go_below_each_other(rail: Path) -> None:
    lines = on_a_terminal("show", rail, "person", "registrar", columns=40)
    assert any(line.startswith("  key: ") for line in lines)
    wide = on_a_terminal("show", rail, "person", "registrar", columns=120)
    assert any(line.split() == ["key", "since", "until"] for line in wide)


def test_grounds_hang_under_their_text(rail: Path) -> None:
    lines = on_a_terminal("why", rail, "4", "--full", columns=60)
    assert any(line.startswith("  ✓ ") for line in lines)
    following = [line for line in lines[2:] if not line.lstrip().startswith(("✓", "→", "effects"))]
    assert following
    assert all(line.startswith("    ") for line in following if line.strip())


def test_a_record_of_other_rules_is_checked_but_for_its_rulings_and_nothing_is_written_to_it(
    tmp_path: Path,
) -> None:
    other = msgspec.structs.replace(RULES, version=RULES.version + 1)
    directory = create(tmp_path / "later", "later.example/log")
    store = directory.store()
    writer = Writer(store, directory.origin, *directory.signers(), lambda: Instant(0), {other.version: other})
    registrar = Signer.from_seed_text(person_key_name(directory.origin, "registrar"), "registrar")
    found(writer, RAIL, "registrar", registrar)
    store.close()

    code, said = mandat("verify", directory.path, COLUMNS="300")
    assert code == 3
    assert "2 entries checked: signatures, order and hashes agree. The rulings were not repeated" in said
    code, said = mandat("verify", directory.path, "--json")
    assert (code, json.loads(said)["verified"], json.loads(said)["rules"]) == (3, False, other.version)
    code, said = mandat("show", directory.path, "federation")
    assert (code, said.count(f"made by version {other.version} of the rules")) == (2, 1)
