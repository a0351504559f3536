"""What waits for the answer to an open question: a tagged union, so that nobody takes a text apart to know it.

On the record it is a short list with its kind first: ``["post", POST]``, ``["seats", BODY, SENDER]``.
"""

from __future__ import annotations

import msgspec

from mandat.bylaws.model.ids import LimitId
from mandat.federation.base.types import BodyId, ElectionId, MotionId, PostId


class _Questioned(msgspec.Struct, frozen=True, gc=False, array_like=True, tag_field="kind"):
    """What all have in common: two that say the same are the same."""


class QuestionedPost(_Questioned, frozen=True, tag="post"):
    """Who follows in a post."""

    post: PostId


class QuestionedElection(_Questioned, frozen=True, tag="election"):
    """Who of those level in a count is elected."""

    election: ElectionId


class QuestionedVote(_Questioned, frozen=True, tag="motion"):
    """Whether a motion is carried."""

    motion: MotionId


class QuestionedSeats(_Questioned, frozen=True, tag="seats"):
    """How many seats a body has, or one of those who send to it."""

    body: BodyId
    sender: BodyId | None = None


class QuestionedLimit(_Questioned, frozen=True, tag="limit"):
    """Who of a group leaves a body in which too many of it sit."""

    limit: LimitId
    body: BodyId
    group: str


Questioned = QuestionedPost | QuestionedElection | QuestionedVote | QuestionedSeats | QuestionedLimit
