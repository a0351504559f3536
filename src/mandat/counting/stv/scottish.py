"""Scottish STV: the Scottish Local Government Elections Order 2007 (SSI 2007/42), schedule 1, rules 45 to 52.

The same text is schedule 1 to SSI 2011/399. What each rule asks:

- 45: the valid papers are sorted by first preference and counted.
- 46: quota = the valid papers divided by seats + 1, ignoring any decimal places, plus one.
- 47: who has the quota at any stage is deemed elected.
- 48: all papers of a candidate above the quota move, each at surplus x its value when received / the
  candidate's votes, to five decimal places, any remainder being ignored.
- 49: the largest surplus moves first, one a stage. Equal surpluses: who had most votes at the most recent
  stage at which they were unequal; if they were equal at all stages, by lot.
- 50: when no surplus is left, the candidate with fewest votes is excluded; each paper moves at the value it
  has.
- 51: equal lowest: who had fewest votes at the most recent stage at which they were unequal, else by lot.
- 52: as many continuing candidates as vacancies are all deemed elected, and no further transfer is made.

A candidate deemed elected is no longer "continuing" (article 2) and receives no papers, also before the
surplus has moved. Several candidates elected at one stage are listed by their votes then.

`protected` is for countbacks: those candidates are passed over in rule 50, and once as many others are
elected as there are seats beside them, they fill the rest.

>>> from mandat.counting import Ballots, count
>>> ballots = Ballots.from_rankings(["Ann", "Bob", "Cy"], [((1, 2), 6), ((3,), 3), ((2,), 1)])
>>> result = count("stv-scottish", ballots, 2)
>>> [(e.name, e.stage) for e in result.elected], result.decimal(result.stages[1].totals[1])
([('Ann', 1), ('Cy', 3)], '2.99998')
"""

from __future__ import annotations

from mandat.counting.ballots import Ballots
from mandat.counting.reading import Reading, read_papers
from mandat.counting.result import Count
from mandat.counting.rule import Rule
from mandat.counting.stv.proceedings import Proceedings
from mandat.counting.stv.table import SortingTable

READING = Reading(gap="stop", equal="stop", repeat="stop")
"""Rule 43 voids papers without one clear first preference; a preference that is not clear ends the paper."""


def scottish(
    ballots: Ballots, seats: int, *, lots: tuple[int, ...] = (), protected: tuple[int, ...] = ()
) -> Count:
    """Count under rules 45 to 52; totals have five decimals."""
    papers = read_papers(ballots, READING)
    count = Proceedings.open(
        "stv-scottish", ballots, papers, seats, precision=5, lots=lots, protected=protected
    )
    return count.conclude(lambda: _procedure(count))


def _procedure(count: Proceedings) -> None:
    table = count.table()
    count.quota = (count.papers.valid // (count.seats + 1) + 1) * count.unit  # rule 46
    moved = count.credit(table, 0, table.sort(table.all_rows()))  # rule 45
    count.close_stage("first preferences", transfers=moved)
    while True:
        _deem_elected(count, table)
        if count.is_over:
            return
        above = [e.candidate for e in count.elected if count.totals[e.candidate] > count.quota]
        if above:
            _transfer_surplus(count, table, count.highest(above, "transfer", "latest", "rule 49(2)-(3)"))
        else:
            excludable = [c for c in count.continuing if c not in count.protected]
            _exclude(count, table, count.lowest(excludable, "exclude", "latest", "rule 51(2)"))


def _deem_elected(count: Proceedings, table: SortingTable) -> None:
    """Rules 47 and 52; in a countback, protected candidates keep their seats."""
    reached = [c for c in count.continuing if count.totals[c] >= count.quota]
    count.elect_within_room(reached, "rule 47")
    count.fill_last_vacancies()
    table.open[1:] = False
    table.open[count.continuing] = True


def _transfer_surplus(count: Proceedings, table: SortingTable, candidate: int) -> None:
    """Rule 48."""
    total = count.totals[candidate]
    surplus = total - count.quota
    rows = table.take(candidate)
    table.rescale(rows, surplus, total)
    count.totals[candidate] = count.quota
    moved = count.credit(table, candidate, table.sort(rows))
    count.lost += surplus - sum(transfer.votes for transfer in moved)
    count.close_stage("surplus", (candidate,), moved)


def _exclude(count: Proceedings, table: SortingTable, candidate: int) -> None:
    """Rule 50."""
    count.exclude(candidate)
    table.open[candidate] = False
    count.totals[candidate] = 0
    moved = count.credit(table, candidate, table.sort(table.take(candidate)))
    count.close_stage("exclusion", (candidate,), moved)


RULE = Rule(
    name="stv-scottish",
    title="Scottish STV (weighted inclusive Gregory)",
    text="Scottish Local Government Elections Order 2007 (SSI 2007/42), schedule 1, rules 45 to 52",
    kind="stv",
    function=scottish,
    parameters=("protected",),
    reading=READING,
    aliases=("scottish-stv", "scottish", "wigm-scottish"),
)
