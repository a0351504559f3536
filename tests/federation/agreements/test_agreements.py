"""Agreements: versions, signatures by powers, ratification in order and in time, entry into force, leaving."""

from __future__ import annotations

import pytest

from mandat.bylaws.model.ids import AgreementKindId
from mandat.federation.assembly.motions.acts import MotionTable, VoteCast, VoteClose, VoteOpen
from mandat.federation.authority.agreements.acts import (
    AgreementLeave,
    AgreementOpen,
    AgreementRatify,
    AgreementRevise,
    AgreementSign,
)
from mandat.federation.authority.agreements.state import Agreement
from mandat.federation.authority.powers.acts import PowerExercise
from mandat.federation.base.lookup import rows_of
from mandat.federation.base.matter import Leaving, PowerUse, Ratification
from mandat.federation.base.types import BlobName, MotionId, PartyId
from tests.federation.council import COUNCIL, TEN, Town
from tests.federation.world import DAY

RULES = (
    COUNCIL
    + """
[agreement.pact]
article = "60"
sign = "treaty.sign"
ratify = [
  { from = "council", as = "ratify", decision = "majority", within = "P30D" },
  { from = "section", as = "ratify", decision = "base" },
]
leave = { notice = "P30D" }

[agreement.convention]
article = "61"
sign = "treaty.sign"
ratify = [{ from = "council", as = "ratify" }]
force = { when = "ratified >= 2", after = "P10D", each_after = "P5D" }
leave = { notice = "P10D", window = { every = "P1Y", length = "P30D" } }

[agreement.letter]
article = "62"
sign = "treaty.sign"

[power."peace.keep"]
article = "63"
holder = "chair"
when = "in_force(pact)"
"""
)


@pytest.fixture
def town() -> Town:
    """lyon-1 is chair."""
    town = Town(RULES)
    town.chair("lyon-1")
    return town


def opened(town: Town, kind: AgreementKindId, *others: PartyId) -> Agreement:
    """Open an agreement ``a`` of a kind with others, on the text ``t``."""
    act = AgreementOpen(agreement="a", kind=kind, parties=(PartyId("town"), *others), text="t")
    town.ok("lyon-1", act)
    return found(town)


def found(town: Town) -> Agreement:
    return town.state.agreements.all["a"]


def signed(town: Town, *others: PartyId, text: BlobName = BlobName("t")) -> None:
    """Let the council sign under its power, and the others' signatures arrive."""
    town.decide("sign", about=PowerUse("treaty.sign"), text=text)
    town.ok("lyon-1", PowerExercise(power="treaty.sign", text=text, motion="sign"))
    town.ok("lyon-1", AgreementSign(agreement="a", party="town", exercise=town.index - 1))
    for other in others:
        town.ok("lyon-1", AgreementSign(agreement="a", party=other, evidence="letter"))


def section(town: Town, motion: MotionId, text: BlobName = BlobName("t")) -> None:
    act = MotionTable(motion=motion, body="section/lyon", decision="base", about=Ratification("a"), text=text)
    town.ok("lyon-9", act)
    town.ok("lyon-9", VoteOpen(motion=motion))
    for person in TEN:
        town.ok(person, VoteCast(motion=motion, choice="yes"))
    town.ok("lyon-9", VoteClose(motion=motion))


class TestText:
    def test_versions_until_somebody_signs(self, town: Town) -> None:
        opened(town, "letter", "League")
        town.ok("lyon-1", AgreementRevise(agreement="a", text="t2"))
        assert found(town).texts == ("t", "t2")
        town.ok("lyon-1", AgreementSign(agreement="a", party="League", evidence="letter"))
        ground = town.no("lyon-1", AgreementRevise(agreement="a", text="t3"))
        assert (ground.requirement, ground.article) == ("agreement.unsigned", "62")

    def test_who_may_open_it(self, town: Town) -> None:
        act = AgreementOpen(agreement="a", kind="letter", parties=("town", "League"), text="t")
        assert town.no("lyon-9", act).requirement == "agreement.spokesman"
        one = AgreementOpen(agreement="a", kind="letter", parties=("town",), text="t")
        assert town.no("lyon-1", one).requirement == "agreement.parties"


