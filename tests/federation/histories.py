"""Histories that tests made, ruled once more in other processes under other hash seeds: every ruling must be the same.

Python salts the hashes of texts by ``PYTHONHASHSEED``; what walks a set or a map in the order of its hashes comes out
otherwise in another process, and a record that holds such a ruling can never be verified. A module whose tests make histories
at random asks for the fixture ``ruled_alike_elsewhere``.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from mandat.federation.base.acts import Submission
from mandat.federation.base.agenda.state import Due
from mandat.federation.base.rulings import Ruling, encode
from mandat.federation.base.types import EntryIndex
from mandat.federation.engine import fall_due, judge
from mandat.federation.state import EMPTY, State
from mandat.instants import Instant

ROOT = Path(__file__).parents[2]
SEEDS = ("1", "2", "3")


@dataclass(frozen=True)
class Asked:
    """An act, and a hash over all that was ruled on it: outcome, grounds, numbers and effects."""

    submission: Submission
    at: Instant
    ruled: bytes


@dataclass(frozen=True)
class FellDue:
    """What fell due, and a hash over all that was ruled."""

    item: Due
    index: EntryIndex
    ruled: bytes


class History:
    """The steps of one world, after those of the world that it was copied from."""

    def __init__(self, before: History | None = None) -> None:
        self.before = before
        self.steps: list[Asked | FellDue] = []
        if _KEPT is not None:
            _KEPT.append(self)


_KEPT: list[History] | None = None


def ruled(ruling: Ruling) -> bytes:
    """Return a hash over everything that a ruling says."""
    return hashlib.sha256(encode(ruling)).digest()


@contextmanager
def kept() -> Iterator[list[History]]:
    """Keep every history that begins meanwhile."""
    global _KEPT  # noqa: PLW0603
    _KEPT = []
    try:
        yield _KEPT
    finally:
        _KEPT = None


def differences_elsewhere(histories: Sequence[History], folder: Path) -> list[str]:
    """Rule on the histories in two other processes; return what they find different."""
    file = folder / "histories"
    file.write_bytes(pickle.dumps([each for each in histories if each.steps]))
    seeds = [seed for seed in SEEDS if seed != os.environ.get("PYTHONHASHSEED")][:2]
    command = [sys.executable, "-m", "tests.federation.histories", str(file)]
    runs = [
        subprocess.Popen(
            command, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, stdout=subprocess.PIPE, text=True
        )
        for seed in seeds
    ]
    said = [run.communicate()[0].strip() for run in runs]
    return [
        f"under PYTHONHASHSEED={seed}: {text}"
        for seed, text in zip(seeds, said, strict=True)
        if text != "alike"
    ]


def difference(histories: Sequence[History]) -> str | None:
    """Rule on histories anew; return where the first ruling differs, or None."""
    after: dict[int, State] = {}
    try:
        for history in histories:
            _after(history, after)
    except RuledOtherwise as found:
        return str(found)
    return None


class RuledOtherwise(Exception):
    """A step is ruled otherwise than where it was first ruled on."""


def _after(history: History, known: dict[int, State]) -> State:
    """Return the state after a history; a world that many were copied from is ruled on once."""
    if id(history) not in known:
        state = EMPTY if history.before is None else _after(history.before, known)
        for number, step in enumerate(history.steps):
            ruling, state = _again(state, step)
            if ruled(ruling) != step.ruled:
                raise RuledOtherwise(f"step {number} ({_name(step)}) is now: {encode(ruling).decode()}")
        known[id(history)] = state
    return known[id(history)]


def _again(state: State, step: Asked | FellDue) -> tuple[Ruling, State]:
    if isinstance(step, Asked):
        return judge(state, step.submission, step.at)
    return fall_due(state, step.item, step.index)


def _name(step: Asked | FellDue) -> str:
    return type(step.submission.act).__name__ if isinstance(step, Asked) else step.item.item.kind


if __name__ == "__main__":
    from tests.federation import histories  # the classes that the file names, not those of this script

    read = pickle.loads(Path(sys.argv[1]).read_bytes())  # noqa: S301 - a file of the test that started this
    print(histories.difference(read) or "alike")  # noqa: T201
