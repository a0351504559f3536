"""All words of all rooms in two tables."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.federation.agenda import words as agenda
from mandat.federation.agreements import words as agreements
from mandat.federation.bodies import words as bodies
from mandat.federation.caucuses import words as caucuses
from mandat.federation.checks import words as checks
from mandat.federation.confidence import words as confidence
from mandat.federation.convening import words as convening
from mandat.federation.duties import words as duties
from mandat.federation.elections import words as elections
from mandat.federation.facts import words as facts
from mandat.federation.instructions import words as instructions
from mandat.federation.keys import words as keys
from mandat.federation.law import words as law
from mandat.federation.limits import words as limits
from mandat.federation.meetings import words as meetings
from mandat.federation.members import words as members
from mandat.federation.motions import words as motions
from mandat.federation.posts import words as posts
from mandat.federation.powers import words as powers
from mandat.federation.proxies import words as proxies
from mandat.federation.questions import words as questions
from mandat.federation.recall import words as recall
from mandat.federation.rulings import Effect
from mandat.federation.wording.words import Words

ROOMS = (
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

EFFECTS: Mapping[type[Effect], tuple[str, str]] = {
    kind: words for room in ROOMS for kind, words in room.EFFECTS.items()
}
"""Type of effect → a sentence in English and in French."""
