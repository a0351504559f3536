"""Seats that change while something about them runs: re-election, growth, death, terms, countbacks that wait."""

from __future__ import annotations

import pytest

from mandat.federation.assembly.caucuses.acts import CaucusForm
from mandat.federation.assembly.motions.acts import MotionTable, VoteCast, VoteClose, VoteOpen
from mandat.federation.base.agenda.items import TermEnd
from mandat.federation.base.interpretation.effects import QuestionLapsed
from mandat.federation.base.lookup import keys_of
from mandat.federation.base.matter import PowerUse
from mandat.federation.base.types import BlobName, ElectionId, MotionId, PersonId, PostId
from mandat.federation.consistency import inconsistencies
from mandat.federation.law.acts import BylawsAdopt
from mandat.federation.people.bodies.acts import BodyDissolve
from mandat.federation.people.members.acts import MemberDeath, MemberLeave
from mandat.federation.seats.confidence.acts import ConfidenceWithdraw
from mandat.federation.seats.elections.acts import CandidateNominate, ElectionCall, ElectionOpen, LotDraw
from mandat.federation.seats.elections.effects import ByElectionNarrowed, ElectionVoid
from mandat.federation.seats.posts.acts import PostResign
from tests.federation.bylaws import RAIL
from tests.federation.world import DAY, World

LYON = "region/rhone:delegates:section/lyon:"
TELLERS = (PersonId("lyon-11"), PersonId("lyon-12"))
TWO_EACH = "6 1 2 0\n4 2 3 0\n1 3 0"
GROWS_AT_ELECTIONS = RAIL.replace(
    'number = "ceil(entitled / 10)"', 'number = "ceil(entitled / 10)"\nas_of = "election"'
)
FOLLOWS = RAIL.replace('number = "ceil(entitled / 10)"', 'number = "ceil(entitled / 10)"\nas_of = "live"')
NO_COUNTBACK = RAIL.replace('["countback", { by', "[{ by")


def rail(bylaws: str = RAIL) -> World:
    """A section of 12 with two delegates, lyon-1 and lyon-2, of four who stood."""
    world = World(bylaws)
    world.bodies("region/rhone")
    world.bodies("section/lyon", part_of="region/rhone")
    world.people("section/lyon", 12)
    hold(world, "e1", ("lyon-1", "lyon-2", "lyon-3", "lyon-4"), TWO_EACH)
    return world


def hold(world: World, election: ElectionId, candidates: tuple[PersonId, ...], ballots: str) -> None:
    """Hold an election in section Lyon with tellers 11 and 12."""
    start(world, election, candidates)
    world.count(election, candidates, ballots, TELLERS)
    assert inconsistencies(world.state) == ()


def start(world: World, election: ElectionId, candidates: tuple[PersonId, ...]) -> None:
    """Call, nominate and open."""
    act = ElectionCall(election=election, line="region.delegates", sender="section/lyon", tellers=TELLERS)
    world.ok("registrar", act)
    world.ok("lyon-11", CandidateNominate(election=election, candidates=candidates))
    world.ok("lyon-11", ElectionOpen(election=election))


def running(world: World) -> list[ElectionId]:
    """The elections that run."""
    return [election.id for election in world.state.elections.running()]


def test_who_is_elected_again_keeps_the_higher_seat_and_the_caucus() -> None:
    world = rail()
    world.elect("c", "congress.delegates", "region/rhone", ("lyon-1", "lyon-2"), "2 1 0")
    world.ok("lyon-1", CaucusForm(caucus="red", body="region/rhone", title="Red", members=("lyon-1",)))
    hold(world, "e2", ("lyon-1", "lyon-5", "lyon-6"), TWO_EACH)
    assert world.holders("region/rhone") == ["lyon-1", "lyon-5"]
    assert world.holders("congress") == ["lyon-1"]
    assert world.state.caucuses.all["red"].members == ("lyon-1",)


def test_who_is_not_elected_again_loses_both() -> None:
    world = rail()
    world.elect("c", "congress.delegates", "region/rhone", ("lyon-1", "lyon-2"), "2 1 0")
    world.ok("lyon-1", CaucusForm(caucus="red", body="region/rhone", title="Red", members=("lyon-1",)))
    hold(world, "e2", ("lyon-2", "lyon-5", "lyon-6"), TWO_EACH)
    assert world.holders("congress") == ["lyon-2"]  # the next by votes, who sits in the region still
    assert "red" not in world.state.caucuses.all


def test_the_dead_take_no_seat_their_ballots_are_counted_back() -> None:
    world = rail()
    start(world, "e2", ("lyon-5", "lyon-6", "lyon-7"))
    world.ok("registrar", MemberDeath(person="lyon-5"))
    ruling = world.count("e2", ("lyon-5", "lyon-6", "lyon-7"), TWO_EACH, TELLERS)
    assert world.holders("region/rhone") == ["lyon-7", "lyon-6"]
    assert [getattr(e, "cause", "") for e in ruling.effects if getattr(e, "person", "") == "lyon-5"] == [
        "",
        "death",
    ]
    assert inconsistencies(world.state) == ()


