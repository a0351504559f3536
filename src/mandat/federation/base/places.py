"""The places in the sentences of requirements: what stands in each, by its name.

A requirement says in its numbers what it is about: ``draft.require(holds, "motion.once", motion=…, person=…)``. A place of one
name holds a thing of one type, everywhere; a type checker keeps the calls to it, and whoever reads a ground knows from here
which of its numbers are people, motions or instants (``mandat.federation.base.references``).
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import TypedDict, get_type_hints

from mandat.bylaws.model.ids import DecisionId, DutyId, FactId, LineId, PowerId
from mandat.federation.base.closed import ElectionStage
from mandat.federation.base.matter import Matter
from mandat.federation.base.types import (
    Actor,
    AgreementId,
    BlobName,
    BodyId,
    CaucusId,
    DemandId,
    DrawId,
    ElectionId,
    EntryIndex,
    FactOf,
    MeetingId,
    MotionId,
    OpenQuestionId,
    OptionId,
    PartyId,
    PersonId,
    PetitionId,
    PostId,
    QuestionId,
    StopId,
    TargetId,
)
from mandat.instants import Instant


class Places(TypedDict, total=False):
    """What may stand in the sentence of a requirement."""

    # people and things
    about: Matter
    against: MotionId | EntryIndex
    agreement: AgreementId
    blob: BlobName | None
    body: BodyId | None
    candidate: PersonId
    caucus: CaucusId | None
    delegate: Actor
    demand: DemandId
    draw: DrawId
    election: ElectionId
    exercise: EntryIndex | None
    first: PersonId | None
    into: BodyId
    item: MotionId
    meeting: MeetingId | None
    motion: MotionId
    mover: PersonId
    of: FactOf | TargetId
    opener: PersonId
    option: OptionId
    other: PersonId
    part_of: BodyId
    party: PartyId | None
    person: PersonId | None
    petition: PetitionId | None
    post: PostId | None
    question: QuestionId | OpenQuestionId
    sender: BodyId | None
    served: OpenQuestionId | None
    signer: Actor
    stop: StopId | None
    target: TargetId
    # instants; ``opens`` is a text where the act gave one that is none
    at: Instant | None
    opens: Instant | str
    until: Instant | None
    # numbers
    ballots: int
    bodies: int
    drawn: int
    entitled: int
    faults: int
    given: int
    held: int
    lines: int
    most: int | Fraction | str | None
    number: int | None
    places: int
    row: int | None
    signed: int
    standing: int
    tellers: int
    voted: int
    votes: int
    wanted: int
    # words of the bylaws and of the act
    acting: str
    alike: str
    by: str
    cause: str
    covered: str
    changed: str
    choice: str | None
    chosen: str
    decision: DecisionId | None
    duty: DutyId
    event: str
    events: str
    fact: FactId
    fill: str
    group: str
    holder: str
    how: str
    id: str
    instructed: str
    judge: str
    kind: str | None
    limit: str
    line: LineId
    method: str | None
    missing: str | None
    mode: str
    needed: str | tuple[ElectionStage, ...]
    officers: str
    options: str
    overdue: str
    parties: str
    power: PowerId | FactId | None
    prescribed: str | None
    reading: str
    readings: str
    reason: str | None
    reasons: str
    result: str
    rule: str
    silence: str
    stage: str
    tally: str | None
    teller: str
    tied: str
    type: str
    used: EntryIndex | str | None
    value: int | str
    to: str
    what: str


TYPE_OF_PLACE: Mapping[str, object] = get_type_hints(Places)
"""Name of a place → what stands there."""
