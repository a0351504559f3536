"""Split Cycle: a majority counts as a defeat unless it is the weakest of some circle of majorities.

Text: W. H. Holliday and E. Pacuit, "Split Cycle: a new Condorcet-consistent voting method independent of clones and immune to
spoilers", Public Choice 197 (2023), 1-62, section 3: in each circle the majorities with the smallest margin are discarded, in
all circles at once; who is not defeated by what is left wins. Equivalently (lemma 3.16) A defeats B if A's margin over B is
greater than the strength of every path of majorities from B back to A. Of several winners a lot chooses. Further seats go to
those whom nobody left defeats, again and again.

>>> from mandat.counting import Ballots, count
>>> papers = [((1, 2, 3), 4), ((2, 3, 1), 3), ((3, 1, 2), 2)]
>>> [e.name for e in count("split-cycle", Ballots.from_rankings(["Ann", "Bob", "Cy"], papers), 1).elected]
['Ann']
"""

from __future__ import annotations

from collections.abc import Sequence

from mandat.counting.ballots import Ballots
from mandat.counting.condorcet.pairwise import Pairwise, pairwise
from mandat.counting.condorcet.screening import PARAMETERS, Ratios, screening
from mandat.counting.condorcet.strength import By, Strength, chosen, strength_of
from mandat.counting.condorcet.tiers import elect, undefeated_tiers
from mandat.counting.lots import Lots
from mandat.counting.result import Count, Exhibit
from mandat.counting.rule import Rule

PARAGRAPH = "section 3"


def split_cycle(
    ballots: Ballots,
    seats: int,
    *,
    lots: tuple[int, ...] = (),
    default: int | None = None,
    quorum: int | str | None = None,
    ratios: Ratios | None = None,
    strength: str = "margins",
) -> Count:
    """Elect the undefeated; `strength` is "margins" as in the text, or "winning votes"."""
    by = chosen("split-cycle", strength)
    screened = screening(ballots, default, quorum, ratios).told(("strength", by, "margins"))
    compared = pairwise(ballots)
    kept = screened.undropped(compared)
    defeats = defeats_of(compared, kept, by)
    tiers = undefeated_tiers(kept, defeats)
    return elect(
        "split-cycle",
        ballots,
        seats,
        tiers,
        compared,
        screened,
        lots=Lots(lots),
        given=lots,
        paragraph=PARAGRAPH,
        exhibits=(_exhibit(ballots, compared, kept, defeats),),
    )


def defeats_of(compared: Pairwise, options: Sequence[int], by: By) -> set[tuple[int, int]]:
    """The majorities that no circle discards."""
    paths = {
        (a, b): strength_of(compared, a, b, by) for a in options for b in options if compared.defeats(a, b)
    }
    majorities = dict(paths)
    for through in options:
        for a in options:
            first = paths.get((a, through))
            if first is None:
                continue
            for b in options:
                _widen(paths, a, b, first, paths.get((through, b)))
    return {(a, b) for (a, b), own in majorities.items() if (b, a) not in paths or own > paths[b, a]}


def _widen(
    paths: dict[tuple[int, int], Strength], a: int, b: int, first: Strength, second: Strength | None
) -> None:
    """A path is as strong as its weakest majority; keep the strongest."""
    if second is None or a == b:
        return
    over = min(first, second)
    if (a, b) not in paths or paths[a, b] < over:
        paths[a, b] = over


def _exhibit(
    ballots: Ballots, compared: Pairwise, options: Sequence[int], defeats: set[tuple[int, int]]
) -> Exhibit:
    """Every majority by falling margin and whether it is a defeat."""
    pairs = [(a, b) for a in options for b in options if compared.defeats(a, b)]
    rows = tuple(
        (
            ballots.name(a),
            ballots.name(b),
            str(compared.over[a][b]),
            str(compared.over[b][a]),
            "defeat" if (a, b) in defeats else "discarded",
        )
        for a, b in sorted(pairs, key=lambda pair: (-compared.margin(*pair), pair))
    )
    return Exhibit("majorities", ("winner", "loser", "for", "against", "outcome"), rows)


RULE = Rule(
    name="split-cycle",
    title="Split Cycle",
    text="Holliday and Pacuit, Public Choice 197 (2023) 1-62",
    kind="condorcet",
    function=split_cycle,
    parameters=(*PARAMETERS, "strength"),
)
