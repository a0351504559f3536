"""New Zealand's STV: Local Electoral Regulations 2001 (SR 2001/145), schedule 1A.

Meek's method with these differences from the reference rule:

- Clause 5: quota = (valid - non-transferable) / (vacancies + 1), cut to nine decimals, plus 0.000000001.
- Clause 10: what reaches the next candidate is the product of (1 - keep value) of those before; each
  multiplication is rounded up to nine decimals. Parts can then add up to more than one vote; non-transferable
  votes are what is left of the valid ones, so that they can be slightly negative, which keeps the quota
  right.
- Clause 13: the lowest hopeful candidate is excluded once the lowest votes with the total surplus are less
  than those of any other hopeful one, or the total surplus is below 0.0001.
- Clauses 19 and 40: equal lowest: ahead at first difference, that is, who had fewest votes at the earliest
  step at which they differed; then the lowest pseudo-random number of part 5, which is a lot drawn by
  computer: here a lot.
- Clause 3: no more successful and hopeful candidates than vacancies: they are elected.

Rounding up can keep the total surplus above 0.0001 for ever, and the text has no end for it. As in the
reference rule the lowest is then excluded, once the surplus no longer falls.

A stage is an iteration. The calculator used in practice departs from the text (it rounds down all but the
last product of clause 10 and may exclude before the first keep values); this follows the text, as a rule in
bylaws would.

>>> from mandat.counting import Ballots, count
>>> ballots = Ballots.from_rankings(["Ann", "Bob", "Cy"], [((1, 2), 6), ((3,), 3), ((2,), 1)])
>>> count("meek-nz", ballots, 2).winners
(1, 2)
"""

from __future__ import annotations

from mandat.counting.ballots import Ballots
from mandat.counting.reading import Reading, read_papers
from mandat.counting.result import NONE, Count
from mandat.counting.rule import Rule
from mandat.counting.stv.gregory import excludable
from mandat.counting.stv.keeping import UNIT, Keeping, next_keep
from mandat.counting.stv.proceedings import Proceedings

_NEGLIGIBLE = 10**5
"""0.0001 votes."""


def meek_nz(
    ballots: Ballots, seats: int, *, lots: tuple[int, ...] = (), protected: tuple[int, ...] = ()
) -> Count:
    """Count under schedule 1A; votes have nine decimals."""
    papers = read_papers(ballots, RULE.reading)
    count = Proceedings.open("meek-nz", ballots, papers, seats, precision=9, lots=lots, protected=protected)
    return count.conclude(lambda: _procedure(count))


def _procedure(count: Proceedings) -> None:
    candidates = len(count.ballots.candidates)
    keeping = Keeping(count.papers, candidates)
    keep = [UNIT] * (candidates + 1)
    cause: tuple[str, tuple[int, ...]] = ("first preferences", ())
    last: int | None = None
    while True:
        _share_out(count, keeping.share_out(keep, "product"))
        count.close_stage(*cause, stage_quota=count.quota)
        before = len(count.elected)
        count.elect_within_room([c for c in count.continuing if count.totals[c] >= count.quota], "clause 6")
        # Clause 13 belongs to step 2, so nobody is excluded on the first preferences.
        loser = None if _complete(count) or count.stage == 1 else _exclude(count, last)
        if _complete(count):
            return
        settled = loser is None and len(count.elected) == before
        last = _surplus(count) if settled else None
        cause = _cause(count, loser, len(count.elected) > before)
        if loser is not None:
            keep[loser] = 0
        for elected in count.elected:
            c = elected.candidate
            keep[c] = next_keep(keep[c], count.quota, count.totals[c])


def _complete(count: Proceedings) -> bool:
    """Clause 3."""
    count.fill_last_vacancies()
    return count.is_over


def _cause(count: Proceedings, loser: int | None, elected: bool) -> tuple[str, tuple[int, ...]]:
    if loser is not None:
        return ("exclusion", (loser,))
    moving = tuple(e.candidate for e in count.elected)
    return ("surplus" if elected else "iteration", moving)


def _share_out(count: Proceedings, votes: list[int]) -> None:
    """Clauses 5, 10 and 11."""
    votes[NONE] = count.papers.valid * UNIT - sum(votes)
    count.totals = votes
    count.quota = (count.papers.valid * UNIT - votes[NONE]) // (count.seats + 1) + 1


def _surplus(count: Proceedings) -> int:
    return sum(count.totals[e.candidate] - count.quota for e in count.elected)


def _exclude(count: Proceedings, last: int | None) -> int | None:
    """Clause 13; None while the surpluses can still change who is lowest.

    `last` is the total surplus of the iteration before, if nothing but keep values has changed since.
    """
    surplus = _surplus(count)
    stuck = last is not None and surplus >= last
    pool = excludable(count)
    lowest, *others = sorted(count.totals[c] for c in pool)
    if surplus >= _NEGLIGIBLE and not stuck and others and lowest + surplus >= others[0]:
        return None
    loser = count.lowest(pool, "exclude", "earliest", "clauses 19 and 40")
    count.exclude(loser)
    return loser


RULE = Rule(
    name="meek-nz",
    title="New Zealand STV (Meek)",
    text="Local Electoral Regulations 2001 (New Zealand, SR 2001/145), schedule 1A",
    kind="stv",
    function=meek_nz,
    parameters=("protected",),
    aliases=("stv-nz",),
    reading=Reading(gap="stop", equal="stop", repeat="stop"),
)
