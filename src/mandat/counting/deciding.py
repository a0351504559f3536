"""What a count hangs on: every lot answered every way, so that only those that decide are asked.

A rule asks for a lot wherever its text settles a tie by lot. Often the same are elected whatever falls: then nobody needs to
draw, and the count goes on with the lowest number (the tie says "no difference"). The others are asked, and say what each
answer does: who is then elected, and who is not. Lots fall on each of the tied with equal chance; a lot is free if after each
answer the same results have the same chances.

Results are found by counting again for each answer. Two ways that lead to the same state of the count are followed once, and
no more than `most_counts` counts are made: beyond that a lot is asked without saying what it does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from operator import and_, or_
from typing import NamedTuple

import msgspec
import numpy as np

from mandat.counting.ballots import Ballots
from mandat.counting.errors import BadParameterError
from mandat.counting.result import NO_DIFFERENCE, Consequence, Count, LotQuestion, Stage, fraction
from mandat.language import msg

CountRun = Callable[[tuple[int, ...]], Count]
"""The count with these lots, one for each question that the rule asks."""
Ended = tuple[tuple[int, ...], tuple[int, ...]]
"""Who is elected and who goes on to a second round, in rising order (in order of election where that is part of the result)."""

_MOST_COUNTS = 1000
_MOST_MARKS = 20_000_000
_FEWEST_COUNTS = 30
_DEEPEST = 100


class Results(NamedTuple):
    """Every result that can still come, with its chance, and lots that lead to it (those that are asked)."""

    chances: dict[Ended, Fraction]
    lots: dict[Ended, tuple[int, ...]]


class Reach(NamedTuple):
    """Who has a place in every result, and who has one in some (lists as often as they have seats)."""

    sure: Counter[int]
    possible: Counter[int]


class Branches(NamedTuple):
    """A question, and the results after each answer."""

    question: LotQuestion
    after: dict[int, Results]

    @property
    def free(self) -> bool:
        """Whether every answer leaves the same results with the same chances."""
        first, *others = self.after.values()
        return all(each.chances == first.chances for each in others)

    @property
    def together(self) -> Results:
        """The results before the lot is drawn."""
        if self.free:
            return next(iter(self.after.values()))
        share = Fraction(1, len(self.after))
        chances, lots = dict[Ended, Fraction](), dict[Ended, tuple[int, ...]]()
        for answer, found in self.after.items():
            for ended, chance in found.chances.items():
                chances[ended] = chances.get(ended, Fraction(0)) + share * chance
                lots.setdefault(ended, (answer, *found.lots[ended]))
        return Results(chances, lots)

    @property
    def asked(self) -> LotQuestion:
        """The question with what each answer does."""
        before = _reach(self.after.values())
        told = tuple(self._consequence(drawn, found, before) for drawn, found in self.after.items())
        return msgspec.structs.replace(self.question, consequences=told)

    def _consequence(self, drawn: int, found: Results, before: Reach) -> Consequence:
        sure, possible = _reach([found])
        return Consequence(
            drawn,
            gains=tuple(sorted((sure - before.sure).elements())),
            loses=tuple(sorted((before.possible - possible).elements())),
            open=tuple(sorted((possible - sure).elements())),
        )


def _reach(found: Iterable[Results]) -> Reach:
    everyone = [Counter((*elected, *on)) for each in found for elected, on in each.chances]
    return Reach(reduce(and_, everyone), reduce(or_, everyone))


class TooManyResultsError(Exception):
    """More counts would be needed than may be made."""


class Explorer:
    """Finds what can still come of a count. `in_order`: the order of election is part of the result."""

    def __init__(self, run: CountRun, kind: str, *, in_order: bool, most: int) -> None:
        self._run, self._kind, self._in_order, self._most = run, kind, in_order, most
        self._made = 0
        self._known: dict[Hashable, Results] = {}

    def explored(self, question: LotQuestion, answers: tuple[int, ...]) -> Branches | None:
        """`branches`; None if that takes too many counts."""
        self._made = 0
        try:
            return self.branches(question, answers)
        except TooManyResultsError:
            return None

    def branches(self, question: LotQuestion, answers: tuple[int, ...]) -> Branches:
        """The results after each answer to `question`, which follows on `answers`. Raises `TooManyResultsError`."""
        return Branches(question, {drawn: self.after((*answers, drawn)) for drawn in question.candidates})

    def after(self, answers: tuple[int, ...]) -> Results:
        """The results that can come when these lots have fallen. Raises `TooManyResultsError`."""
        self._made += 1
        if self._made > self._most or len(answers) > _DEEPEST:
            raise TooManyResultsError
        counted = self._run(answers)
        if counted.question is None:
            ended = self._ended(counted)
            return Results({ended: Fraction(1)}, {ended: ()})
        state = _state(counted, self._kind)
        if state not in self._known:
            self._known[state] = self.branches(counted.question, answers).together
        return self._known[state]

    def _ended(self, counted: Count) -> Ended:
        elected = counted.winners if self._in_order else tuple(sorted(counted.winners))
        return elected, tuple(sorted(counted.second_round))


def _state(counted: Count, kind: str) -> Hashable:
    """What is the same for two counts that go on alike.

    Under STV: who is elected since when, who is excluded, and what moved at each stage at which anything did. Candidates who
    are closed to papers at a stage in one count only got none in the other, so that the same papers moved.
    """
    asked = counted.question
    assert asked is not None
    common = (asked.choice, asked.candidates, asked.paragraph)
    if kind != "stv":
        drawn = sorted((t.paragraph, t.choice, t.chosen) for t in counted.ties if t.how == "lot")
        path = counted.exhibits if kind in ("committee", "condorcet") else ()
        return (common, tuple(sorted(counted.winners)), tuple(drawn), path)
    moved, place = _moving(counted.stages)
    elected = tuple((e.candidate, place.get(e.stage, 0)) for e in counted.elected)
    return (common, elected, frozenset(e.candidate for e in counted.excluded), moved)


def _moving(stages: Iterable[Stage]) -> tuple[tuple[Hashable, ...], dict[int, int]]:
    """The stages that changed something, and the place among them of each stage's number."""
    moved, place = list[Hashable](), dict[int, int]()
    before: tuple[int, ...] = ()
    for stage in stages:
        if stage.transfers or stage.totals != before:
            moved.append((stage.totals, stage.transfers, stage.exhausted, stage.lost))
        before = stage.totals
        place[stage.number] = len(moved)
    return tuple(moved), place


