"""What follows when an instant has come: one table, asked before each act and soon after the instant."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from mandat.federation.assembly.convening import calling as calling_meetings
from mandat.federation.assembly.convening import demanding as demands
from mandat.federation.assembly.motions import closing, petitions
from mandat.federation.authority.agreements import force
from mandat.federation.authority.checks import rules as check_rules
from mandat.federation.authority.duties import rules as duty_rules
from mandat.federation.authority.powers import afterwards
from mandat.federation.authority.questions import rules as question_rules
from mandat.federation.base.draft import Draft
from mandat.federation.law import amending
from mandat.federation.seats.elections import timing, voting
from mandat.federation.seats.posts import confirming, keeping, terms
from mandat.federation.seats.recall import petitioning
from mandat.federation.seats.succession import steps as succession

DUE: Mapping[str, Callable[[Draft, Any], None]] = {
    "confirmation": confirming.fall_due,
    "term": terms.end_term,
    "window": terms.window_opens,
    "rotation": terms.rotate,
    "caretaker": terms.end_care,
    "keeps": keeping.recheck,
    "by-election": voting.miss_deadline,
    "nomination": timing.nominations_over,
    "election-close": timing.voting_over,
    "election-due": timing.call_due,
    "vacancy": succession.miss_vacancy,
    "petition": petitioning.lapse,
    "recall-vote": petitions.vote_due,
    "question": question_rules.overdue,
    "vote": closing.fall_due,
    "check": check_rules.fall_due,
    "force": force.fall_due,
    "leave": force.leave,
    "duty": duty_rules.overdue,
    "need": afterwards.fall_due,
    "bylaws": amending.fall_due,
    "demand": demands.fall_due,
    "meeting": calling_meetings.fall_due,
}
"""Kind of thing on the agenda → what happens when it falls due."""
