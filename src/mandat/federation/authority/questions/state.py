"""Questions put to delegates."""

from __future__ import annotations

import msgspec

from mandat.federation.base.lookup import Lookup


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """A question of a member to a delegate; the words are a blob. ``overdue`` is set when the deadline passes unanswered.

    ``duty`` is the rule that gives the deadline, ``holder`` who held the post when it was asked.
    """

    id: str
    post: str
    asked_by: str
    asked: int
    text: str
    book: str = ""
    duty: str | None = None
    holder: str = ""
    deadline: int | None = None
    answer: str | None = None
    answered: int | None = None
    answered_by: str | None = None
    overdue: bool = False


class Questions(msgspec.Struct, frozen=True):
    """All questions; ``of`` lists their ids by post."""

    all: Lookup[str, Question] = Lookup()
    of: Lookup[str, tuple[str, ...]] = Lookup()
