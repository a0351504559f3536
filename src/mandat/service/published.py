"""Bylaws files that come with the program: templates to start from, and real rulebooks to read and to try.

Wherever a path of a bylaws file is asked for, ``rulebook:NAME`` and ``template:NAME`` name one of these.
"""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable

from mandat.language import ToldError, msg

SHELVES = {"template": "templates", "rulebook": "rulebooks"}
"""What a name may begin with, and the folder where it is found."""


_NONE = {
    "template": msg("there is no template {name}; choose one of: {known}"),
    "rulebook": msg("there is no rulebook {name}; choose one of: {known}"),
}


class NoSuchText(ToldError, ValueError):
    """No bylaws file of that name comes with the program; the message lists those there are."""


def names(shelf: str) -> tuple[str, ...]:
    """Return the names of the templates or rulebooks, in order.

    >>> "federation" in names("template")
    True
    """
    return tuple(
        sorted(each.name.removesuffix(".toml") for each in _folder(shelf).iterdir() if _is_text(each))
    )


def text(shelf: str, name: str) -> str:
    """Return the text of a template or rulebook; raises ``NoSuchText``."""
    if name not in names(shelf):
        raise NoSuchText(_NONE[shelf](name=repr(name), known=", ".join(names(shelf))))
    return (_folder(shelf) / f"{name}.toml").read_text(encoding="utf-8")


def named(reference: str) -> str | None:
    """Return the text that ``rulebook:NAME`` or ``template:NAME`` names; None for any other reference.

    >>> named("bylaws.toml") is None
    True
    """
    shelf, colon, name = reference.partition(":")
    return text(shelf, name) if colon and shelf in SHELVES else None


def _folder(shelf: str) -> Traversable:
    return files("mandat.bylaws") / SHELVES[shelf]


def _is_text(file: Traversable) -> bool:
    return file.name.endswith(".toml")
