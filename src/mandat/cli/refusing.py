"""A command line that cannot be read, said in the reader's language: Typer finds the slip and says it in English."""

from __future__ import annotations

import re
from functools import cache
from string import Formatter

from rich.console import Console
from typer import Context
from typer.exceptions import TyperException

from mandat.cli.helping import ERROR, TRY, say
from mandat.language import Language, Sentence, Value, as_it_is, msg

_SLIPS = (
    msg("Missing argument {name}."),
    msg("Missing option {name}."),
    msg("Missing command."),
    msg("No such option: {option} (Possible options: {known})"),
    msg("No such option: {option}"),
    msg("No such command {name}. Did you mean {near}?"),
    msg("No such command {name}."),
    msg("Invalid value for {name}: {problem}"),
    msg("Option {option} requires an argument."),
    msg("Option {option} does not take a value."),
    msg("Got unexpected extra argument(s) ({arguments})"),
    msg("Input should be a valid integer, unable to parse string as an integer"),
    msg("Input should be a valid number, unable to parse string as a number"),
    msg("Input should be greater than or equal to {number}"),
    msg("Input should be less than or equal to {number}"),
)
"""What Typer says, in its own words: by them it is found again."""


def refuse(error: TyperException, language: Language) -> None:
    """Print what is wrong with a command line, on standard error, after its usage and where help is found."""
    from rich.panel import Panel  # noqa: PLC0415 - slow to load, and only slips need it
    from rich.text import Text  # noqa: PLC0415

    out = Console(stderr=True, highlight=False)
    context: Context | None = getattr(error, "ctx", None)
    if context is not None:
        say(context.command, language)
        out.print(Text(context.get_usage(), style="yellow"))
        asks = TRY.text(language, command=context.command_path, option=context.help_option_names[0])
        out.print(Text(asks, style="dim"))
    said = Text(in_words(error.format_message(), language))
    out.print(Panel(said, border_style="red", title=ERROR.text(language), title_align="left"))


def in_words(said: str, language: Language) -> str:
    """Return what Typer says in English in a language; what is not known is said as it is.

    >>> in_words("No such option: --sets", "de")
    'Es gibt keine Option --sets.'
    """
    return _sentence(said).text(language)


def _sentence(said: str) -> Sentence:
    for message in _SLIPS:
        found = _pattern(message.english).fullmatch(said)
        if found:
            values: dict[str, Value] = dict(found.groupdict())
            if "problem" in values:
                values["problem"] = _sentence(found["problem"])
            return message(**values)
    return as_it_is(said)


@cache
def _pattern(english: str) -> re.Pattern[str]:
    parts = Formatter().parse(english)
    return re.compile(
        "".join(re.escape(text) + (f"(?P<{name}>.+?)" if name else "") for text, name, _, _ in parts),
        re.DOTALL,
    )
