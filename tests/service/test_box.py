"""Nothing gets into the box of a secret ballot but the ballot of the very act that says its author votes."""

from __future__ import annotations

import msgspec
import pytest

from mandat.record.boxes import ElectionBox, MotionBox
from mandat.record.reasons import NotTaken, Reason
from mandat.service.incoming import BoxedBallot, Incoming
from tests.service.conftest import Office

BALLOT = BoxedBallot(ElectionBox("e1"), b"[1,2]")


def not_taken(office: Office, incoming: Incoming) -> str:
    with pytest.raises(NotTaken) as caught:
        office.writer.submit(incoming)
    assert caught.value.reason is Reason.BAD_BALLOT
    assert office.store.box(ElectionBox("e1")) == ()
    return str(caught.value)


def test_an_act_that_is_no_vote_carries_no_ballot(office: Office) -> None:
    office.election()
    act = office.write("registrar", "body.found", body="region/jura")
    stuffed = msgspec.structs.replace(act, ballot=BALLOT)
    assert "the act does not cast a secret ballot" in not_taken(office, stuffed)


def test_a_ballot_goes_to_the_box_of_the_election_voted_in(office: Office) -> None:
    office.election()
    vote = office.author("lyon-3").act({"act": "ballot.cast", "election": "e2"}, office.writer.head)
    stuffed = msgspec.structs.replace(vote, ballot=BALLOT)
    assert "it is a ballot of another vote than the one that the act names" in not_taken(office, stuffed)


def test_a_vote_without_its_ballot_is_not_taken(office: Office) -> None:
    office.election()
    vote = office.author("lyon-3").act({"act": "ballot.cast", "election": "e1"}, office.writer.head)
    assert "no ballot came with it" in not_taken(office, vote)
    assert not office.writer.state.elections.all["e1"].voted


def test_a_refused_vote_leaves_no_ballot(office: Office) -> None:
    office.election()
    stranger = office.write("registrar", "ballot.cast", election="e1")
    receipt = office.writer.submit(msgspec.structs.replace(stranger, ballot=BALLOT))
    assert receipt.ruling is not None
    assert not receipt.ruling.admitted
    assert office.store.box(ElectionBox("e1")) == ()


def test_voting_twice_leaves_one_ballot(office: Office) -> None:
    office.election()
    for ranking in ([1], [2]):
        office.writer.submit(office.author("lyon-3").ballot("e1", ranking, office.writer.head))
    assert office.store.box(ElectionBox("e1")) == (b"[1]",)


def test_an_election_and_a_motion_of_one_name_have_boxes_of_their_own(office: Office) -> None:
    office.election()
    vote = office.author("lyon-3").act({"act": "ballot.cast", "election": "e1"}, office.writer.head)
    stuffed = msgspec.structs.replace(vote, ballot=BoxedBallot(MotionBox("e1"), b"[1,2]"))
    assert "it is a ballot of another vote" in not_taken(office, stuffed)
    office.writer.submit(office.author("lyon-3").ballot("e1", [1], office.writer.head))
    assert (office.store.box(ElectionBox("e1")), office.store.box(MotionBox("e1"))) == ((b"[1]",), ())
