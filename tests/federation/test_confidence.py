"""Standing confidence and recall: article 4.6 of the bylaws in ``bylaws.py``, worked by hand."""

from __future__ import annotations

import pytest

from mandat.federation.base.tenure.effects import SeatFilled, SeatVacated
from mandat.federation.base.types import PostId
from mandat.federation.people.members.acts import MemberLeave
from mandat.federation.seats.confidence.acts import ConfidenceGive, ConfidenceWithdraw
from mandat.federation.seats.elections.acts import CandidateNominate, ElectionOpen
from mandat.federation.seats.posts.acts import PostResign
from tests.federation.bylaws import RAIL
from tests.federation.world import DAY, World

POST = PostId("region/rhone:delegates:section/lyon:1")
SECOND = PostId("region/rhone:delegates:section/lyon:2")


@pytest.fixture
def world() -> World:
    """A section of 12 with two delegates: lyon-1 and lyon-2 are elected, lyon-3 comes next on the ballots."""
    world = World(RAIL)
    world.bodies("region/rhone")
    world.bodies("section/lyon", part_of="region/rhone")
    world.people("section/lyon", 12)
    world.elect(
        "e1", "region.delegates", "section/lyon", ("lyon-1", "lyon-2", "lyon-3"), "5 1 3 0\n5 2 3 0\n2 3 0"
    )
    return world


def test_the_elected_sit_and_the_number_of_seats_follows_the_members(world: World) -> None:
    assert world.holders("region/rhone") == ["lyon-1", "lyon-2"]  # ceil(12 / 10) = 2


def test_half_is_not_more_than_half(world: World) -> None:
    for number in range(1, 7):
        ruling = world.ok(f"lyon-{number}", ConfidenceWithdraw(post=POST))
    assert ruling.grounds[-1].holds is False  # 6 > 1/2 × 12 does not hold
    assert world.post(POST).holder == "lyon-1"


def test_the_act_that_crosses_the_threshold_seats_the_replacement_in_the_same_ruling(world: World) -> None:
    for number in range(1, 7):
        world.ok(f"lyon-{number}", ConfidenceWithdraw(post=POST))
    ruling = world.ok("lyon-7", ConfidenceWithdraw(post=POST))
    vacated = next(e for e in ruling.effects if isinstance(e, SeatVacated))
    filled = next(e for e in ruling.effects if isinstance(e, SeatFilled))
    assert (vacated.person, vacated.cause) == ("lyon-1", "recall")
    assert (filled.person, filled.how) == ("lyon-3", "countback")
    assert [g.article for g in ruling.grounds if g.rule == "recall.delegates"][-1] == "4.6"
    assert world.holders("region/rhone") == ["lyon-3", "lyon-2"]
    assert len(world.state.confidence.standings[POST].withdrawn) == 0


def test_confidence_given_again_counts_no_more(world: World) -> None:
    for number in range(1, 7):
        world.ok(f"lyon-{number}", ConfidenceWithdraw(post=POST))
    world.ok("lyon-6", ConfidenceGive(post=POST))
    world.ok("lyon-7", ConfidenceWithdraw(post=POST))
    assert world.post(POST).holder == "lyon-1"


def test_nobody_counts_twice(world: World) -> None:
    world.ok("lyon-5", ConfidenceWithdraw(post=POST))
    assert world.no("lyon-5", ConfidenceWithdraw(post=POST)).requirement == "confidence.not-yet-withdrawn"
    assert world.no("lyon-6", ConfidenceGive(post=POST)).requirement == "confidence.withdrawn"


def test_joiners_are_not_electors_of_the_seat(world: World) -> None:
    world.enrol("section/lyon", "newcomer")
    assert world.no("newcomer", ConfidenceWithdraw(post=POST)).requirement == "confidence.elector"
    assert world.state.confidence.standings[POST].electors == 12


def test_a_leaver_makes_the_base_smaller_and_rechecks_the_delegate(world: World) -> None:
    for number in range(1, 7):
        world.ok(f"lyon-{number}", ConfidenceWithdraw(post=POST))
    ruling = world.ok("lyon-12", MemberLeave(person="lyon-12", body="section/lyon"))  # 6 > 1/2 × 11
    assert any(isinstance(e, SeatVacated) and e.cause == "recall" for e in ruling.effects)


def test_a_leaver_takes_the_withdrawal_away(world: World) -> None:
    for number in range(1, 7):
        world.ok(f"lyon-{number}", ConfidenceWithdraw(post=POST))
    world.ok("lyon-6", MemberLeave(person="lyon-6", body="section/lyon"))  # 5 > 1/2 × 11 does not hold
    assert world.post(POST).holder == "lyon-1"
    assert len(world.state.confidence.standings[POST].withdrawn) == 5


def test_a_rejoiner_is_not_an_elector_again(world: World) -> None:
    world.ok("lyon-6", MemberLeave(person="lyon-6", body="section/lyon"))
    world.enrol("section/lyon", "lyon-6")
    assert world.no("lyon-6", ConfidenceWithdraw(post=POST)).requirement == "confidence.elector"


def test_the_higher_seat_falls_with_the_lower(world: World) -> None:
    world.elect("c1", "congress.delegates", "region/rhone", ("lyon-1", "lyon-2"), "2 1 0")
    assert world.holders("congress") == ["lyon-1"]
    for number in range(1, 8):
        ruling = world.ok(f"lyon-{number}", ConfidenceWithdraw(post=POST))
    fallen = [(e.post, e.cause) for e in ruling.effects if isinstance(e, SeatVacated)]
    assert (POST, "recall") in fallen
    assert ("congress:delegates:region/rhone:1", "keeps") in fallen
    assert world.holders("congress") == ["lyon-2"]


def test_when_nobody_is_left_a_by_election_is_called_with_its_deadline(world: World) -> None:
    for post, holder in ((POST, "lyon-1"), (POST, "lyon-3")):
        assert world.post(post).holder == holder
        for number in range(1, 8):
            ruling = world.ok(f"lyon-{number}", ConfidenceWithdraw(post=post))
    assert world.post(POST).holder is None
    (election,) = world.state.elections.running()
    assert (election.cause, election.places, election.posts) == ("by-election", 1, (POST,))
    assert len(ruling.deadlines) == 1
    assert 30 * DAY <= ruling.deadlines[0] - world.at <= 31 * DAY
    tellers = election.tellers
    world.ok("lyon-9", CandidateNominate(election=election.id, candidates=("lyon-9",)))
    world.ok(tellers[0], ElectionOpen(election=election.id))
    world.count(election.id, ("lyon-9",), "4 1 0", tellers)
    assert world.post(POST).holder == "lyon-9"


def test_resignation_is_followed_by_countback_too(world: World) -> None:
    world.ok("lyon-2", PostResign(post=SECOND))
    assert world.holders("region/rhone") == ["lyon-1", "lyon-3"]
    assert world.no("lyon-2", PostResign(post=SECOND)).requirement == "post.own"


def test_unknown_and_foreign_posts_are_refused(world: World) -> None:
    assert world.no("lyon-1", ConfidenceWithdraw(post="nowhere")).requirement == "post.known"
    world.bodies("section/nice", part_of="region/rhone")
    world.enrol("section/nice", "nice-1")
    assert world.no("nice-1", ConfidenceWithdraw(post=POST)).requirement == "confidence.elector"
