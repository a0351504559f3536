"""The register of people: found, replaced, erased for good."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mandat.record.store.interface import StoreError
from mandat.record.store.private import People, PrivateEntry

ELODIE = PrivateEntry("m-1", "Élodie Martin-Özdemir", "elodie@rail.example", b"salt of Elodie..")
PAUL = PrivateEntry("m-2", "Paul Martin", "PAUL@rail.example")


@pytest.fixture
def people(tmp_path: Path) -> Iterator[People]:
    people = People(tmp_path / "people.sqlite")
    people.put((ELODIE, PAUL))
    yield people
    people.close()


def test_an_entry_comes_back_with_its_salt_and_is_replaced(people: People) -> None:
    assert people.get("m-1") == ELODIE
    assert people.get("m-3") is None
    moved = PrivateEntry("m-2", "Paul Durand", "paul@rail.example")
    people.put((moved,))
    assert people.get("m-2") == moved
    assert people.search("martin") == (ELODIE,)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("elodie", (ELODIE,)),
        ("ÉLODIE ozdemir", (ELODIE,)),
        ("martin", (ELODIE, PAUL)),
        ("martin paul@", (PAUL,)),
        ("RAIL.EXAMPLE", (ELODIE, PAUL)),
        ("martin nobody", ()),
        ("%", ()),
        ("_", ()),
        ("' OR 1=1 --", ()),
        ("", ()),
        ("  ", ()),
    ],
)
def test_people_are_found_by_words_of_name_and_address(
    people: People, text: str, found: tuple[PrivateEntry, ...]
) -> None:
    assert people.search(text) == found


def test_a_search_gives_no_more_than_asked_for(people: People) -> None:
    assert people.search("martin", 1) == (ELODIE,)


def test_nothing_of_an_erased_person_stays_in_any_file(people: People) -> None:
    def traces() -> list[str]:
        words = {b"lodie", b"salt of", b"ozdemir", b"m-1"}
        files = people.path.parent.iterdir()
        return [f"{file.name}: {word!r}" for file in files for word in words if word in file.read_bytes()]

    assert traces()
    assert people.erase("m-1")
    assert traces() == []
    assert people.get("m-1") is None
    assert not people.erase("m-1")
    assert people.get("m-2") == PAUL


def test_entries_are_kept_all_or_none(people: People) -> None:
    def broken() -> Iterator[PrivateEntry]:
        yield PrivateEntry("m-3", "Ada", "ada@rail.example")
        raise ValueError("line 2")

    with pytest.raises(ValueError, match="line 2"):
        people.put(broken())
    assert people.get("m-3") is None


def test_it_is_for_its_owner_only_and_survives(people: People) -> None:
    assert people.path.stat().st_mode & 0o777 == 0o600
    again = People(people.path, readonly=True)
    assert again.get("m-1") == ELODIE
    with pytest.raises(StoreError, match="may only be read"):
        again.erase("m-1")
    again.close()
    with pytest.raises(StoreError, match="was closed already"):
        again.get("m-1")


def test_a_record_is_not_a_register(tmp_path: Path) -> None:
    from mandat.record.store.sqlite import SQLiteStore

    SQLiteStore(tmp_path / "record.sqlite").close()
    with pytest.raises(StoreError, match="not a register of people: check the path"):
        People(tmp_path / "record.sqlite")
