"""Powers: articles 12.1 to 12.3 of the council's bylaws."""

from __future__ import annotations

import pytest

from mandat.federation.assembly.motions.acts import MotionTable, VoteCast, VoteClose, VoteOpen
from mandat.federation.authority.powers.acts import PowerDelegate, PowerExercise, PowerRatify, PowerResume
from mandat.federation.base.matter import Consent, PowerUse, Relief
from mandat.federation.base.types import EntryIndex, PostId
from mandat.federation.seats.posts.acts import PostAppoint
from tests.federation.council import COUNCIL, TEN, Town

TREASURER = PostId("treasurer:treasurer:-:1")
CHAIR = PostId("chair:chair:-:1")


@pytest.fixture
def town() -> Town:
    """lyon-1 is chair, lyon-5 treasurer."""
    town = Town()
    town.chair("lyon-1")
    town.ok("lyon-1", PostAppoint(post=TREASURER, person="lyon-5"))
    return town


class TestBodies:
    def test_a_body_acts_by_its_decision_on_that_very_text(self, town: Town) -> None:
        treaty = PowerExercise(power="treaty.sign", text="treaty")
        ground = town.no("lyon-1", treaty)
        assert (ground.requirement, ground.article, ground.numbers["holder"]) == (
            "power.decision-missing",
            "12.1",
            "council",
        )
        town.decide("x", about=PowerUse("treaty.sign"), text="treaty")
        other = PowerExercise(power="treaty.sign", text="another", motion="x")
        assert town.no("lyon-1", other).requirement == "power.decision-text"
        town.ok("lyon-1", PowerExercise(power="treaty.sign", text="treaty", motion="x"))
        done = town.state.powers.exercises[town.index - 1]
        assert (done.power, done.by, done.motion, done.awaits) == ("treaty.sign", "lyon-1", "x", ())

    def test_a_decision_is_carried_out_once(self, town: Town) -> None:
        town.decide("x", about=PowerUse("treaty.sign"), text="treaty")
        act = PowerExercise(power="treaty.sign", text="treaty", motion="x")
        town.ok("lyon-1", act)
        ground = town.no("lyon-1", act)
        assert (ground.requirement, ground.numbers["used"]) == ("decision.unused", town.index - 2)

    def test_a_motion_about_something_else_or_defeated(self, town: Town) -> None:
        town.decide("x", text="treaty")
        act = PowerExercise(power="treaty.sign", text="treaty", motion="x")
        assert town.no("lyon-1", act).requirement == "power.decision-other"
        town.table("y", about=PowerUse("treaty.sign"), text="treaty")
        act = PowerExercise(power="treaty.sign", text="treaty", motion="y")
        assert town.no("lyon-1", act).requirement == "power.decision-not-carried"

    def test_another_body_decides_nothing_about_it(self, town: Town) -> None:
        act = MotionTable(
            motion="x", body="section/lyon", decision="base", about=PowerUse("treaty.sign"), text="treaty"
        )
        town.ok("lyon-9", act)
        town.ok("lyon-9", VoteOpen(motion="x"))
        town.ok("lyon-9", VoteCast(motion="x", choice="yes"))
        town.ok("lyon-9", VoteClose(motion="x"))
        ground = town.no("lyon-9", PowerExercise(power="treaty.sign", text="treaty", motion="x"))
        assert (ground.requirement, ground.numbers["body"]) == ("power.decision-body", "section/lyon")

    def test_a_body_needs_a_decision_even_where_the_bylaws_name_none(self) -> None:
        town = Town(COUNCIL.replace('delegable = false\ndecision = "majority"', "delegable = false"))
        act = PowerExercise(power="treaty.sign", text="treaty")
        assert town.no("lyon-1", act).requirement == "power.decision-missing"
        assert town.no("lyon-9", act).requirement == "power.not-holder"
        town.decide("x", "postal", about=PowerUse("treaty.sign"), text="treaty")
        town.ok("lyon-1", PowerExercise(power="treaty.sign", text="treaty", motion="x"))

    def test_without_a_motion_nothing_is_said_of_one(self, town: Town) -> None:
        ruling = town.do("lyon-1", PowerExercise(power="treaty.sign", text="treaty"))
        assert [ground.requirement for ground in ruling.grounds][-1] == "power.decision-missing"
        assert "decision.unused" not in {ground.requirement for ground in ruling.grounds}

    def test_a_power_that_the_bylaws_do_not_name(self, town: Town) -> None:
        act = PowerExercise(power="war.declare", text="t")
        assert town.no("lyon-1", act).requirement == "power.defined"


