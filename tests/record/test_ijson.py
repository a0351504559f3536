"""I-JSON: what is taken and what is refused, and that no two readers can think differently of what is taken."""

from __future__ import annotations

import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mandat.record.ijson import GREATEST, IJSONError, check_ijson

NUMBERS = st.integers(-GREATEST, GREATEST)
TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn"), include_characters="\n"))
VALUES = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)
OBJECTS = st.dictionaries(TEXTS, VALUES, max_size=5)


@given(OBJECTS, st.booleans())
def test_usual_objects_are_taken_however_they_are_escaped(value: object, ascii_only: bool) -> None:
    check_ijson(json.dumps(value, ensure_ascii=ascii_only, separators=(",", ":")).encode())
    check_ijson(msgspec.json.encode(value))


@given(OBJECTS, st.binary(min_size=1, max_size=3), st.integers(0, 200))
def test_what_is_taken_means_one_thing(value: object, noise: bytes, place: int) -> None:
    text = bytearray(json.dumps(value).encode())
    text[place % len(text) : place % len(text) + len(noise)] = noise
    try:
        check_ijson(bytes(text))
    except IJSONError:
        return
    found = json.loads(bytes(text))
    assert found == msgspec.json.decode(bytes(text))
    assert isinstance(found, dict)
    check_ijson(json.dumps(found).encode())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"a":"\\ud800"}', r"holds \\ud800, which is no character"),
        ('{"a":"\\udc00\\ud800"}', r"holds \\udc00"),
        ('{"a":"\\ud83d\\u0041"}', r"holds \\ud83d"),
        ('{"a":"\\u0000"}', r"holds \\u0000"),
        ('{"a":"\\u001b[2J"}', r"holds \\u001b"),
        ('{"a":"\\u009b"}', r"holds \\u009b"),
        ('{"a":"\\r"}', r"the control character \\r; only \\n"),
        ('{"a":"\\t"}', r"the control character \\t"),
        ('{"a":"\\ufffe"}', r"holds \\ufffe"),
        ('{"a":"\ufdd0"}', "a noncharacter"),
        ('{"a":"\U0010ffff"}', "a noncharacter"),
        ('{"a":-9007199254740992}', r"-9007199254740992 is beyond 2\^53 - 1"),
        ('{"a":' + "9" * 5_000 + "}", r"beyond 2\^53 - 1"),
        ('{"a":1,"\\u0061":2}', "a name stands twice"),
        ('{"a":Infinity}', "Infinity is not a whole number"),
        ('{"a":1}{', "Extra data"),
        ('{"a":"\n"}', "control character"),
        ("7", "not an object"),
        ("", "Expecting value"),
        ("{" + '"a":{' * 60_000, "nested too deeply"),
    ],
)
def test_what_is_refused(text: str, words: str) -> None:
    with pytest.raises(IJSONError, match=words):
        check_ijson(text.encode())


@pytest.mark.parametrize(
    "text",
    [
        '{"a":"\\\\u0000 is how zero is written"}',  # an escaped backslash, then plain letters
        '{"a":"\\ud83d\\ude00"}',
        '{"a":"line\\nline","b":"\\"\\/\\\\"}',
        '{"a":9007199254740991,"b":-9007199254740991,"c":-0}',
        '{"a":{"x":1},"b":{"x":1}}',
        '{"é":"\\u00e9","e\u0301":1}',
        "{}",
    ],
)
def test_what_is_taken(text: str) -> None:
    check_ijson(text.encode())


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(IJSONError, match="can't decode"):
        check_ijson(b'{"a":"\xff"}')
