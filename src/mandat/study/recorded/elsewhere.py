"""The same acts under another rulebook: who would have sat, what would have been decided, what would have been refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from mandat.federation.base.acts import Submission
from mandat.federation.base.lookup import values_of
from mandat.federation.base.rulings import Ruling
from mandat.federation.base.types import EntryIndex
from mandat.federation.engine import due, fall_due, judge
from mandat.federation.law.acts import FederationFound
from mandat.federation.state import EMPTY, State
from mandat.instants import Instant
from mandat.record.reading import RecordReader


@dataclass(frozen=True, slots=True)
class Differing:
    """An act with another outcome: its number and name, the outcome on the record and under the other rulebook."""

    index: int
    act: str
    here: str
    there: str


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """``holders``: by body those who hold its posts, here and there; ``decisions``: by motion the result, here and there."""

    acts: int
    differing: tuple[Differing, ...]
    holders: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]
    decisions: Mapping[str, tuple[str, str]]


def elsewhere(reader: RecordReader, bylaws: str) -> Elsewhere:
    """Judge every act of a record again, founded on other bylaws. Acts, their order and their times stay as they are.

    What people would have done differently under other rules nobody can know: this says what the same acts would have given.
    """
    there, many = EMPTY, 0
    found: list[Differing] = []
    for entry in reader.entries():
        asked = entry.judged.submission
        there = _passed(there, entry.judged.at, entry.judged.index, once=asked is None)
        if asked is None:
            continue
        ruling, there = _judged(there, asked, entry.judged.at, bylaws)
        many += 1
        was, would = entry.judged.ruling.outcome, ruling.outcome
        if was != would:
            found.append(Differing(entry.judged.index, entry.name, was, would))
    here = reader.fold.state
    return Elsewhere(many, tuple(found), _both(_holders(here), _holders(there)), _results(here, there))


def _judged(state: State, asked: Submission, at: Instant, bylaws: str) -> tuple[Ruling, State]:
    """Judge an act as on the record, by its own number there (questions and by-elections are named after it)."""
    inputs = msgspec.structs.replace(asked.inputs, deadlines=None)
    if isinstance(asked.act, FederationFound):
        inputs = msgspec.structs.replace(inputs, blobs={**inputs.blobs, asked.act.bylaws: bylaws.encode()})
    return judge(state, msgspec.structs.replace(asked, inputs=inputs), at)


def _passed(state: State, at: Instant, index: EntryIndex, *, once: bool) -> State:
    """Let fall due what does so before an entry: for a statement of the clock one thing, as on the record."""
    while items := due(state, at):
        _, state = fall_due(state, items[0], index)
        if once:
            break
    return state


def _holders(state: State) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for post in values_of(state.posts.all):
        if post.holder is not None:
            found.setdefault(post.body, []).append(post.holder)
    return {body: tuple(sorted(people)) for body, people in sorted(found.items())}


def _both(
    here: Mapping[str, tuple[str, ...]], there: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    return {body: (here.get(body, ()), there.get(body, ())) for body in sorted({*here, *there})}


def _results(here: State, there: State) -> dict[str, tuple[str, str]]:
    results = [
        {vote.motion: vote.result for vote in values_of(state.motions.votes)} for state in (here, there)
    ]
    return {
        str(motion): (results[0].get(motion, ""), results[1].get(motion, ""))
        for motion in sorted({*results[0], *results[1]})
    }
