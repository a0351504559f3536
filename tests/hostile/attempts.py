"""Attempts as data: where each begins, what is tried, and the ruling it must get (the form stands in README.md)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from mandat.service.cases import Step, read_case, read_step
from mandat.service.published import named

HERE = Path(__file__).parent
CASES = HERE.parents[1] / "cases"


class Setup(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where attempts begin: bylaws, or another setup, and the acts before."""

    bylaws: str = ""
    like: str = ""
    registrar: str = "registrar"
    start: str = "2026-01-05T09:00:00Z"
    record: bool = False
    step: tuple[dict[str, Any], ...] = ()


class Attempt(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One attempt: the act, who tries it, and what must come."""

    title: str
    who: str
    setup: str
    act: dict[str, Any]
    before: tuple[dict[str, Any], ...] = ()
    expect: str = "refused"
    requirement: str | None = None
    article: str | None = None
    remedy: str | None = None


class Sheet(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All attempts of one kind."""

    kind: str
    setup: Mapping[str, Setup]
    attempt: tuple[Attempt, ...]


def sheets() -> dict[Path, Sheet]:
    """Read every file of attempts, by its path."""
    return {
        path: msgspec.convert(tomllib.loads(path.read_text()), Sheet) for path in sorted(HERE.glob("*.toml"))
    }


def origin_of(sheet: Sheet, name: str) -> Setup:
    """Return the setup with the bylaws on which another stands."""
    setup = sheet.setup[name]
    return origin_of(sheet, setup.like) if setup.like else setup


def bylaws_of(setup: Setup) -> str:
    """Return the text of the bylaws of a setup."""
    if setup.bylaws.startswith("case:"):
        return read_case(CASES / setup.bylaws.removeprefix("case:")).bylaws
    text = named(setup.bylaws)
    return (HERE / setup.bylaws).read_text() if text is None else text


def steps_of(sheet: Sheet, name: str) -> tuple[Step, ...]:
    """Return the steps of a setup: those of the setup on which it stands first."""
    setup = sheet.setup[name]
    own = read(setup.step)
    if setup.like:
        return (*steps_of(sheet, setup.like), *own)
    if setup.bylaws.startswith("case:"):
        return (*read_case(CASES / setup.bylaws.removeprefix("case:")).steps, *own)
    return own


def read(steps: tuple[dict[str, Any], ...]) -> tuple[Step, ...]:
    """Read steps as a case writes them."""
    return tuple(read_step(number, dict(each), HERE) for number, each in enumerate(steps, 1))
