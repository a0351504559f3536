"""Minneapolis STV: Minneapolis Code of Ordinances, title 8.5, sections 167.20, 167.60 and 167.70 (as amended
to 2015).

- 167.20: threshold = votes counted in the first round / (seats + 1), plus one, fractions disregarded; surplus
  fraction = surplus / votes of the candidate, transfer value = surplus fraction x current value, each cut to
  four decimals.
- 167.70(c)(1)c: undeclared write-ins fall first; then, at each round and before any surplus moves, all for
  whom it is mathematically impossible to be elected fall together: those who with all lower and tied votes
  and all surpluses could not equal the next candidate above, and everybody below them.
- d: the largest surplus moves; ties by lot. e: without a surplus the lowest candidate falls; ties by lot.
- f: as many continuing candidates as seats to fill are elected; the votes of those defeated last do not move.
- (c)(2): skipped rankings, overvotes and repeated candidates are passed over.

The ordinance lets undeclared write-ins and hopeless candidates fall at once in the second round; the city's
reports give the write-ins a round of their own, and so does this. 167.60 (one seat) is the same procedure
with one seat.

>>> from mandat.counting import Ballots, count
>>> ballots = Ballots.from_rankings(["Ann", "Bob", "UWI"], [((3, 2), 2), ((2,), 3), ((1,), 4)])
>>> [stage.candidates for stage in count("minneapolis", ballots, 1, undeclared=(3,)).stages]
[(), (3,)]
"""

from __future__ import annotations

from dataclasses import replace

from mandat.counting.ballots import Ballots
from mandat.counting.errors import BadParameterError
from mandat.counting.reading import ReadingAnswer, ReadingRule, read_papers
from mandat.counting.result import Count
from mandat.counting.rule import Rule
from mandat.counting.stv.gregory import (
    deem_elected,
    excludable,
    first_preferences,
    sure_losers,
    transfer_excluded,
    transfer_surplus,
    with_surplus,
)
from mandat.counting.stv.proceedings import Observer, Proceedings
from mandat.counting.stv.table import SortingTable, Units

_UNIT = 10**4
_UNDECLARED = {"uwi", "undeclared write-ins", "undeclared write-in"}


def minneapolis(
    ballots: Ballots,
    seats: int,
    *,
    lots: tuple[int, ...] = (),
    protected: tuple[int, ...] = (),
    observer: Observer | None = None,
    undeclared: tuple[int, ...] | None = None,
    two_skips_end: bool = False,
) -> Count:
    """Count under section 167.70; totals have four decimals.

    `undeclared` are the numbers under which undeclared write-ins stand; by default those named "UWI" or
    "Undeclared Write-ins".
    """
    named = tuple(c.number for c in ballots.candidates if c.name.lower() in _UNDECLARED)
    written = named if undeclared is None else undeclared
    if unknown := set(written) - set(ballots.standing):
        raise BadParameterError(
            f"candidate {min(unknown)} does not stand, so cannot be an undeclared write-in"
        )
    gap: ReadingAnswer = "stop at two" if two_skips_end else RULE.reading.gap
    papers = read_papers(ballots, replace(RULE.reading, gap=gap))
    count = Proceedings.open(
        "minneapolis", ballots, papers, seats, precision=4, lots=lots, protected=protected
    )
    count.observer = observer
    count.note("undeclared", written)
    count.note("two_skips_end", two_skips_end)
    return count.conclude(lambda: _procedure(count, list(written)))


def _procedure(count: Proceedings, undeclared: list[int]) -> None:
    count.quota = (count.papers.valid // (count.seats + 1) + 1) * _UNIT
    table = first_preferences(count)
    if undeclared:
        _defeat(count, table, undeclared)
    while not _finished(count, table):
        losers = sure_losers(count, keep=count.vacancies)
        above = with_surplus(count)
        if losers:
            _defeat(count, table, losers)
        elif above:
            candidate = count.highest(above, "transfer", "lot", "167.70(c)(1)d")
            transfer_surplus(count, table, candidate, transfer_value)
        else:
            loser = count.lowest(excludable(count), "exclude", "lot", "167.70(c)(1)e")
            _defeat(count, table, [loser])


def _finished(count: Proceedings, table: SortingTable) -> bool:
    """Clauses a and f."""
    deem_elected(count, table, "167.70(c)(1)f")
    count.fill_last_vacancies()
    return count.is_over


def _defeat(count: Proceedings, table: SortingTable, losers: list[int]) -> None:
    for loser in losers:
        count.exclude(loser)
    if len(count.continuing) > count.vacancies:
        transfer_excluded(count, table, losers)


def transfer_value(value: Units, surplus: int, votes: int) -> Units:
    """167.20: surplus fraction and its product with the current value, each cut to four decimals."""
    return surplus * _UNIT // votes * value // _UNIT


RULE = Rule(
    name="minneapolis",
    title="Minneapolis STV",
    text="Minneapolis Code of Ordinances, sections 167.20, 167.60, 167.70",
    kind="stv",
    function=minneapolis,
    can_observe=True,
    parameters=("protected", "undeclared", "two_skips_end"),
    aliases=("stv-minneapolis", "minneapolis-stv"),
    reading=ReadingRule(gap="pass over", equal="pass over", repeat="pass over"),
)
