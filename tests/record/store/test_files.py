"""Files of SQLite at the border: who may read them, whose they are, what is said when they fail."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest

from mandat.record.blobs import Blob
from mandat.record.boxes import ElectionBox
from mandat.record.store.interface import MissingEntryError, StoreError
from mandat.record.store.sqlite import SQLiteStore
from tests.record.store.contract import group

OPENING = group(None, b"a", b"b", b"c", ballots=((ElectionBox("e"), b"[1, 2, 3, 4, 5, 6, 7, 8, 9]"),))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A record of three entries, cleanly closed."""
    path = tmp_path / "record.sqlite"
    store = SQLiteStore(path)
    store.append(OPENING)
    store.close()
    return path


@pytest.fixture
def store(path: Path) -> Iterator[SQLiteStore]:
    store = SQLiteStore(path)
    yield store
    store.close()


def change(path: Path, statement: str) -> None:
    """Tamper with a file by another program."""
    connection = apsw.Connection(str(path))
    connection.execute(statement)
    connection.close()


def test_only_the_owner_may_read_the_file_and_its_wal(store: SQLiteStore) -> None:
    store.append(group(store.head(), b"d"))
    files = list(store.path.parent.glob("record.sqlite*"))
    assert len(files) == 3  # with its WAL and the index of the WAL
    assert {file.stat().st_mode & 0o777 for file in files} == {0o600}


def test_a_reader_sees_whole_groups_while_another_writes(store: SQLiteStore) -> None:
    reader = SQLiteStore(store.path, readonly=True)
    store._connection.execute("BEGIN IMMEDIATE")
    store._connection.execute("INSERT INTO entries VALUES (3, x'01', x'02')")
    assert len(list(reader.entries(0))) == 3
    store._connection.execute("ROLLBACK")
    store.append(group(store.head(), b"d"))
    assert reader.entry(3) == b"d"
    reader.close()


def test_a_reader_writes_nothing_and_does_not_checkpoint(path: Path) -> None:
    store = SQLiteStore(path)
    store.append(group(store.head(), b"d"))
    before = path.read_bytes()
    reader = SQLiteStore(path, readonly=True)
    with pytest.raises(StoreError, match="may only be read: check who owns the file"):
        reader.append(group(reader.head(), b"e"))
    with pytest.raises(StoreError, match="may only be read: check who owns the file"):
        reader.keep_blob(Blob(b"1" * 16, b""))
    # The writer is gone without having closed; the reader is the last to close.
    store._connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
    store.close()
    reader.close()
    assert path.read_bytes() == before
    assert path.with_name("record.sqlite-wal").stat().st_size > 0


def test_a_copy_is_read_where_nothing_may_be_written(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    reader = SQLiteStore(path, readonly=True)
    assert list(reader.entries(0)) == [b"a", b"b", b"c"]
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    reader.close()


def test_the_name_of_a_file_may_hold_anything(tmp_path: Path) -> None:
    path = tmp_path / "a b?c#d%20é.sqlite"
    SQLiteStore(path).close()
    SQLiteStore(path, readonly=True).close()
    assert path.exists()


def test_a_database_of_another_program_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    change(path, "CREATE TABLE songs (title)")
    before = path.read_bytes()
    for readonly in (False, True):
        with pytest.raises(
            StoreError, match="is the database of another program, not a record: check the path"
        ):
            SQLiteStore(path, readonly=readonly)
    assert path.read_bytes() == before


def test_other_tables_under_our_name_are_refused(path: Path) -> None:
    change(path, "CREATE VIEW more AS SELECT 1")
    with pytest.raises(StoreError, match="has other tables than a record"):
        SQLiteStore(path, readonly=True)


def test_an_empty_file_left_by_a_crash_becomes_a_record(tmp_path: Path) -> None:
    path = tmp_path / "record.sqlite"
    path.touch()
    with pytest.raises(StoreError, match="not a record"):
        SQLiteStore(path, readonly=True)
    store = SQLiteStore(path)
    store.append(OPENING)
    store.close()


def test_a_directory_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"cannot be created .*check that its directory exists"):
        SQLiteStore(tmp_path / "none" / "record.sqlite")
    with pytest.raises(StoreError, match="cannot be opened: check that it exists"):
        SQLiteStore(tmp_path / "none" / "record.sqlite", readonly=True)


def test_a_gap_is_told_from_the_end(path: Path) -> None:
    change(path, "DELETE FROM entries WHERE idx = 1")
    store = SQLiteStore(path, readonly=True)
    with pytest.raises(
        MissingEntryError, match=r"entry 1 is missing from the storage\. Restore the record"
    ) as caught:
        list(store.entries(0))
    assert caught.value.index == 1
    with pytest.raises(MissingEntryError):
        list(store.leaves())
    store.close()


