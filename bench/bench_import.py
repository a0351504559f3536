"""Import: `mandat import` of 100,000 members, beside Polars reading the same CSV and writing it to SQLite by ADBC

The whole command: preview with every line checked, one signed act that names the list, judged, in one durable commit, and
names and addresses in the private register. Polars only parses the file and writes one table, unchecked.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import polars as pl
from typer.testing import CliRunner

from bench.federation import BYLAWS, REGISTRAR, Section, key_of, new_record, office, public_text, sections
from bench.measure import Figure, peak_memory_mib
from mandat.cli.app import app
from mandat.record.directory import open_directory
from mandat.service.founding import found

MEMBERS = 100_000
SECTIONS = 100
GOAL = 20
_RUNS = 3


def figures() -> Iterator[Figure]:
    """The command and Polars in turns, the better of the runs of each; then the same file without keys."""
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        every = sections(SECTIONS, MEMBERS // SECTIONS)
        _found(here / "base", every)
        for title, keys in (("with keys", True), ("without keys", False)):
            file = here / f"{title}.csv"
            _write(file, every, keys)
            turns = [(_import(here, file), _polars(here, file)) for _ in range(_RUNS)]
            ours, theirs = map(min, zip(*turns, strict=True))
            beside = ("Polars, CSV to SQLite", theirs)
            yield Figure(f"{MEMBERS:,} members {title}", ours, "s", beside, GOAL, higher_is_better=False)
    yield Figure("peak memory", peak_memory_mib(), "MiB")


def _found(base: Path, every: Sequence[Section]) -> None:
    """Found a federation with empty sections in ``base``, and save the registrar's key beside it."""
    directory = new_record(base)
    store = directory.store()
    here = office(directory, store)
    found(here.writer, BYLAWS, REGISTRAR, here.key(REGISTRAR))
    for section in every:
        here.do([REGISTRAR], "body.found", body=section.id)
    store.close()
    key_of(REGISTRAR).save(base.parent / "registrar.key")


def _write(file: Path, every: Sequence[Section], keys: bool) -> None:
    """Write the spreadsheet as a secretary has it, with names and addresses."""
    people = [(person, section.id) for section in every for person in section.members]
    columns = {
        "number": [person for person, _ in people],
        "section": [body for _, body in people],
        "name": [f"Élodie Martin-Durand {person}" for person, _ in people],
        "mail": [f"{person}@rail.example" for person, _ in people],
    }
    if keys:
        columns["key"] = [public_text(person) for person, _ in people]
    pl.DataFrame(columns).write_csv(file)


def _import(here: Path, file: Path) -> float:
    """Run the command on a copy of the record; return the seconds."""
    shutil.copytree(here / "base", here / "run")
    arguments = ["import", str(here / "run"), str(file), "--key", str(here / "registrar.key"), "--lang", "en"]
    began = time.perf_counter()
    result = CliRunner().invoke(app, arguments)
    took = time.perf_counter() - began
    assert result.exit_code == 0, result.output
    _check(here / "run")
    shutil.rmtree(here / "run")
    return took


def _check(path: Path) -> None:
    directory = open_directory(path)
    store = directory.store()
    assert len(office(directory, store).writer.state.members.people) >= MEMBERS
    store.close()


def _polars(here: Path, file: Path) -> float:
    """Let Polars do what it can of it; return the seconds."""
    database = here / "polars.sqlite"
    began = time.perf_counter()
    rows = pl.read_csv(file).write_database("members", f"sqlite:///{database}", engine="adbc")
    took = time.perf_counter() - began
    assert rows == MEMBERS
    database.unlink()
    return took
