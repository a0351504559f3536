"""Closed words: what may stand in a field that says why, how or how far. A record holds their values; people read
``mandat.federation.wording.closed``, where each has its words.
"""

from __future__ import annotations

from enum import StrEnum


class Capacity(StrEnum):
    """What the holder of a post may do."""

    FULL = "full"
    CARETAKER = "caretaker"
    SUSPENDED = "suspended"


class VacancyCause(StrEnum):
    """Why a holder leaves a post."""

    RESIGNATION = "resignation"
    DEATH = "death"
    TERM = "term"
    ELECTION = "election"
    SUCCEEDED = "succeeded"
    RECALL = "recall"
    RELIEF = "relief"
    DUTY = "duty"
    KEEPS = "keeps"
    LIMIT = "limit"
    INELIGIBLE = "ineligible"
    UNCONFIRMED = "unconfirmed"
    EX_OFFICIO = "ex-officio"
    ABOLISHED = "abolished"
    MERGED = "merged"


class Seating(StrEnum):
    """How a person comes to a post."""

    ELECTED = "elected"
    COUNTBACK = "countback"
    NEXT_BY_VOTES = "next-by-votes"
    NEXT_ON_LIST = "next-on-list"
    NEXT_LIST = "next-list"
    SUBSTITUTE = "substitute"
    LOT = "lot"
    SENT = "sent"
    APPOINTED = "appointed"
    CO_OPTED = "co-opted"
    EX_OFFICIO = "ex-officio"
    CARETAKER = "caretaker"


class Awaiting(StrEnum):
    """Whom or what a vacant post waits for; ``OVERDUE``: they have let their time pass."""

    ELECTION = "election"
    BY_ELECTION = "by-election"
    LOT = "lot"
    SENDER = "sender"
    APPOINTMENT = "appointment"
    CO_OPTION = "co-option"
    OVERDUE = "overdue"


class ProposalEnd(StrEnum):
    """How the wait for a consent to a person ends."""

    CONSENTED = "consented"
    REFUSED = "refused"
    SILENCE = "silence"
    VOID = "void"


class ElectionStage(StrEnum):
    """How far an election has come."""

    CALLED = "called"
    OPEN = "open"
    CLOSED = "closed"
    TIED = "tied"
    CERTIFIED = "certified"
    VOID = "void"


class ElectionCause(StrEnum):
    """Why an election is held."""

    GENERAL = "general"
    BY_ELECTION = "by-election"
    RECALL = "recall"


class VoidReason(StrEnum):
    """Why an election fills nothing."""

    GENERAL = "general"
    ABOLISHED = "abolished"
    DEADLINE = "deadline"
    QUORUM = "quorum"
    TIE = "tie"
    DEFAULT = "default"
    CARRIED = "carried"
    RECALL_FAILED = "recall-failed"


class PetitionStage(StrEnum):
    """How far a petition for recall has come."""

    SIGNING = "signing"
    VOTING = "voting"
    CARRIED = "carried"
    DEFEATED = "defeated"
    LAPSED = "lapsed"


class PetitionEnd(StrEnum):
    """What ended a petition for recall."""

    CARRIED = "carried"
    DEFEATED = "defeated"
    NO_QUORUM = "no-quorum"
    TIME = "time"
    VACANT = "vacant"


class SignatureLapse(StrEnum):
    """Why a signature counts no more."""

    SPAN = "span"
    TAKEN_BACK = "taken-back"
    LEFT = "left"


class VoteResult(StrEnum):
    """How a vote ended: ``NONE`` while it has not; ``TIED`` waits for who breaks the tie, ``OPEN`` for an answer to what the
    bylaws leave unspecified, and after ``AGAIN`` the vote is held once more.
    """

    NONE = ""
    CARRIED = "carried"
    DEFEATED = "defeated"
    NO_QUORUM = "no-quorum"
    TIED = "tied"
    OPEN = "open"
    AGAIN = "again"


class RepeatCause(StrEnum):
    """Why a vote or an election is held again."""

    DEFAULT = "default"
    QUORUM = "quorum"
    TIE = "tie"


class StopStage(StrEnum):
    """How far the use of a check has come."""

    SIGNING = "signing"
    STANDS = "stands"
    ENDED = "ended"


class StopEnd(StrEnum):
    """Why a check stands no more."""

    LAPSED = "lapsed"
    OVER = "over"
    LIFTED = "lifted"
    NOT_KEPT = "not-kept"
    DECIDED = "decided"


class PowerLapse(StrEnum):
    """Why what was done under a power has no effect any more."""

    REFUSED = "refused"
    SILENCE = "silence"
