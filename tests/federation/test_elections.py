"""Elections through the engine: nomination, frozen roll, ballots, count, lots, lists, by-elections."""

from __future__ import annotations

import pytest

from mandat.federation.base.lookup import values_of
from mandat.federation.base.tenure.effects import SeatFilled
from mandat.federation.base.types import BlobName, ElectionId, PersonId
from mandat.federation.seats.elections.acts import (
    BallotCast,
    CandidateNominate,
    CandidateWithdraw,
    CountEnter,
    ElectionCall,
    ElectionClose,
    ElectionOpen,
    LotDraw,
)
from mandat.federation.wording.ruling import describe_ground
from tests.federation.bylaws import RAIL
from tests.federation.world import World

LISTS = """
mandat = 1
id = "club"
[body.club]
type = "assembly"
[body.bureau]
type = "committee"
[body.bureau.seats.members]
article = "3"
from = "club"
number = 3
elect = { method = "d-hondt", lists = "caucus" }
succession = ["next-on-list"]
"""


@pytest.fixture
def world() -> World:
    """A section of 12 that sends two delegates."""
    world = World(RAIL)
    world.bodies("region/rhone")
    world.bodies("section/lyon", part_of="region/rhone")
    world.people("section/lyon", 12)
    return world


def call(world: World, election: ElectionId = ElectionId("e1")) -> None:
    """Call the election of section Lyon with tellers 11 and 12."""
    act = ElectionCall(
        election=election, line="region.delegates", sender="section/lyon", tellers=("lyon-11", "lyon-12")
    )
    world.ok("registrar", act)


def stage(world: World) -> str:
    """How far the election e1 is."""
    return world.state.elections.all["e1"].stage


def test_calling_works_out_the_places(world: World) -> None:
    call(world)
    assert world.state.elections.all["e1"].places == 2


def test_only_one_election_at_a_time_for_the_same_posts(world: World) -> None:
    call(world)
    again = ElectionCall(election="e2", line="region.delegates", sender="section/lyon")
    assert world.no("registrar", again).requirement == "election.only-one"


def test_who_may_call(world: World) -> None:
    act = ElectionCall(election="e1", line="region.delegates", sender="section/lyon")
    assert world.no("lyon-1", act).requirement == "registrar"


def test_unknown_line_sender_and_id(world: World) -> None:
    def refusal(**fields: object) -> str:
        base = {"election": "e1", "line": "region.delegates", "sender": "section/lyon"}
        return world.no("registrar", ElectionCall(**{**base, **fields})).requirement  # type: ignore[arg-type]

    assert refusal(line="region.nobody") == "line.known"
    assert refusal(sender="section/nice") == "body.stands"
    assert refusal(sender="region/rhone") == "line.sender"
    assert refusal(tellers=("stranger",)) == "person.known"
    assert refusal(election="by-election:region/rhone:delegates:section/lyon:1:7") == "id.plain"
    assert refusal(election="") == "id.plain"
    call(world)
    assert refusal() == "id.free"


def test_the_roll_is_frozen_when_voting_opens(world: World) -> None:
    call(world)
    world.ok("lyon-1", CandidateNominate(election="e1", candidates=("lyon-1",)))
    world.enrol("section/lyon", "early")
    world.ok("lyon-11", ElectionOpen(election="e1"))
    world.enrol("section/lyon", "late")
    world.ok("early", BallotCast(election="e1"))
    assert world.no("late", BallotCast(election="e1")).requirement == "roll.entitled"
    assert len(world.state.elections.all["e1"].roll) == 13


def test_nobody_votes_twice_and_the_secret_ballot_says_only_voted(world: World) -> None:
    call(world)
    world.ok("lyon-1", CandidateNominate(election="e1", candidates=("lyon-1",)))
    world.ok("lyon-11", ElectionOpen(election="e1"))
    assert world.no("lyon-2", BallotCast(election="e1", ranking=(1,))).requirement == "ballot.secret"
    world.ok("lyon-2", BallotCast(election="e1"))
    assert world.no("lyon-2", BallotCast(election="e1")).requirement == "vote.once"


