"""When bodies may be founded, merged and dissolved."""

from __future__ import annotations

from mandat.bylaws.model import BodyKind
from mandat.bylaws.model.ids import KindId
from mandat.federation.base.closed import VacancyCause
from mandat.federation.base.competence.powers import require_power
from mandat.federation.base.draft import Deciders, Draft
from mandat.federation.base.lookup import keys_of
from mandat.federation.base.named_powers import FOUND_BODIES
from mandat.federation.base.naming import require_new
from mandat.federation.base.population.electorate import COLLECTIVE
from mandat.federation.base.types import BodyId
from mandat.federation.people.bodies.acts import BodyDissolve, BodyFound, BodyMerge
from mandat.federation.people.bodies.effects import BodyClosing, BodyDissolved, BodyFounded
from mandat.federation.people.bodies.state import Body
from mandat.federation.people.members.effects import RollMoved


def found(draft: Draft, act: BodyFound) -> None:
    """By who may found bodies (``body.found``, else the registrar)."""
    require_power(draft, FOUND_BODIES)
    kind_name, _, name = act.body.partition("/")
    kind_id = KindId(kind_name)
    kind = draft.known(draft.book.bylaws.bodies.get(kind_id), "kind.known", kind=kind_id)
    draft.require(kind.many and bool(name), "body.many", kind, "many", body=act.body)
    if "/" in name:
        draft.require(False, "body.name", body=act.body)
    require_new(
        draft,
        act.body,
        taken=draft.state.bodies.get(act.body) is not None,
        others=keys_of(draft.state.bodies.all),
    )
    _require_parent(draft, kind, act.part_of)
    establish(draft, act.body, kind_id, act.part_of, act.title)


def _require_parent(draft: Draft, kind: BodyKind, part_of: BodyId | None) -> None:
    """Require a standing body of the kind that the bylaws name in ``part_of``; it may be left out if there is only one."""
    if part_of is None:
        return
    parent = draft.state.bodies.get(part_of)
    draft.require(parent is not None and parent.stands, "body.stands", body=part_of)
    fits = parent is not None and kind.part_of in (None, parent.kind)
    draft.require(fits, "body.part-of", kind, "part_of", kind=kind.part_of, part_of=part_of)


def establish(draft: Draft, body: BodyId, kind: KindId, part_of: BodyId | None, title: str) -> None:
    """Found a body, whose posts follow (``BodyFounded``), and the bodies that exist for each of its kind."""
    draft.emit(
        BodyFounded(body=body, kind=kind, part_of=part_of or _only(draft, kind), title=title, since=draft.at)
    )
    for each, rule in draft.book.bylaws.bodies.items():
        if kind in rule.each:
            establish(draft, BodyId(f"{each}/{body}"), KindId(each), body, title)


def _only(draft: Draft, kind: str) -> BodyId | None:
    """Return the only body of the kind that ``part_of`` names, if there is exactly one."""
    parent = draft.book.kind(kind).part_of
    standing = () if parent is None else draft.state.bodies.of_kind(parent)
    return standing[0] if len(standing) == 1 else None


def merge(draft: Draft, act: BodyMerge) -> None:
    """By who may found bodies: members of all become members of one; the posts of the others are abolished."""
    require_power(draft, FOUND_BODIES)
    into = _standing(draft, act.into)
    draft.require(draft.book.kind(into.kind).type not in COLLECTIVE, "body.assembly", body=act.into)
    draft.require(bool(act.bodies) and act.into not in act.bodies, "body.merge-others", body=act.into)
    for name in dict.fromkeys(act.bodies):
        body = _standing(draft, name)
        draft.require(body.kind == into.kind, "body.same-kind", body=name, into=act.into)
        close(draft, body, VacancyCause.MERGED, into.id)


def dissolve(draft: Draft, act: BodyDissolve) -> None:
    """By who may found bodies; only bodies of which there are many."""
    require_power(draft, FOUND_BODIES)
    body = _standing(draft, act.body)
    draft.require(draft.book.kind(body.kind).many, "body.many", body=act.body)
    close(draft, body, VacancyCause.ABOLISHED, None)


def close(draft: Draft, body: Body, cause: VacancyCause, into: BodyId | None) -> None:
    """Let the seats of a body and those it sends to fall away (``BodyClosing``), move its members, and dissolve it."""
    draft.emit(BodyClosing(body=body.id, cause=cause))
    draft.emit(RollMoved(body=body.id, into=into))
    draft.emit(BodyDissolved(body=body.id, at=draft.at, into=into))


def _standing(draft: Draft, name: BodyId) -> Body:
    body = draft.state.bodies.get(name)
    return draft.known(body if body is not None and body.stands else None, "body.stands", body=name)


DECIDERS: Deciders = {BodyFound: found, BodyMerge: merge, BodyDissolve: dissolve}
