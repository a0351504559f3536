"""All commands under one name."""

from __future__ import annotations

import sys

import typer

from mandat.bylaws.faults import BylawsErrors
from mandat.cli import (
    acting,
    apportioning,
    asking,
    checking,
    counting,
    demonstrating,
    founding,
    importing,
    reading,
    running,
    verifying,
)
from mandat.cli.speech import fail
from mandat.counting import CountingError
from mandat.federation.asking import AskError
from mandat.record.errors import RecordError

app = typer.Typer(
    name="mandat",
    help="Runs a federation of councils from its bylaws: delegates who can be recalled, decisions that say why they are "
    "valid, a record that anyone can check.",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    add_completion=False,
)

for room in (
    founding,
    checking,
    asking,
    counting,
    apportioning,
    demonstrating,
    running,
    importing,
    acting,
    reading,
    verifying,
):
    room.register(app)


def main() -> None:
    """Run a command; what is refused is said in one sentence and ends with exit code 2, never with a stack trace."""
    try:
        app()
    except (RecordError, CountingError, AskError, BylawsErrors) as error:
        fail(str(error))
        sys.exit(2)
    except BrokenPipeError:
        sys.exit(0)
