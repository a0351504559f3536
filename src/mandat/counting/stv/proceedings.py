"""An STV count under way: totals, stages, ties, and who is elected or excluded so far.

The rules tell what happens next; this keeps the minutes. Votes are in units of 10 ** -precision.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Literal, Protocol

from mandat.counting.ballots import Ballots
from mandat.counting.errors import BadParameterError
from mandat.counting.lots import LotNeeded, Lots
from mandat.counting.reading import Papers
from mandat.counting.result import (
    NO_DIFFERENCE,
    NONE,
    Choice,
    Count,
    Elected,
    Excluded,
    LotQuestion,
    Parameter,
    Stage,
    Tie,
    Transfer,
)
from mandat.counting.stv.table import Parcel, SortingTable
from mandat.language import msg

Regard = Literal["latest", "earliest", "all differ", "lot"]
"""What a rule looks at first in a tie: the latest or the earliest stage at which the tied differ, or
nothing."""


class Observer(Protocol):
    """Looks on while a count goes its way."""

    def look(self, count: Proceedings, table: SortingTable, /) -> None:
        """Called whenever candidates may have been elected; must change nothing."""


@dataclass
class Proceedings:
    """The minutes of one count; see the fields' names. `totals[0]` holds the exhausted votes.

    `points` are the totals at which ties may be settled: at the end of each stage, and where a rule asks for
    it in the middle of one. While `under_way` is set, what happens belongs to the stage that is not closed
    yet.
    """

    rule: str
    ballots: Ballots
    papers: Papers
    seats: int
    precision: int
    lots: Lots
    given_lots: tuple[int, ...]
    protected: frozenset[int]
    quota: int = 0
    totals: list[int] = field(default_factory=list)
    lost: int = 0
    continuing: list[int] = field(default_factory=list)
    elected: list[Elected] = field(default_factory=list)
    excluded: list[Excluded] = field(default_factory=list)
    stages: list[Stage] = field(default_factory=list)
    under_way: bool = False
    points: list[tuple[int, tuple[int, ...]]] = field(default_factory=list)
    ties: list[Tie] = field(default_factory=list)
    question: LotQuestion | None = None
    parameters: tuple[tuple[str, Parameter], ...] = ()
    observer: Observer | None = None
    laid_out: SortingTable | None = None
    papers_pass_by: bool = False

    @classmethod
    def open(
        cls,
        rule: str,
        ballots: Ballots,
        papers: Papers,
        seats: int,
        *,
        precision: int,
        lots: tuple[int, ...],
        protected: Iterable[int] = (),
    ) -> Proceedings:
        """Start a count: nobody has a vote yet and all who have not withdrawn are continuing."""
        guarded = frozenset(protected)
        unknown = guarded - set(ballots.standing)
        if unknown:
            raise BadParameterError(
                msg("candidate {unknown} cannot be protected: no such candidate stands")(unknown=min(unknown))
            )
        if len(guarded) > seats:
            raise BadParameterError(
                msg("{count} candidates are protected for only {seats} seats")(
                    count=len(guarded), seats=seats
                )
            )
        return cls(
            rule,
            ballots,
            papers,
            seats,
            precision,
            Lots(lots),
            lots,
            guarded,
            totals=[0] * (len(ballots.candidates) + 1),
            continuing=list(ballots.standing),
            parameters=(("protected", tuple(sorted(guarded))),) if guarded else (),
        )

    def note(self, parameter: str, value: Parameter) -> None:
        """Write a parameter into the result, so that a replay can give it again."""
        self.parameters += ((parameter, value),)

    @property
    def unit(self) -> int:
        """One vote."""
        return int(10**self.precision)

    @property
    def stage(self) -> int:
        """The number of the stage under way, else of the last closed stage."""
        return len(self.stages) + self.under_way

    @property
    def vacancies(self) -> int:
        """Seats that nobody is elected to yet."""
        return self.seats - len(self.elected)

    @property
    def is_over(self) -> bool:
        """Whether all seats are filled or nobody is left to fill them."""
        return self.vacancies == 0 or not self.continuing

    def table(self) -> SortingTable:
        """A sorting table on which every continuing candidate is open and all papers are worth one vote."""
        table = SortingTable(self.papers, len(self.ballots.candidates), self.unit)
        table.open[self.continuing] = True
        self.laid_out = table
        return table

    def credit(self, table: SortingTable, source: int, parcels: Iterable[Parcel]) -> list[Transfer]:
        """Lay parcels with their candidates, add their votes to the totals, and return what moved."""
        moved = []
        for parcel in parcels:
            papers, votes = table.papers_and_votes(parcel.rows)
            table.lay(parcel)
            self.totals[parcel.target] += votes
            moved.append(Transfer(source, parcel.target, papers, votes))
        return moved

    def close_stage(
        self,
        kind: str,
        candidates: tuple[int, ...] = (),
        transfers: Sequence[Transfer] = (),
        *,
        stage_quota: int | None = None,
    ) -> None:
        """Write the stage into the minutes."""
        self.under_way = False
        self.points.append((self.stage + 1, tuple(self.totals)))
        self.stages.append(
            Stage(
                self.stage + 1,
                kind,
                candidates,
                tuple(self.totals[1:]),
                self.totals[NONE],
                self.lost,
                tuple(transfers),
                stage_quota,
            )
        )

    def elect(self, candidates: Iterable[int]) -> None:
        """Deem candidates elected on the last closed stage, largest total first; equal totals by number."""
        for candidate in sorted(candidates, key=lambda c: (-self.totals[c], c)):
            self.continuing.remove(candidate)
            self.elected.append(Elected(candidate, self.ballots.name(candidate), self.stage))
        if self.observer is not None and self.laid_out is not None:
            self.observer.look(self, self.laid_out)

    def elect_within_room(self, reached: Sequence[int], paragraph: str) -> None:
        """Deem elected all who `reached` the quota.

        In a countback only as many newcomers as there are seats beside the protected members: of several who
        reach the quota together the one with most votes, then the latest stage at which they differed, then a
        lot.
        """
        newcomers = [c for c in reached if c not in self.protected]
        room = self.room_for_newcomers
        if len(newcomers) <= room:
            self.elect(reached)
            return
        kept: list[int] = []
        while len(kept) < room:
            kept.append(self.highest([c for c in newcomers if c not in kept], "elect", "latest", paragraph))
        self.elect([c for c in reached if c in self.protected or c in kept])

    @property
    def room_for_newcomers(self) -> int:
        """Seats that are not held for protected members and not yet filled by others."""
        taken = sum(e.candidate not in self.protected for e in self.elected)
        return self.seats - len(self.protected) - taken

    def fill_last_vacancies(self) -> None:
        """Deem all continuing candidates elected if they are no more than the vacancies, or only protected
        members can still be elected."""
        if self.protected and self.room_for_newcomers == 0:
            self.elect([c for c in self.continuing if c in self.protected])
        elif len(self.continuing) <= self.vacancies:
            self.elect(list(self.continuing))

    def exclude(self, candidate: int) -> None:
        """Exclude a candidate on the totals of the last closed stage."""
        self.continuing.remove(candidate)
        self.excluded.append(Excluded(candidate, self.ballots.name(candidate), self.stage))

    def highest(self, candidates: Iterable[int], choice: Choice, regard: Regard, paragraph: str) -> int:
        """The candidate with most votes, ties settled as the rule says (see `settle`)."""
        pool = list(candidates)
        most = max(self.totals[c] for c in pool)
        return self.settle([c for c in pool if self.totals[c] == most], choice, regard, paragraph, most=True)

    def lowest(self, candidates: Iterable[int], choice: Choice, regard: Regard, paragraph: str) -> int:
        """The candidate with fewest votes, ties settled as the rule says (see `settle`)."""
        pool = list(candidates)
        fewest = min(self.totals[c] for c in pool)
        return self.settle(
            [c for c in pool if self.totals[c] == fewest], choice, regard, paragraph, most=False
        )

    def settle(
        self, tied: Sequence[int], choice: Choice, regard: Regard, paragraph: str, *, most: bool
    ) -> int:
        """One of the tied: by the stage at which they differed, else by lot. Raises `LotNeeded`."""
        left, how = list(tied), "lot"
        for stage, votes in self._points_in(regard, tied):
            totals = [votes[c] for c in left]
            if len(set(totals)) > 1:
                best = max(totals) if most else min(totals)
                left = [c for c, total in zip(left, totals, strict=True) if total == best]
                how = f"stage {stage}"
            if len(left) == 1:
                break
        if len(tied) == 1:
            return left[0]
        chosen = left[0]
        if len(left) > 1 and choice == "exclude" and self._fall_all(tied):
            how = NO_DIFFERENCE
        elif len(left) > 1:
            chosen, how = self._by_lot(left, choice, paragraph), "lot"
        self.ties.append(Tie(self.stage, paragraph, choice, tuple(tied), chosen, how))
        return chosen

    def _fall_all(self, tied: Sequence[int]) -> bool:
        """Whether all of the tied fall now, one after the other, in whatever order: they hold no paper, so nothing changes for
        anybody when one falls, and enough others stand for the seats. Not said of Meek's method, where papers pass by.
        """
        table = self.laid_out
        if self.papers_pass_by:
            return False
        empty = all(self.totals[c] == 0 and (table is None or not table.pile(c).size) for c in tied)
        return empty and len(self.continuing) - len(tied) >= max(self.vacancies, 1)

    def in_order(self, tied: Sequence[int], paragraph: str) -> list[int]:
        """All of the tied in order: by the last point at which all of them differed, most votes first, else by lots.

        Raises `LotNeeded`.
        """
        if len(tied) == 1:
            return list(tied)
        apart = next(iter(self._points_in("all differ", tied)), None)
        if apart is not None:
            stage, votes = apart
            ordered = sorted(tied, key=lambda c: -votes[c])
            self.tie_settled(paragraph, "order", tied, ordered[0], f"stage {stage}")
            return ordered
        left, ordered = list(tied), list[int]()
        while len(left) > 1:
            chosen = self._by_lot(left, "order", paragraph)
            self.tie_settled(paragraph, "order", left, chosen, "lot")
            left.remove(chosen)
            ordered.append(chosen)
        return ordered + left

    def tie_settled(self, paragraph: str, choice: Choice, tied: Sequence[int], chosen: int, how: str) -> None:
        """Write down a tie that a rule settled in a way of its own."""
        self.ties.append(Tie(self.stage, paragraph, choice, tuple(tied), chosen, how))

    def mark_point(self) -> None:
        """Remember the totals in the middle of a stage, for rules that settle ties by what stood then."""
        self.points.append((self.stage, tuple(self.totals)))

    def _points_in(self, regard: Regard, tied: Sequence[int]) -> Sequence[tuple[int, tuple[int, ...]]]:
        match regard:
            case "latest":
                return self.points[::-1]
            case "earliest":
                return self.points
            case "all differ":
                apart = (p for p in reversed(self.points) if len({p[1][c] for c in tied}) == len(tied))
                return list(islice(apart, 1))
            case "lot":
                return ()

    def _by_lot(self, tied: Sequence[int], choice: Choice, paragraph: str) -> int:
        names = tuple(self.ballots.name(c) for c in tied)
        return self.lots.answer(LotQuestion(self.stage, paragraph, choice, tuple(tied), names))

    def conclude(self, procedure: Callable[[], None]) -> Count:
        """Carry out `procedure` to its end, or to the first lot that is missing, and give the `Count`."""
        try:
            procedure()
        except LotNeeded as needed:
            self.question = needed.question
        return self.result()

    def result(self) -> Count:
        """The minutes as a frozen `Count`."""
        if self.question is None:
            self.lots.done()
        ranked, level = self._runners_up()
        return Count(
            rule=self.rule,
            seats=self.seats,
            names=tuple(c.name for c in self.ballots.candidates),
            elected=tuple(self.elected),
            precision=self.precision,
            quota=self.quota or None,
            excluded=tuple(self.excluded),
            stages=tuple(self.stages),
            ties=tuple(self.ties),
            question=self.question,
            runners_up=ranked,
            equal_runners_up=level,
            valid=self.papers.valid,
            invalid=self.papers.invalid,
            lots=self.given_lots,
            parameters=self.parameters,
        )

    def _runners_up(self) -> tuple[tuple[int, ...], tuple[tuple[int, ...], ...]]:
        """Continuing candidates by their latest differing totals, then the excluded, last excluded first."""
        record = {c: tuple(stage.totals[c - 1] for stage in reversed(self.stages)) for c in self.continuing}
        waiting = sorted(self.continuing, key=lambda c: (tuple(-votes for votes in record[c]), c))
        same = {totals: tuple(c for c in waiting if record[c] == totals) for totals in record.values()}
        level = tuple(group for group in same.values() if len(group) > 1)
        return (*waiting, *(e.candidate for e in reversed(self.excluded))), level