def test_death_of_who_sits_twice_spares_the_successors() -> None:
    world = rail()
    world.elect("c", "congress.delegates", "region/rhone", ("lyon-1", "lyon-2"), "2 1 0")
    world.ok("registrar", MemberDeath(person="lyon-1"))
    assert world.holders("congress") == ["lyon-2"]
    assert world.holders("region/rhone") == ["lyon-3", "lyon-2"]


def test_nobody_stands_for_a_second_seat_of_the_same_line() -> None:
    world = rail(NO_COUNTBACK)
    world.ok("lyon-2", PostResign(post=LYON + "2"))
    (by_election,) = running(world)
    found = world.no("lyon-1", CandidateNominate(election=by_election, candidates=("lyon-1",)))
    assert (found.requirement, found.numbers["post"]) == ("candidate.seated", LYON + "1")


def test_a_general_election_takes_over_from_by_elections_not_yet_opened() -> None:
    world = rail(NO_COUNTBACK)
    world.ok("lyon-2", PostResign(post=LYON + "2"))
    (by_election,) = running(world)
    hold(world, "e2", ("lyon-5", "lyon-6", "lyon-7"), TWO_EACH)
    assert world.state.elections.all[by_election].stage == "void"
    assert world.holders("region/rhone") == ["lyon-5", "lyon-6"]
    assert not any(due.item.kind == "by-election" for due in world.state.agenda.due())


def test_a_line_counted_at_elections_grows_with_the_election_alone() -> None:
    world = rail(GROWS_AT_ELECTIONS)
    world.enrol("section/lyon", *(PersonId(f"new-{number}") for number in range(10)))
    assert len(world.holders("region/rhone")) == 2
    start(world, "e2", ("lyon-5", "lyon-6", "lyon-7"))
    assert running(world) == ["e2"]  # no by-election beside it
    world.count("e2", ("lyon-5", "lyon-6", "lyon-7"), TWO_EACH, TELLERS)
    assert sorted(filter(None, world.holders("region/rhone"))) == ["lyon-5", "lyon-6", "lyon-7"]


def test_growth_before_voting_widens_the_election_and_afterwards_calls_another() -> None:
    world = rail()
    act = ElectionCall(election="e2", line="region.delegates", sender="section/lyon", tellers=TELLERS)
    world.ok("registrar", act)
    world.enrol("section/lyon", *(PersonId(f"new-{number}") for number in range(10)))
    assert world.state.elections.all["e2"].places == 3
    candidates = (PersonId("lyon-5"), PersonId("lyon-6"), PersonId("lyon-7"))
    world.ok("lyon-11", CandidateNominate(election="e2", candidates=candidates))
    world.ok("lyon-11", ElectionOpen(election="e2"))
    world.enrol("section/lyon", *(PersonId(f"late-{number}") for number in range(10)))
    world.count("e2", candidates, TWO_EACH, TELLERS)
    assert len(world.holders("region/rhone")) == 4
    (by_election,) = running(world)
    assert world.state.elections.all[by_election].posts == (LYON + "4",)


def test_a_by_election_leaves_out_a_post_that_is_abolished() -> None:
    world = rail(FOLLOWS.replace('["countback", { by', "[{ by"))
    world.ok("lyon-2", PostResign(post=LYON + "2"))
    (by_election,) = running(world)
    world.ok("lyon-9", MemberLeave(person="lyon-9", body="section/lyon"))
    ruling = world.ok("lyon-10", MemberLeave(person="lyon-10", body="section/lyon"))
    kinds = [type(effect) for effect in ruling.effects]
    assert ByElectionNarrowed in kinds
    assert ElectionVoid in kinds
    assert world.state.elections.all[by_election].stage == "void"


def test_an_old_term_does_not_end_a_new_holder() -> None:
    world = rail()
    assert TermEnd(LYON + "1") in world.state.agenda.items
    first = world.state.agenda.items[TermEnd(LYON + "1")]
    world.wait(300 * DAY)
    hold(world, "e2", ("lyon-5", "lyon-6", "lyon-7"), TWO_EACH)
    assert world.state.agenda.items[TermEnd(LYON + "1")] > first
    world.wait(first - world.at)
    assert world.holders("region/rhone") == ["lyon-5", "lyon-6"]


def test_an_abolished_post_leaves_the_agenda() -> None:
    world = rail()
    world.ok("registrar", BodyDissolve(body="section/lyon"))
    assert not world.state.agenda.items
    assert inconsistencies(world.state) == ()


