"""Approval: each paper gives one vote to every candidate it names, at whatever rank; most votes win.

Text: S. J. Brams and P. C. Fishburn, "Approval Voting", American Political Science Review 72 (1978), 831-847.
The paper does not settle ties; they are settled by lot, as in first past the post.

>>> from mandat.counting import Ballots, count
>>> count("approval", Ballots.from_approvals(["Ann", "Bob"], [({1, 2}, 2), ({2}, 1)]), 1).winners
(2,)
"""

from __future__ import annotations

from mandat.counting.ballots import Ballots
from mandat.counting.majority.most_votes import elect_most_votes
from mandat.counting.result import Count
from mandat.counting.rule import Rule
from mandat.counting.sums import Sums


def approval(ballots: Ballots, seats: int, *, lots: tuple[int, ...] = ()) -> Count:
    """Count the papers that name each candidate; naming one twice counts once."""
    sums = Sums(ballots.weights)
    votes = {number: sums.of((ballots.rankings == number).any(axis=1)) for number in ballots.standing}
    return elect_most_votes(
        "approval", ballots, seats, votes, lots=lots, paragraph="lot", valid=ballots.total
    )


RULE = Rule(
    name="approval",
    title="Approval voting",
    text="Brams and Fishburn, Approval Voting, APSR 72 (1978) 831-847; ties by lot",
    kind="approval",
    function=approval,
)
