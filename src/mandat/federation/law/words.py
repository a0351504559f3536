"""The words of this room's requirements and effects."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.federation.base.rulings import Effect
from mandat.federation.base.words import Words
from mandat.federation.law import effects

REQUIREMENTS: Mapping[str, Words] = {
    "bylaws.article": Words(
        "article {changed} is changed under the power {power}",
        "nothing to do",
        "l’article {changed} est modifié en vertu du pouvoir {power}",
        "rien à faire",
    ),
    "bylaws.nobody-amends": Words(
        "a power to amend covers article {changed}",
        "leave article {changed} as it is: nobody may change it",
        "un pouvoir de modifier porte sur l’article {changed}",
        "laisser l’article {changed} tel quel : nul ne peut le modifier",
    ),
    "federation.new": Words(
        "the federation does not exist yet",
        "nothing to do",
        "la fédération n’existe pas encore",
        "rien à faire",
    ),
    "federation.founded": Words(
        "the federation has been founded",
        "let the first act found it",
        "la fédération est fondée",
        "que le premier acte la fonde",
    ),
    "bylaws.utf8": Words(
        "the bylaws are UTF-8 text",
        "save the file as UTF-8",
        "les statuts sont du texte UTF-8",
        "enregistrer le fichier en UTF-8",
    ),
    "bylaws.fault": Words(
        "the bylaws load without errors ({faults} found)",
        "mend line {row} first; mandat check shows all",
        "les statuts se lisent sans erreur ({faults} trouvées)",
        "corriger d’abord la ligne {row} ; mandat check les montre toutes",
    ),
    "bylaws.kind-kept": Words(
        "the new text keeps the kind {kind}, of which bodies exist",
        "keep it, or dissolve those bodies first",
        "le nouveau texte garde le type {kind}, dont des instances existent",
        "le garder, ou dissoudre d’abord ces instances",
    ),
    "bylaws.line-kept": Words(
        "the new text keeps the line {line}, which has posts",
        "keep it, or abolish its posts first",
        "le nouveau texte garde la ligne {line}, qui a des sièges",
        "la garder, ou supprimer d’abord ses sièges",
    ),
    "question.known": Words(
        "the question {question} is open",
        "check its number (mandat show federation)",
        "la question {question} est ouverte",
        "vérifier son numéro (mandat show federation)",
    ),
    "question.motion": Words(
        "the motion {motion} has answered no question yet",
        "it answered question {served}: table a motion on this one",
        "la motion {motion} n’a encore répondu à aucune question",
        "elle a répondu à la question {served} : déposer une motion sur celle-ci",
    ),
    "question.motion-reads": Words(
        "the motion {motion} adopts this very reading of question {question}: {reading}",
        'table a motion with about = ["read", question, reading], and have it carried',
        "la motion {motion} adopte cette lecture même de la question {question} : {reading}",
        'déposer une motion avec about = ["read", question, lecture] et la faire adopter',
    ),
    "question.open": Words(
        "the bylaws settle {line}",
        "a question is open: let who may interpret the rules answer it first",
        "les statuts règlent {line}",
        "une question est ouverte : que l’instance compétente y réponde d’abord",
    ),
    "question.reading": Words(
        "the answer is one of: {readings}",
        "{reading} is none of them",
        "la réponse est l’une de : {readings}",
        "{reading} n’en est pas",
    ),
}

EFFECTS: Mapping[type[Effect], tuple[str, str]] = {
    effects.FederationFounded: (
        "the federation {federation} is founded",
        "la fédération {federation} est fondée",
    ),
    effects.BylawsInForce: (
        "the bylaws are in force",
        "les statuts entrent en vigueur",
    ),
    effects.BylawsAdopted: (
        "the amended bylaws are adopted, in force from {in_force}",
        "les statuts modifiés sont adoptés, en vigueur à partir du {in_force}",
    ),
    effects.BylawsLapsed: (
        "the amended bylaws do not come into force: they do not know all bodies and posts that exist by now",
        "les statuts modifiés n’entrent pas en vigueur : ils ne connaissent pas tous les organes et sièges existants",
    ),
}
