"""Acts: signature checked, ruled and appended with full sync, beside the signature checks alone

10,000 members of ten sections withdraw their confidence from a delegate: the rule of recall is evaluated each time.
Each run starts from a copy of the same record on disk and ends when the last receipt is there. On one core.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from nacl.bindings import crypto_sign_open

from bench.federation import new_record, office, raw_signatures, sections, submit_in_batches
from bench.measure import Figure, seconds
from mandat.record.directory import open_directory
from mandat.record.opening import verifier_of
from mandat.service.incoming import Incoming

ACTS = 10_000
SINGLY = 2_000
SECTIONS = 10
BATCH = 1_000
GOAL = 0.4
_RUNS = 5


def figures() -> Iterator[Figure]:
    """In batches of a thousand beside PyNaCl on the same notes, then one by one."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder) / "base"
        acts = _prepare(base)
        signed = raw_signatures(acts)
        turns = [(_run(base, acts, BATCH), seconds(lambda: _check(signed), runs=1)) for _ in range(_RUNS)]
        ours, raw = (ACTS / min(times) for times in zip(*turns, strict=True))
        beside = ("PyNaCl, the signatures alone", raw)
        yield Figure(f"{ACTS:,} acts in batches of {BATCH:,}", ours, "acts/s", beside, GOAL)
        some = acts[:SINGLY]
        singly = SINGLY / min(_run(base, some, 1) for _ in range(_RUNS))
        yield Figure(f"{SINGLY:,} acts one by one, a sync of the disk for each", singly, "acts/s", beside)


def _check(signed: Sequence[tuple[bytes, bytes]]) -> None:
    for note, key in signed:
        crypto_sign_open(note, key)


def _prepare(base: Path) -> list[Incoming]:
    """Found the federation in ``base`` and sign what its members will submit."""
    directory = new_record(base)
    store = directory.store()
    every = sections(SECTIONS, ACTS // SECTIONS)
    here = office(directory, store)
    here.found(every)
    acts = list(here.withdrawals(every))
    store.close()
    return acts


def _run(base: Path, acts: Sequence[Incoming], batch: int) -> float:
    """Submit the acts to a fresh copy of the record, no key of theirs in any cache; return the seconds."""
    copy = base.with_name("run")
    shutil.copytree(base, copy)
    directory = open_directory(copy)
    store = directory.store()
    writer = office(directory, store).writer
    verifier_of.cache_clear()
    began = time.perf_counter()
    submit_in_batches(writer, acts, batch)
    took = time.perf_counter() - began
    store.close()
    shutil.rmtree(copy)
    return took
