"""Whatever is sent where seats are filled and lost in every way, the engine answers, and the state agrees with itself."""

from __future__ import annotations

from copy import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mandat.federation.assembly.meetings.acts import MeetingAttend, MeetingOpen
from mandat.federation.base.lookup import keys_of
from mandat.federation.base.rulings import Admitted, Refused
from mandat.federation.base.types import ElectionId, PersonId, PostId
from mandat.federation.consistency import inconsistencies
from mandat.federation.people.facts.acts import FactTell
from mandat.federation.seats.elections.acts import (
    BallotCast,
    CandidateNominate,
    DrawAnnounce,
    DrawHold,
    ElectionCall,
    ElectionOpen,
)
from mandat.federation.seats.posts.acts import PostAppoint, SeatsApportion
from mandat.federation.seats.recall.acts import RecallSign, RecallStart
from mandat.federation.wording.ruling import describe
from tests.federation.test_any_act import BLOBS, KINDS, _acts
from tests.federation.world import DAY, World

pytestmark = pytest.mark.usefixtures("ruled_alike_elsewhere")

BYLAWS = """
mandat = 1
id = "every-way"

[fact.firm]
of = "person"
type = "label"
told_by = "person"

[body.land]
type = "constituency"

[body.county]
type = "assembly"
many = true
part_of = "land"

[body.court]
type = "outside"

[body.chief]
type = "office"
each = "county"

[body.chief.seats.chief]
from = "county"
term = { length = "P1Y", rest = "left < P6M", caretaker = true }
elect = "chief"
succession = ["next-by-votes", "by-election"]
keeps = "served < P3Y"

[body.house]
type = "council"

[body.house.seats.members]
from = "county"
total = 7
divide = "d-hondt"
elect = { method = "approval", ballot = "open", quorum = "voted >= 1", repeat = ["quorum", "tie"] }
absent = ["substitute"]
substitutes = 2
term = { until = "house.elected" }
succession = ["substitute", "countback", "by-election"]

[body.house.seats.chiefs]
fill = "ex-officio"
by = "chief"
voice = true

[body.board]
type = "committee"

[body.board.seats.members]
fill = "appointed"
by = "house"
number = 3
needs = [{ from = "land", as = "consent", within = { length = "P2W", silence = "consents" } }]
term = { rotation = { on = "--03-01", of = 1, if = "served > P1M" } }
eligible = "terms < 3 or since_left >= P1Y"
succession = ["appointment"]

[body.auditor]
type = "office"

[body.auditor.seats.auditor]
fill = "appointed"
by = "court"
needs = [{ from = "court", as = "confirm", within = "P1M" }]

[body.jury]
type = "committee"
ad_hoc = true

[body.jury.seats.members]
from = "land"
fill = "lot"
number = 3
eligible = "not target and not signer"

[limit.firm]
in = ["board", "jury"]
per = "firm"
at_most = 1
repair = "resign"

[limit.one]
in = ["board", "auditor"]
per = "person"
at_most = 1
repair = "resign"

[limit.share]
in = "house.members"
per = "firm"
at_least = 1
checked = "election"
repair = "next-of-group"

[recall.chief]
of = "chief"
by = "sender"
start = { by = "sender", enough = "signed >= 2" }
decision = "vote"
pending = "caretaker"
then = [{ by = "next-by-votes", at = "vote" }]
bars = "P1Y"

[recall.house]
of = "house.members"
by = "jury"
start = { by = "land", enough = "sum(min(signed, 1) per firm) >= 2" }
notice = "P1D"
hearing = true
discussion = "P2D"
decision = "jury"
effect = "suspend"

[recall.board]
of = "board"
target = "body"
by = "house"
start = { by = "house", enough = "signed >= 1" }
decision = "vote"
interim = { acting = "auditor" }

[recall.court]
of = ["auditor", "board"]
by = "court"

[decision.chief]
method = "fptp"
opens = { before = "chief.ended", length = "P30D" }
nomination = { by = "county", within = "P7D" }
voting = "P7D"

[decision.vote]
carried = "yes > no"

[decision.jury]
in = "jury"
ballot = "secret"
carried = "yes >= 3/4 * cast"
"""


def _living() -> World:
    """Return a federation with a chief, a house, a board proposed, a petition, a draw, and a meeting with a substitute due."""
    world = World(BYLAWS)
    for name, size in (("a", 6), ("b", 4)):
        world.bodies(f"county/{name}", part_of="land")
        world.people(f"county/{name}", size)
    world.ok("a-2", FactTell(fact="firm", of="a-2", value="X"))
    world.ok("registrar", SeatsApportion(line="house.members"))
    for name in map(ElectionId, "ab"):
        places = len(world.state.posts.of_line("house", "house.members", f"county/{name}"))
        people = tuple(PersonId(f"{name}-{number}") for number in range(1, 5 if name == "b" else 7))
        world.ok(
            "registrar",
            ElectionCall(
                election=name, line="house.members", sender=f"county/{name}", tellers=("a-5", "a-6")
            ),
        )
        assert places == world.state.elections.all[name].places
        world.ok("registrar", CandidateNominate(election=name, candidates=people))
    world.ok(
        "registrar",
        ElectionCall(election="chief", line="chief.chief", sender="county/a", tellers=("a-5", "a-6")),
    )
    world.ok("a-2", CandidateNominate(election="chief", candidates=("a-2",)))
    for post, person in ((PostId("board:members:-:1"), PersonId("b-4")),):
        assert not world.do("a-1", PostAppoint(post=post, person=person)).admitted
    world.ok("a-5", MeetingOpen(meeting="m", body="county/a"))
    world.ok("a-5", MeetingAttend(meeting="m", people=("a-5", "a-1")))
    assert inconsistencies(world.state) == ()
    return world


def _with_holders(world: World) -> World:
    """Let the seats of the house be filled, a petition run, and a jury be drawn."""
    state = world.state
    tellers = (PersonId("a-5"), PersonId("a-6"))
    for name in map(ElectionId, "ab"):
        people = tuple(candidate.person for candidate in state.elections.all[name].candidates)
        world.ok("a-5", ElectionOpen(election=name))
        places = state.elections.all[name].places
        ranking = tuple(range(1, places + 1))
        world.ok(f"{name}-1", BallotCast(election=name, ranking=ranking))
        world.count(name, people, f"1 {' '.join(map(str, ranking))} 0", tellers)
    world.ok("a-4", RecallStart(petition="p", rule="house", target="house:members:county/a:1"))
    world.wait(3 * DAY)
    world.ok("b-3", RecallSign(petition="p"))
    world.ok(
        "registrar", DrawAnnounce(draw="d", line="jury.members", body="jury/p", sources=("x",), petition="p")
    )
    world.ok("registrar", DrawHold(draw="d", values=("17 4",)))
    assert inconsistencies(world.state) == ()
    return world


LIVING = _with_holders(_living())
PEOPLE = keys_of(LIVING.state.members.people)


@given(st.data())
def test_every_act_is_answered_by_a_ruling(data: st.DataObject) -> None:
    world = copy(LIVING)
    world.wait(50 * DAY)
    for _ in range(data.draw(st.integers(1, 12))):
        world.wait(data.draw(st.sampled_from((0, 1, DAY, 10 * DAY, 200 * DAY, 500 * DAY))))
        act = data.draw(_acts(world.state, data.draw(st.sampled_from(KINDS))))
        signers = data.draw(st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=2, unique=True))
        ruling = world.do("+".join(signers), act, BLOBS)
        assert isinstance(ruling, Admitted | Refused)
        describe(ruling, world.state.law.books, "fr")
        assert inconsistencies(world.state) == ()
