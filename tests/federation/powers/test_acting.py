"""A power while its holder's recall is decided: suspended, shrunk to current business, or with the deputy."""

from __future__ import annotations

import pytest

from mandat.bylaws.model.ids import PowerId
from mandat.federation.authority.powers.acts import PowerExercise
from mandat.federation.base.types import PostId
from mandat.federation.seats.posts.acts import PostAppoint
from mandat.federation.seats.recall.acts import RecallStart
from tests.federation.council import COUNCIL, Town

POWERS = """
[power."seal.set"]
article = "50"
holder = "treasurer"

[power."bread.buy"]
article = "51"
holder = "treasurer"
current = true

[recall.petitioned]
article = "52"
of = "treasurer"
by = "council"
start = { by = "council", enough = "signed >= 1" }
decision = "majority"
pending = PENDING
cooling_off = "P6M"
"""


def town(pending: str) -> Town:
    """lyon-1 is chair, lyon-5 treasurer, whose recall by the council is to be voted on."""
    found = Town(COUNCIL + POWERS.replace("PENDING", pending))
    found.chair("lyon-1")
    post = PostId("treasurer:treasurer:-:1")
    found.ok("lyon-1", PostAppoint(post=post, person="lyon-5"))
    found.ok("lyon-2", RecallStart(petition="p", rule="petitioned", target=post))
    return found


def test_it_passes_to_who_acts_meanwhile() -> None:
    there = town('{ acting = "chair" }')
    assert there.no("lyon-5", PowerExercise(power="seal.set", text="t")).requirement == "power.suspended"
    ruling = there.ok("lyon-1", PowerExercise(power="seal.set", text="t"))
    assert "power.acting" in {ground.requirement for ground in ruling.grounds}


@pytest.mark.parametrize(("power", "requirement"), [("seal.set", "power.caretaker"), ("bread.buy", "")])
def test_it_shrinks_to_current_business(power: PowerId, requirement: str) -> None:
    there = town('"caretaker"')
    act = PowerExercise(power=power, text="t")
    if requirement:
        assert there.no("lyon-5", act).requirement == requirement
    else:
        there.ok("lyon-5", act)


def test_it_is_suspended() -> None:
    there = town('"suspended"')
    for power in map(PowerId, ("seal.set", "bread.buy")):
        assert there.no("lyon-5", PowerExercise(power=power, text="t")).requirement == "power.suspended"
    assert there.no("lyon-1", PowerExercise(power="seal.set", text="t")).requirement == "power.not-holder"
