"""Nomination, campaign and voting in time; elections called by the clock, and held again."""

from __future__ import annotations

from mandat.federation.base.types import BlobName, ElectionId, PersonId
from mandat.federation.seats.elections.acts import (
    BallotCast,
    CandidateNominate,
    CountEnter,
    ElectionCall,
    ElectionClose,
    ElectionOpen,
    NominationSign,
)
from mandat.federation.seats.elections.effects import NominationFailed
from tests.federation.world import DAY, World

CLUB = """
mandat = 1
id = "club"

[body.club]
type = "assembly"

[body.chief]
type = "office"

[body.chief.seats.chief]
article = "3"
from = "club"
{line}
elect = {{ method = "{method}", {elect} }}
"""
TELLERS = (PersonId("v-8"), PersonId("v-9"))


def club(elect: str, line: str = "", method: str = "approval") -> World:
    world = World(CLUB.format(elect=elect, line=line, method=method))
    world.enrol("club", *(PersonId(f"v-{number}") for number in range(1, 10)))
    return world


def call(world: World) -> None:
    world.ok("registrar", ElectionCall(election="e", line="chief.chief", tellers=TELLERS))


def stand(world: World, *people: PersonId, election: ElectionId = ElectionId("e")) -> None:
    for person in people:
        world.ok(person, CandidateNominate(election=election, candidates=(person,)))


def open_(world: World, election: ElectionId = ElectionId("e")) -> None:
    world.ok("v-8", ElectionOpen(election=election))


def count(world: World, ballots: str, names: tuple[str, ...], election: ElectionId = ElectionId("e")) -> None:
    world.count(election, names, ballots, TELLERS)


SUPPORT = 'nomination = { by = "club", enough = "signed >= 3", within = "P7D" }'


def test_a_candidate_whom_too_few_support_is_struck() -> None:
    world = club(SUPPORT)
    call(world)
    stand(world, "v-1", "v-2")
    for person in ("v-3", "v-4"):
        world.ok(person, NominationSign(election="e", candidate="v-1"))
    world.ok("v-3", NominationSign(election="e", candidate="v-2"))
    assert world.no("v-3", NominationSign(election="e", candidate="v-2")).requirement == "nomination.once"
    assert world.no("v-8", ElectionOpen(election="e")).requirement == "nomination.over"
    world.wait(8 * DAY)
    assert (
        world.no("v-5", CandidateNominate(election="e", candidates=("v-5",))).requirement == "nomination.time"
    )
    open_(world)
    failed = [effect for effect in world.rulings[-1].effects if isinstance(effect, NominationFailed)]
    assert [(effect.person, effect.signed) for effect in failed] == [("v-2", 2)]


EXTEND = (
    'nomination = { by = "club", within = { length = "P7D", extend = { if = "standing = 0", by = "P7D" } } }'
)


def test_nominations_go_on_while_nobody_stands() -> None:
    world = club(EXTEND)
    call(world)
    world.wait(8 * DAY)
    assert world.no("v-8", ElectionOpen(election="e")).requirement == "nomination.over"
    stand(world, "v-1")
    world.wait(8 * DAY)
    open_(world)


def test_a_campaign_runs_from_the_end_of_the_nominations() -> None:
    world = club('nomination = { by = "club", within = "P7D" }, campaign = "P21D"')
    call(world)
    stand(world, "v-1")
    world.wait(8 * DAY)
    ground = world.no("v-8", ElectionOpen(election="e"))
    assert (ground.requirement, ground.article) == ("election.opens", "3")
    world.wait(21 * DAY)
    open_(world)


def test_voting_ends_with_its_time() -> None:
    world = club('ballot = "open", voting = "P3D"')
    call(world)
    stand(world, "v-1")
    open_(world)
    assert world.no("v-8", ElectionClose(election="e")).requirement == "election.voting"
    text = {BlobName("b"): b'1 1\n1 1 0\n0\n"v-1"\n'}
    world.ok("v-2", BallotCast(election="e", ranking=(1,)))
    assert world.no("v-8+v-9", CountEnter(election="e", ballots="b"), text).requirement == "election.voting"
    world.wait(4 * DAY)
    assert world.no("v-3", BallotCast(election="e", ranking=(1,))).requirement == "election.stage"
    world.ok("v-8+v-9", CountEnter(election="e", ballots="b"), text)
    assert world.holders("chief") == ["v-1"]


def test_the_clock_calls_the_next_election_in_time_before_the_end_of_the_term() -> None:
    world = club('opens = { before = "chief.ended", length = "P6W" }', line='term = "P1Y"')
    call(world)
    stand(world, "v-1")
    open_(world)
    count(world, "5 1 0", ("v-1",))
    world.wait(320 * DAY)
    assert world.state.elections.running() == ()
    world.wait(10 * DAY)
    (election,) = world.state.elections.running()
    assert (election.cause, election.tellers) == ("general", TELLERS)


def test_an_election_without_quorum_is_held_again_where_the_rules_say_so() -> None:
    world = club('quorum = "voted >= 5", repeat = ["quorum"], ballot = "open"')
    call(world)
    stand(world, "v-1")
    open_(world)
    world.ok("v-2", BallotCast(election="e", ranking=(1,)))
    count(world, "1 1 0", ("v-1",))
    assert world.state.elections.all["e"].stage == "void"
    (again,) = world.state.elections.running()
    assert again.places == 1


def test_a_tie_is_held_again_instead_of_a_lot() -> None:
    world = club('repeat = ["tie"]')
    call(world)
    stand(world, "v-1", "v-2")
    open_(world)
    count(world, "3 1 0\n3 2 0", ("v-1", "v-2"))
    assert not world.state.law.questions
    (again,) = world.state.elections.running()
    stand(world, "v-1", "v-2", election=again.id)


def test_nominations_stay_open_while_fewer_stand_than_seats() -> None:
    world = club('ballot = "secret"', line='number = 2\nshort = "reopen"')
    call(world)
    stand(world, "v-1")
    ground = world.no("v-8", ElectionOpen(election="e"))
    assert (ground.requirement, ground.numbers["places"]) == ("candidates.enough", 2)
    stand(world, "v-2")
    open_(world)


def test_as_many_as_seats_are_elected_without_a_vote_where_the_rules_say_so() -> None:
    world = club('ballot = "secret"', line='number = 2\nshort = "uncontested"')
    call(world)
    stand(world, "v-1", "v-2")
    open_(world)
    assert world.holders("chief") == ["v-1", "v-2"]
    assert world.state.elections.all["e"].stage == "certified"
