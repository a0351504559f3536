"""A copy of a record that is being written."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from mandat.record.directory import create, open_directory
from mandat.record.errors import RecordError
from mandat.record.store.private import People, PrivateEntry
from mandat.record.verify import verify
from mandat.service import published
from mandat.service.author import Author, person_key
from mandat.service.backup import back_up
from mandat.service.founding import found
from mandat.service.opening import writing

ORIGIN = "rail.example/log"


def test_whole_while_the_writer_goes_on(tmp_path: Path) -> None:
    directory, key = create(tmp_path / "rail", ORIGIN), person_key(ORIGIN, "registrar")
    register = People(directory.people)
    register.put([PrivateEntry("m-1", "Élodie", "")])
    with writing(directory.path) as writer:
        found(writer, published.text("template", "federation"), "registrar", key)
        made = back_up(directory, tmp_path / "copy")
        receipt = writer.submit(
            Author(ORIGIN, [key]).act({"act": "body.found", "body": "section/lyon"}, writer.head)
        )
    register.close()
    assert (made.size, receipt.index) == (2, 2)
    copy = open_directory(tmp_path / "copy")
    store = copy.store(readonly=True)
    checked = verify(store, copy.origin, copy.log, copy.server)
    store.close()
    assert (checked.entries, checked.root) == (2, made.root)
    names = People(copy.people, readonly=True)
    assert names.get("m-1") == PrivateEntry("m-1", "Élodie", "")
    names.close()
    assert (tmp_path / "copy").stat().st_mode & 0o077 == 0


def test_does_not_write_without_the_keys(tmp_path: Path) -> None:
    directory = create(tmp_path / "rail", ORIGIN)
    back_up(directory, tmp_path / "copy")
    with pytest.raises(RecordError, match="key"), writing(tmp_path / "copy"):
        pass


def test_never_over_an_earlier_one_nor_half(tmp_path: Path) -> None:
    directory = create(tmp_path / "rail", ORIGIN)
    back_up(directory, tmp_path / "copy")
    with pytest.raises(RecordError, match="exists already: name a new directory"):
        back_up(directory, tmp_path / "copy")
    shutil.rmtree(tmp_path / "copy")
    (directory.path / "act.vkey").unlink()
    with pytest.raises(RecordError, match="nothing of it stays"):
        back_up(directory, tmp_path / "copy")
    assert [each.name for each in tmp_path.iterdir()] == ["rail"]
