"""The places (keys of a bylaws file) where an expression stands, what it is about there, and what it must give.

The judge supplies just what a place is about; a name that asks for anything else is refused when the file is loaded.
``tests/soundness`` weaves random expressions into the places of every case, and none may fail to be answered.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Literal


class SubjectKind(StrEnum):
    """What an expression can be about: whose counts a bare name means."""

    BODY = "body"
    """A body whose people or posts are counted: the sender of a line, the body that votes, the constituency."""
    LINE = "line"
    """A line of seats and one of its senders: posts due, posts filled."""
    SENDER = "sender"
    """The body that sends, where one does."""
    POST = "post"
    """One seat, with its holder and their term."""
    CONFIDENCE = "confidence"
    """A seat whose holder's confidence is counted."""
    PERSON = "person"
    TENURE = "tenure"
    """A person and a line of seats: how often they held one, when they left it."""
    ASKED = "asked"
    """A person beside an act, motion or petition: its author, its signer, its target."""
    VOTE = "vote"
    """A motion that is voted on."""
    TALLY = "tally"
    """Those who name whom an election elects, and those who do not."""
    ELECTION = "election"
    SUPPORT = "support"
    """Signatures."""
    CONSENT = "consent"
    """Parties or bodies that are asked for their consent, and those that have given it."""
    ACT = "act"
    """An act and its author."""
    MOTION = "motion"
    """A motion of which facts can be told."""
    CANDIDACY = "candidacy"
    """Who stands for how many places, on how many lists."""
    AMOUNT = "amount"
    DIVISOR = "divisor"
    GROUP = "group"
    """A body or a label at hand inside ``number(…)`` or ``sum(…)``."""
    ANY = "any"


Gives = Literal["condition", "seats", "number", "any"]


class Place(StrEnum):
    """The key that holds the expression, with the table or key around it where several have a key of that name."""

    NUMBER = "number"
    TOTAL = "total"
    DIVIDE = "divide"
    BASE = "divide.base"
    SUBSTITUTES = "substitutes"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    WHERE = "where"
    LINE_WHEN = "seats.when"
    APPOINTER = "seats.by"
    SEAT_NEED_WHEN = "seats.needs.when"
    SEAT_NEED_ENOUGH = "seats.needs.enough"
    ELIGIBLE = "eligible"
    ELIGIBLE_BY_LOT = "eligible of a line by lot"
    KEEPS = "keeps"
    HOLDER_VOTES = "seats.may_vote"
    WEIGHTS = "weights"
    SUCCESSOR = "succession.who"
    TERM = "term"
    EARLY = "term.early"
    MAY_VOTE = "may_vote"
    MEMBER_WEIGHTS = "body.weights"
    QUORUM = "quorum"
    CARRIED = "carried"
    REJECTED = "rejected"
    ELECTION_QUORUM = "elect.quorum"
    ELECTION_CARRIED = "elect.carried"
    METHOD = "method"
    BARRED = "barred"
    NOMINATOR = "nomination.who"
    NOMINATED = "nomination.enough"
    EXTENDED = "extend.if"
    ROLL_CALL_SIGNER = "roll_call.who"
    ROLL_CALL = "roll_call.enough"
    MOVER = "motion.start.who"
    MOVED = "motion.start.enough"
    DEMAND_SIGNER = "demand.who"
    DEMANDED = "demand.enough"
    URGENT_WHEN = "urgent.when"
    FALLBACK_WHEN = "fallback.when"
    CALL_NEED_WHEN = "convening.needs.when"
    CALL_NEED_ENOUGH = "convening.needs.enough"
    LATE = "late"
    REMOTE = "remote"
    RECALL_WHEN = "recall.when"
    RECALL_BODY_WHEN = "recall.when of a body"
    RECALL_SIGNER = "recall.start.who"
    RECALL_SIGNED = "recall.start.enough"
    RECALL_BODY_SIGNED = "recall.start.enough of a body"
    CONFIDENCE = "confidence"
    RECALL_NEED_WHEN = "recall.needs.when"
    RECALL_NEED_ENOUGH = "recall.needs.enough"
    POWER_WHEN = "power.when"
    FROZEN = "frozen"
    LIMIT = "power.limit"
    POWER_NEED_WHEN = "power.needs.when"
    POWER_NEED_ENOUGH = "power.needs.enough"
    POWER_SIGNER = "power.start.who"
    POWER_SIGNED = "power.start.enough"
    CHECK_SIGNER = "check.start.who"
    CHECK_SIGNED = "check.start.enough"
    LIMIT_WHEN = "limit.when"
    LIMIT_NUMBER = "limit.at_least"
    FORCE = "force.when"
    RATIFICATION_WHEN = "ratify.when"
    RATIFICATION_ENOUGH = "ratify.enough"
    DEFINE = "define"


_BODY, _LINE, _SENDER = SubjectKind.BODY, SubjectKind.LINE, SubjectKind.SENDER
_ACT = SubjectKind.ACT
_PERSON, _TENURE, _POST = SubjectKind.PERSON, SubjectKind.TENURE, SubjectKind.POST
_SUPPORT, _ELECTION = SubjectKind.SUPPORT, SubjectKind.ELECTION
_OF_LINE = (_BODY, _LINE, _SENDER)
_OF_CANDIDATE = (*_OF_LINE, _PERSON, _TENURE)
_OF_HOLDER = (*_OF_CANDIDATE, _POST)
_OF_VOTE = (_BODY, SubjectKind.VOTE, _ACT, SubjectKind.MOTION)
_OF_ELECTION = (_BODY, _ELECTION, SubjectKind.TALLY)
_OF_SIGNER = (_BODY, _PERSON, SubjectKind.ASKED, _ACT)
_OF_SIGNATURES = (_BODY, _SUPPORT, _ACT)
_OF_CONSENT = (_BODY, _SUPPORT, SubjectKind.CONSENT, _ACT)

