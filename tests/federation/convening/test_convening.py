"""Calling a body: notice, urgency, agenda and late items, demands, fallback conveners, the duty to meet."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from mandat.federation.assembly.convening.acts import MeetingCall, MeetingDemand, MeetingItem
from mandat.federation.assembly.meetings.acts import MeetingAttend, MeetingOpen
from mandat.federation.assembly.motions.acts import MotionTable, VoteCast, VoteClose, VoteOpen
from mandat.federation.base.lookup import keys_of
from mandat.federation.base.matter import Appointment, Convocation, Demanding, Matter
from mandat.federation.base.rulings import Ruling
from mandat.federation.base.types import BodyId, DemandId, MotionId
from mandat.federation.people.facts.acts import FactTell
from tests.federation.world import DAY, START, World

BYLAWS = """
mandat = 1
id = "club"
time_zone = "UTC"
holidays = ["2026-01-06"]

[body.club]
type = "assembly"

[body.branch]
type = "assembly"
many = true

[body.board]
type = "office"
[body.board.seats.board]
article = "2"
fill = "appointed"
by = "club"

[body.court]
type = "outside"

[fact.free]
of = "federation"
type = "flag"

[fact.procedural]
of = "act"
type = "flag"
told_by = "author"

[decision.plain]
article = "3"
in = ["club", "branch", "conference"]
carried = "yes > no"

[decision.all]
article = "3"
voters = "all branch"
carried = "yes > no"

[body.conference]
type = "congress"
[body.conference.seats.delegates]
article = "4"
from = "branch"
number = 1

[convening.club]
article = "5"
every = "P30D"
by = "board"
notice = { length = "P4D", days = "working" }
urgent = { by = "board", notice = "PT2H", when = "free" }
closes = "P2D"
late = "present = members of club or procedural"
demand = { by = "club", enough = "signed >= 1/2 * members", same = ["text"] }
fallback = [{ after = "P3D", by = "signers", when = "free" }]

