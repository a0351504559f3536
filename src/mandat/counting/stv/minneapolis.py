"""Minneapolis STV: Minneapolis Code of Ordinances, title 8.5, sections 167.20, 167.60 and 167.70 (as amended
to 2015).

- 167.20: threshold = votes counted in the first round / (seats + 1), plus one, fractions disregarded; surplus
  fraction = surplus / votes of the candidate, transfer value = surplus fraction x current value, each cut to
  four decimals. A continuing candidate is one "who has been neither elected nor defeated".
- 167.70(c)(1)a: "If the number of candidates whose vote total is equal to or greater than the threshold is equal to the
  number of seats to be filled, those candidates who are continuing candidates are elected and the tabulation is complete."
- c: undeclared write-ins fall first; then, "after any surplus votes are calculated but not yet transferred, all candidates for
  whom it is mathematically impossible to be elected must be defeated simultaneously": those who with all lower and tied votes
  and all surpluses could not equal the next candidate above, and everybody below them.
- d: "The candidate with the largest surplus is declared elected and that candidate's surplus is transferred"; ties by lot. So
  of several at the threshold one is elected in a round; the others go on as continuing candidates and receive
  papers, also of that surplus.
- e: "If there are no transferable surplus votes, the candidate with the fewest votes is defeated"; ties by lot.
- f: as many continuing candidates as seats to fill are elected; the votes of those defeated last do not move.
- (c)(2): skipped rankings, overvotes and repeated candidates are passed over.

Open in the text: who has exactly the threshold has no surplus, so that d never elects them. The city declared John Erwin elected
with exactly 14,866 in 2013 in the round in which he reached it, and gave him no more; so does this. The ordinance lets
undeclared write-ins and hopeless candidates fall at once in the second round; the city's reports give the write-ins a
round of their own, and so does this. 167.60 (one seat) is the same procedure with one seat.

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
    close_to_others,
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
            msg("candidate {unknown} does not stand, so cannot be an undeclared write-in")(
                unknown=min(unknown)
            )
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
        reached = _at_threshold(count)
        losers = sure_losers(count, keep=count.vacancies, waiting=reached)
        if losers:
            _defeat(count, table, losers)
        elif reached:
            _elect_largest(count, table, reached)
        else:
            loser = count.lowest(excludable(count), "exclude", "lot", "167.70(c)(1)e")
            _defeat(count, table, [loser])


def _at_threshold(count: Proceedings) -> list[int]:
    """Continuing candidates with the threshold; in a countback newcomers only while there is room for them."""
    able = [c for c in count.continuing if c in count.protected or count.room_for_newcomers]
    return [c for c in able if count.totals[c] >= count.quota]


def _finished(count: Proceedings, table: SortingTable) -> bool:
    """Clauses a and f; who has exactly the threshold is elected, since there is no surplus to wait for."""
    reached = _at_threshold(count)
    if reached and len(reached) >= count.vacancies:
        count.elect_within_room(reached, "167.70(c)(1)a")
    else:
        exactly = [c for c in reached if count.totals[c] == count.quota]
        count.elect_within_room(exactly, "167.70(c)(1)a")
    count.fill_last_vacancies()
    close_to_others(count, table)
    return count.is_over


def _elect_largest(count: Proceedings, table: SortingTable, reached: list[int]) -> None:
    """Clause d."""
    candidate = count.highest(reached, "transfer", "lot", "167.70(c)(1)d")
    count.elect([candidate])
    close_to_others(count, table)
    transfer_surplus(count, table, candidate, transfer_value)


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
