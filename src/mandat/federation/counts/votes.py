"""Counts of one vote: who is present, who voted, and how."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from mandat.bylaws.expression import CountRef
from mandat.federation.counts.subject import Subject, View
from mandat.federation.motions.state import Vote


def _of_vote(tell: Callable[[Vote], int]) -> Callable[[View, Subject, CountRef], int]:
    def count(view: View, subject: Subject, ref: CountRef) -> int:
        del ref
        return tell(view.state.motions.votes[subject.motion or ""])

    return count


def voted(view: View, subject: Subject, ref: CountRef) -> int:
    """Ballots received, valid or not."""
    del ref
    if subject.election is not None:
        return len(view.state.elections.all[subject.election].voted)
    return sum(view.state.motions.votes[subject.motion or ""].tally)


COUNTS: Mapping[str, Callable[[View, Subject, CountRef], Any]] = {
    "voted": voted,
    "present": _of_vote(lambda vote: vote.present or 0),
    "represented": _of_vote(lambda vote: vote.present or 0),
    "concerned": _of_vote(lambda vote: len(vote.roll)),
    "yes": _of_vote(lambda vote: vote.tally[0]),
    "no": _of_vote(lambda vote: vote.tally[1]),
    "abstain": _of_vote(lambda vote: vote.tally[2]),
    "invalid": _of_vote(lambda vote: vote.tally[3]),
    "cast": _of_vote(lambda vote: vote.tally[0] + vote.tally[1]),
    "valid": _of_vote(lambda vote: vote.tally[0] + vote.tally[1] + vote.tally[2]),
}