class TestSignatures:
    def test_the_power_must_have_been_exercised_on_the_version_that_stands(self, town: Town) -> None:
        opened(town, "letter", "League")
        town.decide("sign", about=PowerUse("treaty.sign"), text="other")
        town.ok("lyon-1", PowerExercise(power="treaty.sign", text="other", motion="sign"))
        act = AgreementSign(agreement="a", party="town", exercise=town.index - 1)
        assert town.no("lyon-1", act).requirement == "agreement.text"
        none = AgreementSign(agreement="a", party="town")
        assert town.no("lyon-1", none).requirement == "agreement.exercise"
        bare = AgreementSign(agreement="a", party="League")
        assert town.no("lyon-1", bare).requirement == "agreement.evidence"

    def test_where_nothing_is_ratified_it_binds_when_all_have_signed(self, town: Town) -> None:
        opened(town, "letter", "League")
        signed(town)
        assert not found(town).in_force
        town.ok("lyon-1", AgreementSign(agreement="a", party="League", evidence="letter"))
        assert found(town).in_force


class TestRatification:
    def test_the_chain_in_its_order(self, town: Town) -> None:
        opened(town, "pact", "League")
        act = AgreementRatify(agreement="a", party="town", motions=("first", "second"))
        assert town.no("lyon-1", act).requirement == "agreement.signed"
        signed(town, "League")
        section(town, "second")
        town.wait(60)
        town.decide("first", about=Ratification("a"), text="t")
        assert town.no("lyon-1", act).requirement == "agreement.order"
        section(town, "third")
        town.ok("lyon-1", AgreementRatify(agreement="a", party="town", motions=("first", "third")))
        town.ok("lyon-1", AgreementRatify(agreement="a", party="League", evidence="letter"))
        assert found(town).in_force
        town.ok("lyon-1", PowerExercise(power="peace.keep", text="x"))

    def test_in_time_only(self, town: Town) -> None:
        opened(town, "pact", "League")
        signed(town, "League")
        town.wait(40 * DAY)
        town.decide("late", about=Ratification("a"), text="t")
        act = AgreementRatify(agreement="a", party="town", motions=("late",))
        ground = town.no("lyon-1", act)
        assert (ground.requirement, ground.article) == ("agreement.in-time", "60")
        assert town.no("lyon-1", PowerExercise(power="peace.keep", text="x")).rule == "power.peace.keep"


class TestForce:
    def test_after_two_ratifications_then_each_after_its_own(self, town: Town) -> None:
        opened(town, "convention", "League", "Union")
        signed(town)
        town.ok("lyon-1", AgreementRatify(agreement="a", party="League", evidence="letter"))
        assert found(town).condition is None
        town.decide("ratify", about=Ratification("a"), text="t")
        town.ok("lyon-1", AgreementRatify(agreement="a", party="town", motions=("ratify",)))
        assert found(town).condition is not None
        assert not found(town).in_force
        town.wait(11 * DAY)
        bound = {name for name, party in rows_of(found(town).parties) if party.bound is not None}
        assert bound == {"town", "League"}
        town.ok("lyon-1", AgreementRatify(agreement="a", party="Union", evidence="letter"))
        town.wait(3 * DAY)
        assert found(town).parties["Union"].bound is None
        town.wait(3 * DAY)
        assert found(town).parties["Union"].bound is not None

    def test_one_leaves_in_a_window_and_with_notice(self, town: Town) -> None:
        opened(town, "convention", "League")
        signed(town)
        town.ok("lyon-1", AgreementRatify(agreement="a", party="League", evidence="letter"))
        town.decide("ratify", about=Ratification("a"), text="t")
        town.ok("lyon-1", AgreementRatify(agreement="a", party="town", motions=("ratify",)))
        town.wait(11 * DAY)
        town.decide("leave", about=Leaving("a"))
        act = AgreementLeave(agreement="a", party="town", motion="leave")
        assert town.no("lyon-1", act).requirement == "agreement.window"
        town.wait(366 * DAY)
        bare = AgreementLeave(agreement="a", party="town")
        assert town.no("lyon-1", bare).requirement == "agreement.leaves"
        town.ok("lyon-1", act)
        assert found(town).parties["town"].left is None
        town.wait(12 * DAY)
        assert found(town).parties["town"].left is not None
        town.wait(40 * DAY)
        other = AgreementLeave(agreement="a", party="League", evidence="letter")
        assert town.no("lyon-1", other).requirement == "agreement.window"

    def test_a_way_out_must_be_named(self, town: Town) -> None:
        opened(town, "letter", "League")
        signed(town, "League")
        act = AgreementLeave(agreement="a", party="League", evidence="letter")
        assert town.no("lyon-1", act).requirement == "agreement.may-leave"
