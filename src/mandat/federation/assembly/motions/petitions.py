"""A complete petition for recall comes before the body that decides, and the vote is opened as soon as that is possible."""

from __future__ import annotations

from mandat.federation.assembly.motions.effects import MotionTabled
from mandat.federation.assembly.motions.opening import open_vote
from mandat.federation.base.agenda.items import RecallVoteDay
from mandat.federation.base.decisions.forms import needs_presence
from mandat.federation.base.draft import Draft
from mandat.federation.base.lookup import given
from mandat.federation.base.matter import RecallByPetition
from mandat.federation.base.population.electorate import electorate_of
from mandat.federation.base.types import PetitionId
from mandat.federation.seats.recall.effects import PetitionComplete, TargetHeard
from mandat.federation.seats.recall.settling import rule_of
from mandat.federation.seats.recall.waiting import is_ready


def petition_complete(draft: Draft, effect: PetitionComplete) -> None:
    """Table the motion of a petition that has enough signatures; nobody need move it."""
    petition = draft.state.recalls.all[effect.petition]
    draft.emit(
        MotionTabled(
            motion=effect.motion,
            body=petition.body,
            decision=given(rule_of(draft, petition).deciding.decision),
            mover=petition.starter,
            at=draft.at,
            about=RecallByPetition(petition.id),
        )
    )
    _open(draft, petition.id)


def target_heard(draft: Draft, effect: TargetHeard) -> None:
    """The target was heard: the vote need not wait for it any more."""
    _open_if_waiting(draft, effect.petition)


def vote_due(draft: Draft, due: RecallVoteDay) -> None:
    """The time for discussion or for the hearing is over."""
    _open_if_waiting(draft, due.petition)


def _open_if_waiting(draft: Draft, name: PetitionId) -> None:
    petition = draft.state.recalls.all.get(name)
    if petition is None or petition.stage != "voting" or petition.motion in draft.state.motions.votes:
        return
    with draft.under(petition.bylaws_version):
        _open(draft, name)


def _open(draft: Draft, name: PetitionId) -> None:
    """Open the vote, unless it must wait, nobody is entitled yet, or it can be taken only in a meeting."""
    petition = draft.state.recalls.all[name]
    rule = rule_of(draft, petition)
    decision = draft.book.decision(rule.deciding.decision or "")
    meets = draft.state.meetings.open_of(petition.body) is not None
    ready = is_ready(draft, rule, petition) and bool(electorate_of(draft, petition.body))
    if ready and (meets or not needs_presence(decision)):
        open_vote(draft, draft.state.motions.all[given(petition.motion)])
