"""Fidelity and lag as a record shows them: votes against instructions, confidence over time, seats lost and how long it took."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from mandat.federation.assembly.instructions.effects import InstructionBroken
from mandat.federation.base.lookup import keys_of, look_up, values_of
from mandat.federation.base.rulings import Admitted
from mandat.federation.base.tenure.effects import SeatFilled, SeatVacated
from mandat.federation.base.types import MotionId, PersonId, PostId
from mandat.federation.seats.confidence.effects import ConfidenceGiven, ConfidenceWithdrawn
from mandat.federation.state import State
from mandat.record.reading import RecordReader

DAY = 86_400


@dataclass(frozen=True, slots=True)
class Fallen:
    """A seat lost by recall: days from the first withdrawal that still stood, and until it was filled again (None: not yet)."""

    post: str
    at: int
    gathered: float | None
    vacant: float | None


@dataclass(frozen=True, slots=True)
class Recorded:
    """``instructed`` votes under instructions, ``broken`` of them against; ``confidence``: its mean share over seats and time.

    ``confidence`` is None where no seat can be recalled by withdrawing it, or where withdrawals are not open on the record;
    ``fallen`` are the crossings. ``days`` is how long the record runs.
    """

    days: float
    instructed: int
    broken: int
    confidence: float | None
    withdrawals: int
    fallen: tuple[Fallen, ...]
    changes: int

    @property
    def kept(self) -> float | None:
        """The share of instructed votes that followed the instruction."""
        return None if self.instructed == 0 else 1 - self.broken / self.instructed


@dataclass(slots=True)
class _Watching:
    since: dict[PostId, dict[str, int]] = field(default_factory=dict)
    open_seats: dict[PostId, tuple[int, float | None]] = field(default_factory=dict)
    fallen: list[Fallen] = field(default_factory=list)
    broken: int = 0
    withdrawals: int = 0
    changes: int = 0
    level: float = 0.0
    weight: float = 0.0
    at: int = 0
    first: int | None = None

    def see(self, effects: Iterable[object], at: int) -> None:
        """Take note of one ruling."""
        for effect in effects:
            match effect:
                case ConfidenceWithdrawn():
                    self.withdrawals += 1
                    self.since.setdefault(effect.post, {}).setdefault(effect.person, at)
                case ConfidenceGiven():
                    self.since.get(effect.post, {}).pop(effect.person, None)
                case SeatVacated(cause="recall"):
                    self._fell(effect.post, at)
                case SeatFilled():
                    self._filled(effect.post, at)
                case InstructionBroken():
                    self.broken += 1

    def _fell(self, post: PostId, at: int) -> None:
        begun = min(self.since.pop(post, {}).values(), default=None)
        self.open_seats[post] = (at, None if begun is None else (at - begun) / DAY)

    def _filled(self, post: PostId, at: int) -> None:
        self.changes += 1
        self.since.pop(post, None)
        if post in self.open_seats:
            fell, gathered = self.open_seats.pop(post)
            self.fallen.append(Fallen(post, fell, gathered, (at - fell) / DAY))

    def weigh(self, state: State, at: int) -> None:
        """Add the time since the last entry, at the confidence of then."""
        passed, self.at = at - self.at if self.first is not None else 0, at
        self.first = at if self.first is None else self.first
        if passed > 0:
            shares = list(_confidence(state, self.since))
            self.level += passed * sum(shares)
            self.weight += passed * len(shares)


def _confidence(state: State, since: dict[PostId, dict[str, int]]) -> Iterable[float]:
    for post in values_of(state.posts.all):
        standing = look_up(state.confidence.standings, post.id)
        if post.holder is not None and standing is not None and standing.electors:
            yield 1 - len(since.get(post.id, {})) / standing.electors


def recorded(reader: RecordReader) -> Recorded:
    """Read a record from its beginning to its end."""
    watching = _Watching()
    before = reader.fold.state
    for entry in reader.entries():
        watching.weigh(before, entry.at)
        if isinstance(entry.judged.ruling, Admitted):
            watching.see(entry.judged.ruling.effects, entry.at)
        before = reader.fold.state
    waiting = [
        Fallen(post, at, gathered, None) for post, (at, gathered) in sorted(watching.open_seats.items())
    ]
    return Recorded(
        days=(watching.at - (watching.first or 0)) / DAY,
        instructed=_instructed(before),
        broken=watching.broken,
        confidence=watching.level / watching.weight if watching.weight else None,
        withdrawals=watching.withdrawals,
        fallen=(*watching.fallen, *waiting),
        changes=watching.changes,
    )


def _instructed(state: State) -> int:
    """Votes cast by delegates of a body that had instructed them on that motion."""
    return sum(
        1
        for motion, sender in keys_of(state.instructions.all)
        for person in _voters(state, motion)
        if any(post.sender == sender for post in state.posts.held_by(person))
    )


def _voters(state: State, motion: MotionId) -> list[PersonId]:
    vote = look_up(state.motions.votes, motion)
    return [] if vote is None else keys_of(vote.received.ballots)
