"""One run of a federation under its rules."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mandat.bylaws.findings.seating import PEOPLE
from mandat.language import msg
from mandat.study.errors import StudyError
from mandat.study.opinions.assumed import Assumptions
from mandat.study.opinions.choosing import opinion
from mandat.study.opinions.members import MemberCounts, Opinion
from mandat.study.plan.making import Plan
from mandat.study.plan.times import DAYS
from mandat.study.plan.world import Ints
from mandat.study.seats.allocation import lots
from mandat.study.simulation.bodies import BodyTables
from mandat.study.simulation.chamber import NEVER, Chamber
from mandat.study.simulation.course import NAMES, Events, RunCourse, Seen
from mandat.study.simulation.recalling import Lost, Recalling
from mandat.study.streams import Streams


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """A run of ``years`` in steps of ``days``; what happens in the first ``warm`` years is not reported."""

    years: float = 10.0
    days: float = 7.0
    warm: float = 0.0

    def __post_init__(self) -> None:
        if not (0 < self.days <= 366 and 0 < self.years <= 1000 and 0 <= self.warm < self.years):
            raise StudyError(
                msg(
                    "{years} years in steps of {days} days, {warm} to warm up: give steps of at most 366 days, at most "
                    "1000 years, and fewer years to warm up than in all"
                )(years=str(self.years), days=str(self.days), warm=str(self.warm))
            )

    @property
    def dt(self) -> float:
        """A step in years."""
        return self.days / DAYS

    @property
    def steps(self) -> int:
        """How many steps, the first at the beginning."""
        return max(2, round(self.years / self.dt))


class Federation:
    """All bodies and posts of a plan, with members as assumed."""

    def __init__(
        self, plan: Plan, assumed: Assumptions, streams: Streams, people: Opinion | None = None
    ) -> None:
        self.plan, self.assumed, self.streams = plan, assumed, streams
        self.people = people or opinion(assumed, plan.bases, streams)
        self.bodies = BodyTables(plan, assumed.tendencies)
        self.chambers = {line.id: Chamber(line, assumed.tendencies) for line in plan.lines}
        self.rows = {line.id: self.bodies.rows(line.senders) for line in plan.lines}
        self.recalling = {
            line.id: [
                Recalling(r, self.chambers[line.id], self.bodies, assumed) for r in plan.routes[line.id]
            ]
            for line in plan.lines
        }
        self._next = {line.id: 0.0 for line in plan.lines}
        self._group = {line.id: -1 for line in plan.lines}
        self._of_body: dict[str, list[str]] = {}
        for line in plan.lines:
            self._of_body.setdefault(line.body, []).append(line.id)
        self._turned = any(self.recalling.values())
        self._drawn: dict[str, Ints] = {}
        self.base_support: MemberCounts = np.zeros((0, assumed.tendencies), dtype=np.int64)

    def step(self, now: float) -> Events:
        """Everything that happens at ``now``, from the base upwards."""
        events = Events()
        self.base_support = self.bodies.ask_people(self.people, turned=self._turned)
        for line in self.plan.lines:
            chamber = self.chambers[line.id]
            self._general(chamber, now, events)
            if line.keeps:
                self._fall_with(chamber, now)
            self._recall(chamber, now, events)
            self._fill(chamber, now, events)
            self._seat(line.body)
        return events

    # -- elections -------------------------------------------------------------------------------------------------

    def _general(self, chamber: Chamber, now: float, events: Events) -> None:
        line = chamber.line
        if now + 1e-9 < self._next[line.id]:
            return
        first = self._group[line.id] < 0
        group = None if first or line.groups == 1 else self._group[line.id] % line.groups
        self._group[line.id] += 1
        self._next[line.id] = NEVER if line.term is None else self._next[line.id] + line.term / line.groups
        if line.filling == "ex-officio":
            self._next[line.id] = 0.0  # looked at in each step
            self._follow(chamber, now)
            return
        votes = self._votes(chamber, now)
        senders = np.arange(len(line.senders))
        done = chamber.elect(senders, votes, self.lots(chamber), now, group)
        if first and done.held < len(line.senders):
            self._next[line.id] = now  # the bodies below were not there yet
            self._group[line.id] = -1
        events.elections += done.held
        events.changed += 0 if first else done.changed
        events.ballots += int(votes.sum())

    def _votes(self, chamber: Chamber, now: float) -> Ints:
        """The votes of all senders of a line now: those who turn out, mistakes included."""
        rows = self.rows[chamber.line.id]
        support = self.bodies.support[rows]
        if chamber.line.filling == "lot":
            return self._by_lot(chamber, support, now)
        assumed = self.assumed
        people = np.array([self.plan.bylaws.bodies[kind].type in PEOPLE for kind, _ in chamber.line.senders])
        if not people.any() or (assumed.turnout == 1 and assumed.mistakes == 0):
            return support
        random = self.streams.named("votes", chamber.line.id, f"{now:.6f}")
        votes = random.binomial(support, assumed.turnout)
        if assumed.mistakes:
            wrong = random.binomial(votes, assumed.mistakes)
            even = np.full(assumed.tendencies, 1 / assumed.tendencies)
            votes = votes - wrong + random.multinomial(wrong.sum(axis=1), even)
        found: Ints = np.where(people[:, None], votes, support)
        return found

    def _by_lot(self, chamber: Chamber, support: Ints, now: float) -> Ints:
        """Who is drawn: as many as there are seats, without replacement; each takes one seat."""
        random = self.streams.named("lot", chamber.line.id, f"{now:.6f}")
        seats = np.minimum(chamber.line.seats, support.sum(axis=1))
        drawn = [
            random.multivariate_hypergeometric(row, int(n)) for row, n in zip(support, seats, strict=True)
        ]
        return np.array(drawn, dtype=np.int64)

    def _follow(self, chamber: Chamber, now: float) -> None:
        """Seats held with another post: the same tendencies as in the body they come from."""
        held = self.bodies.support[self.rows[chamber.line.id]]
        if (chamber.held() != held).any():
            chamber.elect(np.arange(held.shape[0]), held, self.lots(chamber), now)

    def lots(self, chamber: Chamber) -> Ints:
        """The order by which ties in this line are settled, drawn once for each sender."""
        name = chamber.line.id
        if name not in self._drawn:
            random = self.streams.named("lots", name)
            self._drawn[name] = lots(len(chamber.line.senders), self.assumed.tendencies, random)
        return self._drawn[name]

    # -- seats lost and filled again -------------------------------------------------------------------------------

    def _fall_with(self, chamber: Chamber, now: float) -> None:
        """Who was sent by a body that has fewer of that tendency now than it sent has lost the seat below."""
        beyond = chamber.held() - self.bodies.support[self.rows[chamber.line.id]]
        for sender, tendency in zip(*np.nonzero(beyond > 0), strict=True):
            posts = np.flatnonzero((chamber.of == sender) & (chamber.holder == tendency))
            self._vacate(chamber, posts[: beyond[sender, tendency]], now)

    def _recall(self, chamber: Chamber, now: float, events: Events) -> None:
        for recalling in self.recalling[chamber.line.id]:
            lost = recalling.lost(now, self.lots(chamber))
            events.votes += lost.votes
            events.ballots += lost.ballots
            events.signed += lost.signed
            if lost.posts.size:
                self._take_away(chamber, lost, now, events)

    def _take_away(self, chamber: Chamber, lost: Lost, now: float, events: Events) -> None:
        events.recalls += int(lost.posts.size)
        events.false_recalls += self._deserved(chamber, lost.posts)
        events.changed += int(lost.posts.size)
        self._vacate(chamber, lost.posts, now)

    def _deserved(self, chamber: Chamber, posts: Ints) -> int:
        """How many of these posts an election without noise would give back to the same tendency."""
        senders = np.unique(chamber.of[posts])
        support = self.bodies.support[self.rows[chamber.line.id]][senders]
        due = chamber.shared(support, chamber.line.seats[senders], self.lots(chamber)[senders])
        taken = np.zeros_like(due)
        np.add.at(taken, (np.searchsorted(senders, chamber.of[posts]), chamber.holder[posts]), 1)
        left = chamber.held()[senders] - taken
        return int(np.minimum(taken, np.maximum(0, due - left)).sum())

    def _vacate(self, chamber: Chamber, posts: Ints, now: float) -> None:
        chamber.vacate(posts, now, self.assumed.organising / DAYS, self.lots(chamber))

    def _fill(self, chamber: Chamber, now: float, events: Events) -> None:
        due = np.flatnonzero(chamber.due <= now + 1e-9)
        if due.size:
            votes = self._votes(chamber, now)
            done = chamber.fill(due, votes, self.lots(chamber), now)
            events.elections += done.held
            events.ballots += int(votes[np.unique(chamber.of[due])].sum())

    def _seat(self, body: str) -> None:
        many = self.plan.world.kinds[body].many
        held = sum(self.chambers[name].by_body(many) for name in self._of_body[body])
        assert isinstance(held, np.ndarray)  # every body here has a line
        self.bodies.seated(body, held)

    # -- what is seen ----------------------------------------------------------------------------------------------

    def look(self, seen: Seen, now: float, events: Events) -> None:
        """Write down this step."""
        at = seen.at
        seen.times[at] = now
        seen.members[at] = _shares(self.base_support.sum(axis=0))
        for kind in seen.kinds:
            seen.tiers[kind][at] = _shares(self.bodies.support[self.bodies.kind(kind)].sum(axis=0))
        seen.top_counts[at] = self.bodies.support[self.bodies.kind(self.plan.top)].sum(axis=0)
        seen.events[at] = events.row()
        lines = [self.chambers[name] for name in self._of_body[self.plan.top]]
        ages = np.concatenate([chamber.ages(now) for chamber in lines])
        due = sum(chamber.seats for chamber in lines)
        seen.vacant[at] = 1 - ages.size / due if due else 0.0
        seen.age[at], seen.oldest[at] = (ages.mean(), ages.max()) if ages.size else (0.0, 0.0)
        seen.at += 1


def _shares(counts: Ints) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    total = int(counts.sum())
    return counts / total if total else counts.astype(np.float64)


def run(plan: Plan, assumed: Assumptions, timing: Timing, streams: Streams) -> RunCourse:
    """One run from its streams; what is seen from the end of the warm-up on."""
    federation = Federation(plan, assumed, streams)
    skipped = round(timing.warm / timing.dt)
    seen = Seen(timing.steps - skipped, assumed.tendencies, plan.tiers)
    for number in range(timing.steps):
        if number:
            federation.people.step(timing.dt)
        events = federation.step(number * timing.dt)
        if number >= skipped:
            federation.look(seen, number * timing.dt, events)
    return finished(federation, seen)


def finished(federation: Federation, seen: Seen) -> RunCourse:
    """The course of what was seen."""
    plan = federation.plan
    top = [federation.chambers[line.id].seats for line in plan.lines if line.body == plan.top]
    return RunCourse(
        times=seen.times,
        members=seen.members,
        top=seen.tiers[plan.top],
        tiers=seen.tiers,
        events=seen.events,
        vacant=seen.vacant,
        age=seen.age,
        oldest=seen.oldest,
        top_counts=seen.top_counts,
        people=plan.bases.members,
        seats=sum(chamber.seats for chamber in federation.chambers.values()),
        top_seats=sum(top),
    )


__all__ = ["NAMES", "Federation", "Timing", "run"]
