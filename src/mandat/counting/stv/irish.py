"""Irish STV: Electoral Act 1992 (No. 23), sections 118 to 124, with section 31 of the Electoral (Amendment)
Act 2001.

- 120: quota = valid papers / (seats + 1), fraction disregarded, plus one; who has it at the end of a count is
  deemed elected.
- 121: a surplus moves out of the original parcel, or out of the sub-parcel last received. If its transferable
  papers are no more than the surplus, all of them move. Otherwise from each sub-parcel the part surplus /
  transferable papers; whole numbers first, then the largest fractions count as one until the surplus is
  reached. Equal fractions: the larger sub-parcel, then who had more original votes or more at the first count
  at which they differed, then a lot. The papers that move are those last filed.
- 121: the largest surplus first; of equal ones that of the earlier count, and of the same count by the first
  count at which the votes differed, then by lot.
  Surpluses wait while they can neither change who is lowest nor bring that candidate above a quarter of the
  quota.
- 122: otherwise the lowest is excluded; several lowest at once if together with all surpluses they have less
  than the next above them, and none of them could have got more than a quarter of the quota (which returns
  the expenses). Equal lowest by the first count at which they differed, then by lot.
- Several at one count: "continuing candidate" is one "not deemed to be elected and not excluded" (118), so of two over the quota
  neither receives the other's papers. Lots: who is drawn first is excluded first, has the surplus transferred first, or has
  the fraction that "shall be deemed to be the largest" (118, "determine by lot").
- 124(1): as many continuing candidates as vacancies are elected. (1A): one more, and the lowest "together with the surplus or
  surpluses not transferred is less than the number of votes credited to the next highest": all but the lowest. (2): for the
  last vacancy who has more than all others and surpluses.
- 118: a paper becomes non-transferable where the next number is missing or given twice.

Left out: the further transfers of 124(3), which only establish who gets expenses back. The papers are mixed
before the count and their order decides which ones move, so it is kept (`order_sensitive`), and a recount can
differ.

>>> from mandat.counting import Ballots, count
>>> papers = [((1, 2), 4), ((1, 3), 2), ((2,), 2), ((3,), 1)]
>>> ballots = Ballots.from_rankings(["Ann", "Bob", "Cy"], papers, keep_sequence=True)
>>> result = count("irish", ballots, 2)
>>> result.winners, [stage.totals for stage in result.stages]
((1, 2), [(6, 2, 1), (4, 3, 2)])
"""

from __future__ import annotations

from fractions import Fraction

from mandat.counting.ballots import Ballots
from mandat.counting.reading import ReadingRule
from mandat.counting.result import NONE, Count
from mandat.counting.rule import Rule
from mandat.counting.stv.gregory import with_surplus
from mandat.counting.stv.proceedings import Proceedings
from mandat.counting.stv.whole import (
    WholePapers,
    count_first_preferences,
    sorted_by_next,
    transfers,
    whole_papers,
)


def irish(ballots: Ballots, seats: int, *, lots: tuple[int, ...] = ()) -> Count:
    """Count under part XIX; whole votes. Raises `BadParameterError` for ballots read without their
    sequence.
    """
    papers, held = whole_papers(ballots, RULE.reading, "irish")
    count = Proceedings.open("irish", ballots, papers, seats, precision=0, lots=lots)
    return count.conclude(lambda: _procedure(count, held))


def _procedure(count: Proceedings, held: WholePapers) -> None:
    count_first_preferences(count, held)
    count.quota = count.papers.valid // (count.seats + 1) + 1
    while not _complete(count):
        above = with_surplus(count)
        group = _exclusion_group(count)
        if above and not group:
            _transfer_surplus(count, held, _largest_surplus(count, above))
        else:
            losers = group or [count.lowest(count.continuing, "exclude", "earliest", "section 122(3)")]
            _exclude(count, held, losers)


def _complete(count: Proceedings) -> bool:
    """Sections 120(2) and 124."""
    count.elect([c for c in count.continuing if count.totals[c] >= count.quota])
    count.fill_last_vacancies()
    if not count.is_over:
        _fill_early(count)
    return count.is_over


def _fill_early(count: Proceedings) -> None:
    """Section 124(1A) and (2)."""
    ranked = sorted(count.continuing, key=lambda c: count.totals[c])
    surplus = _surpluses(count)
    lowest, following = ranked[0], ranked[1]
    if len(ranked) == count.vacancies + 1 and count.totals[lowest] + surplus < count.totals[following]:
        count.elect(ranked[1:])
        return
    others = sum(count.totals[c] for c in ranked[:-1])
    if count.vacancies == 1 and count.totals[ranked[-1]] > others + surplus:
        count.elect([ranked[-1]])


