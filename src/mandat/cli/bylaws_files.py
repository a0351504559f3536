"""Reading bylaws files and templates for the command line."""

from __future__ import annotations

from pathlib import Path

from mandat.bylaws.model import Bylaws
from mandat.bylaws.reading.loader import load
from mandat.language import msg, told
from mandat.record.errors import RecordError
from mandat.service import published


def read_bylaws(path: Path) -> Bylaws:
    """Load a bylaws file, or the rulebook or template named by ``rulebook:NAME`` or ``template:NAME``.

    ``BylawsErrors`` names every fault with its line; ``RecordError`` says that there is no such file.
    """
    return load(read_text(path), file=str(path))


def read_text(path: Path) -> bytes:
    """Return a file's bytes; raises ``RecordError`` if there is none."""
    try:
        text = published.named(str(path))
    except published.NoSuchText as error:
        raise RecordError(told(error)) from error
    if text is not None:
        return text.encode()
    try:
        return path.read_bytes()
    except OSError as error:
        raise RecordError(
            msg("{path} cannot be read ({reason}): check the path")(
                path=str(path), reason=str(error.strerror)
            )
        ) from error


def template_names() -> tuple[str, ...]:
    """Return the names of the templates that come with the program."""
    return published.names("template")


def template(name: str) -> str:
    """Return the text of a template; raises ``RecordError`` listing those there are."""
    try:
        return published.text("template", name)
    except published.NoSuchText as error:
        raise RecordError(told(error)) from error
