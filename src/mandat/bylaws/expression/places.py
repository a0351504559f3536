"""The places (keys of a bylaws file) where an expression stands, whose numbers its bare names are, what it must give."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal


class SubjectKind(StrEnum):
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


_PERSON = (SubjectKind.PERSON,)
_RECORD = (SubjectKind.RECORD, SubjectKind.ACT, SubjectKind.VOTE)
SUBJECTS: dict[Place, tuple[SubjectKind, ...]] = {
    Place.NUMBER: (SubjectKind.SENDER,),
    Place.TOTAL: (SubjectKind.SENDER,),
    Place.WEIGHTS: (SubjectKind.POST, SubjectKind.SENDER),
    Place.MEMBER_WEIGHTS: _PERSON,
    Place.ELIGIBLE: _PERSON,
    Place.KEEPS: _PERSON,
    Place.MAY_VOTE: _PERSON,
    Place.WHO: _PERSON,
    Place.BARRED: _PERSON,
    Place.WHERE: (SubjectKind.SENDER,),
    Place.QUORUM: (SubjectKind.VOTE,),
    Place.CARRIED: (SubjectKind.VOTE,),
    Place.REJECTED: (SubjectKind.VOTE,),
    Place.ENOUGH: (SubjectKind.SUPPORT,),
    Place.CONFIDENCE: (SubjectKind.CONSTITUENCY,),
    Place.WHEN: _RECORD,
    Place.FROZEN: _RECORD,
    Place.IF: (SubjectKind.RECORD, SubjectKind.PERSON, SubjectKind.POST, SubjectKind.VOTE),
    Place.LATE: _RECORD,
    Place.LIMIT: (SubjectKind.ACT, SubjectKind.RECORD),
    Place.AT_LEAST: (SubjectKind.GROUP, SubjectKind.SENDER),
    Place.AT_MOST: (SubjectKind.GROUP, SubjectKind.SENDER),
    Place.DEFINE: (SubjectKind.ANY,),
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
