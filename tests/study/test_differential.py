"""Study and engine give the same seats: the same votes and the same withdrawals, in a federation small enough to act out.

Opinions are made up step by step. The study runs on them; beside it every ballot is counted, and every withdrawal of confidence
signed, in the engine. After each step the same tendencies hold the same number of seats of every section.
"""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from mandat.bylaws.reading.loader import load
from mandat.bylaws.telling.explaining import Supposed
from mandat.federation.base.lookup import values_of
from mandat.federation.base.types import BodyId, ElectionId, PersonId, PostId
from mandat.federation.seats.confidence.acts import ConfidenceGive, ConfidenceWithdraw
from mandat.federation.seats.elections.acts import CandidateNominate, ElectionOpen, LotDraw
from mandat.federation.seats.elections.state import Election
from mandat.federation.seats.posts.state import Post
from mandat.study.opinions.assumed import Assumptions
from mandat.study.opinions.members import MemberCounts
from mandat.study.plan.making import plan
from mandat.study.seats.counted import nearest, slate_of
from mandat.study.simulation.running import Federation
from mandat.study.streams import Streams
from tests.federation.world import DAY, World

SECTIONS, MEMBERS, TENDENCIES, STEPS = 3, 11, 2, 8
WEEK = 7 / 365.25

BYLAWS = """
mandat = 1
id = "small"
body.section = {{ type = "assembly", many = true, part_of = "council" }}
body.council.type = "council"
[body.council.seats.delegates]
from = "section"
number = {number}
elect = {{ method = "{method}", ballot = "secret" }}
as_of = "election"
succession = {succession}
[recall.delegates]
of = "council"
by = "sender"
confidence = "{confidence}"
"""


class Scripted:
    """Members whose opinions are written down beforehand."""

    def __init__(self, support: MemberCounts) -> None:
        self.all, self.at = support, 0

    def step(self, dt: float) -> None:
        del dt
        self.at += 1

    def shift(self, by: float) -> None:
        raise NotImplementedError(by)

    def support(self) -> MemberCounts:
        found: MemberCounts = self.all[self.at]
        return found

    def against(self) -> MemberCounts:
        return MEMBERS - self.support()


