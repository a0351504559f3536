"""A count that waits for a lot: said to people and programs alike, with an exit code of its own."""

from __future__ import annotations

import typer
from rich.console import Console

from mandat.cli.counting_words import words
from mandat.counting.rendering import question_in_words
from mandat.counting.rendering.questions import CountQuestion
from mandat.language import Language

UNDECIDED = 1
"""The exit code of a count that a lot has to decide."""


def end_undecided(question: CountQuestion | None, lang: Language, how: str, *, json: bool) -> None:
    """End with exit code 1 if there is a question; `how` is the key of the words that say how to answer it.

    A program that reads JSON from standard output gets the question there too; standard error says it to people.
    """
    if question is None:
        return
    if json:
        say = words(lang)
        asked = f"{say('undecided')}{say('colon')}{question_in_words(question, lang)}. {say(how)}"
        Console(stderr=True, highlight=False, emoji=False, soft_wrap=True).print(
            asked, style="yellow", markup=False
        )
    raise typer.Exit(UNDECIDED)
