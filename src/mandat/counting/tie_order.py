"""A fixed order of candidates that answers every lot: for texts that have one drawn before the count, or go by age, alphabet or
rank.

Text: for one, the Reference WIGM Rule of the Proportional Representation Foundation (prfound.org), D.1: "a predetermined random
order"; RCTab's "use candidate order". Where a lot says who is elected, comes first or has the surplus moved first, the tied
candidate who is earliest in the order is drawn; where it says who is excluded, the latest.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from mandat.counting.ballots import Ballots
from mandat.counting.errors import BadParameterError
from mandat.counting.result import Count
from mandat.counting.rules import count
from mandat.language import msg


def count_in_order(
    rule_name: str, ballots: Ballots, seats: int, order: Sequence[int], **parameters: Any
) -> Count:
    """Count under a rule, and answer its lots by `order`: candidate numbers, the favoured first. The result's `lots` are the
    answers, so that a replay needs no order.

    Raises `BadParameterError` for an order that does not name every candidate who stands exactly once.

    >>> ballots = Ballots.from_rankings(["Ann", "Bob"], [((1,), 3), ((2,), 3)])
    >>> result = count_in_order("fptp", ballots, 1, (2, 1))
    >>> result.winners, result.lots
    ((2,), (2,))
    """
    place = {number: index for index, number in enumerate(order)}
    if sorted(set(order) & set(ballots.standing)) != sorted(ballots.standing) or len(place) != len(order):
        given, standing = ", ".join(map(str, order)), ", ".join(map(str, ballots.standing))
        raise BadParameterError(
            msg("the order {given} must name each of the candidates {standing} once")(
                given=given, standing=standing
            )
        )
    lots: tuple[int, ...] = ()
    while True:
        found = count(rule_name, ballots, seats, lots=lots, **parameters)
        if found.question is None:
            return found
        choose = max if found.question.choice == "exclude" else min
        lots = (*lots, choose(found.question.candidates, key=place.__getitem__))