class TestOfficers:
    def test_two_keys(self, town: Town) -> None:
        act = PowerExercise(power="money.spend", text="bill", amount=500)
        ground = town.no("lyon-5", act)
        assert (ground.requirement, ground.article, ground.numbers["by"]) == (
            "power.countersign",
            "12.2",
            "chair",
        )
        assert town.no("lyon-5+lyon-2", act).requirement == "power.countersign"
        town.ok("lyon-5+lyon-1", act)
        assert town.state.powers.exercises[town.index - 1].countersigned == ("lyon-1",)

    def test_nobody_countersigns_for_themselves(self) -> None:
        town = Town()
        town.chair("lyon-1")
        town.ok("lyon-1", PostAppoint(post=TREASURER, person="lyon-1"))
        act = PowerExercise(power="money.spend", text="bill", amount=5)
        assert town.no("lyon-1", act).requirement == "power.countersign"

    def test_the_limit_with_its_numbers(self, town: Town) -> None:
        act = PowerExercise(power="money.spend", text="bill", amount=501)
        ground = town.no("lyon-5+lyon-1", act)
        assert (ground.text, dict(ground.numbers), ground.holds) == ("amount <= 500", {"amount": 501}, False)

    def test_who_does_not_hold_it_learns_who_does(self, town: Town) -> None:
        ground = town.no("lyon-2+lyon-1", PowerExercise(power="money.spend", text="bill", amount=5))
        assert (ground.requirement, ground.numbers["holder"]) == ("power.not-holder", "treasurer")

    def test_a_caretaker_does_only_current_business(self, town: Town) -> None:
        town.decide("relieve", about=Relief(CHAIR))
        act = PowerExercise(power="building.sell", text="deed")
        ground = town.no("lyon-1", act)
        assert (ground.requirement, ground.key) == ("power.caretaker", "current")


class TestConsent:
    @pytest.fixture
    def consented(self, town: Town) -> Town:
        act = PowerExercise(power="building.sell", text="deed")
        ground = town.no("lyon-1", act)
        assert (ground.requirement, ground.numbers["by"]) == ("power.consent", "council")
        town.decide("c", about=Consent("building.sell"), text="deed")
        town.ok("lyon-1", PowerExercise(power="building.sell", text="deed", consents=("c",)))
        return town

    def test_consent_is_to_that_very_text(self, town: Town) -> None:
        town.decide("c", about=Consent("building.sell"), text="deed")
        other = PowerExercise(power="building.sell", text="other deed", consents=("c",))
        assert town.no("lyon-1", other).requirement == "power.consent"

    def test_it_awaits_ratification(self, consented: Town) -> None:
        town, index = consented, EntryIndex(consented.index - 1)
        assert town.state.powers.exercises[index].awaits == (1,)
        assert town.no("lyon-9", PowerRatify(exercise=index, motion="c")).requirement == "power.ratified"
        about = PowerUse("building.sell")
        town.ok(
            "lyon-9",
            MotionTable(motion="r", body="section/lyon", decision="base", about=about, text="deed"),
        )
        town.ok("lyon-9", VoteOpen(motion="r"))
        for person in TEN[:3]:
            town.ok(person, VoteCast(motion="r", choice="yes"))
        town.ok("lyon-9", VoteClose(motion="r"))
        town.ok("lyon-9", PowerRatify(exercise=index, motion="r"))
        assert town.state.powers.exercises[index].awaits == ()
        assert town.no("lyon-9", PowerRatify(exercise=index, motion="r")).requirement == "power.awaits"
        assert town.no("lyon-9", PowerRatify(exercise=0, motion="r")).requirement == "power.exercised"


class TestDelegation:
    def test_what_is_not_delegable_is_refused_with_the_article(self, town: Town) -> None:
        ground = town.no("lyon-1", PowerDelegate(power="treaty.sign", person="lyon-2"))
        assert (ground.requirement, ground.article, ground.key) == ("power.delegable", "12.1", "delegable")
        assert ground.numbers["holder"] == "council"

    def test_an_officer_delegates_to_those_whom_the_bylaws_name_and_takes_back(self, town: Town) -> None:
        ground = town.no("lyon-5", PowerDelegate(power="money.spend", person="lyon-9"))
        assert (ground.requirement, ground.numbers["to"]) == ("power.delegable-to", "council")
        assert (
            town.no("lyon-2", PowerDelegate(power="money.spend", person="lyon-2")).requirement == "power.own"
        )
        town.ok("lyon-5", PowerDelegate(power="money.spend", person="lyon-2"))
        assert (
            town.no("lyon-5", PowerDelegate(power="money.spend", person="lyon-2")).requirement
            == "power.not-yet-delegated"
        )
        bill = PowerExercise(power="money.spend", text="bill", amount=5)
        town.ok("lyon-2+lyon-1", bill)
        town.ok("lyon-5", PowerResume(power="money.spend", person="lyon-2"))
        assert town.no("lyon-2+lyon-1", bill).requirement == "power.not-holder"
        assert (
            town.no("lyon-5", PowerResume(power="money.spend", person="lyon-2")).requirement
            == "power.is-delegated"
        )