def most_counts(ballots: Ballots) -> int:
    """How many counts may be made to find out what lots decide: fewer for large elections, so that none takes long."""
    marks = ballots.rankings.size + 1
    return max(_FEWEST_COUNTS, min(_MOST_COUNTS, _MOST_MARKS // marks))


@dataclass(frozen=True, slots=True)
class Decided:
    """A count with the lots it was given, and all answers that led to it, those to free questions included."""

    count: Count
    answers: tuple[int, ...]


def decide(
    run: CountRun, ballots: Ballots, kind: str, lots: tuple[int, ...], *, in_order: bool = False
) -> Decided:
    """Count with `lots`, one for each question that decides something; the first one still missing is the `question`.

    Where no paper counts for anybody nobody is elected, unless no more stand than there are seats. Raises
    `BadParameterError` for a lot on somebody who is not tied, and for lots that nobody asked for.
    """
    explorer = Explorer(run, kind, in_order=in_order, most=most_counts(ballots))
    answers, free, used = tuple[int, ...](), set[int](), 0
    counted = run(())
    if counted.question is not None and _nobody_voted(counted, ballots):
        counted = _of_nobody(counted, ballots)
    while counted.question is not None:
        branches = explorer.explored(counted.question, answers)
        if branches is not None and branches.free:
            free.add(len(answers))
            answers = (*answers, min(counted.question.candidates))
        elif used < len(lots):
            used += 1
            answers = (*answers, _drawn(counted.question, lots[used - 1], used))
        else:
            asked = branches.asked if branches is not None else counted.question
            counted = msgspec.structs.replace(counted, question=asked)
            break
        counted = run(answers)
    if used < len(lots):
        raise BadParameterError(
            msg("{count} lots were given, but the count asked for {used}")(count=len(lots), used=used)
        )
    return Decided(_without_difference(msgspec.structs.replace(counted, lots=lots), free), answers)


def _drawn(question: LotQuestion, candidate: int, number: int) -> int:
    if candidate not in question.candidates:
        tied = ", ".join(map(str, question.candidates))
        raise BadParameterError(
            msg("lot {number} names candidate {candidate}, but the tie is between {tied} ({question})")(
                number=number, candidate=candidate, tied=tied, question=question.sentence()
            )
        )
    return candidate


def _nobody_voted(counted: Count, ballots: Ballots) -> bool:
    """Whether no paper counts for anybody."""
    return counted.valid == 0 or not np.isin(ballots.rankings, ballots.standing).any()


def _of_nobody(counted: Count, ballots: Ballots) -> Count:
    """The same count with nobody elected: there is nothing to tell the candidates apart by."""
    return msgspec.structs.replace(
        counted,
        elected=(),
        excluded=(),
        stages=counted.stages[:1],
        ties=(),
        question=None,
        runners_up=ballots.standing,
        equal_runners_up=(ballots.standing,),
    )


def _without_difference(counted: Count, free: set[int]) -> Count:
    """Mark the ties whose lots decided nothing, and put those they did not tell apart together among the runners-up."""
    by_lot = [place for place, tie in enumerate(counted.ties) if tie.how == "lot"]
    marked = {place for number, place in enumerate(by_lot) if number in free}
    ties = tuple(
        msgspec.structs.replace(tie, how=NO_DIFFERENCE) if place in marked else tie
        for place, tie in enumerate(counted.ties)
    )
    alike = [set(tie.candidates) for tie in ties if tie.how == NO_DIFFERENCE]
    if not alike:
        return counted
    groups = _intervals(counted.runners_up, [*alike, *map(set, counted.equal_runners_up)])
    return msgspec.structs.replace(counted, ties=ties, equal_runners_up=groups)


def _intervals(order: tuple[int, ...], alike: list[set[int]]) -> tuple[tuple[int, ...], ...]:
    """The parts of `order` from the first to the last member of each set, joined where they overlap."""
    found: list[tuple[int, int]] = []
    for group in alike:
        places = [place for place, candidate in enumerate(order) if candidate in group]
        if len(places) > 1:
            found.append((places[0], places[-1]))
    joined: list[tuple[int, int]] = []
    for first, last in sorted(found):
        if joined and first <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    return tuple(order[first : last + 1] for first, last in joined)


class Outcome(msgspec.Struct, frozen=True):
    """One result that a count can have: who is elected (a list once for each seat), who goes on to a second round, its chance
    as a fraction if every lot falls on each of the tied alike, and lots that lead to it.
    """

    elected: tuple[int, ...]
    second_round: tuple[int, ...]
    chance: str
    lots: tuple[int, ...]


def outcomes_of(
    run: CountRun, ballots: Ballots, kind: str, lots: tuple[int, ...], *, in_order: bool = False
) -> tuple[Outcome, ...]:
    """Every result that can come after `lots`, the likeliest first; one where no lot decides.

    Raises `BadParameterError` where too many counts would be needed, beside what `decide` raises.
    """
    decided = decide(run, ballots, kind, lots, in_order=in_order)
    if decided.count.question is None:
        only = Outcome(decided.count.winners, decided.count.second_round, "1", lots)
        return (only,)
    explorer = Explorer(run, kind, in_order=in_order, most=most_counts(ballots))
    branches = explorer.explored(decided.count.question, decided.answers)
    if branches is None:
        raise BadParameterError(
            msg("more than {most} counts would be needed to find all results; answer the first lots")(
                most=most_counts(ballots)
            )
        )
    found = branches.together
    likeliest = sorted(found.chances, key=lambda ended: (-found.chances[ended], ended))
    return tuple(
        Outcome(*ended, fraction(found.chances[ended]), (*lots, *found.lots[ended])) for ended in likeliest
    )
