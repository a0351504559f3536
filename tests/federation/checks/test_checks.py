"""Checks: holds, suspensive vetoes, annulment, replacement, blocks."""

from __future__ import annotations

import pytest

from mandat.bylaws.model.ids import DecisionId
from mandat.federation.assembly.motions.acts import MotionTable, VoteCast, VoteClose, VoteOpen
from mandat.federation.assembly.motions.state import Choice
from mandat.federation.authority.checks.acts import CheckLift, CheckRaise, CheckSign
from mandat.federation.authority.powers.acts import PowerExercise
from mandat.federation.base.lookup import given, keys_of
from mandat.federation.base.matter import Appointment, CheckUse, Matter, PowerUse, Staying
from mandat.federation.base.types import BlobName, EntryIndex, MotionId, PostId
from mandat.federation.people.facts.acts import FactTell
from mandat.federation.seats.posts.acts import PostAppoint
from tests.federation.council import COUNCIL, SEVEN, TEN, Town
from tests.federation.world import DAY

CHECKS = (
    COUNCIL
    + """
[fact.slightly-changed]
of = "act"
type = "flag"
told_by = "author"

[check.hold]
article = "30"
of = ["council", "treasurer"]
by = "section"
how = "suspend"
start = { by = "section", who = "not author", enough = "signed >= 3/10 * entitled of section", within = "P7D" }
lasts = "base.decided"
stays = "stays"

[decision.stays]
article = "30.2"
voters = "section"
carried = "yes > no"

[check.override]
article = "31"
of = ["council"]
by = "section"
how = "replace"
decision = "base"

[check.veto]
article = "32"
of = "treaty.sign"
by = "chair"
how = "suspend"
within = "P3D"
lasts = "P7D"
once = "slightly-changed"

[check.annul]
article = "33"
of = "money.spend"
by = "council"
how = "annul"
decision = "majority"
"""
)


@pytest.fixture
def town() -> Town:
    """lyon-1 is chair; the council has decided to sign the treaty ``t`` by motion ``x``."""
    town = Town(CHECKS)
    town.chair("lyon-1")
    town.decide("x", about=PowerUse("treaty.sign"), text="t")
    return town


def section(
    town: Town,
    motion: MotionId,
    decision: DecisionId,
    about: Matter,
    choice: Choice,
    text: BlobName | None = None,
) -> None:
    """Let the ten of the section vote alike on a motion."""
    act = MotionTable(motion=motion, body="section/lyon", decision=decision, about=about, text=text)
    town.ok("lyon-9", act)
    town.ok("lyon-9", VoteOpen(motion=motion))
    for person in TEN:
        town.ok(person, VoteCast(motion=motion, choice=choice))
    town.ok("lyon-9", VoteClose(motion=motion))


def sign(motion: MotionId = MotionId("x"), text: BlobName = BlobName("t")) -> PowerExercise:
    return PowerExercise(power="treaty.sign", text=text, motion=motion)


