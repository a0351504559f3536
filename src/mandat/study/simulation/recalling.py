"""Recall: who has lost the confidence of those who may take the seat away, standing or by petition and vote."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from mandat.study.opinions.assumed import Assumptions
from mandat.study.plan.recalls import Route
from mandat.study.plan.world import Ints
from mandat.study.simulation.bodies import BodyTables
from mandat.study.simulation.chamber import Chamber

NONE: Ints = np.zeros(0, dtype=np.int64)


@dataclass(slots=True)
class Lost:
    """Posts lost in a step; votes held on it, ballots cast in them, signatures and withdrawals given for it."""

    posts: Ints = field(default_factory=lambda: NONE)
    votes: int = 0
    ballots: int = 0
    signed: int = 0


class Recalling:
    """Follows one route for the posts of one line."""

    def __init__(self, route: Route, chamber: Chamber, bodies: BodyTables, assumed: Assumptions) -> None:
        self.route, self.chamber, self.bodies, self.assumed = route, chamber, bodies, assumed
        self.judges = bodies.rows(route.judges)
        group = chamber.body if route.whole else chamber.of
        self.group = group
        self.judge = self.judges[group] if chamber.seats else NONE
        self.vote_at = np.full(len(route.judges), np.inf)
        self.not_before = np.zeros(len(route.judges))

    def lost(self, now: float, drawn: Ints) -> Lost:
        """The posts lost now."""
        if not self.chamber.seats or not (self.chamber.holder >= 0).any():
            return Lost()
        if self.route.whole:
            return self._whole(now)
        if self.route.standing:
            return self._standing(drawn)
        return self._voted(now, drawn)

    def _against(self, posts: Ints) -> Ints:
        """How many would rather have another than the holder of each post, and do something about it."""
        turned = self.bodies.against[self.judge[posts], self.chamber.holder[posts]]
        if self.assumed.attention == 1:
            return turned
        return (turned * self.assumed.attention).astype(np.int64)

    def _candidates(self, drawn: Ints) -> Ints:
        """Posts whose holder would lose the confidence: enough are against, and it is not fair that the tendency keeps it."""
        posts = np.flatnonzero(self.chamber.holder >= 0)
        crossed = self.route.lost(self.bodies.size[self.judge[posts]], self._against(posts))
        posts = posts[crossed]
        if posts.size and self.assumed.withdrawing == "fair":
            posts = posts[self._beyond_due(posts, drawn)]
        return posts

    def _beyond_due(self, posts: Ints, drawn: Ints) -> NDArray[np.bool_]:
        """Of each sender and tendency only so many posts as it holds beyond what an election would give it now."""
        senders = np.unique(self.chamber.of[posts])
        rows = self.bodies.rows([self.chamber.line.senders[n] for n in senders])
        due = self.chamber.shared(self.bodies.support[rows], self.chamber.line.seats[senders], drawn[senders])
        beyond = self.chamber.held()[senders] - due
        row, holder = np.searchsorted(senders, self.chamber.of[posts]), self.chamber.holder[posts]
        found: NDArray[np.bool_] = _rank(row * self.chamber.tendencies + holder) < beyond[row, holder]
        return found

    def _standing(self, drawn: Ints) -> Lost:
        posts = self._candidates(drawn)
        return Lost(posts, signed=int(self._against(posts).sum()))

    def _voted(self, now: float, drawn: Ints) -> Lost:
        """Petitions start where they would win; when the time has come they are voted on, by the opinion of then."""
        found = Lost()
        held = np.flatnonzero((self.vote_at <= now) & np.isfinite(self.vote_at))
        if held.size:
            self._hold(found, held, now)
        posts = self._candidates(drawn)
        groups = np.unique(self.group[posts])
        free = groups[(self.not_before[groups] <= now) & ~np.isfinite(self.vote_at[groups])]
        hopeful = [group for group in free.tolist() if self._wins(posts[self.group[posts] == group][0])]
        self._start(found, np.array(hopeful, dtype=np.int64), posts, now)
        return found

    def _start(self, found: Lost, groups: Ints, posts: Ints, now: float) -> None:
        self.vote_at[groups] = now + self.route.delay + self.assumed.organising / 365.25
        begun = np.isin(self.group[posts], groups)
        found.signed += int(self._against(posts[begun]).sum())

    def _hold(self, found: Lost, groups: Ints, now: float) -> None:
        self.vote_at[groups] = np.inf
        self.not_before[groups] = now + self.route.rest
        posts = np.flatnonzero(np.isin(self.group, groups) & (self.chamber.holder >= 0))
        found.votes, found.ballots = int(groups.size), int(self.bodies.size[self.judges[groups]].sum())
        found.posts = np.array([post for post in posts.tolist() if self._wins(post)], dtype=np.int64)

    def _wins(self, post: int) -> bool:
        """Whether a vote on this post would be carried now."""
        size = int(self.bodies.size[self.judge[post]])
        yes = int(self._against(np.array([post]))[0])
        return self.route.carried(yes, size - yes, size)

    def _whole(self, now: float) -> Lost:
        """A whole body: whoever is of another tendency than the one that leads in it is against it."""
        found = Lost()
        for group, judge in enumerate(self.judges.tolist()):
            posts = np.flatnonzero((self.group == group) & (self.chamber.holder >= 0))
            if posts.size:
                self._one_body(found, group, judge, posts, now)
        return found

    def _one_body(self, found: Lost, group: int, judge: int, posts: Ints, now: float) -> None:
        leading = int(np.bincount(self.chamber.holder[posts]).argmax())
        yes = int(self.bodies.against[judge, leading] * self.assumed.attention)
        size = int(self.bodies.size[judge])
        wins = self.route.carried(yes, size - yes, size) if not self.route.standing else True
        ready = yes >= self.route.enough(size) and wins
        if self.route.standing:
            found.posts = np.concatenate((found.posts, posts)) if ready else found.posts
        elif self.vote_at[group] <= now:
            self.vote_at[group], self.not_before[group] = np.inf, now + self.route.rest
            found.votes, found.ballots = found.votes + 1, found.ballots + size
            found.posts = np.concatenate((found.posts, posts)) if wins else found.posts
        elif ready and not np.isfinite(self.vote_at[group]) and self.not_before[group] <= now:
            self.vote_at[group] = now + self.route.delay + self.assumed.organising / 365.25
            found.signed += yes


def _rank(keys: Ints) -> Ints:
    """The rank of each among those with the same key, in the order given."""
    order = np.argsort(keys, kind="stable")
    first = np.searchsorted(keys[order], keys[order])
    found = np.empty_like(keys)
    found[order] = np.arange(keys.size) - first
    return found
