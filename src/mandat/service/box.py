"""The box of a secret ballot: what goes in, and what is published when it is opened."""

from __future__ import annotations

from collections import Counter

import msgspec

from mandat.counting import Candidate
from mandat.federation.assembly.motions.acts import VoteCast, VoteClose
from mandat.federation.assembly.motions.ranking import parse_paper
from mandat.federation.assembly.motions.voting import paper_of
from mandat.federation.base.acts import Act
from mandat.federation.base.types import ElectionId, MotionId
from mandat.federation.seats.elections.acts import BallotCast, CountEnter
from mandat.federation.seats.elections.counting import method_of, options
from mandat.federation.seats.elections.state import Election
from mandat.federation.state import State
from mandat.language import msg
from mandat.record.blobs import Blob
from mandat.record.boxes import BoxName, ElectionBox, MotionBox
from mandat.record.reasons import NotTaken, Reason
from mandat.record.store.interface import Store
from mandat.service.incoming import BoxedBallot

CHOICES = frozenset({b"yes", b"no", b"abstain"})


def box_of(state: State, act: Act) -> BoxName | None:
    """Return the box into which an act puts its ballot; None if it puts none."""
    if isinstance(act, BallotCast):
        return ElectionBox(act.election) if act.ranking is None else None
    if isinstance(act, VoteCast) and act.choice is None:
        vote = state.motions.votes.get(act.motion)
        return MotionBox(act.motion) if vote is not None and vote.secret else None
    return None


def check_cast(state: State, act: Act, ballot: BoxedBallot | None) -> None:
    """Refuse a ballot that is not the one of this very act, and a secret vote without its ballot; raises ``NotTaken``.

    Else any act could carry ballots into any box.
    """
    box = box_of(state, act)
    if box is None:
        if ballot is not None:
            raise NotTaken(Reason.BAD_BALLOT, problem=msg("the act does not cast a secret ballot"))
        return
    if ballot is None:
        raise NotTaken(
            Reason.BAD_BALLOT, problem=msg("the act says that its author votes, and no ballot came with it")
        )
    if ballot.box != box:
        raise NotTaken(
            Reason.BAD_BALLOT,
            problem=msg("it is a ballot of another vote than the one that the act names"),
        )
    if isinstance(box, ElectionBox):
        check_ballot(state, ElectionId(box.election), ballot.ballot)
    else:
        check_vote(state, MotionId(box.motion), ballot.ballot)


def check_vote(state: State, motion: MotionId, ballot: bytes) -> None:
    """Refuse a ballot on a motion that is no choice, or between options no ranking of them; raises ``NotTaken``."""
    vote = state.motions.votes[motion]
    if not vote.between.paper:
        if ballot not in CHOICES:
            raise NotTaken(Reason.BAD_BALLOT, problem=msg("it says yes, no, or abstain"))
        return
    decision = state.law.books[vote.bylaws_version].decision(state.motions.all[motion].decision)
    options = paper_of(vote, decision)
    text = ballot.decode(errors="replace")
    if (
        not text.isprintable() or parse_paper(text, options) is None
    ):  # a line break would make two ballots of it
        listed = ", ".join(options)
        raise NotTaken(
            Reason.BAD_BALLOT,
            problem=msg("it ranks options, best first, as in a > b = c, each once; they are {listed}")(
                listed=listed
            ),
        )


def emptied_by(act: Act) -> BoxName | None:
    """Return the box that an admitted act has emptied: its ballots now stand in the blob that the act names."""
    if isinstance(act, CountEnter):
        return ElectionBox(act.election)
    return MotionBox(act.motion) if isinstance(act, VoteClose) and act.box is not None else None


def check_ballot(state: State, election: ElectionId, ballot: bytes) -> None:
    """Refuse a ballot with a gap, a repeat, or somebody who does not stand; raises ``NotTaken`` with the words."""
    found = state.elections.all.get(election)
    if found is None:
        raise NotTaken(Reason.BAD_BALLOT, problem=msg("there is no election {election}")(election=election))
    try:
        ranking = msgspec.json.decode(ballot, type=list[int])
    except msgspec.DecodeError as error:
        raise NotTaken(
            Reason.BAD_BALLOT, problem=msg("it is a list of numbers, best first, without gaps")
        ) from error
    numbers = {option.number for option in _paper(state, found) if not option.withdrawn}
    for place, number in enumerate(ranking, 1):
        if number not in numbers:
            raise NotTaken(
                Reason.BAD_BALLOT,
                problem=msg("at rank {place} stands {number}, and nobody has that number")(
                    place=place, number=number
                ),
            )
        if number in ranking[: place - 1]:
            raise NotTaken(
                Reason.BAD_BALLOT,
                problem=msg("candidate {number} stands twice, again at rank {place}")(
                    number=number, place=place
                ),
            )


def _paper(state: State, election: Election) -> tuple[Candidate, ...]:
    line = state.law.books[election.bylaws_version].line(election.line)
    return options(election, method_of(line.filling.elect, election))


def publish(store: Store, state: State, election: ElectionId, salt: bytes) -> Blob:
    """Return the ballots of a closed election as a BLT blob for two tellers to sign: sorted, so that no order is left."""
    found = state.elections.all[election]
    paper = _paper(state, found)
    papers = Counter(
        tuple(msgspec.json.decode(ballot, type=list[int])) for ballot in store.box(ElectionBox(election))
    )
    lines = [f"{len(paper)} {found.places}"]
    lines += [
        f"{weight} {' '.join(map(str, ranking))} 0".replace("  ", " ")
        for ranking, weight in sorted(papers.items())
    ]
    lines += ["0", *(f'"{option.name}"' for option in paper)]
    return Blob(salt, ("\n".join(lines) + "\n").encode())


def publish_votes(store: Store, motion: MotionId, salt: bytes) -> Blob:
    """Return the ballots of a secret vote on a motion, one a line, sorted."""
    return Blob(salt, b"".join(ballot + b"\n" for ballot in store.box(MotionBox(motion))))
