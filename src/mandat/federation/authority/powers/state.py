"""Acts done under a power."""

from __future__ import annotations

import msgspec

from mandat.bylaws.model.ids import PowerId
from mandat.federation.base.closed import PowerLapse
from mandat.federation.base.lookup import Lookup
from mandat.federation.base.types import (
    BlobName,
    BodyId,
    BylawsVersion,
    EntryIndex,
    MotionId,
    PersonId,
    PostId,
)
from mandat.instants import Instant


class Exercise(msgspec.Struct, frozen=True, kw_only=True):
    """A power exercised: by whom, on which text, under which decision, with which countersigners.

    ``awaits`` are the numbers (from 0, in the order of the bylaws) of the needs that still have to be met afterwards.
    """

    index: EntryIndex
    power: PowerId
    by: PersonId | BodyId
    text: BlobName
    motion: MotionId | None
    at: Instant
    bylaws_version: BylawsVersion
    amount: int | None = None
    countersigned: tuple[PersonId, ...] = ()
    awaits: tuple[int, ...] = ()
    assents: tuple[tuple[int, BodyId], ...] = ()
    """Where several bodies must ratify: (number of the need, body) for each that has."""
    lapsed: PowerLapse | None = None
    """Why it has no effect any more: refused, or not confirmed in time."""


class Delegate(msgspec.Struct, frozen=True):
    """To whom a power is delegated: a person, or a body; for one matter, or all (``""``)."""

    to: PersonId | BodyId
    is_body: bool = False
    matter: str = ""
    giver: PostId | None = None
    """The post of the officer who delegated it: it ends when they leave that post."""


class Powers(msgspec.Struct, frozen=True):
    """All exercises of powers by the index of their act.

    ``delegated`` gives those to whom each power is delegated; ``asked`` when the
    consent to a power was asked for on a text.
    """

    exercises: Lookup[EntryIndex, Exercise] = Lookup()
    delegated: Lookup[PowerId, tuple[Delegate, ...]] = Lookup()
    asked: Lookup[tuple[PowerId, BlobName], Instant] = Lookup()
    waiting: Lookup[EntryIndex, None] = Lookup()
    """The exercises that still await something, so that nobody need look through all."""
