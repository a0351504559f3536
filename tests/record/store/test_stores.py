"""Both stores under one contract; crashes, locks and damage for the one on disk."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import apsw
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from mandat.record.blobs import Audience, Blob
from mandat.record.boxes import ElectionBox
from mandat.record.directory import create, open_directory
from mandat.record.errors import RecordError
from mandat.record.pen import Pen, PenTakenError
from mandat.record.store.interface import Group, Head, Store, StoreError
from mandat.record.store.memory import MemoryStore
from mandat.record.store.sqlite import SQLiteStore
from tests.record.store.contract import StoreContract, group


class TestMemoryStore(StoreContract):
    @pytest.fixture
    def store(self) -> Store:
        return MemoryStore()


class TestSQLiteStore(StoreContract):
    @pytest.fixture
    def store(self, tmp_path: Path) -> Iterator[Store]:
        store = SQLiteStore(tmp_path / "record.sqlite")
        yield store
        store.close()

    def test_what_was_appended_is_there_after_reopening(self, tmp_path: Path) -> None:
        store = SQLiteStore(tmp_path / "r.sqlite")
        first = group(None, b"a", blobs=(Blob(b"s" * 16, b"text"),))
        store.append(first)
        store.close()
        again = SQLiteStore(tmp_path / "r.sqlite", readonly=True)
        assert again.head() == first.checkpoint
        assert list(again.entries(0)) == [b"a"]
        with pytest.raises(StoreError, match=r"cannot be opened|read"):
            again.append(group(first.checkpoint, b"b"))
        again.close()

    def test_it_is_synced_and_in_wal(self, tmp_path: Path) -> None:
        store = SQLiteStore(tmp_path / "r.sqlite")
        run = store._connection.execute
        assert run("PRAGMA journal_mode").get == "wal"
        assert run("PRAGMA synchronous").get == 2  # FULL
        assert tuple(map(int, apsw.sqlite_lib_version().split("."))) >= (3, 51, 3)
        store.close()

    def test_files_that_are_no_record(self, tmp_path: Path) -> None:
        (tmp_path / "x").write_bytes(b"not a database at all, but long enough to have a header" * 40)
        with pytest.raises(StoreError, match="damaged or no record"):
            SQLiteStore(tmp_path / "x")
        with pytest.raises(StoreError, match="cannot be opened"):
            SQLiteStore(tmp_path / "nothing", readonly=True)

    def test_a_newer_format_is_refused(self, tmp_path: Path) -> None:
        store = SQLiteStore(tmp_path / "r.sqlite")
        store._connection.execute("PRAGMA user_version = 9")
        store.close()
        with pytest.raises(StoreError, match="has format 9; this program knows 2: update the program"):
            SQLiteStore(tmp_path / "r.sqlite")

    @pytest.mark.parametrize("statement", range(1, 8))
    def test_whatever_statement_fails_nothing_of_the_group_stays(
        self, tmp_path: Path, statement: int
    ) -> None:
        store = SQLiteStore(tmp_path / "r.sqlite")
        first = group(None, b"a")
        store.append(first)
        seen = 0

        def fail(cursor: object, sql: str, bindings: object) -> bool:
            nonlocal seen
            del cursor, bindings
            seen += not sql.startswith(("SELECT", "ROLLBACK"))
            if seen == statement and not sql.startswith("ROLLBACK"):
                raise apsw.FullError("injected")
            return True

        store._connection.exec_trace = fail
        whole = group(
            first.checkpoint,
            b"b",
            b"c",
            blobs=(Blob(b"s" * 16, b"t"),),
            ballots=((ElectionBox("e"), b"[1]"),),
        )
        said = ""
        try:
            store.append(whole)
        except StoreError as error:
            said = str(error)
        failed = bool(said)
        store._connection.exec_trace = None
        store.close()
        again = SQLiteStore(tmp_path / "r.sqlite")
        assert not failed or "disk is full" in said
        expected = [b"a"] if failed else [b"a", b"b", b"c"]
        assert list(again.entries(0)) == expected
        assert again.head() == (first if failed else whole).checkpoint
        assert len(again.box(ElectionBox("e"))) == (0 if failed else 1)
        again.close()


class StoresAgree(RuleBasedStateMachine):
    """Whatever is appended, both stores say the same."""

    @initialize()
    def begin(self) -> None:
        self.memory = MemoryStore()
        self.directory = TemporaryDirectory()
        self.sqlite = SQLiteStore(Path(self.directory.name) / "r.sqlite")
        self.last: Head | None = None
        self.number = 0

    @rule(count=st.integers(1, 4), ballots=st.lists(st.binary(max_size=3), max_size=3), blob=st.booleans())
    def append(self, count: int, ballots: list[bytes], blob: bool) -> None:
        entries = [b"%d" % (self.number + n) for n in range(count)]
        self.number += count
        blobs = (Blob(b"s" * 16, entries[0]),) if blob else ()
        made = group(self.last, *entries, blobs=blobs, ballots=tuple((ElectionBox("e"), b) for b in ballots))
        self._both(made)
        self.last = made.checkpoint

    @rule()
    def append_stale(self) -> None:
        made = group(Head(self.number + 7, bytes(32), b""), b"stale")
        self._both(made)

    @rule()
    def empty(self) -> None:
        self.number += 1
        made = group(self.last, b"%d" % (self.number - 1), emptied=(ElectionBox("e"),))
        self._both(made)
        self.last = made.checkpoint

    @rule()
    def append_twice(self) -> None:
        if self.last is not None:
            self._both(group(self.last, b"0", b"twice"))
        self._both(group(self.last, b"twice", b"twice"))

    @rule(number=st.integers(0, 4), audience=st.sampled_from(("public", "sealed")))
    def upload(self, number: int, audience: Audience) -> None:
        for store in (self.memory, self.sqlite):
            store.keep_blob(Blob(b"s" * 16, b"%d" % number, audience))

    @rule(numbers=st.sets(st.integers(0, 4)))
    def sweep(self, numbers: set[int]) -> None:
        named = {Blob(b"s" * 16, b"%d" % number).name for number in numbers}
        assert self.memory.sweep_blobs(named) == self.sqlite.sweep_blobs(named)

    @rule()
    def reopen(self) -> None:
        self.sqlite.close()
        self.sqlite = SQLiteStore(self.sqlite.path)

    def _both(self, made: Group) -> None:
        errors: list[type[StoreError] | None] = []
        for store in (self.memory, self.sqlite):
            try:
                store.append(made)
                errors.append(None)
            except StoreError as error:
                errors.append(type(error))
        assert errors[0] == errors[1]

    @invariant()
    def same(self) -> None:
        if not hasattr(self, "memory"):
            return
        assert list(self.memory.entries(0)) == list(self.sqlite.entries(0))
        assert self.memory.head() == self.sqlite.head()
        assert self.memory.box(ElectionBox("e")) == self.sqlite.box(ElectionBox("e"))
        assert self.memory.blob_names() == self.sqlite.blob_names()
        for name in self.memory.blob_names():
            assert self.memory.blob(name) == self.sqlite.blob(name)
        assert list(self.memory.leaves()) == list(self.sqlite.leaves())
        assert list(self.memory.heads()) == list(self.sqlite.heads())

    def teardown(self) -> None:
        if hasattr(self, "sqlite"):
            self.sqlite.close()
            self.directory.cleanup()


TestStoresAgree = StoresAgree.TestCase
TestStoresAgree.settings = settings(max_examples=20, stateful_step_count=15, deadline=None)

WRITER = """
import sys, itertools
from pathlib import Path
from mandat.record.store.sqlite import SQLiteStore
from tests.record.store.contract import group
store = SQLiteStore(Path(sys.argv[1]))
last = store.head()
for number in itertools.count(last.size if last else 0):
    made = group(last, b"entry %d" % number)
    store.append(made)
    last = made.checkpoint
    print(number, flush=True)
