"""Seats filled by lot from values that are published later."""

from __future__ import annotations

from mandat.counting import published_lot
from mandat.federation.base.types import PersonId
from mandat.federation.people.facts.acts import FactTell
from mandat.federation.seats.elections.acts import DrawAnnounce, DrawHold
from mandat.federation.seats.posts.acts import PostResign
from tests.federation.world import World

POOL = """
mandat = 1
id = "pool"

[fact.firm]
of = "person"
type = "label"

[body.volunteers]
type = "assembly"

[body.jury]
type = "committee"

[body.jury.seats.members]
article = "1"
from = "volunteers"
fill = "lot"
number = 3
succession = ["next-by-votes"]

[limit.firm]
article = "2"
in = "jury"
per = "firm"
at_most = 1
checked = "election"
repair = "next"
"""
VALUES = ("9319", "2 5 8 10 12", "9 18 26 34 41 45")
SOURCES = ("debt of the day", "lottery of Monday", "lottery of Tuesday")


def pool() -> World:
    world = World(POOL)
    world.enrol("volunteers", *(PersonId(f"v-{number:02d}") for number in range(1, 26)))
    return world


def test_the_values_draw_as_in_the_memo() -> None:
    world = pool()
    world.ok("registrar", DrawAnnounce(draw="d", line="jury.members", sources=SOURCES))
    world.ok("registrar", DrawHold(draw="d", values=VALUES))
    assert world.holders("jury") == ["v-17", "v-07", "v-02"]
    world.ok("v-07", PostResign(post="jury:members:volunteers:2"))
    assert world.holders("jury") == ["v-17", "v-16", "v-02"]


def test_a_limit_passes_over_the_second_of_a_firm() -> None:
    world = pool()
    for person in map(PersonId, ("v-17", "v-07")):
        world.ok("registrar", FactTell(fact="firm", of=person, value="X"))
    world.ok("registrar", DrawAnnounce(draw="d", line="jury.members", sources=SOURCES))
    ruling = world.ok("registrar", DrawHold(draw="d", values=VALUES))
    assert world.holders("jury") == ["v-17", "v-02", "v-16"]
    assert any(each.article == "2" for each in ruling.grounds)


def test_the_pool_and_the_sources_come_first() -> None:
    world = pool()
    assert world.no("registrar", DrawHold(draw="d", values=VALUES)).requirement == "draw.known"
    announce = DrawAnnounce(draw="d", line="jury.members", sources=())
    assert world.no("registrar", announce).requirement == "draw.sources"
    world.ok("registrar", DrawAnnounce(draw="d", line="jury.members", sources=SOURCES))
    world.enrol("volunteers", "late")
    assert len(world.state.elections.draws["d"].pool) == 25
    assert world.no("registrar", DrawHold(draw="d", values=VALUES[:2])).requirement == "draw.values"
    assert world.no("registrar", DrawHold(draw="d", values=(*VALUES[:2], "?"))).requirement == "draw.value"
    world.ok("registrar", DrawHold(draw="d", values=VALUES))
    assert world.no("registrar", DrawHold(draw="d", values=VALUES)).requirement == "draw.waits"
    assert published_lot.draw(25, VALUES, 3) == (17, 7, 2)
