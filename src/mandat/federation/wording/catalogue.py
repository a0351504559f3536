"""All words of all rooms in two tables."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.federation.assembly.caucuses import words as caucuses
from mandat.federation.assembly.convening import words as convening
from mandat.federation.assembly.instructions import words as instructions
from mandat.federation.assembly.meetings import words as meetings
from mandat.federation.assembly.motions import words as motions
from mandat.federation.assembly.proxies import words as proxies
from mandat.federation.authority.agreements import words as agreements
from mandat.federation.authority.checks import words as checks
from mandat.federation.authority.duties import words as duties
from mandat.federation.authority.powers import words as powers
from mandat.federation.authority.questions import words as questions
from mandat.federation.base.agenda import words as agenda
from mandat.federation.base.decisions import words as decisions
from mandat.federation.base.interpretation import words as interpretation
from mandat.federation.base.rulings import Effect
from mandat.federation.base.tenure import words as tenure
from mandat.federation.base.words import Words
from mandat.federation.law import words as law
from mandat.federation.people.bodies import words as bodies
from mandat.federation.people.facts import words as facts
from mandat.federation.people.keys import words as keys
from mandat.federation.people.members import words as members
from mandat.federation.seats.confidence import words as confidence
from mandat.federation.seats.elections import words as elections
from mandat.federation.seats.limits import words as limits
from mandat.federation.seats.posts import words as posts
from mandat.federation.seats.recall import words as recall
from mandat.language import Message

ROOMS = (
    decisions,
    interpretation,
    tenure,
    law,
    keys,
    bodies,
    members,
    facts,
    posts,
    limits,
    elections,
    confidence,
    recall,
    meetings,
    convening,
    motions,
    proxies,
    caucuses,
    questions,
    powers,
    checks,
    agreements,
    instructions,
    duties,
    agenda,
)

REQUIREMENTS: Mapping[str, Words] = {
    code: words for room in ROOMS for code, words in room.REQUIREMENTS.items()
}
"""Code of a requirement → what it asks, and the remedy."""

EFFECTS: Mapping[type[Effect], Message] = {
    kind: words for room in ROOMS for kind, words in room.EFFECTS.items()
}
"""Type of effect → its sentence."""
