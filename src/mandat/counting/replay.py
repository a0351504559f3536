"""Check a published `Count`: count the ballots again and compare everything."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mandat.counting.ballots import Ballots
from mandat.counting.errors import BadReplayError
from mandat.counting.result import Count
from mandat.counting.rules import count
from mandat.language import Sentence, msg


def replay(published: Count, ballots: Ballots) -> None:
    """Count `ballots` again under the rule, seats, lots and parameters of `published`; all must come out the
    same.

    Raises `BadReplayError` naming the first difference: where it is, what was published and what the ballots
    give. A countback is refused: it is checked by calling `countback` again with its own arguments.

    >>> from mandat.counting import Ballots, count
    >>> ballots = Ballots.from_rankings(["Ann", "Bob"], [((1, 2), 3), ((2,), 2)])
    >>> replay(count("stv-scottish", ballots, 1), ballots)
    """
    given = dict(published.parameters)
    if "countback" in given:
        raise BadReplayError(
            msg("this is a countback; call `countback` again with its sitting and vacating members")
        )
    again = recounted(published, ballots)
    difference = next(differences(published.to_json(), again.to_json()), None)
    if difference is not None:
        raise BadReplayError(difference)
    if published.names != again.names:
        raise BadReplayError(
            msg("the result names {published}, the ballots {counted}")(
                published=", ".join(published.names), counted=", ".join(again.names)
            )
        )


def recounted(published: Count, ballots: Ballots) -> Count:
    """Count `ballots` under the rule, seats, lots and parameters of `published`."""
    given = dict(published.parameters)
    return count(published.rule, ballots, published.seats, lots=published.lots, **given)


def differences(published: Any, counted: Any, place: str = "") -> Iterator[Sentence]:
    """Each place where two results differ, in words, in the order in which they are printed.

    >>> [each.text("en") for each in differences({"seats": 3}, {"seats": 4})]
    ['seats: the result says 3, the ballots give 4']
    """
    match published, counted:
        case dict(), dict():
            for key in published:
                yield from differences(published[key], counted.get(key), f"{place}.{key}" if place else key)
        case list(), list() if len(published) == len(counted):
            for index, (one, other) in enumerate(zip(published, counted, strict=True)):
                yield from differences(one, other, f"{place}[{index}]")
        case list(), list():
            yield msg("{place}: the result has {entries} entries, the ballots give {counted}")(
                place=place, entries=len(published), counted=len(counted)
            )
        case _ if published != counted:
            yield msg("{place}: the result says {published}, the ballots give {counted}")(
                place=place, published=repr(published), counted=repr(counted)
            )
