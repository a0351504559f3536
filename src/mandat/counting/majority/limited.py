"""Limited vote: each voter marks fewer candidates than there are seats; most votes win.

Text: Ley Orgánica del Régimen Electoral General (Spain, 5/1985), articles 165 and 166: for the four senators of a province a
voter marks at most three, and those with most votes are elected. `votes` is how many a voter may mark, by default one less
than the seats; a paper that marks more is void. Equal votes are settled by lot. Ranks do not matter.

>>> from mandat.counting import Ballots, count
>>> ballots = Ballots.from_approvals(["Ann", "Bob", "Cy"], [({1}, 5), ({2}, 4), ({3}, 3), ({1, 2}, 9)])
>>> count("limited", ballots, 2).winners
(1, 2)
"""

from __future__ import annotations

from mandat.counting.ballots import Ballots
from mandat.counting.errors import BadParameterError
from mandat.counting.majority.block import count_marks
from mandat.counting.majority.marks import entitlement
from mandat.counting.result import Count
from mandat.counting.rule import Rule
from mandat.language import msg


def limited(ballots: Ballots, seats: int, *, lots: tuple[int, ...] = (), votes: int | None = None) -> Count:
    """Count the marks of each candidate on papers with at most `votes` marks, which must be fewer than `seats`.

    With one seat there is no fewer: one mark.
    """
    allowed = entitlement(votes, max(1, seats - 1), "limited")
    if allowed >= seats > 1:
        raise BadParameterError(
            msg(
                "limited gives voters fewer votes than there are seats, not {allowed} for {seats}; for as many use block"
            )(allowed=allowed, seats=seats)
        )
    return count_marks("limited", ballots, seats, allowed, lots, "article 166", votes)


RULE = Rule(
    name="limited",
    title="Limited vote",
    text="Ley Orgánica 5/1985 del Régimen Electoral General (Spain), articles 165 and 166; ties by lot",
    kind="plurality",
    function=limited,
    sees="marks",
    spare=1,
    parameters=("votes",),
    aliases=("limited-vote",),
)
