"""Acts about motions and the votes on them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

from mandat.bylaws.model.ids import DecisionId
from mandat.federation.assembly.motions.state import Choice
from mandat.federation.base.acts import Act
from mandat.federation.base.counts.rankings import Ranking
from mandat.federation.base.matter import Matter
from mandat.federation.base.types import BlobName, BodyId, MotionId, OptionId, PersonId


class MotionTable(Act, frozen=True, kw_only=True, tag="motion.table"):
    """Table a motion before ``body``, to be decided by the rule ``decision``.

    ``text`` names the blob of its words; ``about`` says what it would do: a list with its kind first, such as
    ``["power", POWER]``, ``["appoint", POST, PERSON]`` or ``["relief", POST]``. ``tellers`` count hands or paper;
    ``concerned`` are the bodies whose members vote where the decision says ``voters = "concerned"``. ``follows`` names the motion
    that this one confirms or changes.
    """

    motion: MotionId
    body: BodyId
    decision: DecisionId
    text: BlobName | None = None
    about: Matter | None = None
    tellers: tuple[PersonId, ...] = ()
    concerned: tuple[BodyId, ...] = ()
    follows: MotionId | None = None


class MotionWithdraw(Act, frozen=True, kw_only=True, tag="motion.withdraw"):
    """Withdraw one's own motion, before its vote opens."""

    motion: MotionId


class VoteOpen(Act, frozen=True, kw_only=True, tag="vote.open"):
    """Open the vote: the roll is frozen, and who is present is counted."""

    motion: MotionId


class VoteCast(Act, frozen=True, kw_only=True, tag="vote.cast"):
    """Vote. In a secret vote the signed act says only that, and the ballot goes to the box.

    Between options ``ranking`` takes the place of ``choice``: ranks, best first, each a list of options (the default is one).
    ``on_behalf_of`` names the person whose proxy the author holds and uses.
    """

    motion: MotionId
    choice: Choice | None = None
    ranking: Ranking | None = None
    on_behalf_of: PersonId | None = None


class VoteCount(Act, frozen=True, kw_only=True, tag="vote.count"):
    """Enter a count of hands or paper, signed by two tellers; blank papers are abstentions.

    ``tallies`` gives yes, no, abstain and invalid of each further tally that the decision speaks of, by its name as in the
    bylaws: ``card``, ``of council.soldiers``, ``of section/lyon``.
    """

    motion: MotionId
    yes: int
    no: int
    abstain: int = 0
    invalid: int = 0
    tallies: Mapping[str, tuple[int, int, int, int]] = msgspec.field(default_factory=dict)


class VoteClose(Act, frozen=True, kw_only=True, tag="vote.close"):
    """Close the vote and decide; ``box`` names the blob with the ballots of a secret vote.

    A box is UTF-8 with one ballot a line: ``yes``, ``no``, ``abstain`` (or blank), between options ``a > b = c``; anything else
    is invalid.
    """

    motion: MotionId
    box: BlobName | None = None


class TieBreak(Act, frozen=True, kw_only=True, tag="tie.break"):
    """Settle a tie: by the casting vote of whom the bylaws name, or by a lot, whose ``source`` is then given.

    ``choice`` says which way; between options that are level ``option`` names one.
    """

    motion: MotionId
    choice: Choice = "yes"
    source: str = ""
    option: OptionId | None = None


class MotionSupport(Act, frozen=True, kw_only=True, tag="motion.support"):
    """Support a motion, or one ``option`` of it, that needs signatures before it is voted on."""

    motion: MotionId
    option: OptionId | None = None


class OptionAdd(Act, frozen=True, kw_only=True, tag="option.add"):
    """Add another ``option`` to a motion that is decided by ranking; ``text`` names the blob of its words."""

    motion: MotionId
    option: OptionId
    text: BlobName | None = None


class OptionAmend(Act, frozen=True, kw_only=True, tag="option.amend"):
    """Change the words of one's own option (the first has the id of the motion), before the vote opens."""

    motion: MotionId
    option: OptionId
    text: BlobName


class OptionWithdraw(Act, frozen=True, kw_only=True, tag="option.withdraw"):
    """Take one's own option off the ballot, before the vote opens."""

    motion: MotionId
    option: OptionId


class TimeVary(Act, frozen=True, kw_only=True, tag="time.vary"):
    """Make the discussion of a motion, or the voting on it, longer (or ``shorter``) by ``length``, a duration such as ``P7D``.

    Only those whom the clock names in ``vary`` may, once for each.
    """

    motion: MotionId
    what: Literal["discussion", "voting"]
    length: str
    shorter: bool = False


class RollCallDemand(Act, frozen=True, kw_only=True, tag="roll-call.demand"):
    """Demand that each vote by name, where the bylaws let one; hands and paper are not counted then."""

    motion: MotionId
