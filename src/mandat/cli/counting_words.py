"""The words of ``mandat count`` and ``mandat apportion`` in English and French."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from mandat.language import Language

_WORDS: Mapping[Language, Mapping[str, str]] = MappingProxyType(
    {
        "en": {
            "colon": ": ",
            "count": "Count",
            "rule": "rule",
            "method": "method",
            "title": "title",
            "text": "text",
            "votes": "votes",
            "seats": "seats",
            "seat": "seat",
            "sum": "Sum",
            "below": "below the threshold",
            "house": "together",
            "line": "line",
            "paper": "paper",
            "papers": "papers",
            "findings": "{papers} papers are not marked 1, 2, 3 …",
            "key": "election key",
            "undecided": "undecided",
            "empty": "{seats} of {places} seats stay empty: nobody is left to fill them",
            "lot": "lot",
            "by stage": "stage {stage}",
            "divisor": "divisor",
            "quota": "quota",
            "elected": "elected",
            "out": "out",
            "stage": "stage",
            "tie": "tie",
            "tie at stage": "tie at stage {stage}",
            "draw": "Draw it before witnesses and add --lot NUMBER.",
            "draw name": "Draw it before witnesses and add --lot NAME.",
            "by all": "elected by all rules",
            "refused": "cannot count these ballots",
            "what if": "What if: {change}",
            "with seats": "{seats} seats",
            "without": "without {names}",
            "gained": "elected now, not before",
            "lost": "elected before, not now",
            "same": "the same are elected",
            "reading": "Reading {file}",
        },
        "fr": {
            "colon": " : ",
            "count": "Dépouillement",
            "rule": "règle",
            "method": "méthode",
            "title": "titre",
            "text": "texte",
            "votes": "voix",
            "seats": "sièges",
            "seat": "siège",
            "sum": "Total",
            "below": "sous le seuil",
            "house": "ensemble",
            "line": "ligne",
            "paper": "bulletin",
            "papers": "bulletins",
            "findings": "{papers} bulletins ne sont pas marqués 1, 2, 3 …",
            "key": "clé de répartition",
            "undecided": "non décidé",
            "empty": "{seats} des {places} sièges restent vacants : plus personne pour les occuper",
            "lot": "le sort",
            "by stage": "étape {stage}",
            "divisor": "diviseur",
            "quota": "quotient",
            "elected": "élu",
            "out": "exclu",
            "stage": "étape",
            "tie": "égalité",
            "tie at stage": "égalité à l’étape {stage}",
            "draw": "Tirez au sort devant témoins et ajoutez --lot NUMÉRO.",
            "draw name": "Tirez au sort devant témoins et ajoutez --lot NOM.",
            "by all": "élus selon toutes les règles",
            "refused": "ne peut dépouiller ces bulletins",
            "what if": "Et si : {change}",
            "with seats": "{seats} sièges",
            "without": "sans {names}",
            "gained": "élus à présent, non auparavant",
            "lost": "élus auparavant, non à présent",
            "same": "les mêmes sont élus",
            "reading": "Lecture de {file}",
        },
    }
)


def words(lang: Language) -> Mapping[str, str]:
    """The words of a language, by their key."""
    return _WORDS[lang]
