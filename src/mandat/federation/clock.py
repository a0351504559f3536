"""What follows when an instant has come: one table, asked before each act and soon after the instant."""

from __future__ import annotations

from collections.abc import Callable, Mapping

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
from mandat.federation.law import amending
from mandat.federation.seats.elections import timing, voting
from mandat.federation.seats.posts import confirming, keeping, terms
from mandat.federation.seats.recall import petitioning
from mandat.federation.seats.succession import steps as succession

DUE: Mapping[type[AgendaItem], Callable[..., None]] = {
    ConfirmationEnd: confirming.fall_due,
    TermEnd: terms.end_term,
    WindowOpening: terms.window_opens,
    RotationDay: terms.rotate,
    CareEnd: terms.end_care,
    KeepsMoment: keeping.recheck,
    ByElectionEnd: voting.miss_deadline,
    NominationEnd: timing.nominations_over,
    PollingEnd: timing.voting_over,
    ElectionCallDay: timing.call_due,
    VacancyEnd: succession.miss_vacancy,
    SigningEnd: petitioning.lapse,
    RecallVoteDay: petitions.vote_due,
    AnswerEnd: question_rules.overdue,
    VotingEnd: closing.fall_due,
    CheckEnd: check_rules.fall_due,
    ForceDay: force.fall_due,
    LeavingDay: force.leave,
    ReportDay: duty_rules.overdue,
    NeedEnd: afterwards.fall_due,
    InForceDay: amending.fall_due,
    DemandEnd: demands.fall_due,
    MeetingDay: calling_meetings.fall_due,
}
"""Type of thing on the agenda → what happens when it falls due, to whom or what it is for."""
