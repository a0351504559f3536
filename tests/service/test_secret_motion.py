"""A secret vote on a motion: the record says only who voted; the box gives the tally and is then empty."""

from __future__ import annotations

import pytest

from mandat.record.boxes import ElectionBox, MotionBox
from mandat.record.reasons import NotTaken
from mandat.service.box import publish_votes
from tests.service.conftest import Office

CLUB = """
mandat = 1
id = "club"
[body.club]
type = "assembly"
[decision.secret]
in = "club"
ballot = "secret"
carried = "yes > no"
"""


@pytest.fixture
def office() -> Office:
    """A club of five with a secret vote under way."""
    office = Office(CLUB)
    office.members("club", 5)
    office.ok("club-1", "motion.table", motion="m", body="club", decision="secret")
    office.ok("club-1", "vote.open", motion="m")
    return office


def vote(office: Office, person: str, choice: str) -> int:
    """Vote in secret and return the place on the record."""
    return office.writer.submit(office.author(person).vote("m", choice, office.writer.head)).index


def test_the_tally_comes_from_the_box_and_the_box_is_emptied(office: Office) -> None:
    for person, choice in (("club-1", "yes"), ("club-2", "no"), ("club-3", "yes"), ("club-4", "abstain")):
        raw = office.store.entry(vote(office, person, choice))
        assert raw is not None
        assert f'"{choice}"'.encode() not in raw
    blob = publish_votes(office.store, "m", b"s" * 16)
    assert blob.content == b"abstain\nno\nyes\nyes\n"
    office.ok("club-1", "vote.close", (blob,), motion="m", box=blob.name)
    assert office.writer.state.motions.votes["m"].received.tally == (2, 1, 1, 0)
    assert office.writer.state.motions.votes["m"].carried is True
    assert office.store.box(MotionBox("m")) == ()
    assert office.verify().state == office.writer.state


def test_a_ballot_that_says_something_else_is_not_taken(office: Office) -> None:
    with pytest.raises(NotTaken, match="it says yes, no, or abstain"):
        vote(office, "club-1", "perhaps")
    with pytest.raises(NotTaken, match="no ballot came with it"):
        office.do("club-1", "vote.cast", motion="m")
    assert office.store.box(MotionBox("m")) == ()


def test_the_box_of_an_election_is_emptied_by_its_count() -> None:
    office = Office()
    office.election()
    from mandat.service.box import publish

    office.writer.submit(office.author("lyon-3").ballot("e1", [1, 3], office.writer.head))
    office.ok("lyon-11", "election.close", election="e1")
    blob = publish(office.store, office.writer.state, "e1", b"s" * 16)
    office.ok("lyon-11+lyon-12", "count.enter", (blob,), election="e1", ballots=blob.name)
    assert office.store.box(ElectionBox("e1")) == ()


RANKED = """
mandat = 1
id = "club"
[body.club]
type = "assembly"
[decision.ranked]
voters = "club"
method = "schulze"
default = "none"
ballot = "secret"
carried = "yes > no"
"""


def test_secret_ballots_between_options_rank_what_stands_on_the_paper() -> None:
    office = Office(RANKED)
    office.members("club", 5)
    office.ok("club-1", "motion.table", motion="m", body="club", decision="ranked")
    office.ok("club-2", "option.add", motion="m", option="x")
    office.ok("club-1", "vote.open", motion="m")
    for wrong in ("x > y", "m > m", "x\x0b", "x\nm", "m > x"[:4]):
        with pytest.raises(NotTaken, match="best first, as in a > b = c, each once; they are m, x, none"):
            vote(office, "club-1", wrong)
    for person, ranking in (
        ("club-1", "x > none"),
        ("club-2", "x = m > none"),
        ("club-3", ""),
        ("club-4", "m = x"),
    ):
        vote(office, person, ranking)
    blob = publish_votes(office.store, "m", b"s" * 16)
    assert blob.content == b"\nm = x\nx = m > none\nx > none\n"
    office.ok("club-1", "vote.close", (blob,), motion="m", box=blob.name)
    found = office.writer.state.motions.votes["m"]
    assert (found.result, found.between.winner, len(found.received.papers)) == ("carried", "x", 4)
    assert office.verify().state == office.writer.state
