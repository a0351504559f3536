"""Instructions: who may give them, and what becomes of a recorded vote against them."""

from __future__ import annotations

import pytest

from mandat.federation.assembly.instructions.acts import InstructionGive
from mandat.federation.assembly.motions.acts import MotionTable, VoteCast, VoteClose, VoteOpen
from mandat.federation.assembly.motions.state import Choice
from mandat.federation.base.matter import Instructing
from mandat.federation.base.types import MotionId
from tests.federation.council import COUNCIL, SEVEN, TEN, Town


def town(mode: str, breach: str = "") -> Town:
    line = f'instructions = "{mode}"\n' + (f'breach = "{breach}"\n' if breach else "")
    found = Town(COUNCIL.replace('article = "2"\n', f'article = "2"\n{line}', 1))
    found.meet(*SEVEN)
    found.table("m")
    return found


def decide(there: Town, motion: MotionId, choice: Choice = "no") -> None:
    """Let the section carry an instruction on the motion ``m``."""
    about = Instructing("m", choice)
    act = MotionTable(motion=motion, body="section/lyon", decision="base", about=about)
    there.ok("lyon-9", act)
    there.ok("lyon-9", VoteOpen(motion=motion))
    for person in TEN:
        there.ok(person, VoteCast(motion=motion, choice="yes"))
    there.ok("lyon-9", VoteClose(motion=motion))


def voted(there: Town) -> None:
    """Four obey, three vote yes against the instruction."""
    decide(there, "i")
    there.ok("lyon-9", InstructionGive(motion="m", choice="no", decided="i"))
    there.vote("m", {person: "no" if n < 2 else "yes" for n, person in enumerate(SEVEN)})


@pytest.mark.parametrize(
    ("mode", "breach", "tally", "carried"),
    [
        ("binding", "shown", (5, 2, 0, 0), True),
        ("binding", "counted", (0, 7, 0, 0), False),
        ("binding", "void", (0, 2, 0, 5), False),
        ("binding", "", (5, 2, 0, 0), True),
        ("advice", "void", (5, 2, 0, 0), True),
    ],
)
def test_a_vote_against_instructions(
    mode: str, breach: str, tally: tuple[int, int, int, int], carried: bool
) -> None:
    there = town(mode, breach)
    voted(there)
    vote = there.ballot("m")
    assert (vote.received.tally, vote.carried) == (tally, carried)
    assert len(there.state.instructions.breaches["m"]) == 5
    assert {each.instructed for each in there.state.instructions.breaches["m"]} == {"no"}


@pytest.mark.parametrize("mode", ["free", "forbidden", "none"])
def test_only_where_the_line_lets_them(mode: str) -> None:
    there = town(mode)
    decide(there, "i")
    ground = there.no("lyon-9", InstructionGive(motion="m", choice="no", decided="i"))
    assert (ground.requirement, ground.article, ground.numbers["mode"]) == ("instruction.allowed", "2", mode)


def test_by_a_decision_of_the_sender_about_it() -> None:
    there = town("binding")
    decide(there, "i", "yes")
    ground = there.no("lyon-9", InstructionGive(motion="m", choice="no", decided="i"))
    assert ground.requirement == "instruction.decided"
    there.decide("own", about=Instructing("m", "no"))
    ground = there.no("lyon-1", InstructionGive(motion="m", choice="no", decided="own"))
    assert ground.requirement == "instruction.delegates"


def test_not_once_the_vote_is_open() -> None:
    there = town("binding")
    decide(there, "i")
    there.ok("lyon-1", VoteOpen(motion="m"))
    ground = there.no("lyon-9", InstructionGive(motion="m", choice="no", decided="i"))
    assert ground.requirement == "motion.not-yet-voted"
