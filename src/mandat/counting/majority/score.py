"""Score vote: each paper gives every candidate points on a scale; the most points win.

Text: W. D. Smith, "Range voting" (2000), in the form that adds up points (a candidate without points has 0). `levels` is the top
of the scale, which starts at 0 (1 is approval voting); a paper that leaves the scale is void. The paper does not settle
ties; they are settled by lot.

>>> from mandat.counting import Ballots, count
>>> ballots = Ballots.from_scores(["Ann", "Bob"], [({1: 5, 2: 3}, 2), ({2: 4}, 2), ({1: 9}, 7)])
>>> count("score", ballots, 1, levels=5).stages[0].totals
(10, 14)
"""

from __future__ import annotations

import msgspec
import numpy as np

from mandat.counting.ballots import Ballots
from mandat.counting.errors import BadParameterError
from mandat.counting.majority.marks import points, points_of
from mandat.counting.majority.most_votes import elect_most_votes
from mandat.counting.result import Count
from mandat.counting.rule import Rule
from mandat.language import msg

DEFAULT_LEVELS = 5


def score(ballots: Ballots, seats: int, *, lots: tuple[int, ...] = (), levels: int = DEFAULT_LEVELS) -> Count:
    """Add up the points, on papers whose points all lie between 0 and `levels`."""
    if isinstance(levels, bool) or not isinstance(levels, int) or levels < 1:
        raise BadParameterError(
            msg("score has {levels} levels; give the top of the scale, a whole number of at least 1")(
                levels=repr(levels)
            )
        )
    given = points(ballots, "score")
    totals, valid = points_of(ballots, given, np.flatnonzero(((given >= 0) & (given <= levels)).all(axis=1)))
    found = elect_most_votes("score", ballots, seats, totals, lots=lots, paragraph="lot", valid=valid)
    return msgspec.structs.replace(found, parameters=(("levels", levels),))


RULE = Rule(
    name="score",
    title="Score vote",
    text="Smith, Range voting (2000), sum of points; ties by lot",
    kind="score",
    function=score,
    parameters=("levels",),
    aliases=("range",),
)
