"""Acts about people and their memberships."""

from __future__ import annotations

import msgspec

from mandat.federation.base.acts import Act
from mandat.federation.base.types import BlobName, BodyId, PersonId, PublicKey


class MemberEnrol(Act, frozen=True, kw_only=True, tag="member.enrol"):
    """Enrol a person into an assembly; ``key`` (base64 Ed25519) may be bound at once."""

    person: PersonId
    body: BodyId
    key: PublicKey | None = None


class MemberImport(Act, frozen=True, kw_only=True, tag="member.import"):
    """Enrol many people: ``list`` names a blob of lines ``person,body[,key]`` without a header, UTF-8."""

    list: BlobName
    count: int


class MemberMove(Act, frozen=True, kw_only=True, tag="member.move"):
    """Move a person from one assembly to another of the same kind."""

    person: PersonId
    from_: BodyId = msgspec.field(name="from")
    to: BodyId


class MemberLeave(Act, frozen=True, kw_only=True, tag="member.leave"):
    """Leave an assembly; by the person, or by who may admit members."""

    person: PersonId
    body: BodyId


class MemberDeath(Act, frozen=True, kw_only=True, tag="member.death"):
    """State that a person has died: memberships end and posts fall vacant."""

    person: PersonId
