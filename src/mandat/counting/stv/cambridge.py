"""Cambridge, Massachusetts: General Laws chapter 54A, section 9, with the Cincinnati method for surpluses
(section 16(b)).

- 9(c): quota = valid ballots / (seats + 1), plus one, fractions disregarded; a candidate who reaches it, also
  in the middle of a transfer, is elected and gets no more ballots.
- Cincinnati method: the ballots of a candidate with a surplus are numbered in the order in which they were
  counted; every n-th is drawn, n = the whole number nearest to ballots / surplus, then n + 1, 2n + 1 … and so
  on, and those before the n-th last, until the surplus has moved; a ballot without a next choice is skipped
  and stays.
- 9(g), (h): after the surpluses all with fewer ballots than the signatures needed for nomination (50) are
  defeated together; 9(i), (j): then the lowest, one at a time.
- 9(k): equal lowest: who had fewest before the last transfer, then before the one before it …, else by lot.
- 9(l): when the quotas are reached the transfer in progress is completed; when defeating another would leave
  too few, all continuing candidates are elected.
- 9(a): a skipped number is passed over; a rank with several candidates shows no clear choice and is passed
  over, but a ballot whose first choice is not clear is invalid.

Several at one stage: 9(c) "Whenever at any stage of the counting the number of ballots credited to a candidate becomes equal to
the quota, he shall be declared elected, and no ballots in excess of the quota shall be credited to him"; 9(h) transfers the
ballots of all defeated together "each to the candidate indicated on it as next choice among the continuing candidates", and a
continuing candidate is one "not as yet either elected or defeated", so that none goes from one of them to another.

Larger surpluses move first, equal ones as in (k): the text does not say. Of candidates defeated together,
those with fewer ballots move first. Where (g) would leave fewer candidates than seats nobody is defeated under it.
The order of the ballots decides which ones move, so it is kept (`order_sensitive`).

Section 13, a vacancy: the ballots credited to the former member at the end of the count are counted again among
those who stand; see `stv.vacancy` and `countback` with the method `papers-of-vacating`.

>>> from mandat.counting import Ballots, count
>>> papers = [((1, 2), 4), ((1, 3), 3), ((2,), 2), ((3,), 1)]
>>> ballots = Ballots.from_rankings(["Ann", "Bob", "Cy"], papers, keep_sequence=True)
>>> count("cambridge", ballots, 2, signatures=0).stages[1].totals
(4, 4, 2)
"""

from __future__ import annotations

from collections.abc import Sequence

from mandat.counting.ballots import Ballots
from mandat.counting.reading import ReadingRule
from mandat.counting.result import NONE, Count
from mandat.counting.rule import Rule
from mandat.counting.stv.gregory import with_surplus
from mandat.counting.stv.proceedings import Proceedings
from mandat.counting.stv.vacancy import ElectingPapers
from mandat.counting.stv.whole import WholePapers, count_first_preferences, transfers, whole_papers

_SIGNATURES = 50


def cambridge(
    ballots: Ballots,
    seats: int,
    *,
    lots: tuple[int, ...] = (),
    signatures: int = _SIGNATURES,
    observer: ElectingPapers | None = None,
) -> Count:
    """Count under section 9. `signatures` is the number of 9(g). Raises `BadParameterError` without the
    sequence.
    """
    papers, held = whole_papers(ballots, RULE.reading, "cambridge")
    count = Proceedings.open("cambridge", ballots, papers, seats, precision=0, lots=lots)
    count.note("signatures", signatures)
    result = count.conclude(lambda: _procedure(count, held, signatures))
    if observer is not None and result.question is None:
        observer.look_at_end(count, held)
    return result


