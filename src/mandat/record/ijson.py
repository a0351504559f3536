"""I-JSON (RFC 7493), as entries hold it: one object of which no two readers can think differently.

Beyond RFC 7493, numbers are whole and no string holds a control character but the newline, even escaped: an act is shown on
terminals and pages.
"""

from __future__ import annotations

import json
import re
from typing import Any

from mandat.language import ToldError, msg, told

GREATEST = 2**53 - 1
_LONGEST = len(str(-GREATEST))
_ESCAPE = re.compile(
    rb"\\(?:u(?P<high>[dD][89abAB][0-9a-fA-F]{2})\\u(?P<low>[dD][c-fC-F][0-9a-fA-F]{2})|u(?P<code>[0-9a-fA-F]{4})|(?P<letter>.))"
)
_LETTERS = b'"\\/n'
_NONCHARACTER = re.compile(
    "[\ufdd0-\ufdef"
    + "".join(chr(plane << 16 | low) for plane in range(17) for low in (0xFFFE, 0xFFFF))
    + "]"
)


class IJSONError(ToldError, ValueError):
    """A text that is not I-JSON; the message says what stands in it."""


def check_ijson(text: bytes) -> None:
    """Refuse what I-JSON excludes; raises ``IJSONError``. ``text`` is the UTF-8 of one object, without line breaks.

    Refused: anything but an object; a name twice in one object; fractions, exponents and numbers beyond 2^53 - 1; escaped
    control characters but the newline; surrogates without their partner; noncharacters; nesting beyond what can be read.

    >>> check_ijson(b'{"act":"body.found","size":1.0}')
    Traceback (most recent call last):
    mandat.record.ijson.IJSONError: 1.0 is not a whole number
    """
    try:
        decoded = text.decode()
        value = _STRICT.decode(decoded)
    except RecursionError as error:
        raise IJSONError(msg("it is nested too deeply")) from error
    except ValueError as error:
        raise IJSONError(told(error)) from error
    if not isinstance(value, dict):
        raise IJSONError(msg("the JSON is not an object"))
    if b"\\" in text:
        _check_escapes(text)
    if not text.isascii() and _NONCHARACTER.search(decoded):
        raise IJSONError(msg("a string holds a code point that Unicode reserves (a noncharacter)"))


def _check_escapes(text: bytes) -> None:
    """Check each escape; the text is known to be JSON, so that a backslash stands in strings only."""
    for escape in _ESCAPE.finditer(text):
        letter = escape["letter"]
        if letter and letter not in _LETTERS:
            raise IJSONError(
                msg("a string holds the control character {text}; only \\n is allowed")(
                    text=escape[0].decode()
                )
            )
        if not letter and not _may_be_escaped(_code_point(escape)):
            raise IJSONError(
                msg("a string holds {text}, which is no character of a text")(text=escape[0].decode())
            )


def _code_point(escape: re.Match[bytes]) -> int:
    if escape["code"]:
        return int(escape["code"], 16)
    high, low = int(escape["high"], 16), int(escape["low"], 16)
    return 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)


def _may_be_escaped(code: int) -> bool:
    control = code < 0x20 or 0x7F <= code <= 0x9F  # the blocks C0 and C1 of Unicode
    surrogate = 0xD800 <= code <= 0xDFFF  # alone: a pair is one code point
    return not surrogate and not control and not _NONCHARACTER.match(chr(code))


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise IJSONError(msg("a name stands twice in one object"))
    return found


def _not_whole(text: str) -> Any:
    raise IJSONError(msg("{text} is not a whole number")(text=text[:24]))


def _small(text: str) -> int:
    if len(text) > _LONGEST or abs(number := int(text)) > GREATEST:
        raise IJSONError(msg("{text} is beyond 2^53 - 1")(text=text[:24]))
    return number


_STRICT = json.JSONDecoder(
    object_pairs_hook=_unique,
    parse_float=_not_whole,
    parse_constant=_not_whole,
    parse_int=_small,
    strict=True,
)
