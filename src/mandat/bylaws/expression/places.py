"""The places (keys of a bylaws file) where an expression stands, whose numbers its bare names are, what it must give."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal


class Subject(StrEnum):
    """Whose counts a bare name means."""

    SENDER = "sender"
    POST = "post"
    PERSON = "person"
    VOTE = "vote"
    SUPPORT = "support"
    CONSTITUENCY = "constituency"
    RECORD = "record"
    ACT = "act"
    GROUP = "group"
    ANY = "any"


Gives = Literal["condition", "seats", "number", "any"]


class Place(StrEnum):
    """The key that holds the expression. ``IF`` is the ``if`` of a clock or a rotation, ``LIMIT`` that of a power."""

    NUMBER = "number"
    TOTAL = "total"
    WEIGHTS = "weights"
    MEMBER_WEIGHTS = "member_weights"
    ELIGIBLE = "eligible"
    KEEPS = "keeps"
    MAY_VOTE = "may_vote"
    WHO = "who"
    BARRED = "barred"
    WHERE = "where"
    QUORUM = "quorum"
    CARRIED = "carried"
    REJECTED = "rejected"
    ENOUGH = "enough"
    CONFIDENCE = "confidence"
    WHEN = "when"
    FROZEN = "frozen"
    IF = "if"
    LATE = "late"
    LIMIT = "limit"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    DEFINE = "define"


_PERSON = (Subject.PERSON,)
_RECORD = (Subject.RECORD, Subject.ACT, Subject.VOTE)
SUBJECTS: dict[Place, tuple[Subject, ...]] = {
    Place.NUMBER: (Subject.SENDER,),
    Place.TOTAL: (Subject.SENDER,),
    Place.WEIGHTS: (Subject.POST, Subject.SENDER),
    Place.MEMBER_WEIGHTS: _PERSON,
    Place.ELIGIBLE: _PERSON,
    Place.KEEPS: _PERSON,
    Place.MAY_VOTE: _PERSON,
    Place.WHO: _PERSON,
    Place.BARRED: _PERSON,
    Place.WHERE: (Subject.SENDER,),
    Place.QUORUM: (Subject.VOTE,),
    Place.CARRIED: (Subject.VOTE,),
    Place.REJECTED: (Subject.VOTE,),
    Place.ENOUGH: (Subject.SUPPORT,),
    Place.CONFIDENCE: (Subject.CONSTITUENCY,),
    Place.WHEN: _RECORD,
    Place.FROZEN: _RECORD,
    Place.IF: (Subject.RECORD, Subject.PERSON, Subject.POST, Subject.VOTE),
    Place.LATE: _RECORD,
    Place.LIMIT: (Subject.ACT, Subject.RECORD),
    Place.AT_LEAST: (Subject.GROUP, Subject.SENDER),
    Place.AT_MOST: (Subject.GROUP, Subject.SENDER),
    Place.DEFINE: (Subject.ANY,),
}
GIVES: dict[Place, Gives] = {
    **dict.fromkeys(Place, "condition"),
    Place.NUMBER: "seats",
    Place.TOTAL: "seats",
    Place.AT_LEAST: "number",
    Place.AT_MOST: "number",
    Place.WEIGHTS: "number",
    Place.MEMBER_WEIGHTS: "number",
    Place.DEFINE: "any",
}
