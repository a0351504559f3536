"""The posts of one line: who sits, since when, and who follows."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mandat.counting import rule
from mandat.study.opinions.moving import Floats
from mandat.study.plan.lines import LinePlan
from mandat.study.plan.world import Ints
from mandat.study.seats.counted import RANKED, counted_back, shared_out, slate_of, winners

VACANT = -1
NEVER = np.inf
IMMEDIATE = frozenset(("next-on-list", "substitute", "deputy"))
BY_VOTES = frozenset(("next-by-votes", "next-list", "countback"))
AFRESH = frozenset(("by-election", "sender", "appointment", "co-option"))


@dataclass(frozen=True, slots=True)
class Filled:
    """What an election did: how many posts changed to another tendency, and in how many bodies it was held."""

    changed: int
    held: int


class Chamber:
    """``holder`` is the tendency of each post (−1: vacant), ``since`` when it was filled, ``due`` when an election fills it.

    Posts stand sender after sender; ``of`` is the sender of each. ``votes`` are those of each sender's last general election,
    ``left`` how many of its candidates of each tendency may still follow, ``number`` who holds the post where papers rank.
    """

    def __init__(self, line: LinePlan, tendencies: int) -> None:
        self.line, self.tendencies = line, tendencies
        many = len(line.senders)
        self.of = np.repeat(np.arange(many), line.seats)
        self.place = np.arange(self.of.size) - np.repeat(np.cumsum(line.seats) - line.seats, line.seats)
        self.body = line.target[self.of]
        self.holder = np.full(self.of.size, VACANT, dtype=np.int64)
        self.since = np.zeros(self.of.size)
        self.due = np.full(self.of.size, NEVER)
        self.votes = np.zeros((many, tendencies), dtype=np.int64)
        self.left = np.zeros((many, tendencies), dtype=np.int64)
        self.number = np.zeros(self.of.size, dtype=np.int64)
        self.departed: dict[int, list[int]] = {}
        self.parameters = tuple(sorted(line.parameters.items()))
        self.ranked = line.filling == "elected" and rule(line.method).kind in RANKED

    @property
    def seats(self) -> int:
        """All posts."""
        return int(self.of.size)

    def held(self) -> Ints:
        """Posts of each sender (rows) by tendency."""
        return self._table(self.of, len(self.line.senders))

    def by_body(self, bodies: int) -> Ints:
        """Posts of each body by tendency."""
        return self._table(self.body, bodies)

    def _table(self, row: Ints, rows: int) -> Ints:
        sitting = self.holder >= 0
        cells = row[sitting] * self.tendencies + self.holder[sitting]
        found: Ints = np.bincount(cells, minlength=rows * self.tendencies).reshape(rows, self.tendencies)
        return found

    def shared(self, votes: Ints, seats: Ints, drawn: Ints) -> Ints:
        """Seats by tendency for some senders' votes, by the way this line is filled."""
        if self.line.filling == "decided":
            return shared_out("block", (), votes, seats, drawn)
        return shared_out(self.line.method, self.parameters, votes, seats, drawn)

    def elect(self, senders: Ints, votes: Ints, drawn: Ints, now: float, group: int | None = None) -> Filled:
        """General election by these senders (of the posts of one group, where they are renewed in turn)."""
        voted = votes.sum(axis=1) > 0
        senders, votes, drawn = senders[voted], votes[voted], drawn[voted]
        mine = np.isin(self.of, senders)
        if group is not None:
            mine &= self.place % self.line.groups == group
        places = np.bincount(self.of[mine], minlength=len(self.line.senders))[senders]
        won = self.shared(votes, places, drawn)
        self.votes[senders] = votes
        self.left[senders] = places[:, None] - won
        for sender in senders.tolist():
            self.departed.pop(sender, None)
        changed = self._seat(np.flatnonzero(mine), senders, won, now)
        if self.ranked:
            self._number(senders, votes, places, drawn)
        return Filled(changed, int(senders.size))

    def fill(self, posts: Ints, votes: Ints, drawn: Ints, now: float) -> Filled:
        """By-election, sending or appointment anew for these vacant posts; rows of ``votes`` are all senders."""
        senders = np.unique(self.of[posts])
        senders = senders[votes[senders].sum(axis=1) > 0]
        posts = posts[np.isin(self.of[posts], senders)]
        places = np.bincount(self.of[posts], minlength=len(self.line.senders))[senders]
        won = self.shared(votes[senders], places, drawn[senders])
        self.number[posts] = 0  # of an election whose papers are not those of the general one
        return Filled(self._seat(posts, senders, won, now), int(senders.size))

    def _seat(self, posts: Ints, senders: Ints, won: Ints, now: float) -> int:
        """Seat who won, in the order of posts; as far as possible posts stay with their tendency."""
        given = np.repeat(np.tile(np.arange(self.tendencies), senders.size), won.reshape(-1))
        per = won.sum(axis=1)
        order = np.repeat(np.arange(senders.size), per)
        row = np.searchsorted(senders, self.of[posts])
        rank = np.arange(posts.size) - np.searchsorted(row, row)
        filled = rank < per[row]
        taken = posts[filled]
        before = np.sort(self.holder[taken] + (self.tendencies + 1) * row[filled])
        after = given + (self.tendencies + 1) * order
        changed = _differing(before, after)
        self.holder[posts] = VACANT
        self.holder[taken] = given
        self.since[taken], self.due[taken] = now, NEVER
        return changed

    def _number(self, senders: Ints, votes: Ints, places: Ints, drawn: Ints) -> None:
        """Say which candidate of the slate holds which post, so that the papers can be counted back."""
        for row, sender in enumerate(senders.tolist()):
            seats = int(places[row])
            elected = winners(
                self.line.method,
                self.parameters,
                tuple(votes[row].tolist()),
                seats,
                tuple(drawn[row].tolist()),
            )
            mine = np.flatnonzero(self.of == sender) if len(self.line.senders) > 1 else np.arange(self.seats)
            self.number[mine[: len(elected)]] = sorted(elected)

    def vacate(self, posts: Ints, now: float, organising: float, drawn: Ints) -> int:
        """Take these posts away and let the line's succession follow; how many stay vacant for the time being."""
        waiting = 0
        for post in posts.tolist():
            if not self._succeed(post, now, organising, drawn):
                waiting += 1
        return waiting

    def _succeed(self, post: int, now: float, organising: float, drawn: Ints) -> bool:
        was = int(self.holder[post])
        self.holder[post], self.due[post] = VACANT, NEVER
        self.departed.setdefault(int(self.of[post]), []).append(int(self.number[post]))
        for step in self.line.succession:
            if step.by in IMMEDIATE:
                return self._take(post, was, 0, now)
            if step.by in BY_VOTES and self._follow(post, now, drawn, step.by):
                return True
            if step.by in AFRESH:
                self.due[post] = now + (step.after or organising)
                return False
        return False

    def _take(self, post: int, tendency: int, number: int, now: float) -> bool:
        self.holder[post], self.since[post], self.number[post] = tendency, now, number
        return True

    def _follow(self, post: int, now: float, drawn: Ints, way: str) -> bool:
        """Whoever the papers of the general election give."""
        sender = int(self.of[post])
        if way == "countback" and self.ranked:
            return self._count_back(post, sender, now, drawn)
        able = np.where(self.left[sender] > 0, self.votes[sender], 0)
        if not able.any():
            return False
        best = np.lexsort((drawn[sender], -able))[0]
        self.left[sender, best] -= 1
        return self._take(post, int(best), 0, now)

    def _count_back(self, post: int, sender: int, now: float, drawn: Ints) -> bool:
        vacating, seats = int(self.number[post]), int(self.line.seats[sender])
        if not vacating:
            return False
        votes = tuple(self.votes[sender].tolist())
        mine = np.flatnonzero(self.of == sender)
        sitting = tuple(sorted(int(n) for n in self.number[mine][self.holder[mine] >= 0] if n))
        gone = tuple(sorted(self.departed[sender]))
        order = tuple(drawn[sender].tolist())
        found = counted_back(self.line.method, votes, seats, vacating, sitting, gone, order)
        return found is not None and self._take(post, (found - 1) // slate_of(votes, seats), found, now)

    def ages(self, now: float) -> Floats:
        """How long ago each filled post was filled, in years."""
        return now - self.since[self.holder >= 0]


def _differing(before: NDArray[np.int64], after: NDArray[np.int64]) -> int:
    """How many of two sorted rows of the same length are not in the other, each as often as it occurs."""
    values = np.concatenate((before, after))
    _, inverse = np.unique(values, return_inverse=True)
    one, other = (
        np.bincount(part, minlength=inverse.max(initial=-1) + 1) for part in np.split(inverse, [before.size])
    )
    return int(np.maximum(one - other, 0).sum())
