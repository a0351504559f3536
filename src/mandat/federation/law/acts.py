"""Acts about the bylaws."""

from __future__ import annotations

from mandat.federation.base.acts import Act


class FederationFound(Act, frozen=True, kw_only=True, tag="federation.found"):
    """Found the federation: the first act. ``bylaws`` names the blob of the text; ``registrar`` and ``key`` whoever signs."""

    bylaws: str
    registrar: str
    key: str


class BylawsAdopt(Act, frozen=True, kw_only=True, tag="bylaws.adopt"):
    """Put an amended text in force, under a carried ``motion`` about the power ``bylaws.amend`` with this very text.

    Where the bylaws have powers for certain articles (``bylaws.amend.X`` with ``covers``), ``motions`` are those about the others
    that the change needs. ``in_force`` is the instant from which it is to be in force (``2027-01-01T00:00:00Z``); empty: now.
    ``consents`` are the carried motions of those whose consent the power needs: all of it comes first.
    """

    bylaws: str
    motion: str
    consents: tuple[str, ...] = ()
    motions: tuple[str, ...] = ()
    in_force: str = ""


class RulesInterpret(Act, frozen=True, kw_only=True, tag="rules.interpret"):
    """Answer an open question about a rule on which the bylaws are silent; valid for that rule from now on.

    Whether a vote was carried (``true`` or ``false``) is answered for that vote only.
    """

    question: str
    reading: str
    motion: str | None = None
