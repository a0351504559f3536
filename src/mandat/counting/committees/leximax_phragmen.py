"""Leximax Phragmén: the committee whose loads can be spread most evenly, so that no paper carries much.

Text: E. Phragmén, "Sur la théorie des élections multiples", Öfversigt af Kongl. Vetenskaps-Akademiens Förhandlingar 53 (1896),
181-191; M. Brill, R. Freeman, S. Janson and M. Lackner, "Phragmén's voting methods and justified representation", Mathematical
Programming 203 (2024), 47-76, section 3 ("leximax-Phragmén"). Every member is a load of 1 on the papers that approve it, shared
among them in any way. Best is the committee for which the largest load of a paper can be least; of equal ones that for which the
second largest can be, and so on. Between committees that are equal all the way a lot decides, candidate by candidate.

The largest load that cannot be avoided is the largest of |S| / (papers that approve somebody in S) over all sets S of members;
these papers carry it, and the rest of the committee is spread over the other papers in the same way. All committees are looked
at, up to `best.LIMIT`, with exact fractions.

>>> from mandat.counting import Ballots, count
>>> ballots = Ballots.from_approvals(["A", "B", "C"], [({1, 2}, 6), ({3}, 4)])
>>> result = count("leximax-phragmen", ballots, 2, lots=(1,))
>>> result.winners, result.exhibits[0].rows
((1, 3), (('1/4', '4'), ('1/6', '6')))
"""

from __future__ import annotations

from fractions import Fraction

from mandat.counting.ballots import Ballots
from mandat.counting.committees.approvals import Approvals, read_approvals
from mandat.counting.committees.best import LIMIT, BestFound, Committee, best_committee, too_many
from mandat.counting.committees.patterns import approving_any
from mandat.counting.result import Count, Exhibit, fraction
from mandat.counting.rule import Rule

PARAGRAPH = "section 3"
LoadVector = tuple[tuple[Fraction, int], ...]
"""(Load, how many papers carry it), the largest first. Compared as tuples: the smaller is the more even."""


class MostEven:
    """All committees whose loads are least."""

    def __init__(self, approvals: Approvals, seats: int) -> None:
        self._approvals, self._seats = approvals, seats
        self.loads: LoadVector | None = None
        self.committees: list[Committee] = []
        self._seen = 0

    def run(self) -> MostEven:
        """Look at every committee whose largest load could be least."""
        votes = self._approvals.supporters()
        self._extend((), sorted(votes, key=lambda n: (-votes[n], n)))
        self.committees.sort()
        return self

    def _extend(self, chosen: Committee, left: list[int]) -> None:
        self._seen += 1
        if self._seen > LIMIT:
            raise too_many("leximax-phragmen", self._seats, "sequential-phragmen")
        if chosen and len(chosen) < self._seats and self._is_worse(chosen):
            return
        if len(chosen) == self._seats:
            self._keep(chosen, spread(self._approvals.by_pattern(chosen)))
            return
        missing = self._seats - len(chosen)
        for place, candidate in enumerate(left[: len(left) - missing + 1]):
            self._extend((*chosen, candidate), left[place + 1 :])

    def _is_worse(self, chosen: Committee) -> bool:
        """Whether the largest load, which more members cannot lower, is above the best already."""
        if self.loads is None:
            return False
        largest, _ = _heaviest(approving_any(self._approvals.by_pattern(chosen)), 0)
        return largest > self.loads[0][0]

    def _keep(self, chosen: Committee, loads: LoadVector) -> None:
        if self.loads is None or loads < self.loads:
            self.loads, self.committees = loads, []
        if loads == self.loads:
            self.committees.append(tuple(sorted(chosen)))


def spread(by_pattern: list[int]) -> LoadVector:
    """The most even loads of a committee, from the papers by whom of it they approve (`Approvals.by_pattern`).

    >>> spread([0, 4, 0, 2])
    ((Fraction(1, 2), 2), (Fraction(1, 4), 4))
    """
    supporters = approving_any(by_pattern)
    done, loads = 0, list[tuple[Fraction, int]]()
    while done != len(by_pattern) - 1:
        load, heaviest = _heaviest(supporters, done)
        loads.append((load, supporters[done | heaviest] - supporters[done]))
        done |= heaviest
    return tuple(loads)


def _heaviest(supporters: list[int], done: int) -> tuple[Fraction, int]:
    """The largest load that the members not `done` must cause, and the largest set of them that causes it."""
    best, members = Fraction(0), 0
    rest = (len(supporters) - 1) & ~done
    inside = rest
    while inside:
        papers = supporters[done | inside] - supporters[done]
        load = Fraction(inside.bit_count(), papers)
        if load > best or (load == best and inside.bit_count() > members.bit_count()):
            best, members = load, inside
        inside = (inside - 1) & rest
    return best, members


def leximax_phragmen(ballots: Ballots, seats: int, *, lots: tuple[int, ...] = ()) -> Count:
    """Elect the committee with the most even loads; the exhibit "loads" says how many papers carry which."""

    def search(approvals: Approvals, places: int) -> BestFound:
        return MostEven(approvals, places).run()

    return best_committee(
        "leximax-phragmen", PARAGRAPH, ballots, seats, read_approvals(ballots), search, _loads, lots
    )


def _loads(found: BestFound | None) -> Exhibit:
    loads = found.loads or () if isinstance(found, MostEven) else ()
    return Exhibit(
        "loads", ("load", "papers"), tuple((fraction(load), str(papers)) for load, papers in loads)
    )


RULE = Rule(
    name="leximax-phragmen",
    title="Leximax Phragmén",
    text="Phragmén 1896; Brill, Freeman, Janson and Lackner, Mathematical Programming 203 (2024) 47-76; exact",
    kind="committee",
    function=leximax_phragmen,
    aliases=("max-phragmen",),
)
