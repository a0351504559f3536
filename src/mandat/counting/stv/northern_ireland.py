"""Northern Ireland's STV: Local Elections (Northern Ireland) Order 1985 (SI 1985/454), part IV, rules 41 to
52.

- 48: quota = valid papers / (members + 1), fraction disregarded, plus one; who has it at any point is deemed
  elected.
- 49(1)-(7): a surplus moves out of the first preferences, or out of the sub-parcel last received: surplus /
  papers with a next preference, to two decimals, but not above the value at which they were received.
- 49(10): surpluses need not move while all together are less than the difference between the lowest and the
  next candidate, or between the two or more lowest together and the next one above them.
- 50(1): the largest surplus first; equal ones by the earliest stage at which the votes differed, then by lot.
- 51: otherwise the lowest is excluded, and by (12) as many of the lowest at once as have together, with any
  surpluses, less than the next above them: first the papers of first preference, then the others by falling
  value.
- 51(13): equal lowest by the earliest stage at which they differed, then by lot.
- 52: as many continuing candidates as vacancies are elected; so is, for the last vacancy, who has at least as
  many votes as all other continuing candidates with any surplus; no further transfer is made.

Several at one stage: 49(10) lets surpluses wait that are "less than the difference", 51(12) has fall "in one operation" the "two
or more lowest candidates" whose votes "together with any surpluses not transferred is less than the number of votes credited to
the next lowest candidate"; of several such groups the largest. 50(1): "the transferable papers of the candidate with the largest
surplus shall be transferred first". 52(2) is applied at the end of a stage, though 51(5) sorts the transferred papers "if,
subject to rule 52, one or more vacancies still remain": papers on their way are neither a continuing candidate's nor a surplus,
and could still overtake. Equal votes under 52(2) are settled as in 50(1): the text does not say.

Rule 48(3) for one vacancy (deemed elected only after exclusions are done) is kept: with one seat the count
goes on to rule 52. Candidates deemed elected in the course of an exclusion receive none of the later
sub-parcels.

>>> from mandat.counting import Ballots, count
>>> ballots = Ballots.from_rankings(["Ann", "Bob", "Cy"], [((1, 2), 6), ((1,), 1), ((3,), 3), ((2,), 1)])
>>> result = count("stv-ni", ballots, 2)
>>> result.winners, result.decimal(result.stages[1].totals[1])
((1, 2), '4.00')
"""

from __future__ import annotations

from mandat.counting.ballots import Ballots
from mandat.counting.reading import ReadingRule, read_papers
from mandat.counting.result import Count, Transfer
from mandat.counting.rule import Rule
from mandat.counting.stv.gregory import (
    close_to_others,
    excludable,
    first_preferences,
    sure_losers,
    with_surplus,
)
from mandat.counting.stv.parcels import merged, move_parcel, parcels_by_value, transfer_last_parcel
from mandat.counting.stv.proceedings import Observer, Proceedings
from mandat.counting.stv.table import SortingTable


def northern_ireland(
    ballots: Ballots,
    seats: int,
    *,
    lots: tuple[int, ...] = (),
    protected: tuple[int, ...] = (),
    observer: Observer | None = None,
) -> Count:
    """Count under rules 47 to 52; totals have two decimals."""
    papers = read_papers(ballots, RULE.reading)
    count = Proceedings.open("stv-ni", ballots, papers, seats, precision=2, lots=lots, protected=protected)
    count.observer = observer
    return count.conclude(lambda: _procedure(count))


def _procedure(count: Proceedings) -> None:
    table = first_preferences(count)
    count.quota = (count.papers.valid // (count.seats + 1) + 1) * count.unit
    while not _complete(count, table):
        above = with_surplus(count)
        losers = sure_losers(count, keep=count.vacancies)
        if above and not losers:
            transfer_last_parcel(count, table, count.highest(above, "transfer", "earliest", "rule 50(1)"))
        else:
            losers = losers or [count.lowest(excludable(count), "exclude", "earliest", "rule 51(13)")]
            _exclude(count, table, losers)


def _complete(count: Proceedings, table: SortingTable) -> bool:
    """Rules 48(3) and 52."""
    if count.seats > 1:
        count.elect_within_room([c for c in count.continuing if count.totals[c] >= count.quota], "rule 48(3)")
    count.fill_last_vacancies()
    _last_vacancy(count)
    close_to_others(count, table)
    return count.is_over


def _last_vacancy(count: Proceedings) -> None:
    """Rule 52(2)."""
    if count.vacancies != 1 or not count.continuing:
        return
    pool = [c for c in count.continuing if c not in count.protected or count.room_for_newcomers == 0]
    first = max(pool, key=lambda c: count.totals[c])
    others = sum(count.totals[c] for c in count.continuing if c != first)
    surplus = sum(count.totals[c] - count.quota for c in with_surplus(count))
    if count.totals[first] > 0 and count.totals[first] >= others + surplus and len(count.continuing) > 1:
        rivals = [c for c in pool if count.totals[c] == count.totals[first]]
        count.elect([count.highest(rivals, "elect", "earliest", "rule 52(2)")])


def _exclude(count: Proceedings, table: SortingTable, losers: list[int]) -> None:
    """Rule 51(1) to (9)."""
    for loser in losers:
        count.exclude(loser)
        table.open[loser] = False
    if len(count.continuing) <= count.vacancies:
        return  # rule 52(1) and (3): the rest are elected and nothing moves
    moved: list[Transfer] = []
    count.under_way = True
    for parcel in parcels_by_value(table, losers, first_preferences_apart=True):
        moved += move_parcel(count, table, parcel)
        _elect_in_passing(count, table)
        if count.vacancies == 0:
            break
    count.close_stage("exclusion", tuple(losers), merged(moved))


def _elect_in_passing(count: Proceedings, table: SortingTable) -> None:
    """Rule 48(3) between two sub-parcels: who has the quota receives no more."""
    if count.seats > 1:
        reached = [c for c in count.continuing if count.totals[c] >= count.quota]
        count.elect_within_room(reached, "rule 48(3)")
        close_to_others(count, table)


RULE = Rule(
    name="stv-ni",
    title="Northern Ireland STV",
    text="Local Elections (Northern Ireland) Order 1985 (SI 1985/454), part IV, rules 41 to 52",
    kind="stv",
    function=northern_ireland,
    can_observe=True,
    parameters=("protected",),
    aliases=("northern-ireland",),
    reading=ReadingRule(gap="stop", equal="stop", repeat="stop"),
)