[convening.conference]
article = "6"
by = "board"
demand = { by = "branch", enough = "members of signers >= 1/2 * members of all branch", span = "P10D", same = ["text", "place"] }
needs = [{ from = "club", as = "consent", decision = "plain", when = "signed >= 1" }]
"""


def on(day: int, hour: int = 10) -> str:
    """The instant of a day of January 2026."""
    return datetime(2026, 1, day, hour, tzinfo=UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Club(World):
    """Four members and their board (member 1), two branches of three and two; it is Thursday, 1 January."""

    def __init__(self) -> None:
        super().__init__(BYLAWS)
        self.people("club", 4)
        self.bodies("branch/a", "branch/b")
        self.people("branch/a", 3)
        self.people("branch/b", 2)

    def carry(
        self, motion: MotionId, body: BodyId, people: tuple[str, ...], about: Matter | None = None
    ) -> None:
        """Carry a motion outside a meeting."""
        self.ok(people[0], MotionTable(motion=motion, body=body, decision="plain", about=about))
        self.ok(people[0], VoteOpen(motion=motion))
        for person in people:
            self.ok(person, VoteCast(motion=motion, choice="yes"))
        self.ok(people[0], VoteClose(motion=motion))

    def branch(self, name: str, demand: DemandId = DemandId("d"), **texts: str) -> Ruling:
        """Sign a demand for a branch that carries it first."""
        motion = MotionId(f"{demand}-{name}")
        self.carry(motion, f"branch/{name}", (f"{name}-1", f"{name}-2"), Demanding(demand))
        texts = texts or {"text": "peace", "place": "Lyon"}
        body = BodyId(f"branch/{name}")
        act = MeetingDemand(demand=demand, body="conference", same=texts, on_behalf_of=body, motion=motion)
        return self.do(f"{name}-1", act)


@pytest.fixture
def club() -> Club:
    return Club()


def test_notice_counts_working_days_back_from_the_meeting(club: Club) -> None:
    """From Thursday the 8th back: the 7th, 5th (the 6th is a holiday), 2nd and 1st; so until the 1st begins."""
    club.ok("club-1", MeetingCall(meeting="m", body="club", opens=on(8)))
    club.wait(DAY)
    ground = club.no("club-1", MeetingCall(meeting="o", body="club", opens=on(8)))
    assert (ground.requirement, ground.rule, ground.article) == ("convening.notice", "convening.club", "5")
    assert ground.numbers["until"] == START


def test_a_meeting_without_notice_does_not_open_nor_one_before_its_day(club: Club) -> None:
    assert club.no("club-1", MeetingOpen(meeting="m", body="club")).requirement == "meeting.was-called"
    club.ok("club-1", MeetingCall(meeting="m", body="club", opens=on(9)))
    assert club.no("club-1", MeetingOpen(meeting="m", body="club")).requirement == "meeting.day"
    club.wait(9 * DAY)
    club.ok("club-1", MeetingOpen(meeting="m", body="club"))


def test_the_instant_must_be_one_and_to_come(club: Club) -> None:
    for opens in ("tomorrow", "2026-01-09T10:00:00", "2025-01-09T10:00:00Z"):
        ground = club.no("club-1", MeetingCall(meeting="m", body="club", opens=opens))
        assert ground.requirement == "convening.instant"


def test_urgent_only_when_the_bylaws_let_it(club: Club) -> None:
    call = MeetingCall(meeting="m", body="club", opens=on(1, 3), urgent=True)
    assert club.no("club-1", call).key == "urgent.by"
    appoint(club)
    assert club.no("club-1", call).key == "urgent.when"
    club.ok("registrar", FactTell(fact="free", of="", value=1))
    assert club.no("club-2", call).key == "urgent.by"
    club.ok("club-1", call)
    soon = MeetingCall(meeting="n", body="club", opens=on(1, 1), urgent=True)
    assert club.no("club-1", soon).key == "urgent.notice"


def appoint(club: Club) -> None:
    """Make member 1 the board, by whoever may appoint it in the days of founding."""
    from mandat.federation.seats.posts.acts import PostAppoint

    club.carry("board", "club", ("club-1", "club-2", "club-3"), Appointment("board:board:-:1", "club-1"))
    club.ok("club-1", PostAppoint(post="board:board:-:1", person="club-1", motion="board"))


def test_what_was_not_announced_is_decided_only_with_everybody_or_about_procedure(club: Club) -> None:
    club.ok("club-1", MeetingCall(meeting="m", body="club", opens=on(9), items=("early",)))
    club.wait(3 * DAY)
    club.ok("club-1", MeetingItem(meeting="m", item="in-time"))
    club.wait(4 * DAY)
    late = club.ok("club-1", MeetingItem(meeting="m", item="late"))
    assert club.state.convening.called["m"].items["in-time"] is True
    assert club.state.convening.called["m"].items["late"] is False
    assert late.admitted
    club.wait(2 * DAY)
    club.ok("club-1", MeetingOpen(meeting="m", body="club"))
    club.ok("club-1", MeetingAttend(meeting="m", people=("club-1", "club-2", "club-3")))
    for motion in (MotionId("early"), MotionId("in-time"), MotionId("late")):
        club.ok("club-1", MotionTable(motion=motion, body="club", decision="plain"))
    club.ok("club-1", VoteOpen(motion="early"))
    club.ok("club-1", VoteOpen(motion="in-time"))
    ground = club.no("club-1", VoteOpen(motion="late"))
    assert (ground.key, ground.article, ground.numbers["present"]) == ("late", "5", 3)
    club.ok("club-1", MeetingAttend(meeting="m", people=("club-4",)))
    club.ok("club-1", VoteOpen(motion="late"))
    club.ok("club-4", MotionTable(motion="order", body="club", decision="plain"))
    club.ok("club-4", FactTell(fact="procedural", of="order", value=1))
    club.ok("club-1", VoteOpen(motion="order"))


def test_a_demand_that_nobody_answers_lets_its_signers_call_after_the_delay(club: Club) -> None:
    appoint(club)
    demand = MeetingDemand(demand="d", body="club", same={"text": "why"})
    assert club.no("club-2", MeetingDemand(demand="d", body="club")).requirement == "convening.says"
    assert club.no("a-1", demand).requirement == "convening.may-demand"
    club.ok("club-2", demand)
    other = MeetingDemand(demand="d", body="club", same={"text": "else"})
    assert club.no("club-3", other).requirement == "convening.same"
    call = MeetingCall(meeting="m", body="club", opens=on(20), demand="d")
    assert club.no("club-2", call).requirement == "convening.demand-met"
    club.ok("club-3", demand)
    assert club.state.convening.demands["d"].met == club.at
    assert club.no("club-2", call).requirement == "convening.delay"
    assert club.no("club-4", call).requirement == "meeting.convener"
    fallen = club.wait(4 * DAY)
    assert [type(e).__name__ for r in fallen for e in r.effects] == ["Struck", "DemandIgnored"]
    assert club.no("club-2", call).key == "fallback.when"
    club.ok("registrar", FactTell(fact="free", of="", value=1))
    ruling = club.ok("club-2", call)
    assert "convening.fallback" in {ground.requirement for ground in ruling.grounds}
    assert club.no("club-3", demand).requirement == "convening.unanswered"
    club.wait(16 * DAY)
    club.ok("club-2", MeetingOpen(meeting="m", body="club"))


def test_bodies_demand_by_their_decision_with_the_same_text_within_a_span(club: Club) -> None:
    alone = MeetingDemand(demand="d", body="conference", same={"text": "x", "place": "y"})
    assert club.no("a-1", alone).requirement == "convening.may-demand"
    unresolved = MeetingDemand(
        demand="d", body="conference", same={"text": "x", "place": "y"}, on_behalf_of="branch/a"
    )
    assert club.no("a-1", unresolved).requirement == "convening.resolved"
    assert club.branch("b").admitted
    assert club.state.convening.demands["d"].met is None
    club.wait(11 * DAY)
    assert club.branch("a", text="peace", place="Paris").grounds[-1].requirement == "convening.same"
    club.ok("a-1", again())
    found = club.state.convening.demands["d"]
    assert tuple(keys_of(found.signers)) == ("branch/a",)  # the other lies more than ten days back
    assert found.met == club.at  # three of five members


def again() -> MeetingDemand:
    """The demand of branch a in the words of the first."""
    return MeetingDemand(
        demand="d",
        body="conference",
        same={"text": "peace", "place": "Lyon"},
        on_behalf_of="branch/a",
        motion="d-a",
    )


def test_a_meeting_on_demand_needs_the_consent_that_the_bylaws_name(club: Club) -> None:
    appoint(club)
    assert club.branch("a").admitted
    call = MeetingCall(meeting="m", body="conference", opens=on(20), demand="d")
    assert club.no("club-1", call).requirement == "convening.consent"
    club.carry("yes", "club", ("club-1", "club-2"), Convocation("d"))
    club.ok("club-1", MeetingCall(meeting="m", body="conference", opens=on(20), demand="d", motions=("yes",)))
    club.ok("club-1", MeetingCall(meeting="n", body="conference", opens=on(20)))


def test_a_body_that_does_not_meet_as_often_as_it_must_is_overdue(club: Club) -> None:
    club.wait(31 * DAY)
    assert tuple(keys_of(club.state.convening.overdue)) == ("club",)
    later = datetime.fromtimestamp(club.at + 8 * DAY, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    club.ok("club-1", MeetingCall(meeting="m", body="club", opens=later))
    club.wait(8 * DAY)
    club.ok("club-1", MeetingOpen(meeting="m", body="club"))
    assert not club.state.convening.overdue
    club.wait(31 * DAY)
    assert tuple(keys_of(club.state.convening.overdue)) == ("club",)
