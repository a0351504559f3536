"""What is not marked 1, 2, 3 … on the papers of a file, line by line, and what a rule makes of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from mandat.counting.ballots import Candidate, Rank
from mandat.counting.formats.reader import read_contents
from mandat.counting.formats.records import Record, RecordUnit
from mandat.counting.formats.source import Source
from mandat.counting.reading import ReadingRule
from mandat.counting.result import Parameter
from mandat.counting.rule import Rule
from mandat.counting.verdict import Looking, PaperFault, PaperOutcome, What, verdict
from mandat.language import ENGLISH, Language, Listed, Message, Sentence, msg

_CONSEQUENCE: Mapping[PaperOutcome, Message] = {
    "stop": msg("the rule stops there: earlier preferences count"),
    "stop at two": msg("the rule passes over it, and stops at two in a row"),
    "pass over": msg("the rule passes over that mark: the others count"),
    "void": msg("the rule voids the paper"),
    "refuse": msg("the rule refuses the file"),
    "counts": msg("the rule counts the paper as valid"),
    "ignored": msg("the rule does not look at that: the paper counts"),
    "invalid": msg("the rule counts the paper as invalid"),
    "needs points": msg("the rule cannot count it"),
}
_FAULTS: Mapping[What, Message] = {
    "gap": msg("rank {place} is skipped"),
    "equal": msg("rank {place} is given to {named}"),
    "repeat": msg("candidate {named} is named again at rank {place}"),
    "blank": msg("nobody is marked"),
    "withdrawn": msg("only withdrawn candidates are marked ({named})"),
    "too many": msg("more than {place} candidates are marked ({named})"),
    "no points": msg("there are no points"),
}
_SEVERAL = msg("several candidates")
_ASIDE = msg("the file marks the paper as invalid"), msg("it is set aside")


class PaperFinding(msgspec.Struct, frozen=True):
    """A paper that is not marked 1, 2, 3 …: its line (or its number, where `unit` says paper), how many papers, what is marked,
    what the rule makes of it, and in `counted` the marks that count: "Ann > Bob = Cy", or nothing.
    """

    line: int
    papers: int
    fault: str
    consequence: str
    counted: str = ""
    unit: RecordUnit = "line"

    def __str__(self) -> str:
        plural = "paper" if self.papers == 1 else "papers"
        return f"{self.unit} {self.line}: {self.papers} {plural}: {self.fault}; {self.consequence}"


def findings(
    source: Source,
    rule: Rule | ReadingRule,
    language: Language = ENGLISH,
    *,
    seats: int | None = None,
    parameters: Mapping[str, Parameter] | None = None,
    candidates: Sequence[Candidate | str] | None = None,
    groups: Sequence[Sequence[int]] = (),
    contest: str | None = None,
    points: bool = False,
) -> Iterator[PaperFinding]:
    """Every paper of a file that is not marked plainly, with what `rule` does with it in an election for `seats` (else those of
    the file, else one). What the file itself calls invalid is a finding too. A bare `ReadingRule` stands for a rule that counts
    preferences. `candidates`, `groups`, `contest` and `points` as in `read`, whose errors this raises.
    """
    contents = read_contents(source, candidates=candidates, groups=groups, contest=contest, points=points)
    people = contents.candidates
    looking = _looking(rule, seats or contents.seats or 1, parameters, people)
    for record in contents.records:
        said = _said(record, looking, people, language)
        if said is not None:
            yield PaperFinding(record.line, record.weight, *said, contents.unit)


def _looking(
    rule: Rule | ReadingRule,
    seats: int,
    parameters: Mapping[str, Parameter] | None,
    people: Sequence[Candidate],
) -> Looking:
    gone = tuple(candidate.number for candidate in people if candidate.withdrawn)
    if isinstance(rule, ReadingRule):
        return Looking("preferences", rule, withdrawn=gone)
    return rule.looking(seats, parameters, gone)


def _said(
    record: Record, looking: Looking, people: Sequence[Candidate], language: Language
) -> tuple[str, str, str] | None:
    """(PaperFault, consequence, what counts); None for a paper without a fault."""
    if not record.valid:
        fault, consequence = _ASIDE
        return fault.text(language), consequence.text(language), ""
    found = verdict(record.ranking, looking, record.points)
    if not found.faults:
        return None
    return (
        "; ".join(_in_words(fault).text(language) for fault in found.faults),
        _CONSEQUENCE[found.outcome].text(language),
        " > ".join(_rank(rank, people) for rank in found.counted),
    )


def _in_words(fault: PaperFault) -> Sentence:
    named = Listed(tuple(map(str, fault.named))) if fault.named else _SEVERAL
    return _FAULTS[fault.what](place=fault.place, named=named)


def _rank(rank: Rank, people: Sequence[Candidate]) -> str:
    numbers = (rank,) if isinstance(rank, int) else sorted(rank)
    return " = ".join(people[number - 1].name for number in numbers)
