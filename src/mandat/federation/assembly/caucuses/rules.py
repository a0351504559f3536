"""Who may form, join and leave a caucus."""

from __future__ import annotations

from mandat.federation.assembly.caucuses.acts import CaucusForm, CaucusJoin, CaucusLeave
from mandat.federation.assembly.caucuses.effects import CaucusFormed, CaucusJoined, CaucusLeft
from mandat.federation.assembly.caucuses.state import Caucus
from mandat.federation.base.draft import Deciders, Draft
from mandat.federation.base.lookup import keys_of
from mandat.federation.base.naming import require_new
from mandat.federation.base.types import BodyId, CaucusId, PersonId


def form(draft: Draft, act: CaucusForm) -> None:
    """By its first members together, all of them holders of posts of the body and in no other caucus of it."""
    state = draft.state
    require_new(draft, act.caucus, taken=act.caucus in state.caucuses.all, others=keys_of(state.caucuses.all))
    body = state.bodies.get(act.body)
    draft.require(body is not None and body.stands, "body.stands", body=act.body)
    members = tuple(dict.fromkeys(act.members))
    draft.require(bool(members), "caucus.some", caucus=act.caucus)
    for person in members:
        draft.require(person in draft.submission.signers, "caucus.signed", caucus=act.caucus, person=person)
        _require_free_holder(draft, act.body, person)
    draft.require(draft.author in members, "caucus.own", caucus=act.caucus, person=draft.author)
    draft.emit(CaucusFormed(caucus=act.caucus, body=act.body, title=act.title, members=members))


def _require_free_holder(draft: Draft, body: BodyId, person: PersonId) -> None:
    state = draft.state
    draft.require(state.posts.sits_in(person, body), "caucus.holder", person=person, body=body)
    other = state.caucuses.of.get((body, person))
    draft.require(other is None, "caucus.one", person=person, body=body, caucus=other)


def join(draft: Draft, act: CaucusJoin) -> None:
    """By a holder of a post of the body, who is in no other caucus of it."""
    caucus = _find(draft, act.caucus)
    _require_free_holder(draft, caucus.body, draft.author)
    draft.emit(CaucusJoined(caucus=caucus.id, person=draft.author))


def leave(draft: Draft, act: CaucusLeave) -> None:
    """By a member of it."""
    caucus = _find(draft, act.caucus)
    draft.require(draft.author in caucus.members, "caucus.member", caucus=caucus.id, person=draft.author)
    draft.emit(CaucusLeft(caucus=caucus.id, person=draft.author))


def _find(draft: Draft, name: CaucusId) -> Caucus:
    return draft.known(draft.state.caucuses.all.get(name), "caucus.known", caucus=name)


def holder_left(draft: Draft, person: PersonId, body: BodyId) -> None:
    """Whoever holds no post of the body any more leaves its caucus."""
    caucus = draft.state.caucuses.of.get((body, person))
    if caucus is not None and not draft.state.posts.sits_in(person, body):
        draft.emit(CaucusLeft(caucus=caucus, person=person))


DECIDERS: Deciders = {CaucusForm: form, CaucusJoin: join, CaucusLeave: leave}
