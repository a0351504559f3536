"""The powers that the language itself knows by name: who holds none of them named in the bylaws leaves them to the registrar."""

from __future__ import annotations

from mandat.bylaws.model.ids import PowerId
from mandat.bylaws.telling.difference import AMEND

__all__ = [
    "ADMIT",
    "AMEND",
    "BIND_KEYS",
    "CALL_ELECTIONS",
    "FOUND_BODIES",
    "INTERPRET",
    "NAME_REGISTRAR",
]

INTERPRET = PowerId("rules.interpret")
ADMIT = PowerId("member.admit")
BIND_KEYS = PowerId("key.bind")
NAME_REGISTRAR = PowerId("registrar.name")
FOUND_BODIES = PowerId("body.found")
CALL_ELECTIONS = PowerId("election.call")