class Acted:
    """The same federation in the engine. Members 1 … n of a section are sorted by tendency at every step."""

    def __init__(self, bylaws: str, method: str, seats: int) -> None:
        self.method, self.seats = method, seats
        self.world = World(bylaws)
        self.world.wait(
            DAY // 2
        )  # at noon: so the last day of a period is not over when an election is held on it
        self.sections = [BodyId(f"section/s{n}") for n in range(1, SECTIONS + 1)]
        for section in self.sections:
            self.world.bodies(section, part_of=BodyId("council"))
            self.world.people(section, MEMBERS)
        self.tendency: dict[PersonId, int] = {}
        self.called: dict[ElectionId, int] = {}

    def candidates(self, section: BodyId, slate: int) -> tuple[PersonId, ...]:
        name = section.rpartition("/")[2]
        found = tuple(PersonId(f"{name}-{number}") for number in range(1, slate * TENDENCIES + 1))
        self.tendency |= {person: number // slate for number, person in enumerate(found)}
        return found

    def papers(self, votes: list[int], slate: int) -> str:
        own = [[t * slate + c + 1 for c in range(slate)] for t in range(TENDENCIES)]
        rows = []
        for t, many in enumerate(votes):
            order = own[t] if self.method == "fptp" else [n for o in nearest(t, TENDENCIES) for n in own[o]]
            rows.append(f"{many} {' '.join(map(str, order))} 0" if many else "")
        return "\n".join(filter(None, rows))

    def elect_all(self, support: MemberCounts) -> None:
        for n, section in enumerate(self.sections):
            votes = support[n].tolist()
            slate = slate_of(tuple(votes), self.seats)
            people = self.candidates(section, slate)
            self.world.elect(
                ElectionId(f"e{n}"), "council.delegates", section, people, self.papers(votes, slate)
            )
            self.draw_lots()

    def draw_lots(self) -> None:
        """Lots among candidates of one slate change no seat of a tendency; any other would make the comparison moot."""
        while asked := [q for q in values_of(self.world.state.law.questions) if q.key == "lot"]:
            (question,) = asked
            assert len({self.tendency[PersonId(person)] for person in question.readings}) == 1
            self.world.ok(
                PersonId("registrar"),
                LotDraw(question=question.id, chosen=question.readings[-1], source="hat"),
            )

    def posts(self, section: BodyId) -> list[Post]:
        return [post for post in self.world.state.posts.of_body("council") if post.sender == section]

    def withdraw(self, support: MemberCounts) -> None:
        """Each post is judged by the opinion of this step; whoever takes a seat in it is judged in the next."""
        for n, section in enumerate(self.sections):
            for post in self.posts(section):
                if post.holder is not None:
                    self._judge(post, section, support[n].tolist())

    def _judge(self, post: Post, section: BodyId, support: list[int]) -> None:
        opinion = [t for t, many in enumerate(support) for _ in range(many)]
        name = section.rpartition("/")[2]
        assert post.holder is not None
        for number, tendency in enumerate(opinion, 1):
            if self.world.post(post.id).holder != post.holder:
                return
            self._say(post.id, PersonId(f"{name}-{number}"), against=tendency != self.tendency[post.holder])

    def _say(self, post: PostId, member: PersonId, *, against: bool) -> None:
        withdrawn = member in self.world.state.confidence.standings[post].withdrawn
        if against and not withdrawn:
            self.world.ok(member, ConfidenceWithdraw(post=post))
        elif withdrawn and not against:
            self.world.ok(member, ConfidenceGive(post=post))

    def note_calls(self, step: int) -> None:
        for election in self.waiting():
            self.called.setdefault(election.id, step)

    def waiting(self) -> list[Election]:
        return [e for e in self.world.state.elections.running() if e.cause == "by-election"]

    def by_elections(self, support: MemberCounts, step: int) -> None:
        """Those called 28 days ago, which is the end of the time that the bylaws give."""
        for election in self.waiting():
            if step - self.called[election.id] >= 4:
                self._by_election(election, support)

    def _by_election(self, election: Election, support: MemberCounts) -> None:
        assert election.sender is not None
        votes = support[self.sections.index(election.sender)].tolist()
        slate = slate_of(tuple(votes), election.places)
        name = election.sender.rpartition("/")[2]
        people = tuple(PersonId(f"{name}-{MEMBERS - number}") for number in range(slate * TENDENCIES))
        self.tendency |= {person: number // slate for number, person in enumerate(people)}
        teller = election.tellers[0]
        self.world.ok(teller, CandidateNominate(election=election.id, candidates=people))
        self.world.ok(teller, ElectionOpen(election=election.id))
        self.world.count(election.id, people, self.papers(votes, slate), election.tellers)
        self.draw_lots()

    def seats_of(self) -> list[Counter[int | None]]:
        return [
            Counter(
                None if post.holder is None else self.tendency[post.holder] for post in self.posts(section)
            )
            for section in self.sections
        ]


def opinions(seed: int) -> MemberCounts:
    """Sections of 11 who move to and fro, at times all to one side."""
    random = np.random.default_rng(seed)
    walk = np.cumsum(random.normal(0, 0.25, (STEPS, SECTIONS)), axis=0) + random.normal(0, 0.1, SECTIONS)
    second = np.rint(MEMBERS / (1 + np.exp(-2 * walk))).astype(np.int64)
    return np.stack((MEMBERS - second, second), axis=2)


WAYS = [
    ("fptp", 1, '["next-by-votes", { by = "by-election", within = "P28D" }]', "withdrawn > 1/2 * electors"),
    ("fptp", 1, '[{ by = "by-election", within = "P28D" }]', "withdrawn >= 2/5 * electors"),
    (
        "stv-scottish",
        3,
        '["countback", { by = "by-election", within = "P28D" }]',
        "withdrawn > 3/5 * electors",
    ),
    ("stv-scottish", 2, '["countback", "vacant"]', "withdrawn >= 2/3 * electors"),
]


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize(("method", "number", "succession", "confidence"), WAYS)
def test_the_same_seats_after_every_step(
    method: str, number: int, succession: str, confidence: str, seed: int
) -> None:
    text = BYLAWS.format(method=method, number=number, succession=succession, confidence=confidence)
    support = opinions(seed)
    made = plan(load(text), Supposed({"section": (SECTIONS, MEMBERS)}))
    assumed = Assumptions(tendencies=TENDENCIES, loyalty=0, withdrawing="any", personal=0)
    people = Scripted(support)
    study = Federation(made, assumed, Streams(seed), people)
    acted = Acted(text, method, number)
    for step in range(STEPS):
        if step:
            people.step(WEEK)
            acted.world.wait(7 * DAY)
        study.step(step * WEEK)
        if step == 0:
            acted.elect_all(support[0])
        acted.withdraw(support[step])
        acted.note_calls(step)
        acted.by_elections(support[step], step)
        ours = study.chambers["council.delegates"]
        seats = [
            Counter(None if h < 0 else int(h) for h in ours.holder[ours.of == n]) for n in range(SECTIONS)
        ]
        assert seats == acted.seats_of(), f"step {step}"


@pytest.mark.parametrize(("method", "number", "succession", "confidence"), WAYS)
def test_seats_are_lost_and_won_in_these_comparisons(
    method: str, number: int, succession: str, confidence: str
) -> None:
    text = BYLAWS.format(method=method, number=number, succession=succession, confidence=confidence)
    made = plan(load(text), Supposed({"section": (SECTIONS, MEMBERS)}))
    assumed = Assumptions(tendencies=TENDENCIES, loyalty=0, withdrawing="any", personal=0)
    recalls = 0
    for seed in range(6):
        people = Scripted(opinions(seed))
        study = Federation(made, assumed, Streams(seed), people)
        for step in range(STEPS):
            recalls += study.step(step * WEEK).recalls
            people.at = min(step + 1, STEPS - 1)

    assert recalls >= 10
