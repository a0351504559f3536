"""Which room decides which act, and which effect changes which part of the state: two tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from mandat.federation.assembly.caucuses import effects as caucus_effects
from mandat.federation.assembly.caucuses import rules as caucus_rules
from mandat.federation.assembly.convening import calling as calling_meetings
from mandat.federation.assembly.convening import effects as convening_effects
from mandat.federation.assembly.instructions import effects as instruction_effects
from mandat.federation.assembly.instructions import rules as instruction_rules
from mandat.federation.assembly.meetings import effects as meeting_effects
from mandat.federation.assembly.meetings import rules as meeting_rules
from mandat.federation.assembly.meetings import standing_in
from mandat.federation.assembly.motions import closing
from mandat.federation.assembly.motions import effects as motion_effects
from mandat.federation.assembly.proxies import effects as proxy_effects
from mandat.federation.assembly.proxies import rules as proxy_rules
from mandat.federation.authority.agreements import effects as agreement_effects
from mandat.federation.authority.agreements import rules as agreement_rules
from mandat.federation.authority.checks import effects as check_effects
from mandat.federation.authority.checks import rules as check_rules
from mandat.federation.authority.duties import effects as duty_effects
from mandat.federation.authority.duties import rules as duty_rules
from mandat.federation.authority.powers import effects as power_effects
from mandat.federation.authority.powers import exercising
from mandat.federation.authority.questions import effects as question_effects
from mandat.federation.authority.questions import rules as question_rules
from mandat.federation.base.acts import Act
from mandat.federation.base.agenda import effects as agenda_effects
from mandat.federation.base.decisions import effects as decision_effects
from mandat.federation.base.draft import Draft
from mandat.federation.base.interpretation import effects as interpretation_effects
from mandat.federation.base.rulings import Effect
from mandat.federation.law import effects as law_effects
from mandat.federation.law import founding, interpreting
from mandat.federation.people.bodies import effects as body_effects
from mandat.federation.people.bodies import rules as body_rules
from mandat.federation.people.facts import effects as fact_effects
from mandat.federation.people.facts import rules as fact_rules
from mandat.federation.people.keys import effects as key_effects
from mandat.federation.people.keys import rules as key_rules
from mandat.federation.people.members import effects as member_effects
from mandat.federation.people.members import importing
from mandat.federation.people.members import rules as member_rules
from mandat.federation.seats.confidence import effects as confidence_effects
from mandat.federation.seats.confidence import rules as confidence_rules
from mandat.federation.seats.elections import calling, draws, result, voting
from mandat.federation.seats.elections import effects as election_effects
from mandat.federation.seats.limits import effects as limit_effects
from mandat.federation.seats.posts import confirming, filling
from mandat.federation.seats.posts import effects as post_effects
from mandat.federation.seats.recall import completing, petitioning
from mandat.federation.seats.recall import effects as recall_effects
from mandat.federation.seats.recall import relieving as relief
from mandat.federation.seats.succession import lots
from mandat.federation.state import Applier

Decider = Callable[[Draft, Any], None]

DECIDERS: Mapping[type[Act], Decider] = {
    **founding.DECIDERS,
    **interpreting.DECIDERS,
    **key_rules.DECIDERS,
    **body_rules.DECIDERS,
    **member_rules.DECIDERS,
    **importing.DECIDERS,
    **fact_rules.DECIDERS,
    **calling.DECIDERS,
    **voting.DECIDERS,
    **result.DECIDERS,
    **lots.DECIDERS,
    **draws.DECIDERS,
    **filling.DECIDERS,
    **confirming.DECIDERS,
    **standing_in.DECIDERS,
    **confidence_rules.DECIDERS,
    **petitioning.DECIDERS,
    **completing.DECIDERS,
    **relief.DECIDERS,
    **meeting_rules.DECIDERS,
    **calling_meetings.DECIDERS,
    **closing.DECIDERS,
    **proxy_rules.DECIDERS,
    **caucus_rules.DECIDERS,
    **question_rules.DECIDERS,
    **exercising.DECIDERS,
    **check_rules.DECIDERS,
    **agreement_rules.DECIDERS,
    **instruction_rules.DECIDERS,
    **duty_rules.DECIDERS,
}
"""Type of act → the function that examines it."""

APPLIERS: Mapping[type[Effect], Applier] = {
    **law_effects.APPLIERS,
    **interpretation_effects.APPLIERS,
    **key_effects.APPLIERS,
    **body_effects.APPLIERS,
    **member_effects.APPLIERS,
    **fact_effects.APPLIERS,
    **post_effects.APPLIERS,
    **limit_effects.APPLIERS,
    **election_effects.APPLIERS,
    **confidence_effects.APPLIERS,
    **recall_effects.APPLIERS,
    **meeting_effects.APPLIERS,
    **convening_effects.APPLIERS,
    **motion_effects.APPLIERS,
    **proxy_effects.APPLIERS,
    **caucus_effects.APPLIERS,
    **question_effects.APPLIERS,
    **power_effects.APPLIERS,
    **check_effects.APPLIERS,
    **agreement_effects.APPLIERS,
    **instruction_effects.APPLIERS,
    **duty_effects.APPLIERS,
    **decision_effects.APPLIERS,
    **agenda_effects.APPLIERS,
}
"""Type of effect → the function that executes it; none can fail."""
