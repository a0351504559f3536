"""What happens to the law."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from mandat.bylaws.model.ids import RuleId
from mandat.bylaws.reading.loader import load
from mandat.federation.base.lookup import Lookup, given, rows_of
from mandat.federation.base.rulebook import Rulebook, version
from mandat.federation.base.rulings import Effect
from mandat.federation.base.types import BylawsVersion, FederationId, MotionId
from mandat.federation.law.state import Coming, Law
from mandat.instants import Instant

if TYPE_CHECKING:
    from mandat.federation.state import Appliers, State


class FederationFounded(Effect, frozen=True, kw_only=True, tag="federation.founded"):
    """The federation exists."""

    federation: FederationId


class BylawsInForce(Effect, frozen=True, kw_only=True, tag="bylaws.in-force"):
    """A text of bylaws is in force from now on; it has been loaded without errors before."""

    text: str


class BylawsAdopted(Effect, frozen=True, kw_only=True, tag="bylaws.adopted"):
    """A text of bylaws is adopted, and will be in force from an instant to come."""

    text: str
    at: Instant
    in_force: Instant


class BylawsLapsed(Effect, frozen=True, kw_only=True, tag="bylaws.lapsed"):
    """A text that was adopted does not come into force: it does not know a body or a post that exists by now."""

    version: BylawsVersion
    at: Instant


def federation_founded(state: State, effect: FederationFounded) -> State:
    """Begin."""
    return msgspec.structs.replace(state, founded=effect.federation)


def bylaws_in_force(state: State, effect: BylawsInForce) -> State:
    """Make a text current; earlier ones stay, for what started under them. Interpretations of changed rules lapse."""
    name = version(effect.text)
    law = state.law
    books, versions = law.books, law.versions
    if name not in books:
        books, versions = books.set(name, Rulebook(load(effect.text))), (*versions, name)
    readings = law.readings if law.current is None else _still_read(law, books[name])
    coming = law.coming.delete(name) if name in law.coming else law.coming
    verdicts = law.verdicts if law.current is None else _verdicts_still_read(law, books[name])
    kept = {
        "versions": versions,
        "books": books,
        "readings": readings,
        "verdicts": verdicts,
        "coming": coming,
    }
    return _with(state, msgspec.structs.replace(law, current=name, **kept))


def bylaws_adopted(state: State, effect: BylawsAdopted) -> State:
    """Keep a text until its day."""
    waiting = Coming(effect.text, effect.at, given(state.law.current))
    coming = state.law.coming.set(version(effect.text), waiting)
    return _with(state, msgspec.structs.replace(state.law, coming=coming))


def bylaws_lapsed(state: State, effect: BylawsLapsed) -> State:
    """Forget a text."""
    coming = state.law.coming.delete(effect.version)
    return _with(state, msgspec.structs.replace(state.law, coming=coming))


def _still_read(law: Law, new: Rulebook) -> Lookup[tuple[RuleId, str], str]:
    """Return the interpretations of the rules that the new text leaves as they are."""
    kept = {
        place: reading
        for place, reading in rows_of(law.readings)
        if law.book.texts_of(place[0]) == new.texts_of(place[0])
    }
    return Lookup(kept)


def _verdicts_still_read(law: Law, new: Rulebook) -> Lookup[tuple[MotionId, RuleId, str], str]:
    kept = {
        place: reading
        for place, reading in rows_of(law.verdicts)
        if law.book.texts_of(place[1]) == new.texts_of(place[1])
    }
    return Lookup(kept)


def _with(state: State, law: Law) -> State:
    return msgspec.structs.replace(state, law=law)


APPLIERS: Appliers = {
    FederationFounded: federation_founded,
    BylawsInForce: bylaws_in_force,
    BylawsAdopted: bylaws_adopted,
    BylawsLapsed: bylaws_lapsed,
}