def _surpluses(count: Proceedings) -> int:
    return sum(count.totals[c] - count.quota for c in with_surplus(count))


def _exclusion_group(count: Proceedings) -> list[int]:
    """The largest group that may be excluded together under section 122, with all surpluses waiting; else
    nobody.
    """
    total = _surpluses(count)
    ranked = sorted(count.continuing, key=lambda c: count.totals[c])
    group: list[int] = []
    for place, candidate in enumerate(ranked[: len(ranked) - count.vacancies]):
        before = total
        total += count.totals[candidate]
        if before and not _beyond_help(count, candidate, total):
            break
        if total < count.totals[ranked[place + 1]]:
            group = ranked[: place + 1]
    return group


def _beyond_help(count: Proceedings, candidate: int, reachable: int) -> bool:
    """Whether waiting votes cannot matter for the quarter of the quota: it has more already, or cannot get
    there.
    """
    return 4 * count.totals[candidate] > count.quota or 4 * reachable <= count.quota


def _transfer_surplus(count: Proceedings, held: WholePapers, candidate: int) -> None:
    """Section 121."""
    surplus = count.totals[candidate] - count.quota
    last = held.parcels(candidate)[-1]
    parcels = sorted_by_next(last, held, set(count.continuing))
    parcels.pop(NONE, None)
    shares = _shares(count, {target: len(papers) for target, papers in parcels.items()}, surplus)
    moved = [(target, papers[len(papers) - shares[target] :]) for target, papers in parcels.items()]
    gone = {paper for _, papers in moved for paper in papers}
    held.parcels(candidate)[-1] = [paper for paper in last if paper not in gone]
    for target, papers in moved:
        held.file(target, papers)
        count.totals[target] += len(papers)
    count.totals[NONE] += surplus - len(gone)
    count.totals[candidate] = count.quota
    count.close_stage("surplus", (candidate,), transfers(candidate, moved))


def _largest_surplus(count: Proceedings, above: list[int]) -> int:
    """Section 121: the largest, of equal ones the earlier, of the same count by the first at which the votes differed."""
    largest = max(count.totals[c] for c in above)
    elected_at = {e.candidate: e.stage for e in count.elected}
    equal = [c for c in above if count.totals[c] == largest]
    earliest = min(elected_at[c] for c in equal)
    pool = [c for c in equal if elected_at[c] == earliest]
    return count.highest(pool, "transfer", "earliest", "section 121(10)")


def _shares(count: Proceedings, parcels: dict[int, int], surplus: int) -> dict[int, int]:
    """Section 121(5) to (7): how many papers each candidate gets of the surplus, by the size of the
    sub-parcels.
    """
    transferable = sum(parcels.values())
    if transferable <= surplus:
        return parcels
    exact = {target: Fraction(papers * surplus, transferable) for target, papers in parcels.items()}
    shares = {target: int(share) for target, share in exact.items()}
    open_fractions = {t: (exact[t] - shares[t], parcels[t]) for t in parcels}
    for _ in range(surplus - sum(shares.values())):
        best = max(open_fractions.values())
        level = [target for target, fraction in open_fractions.items() if fraction == best]
        target = count.settle(level, "odd paper", "earliest", "section 121(7)", most=True)
        shares[target] += 1
        del open_fractions[target]
    return shares


def _exclude(count: Proceedings, held: WholePapers, losers: list[int]) -> None:
    """Section 122; nothing moves where section 124(1) fills the last vacancies."""
    for loser in losers:
        count.exclude(loser)
    if len(count.continuing) <= count.vacancies:
        return
    receiving = set(count.continuing)
    record = []
    arriving: dict[int, list[int]] = {}
    for loser in losers:
        parcels = sorted_by_next(held.take(loser), held, receiving)
        record += transfers(loser, parcels.items())
        count.totals[loser] = 0
        for target, papers in parcels.items():
            arriving.setdefault(target, []).extend(papers)
    for target, papers in arriving.items():
        held.file(target, papers)
        count.totals[target] += len(papers)
    count.close_stage("exclusion", tuple(losers), record)


RULE = Rule(
    name="irish",
    title="Irish STV (whole papers)",
    text="Electoral Act 1992 (Ireland), sections 118 to 124; Electoral (Amendment) Act 2001, section 31",
    kind="stv",
    function=irish,
    aliases=("irish-stv", "stv-irish", "stv-dail"),
    reading=ReadingRule(gap="stop", equal="stop", repeat="stop"),
    order_sensitive=True,
)
