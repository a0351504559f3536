"""The words of the explanation, in English and French."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.language import Language

_WORDS: Mapping[str, tuple[str, str]] = {
    # -- the table -----------------------------------------------------------------------------------------------
    "can": ("Who can", "Qui peut"),
    "agree": ("Who must agree", "Qui doit être d’accord"),
    "undo": ("Who can undo it", "Qui peut le défaire"),
    "power": ("Power", "Pouvoir"),
    "powers": ("Who can do what", "Qui peut quoi"),
    "questions": ("Questions", "Questions"),
    "nobody": ("nobody", "personne"),
    "article": ("art. {article}", "art. {article}"),
    "jointly": ("all together", "tous ensemble"),
    "by-decision": ("by “{decision}”", "par « {decision} »"),
    "when": ("if {condition}", "si {condition}"),
    "frozen": ("not while {condition}", "sauf tant que {condition}"),
    "limit": ("only if {condition}", "seulement si {condition}"),
    "delegable": ("may delegate it", "peut le déléguer"),
    "delegable-to": ("may delegate it to: {to}", "peut le déléguer à : {to}"),
    "within": ("within {length}", "délai : {length}"),
    "silence-nothing": ("silence means nothing", "le silence ne vaut rien"),
    "silence-consents": ("silence consents", "le silence vaut accord"),
    "silence-refuses": ("silence refuses", "le silence vaut refus"),
    "as-countersign": ("countersigned by: {by}", "contreseing : {by}"),
    "as-nominate": ("proposed by: {by}", "sur proposition : {by}"),
    "as-consent": ("consent before: {by}", "accord préalable : {by}"),
    "as-ratify": ("no effect until ratified by: {by}", "sans effet avant ratification : {by}"),
    "as-confirm": ("lapses unless confirmed by: {by}", "caduc sans confirmation : {by}"),
    "how-suspend": ("may suspend it: {by}", "peut le suspendre : {by}"),
    "how-annul": ("may annul it: {by}", "peut l’annuler : {by}"),
    "how-replace": ("may replace it: {by}", "peut le remplacer : {by}"),
    "how-block": ("may block it: {by}", "peut le bloquer : {by}"),
    "recalls": ("may recall holders ({body}): {by}", "peut révoquer les titulaires ({body}) : {by}"),
    # -- can every office be recalled, and by whom? ----------------------------------------------------------------
    "asks-recall": (
        "Can every office be recalled, and by whom?",
        "Toute fonction est-elle révocable, et par qui ?",
    ),
    "recall-all": ("Yes.", "Oui."),
    "recall-some": ("No.", "Non."),
    "recalled-by": ("{line}: {ways}", "{line} : {ways}"),
    "recalled-by-nobody": ("{line}: by nobody", "{line} : par personne"),
    "recall-confidence": ("{by}, by withdrawing confidence", "{by}, par retrait de la confiance"),
    "recall-decision": ("{by}, by a decision", "{by}, par une décision"),
    "recall-alone": ("{by}, alone", "{by}, seul"),
    # -- who answers to nobody? ------------------------------------------------------------------------------------
    "asks-nobody": ("Who answers to nobody?", "Qui ne répond devant personne ?"),
    "nobody-none": ("Nobody.", "Personne."),
    "nobody-some": ("These:", "Ceux-ci :"),
    # -- which power has no holder, or two? ------------------------------------------------------------------------
    "asks-powers": (
        "Which power has no holder, or two?",
        "Quel pouvoir n’a pas de détenteur, ou en a deux ?",
    ),
    "powers-none": ("None.", "Aucun."),
    "powers-some": ("These:", "Ceux-ci :"),
    # -- can every quorum be met? ----------------------------------------------------------------------------------
    "asks-quorum": ("Can every quorum be met?", "Tout quorum peut-il être atteint ?"),
    "quorum-all": ("Yes.", "Oui."),
    "quorum-none": ("No decision asks for a quorum.", "Aucune décision n’exige de quorum."),
    "quorum-never": ("No.", "Non."),
    "quorum-of": ("{decision}: {condition}", "{decision} : {condition}"),
    "quorum-fewest": (" – of {of}, {fewest}", " – sur {of}, {fewest}"),
    # -- which majority can change the bylaws? ---------------------------------------------------------------------
    "asks-amend": (
        "Which majority can change the bylaws?",
        "Quelle majorité peut modifier les statuts ?",
    ),
    "amend-some": ("This:", "Celle-ci :"),
    "amend-none": ("None: nobody can.", "Aucune : personne ne le peut."),
    "amend-by": ("{holder}, if {condition}", "{holder}, si {condition}"),
    "amend-unsaid": ("{holder}; by which majority is not said", "{holder} ; la majorité n’est pas dite"),
    "covers": (", for articles {articles}", ", pour les articles {articles}"),
    "of-hundred": (
        " – of 100 who all vote, {fewest} in favour",
        " – sur 100 qui votent tous, {fewest} pour",
    ),
    # -- how few base members carry a decision of the top body? ----------------------------------------------------
    "asks-capture": (
        "How few base members could carry a decision of the top body?",
        "Combien de membres de base suffisent à emporter une décision de l’instance suprême ?",
    ),
    "capture-some": (
        "{fewest} of {base} could carry one of {body}.",
        "{fewest} sur {base} peuvent en emporter une ({body}).",
    ),
    "capture-none": ("It cannot be worked out.", "Cela ne se calcule pas."),
    "capture-of": (
        "{body}, {decision}: {least} of {seats} votes, so {fewest} of {base} base members, supposing {supposed}",
        "{body}, {decision} : {least} voix sur {seats}, soit {fewest} membres de base sur {base}, en supposant {supposed}",
    ),
    "capture-bare": ("; at bare quorum {bare}", " ; au quorum juste atteint, {bare}"),
    "capture-blocks": ("; {blocks} could block it", " ; {blocks} peuvent la bloquer"),
    "capture-unknown": (
        "{body}, {decision}: depends on what the file does not say (facts, numbers left open, seats by lot or ex officio)",
        "{body}, {decision} : dépend de ce que le fichier ne dit pas (faits, nombres ouverts, sièges au sort ou de droit)",
    ),
    "size": ("{body}: {bodies} × {members} members", "{body} : {bodies} × {members} membres"),
    # -- which rules are never used? -------------------------------------------------------------------------------
    "asks-unused": ("Which rules are never used?", "Quelles règles ne servent jamais ?"),
    "unused-none": ("None.", "Aucune."),
    "unused-some": ("These:", "Celles-ci :"),
}


def say(language: Language, key: str, **words: str) -> str:
    """The words of a key with their places filled in.

    >>> say("fr", "as-ratify", by="congrès")
    'sans effet avant ratification : congrès'
    """
    english, french = _WORDS[key]
    return (french if language == "fr" else english).format_map(words)