"""


@pytest.mark.parametrize("moment", [0.0, 0.013, 0.05, 0.11])
def test_kill_9_at_any_moment_loses_nothing_that_was_answered(tmp_path: Path, moment: float) -> None:
    path = tmp_path / "r.sqlite"
    answered = -1
    for _ in range(2):
        process = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(moment)
        os.kill(process.pid, signal.SIGKILL)
        lines = (first + process.stdout.read()).splitlines()
        process.stdout.close()
        process.wait()
        complete = [int(line) for line in lines if line.isdecimal()]
        answered = max(answered, *complete)
        store = SQLiteStore(path)
        entries = list(store.entries(0))
        head = store.head()
        store.close()
        assert head is not None
        assert head.size == len(entries) > answered
        assert entries == [b"entry %d" % number for number in range(len(entries))]


def test_one_pen(tmp_path: Path) -> None:
    with Pen(tmp_path), pytest.raises(PenTakenError, match=rf"another process \(pid {os.getpid()}\)"):
        Pen(tmp_path)
    Pen(tmp_path).release()


def test_a_killed_process_lets_go_of_the_pen(tmp_path: Path) -> None:
    code = (
        "import sys,time; from pathlib import Path; from mandat.record.pen import Pen; p=Pen(Path(sys.argv[1])); "
        "print(1,flush=True); time.sleep(60)"
    )
    process = subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.readline()
    with pytest.raises(PenTakenError, match=f"pid {process.pid}"):
        Pen(tmp_path)
    process.kill()
    process.stdout.close()
    process.wait()
    Pen(tmp_path).release()


def test_a_directory_is_created_once_with_private_keys(tmp_path: Path) -> None:
    made = create(tmp_path / "rail", "rail.example/log")
    assert open_directory(made.path).log.vkey == made.log.vkey
    assert (made.path / "keys").stat().st_mode & 0o777 == 0o700
    for key in (made.path / "keys").iterdir():
        assert key.stat().st_mode & 0o777 == 0o600
    with pytest.raises(RecordError, match="exists and is not empty"):
        create(made.path, "rail.example/log")
    with pytest.raises(RecordError, match="cannot name a log"):
        create(tmp_path / "other", "Not an origin!")
    with pytest.raises(RecordError, match="there is no directory"):
        open_directory(tmp_path / "none")
    (made.path / "act.vkey").unlink()
    with pytest.raises(RecordError, match=r"half created: it lacks act\.vkey"):
        open_directory(made.path)