def test_damage_in_the_middle_is_found_by_the_check(path: Path) -> None:
    content = bytearray(path.read_bytes())
    place = content.rindex(b"[1, 2, 3")
    content[place - 40 : place] = bytes(40)
    path.write_bytes(content)
    store = SQLiteStore(path, readonly=True)
    with pytest.raises(StoreError, match=r"is damaged .*Restore it from a mirror or a backup"):
        store.check()
    store.close()


def test_a_value_of_another_type_is_found_by_the_check(path: Path) -> None:
    connection = apsw.Connection(str(path))
    connection.execute("PRAGMA writable_schema = ON")
    ours = connection.execute("SELECT sql FROM sqlite_schema WHERE name = 'entries'").get
    loose = ours.replace(" STRICT", "")
    connection.execute("UPDATE sqlite_schema SET sql = ? WHERE name = 'entries'", (loose,))
    connection.close()
    change(path, "UPDATE entries SET raw = 'a text' WHERE idx = 1")
    connection = apsw.Connection(str(path))
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute("UPDATE sqlite_schema SET sql = ? WHERE name = 'entries'", (ours,))
    connection.close()
    store = SQLiteStore(path, readonly=True)
    with pytest.raises(StoreError, match=r"non-BLOB value in entries\.raw"):
        store.check()
    store.close()


def test_a_full_disk_loses_nothing_and_can_be_freed(store: SQLiteStore) -> None:
    run = store._connection.execute
    run(f"PRAGMA max_page_count = {run('PRAGMA page_count').get + 2}")
    last = store.head()
    with pytest.raises(
        StoreError, match=r"the disk is full\. Free some space and try again; nothing was lost"
    ):
        store.append(group(last, b"d", b"x" * 60_000))
    assert store.head() == last
    run("PRAGMA max_page_count = 1000000")
    store.append(group(last, b"d", b"x" * 60_000))
    assert len(list(store.entries(0))) == 5


def test_a_lock_of_another_program_is_said(store: SQLiteStore) -> None:
    other = apsw.Connection(str(store.path))
    other.execute("BEGIN IMMEDIATE")
    store._connection.set_busy_timeout(1)
    with pytest.raises(StoreError, match=r"is locked by another program\. Close it and try again"):
        store.append(group(store.head(), b"d"))
    other.execute("ROLLBACK")
    other.close()
    store.append(group(store.head(), b"d"))


def test_a_closed_store_says_so(path: Path) -> None:
    store = SQLiteStore(path)
    store.close()
    with pytest.raises(StoreError, match="was closed already: open it again"):
        store.head()


def test_an_emptied_box_leaves_no_ballot_in_any_file(store: SQLiteStore) -> None:
    def holds() -> bool:
        return any(b"[1, 2, 3, 4" in file.read_bytes() for file in store.path.parent.iterdir())

    assert holds()
    store.append(group(store.head(), b"d", ballots=((ElectionBox("e"), b"[1, 2, 3, 4, 9]"),)))
    store.append(group(store.head(), b"f", emptied=(ElectionBox("e"),)))
    assert not holds()


def test_a_box_is_emptied_although_somebody_reads(store: SQLiteStore) -> None:
    reader = apsw.Connection(str(store.path), flags=apsw.SQLITE_OPEN_READONLY)
    store._connection.set_busy_timeout(1)
    reader.execute("BEGIN")
    assert reader.execute("SELECT count(*) FROM entries").get == 3
    store.append(group(store.head(), b"d", emptied=(ElectionBox("e"),)))
    assert store.box(ElectionBox("e")) == ()
    reader.close()


def test_where_ballots_lie_does_not_follow_the_order_of_votes(store: SQLiteStore) -> None:
    cast = [b"%03d" % number for number in range(40)]
    for ballot in cast:
        store.append(group(store.head(), b"vote " + ballot, ballots=((ElectionBox("x"), ballot),)))
    lying = [row[0] for row in store._connection.execute("SELECT ballot FROM box WHERE name = 'x'")]
    assert sorted(lying) == cast
    assert lying != cast


def test_a_copy_of_the_directory_taken_after_a_kill_is_whole(store: SQLiteStore, tmp_path: Path) -> None:
    store.append(group(store.head(), b"d"))
    copy = tmp_path / "copy"
    shutil.copytree(store.path.parent, copy, ignore=shutil.ignore_patterns("copy"))
    found = SQLiteStore(copy / "record.sqlite")
    assert list(found.entries(0)) == [b"a", b"b", b"c", b"d"]
    found.close()
