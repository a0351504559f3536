"""Parameters of a counting rule as words of the command line: ``--with default=9``."""

from __future__ import annotations

from mandat.counting import CountingError
from mandat.counting.formats.whole import whole_number
from mandat.counting.result import Parameter
from mandat.language import msg

_TRUTH = {"yes": True, "true": True, "no": False, "false": False}


def parameters(given: list[str]) -> dict[str, Parameter]:
    """Read NAME=VALUE: a number, yes or no, numbers with commas between them, or a text.

    >>> parameters(["default=9", "batch=yes", "list_sizes=3,2", "strength=margins"])
    {'default': 9, 'batch': True, 'list_sizes': (3, 2), 'strength': 'margins'}
    """
    found: dict[str, Parameter] = {}
    for each in given:
        name, sign, text = each.partition("=")
        if not sign or not name or not text:
            raise CountingError(
                msg("{each} is not a parameter: write NAME=VALUE, such as --with default=9")(each=repr(each))
            )
        found[name.strip().replace("-", "_")] = _value(text.strip())
    return found


def _value(text: str) -> Parameter:
    if text.lower() in _TRUTH:
        return _TRUTH[text.lower()]
    numbers = [whole_number(part) if part.strip().isdecimal() else None for part in text.split(",")]
    whole = tuple(number for number in numbers if number is not None)
    if len(whole) < len(numbers):
        return text
    return whole[0] if len(whole) == 1 else whole
