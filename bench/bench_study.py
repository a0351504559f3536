"""Studies: member-steps per second on a three-tier recall model and on the voter model, beside Mesa; growth and memory

Mesa runs in the environment of the benchmarks' peers, `.bench/venv`; without it only our own figures are shown.
"""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from bench.measure import Figure, peak_memory_mib
from mandat.bylaws.reading.loader import load
from mandat.bylaws.telling.explaining import Supposed
from mandat.study.opinions.assumed import Assumptions
from mandat.study.opinions.choosing import opinion
from mandat.study.opinions.members import Bases
from mandat.study.plan.making import plan
from mandat.study.simulation.running import Federation, Timing, run
from mandat.study.streams import Streams

_PEERS = Path(".bench/venv/bin/python")
MEMBERS, STEPS = 100_000, 100
SIZES = (10_000, 100_000, 1_000_000, 10_000_000)

THREE_TIERS = """
mandat = 1
id = "three-tiers"
body.section = { type = "assembly", many = true, part_of = "region" }
body.region.type = "council"
body.region.many = true
body.congress.type = "congress"
[body.region.seats.delegates]
from = "section"
number = 1
elect = { method = "fptp" }
term = "P4Y"
succession = ["by-election"]
[body.congress.seats.delegates]
from = "region"
number = 3
elect = { method = "d-hondt", lists = "caucus" }
term = "P4Y"
succession = ["by-election"]
[body.caucus]
type = "caucus"
many = true
part_of = "congress"
[recall.delegates]
of = ["region", "congress"]
by = "sender"
confidence = "withdrawn > 1/2 * electors"
"""


def figures() -> Iterator[Figure]:
    """The recall model, the voter model beside Mesa, and how time and memory grow from ten thousand to ten million."""
    yield from _recall()
    yield from _voter()
    yield from _growth()


def _timed(work: Any, times: int = 3) -> float:
    """Processor time of this process, the least of some: other programs on the machine do not count."""
    found = []
    for _ in range(times):
        began = time.process_time()
        work()
        found.append(time.process_time() - began)
    return min(found)


def _recall() -> Iterator[Figure]:
    made = plan(load(THREE_TIERS), Supposed({"section": (1000, 100), "region": (50, 1)}))
    timing = Timing(years=10)
    taken = _timed(lambda: run(made, Assumptions(), timing, Streams(1)))
    yield Figure(
        "recall in three tiers, 1,000 bases × 100, measures at each step",
        MEMBERS * timing.steps / taken,
        "member-steps/s and core",
        goal=1e7,
    )


def _voter() -> Iterator[Figure]:
    bases = Bases(np.full(1000, 100))

    def steps() -> None:
        members = opinion(Assumptions(opinion="voter", contacts=365.25, outside=0), bases, Streams(1))
        for _ in range(STEPS):
            members.step(1 / 365.25)
            members.support()

    ours = MEMBERS * STEPS / _timed(steps)
    peer = _mesa()
    beside = None if peer is None else ("Mesa", MEMBERS * STEPS / peer["seconds"])
    yield Figure("voter model, 100,000 × 100", ours, "member-steps/s", beside, 50 if beside else None)


def _mesa() -> Any:
    if not _PEERS.exists():
        return None
    script = str(Path(__file__).with_name("study_peers.py"))
    command = [str(_PEERS), script, str(MEMBERS), "10"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"Mesa failed: {done.stderr.strip().splitlines()[-1]}")
        return None
    found = json.loads(done.stdout.splitlines()[-1])
    return {"seconds": found["seconds"] * STEPS / 10}


def _growth() -> Iterator[Figure]:
    """Time for each member and step; linear growth is the same everywhere."""
    rates = []
    for members in SIZES:
        made = plan(load(THREE_TIERS), Supposed({"section": (members // 1000, 1000), "region": (10, 1)}))
        federation = Federation(made, Assumptions(), Streams(1))
        steps = STEPS if members == SIZES[-1] else max(5, min(200, 20_000_000 // members))
        began = time.process_time()
        for step in range(steps):
            federation.people.step(7 / 365.25)
            federation.step(step * 7 / 365.25)
        rates.append(members * steps / (time.process_time() - began))
        yield Figure(f"{members:,} members × {steps} steps", rates[-1], "member-steps/s")
    yield Figure(
        "… slowest beside fastest from 10⁵ up",
        min(rates[1:]),
        "member-steps/s",
        ("fastest", max(rates[1:])),
        0.5,
    )
    memory = peak_memory_mib() / 1024
    yield Figure("memory for 10,000,000 members", memory, "GiB", goal=8, higher_is_better=False)
