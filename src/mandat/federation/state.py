"""The state of a federation: one value, made of the parts that the rooms keep.

It is persistent: ``apply`` returns a new state that shares with the old one what did not change. Whoever holds a state
(a page, a frozen electorate) holds it for good.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from mandat.federation.agenda.state import Agenda
from mandat.federation.agreements.state import Agreements
from mandat.federation.bodies.state import Bodies
from mandat.federation.caucuses.state import Caucuses
from mandat.federation.checks.state import Checks
from mandat.federation.confidence.state import Confidence
from mandat.federation.convening.state import Convening
from mandat.federation.duties.state import Duties
from mandat.federation.elections.state import Elections
from mandat.federation.facts.state import Facts
from mandat.federation.instructions.state import Instructions
from mandat.federation.keys.state import Keys
from mandat.federation.law.state import Law
from mandat.federation.limits.state import Limits
from mandat.federation.meetings.state import Meetings
from mandat.federation.members.state import Members
from mandat.federation.motions.state import Motions
from mandat.federation.posts.state import Posts
from mandat.federation.powers.state import Powers
from mandat.federation.proxies.state import Proxies
from mandat.federation.questions.state import Questions
from mandat.federation.recall.state import Recalls
from mandat.federation.rulings import Effect


class State(msgspec.Struct, frozen=True, kw_only=True):
    """Everything the record says so far. ``founded`` is the id of the federation, empty before the first act."""

    founded: str = ""
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
    agenda: Agenda = Agenda()


EMPTY = State()

Applier = Callable[[State, Any], State]
Appliers = Mapping[type[Effect], Applier]
"""Type of effect → the function that executes it, as each room lists its own."""
