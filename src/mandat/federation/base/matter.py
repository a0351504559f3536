"""What a motion would do: a tagged union, so that whoever decides on it reads fields and takes no texts apart.

On the record a matter is a short list with its kind first, as a secretary types it: ``["power", "treaty.sign"]``,
``["appoint", "chair:chair:-:1", "ann"]``, ``["fact", "paid", "local/a", 300]``.

>>> msgspec.json.decode(b'["relief", "chair:chair:-:1"]', type=Matter)
Relief(target='chair:chair:-:1')
"""

from __future__ import annotations

from typing import Literal

import msgspec

from mandat.bylaws.model.ids import CheckId, FactId, PowerId
from mandat.federation.base.types import (
    Actor,
    AgreementId,
    DemandId,
    EntryIndex,
    FactOf,
    MeetingId,
    MotionId,
    OpenQuestionId,
    OptionId,
    PersonId,
    PetitionId,
    PostId,
    StopId,
    TargetId,
)


class _Matter(
    msgspec.Struct, frozen=True, gc=False, array_like=True, tag_field="kind", forbid_unknown_fields=True
):
    """What all matters have in common: two that say the same are the same."""


class PowerUse(_Matter, frozen=True, tag="power"):
    """Exercise a power on the text of the motion.

    ``measure`` is what the executor would else choose: the amount, or the instant from which adopted bylaws are in force.
    """

    power: PowerId
    measure: int | str | None = None


class Consent(_Matter, frozen=True, tag="consent"):
    """Consent to another's exercise of a power on this text; defeated, it is refused."""

    power: PowerId


class Delegation(_Matter, frozen=True, tag="delegate"):
    """Delegate a power, for one ``matter`` or for all."""

    power: PowerId
    to: Actor
    matter: str = ""


class Resumption(_Matter, frozen=True, tag="resume"):
    """Take a delegated power back."""

    power: PowerId
    to: Actor
    matter: str = ""


class Interpretation(_Matter, frozen=True, tag="read"):
    """Answer a question that the bylaws leave open."""

    question: OpenQuestionId
    reading: str


class Appointment(_Matter, frozen=True, tag="appoint"):
    """Appoint a person to a post."""

    post: PostId
    person: PersonId


class Sending(_Matter, frozen=True, tag="send"):
    """Send a person to a post of a higher body."""

    post: PostId
    person: PersonId


class Nomination(_Matter, frozen=True, tag="nominate"):
    """Nominate a person whom others appoint."""

    post: PostId
    person: PersonId


class Confirmation(_Matter, frozen=True, tag="confirm"):
    """Consent to a person proposed for a post; defeated, it is refused."""

    post: PostId
    person: PersonId


class Relief(_Matter, frozen=True, tag="relief"):
    """Remove whom the body may remove by its own decision: the holder of a post, or a whole body."""

    target: TargetId


class ReliefConsent(_Matter, frozen=True, tag="consent-relief"):
    """Consent to the removal that an officer decides alone."""

    target: TargetId


class Restoration(_Matter, frozen=True, tag="restore"):
    """Let a suspended holder serve again."""

    post: PostId


class RecallByPetition(_Matter, frozen=True, tag="recall"):
    """Recall whom a petition is against; nobody tables it, it comes with the signatures."""

    petition: PetitionId


class FactAdoption(_Matter, frozen=True, tag="fact"):
    """Adopt what a fact is from now on."""

    fact: FactId
    of: FactOf
    value: int | str


class FactJudgement(_Matter, frozen=True, tag="judge"):
    """Settle a doubt about a fact."""

    fact: FactId
    of: FactOf
    value: int | str


class Instructing(_Matter, frozen=True, tag="instruct"):
    """Tell the delegates of a body how to vote on a motion elsewhere."""

    motion: MotionId
    choice: Literal["yes", "no", "abstain"]


class Convocation(_Matter, frozen=True, tag="convene"):
    """Consent to a meeting, by its id or by that of the demand for it."""

    meeting: MeetingId | DemandId


class Demanding(_Matter, frozen=True, tag="demand"):
    """Join a demand that a body meets, as a body."""

    demand: DemandId


class Ratification(_Matter, frozen=True, tag="ratify"):
    """Ratify an agreement."""

    agreement: AgreementId


class Leaving(_Matter, frozen=True, tag="leave"):
    """Give notice of an agreement."""

    agreement: AgreementId


class CheckUse(_Matter, frozen=True, tag="check"):
    """Use a check against a motion (with ``option``: the last change of it), or against what was done in an entry."""

    rule: CheckId
    against: MotionId | EntryIndex
    option: OptionId | None = None


class Lifting(_Matter, frozen=True, tag="lift"):
    """Lift a suspension."""

    stop: StopId


class Staying(_Matter, frozen=True, tag="stays"):
    """Insist on what a check is against."""

    stop: StopId


Matter = (
    PowerUse
    | Consent
    | Delegation
    | Resumption
    | Interpretation
    | Appointment
    | Sending
    | Nomination
    | Confirmation
    | Relief
    | ReliefConsent
    | Restoration
    | RecallByPetition
    | FactAdoption
    | FactJudgement
    | Instructing
    | Convocation
    | Demanding
    | Ratification
    | Leaving
    | CheckUse
    | Lifting
    | Staying
)
