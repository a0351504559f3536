"""Acts about questions to delegates."""

from __future__ import annotations

from mandat.federation.base.acts import Act


class QuestionAsk(Act, frozen=True, kw_only=True, tag="question.ask"):
    """Ask the holder of a post of one's own constituency; ``text`` names the blob of the question."""

    question: str
    post: str
    text: str


class QuestionAnswer(Act, frozen=True, kw_only=True, tag="question.answer"):
    """Answer a question put to one's post; ``text`` names the blob of the answer."""

    question: str
    text: str
