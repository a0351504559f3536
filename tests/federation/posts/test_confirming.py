"""Seats that need another body's consent, before or after; and posts filled by co-option for the rest of a term."""

from __future__ import annotations

from mandat.federation.assembly.motions.acts import MotionTable, VoteCast, VoteClose, VoteOpen
from mandat.federation.base.lookup import keys_of
from mandat.federation.base.matter import Appointment, Confirmation, Matter, Nomination
from mandat.federation.base.types import BodyId, MotionId, PersonId, PostId
from mandat.federation.seats.posts.acts import PostAppoint, PostConfirm, PostResign
from mandat.federation.seats.posts.effects import ProposalEnded, SeatProposed
from tests.federation.world import DAY, World

BASE = """
mandat = 1
id = "club"

[body.club]
type = "assembly"

[body.registry]
type = "outside"

[body.chief]
type = "office"

[body.chief.seats.chief]
from = "club"

[body.board]
type = "committee"

[body.board.seats.members]
article = "1"
fill = "appointed"
by = "chief"
number = 2
{needs}

[decision.vote]
article = "9"
voters = ["club", "board", "panel"]
carried = "yes > no"

[body.panel]
type = "committee"

[body.panel.seats.members]
article = "2"
from = "club"
number = 3
elect = {{ method = "approval" }}
succession = [{{ by = "co-option", within = "P14D" }}]
"""
CHIEF, SEAT = PersonId("v-1"), PostId("board:members:-:1")
SILENCE = 'needs = [{ from = "club", as = "consent", decision = "vote", within = { length = "P2W", silence = "consents" } }]'


def club(needs: str = "") -> World:
    world = World(BASE.format(needs=needs))
    world.enrol("club", *(PersonId(f"v-{number}") for number in range(1, 10)))
    world.elect("chief", "chief.chief", None, (CHIEF,), "1 1 0")
    return world


def appoint(world: World, person: PersonId = PersonId("v-2")) -> None:
    world.ok(CHIEF, PostAppoint(post=SEAT, person=person))


def vote(world: World, about: Matter, choice: str, body: BodyId = BodyId("club"), by: str = "v-3") -> None:
    name = MotionId(f"m{world.index}")
    world.ok(by, MotionTable(motion=name, body=body, decision="vote", about=about))
    world.ok(by, VoteOpen(motion=name))
    world.ok(by, VoteCast(motion=name, choice="yes" if choice == "yes" else "no"))
    world.ok(by, VoteClose(motion=name))


def test_who_is_proposed_sits_only_with_the_consent() -> None:
    world = club(SILENCE)
    appoint(world)
    assert any(isinstance(effect, SeatProposed) for effect in world.rulings[-1].effects)
    assert world.holders("board") == [None, None]
    assert world.no(CHIEF, PostAppoint(post=SEAT, person="v-4")).requirement == "post.proposed"
    vote(world, Confirmation(SEAT, "v-2"), "yes")
    assert world.holders("board") == ["v-2", None]


def test_who_is_refused_makes_room_for_another() -> None:
    world = club(SILENCE)
    appoint(world)
    vote(world, Confirmation(SEAT, "v-2"), "no")
    assert world.holders("board") == [None, None]
    appoint(world, "v-4")
    vote(world, Confirmation(SEAT, "v-4"), "yes")
    assert world.holders("board") == ["v-4", None]


def test_silence_consents_after_two_weeks() -> None:
    world = club(SILENCE)
    appoint(world)
    (ruling,) = world.wait(15 * DAY)
    assert world.holders("board") == ["v-2", None]
    assert ("post.silence", "1") in {(ground.requirement, ground.article) for ground in ruling.grounds}


def test_or_the_proposal_lapses() -> None:
    world = club('needs = [{ from = "club", as = "consent", within = "P2W" }]')
    appoint(world)
    (ruling,) = world.wait(15 * DAY)
    assert world.holders("board") == [None, None]
    ended = next(effect for effect in ruling.effects if isinstance(effect, ProposalEnded))
    assert ended.how == "silence"


def test_an_outside_body_consents_through_the_registrar() -> None:
    world = club('needs = [{ from = "registry", as = "consent" }]')
    appoint(world)
    consent = PostConfirm(post=SEAT, person="v-2", consent=True)
    assert world.no("v-3", consent).requirement == "recall.outside"
    assert world.no("registrar", consent).requirement == "recall.document"
    world.ok("registrar", PostConfirm(post=SEAT, person="v-2", consent=True, source="letter of 3 May"))
    assert world.holders("board") == ["v-2", None]


def test_one_who_must_be_confirmed_sits_at_once_and_loses_the_seat_without_it() -> None:
    world = club('needs = [{ from = "club", as = "confirm", within = "P1M" }]')
    appoint(world)
    assert world.holders("board") == ["v-2", None]
    world.wait(32 * DAY)
    assert world.holders("board") == [None, None]
    appoint(world, "v-4")
    vote(world, Confirmation(SEAT, "v-4"), "yes")
    world.wait(32 * DAY)
    assert world.holders("board") == ["v-4", None]


def test_an_appointment_on_the_nomination_of_another_body() -> None:
    world = club('needs = [{ from = "club", as = "nominate" }]')
    assert world.no(CHIEF, PostAppoint(post=SEAT, person="v-2")).requirement == "motion.needed"
    vote(world, Nomination(SEAT, "v-2"), "yes")
    name = keys_of(world.state.motions.all)[0]
    world.ok(CHIEF, PostAppoint(post=SEAT, person="v-2", nomination=name))
    assert world.holders("board") == ["v-2", None]


def test_the_rest_of_a_committee_co_opts_for_an_elected_seat() -> None:
    world = club()
    world.elect("p", "panel.members", None, ("v-2", "v-3", "v-4"), "3 1 0\n2 2 0\n1 3 0")
    seat = PostId("panel:members:club:3")
    world.ok("v-4", PostResign(post=seat))
    vote(world, Appointment(seat, "v-5"), "yes", body="panel")
    name = keys_of(world.state.motions.all)[0]
    world.ok("v-2", PostAppoint(post=seat, person="v-5", motion=name))
    assert world.holders("panel") == ["v-2", "v-3", "v-5"]