def test_as_many_ballots_as_votes_and_never_more_than_the_roll(world: World) -> None:
    call(world)
    world.ok("registrar", CandidateNominate(election="e1", candidates=("lyon-1", "lyon-2", "lyon-3")))
    world.ok("lyon-11", ElectionOpen(election="e1"))
    enter = CountEnter(election="e1", ballots="b")

    def blob(weight: int) -> dict[BlobName, bytes]:
        return {BlobName("b"): f'3 2\n{weight} 1 0\n0\n"a"\n"b"\n"c"\n'.encode()}

    assert world.no("lyon-11+lyon-12", enter, blob(13)).requirement == "count.entitled"
    world.ok("lyon-2", BallotCast(election="e1"))
    world.ok("lyon-11", ElectionClose(election="e1"))
    assert world.no("lyon-11+lyon-12", enter, blob(2)).requirement == "count.voted"
    assert world.no("lyon-11", enter, blob(1)).requirement == "count.two-tellers"
    assert world.no("lyon-11+lyon-1", enter, blob(1)).requirement == "count.two-tellers"
    assert world.no("lyon-11+lyon-12", enter, {"b": b"\xff"}).requirement == "ballots.utf8"
    bad = world.no("lyon-11+lyon-12", enter, {"b": b'3 2\n1 9 0\n0\n"a"\n"b"\n"c"\n'})
    assert (bad.requirement, bad.numbers["row"]) == ("ballots.line", 2)
    fewer = world.no("lyon-11+lyon-12", enter, {"b": b'2 2\n1 1 0\n0\n"a"\n"b"\n'})
    assert fewer.requirement == "ballots.candidates"


def test_nomination(world: World) -> None:
    call(world)
    world.ok("lyon-1", CandidateNominate(election="e1", candidates=("lyon-1",)))
    assert (
        world.no("lyon-1", CandidateNominate(election="e1", candidates=("lyon-1",))).requirement
        == "candidate.new"
    )
    assert (
        world.no("lyon-1", CandidateNominate(election="e1", candidates=("lyon-2",))).requirement
        == "registrar"
    )
    twice = CandidateNominate(election="e1", candidates=("lyon-2", "lyon-2"))
    assert world.no("lyon-11", twice).requirement == "candidates.once"
    world.ok("lyon-11", CandidateNominate(election="e1", candidates=("lyon-2", "lyon-3")))
    world.ok("lyon-1", CandidateWithdraw(election="e1"))
    assert world.no("lyon-9", CandidateWithdraw(election="e1")).requirement == "candidate.stands"


def test_nobody_stands(world: World) -> None:
    call(world)
    assert world.no("lyon-11", ElectionOpen(election="e1")).requirement == "candidates.some"


def test_a_tie_waits_for_a_lot_that_somebody_else_draws(world: World) -> None:
    world.elect(
        "e1", "region.delegates", "section/lyon", ("lyon-1", "lyon-2", "lyon-3"), "4 1 0\n3 2 0\n3 3 0"
    )
    assert stage(world) == "tied"
    (question,) = values_of(world.state.law.questions)
    assert question.key == "lot"
    assert set(question.readings) == {"lyon-2", "lyon-3"}
    wrong = LotDraw(question=question.id, chosen="lyon-9", source="hat")
    assert world.no("registrar", wrong).requirement == "lot.chosen"
    world.ok("registrar", LotDraw(question=question.id, chosen="lyon-2", source="hat"))
    assert stage(world) == "certified"
    assert not world.state.law.questions
    assert len([h for h in world.holders("region/rhone") if h]) == 2


def test_a_general_election_replaces_all_and_shrinks_the_line(world: World) -> None:
    world.elect(
        "e1", "region.delegates", "section/lyon", ("lyon-1", "lyon-2", "lyon-3"), "5 1 0\n4 2 0\n3 3 0"
    )
    assert world.holders("region/rhone") == ["lyon-1", "lyon-2"]
    for number in (4, 5, 6):
        from mandat.federation.people.members.acts import MemberLeave

        world.ok("registrar", MemberLeave(person=f"lyon-{number}", body="section/lyon"))
    assert len(world.holders("region/rhone")) == 2  # 9 members: one seat, but only from the next election
    world.elect("e2", "region.delegates", "section/lyon", ("lyon-7", "lyon-8"), "5 1 0\n2 2 0")
    assert world.holders("region/rhone") == ["lyon-7"]


