"""``mandat count FILE --why NAME``: why somebody was not elected, in a few sentences."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.markup import escape

from mandat.cli.counting_shown import print_question
from mandat.counting import Ballots, Count, CountingError
from mandat.counting.formats.whole import whole_number
from mandat.counting.rendering import why, why_in_words
from mandat.language import Language, did_you_mean, msg


def print_why(out: Console, result: Count, ballots: Ballots, asked: Sequence[str], lang: Language) -> None:
    """A paragraph for each of those asked about."""
    for number in _numbers(ballots, asked):
        out.print(escape(why_in_words(result, ballots, number, lang)))
    print_question(out, result, lang)


def why_json(result: Count, ballots: Ballots, asked: Sequence[str], lang: Language) -> list[dict[str, Any]]:
    """For each of those asked about: number, name, whether elected, and the sentences."""
    return [
        {
            "candidate": number,
            "name": ballots.name(number),
            "elected": number in result.winners,
            "why": [sentence.text(lang) for sentence in why(result, ballots, number)],
        }
        for number in _numbers(ballots, asked)
    ]


def _numbers(ballots: Ballots, asked: Sequence[str]) -> list[int]:
    """The candidates of these names, or with these numbers. Raises `CountingError` for somebody nobody is."""
    return [number for text in asked for number in _found(ballots, text.strip())]


def _found(ballots: Ballots, text: str) -> list[int]:
    wanted = text.casefold()
    named = [each.number for each in ballots.candidates if each.name.casefold() == wanted]
    if named:
        return named
    number = whole_number(text)
    if number is not None and 1 <= number <= len(ballots.candidates):
        return [number]
    within = [each.number for each in ballots.candidates if wanted and wanted in each.name.casefold()]
    if len(within) == 1:
        return within
    names = [ballots.name(n) for n in within] or difflib.get_close_matches(
        text, [each.name for each in ballots.candidates], n=3
    )
    raise CountingError(
        msg("no candidate is called {text}.{hint} Give a name or a number of the list.")(
            text=repr(text), hint=did_you_mean([*map(repr, names[:3])])
        )
    )