def _procedure(count: Proceedings, held: WholePapers, signatures: int) -> None:
    count_first_preferences(count, held)
    count.quota = count.papers.valid // (count.seats + 1) + 1
    count.elect([c for c in count.continuing if count.totals[c] >= count.quota])
    _transfer_surpluses(count, held)
    few = [c for c in count.continuing if count.totals[c] < signatures]
    if few and count.vacancies and len(count.continuing) - len(few) >= count.vacancies:
        _defeat(count, held, sorted(few, key=lambda c: (count.totals[c], held.pile(c)[:1])))
    while True:
        count.fill_last_vacancies()
        if count.is_over:
            return
        _defeat(count, held, [count.lowest(count.continuing, "exclude", "latest", "section 9(k)")])


def _transfer_surpluses(count: Proceedings, held: WholePapers) -> None:
    """Each candidate elected on first choices once, the larger surplus first."""
    waiting = with_surplus(count)
    while waiting and count.vacancies:
        candidate = count.highest(waiting, "transfer", "latest", "section 9(k)")
        waiting.remove(candidate)
        _transfer_surplus(count, held, candidate)


def _transfer_surplus(count: Proceedings, held: WholePapers, candidate: int) -> None:
    pile = held.pile(candidate)
    surplus = len(pile) - count.quota
    count.under_way = True
    moved: dict[int, list[int]] = {}
    drawn: set[int] = set()
    for position in drawing_order(len(pile), surplus):
        if len(drawn) == surplus:
            break
        target = held.next_choice(pile[position], set(count.continuing))
        if target != NONE:
            drawn.add(position)
            _give(count, moved, pile[position], candidate, target)
    held.keep(candidate, [paper for position, paper in enumerate(pile) if position not in drawn])
    _close(count, held, "surplus", (candidate,), [(candidate, moved)])


def drawing_order(ballots: int, surplus: int) -> list[int]:
    """The positions (from 0) in which the Cincinnati method looks at a pile: every n-th, then those after
    them …

    >>> drawing_order(7, 3)
    [1, 3, 5, 2, 4, 6, 0]
    """
    step = (2 * ballots + surplus) // (2 * surplus)
    order = [position for start in range(step - 1, 2 * step - 1) for position in range(start, ballots, step)]
    return order + list(range(min(step - 1, ballots)))


def _defeat(count: Proceedings, held: WholePapers, losers: Sequence[int]) -> None:
    """9(h): the ballots go to the next choice among continuing candidates, one by one."""
    for loser in losers:
        count.exclude(loser)
    count.under_way = True
    by_loser: list[tuple[int, dict[int, list[int]]]] = []
    for loser in losers:
        moved: dict[int, list[int]] = {}
        for paper in held.take(loser):
            target = held.next_choice(paper, set(count.continuing))
            _give(count, moved, paper, loser, target)
        by_loser.append((loser, moved))
    _close(count, held, "exclusion", tuple(losers), by_loser)


def _give(count: Proceedings, moved: dict[int, list[int]], paper: int, source: int, target: int) -> None:
    """9(c): one ballot moves; a candidate who thereby has the quota is elected at once."""
    moved.setdefault(target, []).append(paper)
    count.totals[source] -= 1
    count.totals[target] += 1
    if target != NONE and count.totals[target] >= count.quota and count.vacancies:
        count.elect([target])


def _close(
    count: Proceedings,
    held: WholePapers,
    kind: str,
    candidates: tuple[int, ...],
    moved: Sequence[tuple[int, dict[int, list[int]]]],
) -> None:
    record = []
    for source, parcels in moved:
        for target, papers in sorted(parcels.items()):
            held.file(target, papers)
        record += transfers(source, sorted(parcels.items()))
    count.close_stage(kind, candidates, record)


RULE = Rule(
    name="cambridge",
    title="Cambridge STV (whole ballots, Cincinnati method)",
    text="Massachusetts General Laws, chapter 54A, sections 9 and 16(b)",
    kind="stv",
    function=cambridge,
    parameters=("signatures",),
    aliases=("cambridge-stv", "stv-cambridge"),
    reading=ReadingRule(gap="pass over", equal="pass over", repeat="pass over"),
    order_sensitive=True,
    can_observe=True,
)
