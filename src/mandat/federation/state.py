"""The state of a federation: one value, made of the parts that the rooms keep.

It is persistent: ``apply`` returns a new state that shares with the old one what did not change. Whoever holds a state
(a page, a frozen electorate) holds it for good.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from mandat.federation.assembly.caucuses.state import Caucuses
from mandat.federation.assembly.convening.state import Convening
from mandat.federation.assembly.instructions.state import Instructions
from mandat.federation.assembly.meetings.state import Meetings
from mandat.federation.assembly.motions.state import Motions
from mandat.federation.assembly.proxies.state import Proxies
from mandat.federation.authority.agreements.state import Agreements
from mandat.federation.authority.checks.state import Checks
from mandat.federation.authority.duties.state import Duties
from mandat.federation.authority.powers.state import Powers
from mandat.federation.authority.questions.state import Questions
from mandat.federation.base.agenda.state import Agenda
from mandat.federation.base.decisions.state import Decisions
from mandat.federation.base.rulings import Effect
from mandat.federation.base.types import FederationId
from mandat.federation.law.state import Law
from mandat.federation.people.bodies.state import Bodies
from mandat.federation.people.facts.state import Facts
from mandat.federation.people.keys.state import Keys
from mandat.federation.people.members.state import Members
from mandat.federation.seats.confidence.state import Confidence
from mandat.federation.seats.elections.state import Elections
from mandat.federation.seats.limits.state import Limits
from mandat.federation.seats.posts.state import Posts
from mandat.federation.seats.recall.state import Recalls


class State(msgspec.Struct, frozen=True, kw_only=True):
    """Everything the record says so far. ``founded`` is the id of the federation, None before the first act."""

    founded: FederationId | None = None
    law: Law = Law()
    members: Members = Members()
    bodies: Bodies = Bodies()
    keys: Keys = Keys()
    facts: Facts = Facts()
    posts: Posts = Posts()
    elections: Elections = Elections()
    confidence: Confidence = Confidence()
    recalls: Recalls = Recalls()
    meetings: Meetings = Meetings()
    convening: Convening = Convening()
    motions: Motions = Motions()
    caucuses: Caucuses = Caucuses()
    questions: Questions = Questions()
    proxies: Proxies = Proxies()
    powers: Powers = Powers()
    checks: Checks = Checks()
    agreements: Agreements = Agreements()
    instructions: Instructions = Instructions()
    duties: Duties = Duties()
    limits: Limits = Limits()
    decisions: Decisions = Decisions()
    agenda: Agenda = Agenda()


EMPTY = State()

Applier = Callable[[State, Any], State]
Appliers = Mapping[type[Effect], Applier]
"""Type of effect → the function that executes it, as each room lists its own."""
