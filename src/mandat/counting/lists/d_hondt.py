"""D'Hondt: seat after seat goes to the list with the highest quotient of its votes by 1, 2, 3, …

Text: V. D'Hondt, "Système pratique et raisonné de représentation proportionnelle" (1882), as in the Belgian electoral code,
article 167: "divise successivement par 1, 2, 3, 4, 5, etc. le chiffre électoral de chacune des listes". Where the last seat
falls to equal quotients, the codes differ; here a lot decides.

>>> from mandat.counting import Ballots, count
>>> ballots = Ballots.from_rankings(["A", "B", "C"], [((1,), 53), ((2,), 24), ((3,), 23)])
>>> count("d-hondt", ballots, 7).winners
(1, 1, 2, 3, 1, 1, 2)
"""

from __future__ import annotations

from collections.abc import Sequence

from mandat.counting.ballots import Ballots
from mandat.counting.lists.award import award
from mandat.counting.result import Count
from mandat.counting.rule import Rule


def d_hondt(
    ballots: Ballots, seats: int, *, lots: tuple[int, ...] = (), list_sizes: Sequence[int] | None = None
) -> Count:
    """Award the seats; a list never takes more than it has candidates (`list_sizes`)."""
    return award("d-hondt", "article 167", lambda taken: taken + 1, ballots, seats, lots, list_sizes)


RULE = Rule(
    name="d-hondt",
    title="D'Hondt",
    text="Belgian electoral code, articles 166 and 167 (D'Hondt 1882)",
    kind="list",
    function=d_hondt,
    parameters=("list_sizes",),
    aliases=("dhondt", "jefferson"),
)
