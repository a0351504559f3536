"""How long a post is held, and what is left for who follows."""

from __future__ import annotations

from datetime import UTC, datetime

from mandat.federation.assembly.meetings.acts import MeetingOpen
from mandat.federation.base.agenda.items import TermEnd
from mandat.federation.base.types import PersonId, PostId
from mandat.federation.seats.elections.acts import CandidateNominate
from mandat.federation.seats.posts.acts import PostAppoint, PostResign
from tests.federation.world import DAY, World

BASE = """
mandat = 1
id = "club"

[body.club]
type = "assembly"

[body.chief]
type = "office"

[body.chief.seats.chief]
from = "club"

[body.congress]
type = "congress"

[body.congress.seats.delegates]
from = "club"
number = 1

[body.board]
type = "committee"

[body.board.seats.members]
article = "1"
"""
CHIEF = PersonId("v-1")


def day(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp())


def club(line: str) -> World:
    world = World(BASE + line)
    world.enrol("club", *(PersonId(f"v-{number}") for number in range(1, 10)))
    world.elect("chief", "chief.chief", None, (CHIEF,), "1 1 0")
    return world


def appoint(world: World, number: int, person: PersonId) -> None:
    world.ok(CHIEF, PostAppoint(post=f"board:members:-:{number}", person=person))


def end_of(world: World, number: int) -> int | None:
    return world.state.agenda.items.get(TermEnd(PostId(f"board:members:-:{number}")))


APPOINTED = 'fill = "appointed"\nby = "chief"\nnumber = 3\n'


def test_less_than_a_year_left_adds_a_full_term() -> None:
    world = club(APPOINTED + 'term = { length = "P2Y", rest = "left < P1Y" }\n')
    appoint(world, 1, "v-2")
    first = end_of(world, 1)
    assert first == day("2028-01-01")
    world.wait(day("2027-02-01") - world.at)
    world.ok("v-2", PostResign(post="board:members:-:1"))
    appoint(world, 1, "v-3")
    assert end_of(world, 1) == day("2030-01-01")  # 11 months and 2 years


def test_more_than_a_year_left_is_served_to_its_end() -> None:
    world = club(APPOINTED + 'term = { length = "P2Y", rest = "left < P1Y" }\n')
    appoint(world, 1, "v-2")
    world.wait(300 * DAY)
    world.ok("v-2", PostResign(post="board:members:-:1"))
    appoint(world, 1, "v-3")
    assert end_of(world, 1) == day("2028-01-01")


def test_without_rest_who_follows_serves_a_full_term() -> None:
    world = club(APPOINTED + 'term = "P2Y"\n')
    appoint(world, 1, "v-2")
    world.wait(300 * DAY)
    world.ok("v-2", PostResign(post="board:members:-:1"))
    appoint(world, 1, "v-3")
    assert end_of(world, 1) == day("2028-10-28")


def test_a_term_ends_with_an_event() -> None:
    world = club(APPOINTED + 'term = { until = "congress.opened" }\n')
    appoint(world, 1, "v-2")
    world.elect("d", "congress.delegates", "club", ("v-5",), "1 1 0")
    world.wait(900 * DAY)
    assert world.holders("board")[0] == "v-2"
    world.ok("v-5", MeetingOpen(meeting="m", body="congress"))
    assert world.holders("board") == [None, None, None]


def test_an_election_ends_the_term_of_those_before() -> None:
    line = 'from = "club"\nnumber = 2\nterm = { until = "board.elected" }\n'
    world = club(line)
    world.elect("one", "board.members", None, ("v-2", "v-3"), "2 1 0\n1 2 0")
    world.elect("two", "board.members", None, ("v-3", "v-4"), "2 1 0\n1 2 0")
    assert world.holders("board") == ["v-3", "v-4"]


def test_a_caretaker_stays_until_a_successor_sits() -> None:
    world = club(APPOINTED + 'term = { length = "P1Y", caretaker = true }\n')
    appoint(world, 1, "v-2")
    world.wait(366 * DAY)
    assert (world.post("board:members:-:1").holder, world.post("board:members:-:1").capacity) == (
        "v-2",
        "caretaker",
    )
    appoint(world, 1, "v-3")
    assert world.post("board:members:-:1").capacity == "full"


def test_or_at_most_for_a_time() -> None:
    world = club(APPOINTED + 'term = { length = "P1Y", caretaker = "P30D" }\n')
    appoint(world, 1, "v-2")
    world.wait(366 * DAY)
    assert world.post("board:members:-:1").holder == "v-2"
    world.wait(31 * DAY)
    assert world.post("board:members:-:1").holder is None


WINDOW = 'term = { length = "P4Y", window = { from = "2026-03-01", until = "2026-05-31" }, skip_if = "served < P1Y" }\n'


