"""What the reading of a file had to decide by itself: nothing is mended in silence."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

import msgspec

Language = Literal["en", "fr"]
Subject = Literal[
    "control",
    "blank words",
    "twins",
    "namesakes",
    "ids",
    "set aside",
    "tie order",
    "sheets",
    "parts",
    "adjudicated",
    "unresolved",
    "overvotes",
    "declared",
    "not read",
]

_WORDS: Mapping[Language, Mapping[Subject, str]] = MappingProxyType(
    {
        "en": {
            "control": "{name} holds characters that are no text; they are shown as \ufffd",
            "blank words": "cells with {words} were read as left blank",
            "twins": "{variants} were read as {name}",
            "namesakes": "candidates {numbers} have the same name, {name}",
            "ids": "the cells hold ids, not places on the paper: a candidate for each of the {number} ids",
            "set aside": "{papers} papers are marked as invalid in the file and were set aside",
            "tie order": "the file names an order for ties, {order}; a rule that draws lots asks all the same",
            "sheets": "only the sheet {read} was read, not {others}",
            "parts": "{number} files were read as one",
            "adjudicated": "{papers} papers were read as adjudicated, not as first scanned",
            "unresolved": "{marks} marks for write-ins without a name were read as {name}",
            "overvotes": "{papers} papers give several candidates one rank",
            "declared": "the file says {said} papers and holds {found}",
            "not read": "{what} was not read",
        },
        "fr": {
            "control": "{name} contient des caractères qui ne sont pas du texte ; ils apparaissent comme \ufffd",
            "blank words": "les cases {words} ont été lues comme laissées en blanc",
            "twins": "{variants} ont été lus comme {name}",
            "namesakes": "les candidatures {numbers} portent le même nom, {name}",
            "ids": "les cases contiennent des identifiants, non des places sur le bulletin : une candidature pour chacun des {number} identifiants",
            "set aside": "{papers} bulletins sont marqués nuls dans le fichier et ont été mis à part",
            "tie order": "le fichier donne un ordre pour les égalités, {order} ; une règle qui tire au sort demande quand même",
            "sheets": "seule la feuille {read} a été lue, pas {others}",
            "parts": "{number} fichiers ont été lus comme un seul",
            "adjudicated": "{papers} bulletins ont été lus tels que tranchés, non tels que numérisés d’abord",
            "unresolved": "{marks} marques pour des noms ajoutés sans nom ont été lues comme {name}",
            "overvotes": "{papers} bulletins donnent le même rang à plusieurs candidatures",
            "declared": "le fichier annonce {said} bulletins et en contient {found}",
            "not read": "{what} n’a pas été lu",
        },
    }
)


class Remark(msgspec.Struct, frozen=True):
    """One decision of the reader: its `subject`, and the `values` that its sentence names.

    >>> Remark("set aside", {"papers": 3}).say()
    '3 papers are marked as invalid in the file and were set aside'
    """

    subject: Subject
    values: dict[str, str | int]

    def say(self, language: Language = "en") -> str:
        """The remark as a sentence."""
        return _WORDS[language][self.subject].format(**self.values)


def listed(words: list[str], most: int = 5) -> str:
    """Names between quotes, the first few of many."""
    shown = ", ".join(f"'{word}'" for word in words[:most])
    return shown if len(words) <= most else f"{shown} … (+{len(words) - most})"
