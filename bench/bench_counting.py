"""Counting: Scottish STV, Schulze and equal shares, beside pref_voting, votekit and abcvoting on the same ballots

The peers run in an environment of their own, `.bench/venv`; without it only our own figures are shown.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl

from bench import every_rule
from bench.measure import Figure, peak_memory_mib, seconds
from bench.synthetic_ballots import write_approvals, write_ballots, write_senate
from mandat import counting
from mandat.demo import data

SEATS = 8
MILLION = 1_000_000
SENATE = 350_000
VOTERS, PROJECTS, PLACES = 100_000, 50, 10
LARGE = 10**30
LARGE_RULES = (
    *(
        "fptp",
        "block",
        "approval",
        "d-hondt",
        "irv",
        "stv-scottish",
        "wigm",
        "minneapolis",
        "ers97",
        "stv-ni",
    ),
    *("au-senate", "meek", "meek-nz", "schulze", "sequential-phragmen", "equal-shares", "pav-sequential"),
)
_PEERS = Path(".bench/venv/bin/python")
_GOALS = {"pref_voting": (40, 60), "votekit": (20, 15)}


def figures() -> Iterator[Figure]:
    """One million ballots beside the peers, ten million and a State's Senate papers beside Polars, approvals, the forty wards."""
    with tempfile.TemporaryDirectory() as folder:
        yield from _large_weights(Path(folder))
        yield from _million(Path(folder) / "million.csv")
        yield from _schulze(Path(folder) / "million.csv")
        yield from _equal_shares(Path(folder) / "approvals.blt")
        yield from every_rule.figures(Path(folder), _peer)
        yield from _ten_million(Path(folder) / "ten_million.csv")
        yield from _senate(Path(folder) / "senate.csv")
    yield Figure(
        "all 40 Scottish wards, files to results", seconds(_wards), "s", goal=1, higher_is_better=False
    )


