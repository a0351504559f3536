"""The words of this room's requirements and effects."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.federation.assembly.convening import effects
from mandat.federation.base.rulings import Effect
from mandat.federation.base.words import Words

REQUIREMENTS: Mapping[str, Words] = {
    "convening.instant": Words(
        "{opens} is an instant still to come",
        "give the day and hour with an offset, such as 2026-03-01T10:00:00Z, later than now",
        "{opens} est un instant à venir",
        "donner le jour et l’heure avec un décalage, par exemple 2026-03-01T10:00:00Z, plus tard que maintenant",
    ),
    "convening.notice": Words(
        "{body} is called before {until}, in time for {opens}",
        "call it for a later day, or as urgent where the bylaws allow it",
        "{body} est convoqué avant le {until}, à temps pour le {opens}",
        "le convoquer pour un jour plus lointain, ou en urgence si les statuts le permettent",
    ),
    "convening.urgent": Words(
        "the bylaws let {body} be called urgently",
        "call it with the usual notice",
        "les statuts permettent de convoquer {body} en urgence",
        "le convoquer dans le délai ordinaire",
    ),
    "convening.urgent-by": Words(
        "the author belongs to {by}, which calls {body} in urgent cases",
        "let somebody of {by} call it",
        "l’auteur appartient à {by}, qui convoque {body} en cas d’urgence",
        "faire convoquer par quelqu’un de {by}",
    ),
    "convening.fallback": Words(
        "{body} has not been called in time by those who must, and the author may call it instead",
        "nothing to do",
        "{body} n’a pas été convoqué à temps par qui le doit, et l’auteur peut le convoquer à leur place",
        "rien à faire",
    ),
    "convening.delay": Words(
        "those who must call {body} have had until {until}",
        "wait until {until}, or let them call it",
        "ceux qui doivent convoquer {body} ont eu jusqu’au {until}",
        "attendre le {until}, ou les laisser convoquer",
    ),
    "convening.consent": Words(
        "{by} has consented to {meeting} by a carried motion",
        "table a motion before {by} about (convene, {meeting}), and name it in the call",
        "{by} a consenti à {meeting} par une motion adoptée",
        "présenter une motion devant {by} au sujet de (convene, {meeting}), et la nommer dans la convocation",
    ),
    "convening.demandable": Words(
        "the bylaws let somebody demand a meeting of {body}",
        "ask those who convene it",
        "les statuts permettent d’exiger une réunion de {body}",
        "s’adresser à qui le convoque",
    ),
    "convening.may-demand": Words(
        "the signature is one of {by}, who may demand a meeting of {body}",
        "let {by} sign; a body signs by on_behalf_of, with the motion that it carried",
        "la signature est de {by}, qui peut exiger une réunion de {body}",
        "faire signer {by} ; un organe signe par on_behalf_of, avec la motion qu’il a adoptée",
    ),
    "convening.resolved": Words(
        "{body} has carried a motion about the demand {demand}",
        "table a motion in {body} about (demand, {demand}), carry it, and name it here",
        "{body} a adopté une motion au sujet de la demande {demand}",
        "présenter dans {body} une motion au sujet de (demand, {demand}), l’adopter et la nommer ici",
    ),
    "convening.says": Words(
        "the demand {demand} says its {what}",
        "give it in same",
        "la demande {demand} indique : {what}",
        "l’indiquer dans same",
    ),
    "convening.same": Words(
        "the {what} is the same as in the first signature of {demand}",
        "sign with the same words, or start a demand of your own",
        "{what} : identique à la première signature de {demand}",
        "signer dans les mêmes termes, ou commencer une autre demande",
    ),
    "convening.signs-once": Words(
        "{signer} has not signed {demand} yet",
        "nothing to do: the signature stands",
        "{signer} n’a pas encore signé {demand}",
        "rien à faire : la signature est notée",
    ),
    "convening.in-time": Words(
        "the demand {demand} may be signed until {until}",
        "start a new one",
        "la demande {demand} peut être signée jusqu’au {until}",
        "en commencer une nouvelle",
    ),
    "convening.unanswered": Words(
        "no meeting has been called on the demand {demand} yet",
        "start another demand for another meeting",
        "aucune réunion n’a encore été convoquée sur la demande {demand}",
        "commencer une autre demande pour une autre réunion",
    ),
    "convening.demand-known": Words(
        "the demand {demand} is one for this body",
        "check its id",
        "la demande {demand} concerne cet organe",
        "vérifier son identifiant",
    ),
    "convening.demand-met": Words(
        "the demand {demand} has enough support",
        "gather more signatures: {signed} so far",
        "la demande {demand} a assez de soutien",
        "recueillir d’autres signatures : {signed} à ce jour",
    ),
    "convening.item-new": Words(
        "{item} is not on the agenda of {meeting} yet",
        "nothing to do: it is there",
        "{item} n’est pas encore à l’ordre du jour de {meeting}",
        "rien à faire : le point y figure",
    ),
    "convening.announced": Words(
        "{motion} was on the agenda of {meeting} in time",
        "put it on the agenda of the next meeting",
        "{motion} figurait à temps à l’ordre du jour de {meeting}",
        "l’inscrire à l’ordre du jour de la prochaine séance",
    ),
    "meeting.was-called": Words(
        "the meeting {meeting} has been called for this body",
        "call it first (meeting.call), with the notice that the bylaws ask for",
        "la séance {meeting} a été convoquée pour cet organe",
        "la convoquer d’abord (meeting.call), dans le délai que demandent les statuts",
    ),
    "meeting.day": Words(
        "the meeting {meeting} was called for {opens}, which has come",
        "wait until then",
        "la séance {meeting} a été convoquée pour le {opens}, qui est venu",
        "attendre jusque-là",
    ),
    "meeting.caller": Words(
        "the author called the meeting {meeting}",
        "let who called it open it, or who convenes the body",
        "l’auteur a convoqué la séance {meeting}",
        "la faire ouvrir par qui l’a convoquée, ou par qui convoque l’organe",
    ),
}

EFFECTS: Mapping[type[Effect], tuple[str, str]] = {
    effects.MeetingCalled: (
        "{body} is called for {opens}: {meeting}",
        "{body} est convoqué pour le {opens} : {meeting}",
    ),
    effects.ItemAdded: (
        "on the agenda of {meeting}: {item}",
        "à l’ordre du jour de {meeting} : {item}",
    ),
    effects.DemandSigned: (
        "{signer} demands a meeting of {body}: {demand}",
        "{signer} demande une réunion de {body} : {demand}",
    ),
    effects.DemandSignaturesLapsed: (
        "too old to count under {demand}: {signers}",
        "trop anciennes pour compter dans {demand} : {signers}",
    ),
    effects.DemandMet: (
        "the demand {demand} has enough support",
        "la demande {demand} a assez de soutien",
    ),
    effects.DemandIgnored: (
        "nobody has called a meeting on {demand}: {by} may call it now",
        "nul n’a convoqué de réunion sur {demand} : {by} peut maintenant la convoquer",
    ),
    effects.MeetingOverdue: (
        "{body} should have met by now",
        "{body} aurait dû se réunir",
    ),
    effects.MeetingNoted: (
        "{body} has met at last",
        "{body} s’est enfin réuni",
    ),
}
