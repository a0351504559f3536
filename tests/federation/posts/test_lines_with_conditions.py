"""Lines of seats that exist for some senders, or at some times only; members who carry votes; assemblies that decide directly."""

from __future__ import annotations

from mandat.bylaws.model.ids import DecisionId
from mandat.federation.assembly.meetings.acts import MeetingClose, MeetingOpen
from mandat.federation.assembly.motions.acts import MotionTable, VoteCast, VoteClose, VoteOpen
from mandat.federation.assembly.motions.state import Choice
from mandat.federation.authority.powers.acts import PowerExercise
from mandat.federation.base.lookup import values_of
from mandat.federation.base.matter import PowerUse
from mandat.federation.base.types import MotionId, PersonId
from mandat.federation.people.facts.acts import FactTell
from mandat.federation.seats.elections.acts import ElectionCall
from tests.federation.world import World

BYLAWS = """
mandat = 1
id = "land"

[body.village]
type = "assembly"
many = true
part_of = "county"

[body.village-council]
type = "council"
each = "village"
direct = "village"
[body.village-council.seats.members]
article = "1"
from = "village"
number = 1
as_of = "election"

[body.county]
type = "council"
many = true
part_of = "province"
[body.county.seats.members]
article = "2"
from = "village"
number = 1

[body.province]
type = "congress"
many = true
[body.province.seats.members]
article = "3"
from = "county"
number = 1

[fact.whole]
of = "village"
type = "flag"

[fact.shares]
of = "person"
type = "number"

[body.club]
type = "assembly"
weights = { shares = "min(3, shares)" }

[body.congress]
type = "congress"
[body.congress.seats.villages]
article = "4"
from = "village"
where = "whole"
number = 1
[body.congress.seats.provinces]
article = "5"
from = "province"
when = "met(province)"
number = 2
as_of = "election"
[body.congress.seats.counties]
article = "6"
from = "county"
when = "not met(province)"
number = 2
as_of = "election"

[decision.plain]
article = "7"
in = ["village-council", "club"]
carried = "yes > no"
[decision.shares]
article = "8"
in = "club"
tally = "shares"
carried = "yes > no"

[power."road.build"]
article = "9"
holder = "village-council"
decision = "plain"
"""


def land() -> World:
    """One province, one county, two villages, with somebody in each post below the congress."""
    world = World(BYLAWS)
    world.bodies("province/p")
    world.bodies("county/c", part_of="province/p")
    world.bodies("village/a", "village/b", part_of="county/c")
    world.people("village/a", 3)
    world.people("village/b", 3)
    world.elect("c", "county.members", "village/a", ("a-1",), "3 1 0")
    world.elect("p", "province.members", "county/c", ("a-1",), "1 1 0")
    return world


def test_a_line_exists_only_for_the_senders_of_whom_its_condition_holds() -> None:
    world = land()
    assert world.no("registrar", ElectionCall(election="e", line="congress.villages", sender="village/a"))
    world.ok("registrar", FactTell(fact="whole", of="village/a", value=1))
    line = [post.sender for post in values_of(world.state.posts.all) if post.line == "congress.villages"]
    assert line == ["village/a"]
    called = ElectionCall(election="e", line="congress.villages", sender="village/a", tellers=("a-2", "a-3"))
    world.ok("registrar", called)


def test_counties_send_while_their_province_has_not_met() -> None:
    world = land()
    tellers = (PersonId("b-1"), PersonId("b-2"))
    provinces = ElectionCall(election="p2", line="congress.provinces", sender="province/p", tellers=tellers)
    counties = ElectionCall(election="c2", line="congress.counties", sender="county/c", tellers=tellers)
    refused = world.do("registrar", provinces)
    assert not refused.admitted
    assert ("when", False, "5") in {(g.key, g.holds, g.article) for g in refused.grounds}
    world.ok("registrar", counties)
    world.ok("a-1", MeetingOpen(meeting="m", body="province/p"))
    world.ok("a-1", MeetingClose(meeting="m"))
    world.ok("registrar", provinces)
    again = ElectionCall(election="c3", line="congress.counties", sender="county/c", tellers=tellers)
    assert not world.do("registrar", again).admitted


def test_the_assembly_decides_in_place_of_its_council() -> None:
    world = land()
    world.ok(
        "a-2",
        MotionTable(
            motion="road", body="village/a", decision="plain", about=PowerUse("road.build"), text="t"
        ),
    )
    world.ok("a-2", VoteOpen(motion="road"))
    world.ok("a-1", VoteCast(motion="road", choice="yes"))
    world.ok("a-2", VoteClose(motion="road"))
    world.ok("a-2", PowerExercise(power="road.build", motion="road", text="t"))


def test_members_carry_votes_where_the_tally_counts_them_and_one_each_elsewhere() -> None:
    world = World(BYLAWS)
    world.people("club", 3)
    for person, shares in (("club-1", 7), ("club-2", 1), ("club-3", 1)):
        world.ok("registrar", FactTell(fact="shares", of=PersonId(person), value=shares))
    results = {}
    votes: tuple[tuple[str, Choice], ...] = (("club-1", "yes"), ("club-2", "no"), ("club-3", "no"))
    for decision in (MotionId("shares"), MotionId("plain")):
        world.ok("club-1", MotionTable(motion=decision, body="club", decision=DecisionId(decision)))
        world.ok("club-1", VoteOpen(motion=decision))
        for person, choice in votes:
            world.ok(person, VoteCast(motion=decision, choice=choice))
        world.ok("club-1", VoteClose(motion=decision))
        results[decision] = world.state.motions.votes[decision].result
    assert results == {"shares": "carried", "plain": "defeated"}
