"""A federation in the middle of its life, on disk, for pages and pictures: seats filled, one recalled, an election open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from mandat.demo import congress, founding, recalling
from mandat.demo.office import DAY, REGISTRAR, Office, blob, office
from mandat.demo.wards import wards
from mandat.federation.base.lookup import given
from mandat.federation.base.types import BodyId, ElectionId, MotionId, PersonId, PostId
from mandat.record.directory import open_directory
from mandat.record.store.private import People, PrivateEntry

SMALL = ("eilean_siar_2017_ward9", "aberdeenshire_2017_ward1", "shetland_2017_ward4", "moray_2017_ward7")
RUNNING = ElectionId("by-election-1")
CANDIDATES = ("Ailsa Morrison", "Calum MacRitchie", "Eilidh Nicolson", "Iain Mackenzie", "Seonag Campbell")


class Scene(NamedTuple):
    """Who and what there is to look at."""

    directory: Path
    member: PersonId
    other: PersonId
    """A member of another ward."""
    delegate: PersonId
    registrar: PersonId
    ward: BodyId
    post: PostId
    election: ElectionId
    running: ElectionId
    motion: MotionId
    refused: int
    recalled: int


def build(directory: Path, ids: Sequence[str] | None = SMALL) -> Scene:
    """Write the record of a federation of wards and the names of its candidates."""
    chosen = wards(ids)
    first = next(ward for ward in chosen if ward.id == SMALL[0])
    people = congress.register_of(chosen)
    with office(directory) as desk:
        founding.found_federation(desk)
        founding.enrol_wards(desk, chosen, first, lambda *_: None)
        founding.call_elections(desk, chosen)
        founding.count_wards(desk, chosen, lambda *_: None)
        congress.form_caucuses(desk, people)
        congress.meet(desk, ["resolution-1", "resolution-2"])
        congress.elect_bureau(desk, people)
        congress.elect_committee(desk, people)
        recalled = recalling.recall(desk, first, lambda *_: None)
        refusal = recalling.overstep(desk, people)
        member = first.members[-1]
        other = next(ward for ward in chosen if ward is not first)
        post = next(p for p in desk.state.posts.of_body("congress") if p.sender == first.body and p.holder)
        _life(desk, member, post.id, first.body, [each for each in first.members if each not in people])
    candidates = dict(
        zip((each.person for each in desk.state.elections.all[RUNNING].candidates), CANDIDATES, strict=True)
    )
    _name(directory, {**{person: each.name for person, each in people.items()}, **candidates}, member)
    return Scene(
        directory=directory,
        member=member,
        other=other.tellers[0],
        delegate=given(post.holder),
        registrar=REGISTRAR,
        ward=first.body,
        post=post.id,
        election=first.election,
        running=RUNNING,
        motion="resolution-1",
        refused=refusal.entry,
        recalled=recalled.entry,
    )


def _life(desk: Office, member: str, post: PostId, ward: str, people: Sequence[str]) -> None:
    """Questions, an answer, withdrawals over a week, an open election, a body without members, a motion with its vote."""
    desk.clock.wait(DAY)
    holder = desk.state.posts.all[post].holder or ""
    asked, answer, again = (
        blob(b"Why did you vote against the ferry timetable?"),
        blob(
            b"Because it leaves the islands without a winter service. I will report after the next meeting."
        ),
        blob(b"When will you report to our ward?"),
    )
    desk.submit(
        desk.write([member], "question.ask", [asked], question="ferry", post=post, text=asked.name),
        desk.write([holder], "question.answer", [answer], question="ferry", text=answer.name),
        desk.write([member], "question.ask", [again], question="report", post=post, text=again.name),
        desk.write([REGISTRAR], "body.found", body="ward/st-kilda", title="St Kilda"),
    )
    for first in range(20, 300, 14):
        desk.clock.wait(DAY // 3)
        desk.submit(
            *(desk.seal(each, "confidence.withdraw", post=post) for each in people[first : first + 14])
        )
    tellers = [people[0], people[1]]
    desk.submit(
        desk.write(
            [REGISTRAR],
            "election.call",
            election=RUNNING,
            line="congress.delegates",
            sender=ward,
            tellers=tellers,
        ),
        desk.write([tellers[0]], "candidate.nominate", election=RUNNING, candidates=list(people[2:7])),
        desk.write([tellers[0]], "election.open", election=RUNNING),
    )
    _motion(desk, desk.state.posts.holders("congress"))


def _motion(desk: Office, holders: Sequence[str]) -> None:
    """Two motions are discussed; one is carried, the vote on the other goes on."""
    for motion, text in (
        ("resolution-1", b"The congress asks all wards to publish their accounts by the end of the year."),
        ("resolution-2", b"The congress meets in the islands once a year."),
    ):
        words = blob(text)
        fields = {"motion": motion, "body": "congress", "decision": "majority", "text": words.name}
        desk.submit(
            desk.write([holders[1]], "motion.table", [words], **fields),
            *(desk.write([person], "motion.support", motion=motion) for person in holders[2:8]),
        )
    desk.clock.wait(3 * DAY)
    meeting = desk.state.meetings.all["congress-1"]
    chair = next(iter(desk.state.posts.holders("bureau")))  # who opened the congress has been recalled
    votes = [
        desk.write([person], "vote.cast", motion="resolution-1", choice="yes" if number % 3 else "no")
        for number, person in enumerate(each for each in holders if each in meeting.present)
    ]
    for motion in ("resolution-1", "resolution-2"):
        desk.submit(desk.write([chair], "vote.open", motion=motion))
    desk.submit(*votes)
    desk.submit(desk.write([chair], "vote.close", motion="resolution-1"))


def _name(directory: Path, names: Mapping[PersonId, str], member: PersonId) -> None:
    register = People(open_directory(directory).people)
    register.put(
        PrivateEntry(person, name, "") for person, name in {**names, member: "Mòrag NicLeòid"}.items()
    )
    register.close()
