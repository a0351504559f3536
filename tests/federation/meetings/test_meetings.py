"""Meetings: who convenes, who is there."""

from __future__ import annotations

import pytest

from mandat.bylaws.reading.loader import load
from mandat.federation.assembly.meetings.acts import MeetingAttend, MeetingClose, MeetingLeave, MeetingOpen
from mandat.federation.assembly.meetings.convening import demand_met
from mandat.federation.base.lookup import keys_of
from tests.federation.council import COUNCIL, Town


@pytest.fixture
def town() -> Town:
    return Town()


def test_while_the_convener_is_vacant_the_body_meets_by_itself(town: Town) -> None:
    ruling = town.ok("lyon-2", MeetingOpen(meeting="m", body="council"))
    assert [g.requirement for g in ruling.grounds][-2] == "meeting.own-body"
    assert town.no("lyon-9", MeetingOpen(meeting="n", body="council")).requirement == "meeting.own-body"


def test_once_there_is_a_convener_only_the_convener_opens(town: Town) -> None:
    town.chair("lyon-3")
    town.ok("lyon-1", MeetingClose(meeting=town.state.meetings.open["council"]))
    ground = town.no("lyon-1", MeetingOpen(meeting="m", body="council"))
    assert (ground.requirement, ground.rule, ground.article, ground.key) == (
        "meeting.convener",
        "convening.council",
        "5.1",
        "by",
    )
    town.ok("lyon-3", MeetingOpen(meeting="m", body="council"))


def test_one_meeting_of_a_body_at_a_time(town: Town) -> None:
    town.ok("lyon-1", MeetingOpen(meeting="m", body="council"))
    ground = town.no("lyon-1", MeetingOpen(meeting="n", body="council"))
    assert (ground.requirement, ground.numbers["meeting"]) == ("meeting.one-open", "m")
    assert town.no("lyon-1", MeetingOpen(meeting="m", body="council")).requirement == "id.free"
    town.ok("lyon-1", MeetingClose(meeting="m"))
    town.ok("lyon-1", MeetingOpen(meeting="n", body="council"))


def test_one_registers_oneself_and_the_opener_registers_others(town: Town) -> None:
    town.ok("lyon-1", MeetingOpen(meeting="m", body="council"))
    town.ok("lyon-2", MeetingAttend(meeting="m"))
    assert town.no("lyon-2", MeetingAttend(meeting="m", people=("lyon-3",))).requirement == "meeting.opener"
    town.ok("lyon-1", MeetingAttend(meeting="m", people=("lyon-1", "lyon-3", "lyon-3")))
    assert set(keys_of(town.state.meetings.all["m"].present)) == {"lyon-1", "lyon-2", "lyon-3"}
    assert town.no("lyon-2", MeetingAttend(meeting="m")).requirement == "meeting.absent"


def test_only_who_belongs_to_the_body_is_present(town: Town) -> None:
    town.ok("lyon-1", MeetingOpen(meeting="m", body="council"))
    assert town.no("lyon-9", MeetingAttend(meeting="m")).requirement == "meeting.belongs"


def test_who_leaves_is_present_no_more(town: Town) -> None:
    town.ok("lyon-1", MeetingOpen(meeting="m", body="council"))
    town.ok("lyon-2", MeetingAttend(meeting="m"))
    town.ok("lyon-2", MeetingLeave(meeting="m"))
    assert town.no("lyon-2", MeetingLeave(meeting="m")).requirement == "meeting.present"
    assert len(town.state.meetings.all["m"].present) == 0


def test_a_closed_meeting_takes_nobody(town: Town) -> None:
    town.ok("lyon-1", MeetingOpen(meeting="m", body="council"))
    town.ok("lyon-1", MeetingClose(meeting="m"))
    assert town.no("lyon-2", MeetingAttend(meeting="m")).requirement == "meeting.open"
    assert town.no("lyon-2", MeetingAttend(meeting="x")).requirement == "meeting.known"
    assert "council" not in town.state.meetings.open


def test_a_stranger_cannot_close(town: Town) -> None:
    town.ok("lyon-1", MeetingOpen(meeting="m", body="council"))
    assert town.no("lyon-9", MeetingClose(meeting="m")).requirement == "meeting.own-body"


@pytest.mark.parametrize(("signed", "met"), [(2, False), (3, True)])
def test_a_third_of_seven_is_three(signed: int, met: bool) -> None:
    convening = load(COUNCIL).convenings["council"]
    found = demand_met(convening, lambda _: {"signed": signed, "filled": 7})
    assert found.value is met  # 7 / 3 = 2 1/3
    assert (found.grounds[0].article, found.grounds[0].text) == ("5.1", "signed >= 1/3 * filled")


def test_where_nobody_may_demand_a_meeting_that_is_said() -> None:
    text = COUNCIL.replace('demand = { by = "council", enough = "signed >= 1/3 * filled" }', "")
    with pytest.raises(ValueError, match="only chair convenes"):
        demand_met(load(text).convenings["council"], lambda _: {})
