"""Committees that are best as a whole: the search for all of them, the lots between equals, and the result."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from mandat.counting.ballots import Ballots
from mandat.counting.committees.approvals import Approvals
from mandat.counting.committees.in_turn import committee
from mandat.counting.errors import BadParameterError
from mandat.counting.lots import LotNeeded, Lots
from mandat.counting.result import Count, Elected, Exhibit, LotQuestion, Tie
from mandat.language import msg

LIMIT = 50_000
"""How many committees, whole or in part, are looked at before a count is refused."""
SHOWN = 100
"""How many equally good committees the result lists."""
Committee = tuple[int, ...]
Held = NDArray[np.intp]


class BestFound(Protocol):
    """A finished search: all committees that are best, each in rising order."""

    committees: list[Committee]


def only_approved(approvals: Approvals) -> Approvals:
    """The same papers with only those standing whom somebody approves."""
    approved = tuple(n for n, many in approvals.supporters().items() if many)
    return Approvals(approvals.approves, approvals.weights, approved)


class BranchAndBound:
    """Looks for all committees of `seats` with the highest sum, where a paper adds `worth[m]` for its next elected candidate
    after m; `worth` does not rise. `instead` names rules to count by where the search is too large.
    """

    def __init__(
        self, approvals: Approvals, seats: int, worth: Sequence[int], rule: str, instead: str
    ) -> None:
        self._approvals, self._seats, self._worth = approvals, seats, worth
        self._rule, self._instead = rule, instead
        self.best, self.committees = -1, list[Committee]()
        self._seen = 0

    def run(self) -> BranchAndBound:
        """Look at every committee that could be as good as the best so far."""
        votes = self._approvals.supporters()
        order = sorted(votes, key=lambda n: (-votes[n], n))
        self._extend((), 0, order, np.zeros(len(self._approvals.weights), np.intp))
        return self

    def judge(self, chosen: Committee, score: int) -> int:
        """What a whole committee is worth, at most `score`."""
        del chosen
        return score

    def _extend(self, chosen: Committee, score: int, left: list[int], held: Held) -> None:
        self._seen += 1
        if self._seen > LIMIT:
            raise too_many(self._rule, self._seats, self._instead)
        missing = self._seats - len(chosen)
        if not missing:
            self._keep(chosen, self.judge(chosen, score))
            return
        gains = self._gains(left, held)
        # Nobody's gain grows when others join: the best gains now are a bound for any way to fill up.
        for place, candidate in enumerate(left[: len(left) - missing + 1]):
            others = sorted(map(gains.__getitem__, left[place + 1 :]))[1 - missing :] if missing > 1 else ()
            if score + gains[candidate] + sum(others) >= self.best:
                more = held + self._approvals.of(candidate)
                self._extend((*chosen, candidate), score + gains[candidate], left[place + 1 :], more)

    def _gains(self, left: list[int], held: Held) -> dict[int, int]:
        papers = self._approvals.by_class(held, self._seats)
        return {
            n: sum(many * worth for many, worth in zip(papers[n - 1], self._worth, strict=True)) for n in left
        }

    def _keep(self, chosen: Committee, score: int) -> None:
        if score > self.best:
            self.best, self.committees = score, []
        if score == self.best:
            self.committees.append(tuple(sorted(chosen)))


def too_many(rule: str, seats: int, instead: str) -> BadParameterError:
    """The refusal of a search that would not end."""
    return BadParameterError(
        msg(
            "{rule} would have to look at more than {limit} committees of {seats}; count by {instead} instead"
        )(rule=rule, limit=LIMIT, seats=seats, instead=instead)
    )


def one_of(
    ballots: Ballots, committees: list[Committee], paragraph: str, drawn: Lots, ties: list[Tie]
) -> Committee:
    """Ask for lots until one committee is left: each keeps the committees with the candidate drawn. Raises `LotNeeded`."""
    while len(committees) > 1:
        always = certain(committees)
        open_ = tuple(sorted({n for each in committees for n in each if n not in always}))
        chosen = drawn.answer(LotQuestion(1, paragraph, "elect", open_, tuple(map(ballots.name, open_))))
        ties.append(Tie(1, paragraph, "elect", open_, chosen, "lot"))
        committees = [each for each in committees if chosen in each]
    return committees[0]


def certain(committees: list[Committee]) -> Committee:
    """Who is in all of them."""
    return tuple(n for n in committees[0] if all(n in each for each in committees))


def best_committee(
    rule: str,
    paragraph: str,
    ballots: Ballots,
    seats: int,
    approvals: Approvals,
    search: Callable[[Approvals, int], BestFound],
    exhibit: Callable[[BestFound | None], Exhibit],
    lots: tuple[int, ...],
) -> Count:
    """Search among the approved, settle equals by lot, and give the `Count`; members stand in the order of their approvals.

    The exhibit "best committees" lists all that are equally good (at most `SHOWN`).
    """
    shown = only_approved(approvals)
    found = _searched(rule, ballots, seats, lambda: search(shown, min(seats, len(shown.standing))), shown)
    committees: list[Committee] = found.committees if found else [()]
    drawn, ties, question = Lots(lots), list[Tie](), None
    try:
        members = one_of(ballots, committees, paragraph, drawn, ties)
        drawn.done()
    except LotNeeded as needed:
        question, members = needed.question, certain(committees)
    votes = approvals.supporters()
    return committee(
        rule,
        ballots,
        seats,
        approvals,
        [Elected(n, ballots.name(n), 1) for n in sorted(members, key=lambda n: (-votes[n], n))],
        ties=ties,
        question=question,
        lots=lots,
        exhibits=(exhibit(found), _listed(ballots, committees)),
    )


_FOUND: WeakKeyDictionary[Ballots, dict[tuple[str, int], BestFound]] = WeakKeyDictionary()
"""Searches done, as long as their ballots are in use: to find out what a lot decides the same ballots are counted again for
each answer, and the search does not hang on lots.
"""


def _searched(
    rule: str, ballots: Ballots, seats: int, search: Callable[[], BestFound], shown: Approvals
) -> BestFound | None:
    """What the search finds, looked up if these ballots were searched before; None where nobody is approved."""
    if not shown.standing:
        return None
    known = _FOUND.setdefault(ballots, {})
    if (rule, seats) not in known:
        known[rule, seats] = search()
    return known[rule, seats]


def _listed(ballots: Ballots, committees: list[Committee]) -> Exhibit:
    rows = tuple((str(place), ", ".join(map(ballots.name, each))) for place, each in enumerate(committees, 1))
    return Exhibit("best committees", ("number", "members"), rows[:SHOWN])
