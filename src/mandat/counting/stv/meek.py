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

Several in one round: B.2c elects "each hopeful candidate with a vote v greater than or equal to the quota", and all surpluses
move together through the keep factors of B.2f, so there is no order of surpluses; B.3 defeats one candidate at a time, "where
each candidate c' is tied with c if vote v' for c' is less than or equal to v plus total surplus s".

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
from mandat.counting.errors import BadParameterError
from mandat.counting.reading import ReadingRule, read_papers
from mandat.counting.result import NONE, Count
from mandat.counting.rule import Rule
from mandat.counting.stv.equal_ranks import in_all_orders
from mandat.counting.stv.gregory import excludable
from mandat.counting.stv.keeping import UNIT, Keeping, Passing, next_keep
from mandat.counting.stv.proceedings import Proceedings
from mandat.language import msg

EQUAL = ("stop", "share")
_OMEGA = 10**3
"""0.000001 votes."""


@dataclass
class Round:
    """The state that lasts from round to round: the papers and the keep factors (index 0 unused)."""

    keeping: Keeping
    keep: list[int]
    passing: Passing
    surplus: int = 0


def meek(
    ballots: Ballots,
    seats: int,
    *,
    lots: tuple[int, ...] = (),
    protected: tuple[int, ...] = (),
    equal: str = "stop",
) -> Count:
    """Count under the reference rule; votes have nine decimals.

    `equal`: a paper ends at candidates who share a rank ("stop"), or is counted in all orders that agree with it, each worth
    as much ("share", Meek 1994; see `equal_ranks`).
    """
    return keep_counting("meek", ballots, seats, "remainder", RULE.reading, lots, protected, equal)


def keep_counting(
    rule: str,
    ballots: Ballots,
    seats: int,
    passing: Passing,
    reading: ReadingRule,
    lots: tuple[int, ...],
    protected: tuple[int, ...],
    equal: str,
) -> Count:
    """Count with keep factors, or with prices, as `passing` says. Raises `BadParameterError` for another `equal`."""
    if equal not in EQUAL:
        raise BadParameterError(
            msg("{rule} cannot read equal ranks by {equal}, only by: {known}")(
                rule=rule, equal=repr(equal), known=", ".join(EQUAL)
            )
        )
    candidates = len(ballots.candidates)
    if equal == "share":
        papers, orders, many = in_all_orders(ballots)
        keeping = Keeping(orders, candidates, many)
    else:
        papers = read_papers(ballots, reading)
        keeping = Keeping(papers, candidates)
    count = Proceedings.open(rule, ballots, papers, seats, precision=9, lots=lots, protected=protected)
    count.papers_pass_by = True
    if equal != "stop":
        count.note("equal", equal)
    state = Round(keeping, [UNIT] * (candidates + 1), passing)
    return count.conclude(lambda: _procedure(count, state))


def _procedure(count: Proceedings, state: Round) -> None:
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
    votes = state.keeping.share_out(state.keep, state.passing)
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
    parameters=("protected", "equal"),
    aliases=("stv-meek", "meek-prf"),
    reading=ReadingRule(gap="pass over", equal="stop", repeat="pass over"),
)
