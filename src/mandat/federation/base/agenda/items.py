"""What can fall due: one type for each kind, so that nobody takes a text apart to know for whom or what.

On the record it is a short list with its kind first: ``["term", POST]``, ``["force", AGREEMENT, PARTY]``.
"""

from __future__ import annotations

import msgspec

from mandat.bylaws.model.ids import DutyId, LineId
from mandat.federation.base.types import (
    AgreementId,
    BodyId,
    BylawsVersion,
    DemandId,
    ElectionId,
    EntryIndex,
    MotionId,
    PartyId,
    PetitionId,
    PostId,
    QuestionId,
    StopId,
    TargetId,
)


class AgendaItem(msgspec.Struct, frozen=True, gc=False, array_like=True, tag_field="kind"):
    """Something that falls due."""

    @property
    def kind(self) -> str:
        """What kind of thing it is."""
        return str(self.__struct_config__.tag)

    @property
    def things(self) -> tuple[str | int, ...]:
        """For whom or what it falls due, as the record names it."""
        return tuple("" if each is None else each for each in msgspec.structs.astuple(self))


class ConfirmationEnd(AgendaItem, frozen=True, tag="confirmation"):
    """The time of others to consent to who is proposed for a post."""

    post: PostId


class TermEnd(AgendaItem, frozen=True, tag="term"):
    """The term of a post."""

    post: PostId


class WindowOpening(AgendaItem, frozen=True, tag="window"):
    """The days in which a term ends."""

    post: PostId


class RotationDay(AgendaItem, frozen=True, tag="rotation"):
    """The day on which so many of a line leave."""

    line: LineId
    body: BodyId


class CareEnd(AgendaItem, frozen=True, tag="caretaker"):
    """The time in which who has left a post still takes care."""

    post: PostId


class KeepsMoment(AgendaItem, frozen=True, tag="keeps"):
    """The moment at which a holder may no longer be fit to hold a post."""

    post: PostId


class ByElectionEnd(AgendaItem, frozen=True, tag="by-election"):
    """The time for a by-election."""

    election: ElectionId


class NominationEnd(AgendaItem, frozen=True, tag="nomination"):
    """The time for nominations."""

    election: ElectionId


class PollingEnd(AgendaItem, frozen=True, tag="election-close"):
    """The time to vote in an election."""

    election: ElectionId


class ElectionCallDay(AgendaItem, frozen=True, tag="election-due"):
    """The day on which the next election is called."""

    line: LineId
    body: BodyId
    sender: BodyId | None = None


class VacancyEnd(AgendaItem, frozen=True, tag="vacancy"):
    """The time in which a vacancy is to be filled."""

    post: PostId


class SigningEnd(AgendaItem, frozen=True, tag="petition"):
    """The time to sign a petition."""

    petition: PetitionId


class RecallVoteDay(AgendaItem, frozen=True, tag="recall-vote"):
    """The day from which a recall may be voted on."""

    petition: PetitionId


class AnswerEnd(AgendaItem, frozen=True, tag="question"):
    """The time to answer a question."""

    question: QuestionId


class VotingEnd(AgendaItem, frozen=True, tag="vote"):
    """The time to vote on a motion."""

    motion: MotionId


class CheckEnd(AgendaItem, frozen=True, tag="check"):
    """The time to sign a check, or for which it lasts."""

    stop: StopId


class ForceDay(AgendaItem, frozen=True, tag="force"):
    """The day from which an agreement binds a party."""

    agreement: AgreementId
    party: PartyId


class LeavingDay(AgendaItem, frozen=True, tag="leave"):
    """The day on which a party leaves an agreement."""

    agreement: AgreementId
    party: PartyId


class ReportDay(AgendaItem, frozen=True, tag="duty"):
    """The day by which a report is owed."""

    duty: DutyId
    of: TargetId


class NeedEnd(AgendaItem, frozen=True, tag="need"):
    """The time in which others ratify or confirm what was done under a power."""

    exercise: EntryIndex
    number: int


class InForceDay(AgendaItem, frozen=True, tag="bylaws"):
    """The day on which adopted bylaws come into force."""

    version: BylawsVersion


class DemandEnd(AgendaItem, frozen=True, tag="demand"):
    """The time in which a body is called that somebody demands."""

    demand: DemandId


class MeetingDay(AgendaItem, frozen=True, tag="meeting"):
    """The day by which a body should meet."""

    body: BodyId
