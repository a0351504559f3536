"""Where keys stand, in every way that TOML allows to write them."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mandat.bylaws.values.positions import Path, Positions, TextPlace

TEXT = """\
# a comment with [brackets] and = signs
mandat = 1
body.section = { type = "assembly", seats.one = { from = "x # no comment" } }
[power."agreement.sign"]   # ids with dots are quoted
holder = [
  "one",   # first
  "two",
]
"key with spaces" = '''
several
lines = 3 '''
[ a . b ]
c.d = 2026-01-01 10:00:00
[[list]]
x = 1
[[list]]
x = { y = [ 1, { z = 'literal' } ] }
[list.sub]
k = true
"""


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("mandat",), TextPlace(2, 1)),
        (("body", "section"), TextPlace(3, 6)),
        (("body", "section", "type"), TextPlace(3, 18)),
        (("body", "section", "seats", "one", "from"), TextPlace(3, 51)),
        (("power", "agreement.sign"), TextPlace(4, 8)),
        (("power", "agreement.sign", "holder", 1), TextPlace(7, 3)),
        (("power", "agreement.sign", "key with spaces"), TextPlace(9, 1)),
        (("a", "b"), TextPlace(12, 7)),
        (("a", "b", "c", "d"), TextPlace(13, 3)),
        (("list", 0, "x"), TextPlace(15, 1)),
        (("list", 1, "x", "y", 1, "z"), TextPlace(17, 18)),
        (("list", 1, "sub", "k"), TextPlace(19, 1)),
        (("power", "agreement.sign", "missing", "below"), TextPlace(4, 8)),
        (("nowhere",), TextPlace(1, 1)),
    ],
)
def test_every_way_to_write_a_key(path: Path, place: TextPlace) -> None:
    assert Positions(TEXT).key(path) == place


def test_a_column_inside_a_text_is_one_of_the_file() -> None:
    positions = Positions('a = { is = "yes > nobody" }')
    assert positions.inside(("a", "is"), 7) == TextPlace(1, 19)


def test_a_column_inside_a_text_with_escapes_is_its_start() -> None:
    assert Positions('a = "yes \\u003e nobody"').inside(("a",), 7) == TextPlace(1, 5)


_WORDS = st.text("abc-", min_size=1, max_size=3)
_VALUES = st.recursive(
    st.one_of(st.integers(), st.booleans(), st.text("ab #='[]{},.\n", max_size=6)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(_WORDS, inner, max_size=3)),
    max_leaves=8,
)


def toml(value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case int():
            return str(value)
        case str():
            return '"' + value.replace("\n", "\\n") + '"'
        case list():
            return "[" + ", ".join(toml(each) for each in value) + "]"
        case dict():
            return "{ " + ", ".join(f"{key} = {toml(each)}" for key, each in value.items()) + " }"
    raise AssertionError(value)


def paths(value: object, path: Path = ()) -> list[tuple[Path, object]]:
    found = [(path, value)]
    if isinstance(value, dict):
        found += [each for key, inner in value.items() for each in paths(inner, (*path, key))]
    if isinstance(value, list):
        found += [each for place, inner in enumerate(value) for each in paths(inner, (*path, place))]
    return found


@given(st.dictionaries(_WORDS, _VALUES, max_size=4))
def test_every_path_of_any_file_has_the_place_of_its_key(document: dict[str, object]) -> None:
    text = "".join(f"{key} = {toml(value)}\n" for key, value in document.items())
    assert tomllib.loads(text) == document
    positions, lines = Positions(text), text.splitlines()
    for path, _ in paths(document)[1:]:
        place = positions.key(path)
        key = path[-1]
        if isinstance(key, str):
            assert lines[place.line - 1][place.column - 1 :].startswith(key)
