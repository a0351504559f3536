"""Verify: a record of 100,000 entries checked and judged anew, beside the signature checks alone

What `mandat verify` does: hashes, signatures, order, rulings, checkpoints and state, with a step of progress after each group.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from nacl.bindings import crypto_sign_open

from bench.federation import new_record, office, raw_signatures, sections, submit_in_batches
from bench.measure import Figure, peak_memory_mib, seconds
from mandat.record.directory import RecordDirectory
from mandat.record.opening import verifier_of
from mandat.record.verify import Verified, verify

ENTRIES = 100_000
MEMBERS = 10_000
SECTIONS = 10
GOAL = 5_000
_BATCH = 5_000
_SAMPLE = 10_000
_RUNS = 2


def figures() -> Iterator[Figure]:
    """Entries a second from opening the store to the verdict."""
    with tempfile.TemporaryDirectory() as folder:
        directory = new_record(Path(folder) / "record")
        signed = _fill(directory)
        steps: list[int] = []
        found: list[Verified] = []
        turns = [
            (
                seconds(lambda: found.append(_verify(directory, steps)), runs=1),
                seconds(lambda: _check(signed)),
            )
            for _ in range(_RUNS)
        ]
        took, alone = map(min, zip(*turns, strict=True))
        raw = len(signed) / alone
        rate = found[0].entries / took
        assert steps[-1] == found[-1].entries >= ENTRIES
        assert not found[0].refused
        yield Figure(f"{found[0].entries:,} entries", rate, "entries/s", goal=GOAL)
        yield Figure("… beside the signatures", rate, "entries/s", ("PyNaCl alone", raw))
        yield Figure("… steps of progress", len(steps) / len(found), "steps")
    yield Figure("peak memory, writing and verifying", peak_memory_mib(), "MiB")


def _check(signed: Sequence[tuple[bytes, bytes]]) -> None:
    for note, key in signed:
        crypto_sign_open(note, key)


def _fill(directory: RecordDirectory) -> Sequence[tuple[bytes, bytes]]:
    """Write the record: members withdraw their confidence and give it again; return some signatures to check alone."""
    store = directory.store()
    every = sections(SECTIONS, MEMBERS // SECTIONS)
    here = office(directory, store)
    here.found(every)
    acts = list(here.withdrawals(every, ENTRIES // MEMBERS))
    submit_in_batches(here.writer, acts, _BATCH)
    store.close()
    return raw_signatures(acts[:_SAMPLE])


def _verify(directory: RecordDirectory, steps: list[int]) -> Verified:
    verifier_of.cache_clear()
    store = directory.store(readonly=True)
    try:
        return verify(store, directory.origin, directory.log, directory.server, steps.append)
    finally:
        store.close()
