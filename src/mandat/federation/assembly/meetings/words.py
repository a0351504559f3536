"""The words of this room's requirements and effects."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.federation.assembly.meetings import effects
from mandat.federation.base.rulings import Effect
from mandat.federation.base.words import Words

REQUIREMENTS: Mapping[str, Words] = {
    "meeting.remote": Words(
        "the bylaws let people take part in meetings of {body} from afar",
        "come in person: they do not say `remote`",
        "les statuts permettent de participer à distance aux séances de {body}",
        "venir en personne : ils ne disent pas `remote`",
    ),
    "support.one": Words(
        "one signature of {by} suffices",
        "let somebody of {by} sign",
        "une signature de {by} suffit",
        "faire signer quelqu’un de {by}",
    ),
    "meeting.convener": Words(
        "the author belongs to {by}, which convenes {body}",
        "let somebody of {by} open the meeting",
        "l’auteur appartient à {by}, qui convoque {body}",
        "faire ouvrir la séance par quelqu’un de {by}",
    ),
    "meeting.own-body": Words(
        "nobody else is named to convene {body}, and the author belongs to it",
        "let somebody who belongs to {body} open the meeting",
        "nul autre n’est désigné pour convoquer {body}, et l’auteur y appartient",
        "faire ouvrir la séance par quelqu’un de {body}",
    ),
    "meeting.one-open": Words(
        "{body} is not in session already",
        "close the meeting {meeting} first, or go on with it",
        "{body} n’est pas déjà en séance",
        "clore d’abord la séance {meeting}, ou la poursuivre",
    ),
    "meeting.known": Words(
        "the meeting {meeting} exists",
        "check the meeting’s id (mandat show body)",
        "la séance {meeting} existe",
        "vérifier l’identifiant de la séance (mandat show body)",
    ),
    "meeting.open": Words(
        "the meeting {meeting} is open",
        "it is over; open another",
        "la séance {meeting} est ouverte",
        "elle est close ; en ouvrir une autre",
    ),
    "meeting.opener": Words(
        "the author opened the meeting {meeting}",
        "register only yourself, or let {opener} register the others",
        "l’auteur a ouvert la séance {meeting}",
        "ne s’inscrire que soi-même, ou faire inscrire les autres par {opener}",
    ),
    "meeting.belongs": Words(
        "{person} belongs to {body}",
        "only its members or the holders of its posts are counted as present",
        "{person} appartient à {body}",
        "seuls ses membres ou les titulaires de ses sièges comptent comme présents",
    ),
    "meeting.absent": Words(
        "{person} is not registered in the meeting {meeting} yet",
        "nothing to do: already present",
        "{person} n’est pas encore inscrit à la séance {meeting}",
        "rien à faire : présence déjà notée",
    ),
    "meeting.present": Words(
        "{person} is registered in the meeting {meeting}",
        "nothing to do: not present",
        "{person} est inscrit à la séance {meeting}",
        "rien à faire : absence déjà notée",
    ),
}

EFFECTS: Mapping[type[Effect], tuple[str, str]] = {
    effects.MeetingOpened: ("{body} meets: {meeting}", "{body} se réunit : {meeting}"),
    effects.PeopleAttended: ("present in {meeting}: {people}", "présents à {meeting} : {people}"),
    effects.PeopleWent: ("left {meeting}: {people}", "ont quitté {meeting} : {people}"),
    effects.MeetingClosed: ("the meeting {meeting} is closed", "la séance {meeting} est close"),
}
