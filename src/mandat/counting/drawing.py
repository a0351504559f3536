"""Lots that anybody can check: RFC 3797, "Publicly Verifiable Nominations Committee Random Selection" (2004).

Rules never draw lots; they ask. Whoever must answer can announce beforehand which public numbers (a lottery,
a stock index) will decide and how they are written, and then everybody can repeat the draw. Nothing here is
secret.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence

from mandat.counting.errors import BadParameterError
from mandat.language import msg

_NUMBER = re.compile(r"\d+(\.\d+)?")
Seed = str | int | Sequence[int]
"""One announced source: a text, a number, or a set of numbers such as those of a lottery."""


def seed_text(seeds: Iterable[Seed]) -> str:
    """The sources in the canonical form of section 4: numbers of one source sorted, each ended by `.`,
    sources by `/`.

    A text loses everything but letters and digits and is written in capitals. Raises `BadParameterError` for
    a source that is empty.

    >>> seed_text([9319, [2, 5, 12, 8, 10], [9, 18, 26, 34, 41, 45]])
    '9319./2.5.8.10.12./9.18.26.34.41.45./'
    """
    written = []
    for seed in seeds:
        match seed:
            case bool():
                raise BadParameterError(
                    msg("the source {seed} is neither a text nor a number")(seed=repr(seed))
                )
            case str() if _NUMBER.fullmatch(seed):
                text = seed if "." in seed else f"{int(seed)}."
            case str():
                text = "".join(c for c in seed.upper() if c.isascii() and c.isalnum())
            case int():
                text = f"{seed}."
            case _:
                text = "".join(f"{number}." for number in sorted(seed))
        if not text:
            raise BadParameterError(
                msg("the source {seed} is empty; name the numbers that were published")(seed=repr(seed))
            )
        written.append(f"{text}/")
    if not written:
        raise BadParameterError(msg("a draw needs at least one published source"))
    return "".join(written)


def draw(seeds: Iterable[Seed], pool: Sequence[int], *, how_many: int = 1) -> tuple[int, ...]:
    """Draw `how_many` of `pool`, in the order drawn: the same sources and pool give the same lots to
    everybody.

    The pool is a list in published order, such as `LotQuestion.candidates`. Raises `BadParameterError` for an
    empty pool, more lots than the pool holds, or an empty source.

    >>> draw([9319, [2, 5, 12, 8, 10], [9, 18, 26, 34, 41, 45]], range(1, 26), how_many=10)
    (17, 7, 2, 16, 25, 23, 8, 24, 19, 13)
    """
    left = list(pool)
    if not 0 < how_many <= len(left):
        raise BadParameterError(
            msg("{wanted} cannot be drawn from a pool of {count}")(wanted=how_many, count=len(left))
        )
    key = seed_text(seeds).encode("ascii")
    drawn = []
    for turn in range(how_many):
        mark = turn.to_bytes(2, "big")
        digest = hashlib.md5(mark + key + mark, usedforsecurity=False).digest()
        drawn.append(left.pop(int.from_bytes(digest, "big") % len(left)))
    return tuple(drawn)
