"""Every vote up to thirty voters: what proofs by signs cannot decide is tried, and the smallest case is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from mandat.bylaws.expression import CountRef, Expression
from mandat.bylaws.model.pieces import Rows

MOST_VOTERS = 30


class TrialVote(NamedTuple):
    """A vote of ``voters`` entitled, all of whom are there; who votes neither yes nor no stays silent."""

    voters: int
    yes: int
    no: int

    @property
    def numbers(self) -> Mapping[str, int]:
        """The named counts of this vote."""
        cast = self.yes + self.no
        everybody = dict.fromkeys(_EVERYBODY, self.voters)
        return {
            **everybody,
            "yes": self.yes,
            "no": self.no,
            "cast": cast,
            "valid": cast,
            "voted": cast,
            "abstain": 0,
            "invalid": 0,
        }


_OF_A_BODY = ("entitled", "filled", "seats", "members", "concerned", "electors", "due", "sent")
_EVERYBODY = (*_OF_A_BODY, "present", "represented", "sent_present")
_TOGETHER = ("cast", "valid", "voted")
KNOWN = frozenset((*_EVERYBODY, *_TOGETHER, "yes", "no", "abstain", "invalid"))


def triable(rows: Rows[Expression] | None) -> bool:
    """Whether everything a rule counts follows from the vote alone."""
    return rows is None or all(
        not part.groups and not part.weights and all(_plain(count) for count in part.counts)
        for part in _parts(rows)
    )


def _parts(rows: Rows[Expression]) -> Iterator[Expression]:
    for row in rows.rows:
        yield from (part for part in (row.when, row.value) if part is not None)


def _plain(count: CountRef) -> bool:
    return count.name in KNOWN and count.with_ is None and count.over is None and count.at is None


def outcome(rows: Rows[Expression] | None, vote: TrialVote) -> object:
    """What a rule gives for a vote: True if there is no rule, None where the text is silent."""
    if rows is None:
        return True
    for row in rows.rows:
        if row.when is None or _value(row.when, vote):
            return _value(row.value, vote)
    return None


def _value(expression: Expression, vote: TrialVote) -> object:
    numbers = vote.numbers
    return expression.evaluate({str(count): numbers[count.name] for count in expression.counts}).value


def carried(
    quorum: Rows[Expression] | None, majority: Rows[Expression] | None
) -> Callable[[TrialVote], bool]:
    """Whether a vote is carried: a quorum, a majority, and at least one yes (an axiom of the language)."""
    return lambda vote: vote.yes > 0 and outcome(quorum, vote) is True and outcome(majority, vote) is True


def stands(rejected: Rows[Expression]) -> Callable[[TrialVote], bool]:
    """Whether what was voted on stands: it is not rejected."""
    return lambda vote: outcome(rejected, vote) is not True


def votes(voters: int | None = None) -> Iterator[TrialVote]:
    """Every vote, the fewest voters first; of one number of voters if given."""
    for size in range(1, MOST_VOTERS + 1) if voters is None else (voters,):
        for cast in range(size + 1):
            for yes in range(cast + 1):
                yield TrialVote(size, yes, cast - yes)


def one_yes_defeats(wins: Callable[[TrialVote], bool]) -> tuple[TrialVote, TrialVote] | None:
    """The smallest vote that is carried and is not with one yes more."""
    return _flip(wins, lambda vote: vote._replace(yes=vote.yes + 1))


def one_no_carries(wins: Callable[[TrialVote], bool]) -> tuple[TrialVote, TrialVote] | None:
    """The smallest vote that fails and is carried with one no more."""
    return _flip(lambda vote: not wins(vote), lambda vote: vote._replace(no=vote.no + 1))


def _flip(
    before: Callable[[TrialVote], bool], more: Callable[[TrialVote], TrialVote]
) -> tuple[TrialVote, TrialVote] | None:
    for vote in votes():
        then = more(vote)
        if then.yes + then.no <= vote.voters and before(vote) and not before(then):
            return vote, then
    return None
