"""The words of this room's requirements and effects."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.federation.assembly.caucuses import effects
from mandat.federation.base.rulings import Effect
from mandat.federation.base.words import Words

REQUIREMENTS: Mapping[str, Words] = {
    "caucus.some": Words(
        "the caucus {caucus} has a member",
        "name its first members",
        "le groupe {caucus} a un membre",
        "nommer ses premiers membres",
    ),
    "caucus.signed": Words(
        "{person} has signed the forming of {caucus}",
        "let {person} sign the act too, or join afterwards (caucus.join)",
        "{person} a signé la formation de {caucus}",
        "faire signer aussi {person}, ou adhérer ensuite (caucus.join)",
    ),
    "caucus.own": Words(
        "the author {person} is one of the first members of {caucus}",
        "leave it to its members",
        "l’auteur {person} est des premiers membres de {caucus}",
        "le laisser à ses membres",
    ),
    "caucus.holder": Words(
        "{person} holds a post of {body}",
        "only holders of posts of the body form its caucuses",
        "{person} occupe un siège de {body}",
        "seuls les titulaires des sièges de l’instance forment ses groupes",
    ),
    "caucus.one": Words(
        "{person} is in no other caucus of {body}",
        "leave {caucus} first",
        "{person} n’est d’aucun autre groupe de {body}",
        "quitter d’abord {caucus}",
    ),
    "caucus.member": Words(
        "{person} is a member of {caucus}",
        "nothing to do: not a member",
        "{person} est membre de {caucus}",
        "rien à faire : n’en est pas membre",
    ),
    "caucus.known": Words(
        "the caucus {caucus} exists",
        "check the caucus’s id (mandat show body)",
        "le groupe {caucus} existe",
        "vérifier l’identifiant du groupe (mandat show body)",
    ),
}

EFFECTS: Mapping[type[Effect], tuple[str, str]] = {
    effects.CaucusFormed: (
        "the caucus {caucus} ({title}) is formed in {body}: {members}",
        "le groupe {caucus} ({title}) est formé dans {body} : {members}",
    ),
    effects.CaucusJoined: (
        "{person} joins the caucus {caucus}",
        "{person} rejoint le groupe {caucus}",
    ),
    effects.CaucusLeft: (
        "{person} leaves the caucus {caucus}",
        "{person} quitte le groupe {caucus}",
    ),
}
