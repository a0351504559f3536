"""Votes through the engine: roll, ballots, counts, boxes, ties, ends."""

from __future__ import annotations

import pytest

from mandat.federation.assembly.motions.acts import (
    MotionTable,
    MotionWithdraw,
    TieBreak,
    VoteCast,
    VoteClose,
    VoteCount,
    VoteOpen,
)
from mandat.federation.assembly.motions.effects import VoteClosed
from mandat.federation.base.lookup import keys_of, values_of
from mandat.federation.base.matter import PowerUse, RecallByPetition
from mandat.federation.base.questioned import QuestionedVote
from mandat.federation.base.types import BlobName, MotionId
from mandat.federation.law.acts import BylawsAdopt
from mandat.federation.people.members.acts import MemberLeave
from mandat.federation.seats.posts.acts import PostResign
from tests.federation.council import COUNCIL, SEVEN, TEN, Town
from tests.federation.world import DAY


@pytest.fixture
def town() -> Town:
    return Town()


class TestTabling:
    def test_by_who_belongs_to_the_body(self, town: Town) -> None:
        act = MotionTable(motion="x", body="council", decision="majority")
        assert town.no("lyon-9", act).requirement == "motion.mover"
        town.ok("lyon-2", act)
        assert town.no("lyon-2", act).requirement == "id.free"

    def test_the_decision_is_one_of_that_body(self, town: Town) -> None:
        act = MotionTable(motion="x", body="section/lyon", decision="majority")
        ground = town.no("lyon-9", act)
        assert (ground.requirement, ground.rule, ground.key) == ("motion.place", "decision.majority", "in")

    def test_unknown_body_and_decision(self, town: Town) -> None:
        assert (
            town.no("lyon-1", MotionTable(motion="x", body="senate", decision="majority")).requirement
            == "body.stands"
        )
        assert (
            town.no("lyon-1", MotionTable(motion="x", body="council", decision="moot")).requirement
            == "decision.known"
        )

    def test_no_power_is_decided_by_a_weaker_rule_than_its_own(self, town: Town) -> None:
        act = MotionTable(
            motion="x", body="council", decision="majority", about=PowerUse("bylaws.amend"), text="t"
        )
        ground = town.no("lyon-1", act)
        assert (ground.requirement, ground.rule) == ("motion.decision", "power.bylaws.amend")
        assert ground.numbers == {"decision": "majority", "prescribed": "secret"}

    def test_a_recall_comes_only_from_its_petition(self, town: Town) -> None:
        act = MotionTable(motion="x", body="council", decision="majority", about=RecallByPetition("p"))
        assert town.no("lyon-1", act).requirement == "motion.petition"
        act = MotionTable(motion="recall:p", body="council", decision="majority")
        assert town.no("lyon-1", act).requirement == "id.plain"

    def test_a_mover_withdraws_before_the_vote(self, town: Town) -> None:
        town.table("x")
        assert town.no("lyon-2", MotionWithdraw(motion="x")).requirement == "motion.own"
        town.ok("lyon-1", MotionWithdraw(motion="x"))
        assert town.no("lyon-1", VoteOpen(motion="x")).requirement == "motion.stands"


class TestOpening:
    def test_who_counts_the_present_needs_a_meeting(self, town: Town) -> None:
        town.table("x")
        ground = town.no("lyon-1", VoteOpen(motion="x"))
        assert (ground.requirement, ground.article) == ("motion.meeting", "7.1")
        town.meet(*SEVEN[:4])
        town.ok("lyon-1", VoteOpen(motion="x"))
        assert (town.ballot("x").voters.present, len(town.ballot("x").voters.roll)) == (4, 7)

    def test_only_who_presides_opens(self, town: Town) -> None:
        town.meet(*SEVEN, opener="lyon-2")
        town.table("x")
        assert town.no("lyon-1", VoteOpen(motion="x")).requirement == "motion.presiding"
        town.ok("lyon-2", VoteOpen(motion="x"))
        assert town.no("lyon-2", VoteOpen(motion="x")).requirement == "motion.not-yet-voted"

    def test_the_electorate_is_frozen(self, town: Town) -> None:
        town.table("x", "postal", body="section/lyon")
        town.ok("lyon-1", VoteOpen(motion="x"))
        town.enrol("section/lyon", "newcomer")
        assert town.no("newcomer", VoteCast(motion="x", choice="yes")).requirement == "motion.entitled"
        town.ok("lyon-10", MemberLeave(person="lyon-10", body="section/lyon"))
        assert town.no("lyon-10", VoteCast(motion="x", choice="yes")).requirement == "person.stays"
        assert len(town.ballot("x").voters.roll) == 10


