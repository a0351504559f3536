"""People and bodies: enrol, import, move, leave, die; found, merge, dissolve; keys, facts, numbers of posts."""

from __future__ import annotations

import pytest

from mandat.federation.base.tenure.effects import SeatVacated
from mandat.federation.base.types import BodyId, PostId
from mandat.federation.consistency import inconsistencies
from mandat.federation.law.acts import RulesInterpret
from mandat.federation.people.bodies.acts import BodyDissolve, BodyFound, BodyMerge
from mandat.federation.people.facts.acts import FactTell
from mandat.federation.people.keys.acts import KeyBind, KeyRevoke, RegistrarName
from mandat.federation.people.members.acts import (
    MemberDeath,
    MemberEnrol,
    MemberImport,
    MemberLeave,
    MemberMove,
)
from mandat.federation.seats.confidence.acts import ConfidenceWithdraw
from mandat.federation.seats.elections.acts import CandidateNominate, ElectionOpen
from tests.federation.bylaws import RAIL
from tests.federation.world import World, key_of


@pytest.fixture
def world() -> World:
    """One region with two sections."""
    world = World(RAIL)
    world.bodies("region/rhone")
    world.bodies("section/lyon", "section/nice", part_of="region/rhone")
    return world


def enter(world: World, text: str, count: int | None = None) -> MemberImport:
    """An import of these lines."""
    del world
    return MemberImport(list="l", count=len(text.splitlines()) if count is None else count)


def test_enrolling(world: World) -> None:
    world.enrol("section/lyon", "ann")
    assert "ann" in world.state.members.roll("section/lyon")
    assert world.no("registrar", MemberEnrol(person="ann", body="section/lyon")).requirement == "member.new"
    assert world.no("registrar", MemberEnrol(person="bob", body="section/mars")).requirement == "body.stands"
    assert world.no("registrar", MemberEnrol(person="bob", body="congress")).requirement == "body.assembly"
    assert (
        world.no("registrar", MemberEnrol(person="Jean Dupont", body="section/lyon")).requirement
        == "person.id"
    )
    assert world.no("ann", MemberEnrol(person="bob", body="section/lyon")).requirement == "registrar"


def test_a_person_may_belong_to_two_assemblies(world: World) -> None:
    world.enrol("section/lyon", "ann")
    world.enrol("section/nice", "ann")
    assert world.state.members.people["ann"].bodies == ("section/lyon", "section/nice")


def test_importing_is_all_or_nothing(world: World) -> None:
    world.enrol("section/lyon", "old")
    good = f"a,section/lyon\nb,section/nice,{key_of('b')}\nc,section/lyon\n"
    cases = {
        "import.line": ("a,section/lyon\nb\n", {"row": 2}),
        "import.member": (
            "a,section/lyon\nold,section/lyon\n",
            {"row": 2, "person": "old", "body": "section/lyon"},
        ),
        "import.key": ("a,section/lyon,AAAA\n", {"row": 1, "person": "a"}),
        "body.stands": ("a,section/mars\n", {"body": "section/mars"}),
    }
    for requirement, (text, numbers) in cases.items():
        ground = world.no("registrar", enter(world, text), {"l": text.encode()})
        assert (ground.requirement, dict(ground.numbers)) == (requirement, numbers)
    twice = "a,section/lyon\na,section/lyon\n"
    assert world.no("registrar", enter(world, twice), {"l": twice.encode()}).requirement == "import.member"
    assert world.no("registrar", enter(world, good, 7), {"l": good.encode()}).numbers["lines"] == 3
    assert world.no("registrar", enter(world, good), {"l": b"\xff\xfe"}).requirement == "import.utf8"
    world.ok("registrar", enter(world, good), {"l": good.encode()})
    assert len(world.state.members.roll("section/lyon")) == 3
    assert world.state.keys.owners[key_of("b")] == "b"


def test_moving_and_leaving(world: World) -> None:
    world.enrol("section/lyon", "ann", "bob")
    world.ok("registrar", MemberMove(person="ann", from_="section/lyon", to="section/nice"))
    assert world.state.members.people["ann"].bodies == ("section/nice",)
    world.ok("bob", MemberLeave(person="bob", body="section/lyon"))
    assert world.no("bob", MemberLeave(person="bob", body="section/lyon")).requirement == "person.stays"
    assert world.no("ann", MemberLeave(person="ann", body="section/lyon")).requirement == "member.of"
    same = MemberMove(person="ann", from_="section/nice", to="section/nice")
    assert world.no("registrar", same).requirement == "member.new"


