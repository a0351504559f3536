"""Quota preferential by quotient (QPQ): quotients of votes and seats already won, compared with a quota, decide each stage.

Text: D. R. Woodall, "QPQ, a quota-preferential STV-like election rule", Voting matters 17 (2003), 1-7, section 2:

- 2.1, 2.2: all candidates are hopeful; each ballot has elected no fraction of a candidate yet.
- 2.3: the ballots on which c is the topmost hopeful candidate contribute to c; v are these ballots, t the fractions of
  candidates that they have elected so far; the quotient of c is v / (1 + t).
- 2.4: the quota is va / (1 + s - tx): va are the active ballots, those with a hopeful candidate, s the seats, tx the fractions
  elected by inactive ballots.
- 2.5a: if the highest quotient is above the quota, that candidate is elected, and each ballot contributing to it has now elected
  1 / quotient in total. 2.5b: otherwise the candidate with the smallest quotient is excluded; when all but s are, the others
  are elected.
- Section 2 goes on after an exclusion; the version with restarts begins the count anew without the excluded, so that nothing
  depends on who was elected before them. `restart=False` goes on.

Equal quotients are settled by lot. Quotients are exact fractions; a stage holds the ballots that contribute to each candidate,
the exhibit "quotients" what decided.

>>> from mandat.counting import Ballots, count
>>> papers = [((1, 2), 5), ((1,), 2), ((3,), 4), ((2,), 1)]
>>> result = count("qpq", Ballots.from_rankings(["Ann", "Bob", "Cy"], papers), 2)
>>> [e.name for e in result.elected], result.exhibits[0].rows
(['Ann', 'Cy'], (('1', '4', 'Ann', '7', 'elected'), ('2', '70/19', 'Cy', '4', 'elected')))
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import msgspec

from mandat.counting.ballots import Ballots
from mandat.counting.reading import ReadingRule, read_papers
from mandat.counting.result import NONE, Count, Exhibit, fraction
from mandat.counting.rule import Rule
from mandat.counting.stv.exact_values import ExactValues
from mandat.counting.stv.gregory import close_to_others
from mandat.counting.stv.proceedings import Proceedings
from mandat.counting.stv.table import RowIndices

PARAGRAPH = "2.5"


class Quotients:
    """The fractions that the papers have elected, and the quotients that follow. `table.value` holds places in `elected`."""

    def __init__(self, count: Proceedings) -> None:
        self._count = count
        self.rows: list[tuple[str, ...]] = []
        self.start_again("first preferences", ())

    def start_again(self, kind: str, candidates: tuple[int, ...]) -> None:
        """2.1 to 2.3: every paper with its topmost hopeful candidate, none having elected anybody."""
        self.table = self._count.table()
        self.table.value[:] = 0
        self.elected = ExactValues()
        self._count.totals = [0] * len(self._count.totals)
        self._move([self.table.all_rows()])
        self._count.close_stage(kind, candidates)

    def _move(self, parcels: Sequence[RowIndices]) -> None:
        """Lay papers with their topmost hopeful candidates; a parcel holds papers that have elected the same."""
        for rows in parcels:
            for parcel in self.table.sort(rows):
                self.table.lay(parcel)
                self._count.totals[parcel.target] += self.table.papers(parcel.rows)

    def lift(self, candidate: int) -> list[RowIndices]:
        """Take the parcels of a candidate who is hopeful no more."""
        parcels = list(self.table.parcels(candidate))
        self.table.take(candidate)
        self._count.totals[candidate] = 0
        close_to_others(self._count, self.table)
        return parcels

    def pass_on(self, kind: str, candidate: int, quotient: Fraction | None) -> None:
        """Move the papers of a candidate; of an elected one (with its `quotient`) they have now elected 1 / quotient each."""
        parcels = self.lift(candidate)
        if quotient is not None:
            place = self.elected.add(1 / quotient)
            for rows in parcels:
                self.table.value[rows] = place
        self._move(parcels)
        self._count.close_stage(kind, (candidate,))

    def of(self, candidate: int) -> Fraction:
        """2.3."""
        return self._count.totals[candidate] / (1 + self._won(candidate))

    def quota(self) -> Fraction:
        """2.4."""
        active = sum(self._count.totals[c] for c in self._count.continuing)
        return active / (1 + self._count.seats - self._won(NONE))

    def _won(self, candidate: int) -> Fraction:
        parcels = self.table.parcels(candidate)
        each = (self.table.papers(rows) * self.elected.of(self.table, rows) for rows in parcels if rows.size)
        return sum(each, Fraction(0))

    def note(self, quota: Fraction, candidate: int, quotient: Fraction, outcome: str) -> None:
        """Write down what decided."""
        name = self._count.ballots.name(candidate)
        self.rows.append((str(self._count.stage), fraction(quota), name, fraction(quotient), outcome))


def qpq(ballots: Ballots, seats: int, *, lots: tuple[int, ...] = (), restart: bool = True) -> Count:
    """Count by quotients."""
    papers = read_papers(ballots, RULE.reading)
    count = Proceedings.open("qpq", ballots, papers, seats, precision=0, lots=lots)
    count.note("restart", restart)
    quotients = Quotients(count)
    found = count.conclude(lambda: _procedure(count, quotients, restart=restart))
    columns = ("stage", "quota", "candidate", "quotient", "outcome")
    return msgspec.structs.replace(found, exhibits=(Exhibit("quotients", columns, tuple(quotients.rows)),))


def _procedure(count: Proceedings, quotients: Quotients, *, restart: bool) -> None:
    while True:
        count.fill_last_vacancies()
        if count.is_over:
            return
        quota = quotients.quota()
        values = {c: quotients.of(c) for c in count.continuing}
        highest = max(values.values())
        if highest > quota:
            _elect(count, quotients, quota, [c for c, each in values.items() if each == highest], highest)
        else:
            lowest = min(values.values())
            level = [c for c, each in values.items() if each == lowest]
            loser = count.settle(level, "exclude", "lot", PARAGRAPH, most=False)
            quotients.note(quota, loser, lowest, "excluded")
            _exclude(count, quotients, loser, restart=restart)


def _elect(
    count: Proceedings, quotients: Quotients, quota: Fraction, level: list[int], quotient: Fraction
) -> None:
    """2.5a."""
    chosen = count.settle(level, "elect", "lot", PARAGRAPH, most=True)
    quotients.note(quota, chosen, quotient, "elected")
    count.elect([chosen])
    if count.vacancies:
        quotients.pass_on("surplus", chosen, quotient)


def _exclude(count: Proceedings, quotients: Quotients, loser: int, *, restart: bool) -> None:
    """2.5b; with `restart` the elected are hopeful again."""
    count.exclude(loser)
    if not restart:
        quotients.pass_on("exclusion", loser, None)
        return
    count.continuing = sorted([*count.continuing, *(e.candidate for e in count.elected)])
    count.elected.clear()
    if len(count.continuing) > count.seats:
        quotients.start_again("exclusion", (loser,))


RULE = Rule(
    name="qpq",
    title="Quota preferential by quotient",
    text="Woodall, Voting matters 17 (2003) 1-7, section 2",
    kind="stv",
    function=qpq,
    parameters=("restart",),
    reading=ReadingRule(gap="pass over", equal="stop", repeat="pass over"),
)
