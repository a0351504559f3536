"""Ballots: the candidates of an election and the papers cast, grouped by what is written on them.

The papers are kept as they were marked. A rank may be skipped, several candidates may share a rank, a
candidate may be named twice: what such a paper is worth is for the rule to say (see
`mandat.counting.reading`), so nothing is repaired here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from mandat.counting.errors import BadBallotsError
from mandat.counting.projects import Projects
from mandat.counting.remarks import Remark
from mandat.counting.sums import Weights, exact, whole_numbers
from mandat.language import msg

Rank = int | Set[int] | Sequence[int]
"""One rank of a paper: a candidate number, several numbers that share the rank, or 0 for a skipped rank. An
empty set is a rank that is known to be given to several candidates, not to whom."""
Ranking = Sequence[Rank]
Numbers = NDArray[np.unsignedinteger[Any]]
Flags = NDArray[np.bool_]

_BITS = 64
MOST_CANDIDATES = 65_534
"""Far beyond any ballot paper: two bytes hold their numbers and the mark of an overvote."""
LARGEST_DIGITS = 1000
LARGEST_WEIGHT = 10**LARGEST_DIGITS
"""Beyond all that can be papers: Python writes whole numbers of at most 4,300 digits, and totals are longer than weights."""
MOST_IN_ORDER = 20_000_000
"""Papers that can be kept one by one: each is an entry in several tables."""
SKIPPED = 0
"""Stands in a ranking for a rank that the voter left empty."""


class Candidate(msgspec.Struct, frozen=True):
    """A candidate as on the ballot paper. `number` is 1-based and is how papers name the candidate.

    A withdrawn candidate keeps the number; rules pass over every mark given to it.
    """

    number: int
    name: str
    party: str | None = None
    withdrawn: bool = False


@dataclass(frozen=True)
class Ballots:
    """All papers of one election, one row for each distinct marking.

    - `rankings`: shape (rows, places), unsigned integers. A row lists candidate numbers in falling
      preference; 0 before the last number is a skipped rank, 0 after it is padding; the largest number of the
      type is a rank given to several candidates of whom the source names none (`overvote_mark`).
    - `weights`: shape (rows,): how many papers are marked like the row; int64 where all of them together fit, else
      Python integers in an object array, so that no sum of them can overflow.
    - `tied`: None, or bool of the shape of `rankings`: True where an entry shares the rank of the entry
      before it.
    - `scores`: None, or whole numbers of the shape of `rankings`: the points given to the candidate at that place; int64
      where each of them fits.
    - `sequence`: None, or int32 of shape (papers,): the row of each paper, in the order in which the papers
      were drawn or read. Only rules that are `order_sensitive` look at it.
    - `seats`, `title`: what the file said, if anything.
    - `set_aside`: papers that the file itself marks as invalid; they are in no row. `remarks`: what its reader decided.
    - `projects`: what the candidates cost and what there is to spend, where the file says so.

    Arrays are not writable. Build it with `from_rankings`, `from_approvals` or `from_scores`:

    >>> ballots = Ballots.from_rankings(["Ann", "Bob", "Cy"], [((1, 2), 5), ((3,), 4), ((1, 2), 1)])
    >>> ballots.total, ballots.rows
    (10, 2)
    """

    candidates: tuple[Candidate, ...]
    rankings: Numbers
    weights: Weights
    tied: Flags | None = None
    scores: Weights | None = None
    sequence: NDArray[np.int32] | None = None
    seats: int | None = None
    title: str = ""
    set_aside: int = 0
    projects: Projects | None = None
    source: str = field(default="", compare=False)
    remarks: tuple[Remark, ...] = field(default=(), compare=False)

    def __eq__(self, other: object) -> bool:
        """The same papers for the same candidates, row by row."""
        if not isinstance(other, Ballots):
            return NotImplemented
        arrays = ("rankings", "weights", "tied", "scores", "sequence")
        about = ("candidates", "seats", "title", "set_aside", "projects")
        alike = all(getattr(self, name) == getattr(other, name) for name in about)
        return alike and all(_same(getattr(self, name), getattr(other, name)) for name in arrays)

    def __hash__(self) -> int:
        return hash((self.candidates, self.seats, self.title, self.total))

    def __post_init__(self) -> None:
        _refuse_control_characters(self)
        object.__setattr__(self, "weights", exact(self.weights))
        for array in (self.rankings, self.weights, self.tied, self.scores, self.sequence):
            if array is not None:
                array.flags.writeable = False

    @classmethod
    def from_rankings(
        cls,
        candidates: Iterable[Candidate | str],
        rankings: Iterable[tuple[Ranking, int]],
        *,
        keep_sequence: bool = False,
        seats: int | None = None,
        title: str = "",
    ) -> Ballots:
        """Group `rankings`, pairs of (ranking, how many papers), into `Ballots`.

        A ranking is a sequence of ranks, best first: a candidate number, a set or sequence of numbers that
        share the rank, or 0 for a rank left empty. An empty ranking is a blank paper. Names alone are
        numbered from 1. With `keep_sequence` the papers are kept in the order given. Refused with
        `BadBallotsError`: no candidates, numbers that are not 1, 2, 3 …, a paper naming an unknown number, a
        weight that is not a positive integer.

        >>> Ballots.from_rankings(["Ann", "Bob", "Cy"], [((1, {2, 3}), 5)]).rankings.tolist()
        [[1, 2, 3]]
        """
        people = _candidates(candidates)
        grouped: dict[_Marks, int] = {}
        order: list[tuple[_Marks, int]] = []
        for ranking, weight in rankings:
            marks = _marks(ranking, len(people))
            grouped[marks] = grouped.get(marks, 0) + _weight(weight, ranking)
            if keep_sequence:
                order.append((marks, weight))
        rows = sorted(grouped)
        place = {marks: row for row, marks in enumerate(rows)}
        places = np.array([place[marks] for marks, _ in order], np.int32)
        return cls(
            people,
            _padded([numbers for numbers, _ in rows], number_type(len(people))),
            whole_numbers(grouped[marks] for marks in rows),
            tied=_padded([ties for _, ties in rows], np.bool_) if any(any(t) for _, t in rows) else None,
            sequence=in_sequence(places, [weight for _, weight in order]) if keep_sequence else None,
            seats=seats,
            title=title,
        )

    @classmethod
    def from_approvals(
        cls,
        candidates: Iterable[Candidate | str],
        approvals: Iterable[tuple[Iterable[int], int]],
        **about: Any,
    ) -> Ballots:
        """Ballots on which all named candidates share the first rank: pairs of (numbers, how many papers).

        >>> Ballots.from_approvals(["Ann", "Bob"], [({1, 2}, 3), ((), 1)]).total
        4
        """
        sets = ((tuple(sorted(set(named))), weight) for named, weight in approvals)
        return cls.from_rankings(
            candidates, (((named,) if named else (), weight) for named, weight in sets), **about
        )

    @classmethod
    def from_scores(
        cls,
        candidates: Iterable[Candidate | str],
        scores: Iterable[tuple[Mapping[int, int], int]],
        **about: Any,
    ) -> Ballots:
        """Ballots that give points: pairs of ({candidate number: points}, how many papers).

        `rankings` then lists the numbers of a row in rising order and `scores` their points.

        >>> Ballots.from_scores(["Ann", "Bob"], [({2: 5, 1: 3}, 4)]).scores.tolist()
        [[3, 5]]
        """
        grouped: dict[tuple[tuple[int, int], ...], int] = {}
        for points, weight in scores:
            key = tuple(sorted(points.items()))
            grouped[key] = grouped.get(key, 0) + weight
        rows = sorted(grouped)
        given = [(tuple(number for number, _ in row), grouped[row]) for row in rows]
        ballots = cls.from_rankings(candidates, given, **about)
        # Rows with the same numbers but other points were merged by from_rankings: lay them out one by one.
        return replace(
            ballots,
            rankings=_padded([numbers for numbers, _ in given], number_type(len(ballots.candidates))),
            weights=whole_numbers(weight for _, weight in given),
            scores=_points_table([tuple(points for _, points in row) for row in rows]),
        )

    @classmethod
    def joined(cls, parts: Iterable[Ballots]) -> Ballots:
        """The papers of several files of one election (polling places, boxes) as one, in the order given.

        Seats and title are those of the first. Refused with `BadBallotsError`: no part, parts with other candidates, points
        beside rankings.

        >>> one = Ballots.from_rankings(["Ann", "Bob"], [((1,), 3)])
        >>> Ballots.joined([one, Ballots.from_rankings(["Ann", "Bob"], [((2, 1), 2)])]).total
        5
        """
        all_ = list(parts)
        if not all_:
            raise BadBallotsError(msg("there are no ballots to join; give at least one part"))
        first = all_[0]
        for number, part in enumerate(all_, start=1):
            if part.candidates != first.candidates:
                raise BadBallotsError(
                    msg("part {number} has other candidates than the first; join one election only")(
                        number=number
                    )
                )
            if (part.scores is None) != (first.scores is None):
                raise BadBallotsError(
                    msg("part {number} is marked with points or rankings unlike the first")(number=number)
                )
        about: dict[str, Any] = {"seats": first.seats, "title": first.title}
        if first.scores is not None:
            return cls.from_scores(
                first.candidates, (paper for part in all_ for paper in part._points()), **about
            )
        in_order = all(part.sequence is not None for part in all_)
        papers = (paper for part in all_ for paper in part._papers(in_order=in_order))
        return cls.from_rankings(first.candidates, papers, keep_sequence=in_order, **about)

    def _papers(self, *, in_order: bool) -> Iterator[tuple[Ranking, int]]:
        rankings = [
            tuple(rank if isinstance(rank, int) else frozenset(rank) for rank in self.ranking(row))
            for row in range(self.rows)
        ]
        if in_order and self.sequence is not None:
            yield from ((rankings[row], 1) for row in self.sequence.tolist())
        else:
            yield from zip(rankings, self.weights.tolist(), strict=True)

    def _points(self) -> Iterator[tuple[dict[int, int], int]]:
        assert self.scores is not None
        for numbers, points, weight in zip(self.rankings, self.scores, self.weights.tolist(), strict=True):
            given = zip(numbers.tolist(), points.tolist(), strict=True)
            yield {number: point for number, point in given if number}, weight

    @cached_property
    def total(self) -> int:
        """How many papers there are, blank ones included."""
        return int(self.weights.sum())

    @cached_property
    def blank(self) -> int:
        """How many papers bear no mark at all."""
        if not self.rankings.size:
            return self.total
        return int(self.weights[~self.rankings.any(axis=1)].sum())

    @cached_property
    def is_plain(self) -> bool:
        """Whether every paper is marked 1, 2, 3 … without gaps, shared ranks or a candidate named twice."""
        return bool(self.plain_rows.all())

    @cached_property
    def plain_rows(self) -> Flags:
        """Which rows are marked so: bool of shape (rows,)."""
        plain: Flags = ~(self.rankings == overvote_mark(len(self.candidates))).any(axis=1)
        if self.tied is not None:
            plain &= ~self.tied.any(axis=1)
        for before, after in pairwise(self.rankings.T):
            plain &= (before != SKIPPED) | (after == SKIPPED)
        return plain & ~self._naming_twice()

    def _naming_twice(self) -> Flags:
        """Which papers name a candidate more than once: one bit a candidate, 0 for an empty place."""
        if len(self.candidates) >= _BITS:
            in_order = np.sort(self.rankings, axis=1)
            twice: Flags = ((in_order[:, 1:] == in_order[:, :-1]) & (in_order[:, 1:] != SKIPPED)).any(axis=1)
            return twice
        bits = np.left_shift(np.uint64(1), np.arange(int(self.rankings.max(initial=0)) + 1, dtype=np.uint64))
        bits[SKIPPED] = 0
        bits[len(self.candidates) + 1 :] = 0
        seen = np.zeros(self.rows, np.uint64)
        twice = np.zeros(self.rows, np.bool_)
        for column in self.rankings.T:
            named = bits[column]
            twice |= (seen & named) != 0
            seen |= named
        return twice

    @property
    def rows(self) -> int:
        """How many distinct markings there are."""
        return len(self.weights)

    @property
    def standing(self) -> tuple[int, ...]:
        """The numbers of the candidates who have not withdrawn, in rising order."""
        return tuple(c.number for c in self.candidates if not c.withdrawn)

    def name(self, number: int) -> str:
        """The name of the candidate with this 1-based number."""
        return self.candidates[number - 1].name

    def without(self, numbers: Iterable[int]) -> Ballots:
        """The same papers with these candidates marked as withdrawn."""
        gone = set(numbers)
        unknown = gone - {c.number for c in self.candidates}
        if unknown:
            raise BadBallotsError(
                msg("no candidate has the number {unknown}; numbers run from 1 to {count}")(
                    unknown=min(unknown), count=len(self.candidates)
                )
            )
        marked = (
            msgspec.structs.replace(c, withdrawn=True) if c.number in gone else c for c in self.candidates
        )
        return replace(self, candidates=tuple(marked))

    def ranking(self, row: int) -> tuple[int | tuple[int, ...], ...]:
        """What the papers of a row say: ranks, best first; a tuple where candidates share a rank."""
        numbers = np.trim_zeros(self.rankings[row], "b").tolist()
        over = overvote_mark(len(self.candidates))
        if self.tied is None:
            return tuple(() if number == over else number for number in numbers)
        ranks: list[tuple[int, ...]] = []
        for number, shares in zip(numbers, self.tied[row].tolist(), strict=False):
            ranks[-1:] = [(*ranks[-1], number)] if shares else [*ranks[-1:], (number,)]
        return tuple(() if rank == (over,) else rank[0] if len(rank) == 1 else rank for rank in ranks)


CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
"""Characters that are no text: a terminal would take some of them for orders."""


_NAME_OF = msg("the name of candidate {number}")
_PARTY_OF = msg("the party of candidate {number}")
_TITLE = msg("the title")


def _refuse_control_characters(ballots: Ballots) -> None:
    texts = [(_NAME_OF(number=c.number), c.name) for c in ballots.candidates]
    texts += [(_PARTY_OF(number=c.number), c.party or "") for c in ballots.candidates]
    for what, text in (*texts, (_TITLE(), ballots.title)):
        if found := CONTROL.search(text):
            code = f"U+{ord(found[0]):04X}"
            raise BadBallotsError(
                msg("{what} holds the control character {code}: {text}; take it out")(
                    what=what, code=code, text=repr(text)
                )
            )


_Marks = tuple[tuple[int, ...], tuple[bool, ...]]


def _same(one: NDArray[Any] | None, other: NDArray[Any] | None) -> bool:
    return one is other or (one is not None and other is not None and bool(np.array_equal(one, other)))


def number_type(candidates: int) -> type[np.unsignedinteger[Any]]:
    """The smallest NumPy type that holds the numbers of so many candidates and the mark for an overvote."""
    return np.uint8 if candidates < 255 else np.uint16


def overvote_mark(candidates: int) -> int:
    """What stands in `Ballots.rankings` for a rank given to several candidates of whom the source names
    none.
    """
    return int(np.iinfo(number_type(candidates)).max)


def _candidates(candidates: Iterable[Candidate | str]) -> tuple[Candidate, ...]:
    people = tuple(
        c if isinstance(c, Candidate) else Candidate(number, c)
        for number, c in enumerate(candidates, start=1)
    )
    if not people:
        raise BadBallotsError(msg("there are no candidates; name at least one"))
    if len(people) > MOST_CANDIDATES:
        raise BadBallotsError(
            msg("there are {count} candidates; at most {most} can stand")(
                count=len(people), most=MOST_CANDIDATES
            )
        )
    for place, person in enumerate(people, start=1):
        if person.number != place:
            raise BadBallotsError(
                msg("candidate {name} has the number {number}; in this place it must be {place}")(
                    name=repr(person.name), number=person.number, place=place
                )
            )
    return people


def _weight(weight: int, ranking: Ranking) -> int:
    if isinstance(weight, bool) or not isinstance(weight, int) or weight < 1:
        raise BadBallotsError(
            msg(
                "the ranking {ranking} has the weight {weight}; it must be a positive whole number of papers"
            )(ranking=repr(ranking), weight=repr(weight))
        )
    if weight >= LARGEST_WEIGHT:
        raise BadBallotsError(
            msg("the ranking {ranking} has a weight of more than {most} digits; that is no number of papers")(
                ranking=repr(ranking), most=LARGEST_DIGITS
            )
        )
    return weight


def in_sequence(rows: NDArray[np.int32], weights: Sequence[int]) -> NDArray[np.int32]:
    """The row of each paper, for papers that lie in the order of `rows`, so many of each; `BadBallotsError` if they are
    too many to be laid out one by one.
    """
    total = sum(weights)
    if total > MOST_IN_ORDER:
        raise BadBallotsError(
            msg(
                "{total} papers are too many to be kept in their order (at most {most}); only a rule that "
                "moves papers one by one needs that"
            )(total=total, most=MOST_IN_ORDER)
        )
    return np.repeat(rows, np.array(weights, np.int64))


def _marks(ranking: Ranking, candidates: int) -> _Marks:
    numbers: list[int] = []
    ties: list[bool] = []
    for rank in ranking:
        shared = (rank,) if isinstance(rank, int) else tuple(sorted(rank)) or (overvote_mark(candidates),)
        numbers.extend(shared)
        ties.extend(place > 0 for place in range(len(shared)))
    while numbers and numbers[-1] == SKIPPED:
        numbers.pop()
        ties.pop()
    for number in numbers:
        if not 0 <= number <= candidates and number != overvote_mark(candidates):
            raise BadBallotsError(
                msg("the ranking {ranking} names candidate {number}; numbers run from 1 to {candidates}")(
                    ranking=repr(ranking), number=number, candidates=candidates
                )
            )
    return tuple(numbers), tuple(ties)


def _points_table(rows: Sequence[Sequence[int]]) -> Weights:
    """Points of any size; int64 where each of them fits."""
    largest = max((abs(points) for row in rows for points in row), default=0)
    return _padded(rows, np.int64 if largest < 1 << _BITS - 1 else np.object_)


def _padded(rows: Sequence[Sequence[Any]], kind: type[Any]) -> NDArray[Any]:
    width = max((len(row) for row in rows), default=0)
    table = np.zeros((len(rows), width), kind)
    for row, values in enumerate(rows):
        table[row, : len(values)] = values
    return table
