"""Recall by petition and vote, relief of officers: articles 9.1 to 9.4 of the council's bylaws."""

from __future__ import annotations

import pytest

from mandat.federation.assembly.motions.acts import MotionTable, VoteCast, VoteClose, VoteCount, VoteOpen
from mandat.federation.assembly.motions.effects import VoteOpened
from mandat.federation.base.lookup import keys_of
from mandat.federation.base.matter import PowerUse, Relief
from mandat.federation.base.tenure.effects import SeatFilled, SeatVacated
from mandat.federation.base.types import PetitionId, PostId
from mandat.federation.law.acts import BylawsAdopt
from mandat.federation.people.members.acts import MemberLeave
from mandat.federation.seats.posts.acts import PostAppoint, PostResign
from mandat.federation.seats.recall.acts import OfficerRelieve, RecallSign, RecallStart, RecallUnsign
from mandat.federation.seats.recall.effects import PetitionComplete, PetitionEnded
from mandat.federation.seats.recall.state import Petition
from mandat.federation.wording.ruling import describe
from tests.federation.council import COUNCIL, SEVEN, TEN, Town
from tests.federation.world import DAY

CHAIR = PostId("chair:chair:-:1")
TREASURER = PostId("treasurer:treasurer:-:1")


@pytest.fixture
def town() -> Town:
    town = Town()
    town.wait(60 * DAY)
    return town


def start(town: Town, petition: PetitionId = PetitionId("p"), target: int = 1, by: str = "lyon-10") -> None:
    town.ok(by, RecallStart(petition=petition, rule="petition", target=town.delegate(target)))


def petition(town: Town, name: PetitionId = PetitionId("p")) -> Petition:
    return town.state.recalls.all[name]


def decide(town: Town, yes: int, no: int, name: str = "p") -> None:
    """Vote on a petition that has enough signatures."""
    for number, person in enumerate(TEN[: yes + no]):
        town.ok(person, VoteCast(motion=f"recall:{name}", choice="yes" if number < yes else "no"))
    town.ok("lyon-10", VoteClose(motion=f"recall:{name}"))


