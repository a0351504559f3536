"""New Zealand's STV: Local Electoral Regulations 2001 (SR 2001/145), schedule 1A, as at 1 July 2025.

Part 1, several vacancies: Meek's method with these differences from the reference rule:

- Clause 5: quota = (valid - non-transferable) / (vacancies + 1), cut to nine decimals, plus 0.000000001.
- Clause 10: what reaches the next candidate is the product of (1 - keep value) of those before; each
  multiplication is rounded up to nine decimals. Parts can then add up to more than one vote; non-transferable
  votes are what is left of the valid ones, so that they can be slightly negative, which keeps the quota
  right.
- Clause 13: the lowest hopeful candidate is excluded once the lowest votes with the total surplus are less
  than those of any other hopeful one, or the total surplus is below 0.0001.
- Clauses 19 and 40: equal lowest: ahead at first difference, that is, who had fewest votes at the earliest
  step at which they differed; then the lowest pseudo-random number of part 5, which is a lot drawn by
  computer from the numbers of candidates, vacancies and papers: here a lot, as everywhere.
- Clause 20: who is on no paper at all is withdrawn (shown among the excluded of stage 1); 21: are there then
  fewer candidates than vacancies, they are elected and the other seats stay empty.
- Clause 23: when more iterations change nothing, because the keep values come round again, the lowest is excluded.
- Clause 3: no more successful and hopeful candidates than vacancies: they are elected.

A stage is an iteration.

Part 2, one vacancy (clauses 24 to 35), is no Meek: absolute majority = (valid - non-transferable) / 2, rounded up
to a whole number; who has it is elected, else the lowest is excluded and the papers go to the next preference.
Clause 34: equal lowest as in 19, and so for two who both have exactly half: the one not excluded is elected. 35:
the only candidate with any votes is elected.

The calculator used in practice departs from the text (it rounds down all but the last product of clause 10 and
may exclude before the first keep values); this follows the text, as a rule in bylaws would.

>>> from mandat.counting import Ballots, count
>>> ballots = Ballots.from_rankings(["Ann", "Bob", "Cy"], [((1, 2), 6), ((3,), 3), ((2,), 1)])
>>> count("meek-nz", ballots, 2).winners
(1, 2)
>>> result = count("meek-nz", ballots, 1)
>>> result.decimal(result.quota), result.winners
('5.000000000', (1,))
"""

from __future__ import annotations

import numpy as np

from mandat.counting.ballots import Ballots
from mandat.counting.reading import ReadingRule, read_papers
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
    count.papers_pass_by = True
    return count.conclude(lambda: _procedure(count))


def _procedure(count: Proceedings) -> None:
    if count.seats == 1:
        _one_vacancy(count)
        return
    keeping, keep = _at_the_start(count)
    cause: tuple[str, tuple[int, ...]] = ("first preferences", ())
    seen = set[tuple[int, ...]]()
    while True:
        _share_out(count, keeping.share_out(keep, "product"))
        count.close_stage(*cause, stage_quota=count.quota)
        if count.stage == 1:
            _withdraw_unnamed(count)
        before = len(count.elected)
        count.elect_within_room([c for c in count.continuing if count.totals[c] >= count.quota], "clause 6")
        # Clause 13 belongs to step 2, so nobody is excluded on the first preferences.
        stable = tuple(keep) in seen
        loser = None if _complete(count) or count.stage == 1 else _exclude(count, stable=stable)
        if _complete(count):
            return
        settled = loser is None and len(count.elected) == before
        seen = {*seen, tuple(keep)} if settled else set()
        cause = _cause(count, loser, len(count.elected) > before)
        if loser is not None:
            keep[loser] = 0
        for elected in count.elected:
            c = elected.candidate
            keep[c] = next_keep(keep[c], count.quota, count.totals[c])


def _at_the_start(count: Proceedings) -> tuple[Keeping, list[int]]:
    """Clauses 8 and 9: everybody keeps all, by number."""
    candidates = len(count.ballots.candidates)
    return Keeping(count.papers, candidates), [UNIT] * (candidates + 1)


def _withdraw_unnamed(count: Proceedings) -> None:
    """Clause 20."""
    named = set(np.unique(count.papers.rankings).tolist())
    for candidate in [c for c in count.continuing if c not in named and c not in count.protected]:
        count.exclude(candidate)


def _one_vacancy(count: Proceedings) -> None:
    """Part 2."""
    keeping, keep = _at_the_start(count)
    cause: tuple[str, tuple[int, ...]] = ("first preferences", ())
    while len(count.continuing) > 0 and count.vacancies:
        _share_out(count, keeping.share_out(keep, "product"))
        count.quota = -(-(count.papers.valid * UNIT - count.totals[NONE]) // (2 * UNIT)) * UNIT  # clause 26
        count.close_stage(*cause, stage_quota=count.quota)
        if not _majority(count):
            loser = count.lowest(count.continuing, "exclude", "earliest", "clauses 34 and 40")
            count.exclude(loser)
            keep[loser], cause = 0, ("exclusion", (loser,))


def _majority(count: Proceedings) -> bool:
    """Clauses 27, 31, 34(b) and 35: whether somebody is elected."""
    reached = [c for c in count.continuing if count.totals[c] >= count.quota]
    with_votes = [c for c in count.continuing if count.totals[c]]
    if count.quota and len(reached) > 1:
        count.exclude(count.lowest(reached, "exclude", "earliest", "clauses 34 and 40"))
        reached = [c for c in reached if c in count.continuing]
    only = next((each for each in (reached, with_votes, count.continuing) if len(each) == 1), [])
    count.elect(list(only))
    return bool(only)


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


def _exclude(count: Proceedings, *, stable: bool) -> int | None:
    """Clauses 13 and 23; None while the surpluses can still change who is lowest."""
    surplus = _surplus(count)
    pool = excludable(count)
    lowest, *others = sorted(count.totals[c] for c in pool)
    if surplus >= _NEGLIGIBLE and not stable and others and lowest + surplus >= others[0]:
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
    reading=ReadingRule(gap="stop", equal="stop", repeat="stop"),
)
