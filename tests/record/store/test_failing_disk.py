"""Every write and every sync of a group fails once; the power fails at every moment. The record is the old or the new one."""

from __future__ import annotations

import random
from contextlib import suppress
from pathlib import Path

import pytest

from mandat.record.blobs import Blob
from mandat.record.boxes import ElectionBox
from mandat.record.store.interface import Group, Head, StoreError
from mandat.record.store.sqlite import SQLiteStore
from tests.record.store.contract import group
from tests.record.store.disk import Event, after_power_failure, disk_under_test

FILE = "record.sqlite"
OPENING = group(None, b"founding", blobs=(Blob(b"b" * 16, b"bylaws"),))
LONG = group(
    OPENING.checkpoint,
    *(b"%d" % number * 2_000 for number in range(9)),
    blobs=(Blob(b"s" * 16, b"text" * 3_000, "sealed"),),
    ballots=((ElectionBox("e"), b"[1]"), (ElectionBox("e"), b"[2]")),
)
CLOSING = group(LONG.checkpoint, b"close", emptied=(ElectionBox("e"),))
GROUPS = (OPENING, LONG, CLOSING, group(CLOSING.checkpoint, b"last", ballots=((ElectionBox("f"), b"[3]"),)))


def contents(path: Path) -> tuple[Head | None, list[bytes], list[bytes], tuple[str, ...], tuple[bytes, ...]]:
    """All that a new process finds, once the storage says that it is sound."""
    store = SQLiteStore(path)
    store.check()
    found = (
        store.head(),
        list(store.entries(0)),
        list(store.leaves()),
        store.blob_names(),
        store.box(ElectionBox("e")) + store.box(ElectionBox("f")),
    )
    store.close()
    return found


def expected(groups: tuple[Group, ...], path: Path) -> object:
    """All that a store holds which these groups were appended to."""
    store = SQLiteStore(path)
    for each in groups:
        store.append(each)
    store.close()
    return contents(path)


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> list[object]:
    """``states[n]``: what the record holds after the first n groups."""
    directory = tmp_path_factory.mktemp("states")
    return [expected(GROUPS[:count], directory / str(count)) for count in range(len(GROUPS) + 1)]


def failing_append(
    number: int, how: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[str | None, Path]:
    """Append ``LONG`` while event ``number`` fails; return the error's words (None: there was no such event) and the file."""
    path = tmp_path / f"{how}-{number}.sqlite"
    with disk_under_test(monkeypatch) as disk:
        store = SQLiteStore(path)
        store.append(OPENING)
        left = number

        def fault(_: Event) -> str | None:
            nonlocal left
            left -= 1
            return how if left == -1 else None

        disk.fault = fault
        said = None
        try:
            store.append(LONG)
        except StoreError as error:
            said = str(error)
        if said is not None:
            with pytest.raises(
                StoreError, match=r"an earlier commit failed\. Check the disk, then start again"
            ):
                store.append(LONG)
        assert left < 0 or said is None
        # The process dies here: nothing more reaches the disk.
        disk.fault = lambda _: "before"
        with suppress(StoreError):
            store.close()
    return said, path


@pytest.mark.parametrize("how", ["before", "after"])
def test_whatever_write_or_sync_fails_the_group_is_there_whole_or_not_at_all(
    how: str, states: list[object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(1_000):
        said, path = failing_append(number, how, tmp_path, monkeypatch)
        if said is None:
            assert contents(path) == states[2]
            break
        assert "the disk failed" in said
        assert contents(path) in (states[1], states[2])
    assert number > 10


def test_a_commit_that_happened_but_was_reported_as_failed_is_found_after_a_restart(
    states: list[object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = []
    for number in range(1_000):
        said, path = failing_append(number, "after", tmp_path, monkeypatch)
        if said is None:
            break
        found.append(contents(path) == states[2])
    # False for a while, then True: the frame that ends the commit is written, and at last the sync is done.
    assert found == sorted(found)
    assert (found[0], found[-1]) == (False, True)


@pytest.mark.parametrize("seed", [None, *range(3)])
def test_no_answered_group_is_lost_when_the_power_fails_at_any_moment(
    seed: int | None, states: list[object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered = []
    with disk_under_test(monkeypatch) as disk:
        store = SQLiteStore(tmp_path / FILE)
        for each in GROUPS:
            store.append(each)
            answered.append(len(disk.events))
        store.close()
    for moment in range(len(disk.events) + 1):
        directory = tmp_path / f"{moment}"
        directory.mkdir()
        lost = None if seed is None else random.Random(seed * 1_000 + moment)  # noqa: S311 - repeatable
        after_power_failure(disk.events[:moment], directory, lost)
        kept = states.index(contents(directory / FILE))
        assert kept >= sum(end <= moment for end in answered)
