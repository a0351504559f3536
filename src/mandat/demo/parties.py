"""Parties of the wards' delegates: a caucus id, short letters, names in two languages, and a colour for drawings.

Colours are never the only mark: every seat and every key bears the letters.
"""

from __future__ import annotations

from typing import Final

import msgspec


class Party(msgspec.Struct, frozen=True):
    """A party as the demonstration shows it; ``ink`` is readable on ``colour`` (contrast of 4.5 or more)."""

    id: str
    letters: str
    name: str
    nom: str
    colour: str
    ink: str

    def title(self, language: str) -> str:
        """The name in a language."""
        return self.nom if language == "fr" else self.name


OFFICIAL: Final = {
    "Scottish National Party (SNP)": Party(
        "snp", "SNP", "Scottish National Party", "Parti national écossais", "#f6d33c", "#1b1b1b"
    ),
    "Labour Party": Party("labour", "Lab", "Labour", "Travaillistes", "#b3132b", "#ffffff"),
    "Conservative and Unionist Party": Party(
        "conservative", "Con", "Conservatives", "Conservateurs", "#12609e", "#ffffff"
    ),
    "Independent": Party("independent", "Ind", "Independents", "Indépendants", "#6b7280", "#ffffff"),
    "Liberal Democrats": Party(
        "liberal-democrats", "LD", "Liberal Democrats", "Libéraux-démocrates", "#f59331", "#1b1b1b"
    ),
    "Scottish Green Party": Party("greens", "Gre", "Greens", "Verts", "#1e7a3a", "#ffffff"),
    "Orkney Manifesto Group": Party(
        "orkney", "OMG", "Orkney Manifesto Group", "Groupe du manifeste des Orcades", "#5b3a8c", "#ffffff"
    ),
}
"""By the name in the official results: every party that sends a delegate."""

NONE: Final = Party("none", "–", "No caucus", "Sans groupe", "#e5e7eb", "#1b1b1b")
BY_ID: Final = {party.id: party for party in (*OFFICIAL.values(), NONE)}


def party_of(official: str) -> Party:
    """Return a party by its name in the official results; one that the table does not hold is shown without colour."""
    return OFFICIAL.get(official) or Party(
        official.lower().replace(" ", "-"), official[:3], official, official, NONE.colour, NONE.ink
    )
