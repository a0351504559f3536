"""Enrolling many people by one act that names a list as a blob."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from mandat.federation.base.competence.powers import require_power
from mandat.federation.base.draft import Deciders, Draft
from mandat.federation.base.look import look_of
from mandat.federation.base.named_powers import ADMIT
from mandat.federation.base.types import BodyId, PersonId, PublicKey
from mandat.federation.people.keys.effects import KeysBound
from mandat.federation.people.keys.rules import is_public_key
from mandat.federation.people.members.acts import MemberImport
from mandat.federation.people.members.effects import MembersJoined
from mandat.federation.people.members.rules import is_person_id, require_assembly


class Line(msgspec.Struct, frozen=True, gc=False):
    """One line of the list: a person, the assembly they join, and perhaps a key."""

    number: int
    person: PersonId
    body: BodyId
    key: PublicKey | None


def import_members(draft: Draft, act: MemberImport) -> None:
    """By who may admit members; the whole list, or nothing: the first wrong line refuses it and is named."""
    require_power(draft, ADMIT)
    content = draft.inputs.blobs.get(act.list)
    draft.require(content is not None, "blob.given", blob=act.list)
    lines = list(_lines(draft, content or b""))
    draft.require(len(lines) == act.count, "import.count", given=act.count, lines=len(lines))
    for body in dict.fromkeys(line.body for line in lines):
        require_assembly(draft, body)
    _require_new(draft, lines)
    joined: dict[BodyId, list[PersonId]] = {}
    for line in lines:
        joined.setdefault(line.body, []).append(line.person)
    draft.emit(
        MembersJoined(joined=tuple((body, tuple(people)) for body, people in joined.items()), since=draft.at)
    )
    keys = tuple((line.person, line.key) for line in lines if line.key is not None)
    if keys:
        draft.emit(KeysBound(keys=keys, since=draft.submission.index))


def _lines(draft: Draft, content: bytes) -> Iterator[Line]:
    """Read ``person,body[,key]`` lines; the form of each is required here, what they mean afterwards."""
    try:
        text = content.decode()
    except UnicodeDecodeError:
        draft.require(False, "import.utf8")
        raise
    for number, row in enumerate(text.splitlines(), 1):
        fields = row.split(",")
        if len(fields) not in (2, 3) or not is_person_id(fields[0]) or not fields[1]:
            draft.require(False, "import.line", row=number)
        key = PublicKey(fields[2]) if len(fields) == 3 and fields[2] else None
        yield Line(number, PersonId(fields[0]), BodyId(fields[1]), key)


def _require_new(draft: Draft, lines: list[Line]) -> None:
    """Require that nobody is a member already, nobody is listed twice for one assembly, and every key is new."""
    members = draft.state.members
    seen: set[tuple[PersonId, BodyId]] = set()
    keys: set[PublicKey] = set()
    owners = draft.state.keys.owners
    looks: dict[str, PersonId] = {}
    rolls = {line.body: members.roll(line.body) for line in lines}
    for line in lines:
        pair = (line.person, line.body)
        if pair in seen or line.person in rolls[line.body]:
            draft.require(False, "import.member", row=line.number, person=line.person, body=line.body)
        known = members.people.get(line.person)
        alike = members.alike(line.person) if known is None else None
        alike = alike or looks.setdefault(look_of(line.person), line.person)
        if alike != line.person:
            draft.require(False, "id.look", id=line.person, alike=alike)
        if known is not None and known.dead:
            draft.require(False, "import.dead", row=line.number, person=line.person)
        if line.key is not None and known is not None:
            draft.require(False, "member.keys", person=line.person)
        if line.key is not None and (line.key in keys or line.key in owners or not is_public_key(line.key)):
            draft.require(False, "import.key", row=line.number, person=line.person)
        seen.add(pair)
        if line.key is not None:
            keys.add(line.key)


DECIDERS: Deciders = {MemberImport: import_members}
