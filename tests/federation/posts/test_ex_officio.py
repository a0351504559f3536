"""Seats that go with another post, and constituencies that pool assemblies."""

from __future__ import annotations

from mandat.federation.base.types import PostId
from mandat.federation.consistency import inconsistencies
from mandat.federation.people.members.acts import MemberLeave
from mandat.federation.seats.confidence.acts import ConfidenceWithdraw
from mandat.federation.seats.posts.acts import PostResign
from tests.federation.world import World

GUARD = """
mandat = 1
id = "guard"

[body.quarter]
type = "constituency"
many = true

[body.battalion]
type = "constituency"
many = true
part_of = "quarter"

[body.company]
type = "assembly"
many = true
part_of = "battalion"

[body.commander]
type = "office"
each = "battalion"

[body.commander.seats.commander]
article = "1"
from = "battalion"
number = 1
succession = ["next-by-votes"]

[body.circle]
type = "council"
each = "battalion"

[body.circle.seats.delegates]
article = "2"
from = "company"
number = 3

[body.circle.seats.commander]
article = "2"
fill = "ex-officio"
by = "commander"

[body.legion]
type = "council"
each = "quarter"

[body.legion.seats.commanders]
article = "3"
fill = "ex-officio"
by = "commander"

[body.staff]
type = "committee"

[body.staff.seats.commanders]
article = "4"
fill = "ex-officio"
by = "legion.commanders"

[recall.commander]
article = "5"
of = "commander"
by = "sender"
confidence = "withdrawn > 1/2 * electors"
"""


def guard() -> World:
    world = World(GUARD)
    world.bodies("quarter/1", "quarter/2")
    world.bodies("battalion/a", "battalion/b", part_of="quarter/1")
    world.bodies("battalion/c", part_of="quarter/2")
    for name in "abc":
        world.bodies(f"company/{name}1", f"company/{name}2", part_of=f"battalion/{name}")
        world.people(f"company/{name}1", 3)
        world.people(f"company/{name}2", 3)
    return world


def test_seats_go_with_the_commanders_of_the_area() -> None:
    world = guard()
    assert len(world.holders("circle/battalion/a")) == 3 + 3 + 1
    assert len(world.holders("legion/quarter/1")) == 2
    assert len(world.holders("legion/quarter/2")) == 1
    assert len(world.holders("staff")) == 3


def test_whoever_is_elected_commander_sits_everywhere_at_once_and_leaves_everywhere() -> None:
    world = guard()
    world.elect("a", "commander.commander", "battalion/a", ("a1-1", "a2-1"), "4 1 0\n2 2 0")
    assert world.holders("legion/quarter/1") == ["a1-1", None]
    assert "a1-1" in world.holders("circle/battalion/a")
    assert "a1-1" in world.holders("staff")
    world.ok("a1-1", PostResign(post="commander/battalion/a:commander:battalion/a:1"))
    assert world.holders("legion/quarter/1") == ["a2-1", None]
    assert "a2-1" in world.holders("staff")
    assert "a1-1" not in world.holders("staff")
    assert inconsistencies(world.state) == ()


def test_a_battalion_elects_and_recalls_with_the_guards_of_all_its_companies() -> None:
    world = guard()
    world.elect("a", "commander.commander", "battalion/a", ("a1-1", "a2-1"), "4 1 0\n2 2 0")
    assert len(world.state.elections.all["a"].roll) == 6
    post = PostId("commander/battalion/a:commander:battalion/a:1")
    for person in ("a1-2", "a1-3", "a2-1"):
        world.ok(person, ConfidenceWithdraw(post=post))
    assert world.post(post).holder == "a1-1"
    world.no("b1-1", ConfidenceWithdraw(post=post))
    # five are left of six: three of them are more than half
    world.ok("a2-3", MemberLeave(person="a2-3", body="company/a2"))
    assert world.post(post).holder == "a2-1"
