"""Yes or no to each: candidates are elected who have more yes than no and enough yes; if too many, those with most yes.

Text: Bürgerliches Gesetzbuch (Germany), section 32 (1), sentence 3: the majority of the votes cast decides; who abstains
casts none.

`majority` is the share of yes and no that yes must exceed, `quorum` the papers that must say yes (a number, or a share of
the valid papers such as "1/4": at least that). Papers give 1 for yes and 0 for no (`Ballots.from_scores`; left out is an
abstention); on papers without points, to name somebody is yes and to leave out is no. Equal yes votes for the last seat are
settled by lot.

>>> from mandat.counting import Ballots, count
>>> ballots = Ballots.from_scores(["Ann", "Bob"], [({1: 1, 2: 0}, 6), ({1: 0, 2: 1}, 5), ({2: 0}, 3)])
>>> [e.name for e in count("yes-no", ballots, 2).elected]
['Ann']
"""

from __future__ import annotations

from fractions import Fraction

import msgspec
import numpy as np
from numpy.typing import NDArray

from mandat.counting.ballots import Ballots
from mandat.counting.errors import BadParameterError
from mandat.counting.majority.marks import marks, points, votes_of
from mandat.counting.majority.most_votes import elect_most_votes
from mandat.counting.result import Count, Exhibit
from mandat.counting.rule import Rule
from mandat.language import msg


def yes_no(
    ballots: Ballots,
    seats: int,
    *,
    lots: tuple[int, ...] = (),
    majority: str = "1/2",
    quorum: int | str = 0,
) -> Count:
    """Elect those who pass, most yes first. A paper with points other than 0 and 1 is void."""
    yes, no, good = _answers(ballots)
    ayes, valid = votes_of(ballots, yes, good)
    noes, _ = votes_of(ballots, no, good)
    share, needed = _exceeded(majority), _needed(quorum, valid)
    passed = {n: v for n, v in ayes.items() if v > share * (v + noes[n]) and v >= needed}
    found = elect_most_votes(
        "yes-no", ballots, seats, passed, lots=lots, paragraph="section 32 (1)", valid=valid
    )
    rows = tuple(
        (
            ballots.name(n),
            str(ayes[n]),
            str(noes[n]),
            str(valid - ayes[n] - noes[n]),
            "passed" if n in passed else "failed",
        )
        for n in ballots.standing
    )
    totals = tuple(ayes.get(c.number, 0) for c in ballots.candidates)
    return msgspec.structs.replace(
        found,
        stages=(msgspec.structs.replace(found.stages[0], totals=totals),),
        parameters=(("majority", majority), ("quorum", quorum)),
        exhibits=(Exhibit("yes-no", ("candidate", "yes", "no", "abstain", "outcome"), rows),),
    )


def _answers(ballots: Ballots) -> tuple[NDArray[np.bool_], NDArray[np.bool_], NDArray[np.bool_]]:
    """(Yes, no, which rows are valid)."""
    named = marks(ballots)
    if ballots.scores is None:
        return named, ~named, np.ones(ballots.rows, np.bool_)
    given = points(ballots, "yes-no")
    good = ((given == 0) | (given == 1)).all(axis=1)
    return named & (given == 1), named & (given == 0), good


def _exceeded(majority: str) -> Fraction:
    try:
        found = Fraction(majority) if isinstance(majority, str) else Fraction(-1)
    except (ValueError, ZeroDivisionError):
        found = Fraction(-1)
    if not 0 <= found < 1:
        raise BadParameterError(
            msg('the majority {majority} is no share; write it as "1/2" (to be exceeded)')(
                majority=repr(majority)
            )
        )
    return found


def _needed(quorum: int | str, valid: int) -> Fraction:
    try:
        found = Fraction(-1 if isinstance(quorum, bool | float) else quorum)
    except (ValueError, ZeroDivisionError, TypeError):
        found = Fraction(-1)
    if found < 0:
        raise BadParameterError(
            msg('the quorum is {quorum}; give a number of papers or a share such as "1/4"')(
                quorum=repr(quorum)
            )
        )
    return found * valid if isinstance(quorum, str) and "/" in quorum and found <= 1 else found


RULE = Rule(
    name="yes-no",
    title="Yes or no",
    text="Bürgerliches Gesetzbuch (Germany), section 32 (1): majority of the votes cast; ties by lot",
    kind="yes-no",
    function=yes_no,
    parameters=("majority", "quorum"),
)