def test_growth_calls_a_by_election_for_the_new_seat(world: World) -> None:
    world.elect("e1", "region.delegates", "section/lyon", ("lyon-1", "lyon-2"), "5 1 0\n4 2 0")
    world.enrol("section/lyon", *(PersonId(f"new-{n}") for n in range(9)))  # 21 members: three seats
    assert world.holders("region/rhone") == ["lyon-1", "lyon-2", None]
    (election,) = world.state.elections.running()
    assert (election.cause, election.places) == ("by-election", 1)


def _bureau(method: str) -> World:
    world = World(LISTS.replace("d-hondt", method))
    world.people("club", 10)
    people = (
        PersonId("club-1"),
        PersonId("club-2"),
        PersonId("club-3"),
        PersonId("club-4"),
        PersonId("club-5"),
        PersonId("club-6"),
    )
    lists = ("red", "red", "red", "blue", "blue", "blue")
    world.state.posts.of_body("bureau")
    world.elect("b", "bureau.members", "club", people, "6 1 0\n4 2 0", lists)
    return world


def test_one_line_changed_makes_the_bureau_proportional_or_winner_takes_all() -> None:
    assert _bureau("d-hondt").holders("bureau") == ["club-1", "club-4", "club-2"]
    assert _bureau("sainte-lague").holders("bureau") == ["club-1", "club-4", "club-2"]
    for method in ("hare", "imperiali", "kieswet", "danish"):
        assert set(_bureau(method).holders("bureau")) == {"club-1", "club-2", "club-4"}
    assert _bureau("list-majority").holders("bureau") == ["club-1", "club-2", "club-3"]


def test_the_next_on_the_list_follows() -> None:
    from mandat.federation.seats.posts.acts import PostResign

    world = _bureau("d-hondt")
    ruling = world.ok("club-4", PostResign(post="bureau:members:club:2"))
    filled = next(e for e in ruling.effects if isinstance(e, SeatFilled))
    assert (filled.person, filled.how) == ("club-5", "next-on-list")


def test_the_only_body_that_can_send_need_not_be_named() -> None:
    world = World(LISTS)
    world.people("club", 10)
    assert world.holders("bureau") == [None, None, None]
    world.ok("registrar", ElectionCall(election="b", line="bureau.members"))
    assert world.state.elections.all["b"].sender == "club"
    assert len(world.holders("bureau")) == 3


def test_one_of_many_senders_must_be_named(world: World) -> None:
    act = ElectionCall(election="e1", line="region.delegates")
    world.bodies("section/nice", part_of="region/rhone")
    assert world.no("registrar", act).requirement == "line.sender-needed"


def test_in_an_open_vote_the_ballots_entered_are_those_cast() -> None:
    world = World(LISTS.replace('lists = "caucus"', 'lists = "caucus", ballot = "open"'))
    people = world.people("club", 10)
    world.ok("registrar", ElectionCall(election="b", line="bureau.members", tellers=people[-2:]))
    stand = CandidateNominate(election="b", candidates=people[:2], lists=("red", "blue"))
    world.ok("registrar", stand)
    world.ok("club-9", ElectionOpen(election="b"))
    for person, ranking in (("club-1", (1,)), ("club-2", (1,)), ("club-3", (2, 1))):
        world.ok(person, BallotCast(election="b", ranking=ranking))
    enter = CountEnter(election="b", ballots="b")
    changed = b'2 3\n1 1 0\n2 2 1 0\n0\n"red"\n"blue"\n'
    ground = world.no("club-9+club-10", enter, {"b": changed})
    words = describe_ground(ground, world.state.law.books, "en")
    assert words.found == "not met: the ballots entered are those that 3 people have cast openly in b"
    assert words.remedy == "enter the ballots as the record holds them"
    world.ok("club-9+club-10", enter, {"b": b'2 3\n2 1 0\n1 2 1 0\n0\n"red"\n"blue"\n'})
    assert world.holders("bureau") == ["club-1", "club-2", None]
