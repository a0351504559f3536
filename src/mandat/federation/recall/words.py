"""The words of this room's requirements and effects."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.federation.recall import effects
from mandat.federation.rulings import Effect
from mandat.federation.wording.words import Words

REQUIREMENTS: Mapping[str, Words] = {
    "petition.id": Words(
        "the petition has an id without a colon: {id}",
        "choose another id",
        "l’identifiant de la pétition est sans deux-points : {id}",
        "choisir un autre identifiant",
    ),
    "petition.known": Words(
        "the petition {petition} exists",
        "check the petition’s id (mandat show)",
        "la pétition {petition} existe",
        "vérifier l’identifiant de la pétition (mandat show)",
    ),
    "petition.signing": Words(
        "signatures under {petition} are still collected (it is: {stage})",
        "nothing to do: signing is over",
        "on recueille encore des signatures pour {petition} (état : {stage})",
        "rien à faire : la collecte est finie",
    ),
    "petition.once": Words(
        "{person} has not signed {petition} yet",
        "nothing to do: the signature stands",
        "{person} n’a pas encore signé {petition}",
        "rien à faire : la signature tient",
    ),
    "petition.signed": Words(
        "{person} has signed {petition}",
        "nothing to do: there is no signature",
        "{person} a signé {petition}",
        "rien à faire : il n’y a pas de signature",
    ),
    "petition.signer": Words(
        "{person} is one of those who may sign {petition}: {by}",
        "only they may sign",
        "{person} est de ceux qui peuvent signer {petition} : {by}",
        "eux seuls peuvent signer",
    ),
    "recall.rule": Words(
        "the bylaws have a recall rule {rule}",
        "name one of the recall rules (mandat check)",
        "les statuts connaissent la règle de révocation {rule}",
        "nommer une des règles de révocation (mandat check)",
    ),
    "recall.petition": Words(
        "{rule} lets a recall be started by petition",
        "use the way that the bylaws give: confidence, or a motion of the body that decides",
        "{rule} permet une révocation sur pétition",
        "prendre la voie des statuts : la confiance, ou une motion de l’instance qui décide",
    ),
    "recall.target": Words(
        "{target} is a post or a body",
        "check the id (mandat show body)",
        "{target} est un siège ou une instance",
        "vérifier l’identifiant (mandat show body)",
    ),
    "recall.covers": Words(
        "the rule is about {target}: {of}",
        "name another rule, or another target",
        "la règle vise {target} : {of}",
        "nommer une autre règle ou une autre cible",
    ),
    "recall.held": Words(
        "{target} has a holder",
        "nothing to do: it is vacant",
        "{target} est pourvu",
        "rien à faire : c’est vacant",
    ),
    "recall.effect": Words(
        "the recall vacates the post (the bylaws say: {effect})",
        "suspension by recall is not carried out yet",
        "la révocation rend le siège vacant (statuts : {effect})",
        "la suspension par révocation n’est pas encore exécutée",
    ),
    "recall.reasons": Words(
        "the petition gives reasons, as {rule} asks",
        "give reasons",
        "la pétition donne des motifs, comme {rule} le demande",
        "donner des motifs",
    ),
    "recall.reason": Words(
        "every reason is one of the bylaws’: {reasons}",
        "leave out {reason}",
        "chaque motif est de ceux des statuts : {reasons}",
        "omettre {reason}",
    ),
    "recall.only-one": Words(
        "no other petition of the kind runs against {target}",
        "sign {petition} instead",
        "aucune autre pétition semblable ne court contre {target}",
        "signer plutôt {petition}",
    ),
    "recall.cooling-off": Words(
        "the same recall of {target} is not barred",
        "wait until {until}",
        "la même révocation de {target} n’est pas bloquée",
        "attendre jusqu’au {until}",
    ),
    "recall.not-before": Words(
        "{target} has been held long enough",
        "wait until {until}",
        "{target} est occupé depuis assez longtemps",
        "attendre jusqu’au {until}",
    ),
    "recall.one-body": Words(
        "exactly one body decides on the recall: {by} ({bodies})",
        "name one body in by",
        "une seule instance décide de la révocation : {by} ({bodies})",
        "nommer une seule instance dans by",
    ),
    "recall.starter": Words(
        "the author is one of those who may start a recall of {target}: {by}",
        "let one of them start it",
        "l’auteur est de ceux qui peuvent lancer la révocation de {target} : {by}",
        "la faire lancer par l’un d’eux",
    ),
    "recall.carried": Words(
        "the recall of {target} ({petition}) was carried",
        "",
        "la révocation de {target} ({petition}) a été adoptée",
        "",
    ),
    "recall.relief": Words(
        "{body} may remove {target} by its decision",
        "",
        "{body} peut relever {target} par sa décision",
        "",
    ),
    "recall.caretaker": Words(
        "{person} stays as caretaker of {post} until a successor sits",
        "",
        "{person} expédie les affaires courantes de {post} jusqu’au successeur",
        "",
    ),
    "recall.by-decision": Words(
        "{rule} gives the right to a single officer, without a decision",
        "table a motion, or start a petition",
        "{rule} donne ce droit à une seule personne, sans décision",
        "déposer une motion, ou lancer une pétition",
    ),
    "recall.officer": Words(
        "the author holds the office that may relieve {target}: {by}",
        "let {by} do it",
        "l’auteur occupe la fonction qui peut relever {target} : {by}",
        "le faire faire par {by}",
    ),
    "recall.needs": Words(
        "{rule} needs nobody else’s consent",
        "relief with another’s consent is not carried out yet",
        "{rule} n’exige l’accord de personne d’autre",
        "la relève avec accord d’un tiers n’est pas encore exécutée",
    ),
}

EFFECTS: Mapping[type[Effect], tuple[str, str]] = {
    effects.PetitionStarted: (
        "a petition under {rule} against {target} is started: {petition}",
        "une pétition selon {rule} contre {target} est lancée : {petition}",
    ),
    effects.PetitionSigned: (
        "{person} has signed {petition}",
        "{person} a signé {petition}",
    ),
    effects.SignaturesLapsed: (
        "signatures under {petition} count no more: {people} ({reason})",
        "des signatures de {petition} ne comptent plus : {people} ({reason})",
    ),
    effects.PetitionComplete: (
        "{petition} has enough signatures ({signed}): {motion} is put to the vote",
        "{petition} a assez de signatures ({signed}) : {motion} est mise aux voix",
    ),
    effects.PetitionEnded: (
        "{petition} has ended: {stage} ({reason})",
        "{petition} a pris fin : {stage} ({reason})",
    ),
}
