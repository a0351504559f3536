"""``mandat count FILE --findings``: the papers that are not marked 1, 2, 3 …, and what the rule makes of each."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from rich.markup import escape

from mandat import counting
from mandat.cli.counting_words import words
from mandat.cli.reading_ballots import BallotFile
from mandat.cli.speech import console, say_json
from mandat.counting.formats import PaperFinding, findings
from mandat.counting.result import Parameter
from mandat.language import Language, Phrases


def print_findings(
    wanted: BallotFile,
    rule: str,
    lang: Language,
    *,
    json: bool,
    seats: int | None,
    told: Mapping[str, Parameter],
) -> None:
    """A line for each such paper, or for each kind of paper that the file gives a weight."""
    found = findings(
        wanted.file, counting.rule(rule), lang, seats=seats, parameters=told, **wanted.told([rule])
    )
    if json:
        say_json([msgspec.to_builtins(each) for each in found])
        return
    out, say, papers = console(), words(lang), 0
    for each in found:
        papers += each.papers
        out.print(escape(_line(each, say)))
    out.print(f"  {say('findings', papers=papers)}")


def _line(each: PaperFinding, say: Phrases) -> str:
    head = f"{say(each.unit)} {each.line}{say('colon')}{say('papers', n=each.papers)}"
    return f"{head}{say('colon')}{each.fault}; {each.consequence} → {each.counted or '–'}"