@pytest.fixture
def tied() -> World:
    """A countback that waits for a lot between lyon-3 and lyon-4."""
    world = World(RAIL)
    world.bodies("region/rhone")
    world.bodies("section/lyon", part_of="region/rhone")
    world.people("section/lyon", 12)
    hold(world, "e1", ("lyon-1", "lyon-2", "lyon-3", "lyon-4"), "5 2 0\n2 1 3 0\n2 1 4 0\n1 1 0")
    world.ok("lyon-1", PostResign(post=world.state.posts.held_by("lyon-1")[0].id))
    assert world.state.elections.countbacks
    return world


def test_a_lot_for_a_seat_that_is_gone_is_drawn_no_more(tied: World) -> None:
    (question,) = keys_of(tied.state.law.questions)
    ruling = tied.ok("registrar", BodyDissolve(body="section/lyon"))
    assert QuestionLapsed(question=question) in ruling.effects
    found = tied.no("registrar", LotDraw(question=question, chosen="lyon-3", source="hat"))
    assert found.requirement == "question.known"


def test_a_lot_for_a_seat_filled_by_a_general_election_is_drawn_no_more(tied: World) -> None:
    (question,) = keys_of(tied.state.law.questions)
    hold(tied, "e2", ("lyon-5", "lyon-6", "lyon-7"), TWO_EACH)
    assert question not in tied.state.law.questions
    assert not tied.state.elections.countbacks


def test_a_lot_falls_among_those_who_can_still_follow(tied: World) -> None:
    (question,) = keys_of(tied.state.law.questions)
    tied.ok("registrar", MemberDeath(person="lyon-3"))
    tied.do("registrar", LotDraw(question=question, chosen="lyon-3", source="hat"))
    tied.do("registrar", LotDraw(question=question, chosen="lyon-4", source="hat"))
    assert "lyon-3" not in tied.holders("region/rhone")
    assert inconsistencies(tied.state) == ()


def test_a_council_s_holders_who_leave_it_are_no_electors_of_its_delegate() -> None:
    bylaws = RAIL.replace('of = ["region.delegates"]', 'of = ["region.delegates", "congress.delegates"]')
    world = rail(bylaws)
    world.elect("c", "congress.delegates", "region/rhone", ("lyon-1", "lyon-2"), "2 1 0")
    post = PostId("congress:delegates:region/rhone:1")
    world.ok("lyon-2", ConfidenceWithdraw(post=post))
    assert world.state.confidence.standings[post].electors == 2
    world.ok("lyon-2", PostResign(post=LYON + "2"))
    standing = world.state.confidence.standings[post]
    assert (standing.electors, len(standing.withdrawn)) == (1, 0)
    assert world.no("lyon-2", ConfidenceWithdraw(post=post)).requirement == "confidence.elector"


CONGRESS_AMENDS = """
[decision.amend]
article = "20"
in = "congress"
carried = "yes > no"

[power."bylaws.amend"]
article = "20"
holder = "congress"
decision = "amend"
"""


def amend(world: World, motion: MotionId, text: str) -> None:
    """Let the congress of one adopt a text of bylaws."""
    about = PowerUse("bylaws.amend")
    world.ok(
        "lyon-1",
        MotionTable(motion=motion, body="congress", decision="amend", text=BlobName(motion), about=about),
    )
    world.ok("lyon-1", VoteOpen(motion=motion))
    world.ok("lyon-1", VoteCast(motion=motion, choice="yes"))
    world.ok("lyon-1", VoteClose(motion=motion))
    world.ok("lyon-1", BylawsAdopt(bylaws=BlobName(motion), motion=motion), {BlobName(motion): text.encode()})


def test_new_bylaws_that_bring_or_end_recall_reach_who_sits_already() -> None:
    recall = RAIL[RAIL.index("[recall.delegates]") : RAIL.index("[decision.majority]")]
    without, with_ = RAIL.replace(recall, "") + CONGRESS_AMENDS, RAIL + CONGRESS_AMENDS
    world = rail(without)
    world.elect("c", "congress.delegates", "region/rhone", ("lyon-1", "lyon-2"), "2 1 0")
    assert world.no("lyon-5", ConfidenceWithdraw(post=LYON + "2")).requirement == "confidence.rule"
    amend(world, "brings", with_)
    world.ok("lyon-5", ConfidenceWithdraw(post=LYON + "2"))
    assert world.state.confidence.standings[LYON + "2"].electors == 12
    amend(world, "ends", without)
    assert not world.state.confidence.standings


def test_a_term_that_new_bylaws_abolish_does_not_end_who_is_elected_under_them() -> None:
    world = rail(RAIL + CONGRESS_AMENDS)
    world.elect("c", "congress.delegates", "region/rhone", ("lyon-1", "lyon-2"), "2 1 0")
    amend(world, "for-good", (RAIL + CONGRESS_AMENDS).replace('term = "P2Y"\n', ""))
    hold(world, "e2", ("lyon-5", "lyon-6", "lyon-7"), TWO_EACH)
    world.wait(800 * DAY)
    assert world.holders("region/rhone") == ["lyon-5", "lyon-6"]