class TestVoting:
    def test_nobody_votes_twice(self, town: Town) -> None:
        town.meet(*SEVEN)
        town.table("x")
        town.ok("lyon-1", VoteOpen(motion="x"))
        town.ok("lyon-2", VoteCast(motion="x", choice="yes"))
        ground = town.no("lyon-2", VoteCast(motion="x", choice="no"))
        assert (ground.requirement, ground.numbers["person"]) == ("motion.once", "lyon-2")
        assert town.ballot("x").received.tally == (1, 0, 0, 0)

    def test_an_open_vote_says_how_and_a_secret_one_does_not(self, town: Town) -> None:
        town.meet(*SEVEN)
        town.table("open")
        town.table("secret", "secret")
        town.ok("lyon-1", VoteOpen(motion="open"))
        town.ok("lyon-1", VoteOpen(motion="secret"))
        assert town.no("lyon-2", VoteCast(motion="open")).requirement == "motion.open-ballot"
        ground = town.no("lyon-2", VoteCast(motion="secret", choice="yes"))
        assert (ground.requirement, ground.article) == ("motion.secret-ballot", "7.3")

    def test_votes_need_an_open_vote(self, town: Town) -> None:
        assert town.no("lyon-1", VoteCast(motion="x", choice="yes")).requirement == "motion.known"
        town.table("x")
        assert town.no("lyon-1", VoteCast(motion="x", choice="yes")).requirement == "motion.vote-opened"
        town.decide("y")
        ground = town.no("lyon-1", VoteCast(motion="y", choice="yes"))
        assert (ground.requirement, ground.numbers["result"]) == ("motion.vote-running", "carried")


class TestClosing:
    def test_carried_with_its_numbers(self, town: Town) -> None:
        town.meet(*SEVEN[:5])
        town.table("x")
        ruling = town.vote("x", {"lyon-1": "yes", "lyon-2": "yes", "lyon-3": "no", "lyon-4": "abstain"})
        quorum, axiom, majority = ruling.grounds[-3:]
        assert (quorum.text, dict(quorum.numbers)) == ("present >= 1/2 * filled", {"present": 5, "filled": 7})
        assert (axiom.requirement, dict(axiom.numbers)) == ("decision.one-yes", {"yes": 2})
        assert (majority.article, dict(majority.numbers)) == ("7.1", {"yes": 2, "no": 1})
        assert town.ballot("x").carried is True

    def test_without_quorum_nothing_is_decided(self, town: Town) -> None:
        town.meet(*SEVEN[:3])
        town.table("x")
        ruling = town.vote("x", dict.fromkeys(SEVEN, "yes"))
        assert (town.ballot("x").result, town.ballot("x").carried) == ("no-quorum", False)
        assert ruling.grounds[-1].key == "quorum"  # 3 >= 3.5 does not hold

    def test_nothing_is_carried_without_one_yes(self, town: Town) -> None:
        town.meet(*SEVEN)
        town.table("x", "stands")  # rejected if more than half of all are against
        ruling = town.vote("x", {"lyon-1": "no"})
        assert town.ballot("x").result == "defeated"
        assert [g.requirement for g in ruling.grounds if g.holds is False] == [
            "decision.one-yes",
            "expression",
        ]

    def test_what_is_not_rejected_stands(self, town: Town) -> None:
        town.meet(*SEVEN)
        for motion, against in (("x", 3), ("y", 4)):
            town.table(motion, "stands")
            votes = {person: "no" if n < against else "yes" for n, person in enumerate(SEVEN)}
            town.vote(motion, votes)  # type: ignore[arg-type]
        assert (town.ballot("x").result, town.ballot("y").result) == ("carried", "defeated")

    def test_a_tie_fails(self, town: Town) -> None:
        town.meet(*SEVEN)
        town.table("x")
        town.vote("x", {"lyon-1": "yes", "lyon-2": "no"})
        assert town.ballot("x").result == "defeated"

    def test_where_the_bylaws_are_silent_a_question_is_open(self, town: Town) -> None:
        town.meet(*SEVEN)
        town.table("x", "silent")
        ruling = town.vote("x", {"lyon-1": "yes", "lyon-2": "no"})
        (question,) = ruling.questions
        assert (question.rule, question.key) == ("decision.silent", "carried")
        assert question.subject == QuestionedVote("x")
        assert (town.ballot("x").result, town.ballot("x").carried) == ("open", None)
        assert town.no("lyon-3", VoteCast(motion="x", choice="yes")).requirement == "motion.casting"
        assert not town.ok("lyon-1", VoteClose(motion="x")).questions  # asked once

    def test_the_bylaws_end_a_vote_not_who_presides(self, town: Town) -> None:
        town.table("x", "postal")
        town.ok("lyon-1", VoteOpen(motion="x"))
        for person in SEVEN[:4]:
            town.ok(person, VoteCast(motion="x", choice="yes"))
        ground = town.no("lyon-1", VoteClose(motion="x"))
        assert (ground.requirement, ground.numbers["until"]) == ("motion.time", town.ballot("x").course.until)
        rulings = town.wait(4 * DAY)
        assert [e.result for r in rulings for e in r.effects if isinstance(e, VoteClosed)] == ["carried"]

    def test_who_has_all_votes_need_not_wait(self, town: Town) -> None:
        town.table("x", "postal")
        town.vote("x", dict.fromkeys(SEVEN, "yes"))
        assert town.ballot("x").carried is True
        assert town.wait(4 * DAY) == ()

    def test_the_rules_of_the_opening_judge(self, town: Town) -> None:
        town.table("x", "postal")
        town.ok("lyon-1", VoteOpen(motion="x"))
        for person in SEVEN[:4]:
            town.ok(person, VoteCast(motion="x", choice="yes"))  # 4 of 7: enough for a quorum of one half
        harder = COUNCIL.replace("voted >= 1/2 * entitled", "voted = entitled")
        amend(town, harder)
        assert town.state.law.current != town.ballot("x").bylaws_version
        town.wait(4 * DAY)
        assert town.ballot("x").result == "carried"
        town.table("y", "postal")
        town.ok("lyon-1", VoteOpen(motion="y"))
        town.ok("lyon-1", VoteCast(motion="y", choice="yes"))
        town.wait(4 * DAY)
        assert town.ballot("y").result == "no-quorum"