class TestPetition:
    def test_the_signature_that_suffices_opens_the_vote_in_the_same_ruling(self, town: Town) -> None:
        start(town)
        town.ok("lyon-9", RecallSign(petition="p"))
        ruling = town.ok("lyon-8", RecallSign(petition="p"))  # 3 >= 3/10 * 10
        assert any(isinstance(e, PetitionComplete) and e.signed == 3 for e in ruling.effects)
        opened = next(e for e in ruling.effects if isinstance(e, VoteOpened))
        assert (opened.motion, opened.entitled) == ("recall:p", 10)
        assert [(g.article, g.holds) for g in ruling.grounds if g.key == "start.enough"] == [("9.1", True)]

    def test_a_carried_recall_vacates_and_replaces_in_the_same_ruling(self, town: Town) -> None:
        start(town)
        town.ok("lyon-9", RecallSign(petition="p"))
        town.ok("lyon-8", RecallSign(petition="p"))
        decide(town, 6, 4)
        ruling = town.rulings[-1]
        vacated = next(e for e in ruling.effects if isinstance(e, SeatVacated))
        filled = next(e for e in ruling.effects if isinstance(e, SeatFilled))
        assert (vacated.person, vacated.cause) == ("lyon-1", "recall")
        assert (filled.person, filled.how) == ("lyon-8", "next-by-votes")
        ground = next(g for g in ruling.grounds if g.requirement == "recall.carried")
        assert (ground.rule, ground.article) == ("recall.petition", "9.1")
        assert petition(town).stage == "carried"
        assert len(town.state.recalls.barred) == 0

    def test_a_defeated_one_is_barred_for_six_months(self, town: Town) -> None:
        start(town)
        for person in ("lyon-9", "lyon-8"):
            town.ok(person, RecallSign(petition="p"))
        decide(town, 5, 5)
        assert (petition(town).stage, town.post(town.delegate(1)).holder) == ("defeated", "lyon-1")
        act = RecallStart(petition="q", rule="petition", target=town.delegate(1))
        ground = town.no("lyon-10", act)
        until = town.state.recalls.barred["recall.petition", town.delegate(1)]
        assert (ground.requirement, ground.key, ground.numbers["until"]) == (
            "recall.cooling-off",
            "cooling_off",
            until,
        )
        town.wait(until - town.at - 1)
        assert town.no("lyon-10", act).requirement == "recall.cooling-off"
        town.wait(1)
        town.ok("lyon-10", act)

    def test_another_delegate_is_not_barred_by_that(self, town: Town) -> None:
        start(town)
        for person in ("lyon-9", "lyon-8"):
            town.ok(person, RecallSign(petition="p"))
        decide(town, 5, 5)
        start(town, "q", target=2)

    def test_it_lapses_when_the_time_is_over(self, town: Town) -> None:
        start(town)
        (ruling,) = town.wait(15 * DAY)
        ended = next(e for e in ruling.effects if isinstance(e, PetitionEnded))
        assert (ended.stage, ended.reason) == ("lapsed", "time")
        assert town.no("lyon-9", RecallSign(petition="p")).requirement == "petition.signing"
        ground = town.no("lyon-10", RecallStart(petition="q", rule="petition", target=town.delegate(1)))
        assert ground.requirement == "recall.cooling-off"

    def test_signatures_on_the_last_day_are_in_time(self, town: Town) -> None:
        start(town)
        until = petition(town).until
        assert until is not None
        town.wait(until - town.at - 1)
        town.ok("lyon-9", RecallSign(petition="p"))

    def test_a_complete_petition_does_not_lapse(self, town: Town) -> None:
        start(town)
        for person in ("lyon-9", "lyon-8"):
            town.ok(person, RecallSign(petition="p"))
        town.wait(15 * DAY)
        assert petition(town).stage == "voting"

    def test_not_within_a_month_of_taking_office(self) -> None:
        town = Town()
        ground = town.no("lyon-10", RecallStart(petition="p", rule="petition", target=town.delegate(1)))
        assert (ground.requirement, ground.article, ground.key) == ("recall.not-before", "9.1", "not_before")

    def test_the_refusal_says_in_words_until_when(self) -> None:
        town = Town()
        ruling = town.do("lyon-10", RecallStart(petition="p", rule="petition", target=town.delegate(1)))
        english = describe(ruling, town.state.law.books, "en").grounds[-1]
        french = describe(ruling, town.state.law.books, "fr").grounds[-1]
        # A month from 1 January, 01:00 in Paris, ends with 1 February.
        assert english.remedy == "wait until 1 February 2026 23:00"
        assert french.remedy == "attendre jusqu’au 1er février 2026 23:00"

    def test_who_may_sign_is_named(self, town: Town) -> None:
        town.bodies("section/nice")
        town.enrol("section/nice", "stranger")
        ruling = town.do("stranger", RecallStart(petition="p", rule="petition", target=town.delegate(1)))
        (*_, ground) = describe(ruling, town.state.law.books, "en").grounds
        assert (ground.article, ground.remedy) == ("9.1", "let one of them start it")
        assert "section/lyon" in ground.asks

    def test_nobody_signs_twice_and_only_members_of_the_sender_sign(self, town: Town) -> None:
        town.bodies("section/nice")
        town.enrol("section/nice", "stranger")
        start(town)
        assert town.no("lyon-10", RecallSign(petition="p")).requirement == "petition.once"
        assert town.no("stranger", RecallSign(petition="p")).requirement == "petition.signer"
        act = RecallStart(petition="q", rule="petition", target=town.delegate(2))
        assert town.no("stranger", act).requirement == "recall.starter"

    def test_a_signature_is_taken_back(self, town: Town) -> None:
        start(town)
        town.ok("lyon-9", RecallSign(petition="p"))
        town.ok("lyon-9", RecallUnsign(petition="p"))
        assert town.no("lyon-9", RecallUnsign(petition="p")).requirement == "petition.signed"
        town.ok("lyon-8", RecallSign(petition="p"))
        assert petition(town).stage == "signing"

    def test_the_signature_of_who_leaves_lapses(self, town: Town) -> None:
        start(town)
        town.ok("lyon-9", RecallSign(petition="p"))
        town.ok("lyon-9", MemberLeave(person="lyon-9", body="section/lyon"))
        assert set(keys_of(petition(town).signers)) == {"lyon-10"}

    def test_one_petition_of_a_kind_at_a_time(self, town: Town) -> None:
        start(town)
        ground = town.no("lyon-9", RecallStart(petition="q", rule="petition", target=town.delegate(1)))
        assert (ground.requirement, ground.numbers["petition"]) == ("recall.only-one", "p")

    def test_it_lapses_when_the_holder_leaves(self, town: Town) -> None:
        start(town)
        town.ok("lyon-1", PostResign(post=town.delegate(1)))
        assert petition(town).stage == "lapsed"
        assert town.post(town.delegate(1)).holder == "lyon-8"

    def test_a_vote_under_way_does_not_hit_the_successor(self, town: Town) -> None:
        start(town)
        for person in ("lyon-9", "lyon-8"):
            town.ok(person, RecallSign(petition="p"))
        town.ok("lyon-1", PostResign(post=town.delegate(1)))
        decide(town, 10, 0)
        assert town.post(town.delegate(1)).holder == "lyon-8"
        assert petition(town).stage == "lapsed"

    def test_unknown_things(self, town: Town) -> None:
        post = town.delegate(1)
        for act, code in (
            (RecallStart(petition="q", rule="moot", target=post), "recall.rule"),
            (RecallStart(petition="q", rule="petition", target="x"), "recall.target"),
            (RecallStart(petition="q", rule="petition", target="council"), "recall.covers"),
            (RecallStart(petition="q:1", rule="petition", target=post), "id.plain"),
            (RecallStart(petition="q", rule="recall.chair", target=CHAIR), "recall.petition"),
            (RecallSign(petition="q"), "petition.known"),
        ):
            assert town.no("lyon-10", act).requirement == code

    def test_what_has_started_ends_under_its_rules(self, town: Town) -> None:
        start(town)
        text = COUNCIL.replace("signed >= 3/10 * entitled", "signed = entitled")
        town.meet(*SEVEN)
        town.table("amend", "secret", about=PowerUse("bylaws.amend"), text="new")
        town.ok("lyon-1", VoteOpen(motion="amend"))
        town.ok("lyon-1+lyon-2", VoteCount(motion="amend", yes=7, no=0))
        town.ok("lyon-1", VoteClose(motion="amend"))
        town.ok("lyon-1", BylawsAdopt(bylaws="new", motion="amend"), {"new": text.encode()})
        for person in ("lyon-9", "lyon-8"):
            town.ok(person, RecallSign(petition="p"))
        assert petition(town).stage == "voting"


