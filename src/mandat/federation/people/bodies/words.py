"""The words of this room's requirements and effects."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.federation.base.rulings import Effect
from mandat.federation.base.words import Words
from mandat.federation.people.bodies import effects

REQUIREMENTS: Mapping[str, Words] = {
    "body.stands": Words(
        "the body {body} exists",
        "found {body} first, or check the name",
        "l’instance {body} existe",
        "créer d’abord {body}, ou vérifier le nom",
    ),
    "body.assembly": Words(
        "{body} is an assembly of people",
        "name an assembly: only assemblies have members",
        "{body} est une assemblée de personnes",
        "nommer une assemblée : seules les assemblées ont des membres",
    ),
    "body.many": Words(
        "{body} is of a kind that has many bodies, written kind/name",
        "name it kind/name, of a kind with many = true",
        "{body} est d’un type qui compte plusieurs instances, écrit type/nom",
        "l’écrire type/nom, avec un type où many = true",
    ),
    "body.same-kind": Words(
        "{body} and {into} are of the same kind",
        "choose bodies of one kind",
        "{body} et {into} sont du même type",
        "choisir des instances du même type",
    ),
    "body.merge-others": Words(
        "at least one other body is merged into {body}",
        "name the bodies to merge, without {body} itself",
        "au moins une autre instance fusionne dans {body}",
        "nommer les instances à fusionner, sans {body} elle-même",
    ),
    "body.part-of": Words(
        "the body belongs to a {kind}",
        "name a standing {kind} instead of {part_of}",
        "l’instance relève d’un(e) {kind}",
        "nommer un(e) {kind} existant(e) au lieu de {part_of}",
    ),
    "kind.known": Words(
        "{kind} is a kind of body in the bylaws",
        "use a kind that the bylaws name",
        "{kind} est un type d’instance des statuts",
        "employer un type nommé dans les statuts",
    ),
    "id.free": Words(
        "the id {id} is not taken",
        "choose another id",
        "l’identifiant {id} est libre",
        "choisir un autre identifiant",
    ),
}

EFFECTS: Mapping[type[Effect], tuple[str, str]] = {
    effects.BodyFounded: (
        "{body} is founded",
        "{body} est créé",
    ),
    effects.BodyClosing: (
        "{body} gives up its seats ({cause})",
        "{body} rend ses sièges ({cause})",
    ),
    effects.BodyDissolved: (
        "{body} is dissolved",
        "{body} est dissous",
    ),
}
