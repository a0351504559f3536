"""Ways to lose a seat as a study follows them: the threshold at which, who decides, after how long."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial

import numpy as np
from numpy.typing import NDArray

from mandat.bylaws.findings.seating import routes
from mandat.bylaws.model import Bylaws, Decision, Recall
from mandat.study.plan import engine
from mandat.study.plan.lines import LinePlan
from mandat.study.plan.suppositions import ALONE, CONFIDENCE, DECISION, PETITION, Suppositions
from mandat.study.plan.times import length_of, lengths
from mandat.study.plan.world import Ints, World, WorldPlace

SUPPOSED_PETITION = 10


@dataclass(frozen=True, eq=False)
class Route:
    """One way to lose the seats of one line.

    ``judges[i]`` decides over the posts of sender i, or over those of body i where ``whole``: a body of a kind, by its members
    or holders. ``standing``: lost in the act that crosses the threshold. Otherwise a petition, then after ``delay`` years a
    vote; ``rest`` years must lie between two.
    """

    recall: Recall
    line: str
    judges: tuple[WorldPlace, ...]
    whole: bool
    standing: bool
    decision: Decision | None
    delay: float
    rest: float
    supposed: frozenset[str]
    _enough: dict[int, int] = field(default_factory=dict)
    _carried: dict[tuple[int, int, int], bool] = field(default_factory=dict)

    def enough(self, base: int) -> int:
        """The fewest members of a base of this size who lose the holder the seat (standing), or start the petition.

        ``base`` + 1 where no number suffices.
        """
        if base not in self._enough:
            self._enough[base] = self._least(base)
        return self._enough[base]

    def lost(self, base: Ints, against: Ints) -> NDArray[np.bool_]:
        """Whether the seat is lost, or the petition complete, for each pair of base and number against."""
        sizes, inverse = np.unique(base, return_inverse=True)
        least = np.array([self.enough(int(size)) for size in sizes], dtype=np.int64)
        found: NDArray[np.bool_] = against >= least[inverse]
        return found

    def _least(self, base: int) -> int:
        """By halving: one more against never makes a delegate safer (``mandat check`` proves it of a file)."""
        low, high = 0, base + 1
        while low < high:
            middle = (low + high) // 2
            low, high = (low, middle) if self._suffices(base, middle) else (middle + 1, high)
        return max(1, low)

    def _suffices(self, base: int, against: int) -> bool:
        if self.standing:
            found = None if "confidence" in self.supposed else engine.lost(self.recall, base, against)
            return 2 * against > base if found is None else found
        found = None if "start" in self.supposed else engine.started(self.recall, base, against)
        return against * 100 >= SUPPOSED_PETITION * base if found is None else found

    def carried(self, yes: int, no: int, base: int) -> bool:
        """Whether the vote on the recall is carried."""
        if (yes, no, base) not in self._carried:
            found = None if self.decision is None else engine.result(self.decision, yes, no, base)
            self._carried[yes, no, base] = yes > no if found is None else found == "carried"
        return self._carried[yes, no, base]


class RoutesOf:
    """Makes the routes of each line of a file."""

    def __init__(self, bylaws: Bylaws, world: World, noted: Suppositions) -> None:
        self.bylaws, self.world, self.noted = bylaws, world, noted

    def of(self, line: LinePlan) -> tuple[Route, ...]:
        """All routes that can be followed, in the order of the file."""
        if line.filling == "ex-officio":
            return ()  # such a seat goes with the post it follows
        made = partial(self._route, line)
        return tuple(route for route in map(made, routes(self.bylaws, line.line)) if route is not None)

    def _route(self, line: LinePlan, recall: Recall) -> Route | None:
        judges = self._judges(line, recall)
        if judges is None:
            return None
        standing = recall.deciding.confidence is not None
        decision = self.bylaws.decisions.get(recall.deciding.decision or "")
        return Route(
            recall=recall,
            line=line.id,
            judges=judges,
            whole=recall.target == "body",
            standing=standing,
            decision=decision,
            delay=0.0 if standing else self._delay(recall, decision),
            rest=length_of(recall.timing.cooling_off, self.bylaws),
            supposed=self._supposed(recall, decision, standing=standing),
        )

    def _judges(self, line: LinePlan, recall: Recall) -> tuple[WorldPlace, ...] | None:
        """Who decides; None where that is nobody in the study."""
        whole = recall.target == "body"
        name = recall.by.names[0].partition(".")[0]
        if name == "sender":
            return self._first_senders(line) if whole else line.senders
        if name not in self.world.kinds:
            return None
        many = self.world.kinds[line.body].many
        bodies = tuple((name, self.world.target((line.body, number), name)) for number in range(many))
        return bodies if whole else tuple(bodies[number] for number in line.target)

    def _first_senders(self, line: LinePlan) -> tuple[WorldPlace, ...]:
        first: dict[int, WorldPlace] = {}
        for place, number in zip(line.senders, line.target.tolist(), strict=True):
            first.setdefault(number, place)
        return tuple(first.get(number, line.senders[0]) for number in range(self.world.kinds[line.body].many))

    def _delay(self, recall: Recall, decision: Decision | None) -> float:
        clocks = [
            recall.timing.notice,
            recall.timing.discussion,
            recall.timing.hearing if not isinstance(recall.timing.hearing, bool) else None,
        ]
        if decision is not None:
            clocks += [decision.course.campaign, decision.course.discussion, decision.course.voting]
        return lengths(clocks, self.bylaws)

    def _supposed(self, recall: Recall, decision: Decision | None, *, standing: bool) -> frozenset[str]:
        found = set()
        if standing and engine.lost(recall, 100, 60) is None:
            found.add("confidence")
            assert recall.deciding.confidence is not None
            self.noted.note(
                recall, "confidence", CONFIDENCE(text=str(recall.deciding.confidence.rows[-1].value))
            )
        if not standing and engine.started(recall, 100, 60) is None:
            found.add("start")
            text = " / ".join(str(each.enough) for each in recall.start)
            self.noted.note(recall, "start", PETITION(text=text, percent=SUPPOSED_PETITION))
        if not standing and decision is None:
            self.noted.note(recall, "decision", ALONE())
        elif decision is not None and engine.result(decision, 60, 40, 100) is None:
            self.noted.note(recall, "decision", DECISION())
        return frozenset(found)
