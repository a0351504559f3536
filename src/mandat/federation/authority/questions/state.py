"""Questions put to delegates."""

from __future__ import annotations

import msgspec

from mandat.bylaws.model.ids import DutyId
from mandat.federation.base.lookup import Lookup
from mandat.federation.base.types import BlobName, BylawsVersion, PersonId, PostId, QuestionId
from mandat.instants import Instant


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """A question of a member to a delegate; the words are a blob. ``overdue`` is set when the deadline passes unanswered.

    ``duty`` is the rule that gives the deadline, ``holder`` who held the post when it was asked.
    """

    id: QuestionId
    post: PostId
    asked_by: PersonId
    asked: Instant
    text: BlobName
    bylaws_version: BylawsVersion
    duty: DutyId | None = None
    holder: PersonId | None = None
    deadline: Instant | None = None
    answer: BlobName | None = None
    answered: Instant | None = None
    answered_by: PersonId | None = None
    overdue: bool = False


class Questions(msgspec.Struct, frozen=True):
    """All questions; ``of`` lists their ids by post."""

    all: Lookup[QuestionId, Question] = Lookup()
    of: Lookup[PostId, tuple[QuestionId, ...]] = Lookup()
