"""Whole numbers in files: what is one, and what is wrong with what looks like one."""

from __future__ import annotations

import re

from mandat.counting.ballots import LARGEST_DIGITS
from mandat.language import Message, Sentence, msg

MOST_DIGITS = LARGEST_DIGITS
_PLAIN = re.compile(r"[0-9]+(?:\.0*)?")
_SPACED = re.compile("[0-9]{1,3}(?:([ '’\u00a0\u202f\u2009])[0-9]{3})(?:\\1[0-9]{3})*")
_COMMAS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+")
_POINTS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3}){2,}")
_AMBIGUOUS = re.compile(r"[0-9]{1,3}[.,][0-9]{3}")


def whole_number(text: str, *, comma: bool = False) -> int | None:
    """The number written in `text`, or None.

    Digits 0 to 9, perhaps with a decimal part of zeros (spreadsheets write 3.0) and with the thousands apart: by blanks or
    apostrophes, by two or more points, and by commas where `comma` says that a comma is no decimal sign there.

    >>> whole_number("5 200"), whole_number("3.0"), whole_number("1,234", comma=True), whole_number("²")
    (5200, 3, 1234, None)
    """
    text = text.strip()
    if len(text) > MOST_DIGITS:
        return None
    if _PLAIN.fullmatch(text):
        return int(text.partition(".")[0])
    grouped = (_SPACED, _POINTS, *((_COMMAS,) if comma else ()))
    if any(form.fullmatch(text) for form in grouped) or (text.count(",") > 1 and _COMMAS.fullmatch(text)):
        return int(re.sub("[^0-9]", "", text))
    return None


VOTES, SEATS, POINTS, MONEY = msg("votes"), msg("seats"), msg("points"), msg("money")


def trouble(text: str, what: str | Message) -> Sentence:
    """Why `text` is not a whole number of `what`, with the remedy."""
    text = text.strip()
    if not text:
        return msg("the cell of the {what} is empty; write 0 if there are none")(what=what)
    if len(text) > MOST_DIGITS:
        return msg("a number of {count} characters is no number of {what}; at most {most} digits are read")(
            count=len(text), what=what, most=MOST_DIGITS
        )
    if _AMBIGUOUS.fullmatch(text):
        plain = re.sub("[^0-9]", "", text)
        return msg(
            "{text} can be {plain} or a decimal number; write {plain} if it is a whole number of {what}"
        )(text=repr(text), what=what, plain=plain)
    return msg("{text} is not a whole number of {what}")(text=repr(text), what=what)


def shown(text: str, most: int = 60) -> str:
    """`text` in quotes for a message, cut where it is long."""
    return repr(text if len(text) <= most else text[:most] + "…")