def _large_weights(folder: Path) -> Iterator[Figure]:
    """The same papers, once as they are and once each 10^30 times: where 64 bits suffice beside where they cannot."""
    write_ballots(folder / "ranked.csv", VOTERS)
    write_approvals(folder / "approvals.blt", VOTERS // 5, PROJECTS)
    ranked, approvals = counting.read(folder / "ranked.csv"), counting.read(folder / "approvals.blt")
    for rule in LARGE_RULES:
        ballots = approvals if counting.rule(rule).kind == "committee" else ranked
        places = 1 if rule == "irv" else SEATS
        many = replace(ballots, weights=np.array([w * LARGE for w in ballots.weights.tolist()], np.object_))
        fast, big = (seconds(partial(_count_afresh, rule, each, places)) for each in (ballots, many))
        yield Figure(
            f"{rule}, papers x 10^30", big * 1000, "ms", ("64 bits", fast * 1000), 5, higher_is_better=False
        )


def _count_afresh(rule: str, ballots: counting.Ballots, places: int) -> counting.Count:
    """Count a copy, which has forgotten what an earlier count found out about the papers."""
    return counting.count(rule, replace(ballots), places)


def _million(path: Path) -> Iterator[Figure]:
    write_ballots(path, MILLION)
    ballots = counting.read(path)
    result = counting.count("stv-scottish", ballots, SEATS)
    whole = seconds(lambda: counting.count("stv-scottish", counting.read(path), SEATS).to_json())
    # A copy forgets what the first count found out about the papers.
    alone = seconds(lambda: counting.count("stv-scottish", replace(ballots), SEATS))
    yield Figure("1,000,000 ballots, CSV to stage table", MILLION / whole, "ballots/s")
    yield Figure("1,000,000 ballots, counting alone", MILLION / alone, "ballots/s")
    for peer, (goal_whole, goal_alone) in _GOALS.items():
        timed = _peer(peer, path)
        if timed is None:
            continue
        beside = MILLION / (timed["load"] + timed["count"])
        yield Figure(
            f"… CSV to result beside {peer}", MILLION / whole, "ballots/s", (peer, beside), goal_whole
        )
        beside = MILLION / timed["count"]
        yield Figure(f"… counting beside {peer}", MILLION / alone, "ballots/s", (peer, beside), goal_alone)
        same = {str(c) for c in result.winners} == set(timed["winners"])
        yield Figure(f"… {peer} elects the same candidates", int(same), "(1 = yes)")


def _schulze(path: Path) -> Iterator[Figure]:
    ballots = counting.read(path)
    yield from _beside(
        "Schulze, 1,000,000 ballots",
        seconds(lambda: counting.count("schulze", counting.read(path), 1)),
        seconds(lambda: counting.count("schulze", replace(ballots), 1)),
        counting.count("schulze", ballots, 1).winners,
        MILLION,
        ("pref_voting", _peer("pref_voting_schulze", path, 1)),
    )


def _equal_shares(path: Path) -> Iterator[Figure]:
    write_approvals(path, VOTERS, PROJECTS)
    if _PEERS.exists():
        print("Equal shares beside abcvoting, which takes about four minutes", flush=True)
    ballots = counting.read(path)
    yield from _beside(
        f"equal shares, {VOTERS:,} ballots",
        seconds(lambda: counting.count("equal-shares", counting.read(path), PLACES)),
        seconds(lambda: counting.count("equal-shares", replace(ballots), PLACES)),
        counting.count("equal-shares", ballots, PLACES).winners,
        VOTERS,
        ("abcvoting", _peer("abcvoting", path, PLACES)),
    )


def _beside(
    name: str,
    whole: float,
    alone: float,
    winners: tuple[int, ...],
    papers: int,
    peer: tuple[str, Any],
    goal: int = 20,
) -> Iterator[Figure]:
    """File to result and counting alone, each beside what the peer took for as much."""
    label, timed = peer
    both = None if timed is None else (label, papers / (timed["load"] + timed["count"]))
    counted = None if timed is None else (label, papers / timed["count"])
    yield Figure(f"{name}, file to result", papers / whole, "ballots/s", both, goal if both else None)
    yield Figure(f"{name}, counting alone", papers / alone, "ballots/s", counted, goal if counted else None)
    if timed is not None:
        same = set(map(str, winners)) == set(timed["winners"])
        yield Figure(f"… {label} elects the same", int(same), "(1 = yes)", goal=1)


def _peer(name: str, path: Path, seats: int = SEATS) -> Any:
    if not _PEERS.exists():
        return None
    command = [str(_PEERS), str(Path(__file__).with_name("counting_peers.py")), name, str(path), str(seats)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"{name} failed: {done.stderr.strip().splitlines()[-1]}")
        return None
    return json.loads(done.stdout.splitlines()[-1])


def _ten_million(path: Path) -> Iterator[Figure]:
    write_ballots(path, 10 * MILLION)
    whole = seconds(lambda: counting.count("stv-scottish", counting.read(path), SEATS), runs=2)
    peak = peak_memory_mib()  # before Polars holds the whole table for the comparison
    parse = seconds(lambda: pl.read_csv(path), runs=2)
    yield Figure(
        "10,000,000 ballots, CSV to result",
        whole,
        "s",
        ("Polars, parse alone", parse),
        2,
        higher_is_better=False,
    )
    yield Figure("… peak memory", peak, "MiB", goal=600, higher_is_better=False)
    peak = _peak_of("counting.read(path, progress=lambda done, total: None)", path)
    yield Figure("… peak memory with its progress shown", peak, "MiB", goal=600, higher_is_better=False)
    yield from _names(path)


def _names(path: Path) -> Iterator[Figure]:
    write_ballots(path, 10 * MILLION, named=True)
    whole = seconds(lambda: counting.count("stv-scottish", counting.read(path), SEATS), runs=1)
    parse = seconds(lambda: pl.read_csv(path), runs=1)
    name = "10,000,000 ballots with names in the cells"
    yield Figure(name, whole, "s", ("Polars, parse alone", parse), 2, higher_is_better=False)
    peak = _peak_of("counting.read(path)", path)
    yield Figure("… peak memory", peak, "MiB", goal=600, higher_is_better=False)


def _senate(path: Path) -> Iterator[Figure]:
    write_senate(path, SENATE)
    whole = seconds(lambda: counting.count("au-senate", counting.read(path), 6), runs=2)
    parse = seconds(lambda: pl.read_csv(path, infer_schema=False), runs=2)
    name = f"{SENATE:,} Senate papers above and below the line, 44 candidates"
    yield Figure(name, whole, "s", ("Polars, parse alone", parse), 10, higher_is_better=False)


_PEAK = """
import sys
from pathlib import Path
from bench.measure import peak_memory_mib
from mandat import counting
path = sys.argv[1]
counting.count("stv-scottish", {reading}, {seats})
status = Path("/proc/self/status")
lines = status.read_text().splitlines() if status.exists() else []
peaks = [int(line.split()[1]) / 2**10 for line in lines if line.startswith("VmHWM")]
print(peaks[0] if peaks else peak_memory_mib())
"""
"""Linux's `ru_maxrss` counts what the parent held before the program was loaded; `VmHWM` does not."""


def _peak_of(reading: str, path: Path) -> float:
    """Peak memory, in MiB, of a count in a process of its own."""
    program = _PEAK.format(reading=reading, seats=SEATS)
    done = subprocess.run(
        [sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True
    )
    return float(done.stdout)


def _wards() -> None:
    for path in sorted((Path(data.__file__).parent / "scotland").glob("*.blt")):
        ballots = counting.read(path)
        counting.count("stv-scottish", ballots, ballots.seats or 3)
