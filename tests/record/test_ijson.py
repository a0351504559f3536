"""I-JSON: what is taken means the same to every reader, and what two readers could take differently is refused."""

from __future__ import annotations

import json
import re
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mandat.record.ijson import GREATEST, IJSONError, check_ijson

names = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), max_size=8)
plain = st.recursive(
    st.none() | st.booleans() | st.integers(-GREATEST, GREATEST) | names,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(names, inner, max_size=4),
    max_leaves=12,
)
DAMAGE = [
    b"",
    b" ",
    b"0",
    b"1",
    b"-",
    b".",
    b"e",
    b'"',
    b"\\",
    b"\\n",
    b",",
    b":",
    b"[]",
    b"{}",
    b"null",
    b"\xc3\xa9",
]
objects = st.dictionaries(names, plain, max_size=5)


def taken(text: bytes) -> bool:
    try:
        check_ijson(text)
    except IJSONError:
        return False
    return True


@given(objects)
def test_every_writer_s_objects_are_taken(value: dict[str, Any]) -> None:
    check_ijson(msgspec.json.encode(value))
    check_ijson(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode())
    check_ijson(json.dumps(value).encode())  # all that is not ASCII as escapes, in surrogate pairs


@given(objects, st.data())
def test_what_is_taken_after_damage_reads_the_same_everywhere(
    value: dict[str, Any], data: st.DataObject
) -> None:
    text = bytearray(msgspec.json.encode(value))
    place = data.draw(st.integers(0, len(text) - 1))
    text[place : place + 1] = data.draw(st.sampled_from(DAMAGE) | st.binary(max_size=2))
    if taken(bytes(text)):
        assert msgspec.json.decode(bytes(text)) == json.loads(bytes(text))


@given(objects, names, plain, plain)
def test_a_name_may_stand_once_however_it_is_written(
    value: dict[str, Any], name: str, one: Any, other: Any
) -> None:
    escaped = '"' + "".join(f"\\u{unit:04x}" for unit in utf16(name)) + '"'
    body = f"{json.dumps(name)}:{json.dumps(one)},{escaped}:{json.dumps(other)}"
    with pytest.raises(IJSONError, match="a name stands twice in one object"):
        check_ijson(b'{"a":[{' + body.encode() + b"}]}")
    del value


def utf16(text: str) -> tuple[int, ...]:
    raw = text.encode("utf-16-be")
    return tuple(int.from_bytes(raw[at : at + 2]) for at in range(0, len(raw), 2))


@given(st.integers())
def test_whole_numbers_up_to_two_to_the_53(number: int) -> None:
    assert taken(b'{"n":%d}' % number) == (abs(number) <= GREATEST)


@pytest.mark.parametrize("number", [GREATEST, -GREATEST, 0])
def test_the_greatest_numbers_are_taken(number: int) -> None:
    check_ijson(b'{"n":%d}' % number)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"n":1.0}', "1.0 is not a whole number"),
        ('{"n":1e2}', "1e2 is not a whole number"),
        ('{"n":-0.5}', "-0.5 is not a whole number"),
        ('{"n":NaN}', "NaN is not a whole number"),
        ('{"n":-Infinity}', "-Infinity is not a whole number"),
        ('{"n":9007199254740992}', "9007199254740992 is beyond 2^53 - 1"),
        ('{"n":' + "9" * 5_000 + "}", "is beyond 2^53 - 1"),
        ('{"n":01}', "delimiter"),
        ('{"n":+1}', "Expecting value"),
        ('{"n":1,}', "Expecting property name"),
        ("{'n':1}", "Expecting property name"),
        ('{"n":1} {}', "Extra data"),
        ('{"n":"\t"}', "Invalid control character"),
        (r'{"n":"\t"}', r"the control character \t; only \n is allowed"),
        (r'{"n":"\u0000"}', r"\u0000, which is no character of a text"),
        (r'{"n":"\u000a"}', r"\u000a, which is no character of a text"),
        (r'{"n":"\u007f"}', r"\u007f, which is no character of a text"),
        (r'{"n":"\u009b"}', r"\u009b, which is no character of a text"),
        (r'{"n":"\ud800"}', r"\ud800, which is no character of a text"),
        (r'{"n":"\udc00\ud800"}', r"\udc00, which is no character of a text"),
        (r'{"\ud83d":1}', r"\ud83d, which is no character of a text"),
        (r'{"n":"\ufffe"}', r"\ufffe, which is no character of a text"),
        ('{"n":"\ufdd0"}', "a noncharacter"),
        ('{"n":"\U0010ffff"}', "a noncharacter"),
        ('"text"', "the JSON is not an object"),
        ("null", "the JSON is not an object"),
        ("", "Expecting value"),
        ("\ufeff{}", "Expecting value"),
        ('{"n":' * 50_000, "nested too deeply"),
    ],
)
def test_what_is_refused_is_said(text: str, words: str) -> None:
    with pytest.raises(IJSONError, match=re.escape(words)):
        check_ijson(text.encode())


@pytest.mark.parametrize("pair", [r"\ud83f\udffe", r"\udbff\udfff"])
def test_noncharacters_beyond_the_first_plane_are_refused_escaped_too(pair: str) -> None:
    with pytest.raises(IJSONError, match=re.escape(f"{pair}, which is no character of a text")):
        check_ijson(f'{{"n":"{pair}"}}'.encode())


@pytest.mark.parametrize("raw", [b"\xff", b'{"n":"\xed\xa0\x80"}', b'{"n":"\xc0\xaf"}', b'{"n":"\xf5"}'])
def test_what_is_not_utf_8_is_refused(raw: bytes) -> None:
    """Surrogates in UTF-8, overlong forms and bytes that never occur."""
    with pytest.raises(IJSONError, match="can't decode byte"):
        check_ijson(raw)


@pytest.mark.parametrize(
    "text", [r'{"n":"a\nb"}', r'{"n":"\"\\\/"}', r'{"n":"\ud83d\ude00"}', r'{"n":"\\u0000"}']
)
def test_what_texts_need_is_taken(text: str) -> None:
    check_ijson(text.encode())
