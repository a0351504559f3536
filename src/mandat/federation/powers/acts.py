"""Acts done under a power."""

from __future__ import annotations

from mandat.federation.acts import Act


class PowerExercise(Act, frozen=True, kw_only=True, tag="power.exercise"):
    """Exercise a power on a text (a blob): by the officer who holds it, or under a carried ``motion`` of the body.

    ``amount`` is what the limit of the power is about; ``consents`` are carried motions of those who must agree before.
    Countersigners sign the same act.
    """

    power: str
    text: str
    motion: str | None = None
    amount: int | None = None
    consents: tuple[str, ...] = ()


class PowerRatify(Act, frozen=True, kw_only=True, tag="power.ratify"):
    """Ratify or confirm what was done under a power in entry ``exercise``, by a carried ``motion`` on the same text."""

    exercise: int
    motion: str


class PowerDelegate(Act, frozen=True, kw_only=True, tag="power.delegate"):
    """Delegate a power to a person; a body does so by a carried ``motion`` about ``("delegate", "POWER PERSON")``."""

    power: str
    person: str
    motion: str | None = None


class PowerResume(Act, frozen=True, kw_only=True, tag="power.resume"):
    """Take a delegated power back; a body does so by a carried ``motion`` about ``("resume", "POWER PERSON")``."""

    power: str
    person: str
    motion: str | None = None
