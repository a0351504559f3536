"""An objection: a signer blocks the amendment of an option, in time."""

from __future__ import annotations

import pytest

from mandat.federation.assembly.motions.acts import MotionSupport, MotionTable, OptionAmend, VoteOpen
from mandat.federation.authority.checks.acts import CheckRaise
from mandat.federation.base.types import StopId
from tests.federation.world import DAY, World

CLUB = """
mandat = 1
id = "club"
body.club.type = "assembly"

[motion.resolution]
in = "club"
start = { by = "club", who = "not author", enough = "signed >= 1" }
decision = "resolution"

[decision.resolution]
voters = "club"
method = "schulze"
default = "none"
carried = "yes > no"

[check.objection]
article = "9"
of = "option.amended"
by = "signers"
how = "block"
within = "PT24H"
"""


@pytest.fixture
def club() -> World:
    """A motion of club-1 with the text ``t``, supported by club-2."""
    world = World(CLUB)
    world.people("club", 5)
    act = MotionTable(motion="m", body="club", decision="resolution", text="t")
    world.ok("club-1", act)
    world.ok("club-2", MotionSupport(motion="m"))
    return world


def objection(stop: StopId = StopId("o")) -> CheckRaise:
    return CheckRaise(stop=stop, rule="objection", motion="m", option="m")


def test_the_option_has_its_former_words_again(club: World) -> None:
    assert club.no("club-2", objection()).requirement == "check.amended"
    club.ok("club-1", OptionAmend(motion="m", option="m", text="t2"))
    assert club.no("club-3", objection()).requirement == "check.right"
    assert club.no("club-1", objection()).requirement == "check.right"
    ruling = club.ok("club-2", objection())
    assert club.state.motions.all["m"].text == "t"
    assert "9" in {ground.article for ground in ruling.grounds}
    assert club.no("club-2", objection("o2")).requirement == "check.amended"


def test_each_amendment_by_itself_and_in_time(club: World) -> None:
    club.ok("club-1", OptionAmend(motion="m", option="m", text="t2"))
    club.ok("club-2", objection())
    club.wait(60)
    club.ok("club-1", OptionAmend(motion="m", option="m", text="t3"))
    club.wait(2 * DAY)
    ground = club.no("club-2", objection("o2"))
    assert (ground.requirement, ground.article) == ("check.within", "9")
    assert club.state.motions.all["m"].text == "t3"


def test_not_once_the_vote_is_open(club: World) -> None:
    club.ok("club-1", OptionAmend(motion="m", option="m", text="t2"))
    club.ok("club-1", VoteOpen(motion="m"))
    assert club.no("club-2", objection()).requirement == "motion.not-yet-voted"
