"""Copeland: most pairwise victories; a tie between two counts half.

Text: A. H. Copeland, "A reasonable social welfare function" (seminar notes, University of Michigan, 1951), as in D. G. Saari and
V. R. Merlin, Economic Theory 8 (1996), 51-76. Ties are frequent; the lot settles them.

>>> from mandat.counting import Ballots, count
>>> papers = [((1, 2, 3), 4), ((2, 3, 1), 3), ((3, 1, 2), 2), ((1,), 1)]
>>> [e.name for e in count("copeland", Ballots.from_rankings(["Ann", "Bob", "Cy"], papers), 1).elected]
['Ann']
"""

from __future__ import annotations

from itertools import groupby

from mandat.counting.ballots import Ballots
from mandat.counting.condorcet.pairwise import Pairwise, pairwise
from mandat.counting.condorcet.screening import PARAMETERS, Ratios, screening
from mandat.counting.condorcet.tiers import elect
from mandat.counting.lots import Lots
from mandat.counting.result import Count
from mandat.counting.rule import Rule


def copeland(
    ballots: Ballots,
    seats: int,
    *,
    lots: tuple[int, ...] = (),
    default: int | None = None,
    quorum: int | str | None = None,
    ratios: Ratios | None = None,
) -> Count:
    """Elect by most pairwise victories; equals at the last seat need a lot."""
    screened = screening(ballots, default, quorum, ratios)
    compared = pairwise(ballots)
    among = compared.among(screened.undropped(compared))
    score = {a: _score(among, a) for a in among.options}
    ranked = sorted(among.options, key=lambda a: (-score[a], a))
    tiers = [list(tier) for _, tier in groupby(ranked, key=lambda a: score[a])]
    return elect(
        "copeland", ballots, seats, tiers, compared, screened, lots=Lots(lots), given=lots, paragraph="lot"
    )


def _score(among: Pairwise, a: int) -> int:
    """Twice the victories, plus the ties: whole numbers."""
    others = [b for b in among.options if b != a]
    return sum(2 * among.defeats(a, b) + (among.margin(a, b) == 0) for b in others)


RULE = Rule(
    name="copeland",
    title="Copeland",
    text="Copeland 1951; Saari and Merlin, Economic Theory 8 (1996) 51-76",
    kind="condorcet",
    function=copeland,
    parameters=PARAMETERS,
    aliases=("pairwise-wins",),
)
