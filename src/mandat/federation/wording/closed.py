"""The closed words of the federation (``mandat.federation.base.closed``) as people say them, to stand within a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from mandat.federation.base.closed import (
    Awaiting,
    Capacity,
    ElectionCause,
    ElectionStage,
    PetitionEnd,
    PetitionStage,
    PowerLapse,
    ProposalEnd,
    RepeatCause,
    Seating,
    SignatureLapse,
    StopEnd,
    StopStage,
    VacancyCause,
    VoidReason,
    VoteResult,
)
from mandat.language import Message, msg

CLOSED: Mapping[type[StrEnum], Mapping[StrEnum, Message]] = {
    Capacity: {
        Capacity.FULL: msg("in full office"),
        Capacity.CARETAKER: msg("caretaker"),
        Capacity.SUSPENDED: msg("suspended"),
    },
    VacancyCause: {
        VacancyCause.RESIGNATION: msg("resigned"),
        VacancyCause.DEATH: msg("has died"),
        VacancyCause.TERM: msg("the term is over"),
        VacancyCause.ELECTION: msg("an election has filled the seat anew"),
        VacancyCause.SUCCEEDED: msg("a successor has taken over"),
        VacancyCause.RECALL: msg("recalled"),
        VacancyCause.RELIEF: msg("removed from office"),
        VacancyCause.DUTY: msg("a duty was not done"),
        VacancyCause.KEEPS: msg("no longer meets the condition for keeping the seat"),
        VacancyCause.LIMIT: msg("a limit on holding several seats"),
        VacancyCause.INELIGIBLE: msg("not eligible"),
        VacancyCause.UNCONFIRMED: msg("not confirmed"),
        VacancyCause.EX_OFFICIO: msg("the seat goes with another one"),
        VacancyCause.ABOLISHED: msg("the seat is abolished"),
        VacancyCause.MERGED: msg("the body is merged into another"),
    },
    Seating: {
        Seating.ELECTED: msg("elected"),
        Seating.COUNTBACK: msg("by countback"),
        Seating.NEXT_BY_VOTES: msg("as the next by votes"),
        Seating.NEXT_ON_LIST: msg("as the next on the list"),
        Seating.NEXT_LIST: msg("from the next list"),
        Seating.SUBSTITUTE: msg("as substitute"),
        Seating.LOT: msg("by lot"),
        Seating.SENT: msg("sent"),
        Seating.APPOINTED: msg("appointed"),
        Seating.CO_OPTED: msg("co-opted"),
        Seating.EX_OFFICIO: msg("ex officio"),
        Seating.CARETAKER: msg("as caretaker"),
    },
    Awaiting: {
        Awaiting.ELECTION: msg("an election"),
        Awaiting.BY_ELECTION: msg("a by-election"),
        Awaiting.LOT: msg("a lot"),
        Awaiting.SENDER: msg("the body that sends to it"),
        Awaiting.APPOINTMENT: msg("an appointment"),
        Awaiting.CO_OPTION: msg("a co-option"),
        Awaiting.OVERDUE: msg("whoever should have filled it by now"),
    },
    ProposalEnd: {
        ProposalEnd.CONSENTED: msg("consented to"),
        ProposalEnd.REFUSED: msg("consent refused"),
        ProposalEnd.SILENCE: msg("no answer in time"),
        ProposalEnd.VOID: msg("of no use any more"),
    },
    ElectionStage: {
        ElectionStage.CALLED: msg("called and not open yet"),
        ElectionStage.OPEN: msg("open for voting"),
        ElectionStage.CLOSED: msg("closed and not counted yet"),
        ElectionStage.TIED: msg("tied until a lot is drawn"),
        ElectionStage.CERTIFIED: msg("certified"),
        ElectionStage.VOID: msg("void"),
    },
    ElectionCause: {
        ElectionCause.GENERAL: msg("general election"),
        ElectionCause.BY_ELECTION: msg("by-election"),
        ElectionCause.RECALL: msg("election of a successor, on the ballot of the recall"),
    },
    VoidReason: {
        VoidReason.GENERAL: msg("a general election fills all seats"),
        VoidReason.ABOLISHED: msg("the seats are abolished"),
        VoidReason.DEADLINE: msg("it was not held in time"),
        VoidReason.QUORUM: msg("no quorum"),
        VoidReason.TIE: msg("a tie"),
        VoidReason.DEFAULT: msg("nobody was preferred to leaving the seat vacant"),
        VoidReason.CARRIED: msg("nobody reached the majority asked"),
        VoidReason.RECALL_FAILED: msg("the recall has failed"),
    },
    PetitionStage: {
        PetitionStage.SIGNING: msg("signatures are being collected"),
        PetitionStage.VOTING: msg("put to the vote"),
        PetitionStage.CARRIED: msg("the recall was carried"),
        PetitionStage.DEFEATED: msg("the recall was defeated"),
        PetitionStage.LAPSED: msg("lapsed"),
    },
    PetitionEnd: {
        PetitionEnd.CARRIED: msg("by the vote"),
        PetitionEnd.DEFEATED: msg("by the vote"),
        PetitionEnd.NO_QUORUM: msg("for want of a quorum"),
        PetitionEnd.TIME: msg("its time is over"),
        PetitionEnd.VACANT: msg("the seat is vacant"),
    },
    SignatureLapse: {
        SignatureLapse.SPAN: msg("too old"),
        SignatureLapse.TAKEN_BACK: msg("taken back"),
        SignatureLapse.LEFT: msg("of people who may not sign any more"),
    },
    VoteResult: {
        VoteResult.NONE: msg("not decided yet"),
        VoteResult.CARRIED: msg("carried"),
        VoteResult.DEFEATED: msg("defeated"),
        VoteResult.NO_QUORUM: msg("no decision, for want of a quorum"),
        VoteResult.TIED: msg("tied"),
        VoteResult.OPEN: msg("undecided until the bylaws are interpreted"),
        VoteResult.AGAIN: msg("to be voted on once more"),
    },
    RepeatCause: {
        RepeatCause.DEFAULT: msg("nothing was adopted"),
        RepeatCause.QUORUM: msg("no quorum"),
        RepeatCause.TIE: msg("a tie"),
    },
    StopStage: {
        StopStage.SIGNING: msg("signatures are being collected"),
        StopStage.STANDS: msg("it stands"),
        StopStage.ENDED: msg("it has ended"),
    },
    StopEnd: {
        StopEnd.LAPSED: msg("there were not enough signatures in time"),
        StopEnd.OVER: msg("its time is over"),
        StopEnd.LIFTED: msg("lifted"),
        StopEnd.NOT_KEPT: msg("the vote did not uphold it"),
        StopEnd.DECIDED: msg("it was decided"),
    },
    PowerLapse: {
        PowerLapse.REFUSED: msg("consent was refused"),
        PowerLapse.SILENCE: msg("nobody confirmed it in time"),
    },
}
"""Each closed word → how it is said."""


def said(word: StrEnum) -> Message:
    """Return how a closed word is said.

    >>> from mandat.federation.base.closed import VoteResult
    >>> said(VoteResult.NO_QUORUM).text("en")
    'no decision, for want of a quorum'
    """
    return CLOSED[type(word)][word]


_CHOICES = {"yes": msg("yes"), "no": msg("no"), "abstain": msg("abstention")}

WORDS_OF_BYLAWS: Mapping[str, Mapping[str, Message]] = {
    "fill": {
        "elected": msg("filled by election"),
        "sent": msg("filled by the body that sends to it"),
        "appointed": msg("filled by appointment"),
        "co-opted": msg("filled by co-option"),
        "lot": msg("filled by lot"),
        "ex-officio": msg("held ex officio"),
    },
    "silence": {
        "consents": msg("silence is consent"),
        "refuses": msg("silence is refusal"),
        "nothing": msg("silence means nothing"),
    },
    "choice": _CHOICES,
    "voted": _CHOICES,
    "instructed": _CHOICES,
    "breach": {
        "shown": msg("the breach is shown"),
        "counted": msg("the vote counts as instructed"),
        "void": msg("the vote is void"),
    },
    "how": {
        "suspend": msg("suspended"),
        "annul": msg("annulled"),
        "replace": msg("replaced"),
        "block": msg("blocked"),
    },
}
"""By the name of a place, or of a field: words of the bylaws that may stand there, and how they are said."""


def said_in(place: str, word: str) -> Message | str:
    """Return how a word of the bylaws is said in a place; a word of its own stays as it is."""
    return WORDS_OF_BYLAWS.get(place, {}).get(word, word)


FALLS_DUE: Mapping[str, Message] = {
    "confirmation": msg("the time for consent"),
    "term": msg("the end of the term"),
    "window": msg("the opening of the window for election"),
    "rotation": msg("the day of rotation"),
    "caretaker": msg("the end of caretaking"),
    "keeps": msg("a check of the condition for keeping the seat"),
    "by-election": msg("the time for the by-election"),
    "nomination": msg("the end of nominations"),
    "election-close": msg("the end of voting in the election"),
    "election-due": msg("the day to call the election"),
    "vacancy": msg("the time to fill the vacancy"),
    "petition": msg("the time for signatures"),
    "recall-vote": msg("the earliest day of the vote on the recall"),
    "question": msg("the time to answer"),
    "vote": msg("the end of voting"),
    "check": msg("the time of the check"),
    "force": msg("entry into force"),
    "leave": msg("the day of leaving"),
    "duty": msg("the day of the report"),
    "need": msg("the time for what is still needed"),
    "bylaws": msg("entry into force of the bylaws"),
    "demand": msg("the time to call the body"),
    "meeting": msg("the day by which to meet"),
}
"""Kind of thing on the agenda → what it is called."""
