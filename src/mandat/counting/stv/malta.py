"""Malta: General Elections Act (chapter 354), thirteenth schedule; Constitution, article 52.

- Quota: valid papers / (seats + 1), the next whole number above.
- Article 105.10 of the counting rules: (2) "A surplus which arises from any count shall be transferred before a surplus which may
  arise from a subsequent count"; (3) of the same count the largest first; (4) of equal ones that of the candidate with most
  votes "at the first count at which the candidates in question had an unequal number of votes", else by lot. (5): of a
  candidate with original votes only all papers are examined, otherwise those of the sub-parcel last received.
- (6): if the transferable papers are no more than the surplus, all of them move; otherwise whole papers of each sub-parcel in
  proportion, those last filed first; what fractions leave over goes to the largest fractions, of equal ones to the
  larger sub-parcel, then by the first count, then by lot, as in the Irish rule from which it comes.
- Without a surplus the lowest candidate is excluded, one at a time, with all papers; equal lowest by the first count at which
  they differed, else by lot.
- As many continuing candidates as seats are elected. Seats that the Constitution adds afterwards for proportion between
  parties (article 52) or for the under-represented sex (52A) are no part of the count of a district.

The order of the papers decides which ones move. The wording beyond article 105.10 was not at hand to compare.

>>> from mandat.counting import Ballots, count
>>> papers = [((1, 2), 5), ((1,), 4), ((3,), 4), ((2,), 1), ((4, 2), 1)]
>>> ballots = Ballots.from_rankings(["Ann", "Bob", "Cy", "Dee"], papers, keep_sequence=True)
>>> result = count("malta", ballots, 2)
>>> [e.name for e in result.elected], result.stages[1].totals
(['Ann', 'Bob'], (6, 4, 4, 1))
"""

from __future__ import annotations

from fractions import Fraction

from mandat.counting.ballots import Ballots
from mandat.counting.reading import ReadingRule
from mandat.counting.result import NONE, Count
from mandat.counting.rule import Rule
from mandat.counting.stv.exact_values import next_surplus
from mandat.counting.stv.proceedings import Proceedings
from mandat.counting.stv.whole import (
    WholePapers,
    count_first_preferences,
    sorted_by_next,
    transfers,
    whole_papers,
)


def malta(ballots: Ballots, seats: int, *, lots: tuple[int, ...] = ()) -> Count:
    """Count a district; whole votes. Raises `BadParameterError` for ballots read without their sequence."""
    papers, held = whole_papers(ballots, RULE.reading, "malta")
    count = Proceedings.open("malta", ballots, papers, seats, precision=0, lots=lots)
    return count.conclude(lambda: _procedure(count, held))


def _procedure(count: Proceedings, held: WholePapers) -> None:
    count_first_preferences(count, held)
    count.quota = count.papers.valid // (count.seats + 1) + 1
    while not _complete(count):
        candidate = next_surplus(count, "earliest", "article 105.10(4)")
        if candidate is not None:
            _transfer_surplus(count, held, candidate)
        else:
            _exclude(count, held)


def _complete(count: Proceedings) -> bool:
    count.elect([c for c in count.continuing if count.totals[c] >= count.quota])
    count.fill_last_vacancies()
    return count.is_over


def _transfer_surplus(count: Proceedings, held: WholePapers, candidate: int) -> None:
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


def _shares(count: Proceedings, parcels: dict[int, int], surplus: int) -> dict[int, int]:
    """(6): how many papers of each sub-parcel move."""
    transferable = sum(parcels.values())
    if transferable <= surplus:
        return parcels
    exact = {target: Fraction(papers * surplus, transferable) for target, papers in parcels.items()}
    shares = {target: int(share) for target, share in exact.items()}
    waiting = {target: (exact[target] - shares[target], parcels[target]) for target in parcels}
    for _ in range(surplus - sum(shares.values())):
        best = max(waiting.values())
        level = [target for target, fraction in waiting.items() if fraction == best]
        target = count.settle(level, "odd paper", "earliest", "article 105.10(6)", most=True)
        shares[target] += 1
        del waiting[target]
    return shares


def _exclude(count: Proceedings, held: WholePapers) -> None:
    loser = count.lowest(count.continuing, "exclude", "earliest", "article 105.11")
    count.exclude(loser)
    if len(count.continuing) <= count.vacancies:
        return
    parcels = sorted_by_next(held.take(loser), held, set(count.continuing))
    count.totals[loser] = 0
    for target, papers in parcels.items():
        held.file(target, papers)
        count.totals[target] += len(papers)
    count.close_stage("exclusion", (loser,), transfers(loser, parcels.items()))


RULE = Rule(
    name="malta",
    title="Maltese STV (whole papers)",
    text="General Elections Act (Malta, chapter 354), thirteenth schedule, article 105.10",
    kind="stv",
    function=malta,
    reading=ReadingRule(gap="stop", equal="stop", repeat="stop"),
    order_sensitive=True,
)
