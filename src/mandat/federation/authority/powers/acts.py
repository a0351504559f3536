"""Acts done under a power."""

from __future__ import annotations

from mandat.bylaws.model.ids import PowerId
from mandat.federation.base.acts import Act
from mandat.federation.base.types import BlobName, BodyId, EntryIndex, MotionId, PersonId


class PowerExercise(Act, frozen=True, kw_only=True, tag="power.exercise"):
    """Exercise a power on a text (a blob): by the officer who holds it, or under a carried ``motion`` of the body.

    ``amount`` is what the limit of the power is about; ``consents`` are carried motions of those who must agree before;
    ``matter`` is that with which a delegate was charged. Countersigners sign the same act.
    """

    power: PowerId
    text: BlobName
    motion: MotionId | None = None
    amount: int | None = None
    consents: tuple[MotionId, ...] = ()
    matter: str = ""


class PowerAsk(Act, frozen=True, kw_only=True, tag="power.ask"):
    """Ask those whose consent a power needs for it on this text: from now on runs the time that the bylaws give them."""

    power: PowerId
    text: BlobName
    motion: MotionId | None = None


class PowerRatify(Act, frozen=True, kw_only=True, tag="power.ratify"):
    """Ratify or confirm what was done under a power in entry ``exercise``, by a carried ``motion`` on the same text."""

    exercise: EntryIndex
    motion: MotionId


class PowerDelegate(Act, frozen=True, kw_only=True, tag="power.delegate"):
    """Delegate a power to a person, or to a ``body``; with ``matter`` for that matter alone.

    A body does so by a carried ``motion`` about ``["delegate", POWER, TO]``, or ``["delegate", POWER, TO, MATTER]``. What is not
    delegated is kept: who may negotiate may not conclude.
    """

    power: PowerId
    person: PersonId | None = None
    body: BodyId | None = None
    matter: str = ""
    motion: MotionId | None = None


class PowerResume(Act, frozen=True, kw_only=True, tag="power.resume"):
    """Take a delegated power back; a body does so by a carried ``motion`` about ``["resume", POWER, TO]`` (and matter)."""

    power: PowerId
    person: PersonId | None = None
    body: BodyId | None = None
    matter: str = ""
    motion: MotionId | None = None