def amend(town: Town, text: str) -> None:
    """Adopt other bylaws, by the secret vote that article 20 asks for."""
    if "council" not in town.state.meetings.open:
        town.meet(*SEVEN)
    town.table("amend", "secret", about=PowerUse("bylaws.amend"), text="new")
    town.ok("lyon-1", VoteOpen(motion="amend"))
    town.ok("lyon-1+lyon-2", VoteCount(motion="amend", yes=7, no=0))
    town.ok("lyon-1", VoteClose(motion="amend"))
    town.ok("lyon-1", BylawsAdopt(bylaws="new", motion="amend"), {"new": text.encode()})


class TestCounts:
    def test_hands_are_counted_by_who_opened_and_another(self, town: Town) -> None:
        town.meet(*SEVEN)
        town.table("x")
        town.ok("lyon-1", VoteOpen(motion="x"))
        count = VoteCount(motion="x", yes=4, no=3)
        assert town.no("lyon-1", count).requirement == "motion.two-tellers"
        assert town.no("lyon-2+lyon-3", count).requirement == "motion.two-tellers"
        town.ok("lyon-1+lyon-3", count)
        town.ok("lyon-1", VoteClose(motion="x"))
        assert town.ballot("x").carried is True

    def test_named_tellers_count(self, town: Town) -> None:
        town.meet(*SEVEN)
        town.table("x", tellers=("lyon-8", "lyon-9"))
        town.ok("lyon-8", VoteOpen(motion="x"))
        assert town.no("lyon-1+lyon-3", VoteCount(motion="x", yes=1, no=0)).numbers["tellers"] == 0
        town.ok("lyon-8+lyon-9", VoteCount(motion="x", yes=1, no=0))

    def test_never_more_than_are_entitled(self, town: Town) -> None:
        town.meet(*SEVEN)
        town.table("x")
        town.ok("lyon-1", VoteOpen(motion="x"))
        ground = town.no("lyon-1+lyon-2", VoteCount(motion="x", yes=5, no=2, abstain=1))
        assert (ground.requirement, dict(ground.numbers)) == (
            "motion.count-entitled",
            {"motion": "x", "ballots": 8, "entitled": 7},
        )
        assert town.no("lyon-1+lyon-2", VoteCount(motion="x", yes=5, no=-2)).requirement == "motion.count"

    def test_acts_and_hands_do_not_mix(self, town: Town) -> None:
        town.meet(*SEVEN)
        for motion in (MotionId("x"), MotionId("y")):
            town.table(motion)
            town.ok("lyon-1", VoteOpen(motion=motion))
        town.ok("lyon-2", VoteCast(motion="x", choice="yes"))
        count = VoteCount(motion="x", yes=5, no=2)
        assert town.no("lyon-1+lyon-2", count).requirement == "motion.count-or-cast"
        town.ok("lyon-1+lyon-2", VoteCount(motion="y", yes=5, no=2))
        assert town.no("lyon-2", VoteCast(motion="y", choice="yes")).requirement == "motion.not-counted"


