"""Acts that tell a fact."""

from __future__ import annotations

from mandat.federation.acts import Act


class FactTell(Act, frozen=True, kw_only=True, tag="fact.tell"):
    """Tell a fact about a body, a person, a motion, or the federation (``of`` = ``""``): an integer, or a label.

    Where the bylaws say by which ``decision`` it is told, ``motion`` names one carried about ``("fact", "FACT OF VALUE")``.
    """

    fact: str
    of: str
    value: int | str
    motion: str | None = None
