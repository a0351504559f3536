"""The life of a federation at random: whatever happens, the state agrees with itself and the record's rules hold."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from mandat.federation.base.lookup import keys_of, rows_of, values_of
from mandat.federation.base.types import BodyId, ElectionId, PersonId
from mandat.federation.consistency import inconsistencies
from mandat.federation.people.bodies.acts import BodyMerge
from mandat.federation.people.members.acts import MemberDeath, MemberEnrol, MemberLeave, MemberMove
from mandat.federation.seats.confidence.acts import ConfidenceGive, ConfidenceWithdraw
from mandat.federation.seats.elections.acts import (
    BallotCast,
    CandidateNominate,
    CountEnter,
    ElectionCall,
    ElectionOpen,
)
from mandat.federation.seats.posts.acts import PostResign
from tests.federation.bylaws import RAIL
from tests.federation.world import DAY, World

pytestmark = pytest.mark.usefixtures("ruled_alike_elsewhere")

SECTIONS = (BodyId("section/a"), BodyId("section/b"), BodyId("section/c"))
PEOPLE = [PersonId(f"p-{number}") for number in range(18)]
people = st.sampled_from(PEOPLE)
sections = st.sampled_from(SECTIONS)


class Life(RuleBasedStateMachine):
    """People join, leave, elect, recall; every ``World.do`` also checks that ``apply`` and a second judgement agree."""

    @initialize(where=st.lists(sections, min_size=len(PEOPLE), max_size=len(PEOPLE)))
    def found(self, where: list[BodyId]) -> None:
        self.world = World(RAIL)
        self.world.bodies("region/r")
        self.world.bodies(*SECTIONS, part_of="region/r")
        for person, section in zip(PEOPLE, where, strict=True):
            self.world.enrol(section, person)
        self.elections = 0

    @rule(person=people, section=sections)
    def enrol(self, person: PersonId, section: BodyId) -> None:
        self.world.do("registrar", MemberEnrol(person=person, body=section))

    @rule(person=people, section=sections)
    def leave(self, person: PersonId, section: BodyId) -> None:
        self.world.do("registrar", MemberLeave(person=person, body=section))

    @rule(person=people, section=sections, to=sections)
    def move(self, person: PersonId, section: BodyId, to: BodyId) -> None:
        self.world.do("registrar", MemberMove(person=person, from_=section, to=to))

    @rule(person=people)
    def die(self, person: PersonId) -> None:
        self.world.do("registrar", MemberDeath(person=person))

    @rule(section=sections, votes=st.lists(st.integers(1, 3), max_size=4))
    def elect(self, section: BodyId, votes: list[int]) -> None:
        self.elections += 1
        roll = keys_of(self.world.state.members.roll(section))
        name = ElectionId(f"e{self.elections}")
        call = ElectionCall(election=name, line="region.delegates", sender=section, tellers=("p-0", "p-1"))
        if not self.world.do("registrar", call).admitted or len(roll) < 3:
            return
        self.world.ok("registrar", CandidateNominate(election=name, candidates=tuple(roll[:3])))
        self.world.ok("registrar", ElectionOpen(election=name))
        papers = "".join(f"1 {vote} {vote % 3 + 1} 0\n" for vote in votes[: len(roll)])
        text = f'3 1\n{papers}0\n"a"\n"b"\n"c"\n'
        self.world.do("p-0+p-1", CountEnter(election=name, ballots="b"), {"b": text.encode()})

    @rule(person=people, data=st.data())
    def withdraw(self, person: str, data: st.DataObject) -> None:
        posts = keys_of(self.world.state.posts.all)
        if posts:
            self.world.do(person, ConfidenceWithdraw(post=data.draw(st.sampled_from(posts))))

    @rule(person=people, data=st.data())
    def give(self, person: str, data: st.DataObject) -> None:
        posts = keys_of(self.world.state.posts.all)
        if posts:
            self.world.do(person, ConfidenceGive(post=data.draw(st.sampled_from(posts))))

    @rule(person=people)
    def resign(self, person: PersonId) -> None:
        for post in self.world.state.posts.held_by(person):
            self.world.do(person, PostResign(post=post.id))

    @rule(person=people, number=st.integers(1, 4))
    def vote_twice(self, person: str, number: int) -> None:
        first = self.world.do(person, BallotCast(election=f"e{number}"))
        assert not (first.admitted and self.world.do(person, BallotCast(election=f"e{number}")).admitted)

    @rule(into=sections, other=sections)
    def merge(self, into: BodyId, other: BodyId) -> None:
        self.world.do("registrar", BodyMerge(bodies=(other,), into=into))

    @rule(days=st.integers(1, 800))
    def wait(self, days: int) -> None:
        self.world.wait(days * DAY)

    @invariant()
    def the_state_agrees_with_itself(self) -> None:
        if hasattr(self, "world"):
            assert inconsistencies(self.world.state) == ()

    @invariant()
    def who_withdrew_belongs_to_the_base_and_no_majority_has_gone_unheard(self) -> None:
        if not hasattr(self, "world"):
            return
        state = self.world.state
        for post, standing in rows_of(state.confidence.standings):
            roll = state.members.roll(state.posts.all[post].sender or "")
            assert standing.electors == sum(
                p in roll and p not in standing.gone for p in keys_of(standing.electorate)
            )
            assert all(standing.is_elector(person) for person in keys_of(standing.withdrawn))
            assert 2 * len(standing.withdrawn) <= standing.electors or standing.electors == 0

    @invariant()
    def nobody_dead_sits(self) -> None:
        if hasattr(self, "world"):
            state = self.world.state
            assert not any(p.dead and state.posts.held_by(p.id) for p in values_of(state.members.people))


TestLife = Life.TestCase
TestLife.settings = settings(
    max_examples=settings().max_examples // 2,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
