"""The words of this room's requirements and effects."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.federation.base.rulings import Effect
from mandat.federation.base.words import Words
from mandat.federation.people.keys import effects

REQUIREMENTS: Mapping[str, Words] = {
    "registrar": Words(
        "the bylaws name nobody for {power}, so it is for the registrar",
        "let the registrar sign it, or name a holder of {power} in the bylaws",
        "les statuts ne nomment personne pour {power} : c’est au tenant du registre",
        "le faire signer par le tenant du registre, ou nommer un titulaire de {power} dans les statuts",
    ),
    "key.form": Words(
        "a key is 32 bytes in base64",
        "send the public key of the device",
        "une clé compte 32 octets en base64",
        "envoyer la clé publique de l’appareil",
    ),
    "key.unused": Words(
        "the key is nobody’s, now or earlier",
        "make a new key",
        "la clé n’est et n’a été à personne",
        "créer une nouvelle clé",
    ),
    "key.bound": Words(
        "the key signs for {person} now",
        "name a key that {person} has",
        "la clé signe aujourd’hui pour {person}",
        "nommer une clé de {person}",
    ),
    "invitation.form": Words(
        "an invitation names the SHA-256 of its code: 32 bytes in base64",
        "make a new code, and send its hash",
        "une invitation nomme le SHA-256 de son code : 32 octets en base64",
        "créer un nouveau code, et envoyer son empreinte",
    ),
    "invitation.expires": Words(
        "an invitation ends in the future, within 90 days",
        "choose an end within 90 days",
        "une invitation prend fin dans l’avenir, dans les 90 jours",
        "choisir une fin dans les 90 jours",
    ),
    "invitation.new": Words(
        "the code has not been used for another invitation",
        "make a new code",
        "le code n’a pas servi à une autre invitation",
        "créer un nouveau code",
    ),
    "invitation.open": Words(
        "{person} has an open invitation with this code",
        "ask the registrar for a new invitation",
        "{person} a une invitation ouverte avec ce code",
        "demander une nouvelle invitation au tenant du registre",
    ),
    "invitation.in-time": Words(
        "the invitation of {person} is not over",
        "ask the registrar for a new invitation",
        "l’invitation de {person} n’a pas expiré",
        "demander une nouvelle invitation au tenant du registre",
    ),
}

EFFECTS: Mapping[type[Effect], tuple[str, str]] = {
    effects.KeyBound: (
        "a key signs for {person}",
        "une clé signe pour {person}",
    ),
    effects.KeysBound: (
        "{count} keys sign for their people",
        "{count} clés signent pour leurs personnes",
    ),
    effects.KeyRevoked: (
        "a key signs no more for {person}",
        "une clé ne signe plus pour {person}",
    ),
    effects.KeyInvited: (
        "{person} may enrol a key with a one-time code",
        "{person} peut enregistrer une clé avec un code à usage unique",
    ),
    effects.InvitationUsed: (
        "the invitation of {person} has been used",
        "l’invitation de {person} a servi",
    ),
    effects.RegistrarNamed: (
        "{person} keeps the register",
        "{person} tient le registre",
    ),
}
