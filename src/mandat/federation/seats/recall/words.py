"""The words of this room's requirements and effects."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.federation.base.rulings import Effect
from mandat.federation.base.words import Words
from mandat.federation.seats.recall import effects

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
        "the rule is about {target}: {covered}",
        "name another rule, or another target",
        "la règle vise {target} : {covered}",
        "nommer une autre règle ou une autre cible",
    ),
    "recall.held": Words(
        "{target} has a holder",
        "nothing to do: it is vacant",
        "{target} est pourvu",
        "rien à faire : c’est vacant",
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
    "recall.outside": Words(
        "the registrar enters what {by} has decided",
        "{by} acts outside this record: let the registrar enter its decision",
        "le secrétariat inscrit ce que {by} a décidé",
        "{by} agit hors de ce registre : le secrétariat inscrit sa décision",
    ),
    "recall.document": Words(
        "the document by which {by} decided is named",
        "name it in source",
        "le document par lequel {by} a décidé est nommé",
        "le nommer dans source",
    ),
    "recall.jury": Words(
        "{body} is opened for {petition}",
        "",
        "{body} est ouvert pour {petition}",
        "",
    ),
    "recall.discussion": Words(
        "the time before the vote on {petition} is over",
        "wait until {until}",
        "le délai avant le vote sur {petition} est écoulé",
        "attendre jusqu’au {until}",
    ),
    "recall.hearing": Words(
        "the target of {petition} was heard",
        "hear the target first (recall.hear)",
        "la personne visée par {petition} a été entendue",
        "l’entendre d’abord (recall.hear)",
    ),
    "recall.pending": Words(
        "the holder of {post} does not hold it in full until the recall is decided",
        "",
        "le titulaire de {post} ne l’exerce pas pleinement jusqu’à la décision",
        "",
    ),
    "recall.suspended": Words(
        "{person} is suspended from {post}",
        "",
        "{person} est suspendu de {post}",
        "",
    ),
    "recall.restored": Words(
        "{body} lets the holder of {post} serve again",
        "",
        "{body} rétablit le titulaire de {post}",
        "",
    ),
    "recall.acting": Words(
        "{acting} acts for {post} until a successor sits",
        "",
        "{acting} assure l’intérim de {post} jusqu’au successeur",
        "",
    ),
    "recall.barred": Words(
        "{person} is not barred from {line} after a recall",
        "wait until {until}",
        "{person} n’est pas exclu de {line} après une révocation",
        "attendre jusqu’au {until}",
    ),
    "petition.notice": Words(
        "the notice of {petition} is over, and signatures may be given",
        "sign from {until} on",
        "le préavis de {petition} est écoulé, on peut signer",
        "signer à partir du {until}",
    ),
    "petition.complete": Words(
        "{petition} is complete and waits for its vote (it is: {stage})",
        "wait until there are enough signatures",
        "{petition} est complète et attend son vote (état : {stage})",
        "attendre qu’il y ait assez de signatures",
    ),
    "petition.unheard": Words(
        "the target of {petition} has not been heard yet",
        "nothing to do: the hearing is on record",
        "la personne visée par {petition} n’a pas encore été entendue",
        "rien à faire : l’audition est au registre",
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
    effects.TargetHeard: (
        "the target of {petition} was heard ({by})",
        "la personne visée par {petition} a été entendue ({by})",
    ),
    effects.PersonBarred: (
        "{person} may not take a seat of {lines} again until {until}",
        "{person} ne peut reprendre un siège de {lines} avant le {until}",
    ),
    effects.PetitionEnded: (
        "{petition} has ended: {stage} ({reason})",
        "{petition} a pris fin : {stage} ({reason})",
    ),
}