def test_death_ends_memberships_and_posts(world: World) -> None:
    people = world.people("section/lyon", 8)
    world.elect("e1", "region.delegates", "section/lyon", people[:2], "5 1 2 0\n2 2 0")
    ruling = world.ok("registrar", MemberDeath(person="lyon-1"))
    assert any(isinstance(e, SeatVacated) and e.cause == "death" for e in ruling.effects)
    assert world.holders("region/rhone") == ["lyon-2"]
    assert "lyon-1" not in world.state.members.roll("section/lyon")
    assert (
        world.no("registrar", MemberEnrol(person="lyon-1", body="section/nice")).requirement == "person.alive"
    )
    assert world.no("registrar", MemberDeath(person="lyon-1")).requirement == "person.known"


def test_founding_bodies(world: World) -> None:
    def refusal(body: BodyId, part_of: BodyId | None = None) -> str:
        return world.no("registrar", BodyFound(body=body, part_of=part_of)).requirement

    assert refusal(BodyId("nothing/x")) == "kind.known"
    assert refusal(BodyId("congress/x")) == "body.many"
    assert refusal(BodyId("section/")) == "body.many"
    assert refusal(BodyId("section/lyon")) == "id.free"
    assert refusal(BodyId("section/a:b")) == "id.plain"
    assert refusal(BodyId("section/a/b")) == "body.name"
    assert refusal(BodyId("section/lyon by card")) == "id.plain"
    assert refusal(BodyId("section/x"), BodyId("region/none")) == "body.stands"
    assert refusal(BodyId("section/x"), BodyId("section/lyon")) == "body.part-of"


def test_merging_moves_the_members_and_the_number_of_posts_follows(world: World) -> None:
    lyon, nice = world.people("section/lyon", 10), world.people("section/nice", 10)
    world.elect("e1", "region.delegates", "section/lyon", lyon[:1], "3 1 0")
    world.elect("e2", "region.delegates", "section/nice", nice[:1], "3 1 0")
    world.ok("registrar", BodyMerge(bodies=("section/nice",), into="section/lyon"))
    assert len(world.state.members.roll("section/lyon")) == 20
    assert not world.state.bodies.all["section/nice"].stands
    assert world.holders("region/rhone") == [
        "lyon-1",
        None,
    ]  # ceil(20 / 10) = 2: the new seat has a by-election
    assert [e.cause for e in world.state.elections.running()] == ["by-election"]
    assert inconsistencies(world.state) == ()
    again = BodyMerge(bodies=("section/nice",), into="section/lyon")
    assert world.no("registrar", again).requirement == "body.stands"


def test_dissolving(world: World) -> None:
    people = world.people("section/lyon", 4)
    world.elect("e1", "region.delegates", "section/lyon", people[:1], "3 1 0")
    world.ok("registrar", BodyDissolve(body="section/lyon"))
    assert world.holders("region/rhone") == []
    assert world.state.members.people["lyon-1"].bodies == ()
    assert inconsistencies(world.state) == ()
    assert world.no("registrar", BodyDissolve(body="congress")).requirement == "body.many"


def test_keys(world: World) -> None:
    world.enrol("section/lyon", "ann")
    world.ok("registrar", KeyBind(person="ann", key=key_of("ann")))
    world.ok("ann", KeyBind(person="ann", key=key_of("ann's second")))
    assert world.no("ann", KeyBind(person="ann", key=key_of("ann"))).requirement == "key.unused"
    assert world.no("ann", KeyBind(person="ann", key="short")).requirement == "key.form"
    assert world.no("ann", KeyBind(person="registrar", key=key_of("x"))).requirement == "registrar"
    assert world.no("registrar", KeyBind(person="nobody", key=key_of("x"))).requirement == "person.known"
    world.ok("ann", KeyRevoke(person="ann", key=key_of("ann")))
    assert world.no("ann", KeyRevoke(person="ann", key=key_of("ann"))).requirement == "key.bound"
    assert len(world.state.keys.current("ann")) == 1
    assert world.no("ann", RegistrarName(person="ann")).requirement == "registrar"
    world.ok("registrar", RegistrarName(person="ann"))
    world.ok("ann", MemberEnrol(person="new", body="section/lyon"))