class TestSpan:
    def test_signatures_too_far_apart_do_not_count_together(self) -> None:
        town = Town(COUNCIL.replace('within = "P14D"', 'within = "P60D", span = "P7D"'))
        town.wait(60 * DAY)
        start(town)
        town.wait(5 * DAY)
        town.ok("lyon-9", RecallSign(petition="p"))
        town.wait(5 * DAY)
        town.ok("lyon-8", RecallSign(petition="p"))
        assert set(keys_of(petition(town).signers)) == {"lyon-9", "lyon-8"}
        town.ok("lyon-10", RecallSign(petition="p"))
        assert petition(town).stage == "voting"


class TestWholeBody:
    @pytest.fixture
    def town(self) -> Town:
        town = Town()
        act = RecallStart(petition="all", rule="council", target="council", reasons=("breach",))
        for reasons, code in (((), "recall.reasons"), (("taste",), "recall.reason")):
            bad = RecallStart(petition="all", rule="council", target="council", reasons=reasons)
            assert town.no("lyon-10", bad).requirement == code
        town.ok("lyon-10", act)
        for person in TEN[5:9]:
            town.ok(person, RecallSign(petition="all"))
        return town

    def test_all_posts_fall_vacant_at_the_end_of_the_vote(self, town: Town) -> None:
        assert petition(town, "all").stage == "voting"
        for person in TEN[:6]:
            town.ok(person, VoteCast(motion="recall:all", choice="yes"))
        rulings = town.wait(4 * DAY)
        vacated = [e for r in rulings for e in r.effects if isinstance(e, SeatVacated)]
        assert [e.person for e in vacated] == list(SEVEN)
        assert {e.cause for e in vacated} == {"recall"}

    def test_without_quorum_it_lapses(self, town: Town) -> None:
        for person in TEN[:4]:
            town.ok(person, VoteCast(motion="recall:all", choice="yes"))
        town.wait(4 * DAY)
        assert petition(town, "all").stage == "lapsed"
        assert town.holders("council") == list(SEVEN)


