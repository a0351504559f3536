"""The table of the language, the model, the methods and the manual's list say the same."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest

from mandat import counting
from mandat.bylaws import model
from mandat.bylaws.model import pieces
from mandat.bylaws.reading.loader import load
from mandat.bylaws.tables import FIELDS, HEAD, LINE, TABLES
from mandat.bylaws.tables.clocks import CLOCK, TERM
from mandat.bylaws.tables.listing import key_list
from mandat.bylaws.tables.methods import DIVISORS, METHODS
from mandat.bylaws.tables.pieces import NEED, STEP, SUPPORT
from mandat.bylaws.tables.shapes import KeyTable
from mandat.language import LANGUAGES, Language

CLUB = 'mandat = 1\nid = "club"\n[body.members]\ntype = "assembly"\n'
OWN = {"id", "line", "body", "name", "lines", "balloting.parameters", "clock.name"}


def targets(table: KeyTable, made: type[msgspec.Struct]) -> Iterator[str]:
    """The fields of an entry as keys name them: those of its parts with the part."""
    parts = dict(table.parts)
    for field in made.__struct_fields__:
        if field in parts:
            part = parts[field]
            assert isinstance(part, type)
            assert issubclass(part, msgspec.Struct)
            yield from (f"{field}.{each}" for each in part.__struct_fields__)
        else:
            yield field


def structs() -> Iterator[tuple[KeyTable, tuple[str, ...]]]:
    for table in (*TABLES.values(), LINE):
        made = table.make
        if isinstance(made, type):
            yield table, tuple(targets(table, made))
    yield SUPPORT, pieces.Support.__struct_fields__
    yield NEED, pieces.Need.__struct_fields__
    yield STEP.table, pieces.SuccessionStep.__struct_fields__
    yield CLOCK, pieces.Clock.__struct_fields__
    yield TERM, tuple(targets(TERM, pieces.Term))


@pytest.mark.parametrize(("table", "fields"), list(structs()), ids=lambda value: getattr(value, "name", ""))
def test_every_key_has_its_field_and_every_field_its_key(table: KeyTable, fields: tuple[str, ...]) -> None:
    keys = {key.target for key in table.keys} - {"like", "seats"}
    assert keys == set(fields) - OWN


def test_every_table_has_its_place_in_the_model() -> None:
    assert list(FIELDS) == list(TABLES)
    assert set(FIELDS.values()) | {"lines", "text"} | {key.name for key in HEAD} == set(
        model.Bylaws.__struct_fields__
    )


def test_every_counting_rule_can_be_named() -> None:
    assert set(counting.rules()) <= set(METHODS)
    assert set(DIVISORS) <= set(METHODS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_for_the_manual_has_every_key(language: Language) -> None:
    text = key_list(language)
    for table in (*TABLES.values(), LINE):
        assert all(f"| `{key.name}` |" in text for key in table.keys)


def test_none_denies_and_is_the_same_as_leaving_out() -> None:
    bylaws = load(CLUB + '[decision.x]\nquorum = "none"\nopens = "none"\nballot = "none"\ntie = "none"\n')
    decision = bylaws.decisions["x"]
    assert (decision.verdict.quorum, decision.course.opens) == (None, None)
    assert (decision.balloting.ballot, decision.verdict.tie) == (pieces.Silence.DENIED, pieces.Silence.DENIED)


def test_titles_with_and_without_language_and_articles_of_both_types() -> None:
    bylaws = load(
        CLUB + 'title = "Everybody"\narticle = 7\n[decision.x]\ntitle = { fr = "Vote" }\narticle = "7.1"\n'
    )
    assert bylaws.bodies["members"].title == {"": "Everybody"}
    assert bylaws.bodies["members"].article == "7"
    assert (bylaws.decisions["x"].title, bylaws.decisions["x"].article) == ({"fr": "Vote"}, "7.1")


def test_the_line_of_an_entry_is_that_of_its_header() -> None:
    bylaws = load(CLUB + "\n[decision.x]\n")
    assert (bylaws.bodies["members"].line, bylaws.decisions["x"].line) == (3, 6)
