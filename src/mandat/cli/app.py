"""All commands under one name."""

from __future__ import annotations

import io
import os
import sys

import typer
from typer.exceptions import TyperException
from typer.main import get_command

from mandat.bylaws.reading.faults import BylawsErrors
from mandat.cli import (
    acting,
    apportioning,
    asking,
    backing_up,
    checking,
    counting,
    demonstrating,
    differing,
    founding,
    importing,
    inviting,
    negotiating,
    reading,
    running,
    serving,
    studying,
    verifying,
)
from mandat.cli.helping import SpokenCommand, SpokenGroup
from mandat.cli.refusing import refuse
from mandat.cli.speech import fail, wished
from mandat.language import Language, ToldError, msg

app = typer.Typer(
    name="mandat",
    help="Runs a federation of councils from its bylaws: delegates who can be recalled, decisions that say why they are "
    "valid, a record that anyone can check.",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    add_completion=False,
    cls=SpokenGroup,
)

for room in (
    founding,
    checking,
    differing,
    asking,
    counting,
    apportioning,
    demonstrating,
    running,
    serving,
    inviting,
    backing_up,
    importing,
    acting,
    reading,
    studying,
    negotiating,
    verifying,
):
    room.register(app)
for registered in app.registered_commands:
    registered.cls = SpokenCommand


def main() -> None:
    """Run a command; what is refused is said in one sentence and ends with exit code 2, never with a stack trace."""
    _print_what_the_terminal_can()
    spoken = wished(sys.argv[1:], os.environ)
    try:
        sys.exit(get_command(app)(standalone_mode=False))
    except (ToldError, BylawsErrors) as error:
        fail(error.text(spoken))
        sys.exit(2)
    except TyperException as error:
        refuse(error, spoken)
        sys.exit(error.exit_code)
    except typer.Abort:
        fail(_ENDED.text(spoken))
        sys.exit(1)
    except BrokenPipeError:
        _say_no_more()
        sys.exit(0)
    except OSError as error:
        if error.filename is None:
            _say_no_more()
        fail(_file_trouble(error, spoken))
        sys.exit(2)


def _print_what_the_terminal_can() -> None:
    """Let a character that the terminal's encoding lacks become a question mark instead of ending the program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _say_no_more() -> None:
    """Let what is still to be written go nowhere, so that ending does not fail over it again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


_ENDED = msg("Ended before it was done.")
_NO_FILE = msg(
    "{file} cannot be read or written ({reason}): check the path, your rights there, and the space on the disk"
)
_NO_ANSWER = msg(
    "the answer cannot be written ({reason}): check the path, your rights there, and the space on the disk"
)


def _file_trouble(error: OSError, language: Language) -> str:
    reason = str(error.strerror)
    if error.filename:
        return _NO_FILE.text(language, file=str(error.filename), reason=reason)
    return _NO_ANSWER.text(language, reason=reason)
