"""The words of this room's requirements and effects."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.federation.authority.checks import effects
from mandat.federation.base.rulings import Effect
from mandat.federation.base.words import Words

REQUIREMENTS: Mapping[str, Words] = {
    "check.known": Words(
        "the bylaws name the check {rule}",
        "name a check of the bylaws (mandat check), or amend them",
        "les statuts nomment le contrôle {rule}",
        "nommer un contrôle des statuts (mandat check), ou les modifier",
    ),
    "check.one-target": Words(
        "{stop} is against one thing: a motion, or what was done under a power",
        "name either the motion or the entry",
        "{stop} vise une seule chose : une motion, ou ce qui fut fait en vertu d’un pouvoir",
        "nommer soit la motion, soit l’entrée",
    ),
    "check.decided": Words(
        "the motion {motion} was carried",
        "there is nothing to stop: wait for its vote",
        "la motion {motion} a été adoptée",
        "rien à arrêter : attendre son vote",
    ),
    "check.amended": Words(
        "the option {option} of {motion} was amended",
        "there is no amendment to stop",
        "l’option {option} de {motion} a été amendée",
        "il n’y a pas d’amendement à arrêter",
    ),
    "check.of": Words(
        "the check is against this: {against} is of {covered}",
        "this check reaches only {covered}; look for another check, or a recall",
        "le contrôle vise ceci : {against} relève de {covered}",
        "ce contrôle n’atteint que {covered} ; chercher un autre contrôle, ou une révocation",
    ),
    "check.not-yet": Words(
        "the check is not in use against {against} already",
        "sign or await {stop}, which is",
        "le contrôle ne s’exerce pas déjà contre {against}",
        "signer ou attendre {stop}, qui est en cours",
    ),
    "check.within": Words(
        "the time to stop {against} is not over: until {until}",
        "it is too late for this check; look for another, or table a motion",
        "le délai pour arrêter {against} n’est pas écoulé : jusqu’au {until}",
        "il est trop tard pour ce contrôle ; en chercher un autre, ou déposer une motion",
    ),
    "check.once": Words(
        "the check has not served before against {against}, its text, or what it follows",
        "it may be used once, and was in {stop}",
        "le contrôle n’a pas encore servi contre {against}, son texte ou ce qu’il suit",
        "il ne s’exerce qu’une fois, et l’a été par {stop}",
    ),
    "check.right": Words(
        "the author holds the check: {by}",
        "let {by} do it; a body decides by a motion about check {rule} {against}, to be named in decided",
        "l’auteur détient le contrôle : {by}",
        "le faire faire par {by} ; une instance en décide par une motion sur check {rule} {against}, à nommer dans decided",
    ),
    "check.carried": Words(
        "{by} has decided it, on {about}",
        "carry a motion about {about} in {by} (decision: {prescribed}), and name it in decided",
        "{by} l’a décidé, sur {about}",
        "faire adopter par {by} une motion sur {about} (décision : {prescribed}), et la nommer dans decided",
    ),
    "check.signer": Words(
        "{person} is one of those who may start it, or support it: {by}",
        "let others of {by} sign",
        "{person} est de ceux qui peuvent le demander, ou l’appuyer : {by}",
        "faire signer d’autres personnes de {by}",
    ),
    "check.stop-known": Words(
        "the check {stop} is known",
        "name a check that was raised",
        "le contrôle {stop} est connu",
        "nommer un contrôle qui a été exercé",
    ),
    "check.signing": Words(
        "signatures for {stop} are still collected",
        "nothing to do: it stands, or is over",
        "les signatures pour {stop} se recueillent encore",
        "rien à faire : il s’exerce, ou il est clos",
    ),
    "check.not-signed": Words(
        "{person} has not signed {stop} yet",
        "nobody counts twice",
        "{person} n’a pas encore signé {stop}",
        "nul ne compte deux fois",
    ),
    "check.stands": Words(
        "the check {stop} stands",
        "nothing to do: it does not, or no more",
        "le contrôle {stop} est en vigueur",
        "rien à faire : il ne l’est pas, ou plus",
    ),
    "check.suspends": Words(
        "the check {stop} suspends",
        "what it did ({how}) cannot be taken back: decide anew",
        "le contrôle {stop} suspend",
        "ce qu’il a fait ({how}) ne se reprend pas : décider à nouveau",
    ),
    "check.own": Words(
        "the author is the one who raised {stop}: {by}",
        "let {by} lift it",
        "l’auteur est celui qui a exercé {stop} : {by}",
        "le faire lever par {by}",
    ),
    "check.stays": Words(
        "the suspension {stop} stays: so it was voted",
        "",
        "la suspension {stop} est maintenue : le vote l’a voulu",
        "",
    ),
    "check.stays-not": Words(
        "the suspension {stop} does not stay: so it was voted",
        "",
        "la suspension {stop} n’est pas maintenue : le vote l’a voulu",
        "",
    ),
    "check.free": Words(
        "no check stands against {against}",
        "{stop} stands against it ({how}, until {until})",
        "aucun contrôle ne s’exerce contre {against}",
        "{stop} s’exerce contre elle ({how}, jusqu’à {until})",
    ),
}

EFFECTS: Mapping[type[Effect], tuple[str, str]] = {
    effects.CheckStarted: (
        "{by} raises {stop} under {rule} against {target}",
        "{by} soulève {stop} selon {rule} contre {target}",
    ),
    effects.CheckSigned: ("{person} supports {stop}", "{person} appuie {stop}"),
    effects.CheckTaken: (
        "{stop} stands against {target}: {how}",
        "{stop} s’exerce contre {target} : {how}",
    ),
    effects.AmendmentBlocked: (
        "the option {option} of {motion} has its former words again",
        "l’option {option} de {motion} retrouve ses termes antérieurs",
    ),
    effects.CheckEnded: (
        "{stop} stands no more against {target}: {reason}",
        "{stop} ne s’exerce plus contre {target} : {reason}",
    ),
}
