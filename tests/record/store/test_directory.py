"""The directory of a record: made whole or recognised as not whole, for its owner only."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from mandat.record.directory import RecordDirectory, create, open_directory
from mandat.record.errors import RecordError
from mandat.record.keys import Signer

ORIGIN = "rail.example/log"


@pytest.fixture
def made(tmp_path: Path) -> RecordDirectory:
    return create(tmp_path / "rail", ORIGIN)


def test_its_layout(made: RecordDirectory) -> None:
    names = sorted(str(path.relative_to(made.path)) for path in made.path.rglob("*"))
    assert names == [
        "act.vkey",
        "keys",
        "keys/act.key",
        "keys/log.key",
        "log.vkey",
        "origin",
        "record.sqlite",
    ]
    assert (made.path / "origin").read_text() == ORIGIN + "\n"
    assert (made.log.name, made.server.name) == (ORIGIN, f"{ORIGIN}/server")


def test_it_is_for_its_owner_only_whatever_the_mask_says(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        made = create(tmp_path / "rail", ORIGIN)
    finally:
        os.umask(before)
    rights = {path.name: path.stat().st_mode & 0o777 for path in (made.path, *made.path.rglob("*"))}
    secret = {"rail": 0o700, "keys": 0o700, "log.key": 0o600, "act.key": 0o600, "record.sqlite": 0o600}
    assert {name: rights[name] for name in secret} == secret


def test_the_keys_on_disk_sign_what_the_public_keys_check(made: RecordDirectory) -> None:
    log, server = open_directory(made.path).signers()
    assert made.log.holds(b"text", log.sign(b"text").signature)
    assert made.server.holds(b"text", server.sign(b"text").signature)


def test_an_empty_directory_may_become_one_and_a_full_one_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    create(tmp_path / "empty", ORIGIN)
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("dear")
    with pytest.raises(RecordError, match="full exists and is not empty: choose a new directory"):
        create(tmp_path / "full", ORIGIN)
    assert [path.name for path in (tmp_path / "full").iterdir()] == ["letter.txt"]
    (tmp_path / "file").touch()
    with pytest.raises(RecordError, match="is not empty"):
        create(tmp_path / "file", ORIGIN)
    with pytest.raises(RecordError, match=r"file/rail could not be created \(Not a directory\)"):
        create(tmp_path / "file" / "rail", ORIGIN)


@pytest.mark.parametrize("origin", ["", "Rail", "rail example", "rail/", "/rail", "rail\n", "rail+log", "é"])
def test_a_name_that_no_note_can_carry_is_refused_before_anything_is_made(
    origin: str, tmp_path: Path
) -> None:
    with pytest.raises(RecordError, match=r"cannot name a log: write it like rail\.example/log"):
        create(tmp_path / "rail", origin)
    assert not (tmp_path / "rail").exists()


def test_whoever_is_interrupted_while_creating_leaves_no_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[int] = []
    real = os.fsync

    def count(descriptor: int) -> None:
        synced.append(descriptor)
        if len(synced) == stop:
            raise KeyboardInterrupt
        real(descriptor)

    monkeypatch.setattr(os, "fsync", count)
    for stop in range(1, 7):
        synced.clear()
        path = tmp_path / str(stop)
        with pytest.raises(KeyboardInterrupt):
            create(path, ORIGIN)
        with pytest.raises(
            RecordError,
            match=r"half created: it lacks .*origin.*\. If “mandat new” was interrupted here, remove",
        ):
            open_directory(path)


@pytest.mark.parametrize("name", ["record.sqlite", "origin", "log.vkey", "act.vkey"])
def test_what_is_missing_is_named(made: RecordDirectory, name: str) -> None:
    (made.path / name).unlink()
    with pytest.raises(RecordError, match=f"it lacks {name}.*otherwise restore the files from a mirror"):
        open_directory(made.path)


def test_a_copy_without_private_keys_is_read_and_not_written(made: RecordDirectory) -> None:
    shutil.rmtree(made.path / "keys")
    copy = open_directory(made.path)
    copy.store(readonly=True).close()
    with pytest.raises(RecordError, match="there is no key file"):
        copy.signers()


def test_keys_of_another_record_are_refused(made: RecordDirectory) -> None:
    (made.path / "keys" / "log.key").unlink()
    Signer.generate(ORIGIN).save(made.path / "keys" / "log.key")
    with pytest.raises(
        RecordError, match=r"log\.key is not the private half of rail\.example/log\+.*put back the key file"
    ):
        made.signers()
    (made.path / "log.vkey").write_text(Signer.generate("other.example/log").vkey)
    with pytest.raises(
        RecordError, match=r"is the key of other\.example/log, the record is rail\.example/log"
    ):
        open_directory(made.path)


def test_files_that_are_no_text_are_named(made: RecordDirectory) -> None:
    (made.path / "origin").write_bytes(b"\xff\xfe")
    with pytest.raises(RecordError, match="origin cannot be read"):
        open_directory(made.path)