class TestMeetingNeeded:
    def test_where_the_present_are_counted_the_vote_waits_for_a_meeting(self) -> None:
        text = COUNCIL.replace('voters = ["council", "section"]\nvoting = "P3D"', 'in = "section"').replace(
            'voted >= 1/2 * entitled"\ncarried = "yes > no"', 'present >= 1"\ncarried = "yes > no"', 1
        )
        town = Town(text)
        town.ok("lyon-10", RecallStart(petition="all", rule="council", target="council", reasons=("breach",)))
        for person in TEN[5:9]:
            town.ok(person, RecallSign(petition="all"))
        assert petition(town, "all").stage == "voting"
        assert "recall:all" not in town.state.motions.votes
        assert town.no("lyon-9", VoteOpen(motion="recall:all")).requirement == "motion.meeting"


class TestRelief:
    def test_the_appointing_body_relieves_its_officer_who_stays_as_caretaker(self) -> None:
        town = Town()
        town.chair("lyon-1")
        ruling = town.decide("relieve", about=Relief(CHAIR))
        vacated = next(e for e in ruling.effects if isinstance(e, SeatVacated))
        assert (vacated.person, vacated.cause) == ("lyon-1", "relief")
        ground = next(g for g in ruling.grounds if g.requirement == "recall.relief")
        assert (ground.rule, ground.article) == ("recall.chair", "9.3")
        assert (town.post(CHAIR).holder, town.post(CHAIR).capacity) == ("lyon-1", "caretaker")

    def test_a_successor_takes_the_caretakers_place(self) -> None:
        town = Town()
        town.chair("lyon-1")
        town.decide("relieve", about=Relief(CHAIR))
        town.chair("lyon-2")
        assert (town.post(CHAIR).holder, town.post(CHAIR).capacity) == ("lyon-2", "full")

    def test_only_the_body_that_the_rule_names(self) -> None:
        town = Town()
        town.chair("lyon-1")
        act = MotionTable(motion="x", body="section/lyon", decision="base", about=Relief(CHAIR))
        assert town.no("lyon-9", act).requirement == "motion.relief"
        act = MotionTable(motion="x", body="council", decision="lot", about=Relief(CHAIR))
        assert town.no("lyon-2", act).requirement == "motion.decision"

    def test_a_delegate_is_not_relieved_by_the_council(self) -> None:
        town = Town()
        act = MotionTable(motion="x", body="council", decision="majority", about=Relief(town.delegate(2)))
        assert town.no("lyon-1", act).requirement == "motion.relief"

    def test_a_single_officer_relieves_without_a_vote(self) -> None:
        town = Town()
        town.chair("lyon-1")
        town.ok("lyon-1", PostAppoint(post=TREASURER, person="lyon-5"))
        act = OfficerRelieve(post=TREASURER, rule="treasurer")
        ground = town.no("lyon-2", act)
        assert (ground.requirement, ground.article) == ("recall.officer", "9.4")
        assert town.no("lyon-1", OfficerRelieve(post=CHAIR, rule="chair")).requirement == "recall.by-decision"
        town.ok("lyon-1", act)
        assert town.post(TREASURER).holder is None
        assert town.no("lyon-1", act).requirement == "recall.held"
