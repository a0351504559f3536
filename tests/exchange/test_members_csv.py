"""Members from a spreadsheet: preview, an error per line, encodings, and names that stay private."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mandat.exchange.members_csv import preview
from mandat.federation.state import State
from mandat.record.errors import RecordError
from mandat.record.store.private import People, PrivateEntry
from tests.federation.bylaws import RAIL
from tests.federation.world import World, key_of


@pytest.fixture(scope="module")
def state() -> State:
    """A federation with two sections, one member in it."""
    world = World(RAIL)
    world.bodies("region/rhone")
    world.bodies("section/lyon", "section/nice", part_of="region/rhone")
    world.enrol("section/lyon", "old")
    return world.state


def test_a_good_file(state: State) -> None:
    text = f"person,body,name,mail,key\na-1,section/lyon,Ann Example,ann@example.org,{key_of('a')}\na-2,section/nice,,,\n"
    seen = preview(text.encode(), state)
    assert seen.errors == ()
    assert dict(seen.by_body) == {"section/lyon": 1, "section/nice": 1}
    assert seen.list().decode() == f"a-1,section/lyon,{key_of('a')}\na-2,section/nice"
    assert b"Ann" not in seen.list()


@pytest.mark.parametrize(
    "text",
    [
        "person;body\nx;section/lyon\n",
        "person\tbody\r\nx\tsection/lyon\r\n",
        "\ufeffPersonne,Assemblée\nx,section/lyon\n",
        'person,body\n"x","section/lyon"\n\n',
    ],
)
def test_what_spreadsheets_write(state: State, text: str) -> None:
    seen = preview(text.encode(), state)
    assert [(m.person, m.body) for m in seen.members] == [("x", "section/lyon")]


def test_ids_are_made_up_where_there_is_no_column(state: State) -> None:
    seen = preview(b"name,body\nAnn,section/lyon\nBob,section/lyon\n", state)
    assert len({member.person for member in seen.members}) == 2
    assert all(member.person.startswith("m-") for member in seen.members)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("x", "it has 1 cells instead of 4"),
        ("Ann Example,section/lyon,,", "use a number, not a name"),
        (",section/lyon,,", "is not an id"),
        ("x,section/mars,,", "there is no assembly 'section/mars': found it first, or check the spelling"),
        ("x,congress,,", "there is no assembly 'congress'"),
        ("old,section/lyon,,", "old is a member of section/lyon already"),
        ("first,section/lyon,,", "first stands twice for section/lyon"),
        ("x,section/lyon,AAAA,", "is not 32 bytes in base64"),
        (f"x,section/lyon,{key_of('registrar')},", "belongs to somebody already"),
        ("x,section/lyon,,not an address", "is not a mail address"),
    ],
)
def test_every_wrong_line_is_told_with_its_number(state: State, line: str, words: str) -> None:
    text = f"person,body,key,mail\nfirst,section/lyon,,\n{line}\nlast,section/nice,,\n"
    seen = preview(text.encode(), state)
    assert [(error.line, words in error.problem) for error in seen.errors] == [(3, True)]
    assert len(seen.members) == 2


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("person,body\nRené,section/lyon\n".encode("latin-1"), "line 2 is not UTF-8 (byte 0xe9)"),
        ("person,body\n".encode("utf-16"), "the file is UTF-16"),
        (b"who,where\n", "the first line must name the columns"),
        (b"person,name\n", "body (needed)"),
        (b"body,section\n", "the first line must name the columns"),
        (b"", "the first line must name the columns"),
    ],
)
def test_files_that_cannot_be_read(state: State, content: bytes, words: str) -> None:
    with pytest.raises(RecordError) as caught:
        preview(content, state)
    assert words in str(caught.value)
    assert "Nothing was imported" in str(caught.value)


@given(
    st.lists(
        st.tuples(st.text(max_size=8), st.sampled_from(["section/lyon", "section/nice", "x"])), max_size=8
    )
)
def test_each_line_is_either_a_member_or_an_error(rows: list[tuple[str, str]]) -> None:
    world = World(RAIL)
    world.bodies("region/rhone")
    world.bodies("section/lyon", "section/nice", part_of="region/rhone")
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["person", "body"])
    writer.writerows(rows)
    seen = preview(out.getvalue().encode("utf-8", "replace"), world.state)
    assert len(seen.members) + len(seen.errors) == len(rows)


def test_names_are_kept_apart_and_can_be_erased(tmp_path: Path) -> None:
    path = tmp_path / "people.sqlite"
    people = People(path)
    people.put([PrivateEntry("a-1", "Ann Example", "ann@example.org")])
    assert path.stat().st_mode & 0o777 == 0o600
    assert people.get("a-1") == PrivateEntry("a-1", "Ann Example", "ann@example.org")
    assert people.erase("a-1")
    assert not people.erase("a-1")
    assert people.get("a-1") is None
    people.close()
    assert b"Ann Example" not in path.read_bytes()
