"""WIGM reference rule: the weighted inclusive Gregory method of the Proportional Representation Foundation.

Text: "Reference WIGM Rule", prfound.org/resources/reference/reference-wigm-rule. Its steps:

- A.1: quota = valid ballots / (seats + 1), plus 0.0001.
- B.1: a hopeful candidate with the quota is elected, the surplus pending.
- B.2 (optional, `batch`): defeat the largest set of hopeful candidates whose votes with all surpluses
  together are less than the votes of the next hopeful one, as long as enough remain for the seats.
- B.3: transfer the largest surplus, also one of zero: new weight = weight x surplus / votes.
- B.4: defeat the lowest candidate; the count is tested for completeness before the ballots move.
- C: all seats filled: the others are defeated; no more hopeful candidates than seats: they are elected.
- D.1: ties go to the candidate who is earliest in a predetermined random order: here a lot each time.
- D.4: each multiplication and each division is cut to four decimals.

>>> from mandat.counting import Ballots, count
>>> ballots = Ballots.from_rankings(["Ann", "Bob", "Cy"], [((1, 2), 6), ((3,), 3), ((2,), 1)])
>>> result = count("wigm", ballots, 2)
>>> result.decimal(result.quota), result.winners
('3.3334', (1, 2))
"""

from __future__ import annotations

from mandat.counting.ballots import Ballots
from mandat.counting.errors import BadParameterError
from mandat.counting.reading import ReadingRule, read_papers
from mandat.counting.result import Count
from mandat.counting.rule import Rule
from mandat.counting.stv.gregory import (
    deem_elected,
    excludable,
    first_preferences,
    sure_losers,
    transfer_excluded,
    transfer_surplus,
)
from mandat.counting.stv.proceedings import Observer, Proceedings
from mandat.counting.stv.table import SortingTable, Units
from mandat.language import msg

_UNIT = 10**4
QUOTAS = ("droop", "hare")


def wigm(
    ballots: Ballots,
    seats: int,
    *,
    lots: tuple[int, ...] = (),
    protected: tuple[int, ...] = (),
    observer: Observer | None = None,
    batch: bool = False,
    quota: str = "droop",
) -> Count:
    """Count under the reference rule; totals have four decimals. `batch` turns on step B.2.

    `quota`: "droop" as in A.1, or "hare": valid ballots / seats, rounded up to four decimals (T. Hare, "The election of
    representatives", 1859), which the rule does not know.
    """
    if quota not in QUOTAS:
        raise BadParameterError(
            msg("wigm has no quota {quota}; it is one of: {quotas}")(
                quota=repr(quota), quotas=", ".join(QUOTAS)
            )
        )
    papers = read_papers(ballots, RULE.reading)
    count = Proceedings.open("wigm", ballots, papers, seats, precision=4, lots=lots, protected=protected)
    count.observer = observer
    count.note("batch", batch)
    if quota != "droop":
        count.note("quota", quota)
    votes = papers.valid * _UNIT
    count.quota = votes // (seats + 1) + 1 if quota == "droop" else -(-votes // seats)  # A.1
    return count.conclude(lambda: _procedure(count, batch=batch))


def _procedure(count: Proceedings, *, batch: bool) -> None:
    table = first_preferences(count)  # A.4, A.5
    pending: list[int] = []
    while not _complete(count):
        before = len(count.elected)
        deem_elected(count, table, "B.1")
        pending += [e.candidate for e in count.elected[before:]]
        if _complete(count):
            return
        losers = sure_losers(count, keep=count.vacancies) if batch else []
        if losers:
            _defeat(count, table, losers)
        elif pending:
            candidate = count.highest(pending, "transfer", "lot", "D.1")
            pending.remove(candidate)
            transfer_surplus(count, table, candidate, new_weight)
        else:
            _defeat(count, table, [count.lowest(excludable(count), "exclude", "lot", "D.1")])


def _defeat(count: Proceedings, table: SortingTable, losers: list[int]) -> None:
    """B.2 and B.4: defeat, test, and only then transfer."""
    for loser in losers:
        count.exclude(loser)
    if not _complete(count):
        transfer_excluded(count, table, losers)


def _complete(count: Proceedings) -> bool:
    """D.3 and C."""
    count.fill_last_vacancies()
    return count.is_over


def new_weight(weight: Units, surplus: int, votes: int) -> Units:
    """B.3 with D.4: weight x surplus cut to four decimals, then / votes cut to four decimals."""
    return weight * surplus // _UNIT * _UNIT // votes


RULE = Rule(
    name="wigm",
    title="WIGM reference rule",
    text="Proportional Representation Foundation, Reference WIGM Rule (prfound.org)",
    kind="stv",
    function=wigm,
    can_observe=True,
    parameters=("protected", "batch", "quota"),
    aliases=("stv-wigm", "wigm-prf"),
    reading=ReadingRule(gap="pass over", equal="stop", repeat="pass over"),
)
