"""The demonstration's record made ready for visitors: names in the private register, and links to act as somebody."""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path

import msgspec

from mandat.demo.congress import WardDelegate
from mandat.demo.office import REGISTRAR, Office
from mandat.demo.wards import wards
from mandat.federation.base.types import PersonId
from mandat.record.directory import open_directory
from mandat.record.keys import Signer
from mandat.record.store.private import People, PrivateEntry
from mandat.service.invitations import announce, fresh

KEY = "registrar.key"
_HOURS = 24


class Visit(msgspec.Struct, frozen=True):
    """A link with which a visitor acts as ``person``; ``role`` is member or registrar."""

    role: str
    person: str
    link: str


def keep_for_visitors(record: Path, desk: Office, people: Mapping[PersonId, WardDelegate]) -> None:
    """Keep the registrar's key beside the record's own, and the names that stood on the ballot papers."""
    desk.key(REGISTRAR).save(record / "keys" / KEY)
    register = People(open_directory(record).people)
    register.put(PrivateEntry(person, each.name, "") for person, each in people.items())
    register.close()


def invite_visitors(record: Path, base: str, ward: str) -> tuple[Visit, ...]:
    """Put two invitations on the record, good for a day: of a member of a ward, and of the registrar."""
    key = Signer.load(record / "keys" / KEY)
    (chosen,) = wards([ward])
    member = chosen.members[-1]
    expires = int(time.time()) + _HOURS * 3600
    visits = []
    for role, person in (("member", member), ("registrar", REGISTRAR)):
        invitation = fresh(person, expires)
        announce(record, invitation, key)
        visits.append(Visit(role, person, invitation.link(base)))
    return tuple(visits)
