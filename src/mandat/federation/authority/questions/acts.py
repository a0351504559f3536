"""Acts about questions to delegates."""

from __future__ import annotations

from mandat.federation.base.acts import Act
from mandat.federation.base.types import BlobName, PostId, QuestionId


class QuestionAsk(Act, frozen=True, kw_only=True, tag="question.ask"):
    """Ask the holder of a post of one's own constituency; ``text`` names the blob of the question."""

    question: QuestionId
    post: PostId
    text: BlobName


class QuestionAnswer(Act, frozen=True, kw_only=True, tag="question.answer"):
    """Answer a question put to one's post; ``text`` names the blob of the answer."""

    question: QuestionId
    text: BlobName
