"""The discussion clock: restarted by options, within bounds, shut near its end, varied by an officer."""

from __future__ import annotations

from mandat.federation.assembly.motions.acts import (
    MotionSupport,
    MotionTable,
    OptionAdd,
    OptionAmend,
    TimeVary,
    VoteOpen,
)
from tests.federation.world import DAY, START, World

PROJECT = """
mandat = 1
id = "project"
body.developers.type = "assembly"
body.leader.type = "office"
body.leader.seats.leader = { article = "5", from = "developers", number = 1, elect = { method = "fptp" } }

[clock.discussion]
article = "A.1"
starts = "motion.admitted"
length = "P2W"
at_most = "P3W"
restart = { on = ["option.added", "option.amended"], leaves = "P1W" }
vary = { by = "leader", length = "P1W" }
shut = { last = "PT24H", to = ["option.added", "option.amended"] }

[motion.resolution]
article = "4"
in = "developers"
start = { by = "developers", who = "not author", enough = "signed >= 1" }
discussion = "discussion"
decision = "resolution"

[decision.resolution]
article = "6"
voters = "developers"
method = "schulze"
default = "none"
voting = { length = "P2W", vary = { by = "leader", length = "P1W" } }
carried = "yes > no"
"""


class Project(World):
    """Five developers, the first of them the leader, and a motion that is admitted on 1 January at midnight."""

    def __init__(self) -> None:
        super().__init__(PROJECT)
        self.people("developers", 5)
        self.elect("leader", "leader.leader", None, ("developers-1",), "1 1 0")
        self.ok("developers-2", MotionTable(motion="m", body="developers", decision="resolution"))
        assert self.until is None
        self.ok("developers-3", MotionSupport(motion="m"))

    @property
    def until(self) -> int | None:
        """The day on which the discussion ends, counted from the day it began."""
        end = self.state.motions.all["m"].discussion.until
        return None if end is None else (end - START) // DAY


def test_the_clock_runs_from_the_day_of_admission() -> None:
    project = Project()
    assert project.until == 15
    refused = project.no("developers-2", VoteOpen(motion="m"))
    assert (refused.requirement, refused.article) == ("motion.discussion", "4")
    project.wait(15 * DAY)
    project.ok("developers-2", VoteOpen(motion="m"))


def test_an_option_leaves_a_week_and_never_shortens() -> None:
    project = Project()
    project.wait(2 * DAY)
    project.ok("developers-4", OptionAdd(motion="m", option="x"))
    assert project.until == 15
    project.wait(10 * DAY)
    project.ok("developers-4", OptionAmend(motion="m", option="x", text="t"))
    assert project.until == 20


def test_three_weeks_are_the_most() -> None:
    project = Project()
    for _ in range(3):
        project.wait(6 * DAY)
        project.ok("developers-2", OptionAmend(motion="m", option="m", text="t"))
    assert project.until == 22


def test_the_last_day_shuts_out_changes() -> None:
    project = Project()
    project.wait(14 * DAY)
    refused = project.no("developers-2", OptionAmend(motion="m", option="m", text="t"))
    assert (refused.requirement, refused.article) == ("motion.shut", "4")


def test_the_leader_varies_it_by_a_week_once() -> None:
    project = Project()
    vary = TimeVary(motion="m", what="discussion", length="P7D")
    assert project.no("developers-2", vary).requirement == "motion.vary-by"
    too_long = TimeVary(motion="m", what="discussion", length="P8D")
    assert project.no("developers-1", too_long).requirement == "motion.vary-length"
    assert (
        project.no("developers-1", TimeVary(motion="m", what="discussion", length="soon")).requirement
        == "motion.vary-length"
    )
    assert (
        project.no("developers-1", TimeVary(motion="m", what="voting", length="P1D")).requirement
        == "motion.vary-running"
    )
    project.ok("developers-1", vary)
    assert project.until == 22
    assert project.no("developers-1", vary).requirement == "motion.vary-once"


def test_a_shorter_discussion_lets_the_vote_open_earlier_and_the_vote_may_last_longer() -> None:
    project = Project()
    project.ok("developers-1", TimeVary(motion="m", what="discussion", length="P7D", shorter=True))
    assert project.until == 8
    project.wait(8 * DAY)
    project.ok("developers-2", VoteOpen(motion="m"))
    project.ok("developers-1", TimeVary(motion="m", what="voting", length="P7D"))
    assert project.state.motions.votes["m"].course.until == START + (8 + 15 + 7) * DAY
    project.wait(21 * DAY)
    assert project.state.motions.votes["m"].course.ended is None
    project.wait(2 * DAY)
    assert project.state.motions.votes["m"].course.ended is not None