SUBJECTS: Mapping[Place, tuple[SubjectKind, ...]] = {
    **dict.fromkeys(
        (Place.NUMBER, Place.TOTAL, Place.BASE, Place.AT_LEAST, Place.AT_MOST, Place.WHERE), _OF_LINE
    ),
    **dict.fromkeys((Place.LINE_WHEN, Place.LIMIT_WHEN, Place.LIMIT_NUMBER), _OF_LINE),
    Place.DIVIDE: (*_OF_LINE, SubjectKind.DIVISOR),
    Place.SUBSTITUTES: (*_OF_LINE, _ELECTION),
    Place.EARLY: (_BODY,),
    Place.APPOINTER: (_BODY, _PERSON, _TENURE),
    **dict.fromkeys((Place.SEAT_NEED_WHEN, Place.ELIGIBLE, Place.SUCCESSOR), _OF_CANDIDATE),
    Place.SEAT_NEED_ENOUGH: (*_OF_CANDIDATE, SubjectKind.CONSENT),
    **dict.fromkeys(
        (Place.KEEPS, Place.HOLDER_VOTES, Place.WEIGHTS, Place.TERM, Place.RECALL_WHEN),
        _OF_HOLDER,
    ),
    **dict.fromkeys((Place.MAY_VOTE, Place.MEMBER_WEIGHTS), (_BODY, _PERSON)),
    **dict.fromkeys((Place.QUORUM, Place.CARRIED, Place.REJECTED), _OF_VOTE),
    Place.LATE: (*_OF_VOTE, _SUPPORT),
    **dict.fromkeys((Place.ELECTION_QUORUM, Place.ELECTION_CARRIED), _OF_ELECTION),
    Place.METHOD: (SubjectKind.CANDIDACY,),
    Place.BARRED: (*_OF_SIGNER, _SENDER),
    Place.NOMINATOR: (*_OF_CANDIDATE, _ELECTION),
    Place.NOMINATED: (*_OF_LINE, _ELECTION, _SUPPORT),
    Place.EXTENDED: (*_OF_LINE, _ELECTION),
    **dict.fromkeys(
        (Place.ROLL_CALL_SIGNER, Place.MOVER, Place.POWER_SIGNER, Place.CHECK_SIGNER, Place.DEMAND_SIGNER),
        _OF_SIGNER,
    ),
    Place.RECALL_SIGNER: (*_OF_SIGNER, _SENDER),
    **dict.fromkeys(
        (Place.ROLL_CALL, Place.MOVED, Place.POWER_SIGNED, Place.DEMANDED, Place.CHECK_SIGNED), _OF_SIGNATURES
    ),
    **dict.fromkeys((Place.FALLBACK_WHEN, Place.CALL_NEED_WHEN), _OF_SIGNATURES),
    Place.CALL_NEED_ENOUGH: _OF_CONSENT,
    **dict.fromkeys((Place.URGENT_WHEN, Place.REMOTE), (_BODY, _ACT)),
    Place.ELIGIBLE_BY_LOT: (*_OF_CANDIDATE, SubjectKind.ASKED),
    Place.CONFIDENCE: (*_OF_HOLDER, SubjectKind.CONFIDENCE),
    Place.RECALL_BODY_WHEN: (_BODY,),
    Place.RECALL_BODY_SIGNED: _OF_SIGNATURES,
    Place.RECALL_SIGNED: (*_OF_SIGNATURES, _POST, _SENDER),
    Place.RECALL_NEED_WHEN: _OF_HOLDER,
    Place.RECALL_NEED_ENOUGH: (*_OF_HOLDER, SubjectKind.CONSENT),
    **dict.fromkeys((Place.POWER_WHEN, Place.FROZEN), (_ACT, SubjectKind.MOTION)),
    **dict.fromkeys((Place.LIMIT, Place.POWER_NEED_WHEN), (_ACT, SubjectKind.AMOUNT, SubjectKind.MOTION)),
    Place.POWER_NEED_ENOUGH: _OF_CONSENT,
    Place.FORCE: (SubjectKind.CONSENT,),
    Place.RATIFICATION_WHEN: (SubjectKind.CONSENT,),
    Place.RATIFICATION_ENOUGH: (SubjectKind.CONSENT,),
    Place.DEFINE: (SubjectKind.ANY,),
}
CIRCULAR: Mapping[Place, tuple[str, ...]] = {
    Place.MAY_VOTE: ("entitled",),
    Place.HOLDER_VOTES: ("entitled",),
}
"""What cannot be asked at a place because the answer hangs on that very place: who is entitled hangs on ``may_vote``."""
_SEATS = (Place.NUMBER, Place.TOTAL, Place.DIVIDE, Place.BASE, Place.SUBSTITUTES)
_NUMBERS = (Place.AT_LEAST, Place.AT_MOST, Place.LIMIT_NUMBER, Place.WEIGHTS, Place.MEMBER_WEIGHTS)
GIVES: Mapping[Place, Gives] = {
    **dict.fromkeys(Place, "condition"),
    **dict.fromkeys(_SEATS, "seats"),
    **dict.fromkeys(_NUMBERS, "number"),
    Place.DEFINE: "any",
}
