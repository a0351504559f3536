"""Every rule of the registry on one file of 100,000 ballots of its kind; rules that search for a best committee apart, on a small
election, beside abcvoting with one solver."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from bench.measure import Figure, seconds
from bench.synthetic_ballots import write_approvals, write_ballots
from mandat import counting
from mandat.counting import Ballots, Rule

PAPERS, PROJECTS = 100_000, 50
SEATS, PLACES = 8, 10
SMALL_PAPERS, SMALL_PROJECTS, SMALL_PLACES = 200, 14, 5
TOP = 5
MOST = 50
"""No rule that counts in polynomial time takes more than this many times the median rule of its kind of ballot."""
SEARCHES = {
    "pav": "pav",
    "chamberlin-courant": "cc",
    "monroe": "monroe",
    "leximax-phragmen": "minimaxphragmen",
}
"""Rules that look for a best committee, and the nearest rule of abcvoting."""
SOLVER = "pulp-cbc"
Peer = Callable[[str, Path, int], Any]


def figures(folder: Path, peer: Peer) -> Iterator[Figure]:
    """A row for each rule; `peer(name, file, seats)` counts with another library, or gives None where there is none."""
    times = _times(folder)
    for kind, rules in times.items():
        median = statistics.median(rules.values())
        for name, took in rules.items():
            beside = (f"median of {kind}", median)
            yield Figure(name, took, "s", beside, goal=MOST, higher_is_better=False)
    yield from _searches(folder / "small.blt", peer)


def _times(folder: Path) -> dict[str, dict[str, float]]:
    """Seconds of each rule, by kind of ballot."""
    ranked_file, approvals_file = folder / "every.csv", folder / "every.blt"
    write_ballots(ranked_file, PAPERS)
    write_approvals(approvals_file, PAPERS, PROJECTS)
    ranked = counting.read(ranked_file, keep_sequence=True)
    ballots = {"rankings": ranked, "approvals": counting.read(approvals_file), "points": _points(ranked)}
    found: dict[str, dict[str, float]] = {kind: {} for kind in (*ballots, "lists")}
    for rule in counting.rules().values():
        if rule.name in SEARCHES:
            continue
        kind = _kind(rule)
        papers = _lists(ranked) if kind == "lists" else ballots[kind]
        seats, told = _told(rule, papers)
        found[kind][rule.name] = seconds(_work(rule, papers, seats, told), runs=1)
    return found


def _work(rule: Rule, papers: Ballots, seats: int, told: dict[str, Any]) -> Callable[[], object]:
    # A copy forgets what an earlier count found out about the papers.
    return lambda: counting.count(rule.name, replace(papers), seats, **told)


def _kind(rule: Rule) -> str:
    match rule.kind:
        case "approval" | "committee" | "budget":
            return "approvals"
        case "score" | "yes-no":
            return "points"
        case "list":
            return "lists"
        case _:
            return "rankings"


def _told(rule: Rule, papers: Ballots) -> tuple[int, dict[str, Any]]:
    """The seats and the parameters that a rule cannot do without."""
    many = len(papers.candidates)
    if rule.kind == "budget":
        return many, {"costs": tuple(1000 + 137 * n for n in range(many)), "budget": 30_000}
    if rule.kind == "list":
        sizes = {"list_sizes": (200,) * many} if "list_sizes" in rule.parameters else {}
        return 200 if rule.name != "open-list" else SEATS, sizes
    return 1 if rule.one_seat else PLACES if rule.kind == "committee" else SEATS, {}


def _points(ranked: Ballots) -> Ballots:
    """Five points for the first of a ranking, four for the next."""
    given = (
        (
            {
                number: max(0, TOP - place)
                for place, number in enumerate(ranked.rankings[row].tolist())
                if number
            },
            many,
        )
        for row, many in enumerate(ranked.weights.tolist())
    )
    return Ballots.from_scores([c.name for c in ranked.candidates], given)


def _lists(ranked: Ballots) -> Ballots:
    """The first of each ranking, as the list voted for."""
    return replace(ranked, rankings=ranked.rankings[:, :1].copy(), sequence=None)


def _searches(path: Path, peer: Peer) -> Iterator[Figure]:
    write_approvals(path, SMALL_PAPERS, SMALL_PROJECTS)
    ballots = counting.read(path)
    for ours, theirs in SEARCHES.items():
        took = seconds(_work(counting.rule(ours), ballots, SMALL_PLACES, {}), runs=1)
        timed = peer(f"abcvoting_{theirs}", path, SMALL_PLACES)
        beside = None if timed is None else (f"abcvoting {theirs}, {SOLVER}", timed["count"])
        name = f"{ours} ({SMALL_PAPERS} ballots, {SMALL_PLACES} of {SMALL_PROJECTS})"
        yield Figure(name, took, "s", beside, higher_is_better=False)
