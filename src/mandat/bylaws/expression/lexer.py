"""Words and signs of an expression, with the remedies for what people write instead."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from mandat.bylaws.expression.errors import ExpressionError
from mandat.bylaws.values.duration import Duration, DurationError

LONGEST = 2000
LONGEST_NUMBER = 30


class Token(StrEnum):
    """What kind of word or sign."""

    INTEGER = "a number"
    PERCENT = "a percentage"
    DURATION = "a duration"
    LABEL = "a label"
    NAME = "a name"
    SIGN = "a sign"
    END = "the end"


@dataclass(frozen=True, slots=True)
class Word:
    """One token: its text (a label without its quotes) and its column, from 1."""

    token: Token
    text: str
    column: int

    def __str__(self) -> str:
        return "the end" if self.token is Token.END else f"`{self.text}`"


_WORDS = re.compile(
    r"(?P<space>[ \t\r\n]+)"
    r"|(?P<float>[0-9]+[.][0-9]+%?)"
    r"|(?P<thousands>[0-9]{1,3}(?:[ ,_'’\u00a0\u202f][0-9]{3})+(?![0-9]))"
    r"|(?P<percent>[0-9]+%)"
    r"|(?P<glued>[0-9]+(?:[^\W\d_]|-[0-9\w])[\w.\-]*)"
    r"|(?P<integer>[0-9]+)"
    r"|(?P<duration>P(?=[0-9T])[0-9A-Za-z.,]*(?![\w\-]))"
    r"|(?P<name>[^\W\d_](?:[\w\-]|\.(?=\w))*)"
    r"|'(?P<label>[^'\n]*)'"
    r"|(?P<sign>(?:<=|>=|<|>|=)(?![<>=])|[+*/(),:]|-(?=\s))"
)
_TOKENS = {
    "percent": Token.PERCENT,
    "integer": Token.INTEGER,
    "duration": Token.DURATION,
    "label": Token.LABEL,
    "name": Token.NAME,
    "sign": Token.SIGN,
}
_REMEDIES = (
    (r"==", "`==` is written `=`"),
    (r"!=|<>|≠", "write `not (a = b)` for a is not b"),
    (r"≥|=>", "write `>=`"),
    (r"≤|=<", "write `<=`"),
    (r"&&?", "write `and`"),
    (r"\|\|?", "write `or`"),
    (r"×|·", "write `*`"),
    (r"÷", "write `/`"),
    (r"√", "write `sqrt(…)`"),
    (r"%", "`%` follows a whole number without a space, as in `60% * cast`"),
    (
        r"[-−–]",
        "a minus has a space on both sides, `a - b`; `a-b` is a name, and for less than nothing write `0 - 1`",
    ),
    (r"[\"“”‘’`«»]", "a label stands in straight single quotes, `'north'`"),
    (r"'", "the label has no closing `'`"),
    (r"[.]", "fractions are written `3/2`; a name does not begin or end with a dot"),
    (r"_", "a name begins with a letter"),
    (r"[\[\]{}]", "only round parentheses group"),
    (r";", "one expression per key; join conditions with `and` or `or`"),
)


def words(text: str) -> list[Word]:
    """Split an expression; :class:`ExpressionError` at the first character that has no meaning."""
    if len(text) > LONGEST:
        problem = f"the expression is {len(text)} characters long; at most {LONGEST} are read"
        raise ExpressionError(LONGEST + 1, problem, "name its parts in [define]")
    found: list[Word] = []
    at = 0
    while at < len(text):
        match = _WORDS.match(text, at)
        if match is None:
            raise _unreadable(text, at)
        kind = match.lastgroup or ""
        if kind != "space":
            found.append(_word(kind, match[kind], at + 1))
        at = match.end()
    return [*found, Word(Token.END, "", len(text) + 1)]


def _word(kind: str, text: str, column: int) -> Word:
    if kind not in _TOKENS:
        raise _bad_number(kind, text, column)
    if kind in ("integer", "percent") and len(text) > LONGEST_NUMBER:
        raise ExpressionError(column, f"a number of {len(text)} digits", f"at most {LONGEST_NUMBER} are read")
    if kind == "name" and text.endswith("-"):
        raise ExpressionError(
            column, f"found `{text}`", f"a minus has a space on both sides: `{text[:-1]} - …`"
        )
    if kind == "duration":
        _check_duration(text, column)
    if kind == "label" and not text.strip():
        raise ExpressionError(column, "an empty label", "write the label between the quotes")
    return Word(_TOKENS[kind], text, column)


def _check_duration(text: str, column: int) -> None:
    try:
        Duration.parse(text)
    except DurationError as error:
        problem, _, remedy = str(error).partition(": ")
        raise ExpressionError(column, problem, remedy) from None


def _bad_number(kind: str, text: str, column: int) -> ExpressionError:
    if kind == "float":
        digits, percent = text.rstrip("%"), text.endswith("%")
        return ExpressionError(
            column, f"`{text}` is a decimal number", f"write the fraction {_as_fraction(digits, percent)}"
        )
    if kind == "thousands":
        return ExpressionError(
            column, f"`{text}` is written with a separator", f"write {re.sub(r'[^0-9]', '', text)}"
        )
    number = re.match(r"[0-9]+", text)
    digits = number[0] if number else text
    rest = text[len(digits) :]
    if rest.startswith("-"):
        remedy = f"a minus has a space on both sides: `{digits} - {rest[1:]}`"
    else:
        remedy = f"write `{digits} * {rest}` for a product; a name begins with a letter"
    return ExpressionError(column, f"`{text}` is neither a number nor a name", remedy)


def _as_fraction(digits: str, percent: bool) -> str:
    return f"`{Fraction(digits) / (100 if percent else 1)}`"


def _unreadable(text: str, at: int) -> ExpressionError:
    for pattern, remedy in _REMEDIES:
        match = re.match(pattern, text[at:])
        if match:
            return ExpressionError(at + 1, f"found `{match[0]}`", remedy)
    return ExpressionError(at + 1, f"found `{text[at]}`", "it has no meaning in an expression")
