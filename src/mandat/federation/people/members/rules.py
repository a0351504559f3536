"""When people may join, move and leave."""

from __future__ import annotations

import re

from mandat.federation.base.closed import VacancyCause
from mandat.federation.base.competence.powers import require_power
from mandat.federation.base.draft import Deciders, Draft
from mandat.federation.base.named_powers import ADMIT
from mandat.federation.base.population.electorate import COLLECTIVE
from mandat.federation.base.tenure.leaving import recheck_keeps, vacate
from mandat.federation.base.types import BodyId, PersonId
from mandat.federation.people.keys.effects import KeyBound
from mandat.federation.people.keys.rules import require_key
from mandat.federation.people.members.acts import MemberDeath, MemberEnrol, MemberLeave, MemberMove
from mandat.federation.people.members.effects import MemberJoined, MemberLeft, PersonDied

_PERSON_ID = re.compile("(?=[._-]*[A-Za-z0-9])[A-Za-z0-9._-]{1,64}")


def enrol(draft: Draft, act: MemberEnrol) -> None:
    """By who may admit members (``member.admit``, else the registrar)."""
    require_power(draft, ADMIT)
    draft.require(is_person_id(act.person), "person.id", person=PersonId(act.person[:80]))
    require_assembly(draft, act.body)
    _require_may_join(draft, act.person, act.body)
    new = act.person not in draft.state.members.people
    own = act.key in {each.public for each in draft.state.keys.current(act.person)}
    if act.key is not None and not new and not own:
        draft.require(False, "member.keys", person=act.person)
    draft.emit(MemberJoined(person=act.person, body=act.body, since=draft.at))
    if act.key is not None and new:
        require_key(draft, act.key)
        draft.emit(KeyBound(person=act.person, key=act.key, since=draft.submission.index))


def is_person_id(text: str) -> bool:
    """Tell whether a text may name a person on the record: 1 to 64 letters, digits, ``-``, ``_`` or ``.``.

    >>> is_person_id("m-017"), is_person_id("Jean Dupont <jd@example.org>")
    (True, False)
    """
    return _PERSON_ID.fullmatch(text) is not None


def require_assembly(draft: Draft, body: BodyId) -> None:
    """Require a standing body of people."""
    found = draft.state.bodies.get(body)
    found = draft.known(found if found is not None and found.stands else None, "body.stands", body=body)
    kind = draft.book.kind(found.kind)
    draft.require(kind.type not in COLLECTIVE, "body.assembly", kind, "type", body=body, type=kind.type)


def _require_may_join(draft: Draft, person: PersonId, body: BodyId) -> None:
    known = draft.state.members.people.get(person)
    draft.require(known is None or not known.dead, "person.alive", person=person)
    alike = None if known is not None else draft.state.members.alike(person)
    if alike is not None:
        draft.require(False, "id.look", id=person, alike=alike)
    draft.require(person not in draft.state.members.roll(body), "member.new", person=person, body=body)


def leave(draft: Draft, act: MemberLeave) -> None:
    """By the person, or by who may admit members."""
    if draft.author != act.person:
        require_power(draft, ADMIT)
    _require_member(draft, act.person, act.body)
    draft.emit(MemberLeft(person=act.person, body=act.body))


def move(draft: Draft, act: MemberMove) -> None:
    """By who may admit members, between assemblies of one kind; seniority begins anew in the new one."""
    require_power(draft, ADMIT)
    _require_member(draft, act.person, act.from_)
    require_assembly(draft, act.to)
    bodies = draft.state.bodies.all
    draft.require(
        bodies[act.from_].kind == bodies[act.to].kind, "body.same-kind", body=act.from_, into=act.to
    )
    _require_may_join(draft, act.person, act.to)
    draft.emit(MemberLeft(person=act.person, body=act.from_))
    draft.emit(MemberJoined(person=act.person, body=act.to, since=draft.at))


def _require_member(draft: Draft, person: PersonId, body: BodyId) -> None:
    draft.require(person in draft.state.members.roll(body), "member.of", person=person, body=body)


def death(draft: Draft, act: MemberDeath) -> None:
    """By who may admit members: all posts fall vacant with succession, all memberships end."""
    require_power(draft, ADMIT)
    known = draft.state.members.people.get(act.person)
    known = draft.known(
        known if known is not None and not known.dead else None, "person.known", person=act.person
    )
    draft.emit(PersonDied(person=act.person))
    for post in draft.state.posts.held_by(act.person):
        vacate(draft, post, VacancyCause.DEATH)
    for body in known.bodies:
        draft.emit(MemberLeft(person=act.person, body=body))


def after_leaving(draft: Draft, effect: MemberLeft) -> None:
    """Whoever left an assembly keeps only the posts that do not hang on it."""
    recheck_keeps(draft, effect.person)


DECIDERS: Deciders = {MemberEnrol: enrol, MemberLeave: leave, MemberMove: move, MemberDeath: death}
