"""Questions to delegates: article 6.1 gives seven days, and the post falls vacant without an answer."""

from __future__ import annotations

import pytest

from mandat.federation.authority.questions.acts import QuestionAnswer, QuestionAsk
from mandat.federation.base.tenure.effects import SeatVacated
from mandat.federation.seats.posts.acts import PostResign
from tests.federation.council import COUNCIL, Town
from tests.federation.world import DAY


@pytest.fixture
def town() -> Town:
    town = Town()
    town.ok("lyon-9", QuestionAsk(question="q", post=town.delegate(1), text="blob"))
    return town


def test_a_member_of_the_sender_asks_and_a_duty_sets_the_time(town: Town) -> None:
    question = town.state.questions.all["q"]
    assert (question.duty, question.holder, question.asked_by) == ("duty.answer", "lyon-1", "lyon-9")
    ground = town.rulings[-1].grounds[-1]
    assert (ground.rule, ground.article, ground.numbers["until"]) == ("duty.answer", "6.1", question.deadline)


def test_others_cannot_ask(town: Town) -> None:
    town.bodies("section/nice")
    town.enrol("section/nice", "stranger")
    act = QuestionAsk(question="r", post=town.delegate(1), text="blob")
    assert town.no("stranger", act).requirement == "question.constituency"


def test_only_the_holder_answers_and_once(town: Town) -> None:
    act = QuestionAnswer(question="q", text="answer")
    assert town.no("lyon-2", act).requirement == "question.holder"
    town.ok("lyon-1", act)
    assert town.no("lyon-1", act).requirement == "question.unanswered"
    assert town.no("lyon-1", QuestionAnswer(question="r", text="x")).requirement == "question.put"
    assert town.wait(10 * DAY) == ()
    assert town.state.questions.all["q"].overdue is False


def test_without_an_answer_it_is_overdue_and_here_the_post_is_lost(town: Town) -> None:
    (ruling,) = town.wait(10 * DAY)
    assert town.state.questions.all["q"].overdue is True
    vacated = next(e for e in ruling.effects if isinstance(e, SeatVacated))
    assert (vacated.person, vacated.cause) == ("lyon-1", "duty")
    assert [(g.rule, g.key) for g in ruling.grounds if g.requirement == "question.vacate"] == [
        ("duty.answer", "overdue")
    ]


def test_where_it_is_only_shown_the_holder_stays_and_may_answer_late() -> None:
    town = Town(COUNCIL.replace('overdue = "vacate"', 'overdue = "shown"'))
    town.ok("lyon-9", QuestionAsk(question="q", post=town.delegate(1), text="blob"))
    town.wait(10 * DAY)
    assert town.post(town.delegate(1)).holder == "lyon-1"
    town.ok("lyon-1", QuestionAnswer(question="q", text="late"))
    question = town.state.questions.all["q"]
    assert (question.answer, question.overdue) == ("late", True)


def test_a_successor_is_not_unseated_for_the_question_of_another(town: Town) -> None:
    town.ok("lyon-1", PostResign(post=town.delegate(1)))
    town.wait(10 * DAY)
    assert town.post(town.delegate(1)).holder == "lyon-8"


def test_without_a_duty_there_is_no_deadline() -> None:
    town = Town(COUNCIL.replace('to = "sender"', 'to = "council"'))
    town.ok("lyon-9", QuestionAsk(question="q", post=town.delegate(1), text="blob"))
    assert town.state.questions.all["q"].deadline is None


def test_nobody_asks_an_empty_chair(town: Town) -> None:
    act = QuestionAsk(question="r", post="chair:chair:-:1", text="blob")
    assert town.no("lyon-9", act).requirement == "post.held"
    assert town.no("lyon-9", QuestionAsk(question="q", post="x", text="b")).requirement == "id.free"
