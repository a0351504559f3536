"""Drawing lots from values that are published after everybody knows how they will be used.

Source: RFC 3797, "Publicly Verifiable Nominations Committee (NomCom) Random Selection" (2004), sections 4 and 5. The pool is
numbered from 1; each source gives one or several numbers, or a text; from them one key is made, and the MD5 of the key between
two copies of a counter gives each selection. Anybody can do it again by hand or with the program in the RFC. MD5 serves only to
spread the values: nobody can choose them.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

from mandat.counting.errors import BadParameterError
from mandat.language import msg

_NUMBERS = re.compile(r"[0-9]+(?:[ ,.]+[0-9]+)*")


def canonical(value: str) -> str:
    """Return the form in which the value of one source enters the key.

    Numbers are sorted and written without leading zeros, each followed by a point; any other text keeps its letters and digits,
    in capitals (section 4.2).

    >>> canonical("9319"), canonical("12, 2 5 8 10"), canonical("Blue 7th")
    ('9319.', '2.5.8.10.12.', 'BLUE7TH')
    """
    if _NUMBERS.fullmatch(value.strip()):
        numbers = sorted(int(number) for number in re.findall("[0-9]+", value))
        return "".join(f"{number}." for number in numbers)
    return "".join(letter for letter in value.upper() if letter.isascii() and letter.isalnum())


def key(values: Sequence[str]) -> str:
    """Return the key: the canonical values in the order of the sources, each followed by a slash.

    Raises ``BadParameterError`` if there is no value, or an empty one.

    >>> key(["9319", "2 5 8 10 12", "9 18 26 34 41 45"])
    '9319./2.5.8.10.12./9.18.26.34.41.45./'
    """
    if not values or not all(map(canonical, values)):
        raise BadParameterError(msg("each source of a lot needs a value: numbers, or letters and digits"))
    return "".join(canonical(value) + "/" for value in values)


def draw(pool: int, values: Sequence[str], number: int | None = None) -> tuple[int, ...]:
    """Return the numbers drawn from ``1..pool``, in the order of drawing; all of them, in order, if ``number`` is left out.

    Raises ``BadParameterError`` if more are asked for than the pool has, or a source has no value.

    >>> draw(25, ["9319", "2 5 8 10 12", "9 18 26 34 41 45"], 10)
    (17, 7, 2, 16, 25, 23, 8, 24, 19, 13)
    """
    wanted = pool if number is None else number
    if not 0 <= wanted <= pool:
        raise BadParameterError(
            msg("{wanted} cannot be drawn from a pool of {pool}")(wanted=wanted, pool=pool)
        )
    text = key(values).encode()
    left = list(range(1, pool + 1))
    return tuple(left.pop(_selector(text, index) % len(left)) for index in range(wanted))


def _selector(text: bytes, index: int) -> int:
    """Return the 128 bits that the key gives for one selection; the counter has two bytes, before and after."""
    counter = index.to_bytes(2, "big")
    digest = hashlib.md5(counter + text + counter, usedforsecurity=False)
    return int.from_bytes(digest.digest(), "big")
