"""Every result that a count can have, with its chance and the lots that lead to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.markup import escape

from mandat.cli.speech import table
from mandat.counting import Ballots, Outcome
from mandat.language import Language, msg, plural

_MANY = plural("One result is possible", "{n} results are possible, as the lots fall", "n")
_CHANCE = msg("chance")
_ELECTED = msg("elected")
_ON = msg("in the second round")
_LOTS = msg("lots")
_SEATS = msg("{name} × {seats}")


def outcomes_json(ballots: Ballots, found: Sequence[Outcome]) -> dict[str, Any]:
    """The results as plain data: numbers of candidates, the chance as a fraction, lots to give with --lot."""
    return {
        "candidates": [c.name for c in ballots.candidates],
        "outcomes": [
            {
                "elected": list(each.elected),
                "second_round": list(each.second_round),
                "chance": each.chance,
                "lots": list(each.lots),
            }
            for each in found
        ],
    }


def print_outcomes(out: Console, ballots: Ballots, found: Sequence[Outcome], lang: Language) -> None:
    """A row for each result, the likeliest first; the last column is what --lot has to be told for it."""
    out.print(f"[bold]{_MANY.text(lang, n=len(found))}[/]")
    second = any(each.second_round for each in found)
    heads = [_CHANCE, _ELECTED, *([_ON] if second else []), _LOTS]
    rows = table(*(head.text(lang) for head in heads))
    for each in found:
        on = [_names(ballots, each.second_round, lang)] if second else []
        lots = " ".join(f"--lot {number}" for number in each.lots)
        rows.add_row(each.chance, escape(_names(ballots, each.elected, lang)), *map(escape, on), lots)
    out.print(rows)


def _names(ballots: Ballots, numbers: Sequence[int], lang: Language) -> str:
    """The names; a list with how many seats it has."""
    many = {n: numbers.count(n) for n in dict.fromkeys(numbers)}
    told = [
        ballots.name(n) if seats == 1 else _SEATS.text(lang, name=ballots.name(n), seats=seats)
        for n, seats in many.items()
    ]
    return ", ".join(told) or "–"
