"""Completes the counts of a vote from those given, and names what contradicts: for ``mandat ask --given``.

``cast`` = yes + no, ``valid`` = cast + abstain, ``voted`` = valid + invalid; voted ≤ represented ≤ entitled, present ≤
represented, filled ≤ seats.
"""

from __future__ import annotations

from collections.abc import Mapping

from mandat.bylaws.expression.errors import NumbersError

SUMS: tuple[tuple[str, str, str], ...] = (
    ("cast", "yes", "no"),
    ("valid", "cast", "abstain"),
    ("voted", "valid", "invalid"),
)
"""Each whole with its two parts."""

ORDER: tuple[tuple[str, str], ...] = (
    ("voted", "represented"),
    ("voted", "entitled"),
    ("represented", "entitled"),
    ("present", "represented"),
    ("filled", "seats"),
    ("withdrawn", "electors"),
    ("ratified", "parties"),
)
"""What is never more than what."""


def complete(given: Mapping[str, int]) -> dict[str, int]:
    """The numbers given and those that follow from them, in whole numbers.

    Nothing is assumed to be 0: without ``abstain``, ``valid`` does not follow. A tally (``yes by card``) is completed by
    itself. :class:`NumbersError` names two numbers that contradict each other.

    >>> complete({"yes": 3014, "cast": 4900})
    {'yes': 3014, 'cast': 4900, 'no': 1886}
    """
    numbers = dict(given)
    tallies = {name.partition(" by ")[2] for name in given}
    for tally in sorted(tallies):
        _sums(numbers, f" by {tally}" if tally else "")
    for tally in sorted(tallies):
        _order(numbers, f" by {tally}" if tally else "")
    return numbers


def _sums(numbers: dict[str, int], tally: str) -> None:
    for _ in SUMS:  # a sum may be found from the one below or the one above
        for whole, one, other in SUMS:
            _sum(numbers, whole + tally, one + tally, other + tally)


def _sum(numbers: dict[str, int], whole: str, one: str, other: str) -> None:
    known = {name for name in (whole, one, other) if name in numbers}
    if known == {one, other}:
        numbers[whole] = numbers[one] + numbers[other]
    elif known == {whole, one}:
        numbers[other] = _rest(numbers, whole, one)
    elif known == {whole, other}:
        numbers[one] = _rest(numbers, whole, other)
    elif len(known) == 3 and numbers[whole] != numbers[one] + numbers[other]:
        sum_ = numbers[one] + numbers[other]
        raise NumbersError(
            f"`{whole}` is `{one}` + `{other}`: {numbers[one]} + {numbers[other]} = {sum_}, not {numbers[whole]}"
        )


def _rest(numbers: Mapping[str, int], whole: str, part: str) -> int:
    if numbers[part] > numbers[whole]:
        raise NumbersError(
            f"`{part}` {numbers[part]} is a part of `{whole}` {numbers[whole]} and cannot be more"
        )
    return numbers[whole] - numbers[part]


def _order(numbers: Mapping[str, int], tally: str) -> None:
    for less, more in ORDER:
        low, high = numbers.get(less + tally), numbers.get(more + tally)
        if low is not None and high is not None and low > high:
            raise NumbersError(f"`{less + tally}` {low} cannot be more than `{more + tally}` {high}")
