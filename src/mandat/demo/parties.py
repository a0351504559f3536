"""Parties of the wards' delegates: a caucus id, short letters, a name, and a colour for drawings.

Colours are never the only mark: every seat and every key bears the letters.
"""

from __future__ import annotations

from typing import Final

import msgspec

from mandat.language import Language, Message, msg


class DemoParty(msgspec.Struct, frozen=True):
    """A party as the demonstration shows it; ``ink`` is readable on ``colour`` (contrast of 4.5 or more)."""

    id: str
    letters: str
    name: Message
    colour: str
    ink: str

    def title(self, language: Language) -> str:
        """The name in a language."""
        return self.name.text(language)


OFFICIAL: Final = {
    "Scottish National Party (SNP)": DemoParty(
        "snp", "SNP", msg("Scottish National Party"), "#f6d33c", "#1b1b1b"
    ),
    "Labour Party": DemoParty("labour", "Lab", msg("Labour"), "#b3132b", "#ffffff"),
    "Conservative and Unionist Party": DemoParty(
        "conservative", "Con", msg("Conservatives"), "#12609e", "#ffffff"
    ),
    "Independent": DemoParty("independent", "Ind", msg("Independents"), "#6b7280", "#ffffff"),
    "Liberal Democrats": DemoParty("liberal-democrats", "LD", msg("Liberal Democrats"), "#f59331", "#1b1b1b"),
    "Scottish Green Party": DemoParty("greens", "Gre", msg("Greens"), "#1e7a3a", "#ffffff"),
    "Orkney Manifesto Group": DemoParty("orkney", "OMG", msg("Orkney Manifesto Group"), "#5b3a8c", "#ffffff"),
}
"""By the name in the official results: every party that sends a delegate."""

NONE: Final = DemoParty("none", "–", msg("No caucus"), "#e5e7eb", "#1b1b1b")
BY_ID: Final = {party.id: party for party in (*OFFICIAL.values(), NONE)}


def party_of(official: str) -> DemoParty:
    """Return a party by its name in the official results; one that the table does not hold is shown without colour."""
    return OFFICIAL.get(official) or DemoParty(
        official.lower().replace(" ", "-"), official[:3], Message(official), NONE.colour, NONE.ink
    )
