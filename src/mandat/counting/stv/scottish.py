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

Several at one stage: rule 47(1) deems elected everybody who "at any stage of the count […] equals or exceeds the quota", and
article 2 calls continuing "any candidate not deemed to be elected […] and not excluded", so the elected receive no papers,
also before their surplus has moved; they are listed by their votes. Rule 49(1): "first sort the ballot papers of the
candidate with the highest surplus". Rule 50(1) excludes "the candidate with the then lowest number of votes": one, never
several together.

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
from mandat.counting.reading import ReadingRule, read_papers
from mandat.counting.result import Count
from mandat.counting.rule import Rule
from mandat.counting.stv.gregory import (
    close_to_others,
    deem_elected,
    excludable,
    first_preferences,
    transfer_excluded,
    transfer_surplus,
    with_surplus,
)
from mandat.counting.stv.proceedings import Observer, Proceedings
from mandat.counting.stv.table import Units

READING = ReadingRule(gap="stop", equal="stop", repeat="stop")
"""Rule 43 voids papers without one clear first preference; a preference that is not clear ends the paper."""


def scottish(
    ballots: Ballots,
    seats: int,
    *,
    lots: tuple[int, ...] = (),
    protected: tuple[int, ...] = (),
    observer: Observer | None = None,
) -> Count:
    """Count under rules 45 to 52; totals have five decimals."""
    papers = read_papers(ballots, READING)
    count = Proceedings.open(
        "stv-scottish", ballots, papers, seats, precision=5, lots=lots, protected=protected
    )
    count.observer = observer
    return count.conclude(lambda: _procedure(count))


def _procedure(count: Proceedings) -> None:
    table = first_preferences(count)  # rule 45
    count.quota = (count.papers.valid // (count.seats + 1) + 1) * count.unit  # rule 46
    while True:
        deem_elected(count, table, "rule 47")
        count.fill_last_vacancies()  # rule 52
        close_to_others(count, table)
        if count.is_over:
            return
        above = with_surplus(count)
        if above:
            candidate = count.highest(above, "transfer", "latest", "rule 49(2)-(3)")
            transfer_surplus(count, table, candidate, new_value)
        else:
            candidate = count.lowest(excludable(count), "exclude", "latest", "rule 51(2)")
            count.exclude(candidate)
            transfer_excluded(count, table, [candidate])


def new_value(value: Units, surplus: int, total: int) -> Units:
    """Rule 48(3): surplus x value when received / total votes, the remainder ignored."""
    return surplus * value // total


RULE = Rule(
    name="stv-scottish",
    title="Scottish STV (weighted inclusive Gregory)",
    text="Scottish Local Government Elections Order 2007 (SSI 2007/42), schedule 1, rules 45 to 52",
    kind="stv",
    function=scottish,
    can_observe=True,
    parameters=("protected",),
    aliases=("scottish-stv", "scottish"),
    reading=READING,
)
