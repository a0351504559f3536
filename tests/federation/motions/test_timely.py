"""Texts are closed, and published, so long before the meeting that votes on them."""

from __future__ import annotations

from mandat.federation.assembly.convening.acts import MeetingCall
from mandat.federation.assembly.meetings.acts import MeetingOpen
from mandat.federation.assembly.motions.acts import MotionTable, VoteOpen
from mandat.federation.base.types import MotionId
from tests.federation.world import DAY, World

UNION = """
mandat = 1
id = "union"
body.club.type = "assembly"

[convening.club]
article = "2"
by = "club"

[motion.texts]
article = "3"
in = "club"
closes = { before = "meeting.opened", length = "P10D" }
published = { before = "meeting.opened", length = "P20D" }

[decision.majority]
in = "club"
carried = "yes > no"
"""


def _table(name: MotionId) -> MotionTable:
    return MotionTable(motion=name, body="club", decision="majority")


def test_texts_are_closed_ten_days_before_and_published_twenty() -> None:
    union = World(UNION)
    union.people("club", 3)
    union.ok("club-1", _table("early"))
    union.wait(DAY)
    union.ok("club-1", MeetingCall(meeting="m", body="club", opens="2026-02-01T10:00:00Z"))
    union.wait(18 * DAY)  # 20 January
    union.ok("club-1", _table("late"))
    union.wait(3 * DAY)
    refused = union.no("club-1", _table("too-late"))
    assert (refused.requirement, refused.article) == ("motion.closed", "3")
    union.wait(10 * DAY)
    union.ok("club-1", MeetingOpen(meeting="m", body="club"))
    union.ok("club-1", VoteOpen(motion="early"))
    refused = union.no("club-1", VoteOpen(motion="late"))
    assert (refused.requirement, refused.article) == ("motion.published", "3")


def test_nothing_is_closed_for_a_meeting_that_nobody_has_called() -> None:
    union = World(UNION)
    union.people("club", 3)
    union.wait(100 * DAY)
    union.ok("club-1", _table("m"))
