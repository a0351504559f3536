"""``mandat count FILE --findings``: the papers that are not marked 1, 2, 3 …, and what the rule makes of each."""

from __future__ import annotations

from pathlib import Path

import msgspec
from rich.markup import escape

from mandat import counting
from mandat.cli.counting_words import words
from mandat.cli.speech import console, say_json
from mandat.counting.formats import findings
from mandat.language import Language


def print_findings(file: Path, rule: str, lang: Language, *, json: bool) -> None:
    """A line for each such paper, or for each kind of paper that the file gives a weight."""
    reading = counting.rule(rule).reading
    found = findings(file, reading, lang)
    if json:
        say_json([msgspec.to_builtins(each) for each in found])
        return
    out, say, papers = console(), words(lang), 0
    for each in found:
        papers += each.papers
        head = f"{say('line')} {each.line}{say('colon')}{say('papers', n=each.papers)}"
        out.print(f"{head}{say('colon')}{escape(each.fault)}; {escape(each.consequence)}")
    out.print(f"  {say('findings', papers=papers)}")
