"""Acts done under a power."""

from __future__ import annotations

import msgspec

from mandat.federation.base.lookup import Lookup


class Exercise(msgspec.Struct, frozen=True, kw_only=True):
    """A power exercised: by whom, on which text, under which decision, with which countersigners.

    ``awaits`` are the numbers (from 0, in the order of the bylaws) of the needs that still have to be met afterwards.
    """

    index: int
    power: str
    by: str
    text: str
    motion: str | None
    at: int
    book: str = ""
    amount: int | None = None
    countersigned: tuple[str, ...] = ()
    awaits: tuple[int, ...] = ()
    assents: tuple[tuple[int, str], ...] = ()
    """Where several bodies must ratify: (number of the need, body) for each that has."""
    lapsed: str = ""
    """Why it has no effect any more: refused, or not confirmed in time."""


class Delegate(msgspec.Struct, frozen=True):
    """To whom a power is delegated: a person, or a body; for one matter, or all (``""``)."""

    to: str
    is_body: bool = False
    matter: str = ""


class Powers(msgspec.Struct, frozen=True):
    """All exercises of powers by the index of their act.

    ``used`` gives the exercise that a motion served for; ``delegated`` those to whom each power is delegated; ``asked`` when the
    consent to a power was asked for on a text.
    """

    exercises: Lookup[int, Exercise] = Lookup()
    used: Lookup[str, int] = Lookup()
    delegated: Lookup[str, tuple[Delegate, ...]] = Lookup()
    asked: Lookup[tuple[str, str], int] = Lookup()
    waiting: Lookup[int, None] = Lookup()
    """The exercises that still await something, so that nobody need look through all."""
