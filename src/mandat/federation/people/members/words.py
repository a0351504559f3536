"""The words of this room's requirements and effects."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.federation.base.rulings import Effect
from mandat.federation.base.words import Words
from mandat.federation.people.members import effects

REQUIREMENTS: Mapping[str, Words] = {
    "person.known": Words(
        "{person} is known on the record",
        "enrol {person} first",
        "{person} est connu du registre",
        "inscrire d’abord {person}",
    ),
    "person.id": Words(
        "a person’s id is 1 to 64 letters, digits, '-', '_' or '.', never a name or an address",
        "choose a pseudonymous id such as m-0042",
        "l’identifiant d’une personne compte 1 à 64 lettres, chiffres, « - », « _ » ou « . », jamais un nom ni une adresse",
        "choisir un identifiant neutre tel que m-0042",
    ),
    "person.alive": Words(
        "{person} is alive",
        "check the id",
        "{person} est en vie",
        "vérifier l’identifiant",
    ),
    "person.has-key": Words(
        "{person} has a key to sign with",
        "bind a key to {person} first",
        "{person} possède une clé de signature",
        "enregistrer d’abord une clé pour {person}",
    ),
    "member.new": Words(
        "{person} is not a member of {body} yet",
        "nothing to do: the membership runs already",
        "{person} n’est pas encore membre de {body}",
        "rien à faire : l’adhésion court déjà",
    ),
    "member.of": Words(
        "{person} is a member of {body}",
        "enrol {person} in {body} first, or name the assembly they belong to",
        "{person} est membre de {body}",
        "inscrire d’abord {person} dans {body}, ou nommer sa véritable assemblée",
    ),
    "import.count": Words(
        "the list has as many lines as the act says: {given}",
        "the list has {lines}; sign the import of that very list",
        "la liste compte autant de lignes que l’acte l’annonce : {given}",
        "la liste en compte {lines} ; signer l’import de cette liste-là",
    ),
    "import.utf8": Words(
        "the list is UTF-8",
        "save the list as UTF-8 and import it again; nothing was imported",
        "la liste est en UTF-8",
        "enregistrer la liste en UTF-8 et la réimporter ; rien n’a été importé",
    ),
    "import.line": Words(
        "each line reads person,body or person,body,key",
        "mend line {row}; nothing was imported",
        "chaque ligne s’écrit personne,assemblée ou personne,assemblée,clé",
        "corriger la ligne {row} ; rien n’a été importé",
    ),
    "import.member": Words(
        "nobody is listed twice, or is a member already",
        "take {person} in {body} off line {row}; nothing was imported",
        "nul n’est inscrit deux fois, ni déjà membre",
        "retirer {person} de {body}, ligne {row} ; rien n’a été importé",
    ),
    "import.dead": Words(
        "everybody on the list is alive",
        "check {person} on line {row}; nothing was imported",
        "toutes les personnes de la liste sont en vie",
        "vérifier {person}, ligne {row} ; rien n’a été importé",
    ),
    "import.key": Words(
        "every key is new and is 32 bytes in base64",
        "mend the key of {person} on line {row}; nothing was imported",
        "chaque clé est nouvelle et compte 32 octets en base64",
        "corriger la clé de {person}, ligne {row} ; rien n’a été importé",
    ),
}

EFFECTS: Mapping[type[Effect], tuple[str, str]] = {
    effects.MemberJoined: (
        "{person} becomes a member of {body}",
        "{person} devient membre de {body}",
    ),
    effects.MembersJoined: (
        "{count} people become members of {bodies}",
        "{count} personnes deviennent membres de {bodies}",
    ),
    effects.MemberLeft: (
        "{person} is no longer a member of {body}",
        "{person} n’est plus membre de {body}",
    ),
    effects.PersonKnown: (
        "{person} is known on the record",
        "{person} est connu du registre",
    ),
    effects.RollMoved: (
        "the members of {body} go to {into}",
        "les membres de {body} passent à {into}",
    ),
    effects.PersonActed: (
        "{person} has acted",
        "{person} a agi",
    ),
    effects.PersonDied: (
        "{person} has died",
        "{person} est décédé",
    ),
}
