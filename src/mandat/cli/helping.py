"""Help in the reader's language: English stands beside the options and in the docstrings of the commands.

The other languages are looked up when help is printed, so that a command that runs waits for no catalogue.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import Any

from typer.core import TyperCommand, TyperGroup

from mandat.cli.speech import wished
from mandat.language import Language, Message, msg

METAVAR = "what stands for a value on a line of usage"
"""The context of such words, in the catalogues."""
_SIGNS = ("options_metavar", "subcommand_metavar")
_EXAMPLE = msg("Example: {command}")
_USAGE = "Usage: "
_TYPER = {
    "ARGUMENTS_PANEL_TITLE": msg("Arguments"),
    "OPTIONS_PANEL_TITLE": msg("Options"),
    "COMMANDS_PANEL_TITLE": msg("Commands"),
}
"""Titles and words of Typer, by the names under which it lets them be set."""
_DEFAULT, _REQUIRED = msg("default: {value}"), msg("required")
ERROR = msg("Error")
TRY = msg("Try “{command} {option}” for help.")
_HELP = msg("Show this message and exit.")
_SAID_USAGE = msg("Usage: {line}")


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a docstring or of an option's help, each on one line: these are the messages.

    >>> paragraphs("Checks\\n    a record.\\n\\n    Exit code 0: sound.")
    ['Checks a record.', 'Exit code 0: sound.']
    """
    return [" ".join(part.split()) for part in text.split("\n\n") if part.strip()]


def texts(command: Any) -> Iterator[Message]:
    """Return all messages of a command, and of those below it: what it does, its arguments and options, and their signs."""
    yield from (Message(part) for part in paragraphs(command.help or ""))
    for each in command.params:
        yield from (Message(part) for part in paragraphs(each.help or ""))
    for sign in [
        *(getattr(command, name, None) for name in _SIGNS),
        *(each.metavar for each in command.params),
    ]:
        if _is_word(sign):
            yield Message(sign, context=METAVAR)
    for each in getattr(command, "commands", {}).values():
        yield from texts(each)


def say(command: Any, language: Language) -> None:
    """Put the words of a command into a language: of its help, and of what Typer adds."""
    from typer import rich_utils  # noqa: PLC0415 - Rich is slow to load, and only help needs all of it

    for name, message in _TYPER.items():
        setattr(rich_utils, name, message.text(language))
    rich_utils.DEFAULT_STRING = f"[{_DEFAULT.text(language, value='{}')}]"
    rich_utils.REQUIRED_LONG_STRING = f"[{_REQUIRED.text(language)}]"
    _say(command, language)
    for each in getattr(command, "commands", {}).values():
        _say(each, language)


def _say(command: Any, language: Language) -> None:
    command.help = _words(command.help, language)
    for name in _SIGNS:
        if hasattr(command, name):
            setattr(command, name, _sign(getattr(command, name), language))
    if command.epilog:
        command.epilog = _EXAMPLE.text(language, command=command.epilog.partition(": ")[2])
    for each in command.params:
        each.help = _words(each.help, language)
        each.metavar = _sign(each.metavar, language)


def _words(text: str | None, language: Language) -> str | None:
    return text and "\n\n".join(Message(part).text(language) for part in paragraphs(text))


def _sign(metavar: str | None, language: Language) -> str | None:
    return Message(metavar, context=METAVAR).text(language) if metavar and _is_word(metavar) else metavar


def _is_word(metavar: str | None) -> bool:
    """Tell whether what stands for a value says so in words: ``FILE``, not ``en|de|fr``."""
    return metavar is not None and any(letter.isupper() for letter in metavar)


class SpokenCommand(TyperCommand):
    """A command that gives help in the language of whoever asks."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Print the help."""
        say(self, spoken())
        super().format_help(ctx, formatter)

    def get_usage(self, ctx: Any) -> str:
        """Return the line of usage."""
        return _usage(super().get_usage(ctx))

    def get_help_option(self, ctx: Any) -> Any:
        """Return the option that asks for help."""
        return _help_option(super().get_help_option(ctx))


class SpokenGroup(TyperGroup):
    """All commands, with help in the language of whoever asks."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Print the help."""
        say(self, spoken())
        super().format_help(ctx, formatter)

    def get_usage(self, ctx: Any) -> str:
        """Return the line of usage."""
        return _usage(super().get_usage(ctx))

    def get_help_option(self, ctx: Any) -> Any:
        """Return the option that asks for help."""
        return _help_option(super().get_help_option(ctx))


def spoken() -> Language:
    """Return the language of whoever runs this command."""
    return wished(sys.argv[1:], os.environ)


def _usage(line: str) -> str:
    return _SAID_USAGE.text(spoken(), line=line.removeprefix(_USAGE))


def _help_option(option: Any) -> Any:
    if option is not None:
        option.help = _HELP.text(spoken())
    return option
