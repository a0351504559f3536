"""Amending: each article under its own majority, in force from its day, and old acts judged by the rules of theirs."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from mandat.bylaws.model.ids import DecisionId, PowerId
from mandat.federation.assembly.motions.acts import MotionTable, VoteCast, VoteClose, VoteOpen
from mandat.federation.assembly.motions.state import Choice
from mandat.federation.base.matter import PowerUse
from mandat.federation.base.types import MotionId
from mandat.federation.law.acts import BylawsAdopt
from mandat.federation.law.effects import BylawsInForce
from tests.federation.world import DAY, World

BYLAWS = """
mandat = 1
id = "club"

[body.club]
article = "1"
type = "assembly"

[decision.plain]
article = "2"
in = "club"
carried = "yes > no"

[decision.high]
article = "3.1"
in = "club"
carried = "yes >= 3/4 * cast"

[decision.minor]
article = "4"
in = "club"
carried = "yes > no"

[power."bylaws.amend"]
article = "5"
holder = "club"
decision = "plain"

[power."bylaws.amend.core"]
article = "6"
holder = "club"
decision = "high"
covers = ["3", "5", "6"]
"""
MINOR = BYLAWS.replace(
    'article = "4"\nin = "club"\ncarried = "yes > no"', 'article = "4"\nin = "club"\ncarried = "yes >= no"'
)
CORE = BYLAWS.replace("3/4", "2/3")
BOTH = MINOR.replace("3/4", "2/3")


class Club(World):
    """Five members."""

    def __init__(self, bylaws: str = BYLAWS) -> None:
        super().__init__(bylaws)
        self.people("club", 5)

    def vote(
        self, motion: MotionId, power: PowerId, decision: DecisionId, yes: int = 5, day: str | None = None
    ) -> None:
        """Vote on a motion about a power to amend: so many yes, the rest no."""
        about = PowerUse(power, day)
        self.ok("club-1", MotionTable(motion=motion, body="club", decision=decision, text="new", about=about))
        self.ok("club-1", VoteOpen(motion=motion))
        for number in range(1, 6):
            choice: Choice = "yes" if number <= yes else "no"
            self.ok(f"club-{number}", VoteCast(motion=motion, choice=choice))
        self.ok("club-1", VoteClose(motion=motion))


def adopt(**fields: object) -> BylawsAdopt:
    """An act on the blob `new`."""
    return BylawsAdopt(bylaws="new", **fields)  # type: ignore[arg-type]


def test_an_article_is_changed_by_the_power_that_covers_it() -> None:
    club = Club()
    club.vote("m", "bylaws.amend", "plain")
    ground = club.no("club-1", adopt(motion="m"), blobs={"new": CORE.encode()})
    assert (ground.requirement, ground.article) == ("power.decision-other", "6")
    club.vote("c", "bylaws.amend.core", "high")
    ruling = club.ok("club-1", adopt(motion="c"), blobs={"new": CORE.encode()})
    said = next(g for g in ruling.grounds if g.requirement == "bylaws.article")
    assert (said.numbers["changed"], said.numbers["power"]) == ("3.1", "bylaws.amend.core")


def test_a_change_of_several_articles_needs_every_majority() -> None:
    club = Club()
    club.vote("m", "bylaws.amend", "plain", yes=3)
    club.vote("c", "bylaws.amend.core", "high", yes=3)
    assert not club.do("club-1", adopt(motion="m"), blobs={"new": BOTH.encode()}).admitted
    ground = club.no("club-1", adopt(motion="m", motions=("c",)), blobs={"new": BOTH.encode()})
    assert (ground.requirement, ground.article) == ("power.decision-not-carried", "6")
    club.vote("d", "bylaws.amend.core", "high", yes=4)
    club.ok("club-1", adopt(motion="m", motions=("d",)), blobs={"new": BOTH.encode()})


def test_an_article_that_no_power_covers_stays() -> None:
    closed = BYLAWS.replace(
        'decision = "plain"\n\n[power."bylaws.amend.core"]',
        'decision = "plain"\ncovers = ["4"]\n\n[power."bylaws.amend.core"]',
    )
    club = Club(closed)
    club.vote("m", "bylaws.amend", "plain")
    changed = closed.replace(
        'article = "2"\nin = "club"\ncarried = "yes > no"',
        'article = "2"\nin = "club"\ncarried = "yes >= no"',
    )
    ground = club.no("club-1", adopt(motion="m"), blobs={"new": changed.encode()})
    assert (ground.requirement, ground.numbers["changed"]) == ("bylaws.nobody-amends", "2")


def test_a_text_comes_into_force_on_its_day_and_what_was_begun_ends_under_the_old_rules() -> None:
    club = Club()
    begins = datetime.fromtimestamp(club.at + 10 * DAY, UTC).isoformat()
    club.vote("m", "bylaws.amend", "plain", day=begins)
    old = club.state.law.current
    ruling = club.ok("club-1", adopt(motion="m", in_force=begins), blobs={"new": MINOR.encode()})
    assert not any(isinstance(effect, BylawsInForce) for effect in ruling.effects)
    assert club.state.law.current == old
    for motion in (MotionId("before"), MotionId("after")):
        club.ok("club-1", MotionTable(motion=motion, body="club", decision="minor"))
    club.ok("club-1", VoteOpen(motion="before"))
    (fallen,) = club.wait(10 * DAY)
    assert any(isinstance(effect, BylawsInForce) for effect in fallen.effects)
    assert club.state.law.current != old
    club.ok("club-1", VoteOpen(motion="after"))
    for motion in map(MotionId, ("before", "after")):
        club.ok("club-1", VoteCast(motion=motion, choice="yes"))
        club.ok("club-2", VoteCast(motion=motion, choice="no"))
        club.ok("club-1", VoteClose(motion=motion))
    votes = club.state.motions.votes
    assert (votes["before"].result, votes["after"].result) == ("defeated", "carried")


@pytest.mark.parametrize("day", ["soon", "2020-01-01T00:00:00Z", "2027-01-01T00:00:00"])
def test_the_day_is_an_instant_to_come(day: str) -> None:
    club = Club()
    club.vote("m", "bylaws.amend", "plain", day=day)
    ground = club.no("club-1", adopt(motion="m", in_force=day), blobs={"new": MINOR.encode()})
    assert ground.requirement == "convening.instant"


def test_a_text_that_does_not_know_a_body_founded_meanwhile_lapses() -> None:
    with_branch = BYLAWS + '\n[body.branch]\narticle = "7"\ntype = "assembly"\nmany = true\n'
    club = Club(with_branch)
    begins = datetime.fromtimestamp(club.at + 10 * DAY, UTC).isoformat()
    club.vote("m", "bylaws.amend", "plain", day=begins)
    club.ok("club-1", adopt(motion="m", in_force=begins), blobs={"new": BYLAWS.encode()})
    club.bodies("branch/a")
    old = club.state.law.current
    (fallen,) = club.wait(10 * DAY)
    assert [type(effect).__name__ for effect in fallen.effects] == ["Struck", "BylawsLapsed"]
    assert club.state.law.current == old
    assert not club.state.law.coming