class TestHold:
    def test_it_stands_with_enough_signatures_and_the_author_is_not_one(self, town: Town) -> None:
        ruling = town.ok("lyon-8+lyon-9+lyon-10", CheckRaise(stop="h", rule="hold", motion="x"))
        stop = town.state.checks.all["h"]
        assert (stop.stage, keys_of(stop.signers)) == ("signing", ["lyon-10", "lyon-9"])
        assert ruling.grounds[-1].article == "30"
        assert town.no("lyon-8", CheckSign(stop="h")).requirement == "check.signer"
        assert town.no("lyon-9", CheckSign(stop="h")).requirement == "check.not-signed"
        town.ok("lyon-7", CheckSign(stop="h"))
        assert town.state.checks.all["h"].stage == "stands"
        ground = town.no("lyon-1", sign())
        assert (ground.requirement, ground.article, ground.numbers["how"]) == ("check.free", "30", "suspend")
        assert town.no("lyon-6", CheckSign(stop="h")).requirement == "check.signing"

    def test_signatures_that_come_too_late_are_void(self, town: Town) -> None:
        town.ok("lyon-8", CheckRaise(stop="h", rule="hold", motion="x"))
        town.wait(9 * DAY)
        stop = town.state.checks.all["h"]
        assert (stop.stage, stop.reason) == ("ended", "lapsed")
        town.ok("lyon-1", sign())

    def test_an_immediate_vote_decides_whether_it_stays(self, town: Town) -> None:
        hold = "lyon-8+lyon-9+lyon-10+lyon-7"
        town.ok(hold, CheckRaise(stop="h", rule="hold", motion="x"))
        section(town, "keep", "stays", Staying("h"), "no")
        assert town.state.checks.all["h"].reason == "not-kept"
        town.ok("lyon-1", sign())

    def test_it_lasts_until_the_matter_is_decided(self, town: Town) -> None:
        hold = "lyon-8+lyon-9+lyon-10+lyon-7"
        town.ok(hold, CheckRaise(stop="h", rule="check.hold", motion="x"))
        section(town, "keep", "stays", Staying("h"), "yes")
        assert town.state.checks.all["h"].stage == "stands"
        section(town, "other", "base", CheckUse("override", "y"), "no")
        assert town.state.checks.all["h"].stage == "stands"
        section(town, "matter", "base", CheckUse("override", "x"), "no")
        assert town.state.checks.all["h"].reason == "decided"
        town.ok("lyon-1", sign())

    def test_what_an_officer_did_alone_can_be_held(self, town: Town) -> None:
        town.ok("lyon-1", PostAppoint(post="treasurer:treasurer:-:1", person="lyon-5"))
        town.ok("lyon-5+lyon-1", PowerExercise(power="money.spend", text="bill", amount=9))
        act = CheckRaise(stop="h", rule="hold", exercise=town.index - 1)
        town.ok("lyon-8+lyon-9+lyon-10+lyon-7", act)
        assert town.state.checks.standing_on_entry(given(act.exercise)) is not None

    def test_each_way_to_start_it_counts_its_own_signers(self) -> None:
        two = CHECKS.replace(
            'within = "P7D" }\nlasts = "base.decided"',
            'within = "P7D" }, { by = "chair" }]\nlasts = "base.decided"',
        ).replace(
            'start = { by = "section", who = "not author"', 'start = [{ by = "section", who = "not author"'
        )
        town = Town(two)
        town.chair("lyon-1")
        town.decide("x", about=PowerUse("treaty.sign"), text="t")
        town.ok("lyon-8+lyon-9", CheckRaise(stop="h", rule="hold", motion="x"))
        stages = [town.state.checks.all["h"].stage]
        town.ok("lyon-1", CheckSign(stop="h"))
        stages.append(town.state.checks.all["h"].stage)
        assert stages == ["signing", "stands"]


