"""Facts: averages over months, doubts and who judges them."""

from __future__ import annotations

from mandat.federation.assembly.motions.acts import MotionTable, VoteCast, VoteClose, VoteOpen
from mandat.federation.base.matter import FactJudgement
from mandat.federation.people.facts.acts import FactChallenge, FactJudge, FactTell
from mandat.federation.seats.elections.acts import ElectionCall
from tests.federation.world import DAY, World

BYLAWS = """
mandat = 1
id = "union"

[body.local]
type = "assembly"
many = true

[body.congress]
type = "congress"
[body.congress.seats.delegates]
article = "1"
from = "local"
number = "floor(average(paid over P4M) / 100)"
as_of = "election"

[fact.paid]
article = "2"
of = "local"
type = "people"
challenge = "local"

[fact.colour]
of = "local"
type = "number"

[decision.plain]
in = "local"
carried = "yes > no"
"""


def union() -> World:
    """A local of two."""
    world = World(BYLAWS)
    world.bodies("local/a")
    world.people("local/a", 2)
    return world


def tell(world: World, value: int) -> None:
    """Tell the dues payers of the local."""
    world.ok("registrar", FactTell(fact="paid", of="local/a", value=value))


def due(world: World) -> int:
    """How many delegates an election called now would be for."""
    call = ElectionCall(
        election=f"e{world.index}", line="congress.delegates", sender="local/a", tellers=("a-1", "a-2")
    )
    ruling = world.do("registrar", call)
    return world.state.elections.all[call.election].places if ruling.admitted else 0


def test_the_average_is_of_what_was_told_in_the_last_months() -> None:
    world = union()
    tell(world, 900)
    for value in (100, 200, 300):
        world.wait(50 * DAY)
        tell(world, value)
    assert due(world) == 2  # (100 + 200 + 300) / 3: the 900 lie further back than four months


def test_where_nothing_was_told_lately_the_last_value_stands() -> None:
    world = union()
    tell(world, 500)
    world.wait(400 * DAY)
    assert due(world) == 5


def test_a_doubt_is_judged_by_whom_the_bylaws_name_and_the_fact_stands_until_then() -> None:
    world = union()
    challenge = FactChallenge(fact="paid", of="local/a")
    assert world.no("a-1", challenge).requirement == "fact.told"
    tell(world, 300)
    judge = FactJudge(fact="paid", of="local/a", value=100, motion="j")
    assert world.no("a-1", judge).requirement == "fact.doubted"
    world.ok("a-1", challenge)
    assert world.no("a-2", challenge).requirement == "fact.not-doubted"
    assert world.state.facts.told["paid", "local/a"] == 300
    assert (world.no("a-1", judge).requirement, world.no("a-1", judge).article) == ("fact.judge", "2")
    about = FactJudgement("paid", "local/a", 100)
    world.ok("a-1", MotionTable(motion="j", body="local/a", decision="plain", about=about))
    world.ok("a-1", VoteOpen(motion="j"))
    world.ok("a-1", VoteCast(motion="j", choice="yes"))
    world.ok("a-1", VoteClose(motion="j"))
    world.ok("a-2", judge)
    assert world.state.facts.told["paid", "local/a"] == 100
    assert not world.state.facts.doubts


def test_a_fact_without_a_judge_cannot_be_challenged() -> None:
    world = union()
    world.ok("registrar", FactTell(fact="colour", of="local/a", value=1))
    assert world.no("a-1", FactChallenge(fact="colour", of="local/a")).requirement == "fact.challengeable"
