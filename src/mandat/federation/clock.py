"""What follows when an instant has come: one table, asked before each act and soon after the instant."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from mandat.federation.assembly.convening import calling as calling_meetings
from mandat.federation.assembly.convening import demanding as demands
from mandat.federation.assembly.motions import closing, petitions
from mandat.federation.authority.agreements import force
from mandat.federation.authority.checks import rules as check_rules
from mandat.federation.authority.duties import rules as duty_rules
from mandat.federation.authority.powers import afterwards
from mandat.federation.authority.questions import rules as question_rules
from mandat.federation.base.agenda.items import (
    AgendaItem,
    AnswerEnd,
    ByElectionEnd,
    CareEnd,
    CheckEnd,
    ConfirmationEnd,
    DemandEnd,
    ElectionCallDay,
    ForceDay,
    InForceDay,
    KeepsMoment,
    LeavingDay,
    MeetingDay,
    NeedEnd,
    NominationEnd,
    PollingEnd,
    RecallVoteDay,
    ReportDay,
    RotationDay,
    SigningEnd,
    TermEnd,
    VacancyEnd,
    VotingEnd,
    WindowOpening,
)
from mandat.federation.base.draft import Draft, Reaction
from mandat.federation.law import amending
from mandat.federation.seats.elections import timing, voting
from mandat.federation.seats.posts import confirming, keeping, terms
from mandat.federation.seats.recall import petitioning
from mandat.federation.seats.succession import steps as succession

FallingDue = TypeVar("FallingDue", bound=AgendaItem)


def _when(
    kind: type[FallingDue], then: Callable[[Draft, FallingDue], None]
) -> tuple[type[AgendaItem], Reaction]:
    """Pair a kind of thing that falls due with what happens then, which takes a thing of that very kind."""
    return kind, then


DUE: Mapping[type[AgendaItem], Reaction] = dict(
    (
        _when(ConfirmationEnd, confirming.fall_due),
        _when(TermEnd, terms.end_term),
        _when(WindowOpening, terms.window_opens),
        _when(RotationDay, terms.rotate),
        _when(CareEnd, terms.end_care),
        _when(KeepsMoment, keeping.recheck),
        _when(ByElectionEnd, voting.miss_deadline),
        _when(NominationEnd, timing.nominations_over),
        _when(PollingEnd, timing.voting_over),
        _when(ElectionCallDay, timing.call_due),
        _when(VacancyEnd, succession.miss_vacancy),
        _when(SigningEnd, petitioning.lapse),
        _when(RecallVoteDay, petitions.vote_due),
        _when(AnswerEnd, question_rules.overdue),
        _when(VotingEnd, closing.fall_due),
        _when(CheckEnd, check_rules.fall_due),
        _when(ForceDay, force.fall_due),
        _when(LeavingDay, force.leave),
        _when(ReportDay, duty_rules.overdue),
        _when(NeedEnd, afterwards.fall_due),
        _when(InForceDay, amending.fall_due),
        _when(DemandEnd, demands.fall_due),
        _when(MeetingDay, calling_meetings.fall_due),
    )
)
"""Type of thing on the agenda → what happens when it falls due."""
