"""Every command's help for the manual, from the commands themselves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import typer.main

from mandat.cli.app import app


def commands() -> str:
    """Return every command with its usage, arguments, options and example."""
    group: Any = typer.main.get_command(app)
    return "\n\n".join("\n".join(_command(name, each)) for name, each in group.commands.items())


def _command(name: str, command: Any) -> Iterator[str]:
    arguments = [each for each in command.params if each.param_type_name == "argument"]
    options = [each for each in command.params if each.param_type_name == "option" and each.name != "help"]
    yield f"## `mandat {name}`"
    yield ""
    yield "    mandat " + " ".join(
        [name, *(_metavar(each) for each in arguments), *(["[OPTIONS]"] if options else [])]
    )
    yield ""
    yield _prose(command.help or "")
    yield ""
    yield "| | |"
    yield "|---|---|"
    for each in arguments:
        yield f"| `{_metavar(each)}` | {_prose(each.help or '')}{_default(each)} |"
    for each in options:
        yield f"| {', '.join(f'`{opt}`' for opt in each.opts)} | {_prose(each.help or '')}{_default(each)} |"
    if command.epilog:
        label, _, example = command.epilog.partition(":")
        yield ""
        yield f"{label}: `{example.strip()}`"


def _metavar(argument: Any) -> str:
    return str(argument.metavar or argument.name.upper())


def _default(parameter: Any) -> str:
    default = parameter.default
    if default in (None, False, ()) or parameter.name == "lang":
        return ""
    return f" Else `{default}`."


def _prose(text: str) -> str:
    return "\n\n".join(" ".join(part.split()) for part in text.split("\n\n")).replace("|", "\\|")
