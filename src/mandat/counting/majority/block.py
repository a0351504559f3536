"""Block vote: each voter marks as many candidates as there are seats, or fewer; most votes win.

Text: Local Elections (Principal Areas) (England and Wales) Rules 2006 (SI 2006/3304), schedule 2: a paper that marks more
candidates than the voter is entitled to vote for is void (rule 47), equal votes are decided by lot (rule 49). `votes` gives
voters another number than the seats. Ranks on the papers do not matter.

>>> from mandat.counting import Ballots, count
>>> ballots = Ballots.from_approvals(["Ann", "Bob", "Cy"], [({1, 2}, 5), ({2, 3}, 4), ({1, 2, 3}, 9)])
>>> found = count("block", ballots, 2)
>>> found.winners, found.invalid
((2, 1), 9)
"""

from __future__ import annotations

import msgspec

from mandat.counting.ballots import Ballots
from mandat.counting.majority.marks import entitlement, marks, votes_of
from mandat.counting.majority.most_votes import elect_most_votes
from mandat.counting.result import Count
from mandat.counting.rule import Rule


def block(ballots: Ballots, seats: int, *, lots: tuple[int, ...] = (), votes: int | None = None) -> Count:
    """Count the marks of each candidate on papers with at most `votes` marks (default: as many as seats)."""
    return count_marks("block", ballots, seats, entitlement(votes, seats, "block"), lots, "rule 49", votes)


def count_marks(
    rule: str,
    ballots: Ballots,
    seats: int,
    allowed: int,
    lots: tuple[int, ...],
    paragraph: str,
    votes: int | None,
) -> Count:
    """The candidates with most marks on papers that mark at least one and at most `allowed`."""
    named = marks(ballots)
    many = named.sum(axis=1)
    good = (many > 0) & (many <= allowed)
    totals, valid = votes_of(ballots, named, good)
    found = elect_most_votes(rule, ballots, seats, totals, lots=lots, paragraph=paragraph, valid=valid)
    return found if votes is None else msgspec.structs.replace(found, parameters=(("votes", votes),))


RULE = Rule(
    name="block",
    title="Block vote",
    text="Local Elections (Principal Areas) (England and Wales) Rules 2006, schedule 2, rules 47 to 50",
    kind="plurality",
    function=block,
    sees="marks",
    spare=0,
    parameters=("votes",),
    aliases=("plurality-at-large", "block-vote"),
)