TIERS = """
mandat = 1
id = "tiers"
fact.companies = { of = "works", type = "number", told_by = "city" }
[body.works]
type = "assembly"
many = true
part_of = "city"
[body.city]
type = "council"
many = true
part_of = "land"
[body.city.seats.workers]
from = "works"
number = "companies"
as_of = "live"
elect = { method = "fptp" }
[body.land]
type = "congress"
[body.land.seats.delegates]
article = "9"
from = "city"
number = "filled / 2"
as_of = "live"
elect = { method = "fptp" }
"""


def test_facts_and_live_numbers_over_two_tiers_and_silence_about_rounding() -> None:
    world = World(TIERS)
    world.bodies("city/a", part_of="land")
    world.bodies("works/x", part_of="city/a")
    people = world.people("works/x", 9)
    assert world.no("registrar", FactTell(fact="nothing", of="works/x", value=1)).requirement == "fact.known"
    assert (
        world.no("registrar", FactTell(fact="companies", of="works/none", value=1)).requirement
        == "fact.subject"
    )
    assert (
        world.no("registrar", FactTell(fact="companies", of="works/x", value="many")).requirement
        == "fact.value"
    )
    world.ok("registrar", FactTell(fact="companies", of="works/x", value=2))
    assert world.holders("city/a") == [None, None]
    world.elect("e", "city.workers", "works/x", people[:2], "3 1 0\n2 2 0")
    assert len(world.holders("land")) == 1  # filled / 2 = 1
    world.ok("x-1", FactTell(fact="companies", of="works/x", value=3))
    running = world.state.elections.running()
    assert [e.places for e in running] == [1]
    by_election = running[0]
    world.ok(people[2], CandidateNominate(election=by_election.id, candidates=(people[2],)))
    world.ok(by_election.tellers[0], ElectionOpen(election=by_election.id))
    ruling = world.count(by_election.id, (people[2],), "1 1 0", by_election.tellers)
    (question,) = ruling.questions  # 3 / 2 does not come out whole: down or up?
    assert (question.rule, question.article, set(question.readings)) == (
        "land.delegates",
        "9",
        {"down", "up"},
    )
    assert len(world.holders("land")) == 1
    wrong = RulesInterpret(question=question.id, reading="sideways")
    assert world.no("registrar", wrong).requirement == "question.reading"
    assert world.no("x-1", RulesInterpret(question=question.id, reading="up")).requirement == "registrar"
    world.ok("registrar", RulesInterpret(question=question.id, reading="up"))
    assert len(world.holders("land")) == 2
    assert world.state.law.readings["land.delegates", "number"] == "up"
    answered = RulesInterpret(question=question.id, reading="up")
    assert world.no("registrar", answered).requirement == "question.known"


def test_the_number_shrinks_at_once_where_the_bylaws_say_live() -> None:
    world = World(TIERS)
    world.bodies("city/a", part_of="land")
    world.bodies("works/x", part_of="city/a")
    people = world.people("works/x", 7)
    world.ok("registrar", FactTell(fact="companies", of="works/x", value=3))
    world.elect("e", "city.workers", "works/x", people[:3], "3 1 0\n2 2 0\n1 3 0")
    world.ok("x-1", FactTell(fact="companies", of="works/x", value=2))
    assert world.holders("city/a") == ["x-1", "x-2"]  # the last in order of election leaves


def test_withdrawals_of_people_who_left_both_ways(world: World) -> None:
    people = world.people("section/lyon", 9)
    world.elect("e1", "region.delegates", "section/lyon", people[:2], "5 1 2 0\n2 2 0")
    post = PostId("region/rhone:delegates:section/lyon:1")
    for person in people[2:6]:
        world.ok(person, ConfidenceWithdraw(post=post))
    world.ok("registrar", BodyMerge(bodies=("section/nice",), into="section/lyon"))
    assert world.state.confidence.standings[post].electors == 9
    assert inconsistencies(world.state) == ()


def test_what_exists_for_each_body_is_founded_by_nobody_else() -> None:
    office = '[body.office]\ntype = "committee"\neach = ["section"]\n'
    world = World(RAIL + office)
    world.bodies("region/rhone")
    world.bodies("section/lyon", part_of="region/rhone")
    assert world.state.bodies.get("office/section/lyon") is not None
    assert world.no("registrar", BodyFound(body="office/lyon")).requirement == "body.many"
