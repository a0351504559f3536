"""Substitutes for a day and for good."""

from __future__ import annotations

from mandat.federation.assembly.meetings.acts import MeetingAttend, MeetingClose, MeetingOpen
from mandat.federation.assembly.motions.acts import MotionTable, VoteCast, VoteOpen
from mandat.federation.base.types import PersonId, PostId
from mandat.federation.seats.posts.acts import PostResign, PostSubstitute
from tests.federation.world import World

COUNCIL = """
mandat = 1
id = "works"

[body.works]
type = "assembly"

[body.council]
type = "council"

[body.council.seats.members]
article = "25"
from = "works"
number = 2
elect = { method = "approval" }
absent = ["substitute"]
substitutes = 2
succession = ["substitute", "vacant"]

[decision.majority]
article = "33"
in = "council"
quorum = "present >= 1/2 * filled"
carried = "yes > no"
"""
SIX = (PersonId("ann"), PersonId("bob"), PersonId("cat"), PersonId("dan"), PersonId("eve"))


def council() -> World:
    world = World(COUNCIL)
    world.enrol("works", *SIX, *(PersonId(f"w-{n}") for n in range(1, 13)))
    world.elect("e", "council.members", None, SIX, "5 1 0\n4 2 0\n3 3 0\n2 4 0\n1 5 0")
    world.ok("ann", MeetingOpen(meeting="m", body="council"))
    world.ok("ann", MeetingAttend(meeting="m", people=("ann",)))
    return world


SEAT = PostId("council:members:works:2")


def substitute(person: PersonId, *unable: PersonId) -> PostSubstitute:
    return PostSubstitute(meeting="m", post=SEAT, person=person, unable=unable)


def test_the_next_substitute_sits_and_votes_for_the_day() -> None:
    world = council()
    assert world.no("ann", substitute("dan")).requirement == "substitute.next"
    world.ok("cat", substitute("cat"))
    world.ok("ann", MotionTable(motion="x", body="council", decision="majority"))
    world.ok("ann", VoteOpen(motion="x"))
    world.ok("cat", VoteCast(motion="x", choice="yes"))
    assert world.no("bob", VoteCast(motion="x", choice="no")).requirement == "motion.entitled"
    world.ok("ann", MeetingClose(meeting="m"))
    assert not world.state.posts.standing_in
    assert world.holders("council") == ["ann", "bob"]


def test_the_one_after_sits_when_the_first_cannot_come_and_there_are_no_more_than_two() -> None:
    world = council()
    world.ok("ann", substitute("dan", "cat"))
    assert world.state.posts.standing_in[SEAT] == "dan"
    other = council()
    assert other.no("ann", substitute("eve", "cat", "dan")).requirement == "substitute.next"


def test_a_holder_who_comes_takes_the_place_back() -> None:
    world = council()
    world.ok("cat", substitute("cat"))
    world.ok("ann", MeetingAttend(meeting="m", people=("bob",)))
    assert not world.state.posts.standing_in
    assert world.no("cat", substitute("cat")).requirement == "substitute.away"


def test_for_good_the_same_order_holds() -> None:
    world = council()
    world.ok("bob", PostResign(post=SEAT))
    assert world.holders("council") == ["ann", "cat"]
    world.ok("cat", PostResign(post=SEAT))
    world.ok("dan", PostResign(post=SEAT))
    assert world.holders("council") == ["ann", None]  # two substitutes, and no more
