"""What happens to petitions for recall."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from mandat.bylaws.model.ids import LineId, RecallId
from mandat.federation.base.closed import PetitionEnd, PetitionStage, SignatureLapse
from mandat.federation.base.lookup import any_order
from mandat.federation.base.rulings import Effect
from mandat.federation.base.types import (
    BlobName,
    BodyId,
    BylawsVersion,
    MotionId,
    PersonId,
    PetitionId,
    PostId,
)
from mandat.federation.seats.recall.state import Petition, Recalls
from mandat.instants import Instant

if TYPE_CHECKING:
    from mandat.federation.state import Appliers, State


class PetitionStarted(Effect, frozen=True, kw_only=True, tag="petition.started"):
    """Signatures are collected, until ``until`` if the bylaws set a time."""

    petition: PetitionId
    rule: RecallId
    target: PostId | BodyId
    body: BodyId
    bylaws_version: BylawsVersion
    starter: PersonId
    support: int
    at: Instant
    holder: PersonId | None = None
    until: Instant | None = None
    opens: Instant | None = None
    reasons: tuple[str, ...] = ()


class PetitionSigned(Effect, frozen=True, kw_only=True, tag="petition.signed"):
    """A person has signed."""

    petition: PetitionId
    person: PersonId
    at: Instant


class SignaturesLapsed(Effect, frozen=True, kw_only=True, tag="signatures.lapsed"):
    """Signatures count no more: taken back, too old, or of people who may not sign any more."""

    petition: PetitionId
    people: tuple[PersonId, ...]
    reason: SignatureLapse


class PetitionComplete(Effect, frozen=True, kw_only=True, tag="petition.complete"):
    """There are enough signatures: the body decides on ``motion``."""

    petition: PetitionId
    motion: MotionId
    signed: int
    vote_from: Instant | None = None


class PetitionEnded(Effect, frozen=True, kw_only=True, tag="petition.ended"):
    """The petition is carried, defeated, or lapsed for a ``reason``; ``barred_until`` is when it may be started again."""

    petition: PetitionId
    stage: PetitionStage
    reason: PetitionEnd
    barred_until: Instant | None = None


class TargetHeard(Effect, frozen=True, kw_only=True, tag="target.heard"):
    """The target of a petition was heard, or had the opportunity; ``text`` names the statement."""

    petition: PetitionId
    by: PersonId
    text: BlobName | None = None


class PersonBarred(Effect, frozen=True, kw_only=True, tag="person.barred"):
    """A person who was recalled may not take a seat of these lines again until an instant."""

    person: PersonId
    lines: tuple[LineId, ...]
    until: Instant


def petition_started(state: State, effect: PetitionStarted) -> State:
    """Add a petition."""
    petition = Petition(
        id=effect.petition,
        rule=effect.rule,
        target=effect.target,
        body=effect.body,
        bylaws_version=effect.bylaws_version,
        started=effect.at,
        starter=effect.starter,
        support=effect.support,
        reasons=effect.reasons,
        holder=effect.holder,
        until=effect.until,
        opens=effect.opens,
        first=effect.at,
    )
    return _put(state, petition)


def petition_signed(state: State, effect: PetitionSigned) -> State:
    """Add a signature."""
    petition = state.recalls.all[effect.petition]
    first = petition.first if petition.signers else effect.at
    signers = petition.signers.set(effect.person, effect.at)
    return _put(state, msgspec.structs.replace(petition, signers=signers, first=first))


def signatures_lapsed(state: State, effect: SignaturesLapsed) -> State:
    """Take signatures away."""
    petition = state.recalls.all[effect.petition]
    signers = petition.signers.mutate()
    for person in effect.people:
        del signers[person]
    left = signers.finish()
    first = min(any_order(left).values(), default=petition.first)
    return _put(state, msgspec.structs.replace(petition, signers=left, first=first))


def petition_complete(state: State, effect: PetitionComplete) -> State:
    """Let the body vote."""
    petition = state.recalls.all[effect.petition]
    return _put(
        state,
        msgspec.structs.replace(petition, stage="voting", motion=effect.motion, vote_from=effect.vote_from),
    )


def target_heard(state: State, effect: TargetHeard) -> State:
    """Note it."""
    petition = state.recalls.all[effect.petition]
    return _put(state, msgspec.structs.replace(petition, heard=True))


def person_barred(state: State, effect: PersonBarred) -> State:
    """Keep until when."""
    bars = state.recalls.bars
    for line in effect.lines:
        bars = bars.set((line, effect.person), effect.until)
    return _with(state, msgspec.structs.replace(state.recalls, bars=bars))


def petition_ended(state: State, effect: PetitionEnded) -> State:
    """End a petition, and bar the same for a while if the bylaws say so."""
    petition = msgspec.structs.replace(state.recalls.all[effect.petition], stage=effect.stage)
    changed = _put(state, petition)
    if effect.barred_until is None:
        return changed
    barred = changed.recalls.barred.set((petition.rule, petition.target), effect.barred_until)
    return _with(changed, msgspec.structs.replace(changed.recalls, barred=barred))


def _put(state: State, petition: Petition) -> State:
    recalls = state.recalls
    key = (petition.rule, petition.target)
    running = recalls.running.delete(key) if key in recalls.running else recalls.running
    return _with(
        state,
        Recalls(
            all=recalls.all.set(petition.id, petition),
            barred=recalls.barred,
            bars=recalls.bars,
            running=running.set(key, petition.id) if petition.runs else running,
        ),
    )


def _with(state: State, recalls: Recalls) -> State:
    return msgspec.structs.replace(state, recalls=recalls)


APPLIERS: Appliers = {
    PetitionStarted: petition_started,
    PetitionSigned: petition_signed,
    SignaturesLapsed: signatures_lapsed,
    PetitionComplete: petition_complete,
    PetitionEnded: petition_ended,
    TargetHeard: target_heard,
    PersonBarred: person_barred,
}