def test_a_term_ends_in_the_next_window_of_days() -> None:
    world = club(APPOINTED + WINDOW)
    world.wait(day("2027-06-15") - world.at)
    appoint(world, 1, "v-2")
    world.wait(day("2030-03-01") - world.at)
    assert end_of(world, 1) == day("2030-06-01")
    world.wait(day("2030-06-01") - world.at)
    assert world.holders("board")[0] is None


def test_who_has_sat_for_less_than_a_year_skips_it() -> None:
    world = club(APPOINTED + WINDOW)
    world.wait(day("2029-06-15") - world.at)
    appoint(world, 1, "v-2")
    world.wait(day("2030-07-01") - world.at)
    assert world.holders("board")[0] == "v-2"
    world.wait(day("2034-06-01") - world.at)
    assert world.holders("board")[0] is None


def test_the_two_who_have_served_longest_go_if_long_enough() -> None:
    rotation = '{ on = "--01-01", of = 2, order = "seniority", if = "served > P42M", until = "--12-31" }'
    world = club(APPOINTED + f"term = {{ rotation = {rotation} }}\n")
    appoint(world, 1, "v-2")
    world.wait(400 * DAY)
    appoint(world, 2, "v-3")
    world.wait(300 * DAY)
    appoint(world, 3, "v-4")
    world.wait(day("2030-01-01") - world.at)
    assert end_of(world, 1) == day("2031-01-01")
    assert end_of(world, 2) is None
    world.wait(day("2031-01-01") - world.at)
    assert world.holders("board") == [None, "v-3", "v-4"]
    assert end_of(world, 2) == day("2032-01-01")
    assert end_of(world, 3) is None


def test_a_condition_that_time_alone_breaks_is_asked_by_the_clock() -> None:
    world = club(APPOINTED + 'keeps = "served < P3Y"\n')
    appoint(world, 1, "v-2")
    world.wait(day("2029-01-01") - world.at - 1)
    assert world.holders("board")[0] == "v-2"
    world.wait(1)
    assert world.holders("board")[0] is None


def test_terms_and_the_time_since_leaving_limit_who_may_come_back() -> None:
    world = club(APPOINTED + 'term = "P1Y"\neligible = "terms < 2 or since_left >= P1Y"\n')
    for _ in range(2):
        appoint(world, 1, "v-2")
        world.wait(367 * DAY)
    ground = world.no(CHIEF, PostAppoint(post="board:members:-:1", person="v-2"))
    assert ground.text == "terms < 2 or since_left >= P1Y"
    world.wait(366 * DAY)
    appoint(world, 1, "v-2")


def test_who_is_silent_for_a_month_loses_the_post() -> None:
    world = club(APPOINTED + 'keeps = "silent < P1M or served < P1M"\n')
    appoint(world, 1, CHIEF)
    appoint(world, 2, "v-2")
    world.wait(20 * DAY)
    appoint(world, 3, "v-4")  # the chief acts
    world.wait(12 * DAY)
    assert world.holders("board") == [CHIEF, None, "v-4"]


EARLY = """
from = "club"
number = 2
elect = { method = "approval" }
term = { length = "P4Y", early = "filled < seats" }
succession = ["next-by-votes"]
"""


def test_an_election_comes_early_when_nobody_is_left_to_follow() -> None:
    world = club(EARLY)
    world.elect("e", "board.members", None, ("v-2", "v-3", "v-4"), "3 1 0\n2 2 0\n1 3 0")
    world.ok("v-2", PostResign(post="board:members:club:1"))
    assert world.holders("board") == ["v-4", "v-3"]
    assert world.state.elections.running() == ()
    world.ok("v-4", PostResign(post="board:members:club:1"))
    (election,) = world.state.elections.running()
    assert (election.cause, election.places) == ("general", 2)
    assert world.holders("board") == [None, "v-3"]
    world.ok("v-3", PostResign(post="board:members:club:2"))
    assert len(world.state.elections.running()) == 1


RESERVED = """
from = "club"
number = 1
elect = { method = "approval" }
succession = [{ by = "next-by-votes", who = "seniority >= P1Y" }, { by = "by-election", who = "seniority >= P1Y" }]
"""


def test_who_follows_must_satisfy_the_condition_of_the_step() -> None:
    world = club(RESERVED)
    world.elect("e", "board.members", None, ("v-2", "v-3"), "3 1 0\n2 2 0")
    world.ok("v-2", PostResign(post="board:members:club:1"))
    (election,) = world.state.elections.running()
    assert (
        world.no("v-4", CandidateNominate(election=election.id, candidates=("v-4",))).text
        == "seniority >= P1Y"
    )
    world.wait(366 * DAY)
    world.ok("v-4", CandidateNominate(election=election.id, candidates=("v-4",)))
