"""`Count`: the result of a count, with every stage that led to it. Frozen, serialisable, and open to replay.

Votes are whole numbers of the smallest unit the rule knows: with `precision` 5, a total of 102413148 is
1024.13148 votes. `decimal` writes them as the rule publishes them.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, Literal

import msgspec

from mandat.language import ENGLISH, Listed, Message, Sentence, msg

NONE = 0
"""In a transfer, the target of papers that bear no further preference."""

Choice = Literal[
    "elect",
    "exclude",
    "transfer",
    "order",
    "odd paper",
    "second round",
    "finalist",
    "lock",
    "seat",
    "give back",
]
"""What is chosen: who is elected, who is excluded, whose surplus moves first, who stands first in the order of election, who
gets the paper that fractions leave over, who goes on to a second round, who comes into the runoff of two, whose majorities are
locked in first, which list gets a seat, and which gives one back."""
NO_DIFFERENCE = "no difference"
"""Stands in `Tie.how` where the same are elected whoever of the tied is chosen: nobody drew a lot."""


class Elected(msgspec.Struct, frozen=True):
    """A candidate elected at the end of `stage` (1-based)."""

    candidate: int
    name: str
    stage: int


class Excluded(msgspec.Struct, frozen=True):
    """A candidate excluded on the totals of `stage`; the papers move in the stage after it."""

    candidate: int
    name: str
    stage: int


class Transfer(msgspec.Struct, frozen=True):
    """Papers that moved in one stage from `source` to `target` (0: non-transferable), and the votes they
    carried.
    """

    source: int
    target: int
    papers: int
    votes: int


class Stage(msgspec.Struct, frozen=True):
    """One stage of a count.

    `totals[i]` are the votes of candidate i + 1 after the stage. `exhausted` are votes on papers without a
    further preference, `lost` what rounding took; both are running totals, so that totals + exhausted + lost
    is the same at every stage. `quota` is given where the rule computes it anew at each stage.
    """

    number: int
    kind: str
    candidates: tuple[int, ...]
    totals: tuple[int, ...]
    exhausted: int = 0
    lost: int = 0
    transfers: tuple[Transfer, ...] = ()
    quota: int | None = None


class Tie(msgspec.Struct, frozen=True):
    """A tie and how it was settled: `paragraph` of the rule, the candidates tied, whom it chose, and by
    what.
    """

    stage: int
    paragraph: str
    choice: Choice
    candidates: tuple[int, ...]
    chosen: int
    how: str


class Consequence(msgspec.Struct, frozen=True):
    """What a lot on `candidate` does: who is then sure to be elected, who cannot be any more (both beside what was so before the
    lot), and about whom later lots still decide. A list stands once for each seat; before a second round it is the places
    in it that are won and lost.
    """

    candidate: int
    gains: tuple[int, ...]
    loses: tuple[int, ...]
    open: tuple[int, ...] = ()


class LotQuestion(msgspec.Struct, frozen=True):
    """A tie that the rule settles by lot, put to whoever holds the count.

    Draw one of `candidates` and call the rule again with its number added to `lots`. `choice` says what happens to who is
    drawn, `consequences` who is elected or not for it; they are empty where finding out would take too many counts.
    """

    stage: int
    paragraph: str
    choice: Choice
    candidates: tuple[int, ...]
    names: tuple[str, ...]
    consequences: tuple[Consequence, ...] = ()

    def __str__(self) -> str:
        return self.sentence().text(ENGLISH)

    def sentence(self) -> Sentence:
        """What the lot decides, between whom, and by which paragraph."""
        names = zip(self.candidates, self.names, strict=True)
        tied = Listed(tuple(f"{name} ({number})" for number, name in names), "commas")
        return _DECIDES[self.choice](stage=self.stage, tied=tied, paragraph=self.paragraph)


_DECIDES: Mapping[Choice, Message] = {
    "elect": msg("stage {stage}: a lot decides who is elected: {tied} ({paragraph})"),
    "exclude": msg("stage {stage}: a lot decides who is excluded: {tied} ({paragraph})"),
    "transfer": msg("stage {stage}: a lot decides whose surplus is transferred first: {tied} ({paragraph})"),
    "order": msg(
        "stage {stage}: a lot decides who comes first in the order of election: {tied} ({paragraph})"
    ),
    "odd paper": msg(
        "stage {stage}: a lot decides who gets the paper that the fractions leave over: {tied} ({paragraph})"
    ),
    "second round": msg("stage {stage}: a lot decides who goes on to the second round: {tied} ({paragraph})"),
    "finalist": msg("stage {stage}: a lot decides who comes into the runoff: {tied} ({paragraph})"),
    "lock": msg("stage {stage}: a lot decides whose majorities are locked in first: {tied} ({paragraph})"),
    "seat": msg("stage {stage}: a lot decides which list gets the seat: {tied} ({paragraph})"),
    "give back": msg("stage {stage}: a lot decides which list gives a seat back: {tied} ({paragraph})"),
}


class Exhibit(msgspec.Struct, frozen=True):
    """A table that a rule adds to its result, such as the pairwise matrix: cells are text, exact."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Parameter = bool | int | str | tuple[int, ...]
