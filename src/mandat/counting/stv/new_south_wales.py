"""New South Wales councils: Local Government (General) Regulation 2005 (NSW; 2021 alike), schedule 5, as from 2020.

- Clause 4: quota = first preferences / (places + 1), "disregarding any remainder", plus one.
- 6(1)(b), 7(4)(a): surplus fraction = surplus / votes of the elected candidate "excluding the aggregate value of any
  exhausted votes", or "(if the fraction exceeds 1) to 1". 7(6): exhausted votes are taken at the value at which they came. (b):
  a paper's new value is the fraction x the value at which it came; (c): each continuing candidate gets papers x value
  "disregarding any fraction", cut apart for each transfer by which the papers had come (so the Electoral Commission counts).
  Exhausted papers stay with the candidate.
- 8: an earlier surplus goes first, then the larger; (3)-(4) equal ones by the last count at which they were unequal, else by lot.
- 9: the lowest candidate is excluded; (2)(a) first preferences at one, (b) the others in the order of the transfers by which
  they came, each cut apart. (5)-(6): equal lowest by the last count at which they were unequal, else by lot.
- 10: who gets the quota is elected when the whole exclusion is complete (so the Commission reads "the transfer").
- 11(1): as many continuing candidates as vacancies are elected. (2)-(3): so are those who would be last in, when they have
  more than all below them with all surpluses not transferred. (4): two equals for the last vacancy, no surplus left: as 9(5)-(6).

7(4)(a) has a gap: where more votes are exhausted than were cut away, the fraction is **negative** and does not exceed 1. This
rule then takes 1, which the text surely means, and says so in the exhibit "clause 7(4)(a)"; `literal=True` follows the letter,
with votes below zero, and refuses a count that so elects too many. No election has met the case.

>>> from mandat.counting import Ballots, count
>>> papers = [((1, 2), 5), ((1,), 4), ((3,), 4), ((2,), 1), ((4, 2), 1)]
>>> result = count("new-south-wales", Ballots.from_rankings(["Ann", "Bob", "Cy", "Dee"], papers), 2)
>>> [e.name for e in result.elected], result.stages[1].totals
(['Ann', 'Bob'], (6, 4, 4, 1))
"""

from __future__ import annotations

from fractions import Fraction

import msgspec

from mandat.counting.ballots import Ballots
from mandat.counting.errors import BadParameterError
from mandat.counting.reading import ReadingRule, read_papers
from mandat.counting.result import NONE, Count, Exhibit
from mandat.counting.rule import Rule
from mandat.counting.stv.exact_values import (
    ExactValues,
    elect_with_quota,
    finish_surplus,
    in_order_of_receipt,
    lay_first_preferences,
    move,
    move_group,
    next_surplus,
)
from mandat.counting.stv.gregory import with_surplus
from mandat.counting.stv.parcels import merged
from mandat.counting.stv.proceedings import Proceedings
from mandat.counting.stv.rounds import LAST_TWO
from mandat.counting.stv.table import RowIndices, SortingTable
from mandat.language import msg

Gaps = list[tuple[str, ...]]
"""Where clause 7(4)(a) gave a negative fraction or none: stage, candidate, surplus, votes less exhausted ones, fraction taken."""


def new_south_wales(
    ballots: Ballots, seats: int, *, lots: tuple[int, ...] = (), literal: bool = False
) -> Count:
    """Count under schedule 5; totals are whole votes. `literal`: 7(4)(a) to the letter."""
    papers = read_papers(ballots, RULE.reading)
    count = Proceedings.open("new-south-wales", ballots, papers, seats, precision=0, lots=lots)
    count.note("literal", literal)
    gaps: Gaps = []
    found = count.conclude(lambda: _procedure(count, gaps, literal=literal))
    if not gaps:
        return found
    columns = ("stage", "candidate", "surplus", "votes not exhausted", "fraction taken")
    return msgspec.structs.replace(found, exhibits=(Exhibit("clause 7(4)(a)", columns, tuple(gaps)),))


def _procedure(count: Proceedings, gaps: Gaps, *, literal: bool) -> None:
    table, values = lay_first_preferences(count)
    count.quota = count.papers.valid // (count.seats + 1) + 1
    elect_with_quota(count, table)
    while not _over(count):
        candidate = next_surplus(count, "latest", "clause 8(4)")
        if candidate is not None:
            _transfer_surplus(count, table, values, candidate, gaps, literal=literal)
        else:
            _exclude(count, table, values)
        elect_with_quota(count, table)


def _over(count: Proceedings) -> bool:
    """Clause 11."""
    if count.vacancies < 0:
        raise BadParameterError(
            msg(
                "clause 7(4)(a) to the letter elects {count} for {seats} places, and the text knows no way out; "
                "count without literal=True"
            )(count=len(count.elected), seats=count.seats)
        )
    count.fill_last_vacancies()
    if count.is_over:
        return True
    waiting = sum(count.totals[c] - count.quota for c in with_surplus(count))
    ranked = sorted(count.continuing, key=lambda c: -count.totals[c])
    last, below = ranked[count.vacancies - 1], ranked[count.vacancies :]
    if count.totals[last] > waiting + sum(count.totals[c] for c in below):
        count.elect(ranked[: count.vacancies])
    elif count.vacancies == 1 and len(ranked) == LAST_TWO and not waiting:
        # Neither exceeds the other, so they are equal: (4).
        count.exclude(count.lowest(ranked, "exclude", "latest", "clauses 11(4) and 9(5)"))
        count.fill_last_vacancies()
    return count.is_over


def _transfer_surplus(
    count: Proceedings, table: SortingTable, values: ExactValues, candidate: int, gaps: Gaps, *, literal: bool
) -> None:
    """Clauses 6 and 7(4), parcel by parcel."""
    parcels = list(table.parcels(candidate))
    surplus = count.totals[candidate] - count.quota
    live = count.totals[candidate] - sum(_exhausted(table, values, rows) for rows in parcels)
    fraction = min(Fraction(1), Fraction(surplus) / live) if live else Fraction(1)
    if live <= 0:
        fraction = fraction if literal else Fraction(1)
        gaps.append((str(count.stage), count.ballots.name(candidate), str(surplus), str(live), str(fraction)))
    moved = []
    for rows in parcels:
        value = fraction * values.of(table, rows)
        moved += move(count, table, values, candidate, rows, value, exhausted=False)
    finish_surplus(count, candidate, moved)


def _exhausted(table: SortingTable, values: ExactValues, rows: RowIndices) -> Fraction:
    """7(6): the exhausted papers of a parcel, at the value at which they came. Sorting turns no paper that is sorted again."""
    spent = sum(table.papers(parcel.rows) for parcel in table.sort(rows) if parcel.target == NONE)
    return spent * values.of(table, rows)


def _exclude(count: Proceedings, table: SortingTable, values: ExactValues) -> None:
    """Clause 9: one stage, which ends before anybody is elected (10)."""
    loser = count.lowest(count.continuing, "exclude", "latest", "clause 9(5)")
    count.exclude(loser)
    table.open[loser] = False
    groups = in_order_of_receipt(table, values, loser)
    table.take(loser)
    moved = [each for group in groups for each in move_group(count, table, values, loser, group)]
    count.close_stage("exclusion", (loser,), merged(moved))


RULE = Rule(
    name="new-south-wales",
    title="New South Wales councils",
    text="Local Government (General) Regulation 2005 (NSW), schedule 5, as from 2020",
    kind="stv",
    function=new_south_wales,
    parameters=("literal",),
    aliases=("nsw",),
    reading=ReadingRule(gap="stop", equal="stop", repeat="stop"),
)