class TestSecretVotes:
    @pytest.fixture
    def town(self) -> Town:
        town = Town()
        town.meet(*SEVEN)
        town.table("x", "secret")
        town.ok("lyon-1", VoteOpen(motion="x"))
        for person in SEVEN[:6]:
            town.ok(person, VoteCast(motion="x"))
        return town

    def test_the_box_is_counted_at_the_close(self, town: Town) -> None:
        assert town.no("lyon-1", VoteClose(motion="x")).requirement == "motion.box"
        box = {BlobName("b"): b"yes\nno\nyes\n\nyes\nmaybe\n"}
        town.ok("lyon-1", VoteClose(motion="x", box="b"), box)
        assert town.ballot("x").received.tally == (3, 1, 1, 1)  # 3 >= 2/3 * 4
        assert town.ballot("x").carried is True
        assert set(values_of(town.ballot("x").received.ballots)) == {None}

    @pytest.mark.parametrize("lines", [b"yes\n" * 5, b"yes\n" * 7])
    def test_as_many_ballots_as_have_voted(self, town: Town, lines: bytes) -> None:
        ground = town.no("lyon-1", VoteClose(motion="x", box="b"), {"b": lines})
        assert (ground.requirement, ground.numbers["voted"]) == ("motion.count-voted", 6)

    def test_a_box_that_nobody_delivers(self, town: Town) -> None:
        assert town.no("lyon-1", VoteClose(motion="x", box="b")).requirement == "blob.given"

    def test_paper_is_counted_by_two(self, town: Town) -> None:
        assert (
            town.no("lyon-1+lyon-2", VoteCount(motion="x", yes=4, no=1)).requirement == "motion.count-voted"
        )
        town.ok("lyon-1+lyon-2", VoteCount(motion="x", yes=4, no=1, invalid=1))
        assert town.no("lyon-1", VoteClose(motion="x", box="b"), {"b": b""}).requirement == "motion.no-box"
        town.ok("lyon-1", VoteClose(motion="x"))
        assert town.ballot("x").carried is True


class TestTies:
    def test_the_casting_vote(self, town: Town) -> None:
        town.chair("lyon-1")
        town.table("x", "chaired")
        town.vote("x", {"lyon-1": "yes", "lyon-2": "no"})
        assert (town.ballot("x").result, town.ballot("x").carried) == ("tied", None)
        assert town.no("lyon-1", VoteClose(motion="x")).requirement == "motion.not-tied"
        ground = town.no("lyon-2", TieBreak(motion="x", choice="yes"))
        assert (ground.requirement, ground.article) == ("motion.casting-vote", "7.4")
        town.ok("lyon-1", TieBreak(motion="x", choice="yes"))
        assert town.ballot("x").result == "carried"

    def test_a_lot_has_a_source(self, town: Town) -> None:
        town.meet(*SEVEN)
        town.table("x", "lot")
        town.vote("x", {"lyon-1": "yes", "lyon-2": "no"})
        assert town.no("lyon-1", TieBreak(motion="x", choice="no")).requirement == "motion.lot-source"
        town.ok("lyon-1", TieBreak(motion="x", choice="no", source="hat, before two witnesses"))
        assert town.ballot("x").result == "defeated"

    def test_there_is_no_tie_without_level_votes(self, town: Town) -> None:
        town.meet(*SEVEN)
        town.table("x", "lot")
        town.ok("lyon-1", VoteOpen(motion="x"))
        assert town.no("lyon-1", TieBreak(motion="x", choice="no", source="hat")).requirement == "motion.tied"
        town.ok("lyon-1", VoteClose(motion="x"))
        assert town.ballot("x").result == "defeated"  # 0 : 0 is no tie: nothing without one yes


def test_a_vote_on_posts_counts_holders_once(town: Town) -> None:
    town.ok("lyon-7", PostResign(post=town.delegate(7)))
    town.table("x", "postal")
    town.ok("lyon-1", VoteOpen(motion="x"))
    assert set(keys_of(town.ballot("x").voters.roll)) == {*SEVEN[:6], TEN[7]}  # next by votes
