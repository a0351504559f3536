"""What is wrong with single papers of a file, line by line, and what a rule makes of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from mandat.counting.ballots import SKIPPED
from mandat.counting.formats import blt, preflib
from mandat.counting.formats.records import Record
from mandat.counting.formats.source import Source, plain_suffix, read_bytes, read_text, source_name
from mandat.counting.reading import Answer, ReadingRule
from mandat.language import Language, Listed, Message, msg

_CONSEQUENCE: Mapping[Answer, Message] = {
    "stop": msg("the rule stops there: earlier preferences count"),
    "stop at two": msg("the rule passes over it, and stops at two in a row"),
    "pass over": msg("the rule passes over that mark: the others count"),
    "void": msg("the rule voids the paper"),
    "refuse": msg("the rule refuses the file"),
}
_GAP = msg("rank {place} is skipped")
_EQUAL = msg("rank {place} is given to {named}")
_REPEAT = msg("candidate {named} is named again at rank {place}")
_SEVERAL = msg("several candidates")


class PaperFinding(msgspec.Struct, frozen=True):
    """A paper that is not marked 1, 2, 3 …: its line, how many papers, what is marked, what the rule makes of
    it.
    """

    line: int
    papers: int
    fault: str
    consequence: str

    def __str__(self) -> str:
        plural = "paper" if self.papers == 1 else "papers"
        return f"line {self.line}: {self.papers} {plural}: {self.fault}; {self.consequence}"


def findings(source: Source, reading: ReadingRule, language: Language = "en") -> Iterator[PaperFinding]:
    """Every paper of a file that is not marked plainly, with what a rule of this `reading` does with it."""
    for record in _records(source):
        found = fault(record, reading, language)
        if found is not None:
            words, answer = found
            yield PaperFinding(record.line, record.weight, words, _CONSEQUENCE[answer].text(language))


def fault(record: Record, reading: ReadingRule, language: Language = "en") -> tuple[str, Answer] | None:
    """The first fault of a paper in words, and the rule's answer; None for a paper without fault."""
    ranking = list(record.ranking)
    while ranking and ranking[-1] == SKIPPED:
        ranking.pop()
    seen: set[int] = set()
    for place, rank in enumerate(ranking, start=1):
        if rank == SKIPPED:
            return _GAP.text(language, place=place), reading.gap
        if not isinstance(rank, int):
            named = Listed(tuple(sorted(rank))) if rank else _SEVERAL
            return _EQUAL.text(language, place=place, named=named), reading.equal
        if rank in seen:
            return _REPEAT.text(language, place=place, named=rank), reading.repeat
        seen.add(rank)
    return None


def _records(source: Source) -> Iterator[Record]:
    name, suffix = source_name(source), plain_suffix(source)
    if suffix == ".blt":
        yield from blt.records(blt.read_head(read_text(source), name), name)
    elif suffix in {".soc", ".soi", ".toc", ".toi"}:
        text = read_text(source)
        candidates, _ = preflib.read_head(text, name)
        yield from preflib.records(text, len(candidates), name)
    else:
        from mandat.counting.formats.table import records  # noqa: PLC0415  (Polars is slow to import)

        _, rows = records(read_bytes(source), name)
        yield from rows