"""What a rule was told beside ballots, seats and lots, kept in the result for the replay."""


class Count(msgspec.Struct, frozen=True):
    """What a rule made of the ballots.

    - `elected` in order of election, `excluded` in order of exclusion; `runners_up`: all others and the
      excluded, best first, for succession by votes; those the rule cannot tell apart stand together in
      `equal_runners_up`.
    - `quota` and all totals are in units of 10 ** -`precision`.
    - `second_round`: who goes on to it, where the rule has one and seats are still open.
    - `question`: a lot is needed; the count stops there and `elected` is what is certain so far.
    - `valid`, `invalid`: papers that counted, and papers that the rule voids or the file had set aside; `blank`: those of either
      that bear no mark.
    """

    rule: str
    seats: int
    names: tuple[str, ...]
    elected: tuple[Elected, ...]
    precision: int = 0
    quota: int | None = None
    excluded: tuple[Excluded, ...] = ()
    stages: tuple[Stage, ...] = ()
    ties: tuple[Tie, ...] = ()
    question: LotQuestion | None = None
    runners_up: tuple[int, ...] = ()
    equal_runners_up: tuple[tuple[int, ...], ...] = ()
    valid: int = 0
    invalid: int = 0
    blank: int = 0
    second_round: tuple[int, ...] = ()
    lots: tuple[int, ...] = ()
    parameters: tuple[tuple[str, Parameter], ...] = ()
    exhibits: tuple[Exhibit, ...] = ()

    @property
    def winners(self) -> tuple[int, ...]:
        """The numbers of the elected, in order of election."""
        return tuple(e.candidate for e in self.elected)

    def decimal(self, votes: int) -> str:
        """`votes` as a decimal string in the rule's own precision, such as "1024.13148"."""
        return decimal(votes, self.precision)

    def to_json(self) -> dict[str, Any]:
        """The count as plain data (dict, list, str, int) for `mandat count --json`.

        `quota` is a number where it is whole and else a decimal string; `stages[i].totals[j]` is a decimal
        string, the votes of candidate j + 1 after stage i + 1.
        """
        return {
            "rule": self.rule,
            "seats": self.seats,
            "quota": self._quota_json(),
            "elected": _plain(self.elected),
            "excluded": _plain(self.excluded),
            "stages": [self._stage_json(stage) for stage in self.stages],
            "ties": _plain(self.ties),
            "question": _plain(self.question),
            "runners_up": list(self.runners_up),
            "equal_runners_up": [list(group) for group in self.equal_runners_up],
            "valid": self.valid,
            "invalid": self.invalid,
            "blank": self.blank,
            "second_round": list(self.second_round),
            "lots": list(self.lots),
            "parameters": _plain(dict(self.parameters)),
            "exhibits": _plain(self.exhibits),
        }

    def _quota_json(self) -> int | str | None:
        if self.quota is None:
            return None
        whole, rest = divmod(self.quota, 10**self.precision)
        return self.decimal(self.quota) if rest else whole

    def _stage_json(self, stage: Stage) -> dict[str, Any]:
        return {
            "number": stage.number,
            "kind": stage.kind,
            "candidates": list(stage.candidates),
            "totals": [self.decimal(votes) for votes in stage.totals],
            "exhausted": self.decimal(stage.exhausted),
            "lost": self.decimal(stage.lost),
            "quota": None if stage.quota is None else self.decimal(stage.quota),
            "transfers": [
                {"source": t.source, "target": t.target, "papers": t.papers, "votes": self.decimal(t.votes)}
                for t in stage.transfers
            ],
        }


def _plain(value: object) -> Any:
    """Structs as dicts, tuples as lists."""
    return msgspec.json.decode(msgspec.json.encode(value))


def decimal(votes: int, precision: int) -> str:
    """Write a whole number of units of 10 ** -`precision` as a decimal string.

    >>> decimal(102413148, 5), decimal(-5, 2), decimal(7, 0)
    ('1024.13148', '-0.05', '7')
    """
    if precision == 0:
        return str(votes)
    whole, part = divmod(abs(votes), 10**precision)
    return f"{'-' if votes < 0 else ''}{whole}.{part:0{precision}d}"


_AT_ONCE = 4000
"""Python refuses to write whole numbers of more than 4,300 digits at once."""


def fraction(number: Fraction | int) -> str:
    """Write an exact number as "17" or "4630/3", however long it is.

    >>> fraction(Fraction(4630, 3)), len(fraction(10**5000))
    ('4630/3', 5001)
    """
    exact = Fraction(number)
    above, below = _digits(exact.numerator), _digits(exact.denominator)
    return above if exact.denominator == 1 else f"{above}/{below}"


def _digits(number: int) -> str:
    if number < 0:
        return f"-{_digits(-number)}"
    parts: list[str] = []
    while number >= 10**_AT_ONCE:
        number, rest = divmod(number, 10**_AT_ONCE)
        parts.append(f"{rest:0{_AT_ONCE}d}")
    return "".join([str(number), *reversed(parts)])
