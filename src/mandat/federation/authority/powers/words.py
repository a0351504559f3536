"""The words of this room's requirements and effects."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.federation.authority.powers import effects
from mandat.federation.base.rulings import Effect
from mandat.federation.base.words import Words

REQUIREMENTS: Mapping[str, Words] = {
    "power.defined": Words(
        "the bylaws name the power {power}",
        "name a power of the bylaws (mandat check), or amend them",
        "les statuts nomment le pouvoir {power}",
        "nommer un pouvoir des statuts (mandat check), ou les modifier",
    ),
    "power.founding": Words(
        "nobody has been in {holder} yet, which holds {power}: until then the registrar acts",
        "",
        "personne n’a encore été membre de {holder}, qui détient {power} : d’ici là le secrétariat agit",
        "",
    ),
    "power.holder": Words(
        "the author holds the power {power}, as {holder}",
        "let {holder} do it",
        "l’auteur détient le pouvoir {power}, en qualité de {holder}",
        "le faire faire par {holder}",
    ),
    "power.not-holder": Words(
        "the power {power} is the author’s: {holder} holds it",
        "let {holder} do it",
        "le pouvoir {power} est à l’auteur : {holder} le détient",
        "le faire faire par {holder}",
    ),
    "power.free": Words(
        "the power {power} is not frozen",
        "wait until what freezes it is decided",
        "le pouvoir {power} n’est pas gelé",
        "attendre que ce qui le gèle soit tranché",
    ),
    "power.jointly": Words(
        "all who hold the power jointly have signed: {holder}",
        "let {missing} sign the same act",
        "tous les détenteurs conjoints du pouvoir ont signé : {holder}",
        "faire signer le même acte par {missing}",
    ),
    "power.acting": Words(
        "the author acts for {holder}, who holds the power {power}",
        "",
        "l’auteur agit pour {holder}, qui détient le pouvoir {power}",
        "",
    ),
    "power.suspended": Words(
        "{person}, who holds the power {power}, is not suspended",
        "wait until the recall is decided, or let who acts meanwhile do it",
        "{person}, qui détient le pouvoir {power}, n’est pas suspendu",
        "attendre l’issue de la révocation, ou laisser agir qui assure l’intérim",
    ),
    "power.caretaker": Words(
        "{person} holds more than a caretaker’s place, for {power} is not current business",
        "wait for the successor",
        "{person} occupe plus qu’un intérim, car {power} n’est pas une affaire courante",
        "attendre le successeur",
    ),
    "power.decision-missing": Words(
        "{holder} has decided: a body exercises the power {power} by its decision",
        "table a motion about {power} in {holder}, carry it, and name it here",
        "{holder} a décidé : une instance exerce le pouvoir {power} par sa décision",
        "déposer une motion sur {power} devant {holder}, la faire adopter et la nommer ici",
    ),
    "power.decision-other": Words(
        "the motion {motion} is about the power {power}",
        "name the motion about this power",
        "la motion {motion} porte sur le pouvoir {power}",
        "nommer la motion qui porte sur ce pouvoir",
    ),
    "power.decision-text": Words(
        "the motion {motion} is on this very text",
        "bring this text before the body, or act on the text that it decided",
        "la motion {motion} porte sur ce texte même",
        "soumettre ce texte à l’instance, ou agir sur le texte décidé",
    ),
    "power.decision-not-carried": Words(
        "the motion {motion} was carried",
        "wait for its vote, or table another",
        "la motion {motion} a été adoptée",
        "attendre son vote, ou en déposer une autre",
    ),
    "power.decision-body": Words(
        "the motion was decided by {holder}, which holds {power}",
        "it was decided by {body}; bring it to {holder}",
        "la motion a été décidée par {holder}, qui détient {power}",
        "elle l’a été par {body} ; la porter devant {holder}",
    ),
    "power.decision-rule": Words(
        "the motion {motion} was decided by {prescribed}",
        "it was decided by {decision}; table it with {prescribed}",
        "la motion {motion} a été décidée par {prescribed}",
        "elle l’a été par {decision} ; la déposer avec {prescribed}",
    ),
    "power.unused": Words(
        "the motion {motion} has not served yet",
        "one decision is carried out once (it served in act {used}); table another",
        "la motion {motion} n’a pas encore servi",
        "une décision s’exécute une fois (elle a servi à l’acte {used}) ; en déposer une autre",
    ),
    "power.countersign": Words(
        "another person of {by} has signed the same act, for {power}",
        "let somebody of {by} countersign; nobody countersigns for themselves",
        "une autre personne de {by} a signé le même acte, pour {power}",
        "le faire contresigner par quelqu’un de {by} ; nul ne se contresigne soi-même",
    ),
    "power.consent": Words(
        "{by} has consented to {power} on this very text",
        "carry a motion about it in {by}, and name it in consents",
        "{by} a consenti à {power} sur ce texte même",
        "faire adopter une motion à ce sujet par {by}, et la nommer dans consents",
    ),
    "power.not-refused": Words(
        "{by} has not refused {power} on this text",
        "it has: change the text, or ask again with another",
        "{by} n’a pas refusé {power} sur ce texte",
        "c’est refusé : changer le texte et demander à nouveau",
    ),
    "power.silence-consents": Words(
        "{by} has consented to {power} by its silence until {until}",
        "wait until then, or let {by} carry a motion about it",
        "{by} a consenti à {power} par son silence jusqu’au {until}",
        "attendre jusque-là, ou faire adopter une motion à ce sujet par {by}",
    ),
    "power.needs-consent": Words(
        "the power {power} needs somebody’s consent before",
        "nobody need be asked: exercise it",
        "le pouvoir {power} exige un accord préalable",
        "personne n’est à consulter : l’exercer",
    ),
    "power.not-asked": Words(
        "the consent to {power} on this text was not asked for yet",
        "it was, at {at}: wait for the answer",
        "l’accord sur {power} pour ce texte n’a pas encore été demandé",
        "il l’a été, le {at} : attendre la réponse",
    ),
    "power.not-assented": Words(
        "{body} has not ratified what was done in entry {exercise} yet",
        "nothing to do: it has; others must",
        "{body} n’a pas encore ratifié ce qui fut fait à l’entrée {exercise}",
        "rien à faire : c’est ratifié ; d’autres doivent le faire",
    ),
    "power.not-lapsed": Words(
        "what was done in entry {exercise} has not lapsed",
        "it has ({reason}): do it anew",
        "ce qui fut fait à l’entrée {exercise} n’est pas caduc",
        "c’est caduc ({reason}) : le refaire",
    ),
    "power.one-delegate": Words(
        "{power} is delegated to one: a person or a body",
        "name either person or body",
        "{power} se délègue à un seul : une personne ou une instance",
        "nommer soit person, soit body",
    ),
    "power.delegate": Words(
        "the power {power} is delegated to {person}",
        "",
        "le pouvoir {power} est délégué à {person}",
        "",
    ),
    "power.delegable": Words(
        "the power {power} can be delegated",
        "{holder} must exercise it: the bylaws do not let it be delegated",
        "le pouvoir {power} peut être délégué",
        "{holder} doit l’exercer : les statuts n’en permettent pas la délégation",
    ),
    "power.delegable-to": Words(
        "{delegate} is one of those to whom it can be delegated: {to}",
        "delegate it to one of them",
        "{delegate} est de ceux à qui l’on peut le déléguer : {to}",
        "le déléguer à l’un d’eux",
    ),
    "power.not-yet-delegated": Words(
        "the power {power} is not delegated to {delegate} yet",
        "nothing to do: it is",
        "le pouvoir {power} n’est pas encore délégué à {delegate}",
        "rien à faire : il l’est",
    ),
    "power.is-delegated": Words(
        "the power {power} is delegated to {delegate}",
        "nothing to do: it is not",
        "le pouvoir {power} est délégué à {delegate}",
        "rien à faire : il ne l’est pas",
    ),
    "power.own": Words(
        "the holder of {power} has decided this: {holder}",
        "carry a motion about {about} in {holder}, and name it here",
        "le détenteur de {power} l’a décidé : {holder}",
        "faire adopter une motion sur {about} par {holder}, et la nommer ici",
    ),
    "power.exercised": Words(
        "entry {exercise} exercised a power",
        "name the entry of the act",
        "l’entrée {exercise} a exercé un pouvoir",
        "nommer l’entrée de l’acte",
    ),
    "power.awaits": Words(
        "what was done in entry {exercise} still needs ratifying",
        "nothing to do: it is complete",
        "ce qui fut fait à l’entrée {exercise} attend encore une ratification",
        "rien à faire : c’est complet",
    ),
    "power.ratified": Words(
        "the motion {motion} ratifies it: carried, on the same text, by {by}",
        "carry a motion on this very text in {by}",
        "la motion {motion} le ratifie : adoptée, sur le même texte, par {by}",
        "faire adopter une motion sur ce texte même par {by}",
    ),
}

EFFECTS: Mapping[type[Effect], tuple[str, str]] = {
    effects.PowerExercised: (
        "{by} exercises the power {power} on {text}",
        "{by} exerce le pouvoir {power} sur {text}",
    ),
    effects.PowerRatified: (
        "what was done in entry {exercise} is ratified by {motion}",
        "ce qui fut fait à l’entrée {exercise} est ratifié par {motion}",
    ),
    effects.PowerAssented: (
        "{body} ratifies what was done in entry {exercise}, by {motion}",
        "{body} ratifie ce qui fut fait à l’entrée {exercise}, par {motion}",
    ),
    effects.PowerLapsed: (
        "what was done in entry {exercise} lapses: {reason}",
        "ce qui fut fait à l’entrée {exercise} est caduc : {reason}",
    ),
    effects.ConsentAsked: (
        "consent to {power} on {text} is asked for",
        "l’accord sur {power} pour {text} est demandé",
    ),
    effects.PowerDelegated: (
        "the power {power} is delegated to {to}",
        "le pouvoir {power} est délégué à {to}",
    ),
    effects.PowerResumed: (
        "the power {power} is delegated to {to} no more",
        "le pouvoir {power} n’est plus délégué à {to}",
    ),
}
