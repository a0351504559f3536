"""The words of this room's requirements and effects."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.federation.base.rulings import Effect
from mandat.federation.base.words import Words
from mandat.federation.people.keys import effects
from mandat.language import Message, msg

REQUIREMENTS: Mapping[str, Words] = {
    "registrar": Words(
        msg("the bylaws name nobody for {power}, so it is for the registrar"),
        msg("let the registrar sign it, or name a holder of {power} in the bylaws"),
    ),
    "key.form": Words(msg("a key is 32 bytes in base64"), msg("send the public key of the device")),
    "key.unused": Words(msg("the key is nobody’s, now or earlier"), msg("make a new key")),
    "key.bound": Words(msg("the key signs for {person} now"), msg("name a key that {person} has")),
    "invitation.form": Words(
        msg("an invitation names the SHA-256 of its code: 32 bytes in base64"),
        msg("make a new code, and send its hash"),
    ),
    "invitation.expires": Words(
        msg("an invitation ends in the future, within 90 days"), msg("choose an end within 90 days")
    ),
    "invitation.new": Words(msg("the code has not been used for another invitation"), msg("make a new code")),
    "invitation.open": Words(
        msg("{person} has an open invitation with this code"), msg("ask the registrar for a new invitation")
    ),
    "invitation.in-time": Words(
        msg("the invitation of {person} is not over"), msg("ask the registrar for a new invitation")
    ),
}

EFFECTS: Mapping[type[Effect], Message] = {
    effects.KeyBound: msg("a key signs for {person}"),
    effects.KeysBound: msg("{count} keys sign for their people"),
    effects.KeyRevoked: msg("a key signs no more for {person}"),
    effects.KeyInvited: msg("{person} may enrol a key with a one-time code"),
    effects.InvitationUsed: msg("the invitation of {person} has been used"),
    effects.RegistrarNamed: msg("{person} keeps the register"),
}
