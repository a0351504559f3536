"""Minimax (Simpson-Kramer): whose worst defeat has the fewest papers behind it; who is not defeated at all comes first.

Text: P. B. Simpson, Quarterly Journal of Economics 83 (1969), 478-490; G. H. Kramer, J. Economic Theory 16 (1977), 310-334,
counted by the papers for the winner of each defeat ("winning votes"), or by its margin with `strength="margins"`.

>>> from mandat.counting import Ballots, count
>>> papers = [((1, 2, 3), 4), ((2, 3, 1), 3), ((3, 1, 2), 2), ((1,), 1)]
>>> [e.name for e in count("minimax", Ballots.from_rankings(["Ann", "Bob", "Cy"], papers), 1).elected]
['Ann']
"""

from __future__ import annotations

from itertools import groupby

from mandat.counting.ballots import Ballots
from mandat.counting.condorcet.pairwise import Pairwise, pairwise
from mandat.counting.condorcet.screening import PARAMETERS, Ratios, screening
from mandat.counting.condorcet.strength import By, chosen, strength_of
from mandat.counting.condorcet.tiers import elect
from mandat.counting.lots import Lots
from mandat.counting.result import Count
from mandat.counting.rule import Rule


def minimax(
    ballots: Ballots,
    seats: int,
    *,
    lots: tuple[int, ...] = (),
    default: int | None = None,
    quorum: int | str | None = None,
    ratios: Ratios | None = None,
    strength: str = "winning votes",
) -> Count:
    """Elect by the least worst defeat; equals at the last seat need a lot. `strength`: "winning votes" or "margins"."""
    by = chosen("minimax", strength)
    screened = screening(ballots, default, quorum, ratios).told(("strength", by, "winning votes"))
    compared = pairwise(ballots)
    among = compared.among(screened.undropped(compared))
    score = {a: _score(among, a, by) for a in among.options}
    ranked = sorted(among.options, key=lambda a: (-score[a], a))
    tiers = [list(tier) for _, tier in groupby(ranked, key=lambda a: score[a])]
    return elect(
        "minimax", ballots, seats, tiers, compared, screened, lots=Lots(lots), given=lots, paragraph="lot"
    )


def _score(among: Pairwise, a: int, by: By) -> int:
    """The papers behind the worst defeat, or its margin, below zero."""
    return -max((strength_of(among, b, a, by)[0] for b in among.options if among.defeats(b, a)), default=0)


RULE = Rule(
    name="minimax",
    title="Minimax",
    text="Simpson, QJE 83 (1969) 478-490; Kramer, JET 16 (1977) 310-334; winning votes",
    kind="condorcet",
    function=minimax,
    parameters=(*PARAMETERS, "strength"),
    aliases=("simpson-kramer",),
)
