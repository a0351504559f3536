"""What a rule makes of one paper: which of its marks count, and why the others do not.

Not every rule reads papers as a ranking. `Sees` says what it looks at; the counts themselves are in the rules, and a test holds
every verdict against the count of that very paper.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from mandat.counting.ballots import SKIPPED, Rank, Ranking
from mandat.counting.reading import ReadingAnswer, ReadingRule

Sees = Literal["preferences", "first", "marks", "set", "times", "pairs", "points"]
"""What a rule looks at on a paper: all preferences in order, the first only, how many candidates are marked (too many void
the paper), whom the paper names, how often it names them, who stands before whom, or points."""
What = Literal["gap", "equal", "repeat", "blank", "withdrawn", "too many", "no points"]
PaperOutcome = ReadingAnswer | Literal["counts", "ignored", "invalid", "needs points"]


class PaperFault(NamedTuple):
    """Something that is not marked 1, 2, 3 …: what, at which rank (from 1), and the candidates concerned."""

    what: What
    place: int = 0
    named: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperVerdict:
    """The faults that the rule comes to, what it does about them, the marks that count (best first; candidates of one rank in a
    tuple), and whether the paper is valid."""

    faults: tuple[PaperFault, ...]
    outcome: PaperOutcome
    counted: tuple[Rank, ...]
    valid: bool


@dataclass(frozen=True, slots=True)
class Looking:
    """How a rule looks at papers: what it sees, its answers to faults, how many marks it allows (where it asks that), and whether
    a blank paper is valid."""

    sees: Sees
    reading: ReadingRule = field(default=ReadingRule())
    allowed: int | None = None
    blank_is_valid: bool = False
    withdrawn: Collection[int] = ()


def verdict(ranking: Ranking, looking: Looking, points: Mapping[int, int] | None = None) -> PaperVerdict:
    """What the rule makes of a paper marked so.

    >>> verdict((1, 0, 2), Looking("preferences")).counted
    (1,)
    >>> verdict((1, 0, 2), Looking("set")).counted
    ((1, 2),)
    """
    ranks = _trimmed(ranking)
    if looking.sees == "points":
        needs = points is None
        return PaperVerdict(
            (PaperFault("no points"),) if needs else (), "needs points" if needs else "counts", (), not needs
        )
    if not ranks and not points:
        return PaperVerdict(
            (PaperFault("blank"),),
            "counts" if looking.blank_is_valid else "invalid",
            (),
            looking.blank_is_valid,
        )
    match looking.sees:
        case "preferences":
            return _preferences(ranks, looking)
        case "first":
            return _first(ranks, looking)
        case "pairs":
            return _pairs(ranks, looking)
        case _:
            return _names(ranks, looking)


def _trimmed(ranking: Ranking) -> list[Rank]:
    ranks = list(ranking)
    while ranks and ranks[-1] == SKIPPED:
        ranks.pop()
    return ranks


def faults(ranks: Sequence[Rank]) -> Iterator[PaperFault]:
    """Every fault of a paper, from the first rank on.

    >>> list(faults((2, 0, 2)))
    [PaperFault(what='gap', place=2, named=()), PaperFault(what='repeat', place=3, named=(2,))]
    """
    seen: set[int] = set()
    for place, rank in enumerate(ranks, 1):
        if rank == SKIPPED:
            yield PaperFault("gap", place)
        elif not isinstance(rank, int):
            yield PaperFault("equal", place, tuple(sorted(rank)))
            seen |= set(rank)
        elif rank in seen:
            yield PaperFault("repeat", place, (rank,))
        else:
            seen.add(rank)


def _preferences(ranks: Sequence[Rank], looking: Looking) -> PaperVerdict:
    counted: list[int] = []
    found: list[PaperFault] = []
    outcome: PaperOutcome = "counts"
    for place, rank in enumerate(ranks, 1):
        fault, answer = _fault(rank, place, counted, looking.reading)
        if fault is None or answer is None:
            assert isinstance(rank, int)
            counted.append(rank)
            continue
        found.append(fault)
        outcome = answer
        again = rank == SKIPPED and place > 1 and ranks[place - 2] == SKIPPED
        if answer in ("void", "refuse"):
            return PaperVerdict(tuple(found), answer, (), valid=False)
        if answer == "stop" or (answer == "stop at two" and again):
            break
    return _standing(counted, found, outcome, looking)


def _fault(
    rank: Rank, place: int, seen: Sequence[int], reading: ReadingRule
) -> tuple[PaperFault | None, ReadingAnswer | None]:
    if rank == SKIPPED:
        return PaperFault("gap", place), reading.gap
    if not isinstance(rank, int):
        return PaperFault("equal", place, tuple(sorted(rank))), reading.equal
    if rank in seen:
        return PaperFault("repeat", place, (rank,)), reading.repeat
    return None, None


def _standing(
    counted: Sequence[int], found: Sequence[PaperFault], outcome: PaperOutcome, looking: Looking
) -> PaperVerdict:
    """The marks for candidates who stand; a paper that is left with none is invalid."""
    kept = tuple(number for number in counted if number not in looking.withdrawn)
    gone = () if kept or not counted else (PaperFault("withdrawn", 0, tuple(counted)),)
    return PaperVerdict((*found, *gone), outcome if kept or found else "invalid", kept, bool(kept))


def _first(ranks: Sequence[Rank], looking: Looking) -> PaperVerdict:
    whole = _preferences(ranks, looking)
    if not whole.counted:
        return whole
    first = whole.counted[0]
    at = next(place for place, rank in enumerate(ranks, 1) if rank == first)
    before = tuple(fault for fault in whole.faults if 0 < fault.place < at)
    rest = tuple(fault for fault in faults(ranks) if fault.place > at)
    return PaperVerdict(
        before or rest, whole.outcome if before else "ignored" if rest else "counts", (first,), valid=True
    )


def _pairs(ranks: Sequence[Rank], looking: Looking) -> PaperVerdict:
    found = tuple(fault for fault in faults(ranks) if fault.what != "equal" or not fault.named)
    seen = set(looking.withdrawn)
    counted: list[Rank] = []
    for rank in ranks:
        among = (rank,) if isinstance(rank, int) else tuple(rank)
        fresh = tuple(number for number in sorted(set(among)) if number not in seen and number != SKIPPED)
        seen |= set(fresh)
        if fresh:
            counted.append(fresh[0] if len(fresh) == 1 else fresh)
    return PaperVerdict(found, "pass over" if found else "counts", tuple(counted), bool(counted))


def _names(ranks: Sequence[Rank], looking: Looking) -> PaperVerdict:
    """Rules in which ranks do not matter: whom the paper names, or how often."""
    every = [n for rank in ranks for n in ((rank,) if isinstance(rank, int) else rank) if n != SKIPPED]
    named = tuple(sorted(n for n in set(every) if n not in looking.withdrawn))
    counted: tuple[Rank, ...] = (named,) if len(named) > 1 else named
    if looking.sees == "times":
        counted = tuple(sorted(n for n in every if n not in looking.withdrawn))
    many = len(counted) if looking.sees == "times" else len(named)
    found = tuple(fault for fault in faults(ranks) if looking.sees != "times" or fault.what != "repeat")
    if looking.allowed is not None and many > looking.allowed:
        return PaperVerdict((PaperFault("too many", looking.allowed, named),), "void", (), valid=False)
    if not named and not looking.blank_is_valid:
        gone = (PaperFault("withdrawn", 0, tuple(every)),) if every else ()
        return PaperVerdict((*found, *gone), "invalid", (), valid=False)
    only_ranks = all(
        fault.what in ("gap", "equal") and (fault.named or fault.what == "gap") for fault in found
    )
    return PaperVerdict(
        found, "ignored" if found and only_ranks else "pass over" if found else "counts", counted, valid=True
    )
