"""The words of this room's requirements and effects."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.federation.assembly.caucuses import effects
from mandat.federation.base.rulings import Effect
from mandat.federation.base.words import Words
from mandat.language import Message, msg

REQUIREMENTS: Mapping[str, Words] = {
    "caucus.some": Words(msg("the caucus {caucus} has a member"), msg("name its first members")),
    "caucus.signed": Words(
        msg("{person} has signed the forming of {caucus}"),
        msg("let {person} sign the act too, or join afterwards (caucus.join)"),
    ),
    "caucus.own": Words(
        msg("the author {person} is one of the first members of {caucus}"), msg("leave it to its members")
    ),
    "caucus.holder": Words(
        msg("{person} holds a post of {body}"), msg("only holders of posts of the body form its caucuses")
    ),
    "caucus.one": Words(msg("{person} is in no other caucus of {body}"), msg("leave {caucus} first")),
    "caucus.member": Words(msg("{person} is a member of {caucus}"), msg("nothing to do: not a member")),
    "caucus.known": Words(msg("the caucus {caucus} exists"), msg("check the caucus’s id (mandat show body)")),
}

EFFECTS: Mapping[type[Effect], Message] = {
    effects.CaucusFormed: msg("the caucus {caucus} ({title}) is formed in {body}: {members}"),
    effects.CaucusJoined: msg("{person} joins the caucus {caucus}"),
    effects.CaucusLeft: msg("{person} leaves the caucus {caucus}"),
}
