"""Committees from approvals: how many approve, how many of these have somebody elected, and what the rule weighed."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from mandat.counting.ballots import Ballots
from mandat.counting.committees.approvals import read_approvals
from mandat.counting.committees.best import SHOWN
from mandat.counting.rendering.why.last import ties_lost
from mandat.counting.rendering.why.totals import compared
from mandat.counting.result import Count
from mandat.counting.sums import Sums
from mandat.language import Sentence, msg

_REPRESENTED = msg(
    "Of the papers that approve {name}, {some} of {all_} also approve somebody who is elected."
)
_TURN = msg("The last seat went to {last}: by the rule's figure, {figure}, nobody who was left came before.")
_WHOLE = msg("The rule elects the committee that is best as a whole; none with {name} is as good.")


def told(count: Count, ballots: Ballots, candidate: int) -> Iterator[Sentence]:
    """Approvals of both, and what the rule looks at beside them."""
    yield from compared(count, candidate, missing=False)
    if candidate in count.winners or not count.winners:
        return
    yield _represented(count, ballots, candidate)
    found = {each.name: each.rows for each in count.exhibits}
    turns = found.get("turns")
    if turns and not any(tie.stage == len(turns) and candidate in tie.candidates for tie in count.ties):
        _, last, figure = turns[-1]
        yield _TURN(last=last, figure=figure)
    best = found.get("best committees")
    if best is not None and len(best) < SHOWN:
        name = count.names[candidate - 1]
        if not list(ties_lost(count, candidate)):
            yield _WHOLE(name=name)


def _represented(count: Count, ballots: Ballots, candidate: int) -> Sentence:
    approvals = read_approvals(ballots)
    sums = Sums(approvals.weights)
    own = approvals.of(candidate)
    elected = np.zeros(len(own), np.bool_)
    for winner in count.winners:
        elected |= approvals.of(winner)
    return _REPRESENTED(
        name=count.names[candidate - 1],
        some=str(sums.of(np.flatnonzero(own & elected))),
        all_=str(sums.of(np.flatnonzero(own))),
    )
