"""The words of this room's requirements and effects."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.federation.keys import effects
from mandat.federation.rulings import Effect
from mandat.federation.wording.words import Words

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
    effects.RegistrarNamed: (
        "{person} keeps the register",
        "{person} tient le registre",
    ),
}
