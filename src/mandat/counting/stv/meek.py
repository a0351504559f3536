"""Meek's method as the reference rule of the Proportional Representation Foundation.

Texts: I. D. Hill, B. A. Wichmann and D. R. Woodall, "Algorithm 123: Single transferable vote by Meek's
method", Computer Journal 30 (1987), 277-281; "Reference Meek Rule",
prfound.org/resources/reference/reference-meek-rule. Its steps:

- A: every candidate is hopeful, with keep factor 1; omega = 0.000001.
- B.1: all seats filled, or no more elected and hopeful candidates than seats: go to C.
- B.2a: each paper passes along its ranking; each candidate keeps weight x keep factor, to nine decimals
  rounded up.
- B.2b: quota = sum of the votes / (seats + 1), cut to nine decimals, plus 0.000000001.
- B.2c: hopeful candidates with the quota are elected. B.2e: then the round ends.
- B.2d-e: it also ends when the total surplus is below omega, or not below that of the iteration before.
- B.2f: keep factor of an elected candidate x quota / votes, each rounded up; next iteration.
- B.3: the hopeful candidate with fewest votes is defeated; those within the total surplus of the fewest are
  tied.
- C: if seats are left the hopeful candidates are elected.
- T: ties by the defined procedure: here a lot.

A stage here is a round. `quota` of the result is that of the last stage; each stage carries its own.

>>> from mandat.counting import Ballots, count
>>> ballots = Ballots.from_rankings(["Ann", "Bob", "Cy"], [((1, 2), 6), ((3,), 3), ((2,), 1)])
>>> result = count("meek", ballots, 2)
>>> result.winners, result.decimal(result.quota)
((1, 2), '3.333333334')
"""

from __future__ import annotations

from dataclasses import dataclass

from mandat.counting.ballots import Ballots
from mandat.counting.reading import ReadingRule, read_papers
from mandat.counting.result import NONE, Count
from mandat.counting.rule import Rule
from mandat.counting.stv.gregory import excludable
from mandat.counting.stv.keeping import UNIT, Keeping, next_keep
from mandat.counting.stv.proceedings import Proceedings

_OMEGA = 10**3
"""0.000001 votes."""


@dataclass
class Round:
    """The state that lasts from round to round: the papers and the keep factors (index 0 unused)."""

    keeping: Keeping
    keep: list[int]
    surplus: int = 0


def meek(
    ballots: Ballots, seats: int, *, lots: tuple[int, ...] = (), protected: tuple[int, ...] = ()
) -> Count:
    """Count under the reference rule; votes have nine decimals."""
    papers = read_papers(ballots, RULE.reading)
    count = Proceedings.open("meek", ballots, papers, seats, precision=9, lots=lots, protected=protected)
    count.papers_pass_by = True
    return count.conclude(lambda: _procedure(count))


def _procedure(count: Proceedings) -> None:
    candidates = len(count.ballots.candidates)
    state = Round(Keeping(count.papers, candidates), [UNIT] * (candidates + 1))
    cause: tuple[str, tuple[int, ...]] = ("first preferences", ())
    while True:
        reached = _iterate(count, state)
        count.close_stage(*cause, stage_quota=count.quota)
        count.elect_within_room(reached, "B.2c")
        if _complete(count):
            return
        cause = ("surplus", tuple(reached)) if reached else ("exclusion", (_defeat(count, state),))
        if _complete(count):
            return


def _complete(count: Proceedings) -> bool:
    """B.1 and C."""
    count.fill_last_vacancies()
    return count.is_over


def _iterate(count: Proceedings, state: Round) -> list[int]:
    """B.2: iterate until somebody reaches the quota or the surplus settles."""
    last = count.papers.valid * UNIT
    while True:
        _share_out(count, state)
        reached = [c for c in count.continuing if count.totals[c] >= count.quota]
        if reached or state.surplus < _OMEGA or state.surplus >= last:
            return reached
        last = state.surplus
        for elected in count.elected:
            c = elected.candidate
            state.keep[c] = next_keep(state.keep[c], count.quota, count.totals[c])


def _share_out(count: Proceedings, state: Round) -> None:
    """B.2a, b and d."""
    votes = state.keeping.share_out(state.keep, "remainder")
    total = sum(votes)
    votes[NONE] = count.papers.valid * UNIT - total
    count.totals = votes
    count.quota = total // (count.seats + 1) + 1
    state.surplus = max(0, sum(votes[e.candidate] - count.quota for e in count.elected))


def _defeat(count: Proceedings, state: Round) -> int:
    """B.3: candidates within the total surplus of the lowest are tied with it."""
    pool = excludable(count)
    fewest = min(count.totals[c] for c in pool)
    tied = [c for c in pool if count.totals[c] <= fewest + state.surplus]
    loser = count.settle(tied, "exclude", "lot", "B.3, T", most=False)
    count.exclude(loser)
    state.keep[loser] = 0
    return loser


RULE = Rule(
    name="meek",
    title="Meek's method (reference rule)",
    text="Hill, Wichmann, Woodall, Algorithm 123 (1987); Reference Meek Rule, prfound.org",
    kind="stv",
    function=meek,
    parameters=("protected",),
    aliases=("stv-meek", "meek-prf"),
    reading=ReadingRule(gap="pass over", equal="stop", repeat="pass over"),
)
