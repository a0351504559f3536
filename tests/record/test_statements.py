"""The server's own statements: what they say, that they come back as written, and lies that only a replay can see."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mandat.instants import Instant
from mandat.record.entries import RULINGS, groups, split, write_entry
from mandat.record.errors import RecordError, WrongEntryError
from mandat.record.keys import Signer
from mandat.record.replay import Fold
from mandat.record.rulings import (
    ClockItem,
    ClockNote,
    EntryOutcome,
    RulingsNote,
    read_clock,
    read_rulings,
    row_bytes,
    write_clock,
    write_rulings,
)
from tests.service.conftest import ORIGIN, Office

SERVER = Signer.from_seed_text(f"{ORIGIN}/server", "server")
AT = Instant(1_795_236_204)  # 2026-11-21T04:43:24Z
DIGEST = bytes(range(32))
ENCODED = base64.b64encode(DIGEST).decode()

instants = st.integers(-62_135_596_800, 253_402_300_799)
outcomes = st.builds(
    EntryOutcome,
    st.sampled_from(["admitted", "refused"]),
    st.binary(min_size=32, max_size=32),
    st.lists(instants, max_size=3).map(tuple),
)
words = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), max_size=20)


def json_of(raw: bytes) -> bytes:
    return split(raw, ORIGIN).json


def test_a_note_of_rulings_reads_as_the_format_says() -> None:
    stated = (EntryOutcome("admitted", DIGEST), EntryOutcome("refused", DIGEST, (AT, -1)))
    raw = write_rulings(ORIGIN, SERVER, AT, 3, 7, stated, "sha256:ab")
    assert raw.split(b"\n")[:2] == [b"mandat/rulings/v1", ORIGIN.encode()]
    assert json.loads(json_of(raw)) == {
        "at": "2026-11-21T04:43:24Z",
        "rules": 3,
        "from": 7,
        "to": 9,
        "bylaws": "sha256:ab",
        "rulings": [
            ["admitted", ENCODED],
            ["refused", ENCODED, ["2026-11-21T04:43:24Z", "1969-12-31T23:59:59Z"]],
        ],
    }


def test_a_clock_note_reads_as_the_format_says() -> None:
    raw = write_clock(ORIGIN, SERVER, AT, (ClockItem(("term", "region/rhone:delegates"), -1),))
    assert raw.split(b"\n")[:2] == [b"mandat/clock/v1", ORIGIN.encode()]
    assert json.loads(json_of(raw)) == {
        "at": "2026-11-21T04:43:24Z",
        "due": [["term", "region/rhone:delegates", "1969-12-31T23:59:59Z"]],
    }


@given(instants, st.integers(1, 2**40), st.integers(0, 2**40), st.lists(outcomes, max_size=5), words)
def test_notes_of_rulings_round_trip(
    at: Instant, rules: int, first: int, stated: list[EntryOutcome], book: str
) -> None:
    raw = write_rulings(ORIGIN, SERVER, at, rules, first, stated, book)
    end = first + len(stated)
    expected = RulingsNote(
        at=at, rules=rules, first=first, end=end, bylaws_version=book, rulings=tuple(stated)
    )
    assert read_rulings(json_of(raw)) == expected


things = st.tuples(words, st.one_of(words, st.integers(0, 2**31)))


@given(instants, st.lists(st.builds(ClockItem, things, instants), max_size=4))
def test_clock_notes_round_trip(at: Instant, due: list[ClockItem]) -> None:
    raw = write_clock(ORIGIN, SERVER, at, due)
    assert read_clock(json_of(raw)) == ClockNote(at=at, due=tuple(due))


@given(st.lists(outcomes, min_size=1, max_size=5))
def test_the_bytes_of_a_row_are_those_it_adds_to_the_note(stated: list[EntryOutcome]) -> None:
    def size(rows: list[EntryOutcome]) -> int:
        return len(json_of(write_rulings(ORIGIN, SERVER, AT, 1, 0, rows, "")))

    assert size(stated) - size([]) <= sum(map(row_bytes, stated)) <= size(stated) - size([]) + 1


def rulings_body(**changed: Any) -> bytes:
    body = {
        "at": "2026-11-21T04:43:24Z",
        "rules": 1,
        "from": 0,
        "to": 1,
        "bylaws": "",
        "rulings": [["admitted", ENCODED]],
    }
    return json.dumps({**body, **changed}).encode()


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (rulings_body(at="2026-11-21"), "write it like 2026-11-21T04:43:24Z"),
        (rulings_body(at="2026-02-30T00:00:00Z"), "there is no such date or time"),
        (rulings_body(to="1"), "Expected `int`"),
        (rulings_body(extra=1), "unknown field `extra`"),
        (rulings_body(rulings=[["admitted"]]), "an outcome, a digest, and perhaps a list of deadlines"),
        (rulings_body(rulings=[["admitted", ENCODED, [], []]]), "an outcome, a digest, and perhaps a list"),
        (rulings_body(rulings=[["admitted", ENCODED, "soon"]]), "an outcome, a digest, and perhaps a list"),
        (rulings_body(rulings=[["admitted", ENCODED, ["soon"]]]), "'soon' is not an instant"),
        (rulings_body(rulings=[["admitted", "AAAA"]]), "'AAAA' is not the base64 of a digest of 32 bytes"),
        (
            rulings_body(rulings=[["admitted", ENCODED.replace("8=", "9=")]]),
            "is not the base64 of a digest of 32 bytes",
        ),
        (rulings_body().replace(b'"from": 0', b'"from": 0, "from": 1'), "a name stands twice"),
        (b"[]", "the JSON is not an object"),
        (b"{", "the server's note of rulings is malformed"),
        (b"[" * 50_000, "nested too deeply"),
    ],
)
def test_malformed_notes_of_rulings_are_refused_in_words(body: bytes, words: str) -> None:
    with pytest.raises(RecordError) as caught:
        read_rulings(body)
    assert "the server's note of rulings is malformed" in str(caught.value)
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b'{"at":"soon","due":[]}', "'soon' is not an instant"),
        (b'{"at":"2026-11-21T04:43:24Z","due":[["term","x"]]}', "is not an instant"),
        (b'{"at":"2026-11-21T04:43:24Z","due":[],"due":[]}', "a name stands twice"),
        (b"{", "malformed"),
    ],
)
def test_malformed_clock_notes_are_refused_in_words(body: bytes, words: str) -> None:
    with pytest.raises(RecordError, match="the server's clock note is malformed") as caught:
        read_clock(body)
    assert words in str(caught.value)


@pytest.fixture(scope="module")
def office() -> Office:
    """A record whose last group holds clock statements only."""
    office = Office()
    office.election()
    office.count()
    office.now = Instant(office.now + 3 * 366 * 86_400)
    office.writer.tick()
    return office


def before_the_last_group(office: Office) -> tuple[Fold, list[bytes]]:
    *earlier, last = groups(office.store.entries(0))
    fold = Fold(ORIGIN, SERVER.verifier, office.store.blob)
    for group in earlier:
        fold.group(group)
    return fold, last


def test_the_last_group_replays(office: Office) -> None:
    fold, last = before_the_last_group(office)
    fold.group(last)
    assert fold.state == office.writer.state


def test_a_note_that_names_other_bylaws_than_those_in_force_is_wrong(office: Office) -> None:
    fold, last = before_the_last_group(office)
    body = json.loads(json_of(last[-1]))
    assert body["bylaws"] == fold.state.law.current
    forged = write_entry(RULINGS, ORIGIN, {**body, "bylaws": "sha256:" + "0" * 64}, (SERVER,))
    with pytest.raises(WrongEntryError, match="the note names other bylaws than those in force") as caught:
        fold.group([*last[:-1], forged])
    assert caught.value.index == office.writer.fold.size - 1


def test_a_clock_that_tells_another_time_than_its_group_is_wrong(office: Office) -> None:
    fold, last = before_the_last_group(office)
    first = fold.size
    told = read_clock(json_of(last[0]))
    with pytest.raises(WrongEntryError, match="the clock's time is not that of the note") as caught:
        fold.group([write_clock(ORIGIN, SERVER, told.at + 1, told.due), *last[1:]])
    assert caught.value.index == first


def test_a_statement_under_another_name_of_the_server_s_key_is_wrong(office: Office) -> None:
    """Another checker of signed notes would not know that name, and skip the line."""
    fold, last = before_the_last_group(office)
    forged = last[-1].replace("— rail.example/log/server ".encode(), "— rail.example/log/serveur ".encode())
    assert forged != last[-1]
    with pytest.raises(WrongEntryError, match="expected a statement of the server"):
        fold.group([*last[:-1], forged])
