"""Acts of an election."""

from __future__ import annotations

from mandat.bylaws.model.ids import LineId
from mandat.federation.base.acts import Act
from mandat.federation.base.types import (
    BlobName,
    BodyId,
    DrawId,
    ElectionId,
    OpenQuestionId,
    PersonId,
    PetitionId,
)


class ElectionCall(Act, frozen=True, kw_only=True, tag="election.call"):
    """Call an election of all posts of ``line`` for ``sender`` (left out: for the whole body), counted by ``tellers``."""

    election: ElectionId
    line: LineId
    sender: BodyId | None = None
    body: BodyId | None = None
    tellers: tuple[PersonId, ...] = ()


class CandidateNominate(Act, frozen=True, kw_only=True, tag="candidate.nominate"):
    """Stand as a candidate (signed by the candidate), or enter nomination papers (signed by a teller).

    ``candidates`` are person ids in the order of the ballot paper; ``lists`` gives the list or caucus of each, if any.
    """

    election: ElectionId
    candidates: tuple[PersonId, ...]
    lists: tuple[str, ...] = ()


class NominationSign(Act, frozen=True, kw_only=True, tag="nomination.sign"):
    """Support a candidate who needs it, while nominations are open."""

    election: ElectionId
    candidate: PersonId


class CandidateWithdraw(Act, frozen=True, kw_only=True, tag="candidate.withdraw"):
    """Stand no more, before the election opens."""

    election: ElectionId


class ElectionOpen(Act, frozen=True, kw_only=True, tag="election.open"):
    """Open the voting; the roll of electors is frozen."""

    election: ElectionId


class BallotCast(Act, frozen=True, kw_only=True, tag="ballot.cast"):
    """Vote. In a secret election the signed act says only that; the ballot goes to the box.

    In an open one ``ranking`` holds the numbers of the candidates (or of the lists), best first.
    """

    election: ElectionId
    ranking: tuple[int, ...] | None = None


class ElectionClose(Act, frozen=True, kw_only=True, tag="election.close"):
    """Close the voting; no ballot is taken any more."""

    election: ElectionId


class CountEnter(Act, frozen=True, kw_only=True, tag="count.enter"):
    """Enter the ballots, signed by two tellers: ``ballots`` names a blob in BLT form; the engine counts them."""

    election: ElectionId
    ballots: BlobName


class LotDraw(Act, frozen=True, kw_only=True, tag="lot.draw"):
    """Settle a tie that the rule leaves to a lot: ``chosen`` is one of the names that the question lists.

    ``source`` says how it was drawn (a published seed, or "hat, before two witnesses").
    """

    question: OpenQuestionId
    chosen: str
    source: str


class DrawAnnounce(Act, frozen=True, kw_only=True, tag="draw.announce"):
    """Announce that the vacant seats of ``line`` will be filled by lot, and freeze the pool.

    ``sources`` say from where the values will come that nobody can know yet ("the lottery of 1 May"), in the order in which they
    will be used; ``petition`` names the recall for which a jury is drawn.
    """

    draw: DrawId
    line: LineId
    sources: tuple[str, ...]
    body: BodyId | None = None
    petition: PetitionId | None = None


class DrawHold(Act, frozen=True, kw_only=True, tag="draw.hold"):
    """Fill the seats by the values that the sources have given, one for each (RFC 3797; ``mandat.counting.published_lot``)."""

    draw: DrawId
    values: tuple[str, ...]
