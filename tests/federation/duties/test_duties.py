"""Report duties: at intervals and after events, and what happens when they are late."""

from __future__ import annotations

import pytest

from mandat.federation.authority.duties.acts import DutyReport
from mandat.federation.authority.powers.acts import PowerExercise
from mandat.federation.base.matter import PowerUse
from mandat.federation.base.types import PostId
from mandat.federation.seats.posts.acts import PostAppoint, PostResign
from tests.federation.council import COUNCIL, Town
from tests.federation.world import DAY

TREASURER = PostId("treasurer:treasurer:-:1")


def town(overdue: str) -> Town:
    rules = f"""
[duty.books]
article = "70"
of = "treasurer"
to = "council"
every = "P7D"
overdue = "{overdue}"

[duty.act]
article = "71"
of = "council"
to = "section"
after = "treaty.sign.signed"
within = "P2D"
overdue = "notify"
"""
    found = Town(COUNCIL + rules)
    found.chair("lyon-1")
    found.ok("lyon-1", PostAppoint(post=TREASURER, person="lyon-5"))
    return found


def test_at_intervals() -> None:
    there = town("shown")
    report = DutyReport(duty="books", of=TREASURER, text="r")
    assert there.no("lyon-1", report).requirement == "duty.own"
    there.wait(5 * DAY)
    there.ok("lyon-5", report)
    there.wait(5 * DAY)
    assert not there.state.duties.late
    there.wait(5 * DAY)
    assert [each.of for each in there.state.duties.late] == [TREASURER]
    there.ok("lyon-5", report)
    assert there.state.duties.late == ()


@pytest.mark.parametrize(("overdue", "to"), [("shown", ()), ("notify", ("council",))])
def test_those_to_whom_it_is_owed_are_notified(overdue: str, to: tuple[str, ...]) -> None:
    there = town(overdue)
    rulings = there.wait(9 * DAY)
    late = [e for ruling in rulings for e in ruling.effects if e.__struct_config__.tag == "duty.overdue"]
    assert [each.to for each in late] == [to]  # type: ignore[attr-defined]
    assert any(ground.article == "70" for ruling in rulings for ground in ruling.grounds)


def test_the_post_falls_vacant() -> None:
    there = town("vacate")
    there.wait(9 * DAY)
    assert there.post(TREASURER).holder is None
    assert ("duty.books", TREASURER) not in there.state.duties.all


def test_who_leaves_owes_nothing() -> None:
    there = town("vacate")
    there.ok("lyon-5", PostResign(post=TREASURER))
    assert there.no("lyon-5", DutyReport(duty="books", of=TREASURER, text="r")).requirement == "duty.owed"
    assert not there.wait(9 * DAY)


def test_after_an_event() -> None:
    there = town("shown")
    report = DutyReport(duty="act", of="council", text="r")
    assert there.no("lyon-1", report).requirement == "duty.owed"
    there.decide("x", about=PowerUse("treaty.sign"), text="t")
    there.ok("lyon-1", PowerExercise(power="treaty.sign", text="t", motion="x"))
    assert there.no("lyon-9", report).requirement == "duty.own"
    there.ok("lyon-3", report)
    there.wait(4 * DAY)
    assert not [each for each in there.state.duties.late if each.of == "council"]


def test_an_unknown_duty() -> None:
    there = town("shown")
    assert there.no("lyon-5", DutyReport(duty="x", of=TREASURER, text="r")).requirement == "duty.known"