class TestVeto:
    def test_it_suspends_for_a_week(self, town: Town) -> None:
        assert town.no("lyon-9", CheckRaise(stop="v", rule="veto", motion="x")).requirement == "check.right"
        town.ok("lyon-1", CheckRaise(stop="v", rule="veto", motion="x"))
        assert town.no("lyon-1", sign()).article == "32"
        town.wait(9 * DAY)
        assert town.state.checks.all["v"].reason == "over"
        town.ok("lyon-1", sign())

    def test_once_against_a_text_and_one_only_slightly_changed(self, town: Town) -> None:
        town.ok("lyon-1", CheckRaise(stop="v", rule="veto", motion="x"))
        town.wait(9 * DAY)
        town.decide("same", about=PowerUse("treaty.sign"), text="t")
        again = CheckRaise(stop="w", rule="veto", motion="same")
        ground = town.no("lyon-1", again)
        assert (ground.requirement, ground.article, ground.numbers["stop"]) == ("check.once", "32", "v")
        town.decide("changed", about=PowerUse("treaty.sign"), text="t2", follows="x")
        town.ok("lyon-1", FactTell(fact="slightly-changed", of="changed", value=1))
        assert (
            town.no("lyon-1", CheckRaise(stop="w", rule="veto", motion="changed")).requirement == "check.once"
        )
        town.decide("new", about=PowerUse("treaty.sign"), text="t3", follows="x")
        town.ok("lyon-1", CheckRaise(stop="w", rule="veto", motion="new"))

    def test_in_time_only(self, town: Town) -> None:
        town.wait(5 * DAY)
        ground = town.no("lyon-1", CheckRaise(stop="v", rule="veto", motion="x"))
        assert (ground.requirement, ground.article) == ("check.within", "32")

    def test_who_raised_it_may_lift_it(self, town: Town) -> None:
        town.ok("lyon-1", CheckRaise(stop="v", rule="veto", motion="x"))
        assert town.no("lyon-9", CheckLift(stop="v")).requirement == "check.own"
        town.ok("lyon-1", CheckLift(stop="v"))
        town.ok("lyon-1", sign())
        assert town.no("lyon-1", CheckLift(stop="v")).requirement == "check.stands"


class TestDecided:
    def test_a_body_replaces_a_decision_by_its_own(self, town: Town) -> None:
        act = CheckRaise(stop="o", rule="override", motion="x", decided="d")
        assert town.no("lyon-9", act).requirement == "check.carried"
        section(town, "d", "base", CheckUse("override", "x"), "yes", text="better")
        town.ok("lyon-9", act)
        assert town.state.checks.all["o"].instead == "better"
        assert town.no("lyon-1", sign()).article == "31"
        assert town.no("lyon-9", CheckLift(stop="o", decided="d")).requirement == "check.suspends"

    def test_annulling_what_was_done(self, town: Town) -> None:
        town.ok("lyon-1", PostAppoint(post="treasurer:treasurer:-:1", person="lyon-5"))
        town.ok("lyon-5+lyon-1", PowerExercise(power="money.spend", text="bill", amount=9))
        entry = EntryIndex(town.index - 1)
        town.decide("undo", about=CheckUse("annul", entry))
        town.ok("lyon-1", CheckRaise(stop="a", rule="annul", exercise=entry, decided="undo"))
        stop = town.state.checks.standing_on_entry(entry)
        assert stop is not None
        assert stop.how == "annul"
        again = CheckRaise(stop="b", rule="annul", exercise=entry, decided="undo")
        assert town.no("lyon-1", again).requirement == "check.not-yet"


class TestTargets:
    def test_only_what_the_check_is_against(self, town: Town) -> None:
        town.decide("plain")
        assert town.no("lyon-1", CheckRaise(stop="v", rule="veto", motion="plain")).requirement == "check.of"

    def test_only_what_was_decided_or_done(self, town: Town) -> None:
        town.table("open")
        assert (
            town.no("lyon-1", CheckRaise(stop="v", rule="veto", motion="open")).requirement == "check.decided"
        )
        assert town.no("lyon-1", CheckRaise(stop="v", rule="veto")).requirement == "check.one-target"
        assert (
            town.no("lyon-1", CheckRaise(stop="v", rule="veto", exercise=2)).requirement == "power.exercised"
        )
        assert town.no("lyon-1", CheckRaise(stop="v", rule="none", motion="x")).requirement == "check.known"

    def test_an_appointment_that_is_held_waits(self, town: Town) -> None:
        post = PostId("treasurer:treasurer:-:1")
        town.decide("appoint", about=Appointment("chair:chair:-:1", "lyon-2"))
        town.ok("+".join((*SEVEN[3:], "lyon-8")), CheckRaise(stop="h", rule="hold", motion="appoint"))
        assert town.state.checks.all["h"].stage == "stands"
        assert town.post(post).holder is None
