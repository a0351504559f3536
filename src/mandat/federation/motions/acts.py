"""Acts about motions and the votes on them."""

from __future__ import annotations

from mandat.federation.acts import Act
from mandat.federation.motions.state import Choice


class MotionTable(Act, frozen=True, kw_only=True, tag="motion.table"):
    """Table a motion before ``body``, to be decided by the rule ``decision``.

    ``text`` names the blob of its words; ``about`` says what it would do: ``(kind, id)`` with kind power, appoint, send,
    relief, consent, or another that an act asks for. ``tellers`` count hands or paper; ``concerned`` are the bodies whose
    members vote where the decision says ``voters = "concerned"``. ``follows`` names the motion that this one confirms or changes.
    """

    motion: str
    body: str
    decision: str
    text: str = ""
    about: tuple[str, str] = ("", "")
    tellers: tuple[str, ...] = ()
    concerned: tuple[str, ...] = ()
    follows: str = ""


class MotionWithdraw(Act, frozen=True, kw_only=True, tag="motion.withdraw"):
    """Withdraw one's own motion, before its vote opens."""

    motion: str


class VoteOpen(Act, frozen=True, kw_only=True, tag="vote.open"):
    """Open the vote: the roll is frozen, and who is present is counted."""

    motion: str


class VoteCast(Act, frozen=True, kw_only=True, tag="vote.cast"):
    """Vote. In a secret vote the signed act says only that, and the ballot goes to the box."""

    motion: str
    choice: Choice | None = None


class VoteCount(Act, frozen=True, kw_only=True, tag="vote.count"):
    """Enter a count of hands or paper, signed by two tellers; blank papers are abstentions."""

    motion: str
    yes: int
    no: int
    abstain: int = 0
    invalid: int = 0


class VoteClose(Act, frozen=True, kw_only=True, tag="vote.close"):
    """Close the vote and decide; ``box`` names the blob with the ballots of a secret vote.

    A box is UTF-8 with one ballot a line: ``yes``, ``no``, ``abstain`` (or blank); anything else is invalid.
    """

    motion: str
    box: str | None = None


class TieBreak(Act, frozen=True, kw_only=True, tag="tie.break"):
    """Settle a tie: by the casting vote of whom the bylaws name, or by a lot, whose ``source`` is then given."""

    motion: str
    choice: Choice
    source: str = ""
