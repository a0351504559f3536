"""Reading bylaws files and templates for the command line."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from mandat.bylaws.loader import load
from mandat.bylaws.model import Bylaws
from mandat.record.errors import RecordError


def read_bylaws(path: Path) -> Bylaws:
    """Load a bylaws file; ``BylawsErrors`` names every fault with its line."""
    return load(read_text(path), file=str(path))


def read_text(path: Path) -> bytes:
    """Return a file's bytes; raises ``RecordError`` if there is none."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise RecordError(f"{path} cannot be read ({error.strerror}): check the path") from error


def template_names() -> tuple[str, ...]:
    """Return the names of the templates that come with the program."""
    folder = files("mandat.bylaws") / "templates"
    return tuple(
        sorted(each.name.removesuffix(".toml") for each in folder.iterdir() if each.name.endswith(".toml"))
    )


def template(name: str) -> str:
    """Return the text of a template; raises ``RecordError`` listing those there are."""
    if name not in template_names():
        raise RecordError(f"there is no template {name!r}; choose one of: {', '.join(template_names())}")
    return (files("mandat.bylaws") / "templates" / f"{name}.toml").read_text(encoding="utf-8")
