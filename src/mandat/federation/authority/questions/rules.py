"""Who may ask a delegate, who answers, and what happens when nobody does."""

from __future__ import annotations

from mandat.bylaws.model import Duty
from mandat.federation.authority.questions.acts import QuestionAnswer, QuestionAsk
from mandat.federation.authority.questions.effects import DelegateAnswered, DelegateAsked, QuestionOverdue
from mandat.federation.authority.questions.state import Question
from mandat.federation.base.agenda.effects import Struck
from mandat.federation.base.agenda.items import AnswerEnd
from mandat.federation.base.closed import VacancyCause
from mandat.federation.base.draft import Deciders, Draft
from mandat.federation.base.lookup import keys_of
from mandat.federation.base.naming import require_new
from mandat.federation.base.population.belonging import belongs
from mandat.federation.base.tenure.leaving import vacate
from mandat.federation.seats.posts.filling import find_post
from mandat.federation.seats.posts.state import Post


def ask(draft: Draft, act: QuestionAsk) -> None:
    """By a member of the constituency that the delegate stands for; to be answered in the time that a duty sets."""
    require_new(
        draft,
        act.question,
        taken=act.question in draft.state.questions.all,
        others=keys_of(draft.state.questions.all),
    )
    post = find_post(draft, act.post)
    draft.require(post.holder is not None, "post.held", post=post.id)
    names = _constituency(draft, post)
    asks = any(belongs(draft, draft.author, name) for name in names)
    draft.require(asks, "question.constituency", post=post.id, person=draft.author, by=", ".join(names))
    duty = _duty(draft, post)
    due = None if duty is None or duty.within is None else draft.deadline(duty.within)
    draft.emit(
        DelegateAsked(
            question=act.question,
            post=post.id,
            holder=post.holder,
            asked_by=draft.author,
            at=draft.at,
            text=act.text,
            bylaws_version=draft.book.version,
            duty=None if duty is None else duty.id,
            deadline=due,
        )
    )
    if due is not None:
        draft.require(True, "question.deadline", duty, "within", until=due)
        draft.schedule(AnswerEnd(act.question), due)


def _constituency(draft: Draft, post: Post) -> tuple[str, ...]:
    """Return the body that sent the holder; for a post of the whole body, those it is filled from, or the body itself."""
    if post.sender is not None:
        return (post.sender,)
    line = draft.book.bylaws.lines.get(post.line)
    return line.from_ if line is not None and line.from_ else (post.body,)


def _duty(draft: Draft, post: Post) -> Duty | None:
    """Return the duty that sets the time for an answer: one of this line, owed to the sender, with ``within``."""
    for duty in draft.book.bylaws.duties.values():
        lines = {line.id for line in draft.book.lines_named(duty.of)}
        owed = "sender" in duty.to.names and duty.every is None and duty.within is not None
        if owed and post.line in lines:
            return duty
    return None


def answer(draft: Draft, act: QuestionAnswer) -> None:
    """By the holder of the post, once; late too, for a late answer is still an answer."""
    question = draft.known(draft.state.questions.all.get(act.question), "question.put", question=act.question)
    post = draft.state.posts.all.get(question.post)
    holder = None if post is None else post.holder
    draft.require(holder == draft.author, "question.holder", question=question.id, post=question.post)
    draft.require(question.answer is None, "question.unanswered", question=question.id)
    if AnswerEnd(question.id) in draft.state.agenda.items:
        draft.emit(Struck(item=AnswerEnd(question.id)))
    draft.emit(DelegateAnswered(question=question.id, by=draft.author, text=act.text, at=draft.at))


def overdue(draft: Draft, due: AnswerEnd) -> None:
    """The time to answer is over: it is shown, and where the bylaws say so the post falls vacant."""
    found = draft.state.questions.all[due.question]
    if found.answer is not None:
        return
    draft.emit(QuestionOverdue(question=due.question, post=found.post))
    duty = _duty_of(draft, found)
    post = draft.state.posts.all.get(found.post)
    if duty is not None and duty.overdue == "vacate" and post is not None and post.holder == found.holder:
        draft.require(True, "question.vacate", duty, "overdue", post=post.id, question=due.question)
        vacate(draft, post, VacancyCause.DUTY)


def _duty_of(draft: Draft, question: Question) -> Duty | None:
    """Return the duty of a question as it stood when the question was asked."""
    if question.duty is None:
        return None
    return draft.state.law.books[question.bylaws_version].bylaws.duties[question.duty.removeprefix("duty.")]


DECIDERS: Deciders = {QuestionAsk: ask, QuestionAnswer: answer}
