"""Sainte-Laguë: seat after seat goes to the list with the highest quotient of its votes by 1, 3, 5, …

Text: A. Sainte-Laguë, "La représentation proportionnelle et la méthode des moindres carrés", Annales scientifiques de l'ENS 27
(1910); as in the Electoral Act 1993 (New Zealand), section 192. Equal quotients for the last seat are settled by lot.

>>> from mandat.counting import Ballots, count
>>> ballots = Ballots.from_rankings(["A", "B", "C"], [((1,), 53), ((2,), 24), ((3,), 23)])
>>> sorted(count("sainte-lague", ballots, 7).winners)
[1, 1, 1, 2, 2, 3, 3]
"""

from __future__ import annotations

from collections.abc import Sequence

from mandat.counting.ballots import Ballots
from mandat.counting.lists.award import award
from mandat.counting.result import Count
from mandat.counting.rule import Rule


def sainte_lague(
    ballots: Ballots, seats: int, *, lots: tuple[int, ...] = (), list_sizes: Sequence[int] | None = None
) -> Count:
    """Award the seats; a list never takes more than it has candidates (`list_sizes`)."""
    return award("sainte-lague", "section 192", lambda taken: 2 * taken + 1, ballots, seats, lots, list_sizes)


RULE = Rule(
    name="sainte-lague",
    title="Sainte-Laguë",
    text="Electoral Act 1993 (New Zealand), section 192 (Sainte-Laguë 1910)",
    kind="list",
    function=sainte_lague,
    parameters=("list_sizes",),
    aliases=("webster",),
)
