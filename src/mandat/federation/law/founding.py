"""The first act of a record."""

from __future__ import annotations

from mandat.federation.base.draft import Deciders, Draft
from mandat.federation.base.types import FederationId, PersonId
from mandat.federation.law.acts import FederationFound
from mandat.federation.law.amending import establish_single, load_text
from mandat.federation.law.effects import BylawsInForce, FederationFounded
from mandat.federation.people.keys.effects import KeyBound, RegistrarNamed
from mandat.federation.people.keys.rules import require_key
from mandat.federation.people.members.effects import PersonKnown
from mandat.federation.people.members.rules import is_person_id


def found(draft: Draft, act: FederationFound) -> None:
    """The first act, signed with the key that it states; every body of which there is one exists from now on."""
    draft.require(not draft.state.founded, "federation.new")
    draft.require(is_person_id(act.registrar), "person.id", person=PersonId(act.registrar[:80]))
    bylaws = load_text(draft, act.bylaws)
    require_key(draft, act.key)
    draft.emit(FederationFounded(federation=FederationId(bylaws.id)))
    draft.emit(BylawsInForce(text=bylaws.text))
    draft.emit(PersonKnown(person=act.registrar))
    draft.emit(RegistrarNamed(person=act.registrar))
    draft.emit(KeyBound(person=act.registrar, key=act.key, since=draft.submission.index))
    establish_single(draft, bylaws)


DECIDERS: Deciders = {FederationFound: found}
