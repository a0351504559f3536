"""Recall with notice, hearing, discussion, a jury by lot, distribution, bars, suspension, and a successor on the same ballot."""

from __future__ import annotations

from mandat.bylaws.model.ids import RecallId, RuleId
from mandat.federation.assembly.motions.acts import MotionTable, VoteCast, VoteClose, VoteOpen
from mandat.federation.base.agenda.items import TermEnd
from mandat.federation.base.matter import ReliefConsent, Restoration
from mandat.federation.base.types import BodyId, ElectionId, MotionId, PersonId, PostId
from mandat.federation.consistency import inconsistencies
from mandat.federation.people.facts.acts import FactTell
from mandat.federation.seats.confidence.acts import ConfidenceWithdraw
from mandat.federation.seats.elections.acts import (
    CandidateNominate,
    CountEnter,
    DrawAnnounce,
    DrawHold,
    ElectionOpen,
)
from mandat.federation.seats.recall.acts import OfficerRelieve, RecallHear, RecallSign, RecallStart
from tests.federation.world import DAY, World

STATE = """
mandat = 1
id = "land"

[body.land]
type = "constituency"

[body.county]
type = "assembly"
many = true
part_of = "land"

[fact.last-vote]
of = ["land", "county"]
type = "people"

[fact.firm]
of = "person"
type = "label"
told_by = "person"

[body.court]
type = "outside"

[body.deputy]
type = "office"

[body.deputy.seats.deputy]
from = "land"

[body.governor]
type = "office"

[body.governor.seats.governor]
article = "1"
from = "land"
term = { length = "P4Y", rest = true }
succession = ["next-by-votes"]

[power."pardon"]
article = "2"
holder = "governor"

[decision.vote]
article = "9"
voters = "land"
carried = "yes > no"
"""
GOVERNOR = PostId("governor:governor:land:1")


def land(rules: str, counties: int = 3, voters: int = 4) -> World:
    world = World(STATE + rules)
    for number in range(1, counties + 1):
        world.bodies(f"county/{chr(96 + number)}", part_of="land")
        world.people(f"county/{chr(96 + number)}", voters)
    world.elect("g", "governor.governor", None, ("a-1", "b-1"), "5 1 0\n2 2 0")
    world.elect("d", "deputy.deputy", None, ("c-1",), "5 1 0")
    return world


R = RecallId(RuleId("r"))


def start(world: World, rule: RecallId = R, by: str = "a-2", target: PostId | BodyId = GOVERNOR) -> None:
    world.ok(by, RecallStart(petition="p", rule=rule, target=target))


def stage(world: World) -> str:
    return world.state.recalls.all["p"].stage


def sign(world: World, *people: str) -> None:
    for person in people:
        world.ok(person, RecallSign(petition="p"))


def vote(world: World, motion: MotionId, yes: tuple[str, ...], no: tuple[str, ...]) -> None:
    for person in yes:
        world.ok(person, VoteCast(motion=motion, choice="yes"))
    for person in no:
        world.ok(person, VoteCast(motion=motion, choice="no"))


def recall(keys: str, decision: str = "vote") -> str:
    return f'[recall.r]\narticle = "5"\nof = "governor"\nby = "land"\ndecision = "{decision}"\n{keys}\n'


SPREAD = recall(
    'start = { by = "county", enough = "signed >= 25% * last-vote and number(county where signed >= 10% * last-vote) >= 3" }'
)


def test_signatures_must_be_spread_over_the_counties() -> None:
    world = land(SPREAD)
    for place, votes in (("land", 12), ("county/a", 4), ("county/b", 4), ("county/c", 4)):
        world.ok("registrar", FactTell(fact="last-vote", of=BodyId(place), value=votes))
    start(world)
    sign(world, "a-3", "a-4", "b-2", "b-3")  # five of twelve, but none of county c
    assert stage(world) == "signing"
    sign(world, "c-2")
    assert stage(world) == "voting"


def test_of_one_affiliation_so_many_signatures_count() -> None:
    world = land(recall('start = { by = "county", enough = "sum(min(signed, 2) per firm) >= 4" }'))
    for person in map(PersonId, ("a-2", "a-3", "a-4")):
        world.ok(person, FactTell(fact="firm", of=person, value="X"))
    start(world)
    sign(world, "a-3", "a-4", "b-2")  # two of the three count, and one of no firm
    assert stage(world) == "signing"
    sign(world, "b-3")
    assert stage(world) == "voting"


ONE = 'start = { by = "county", enough = "signed >= 2" }\n'


def test_signatures_wait_for_the_notice() -> None:
    world = land(recall(ONE + 'notice = "P7D"'))
    start(world)
    ground = world.no("a-3", RecallSign(petition="p"))
    assert (ground.requirement, ground.article) == ("petition.notice", "5")
    world.wait(8 * DAY)
    sign(world, "a-3")
    assert stage(world) == "voting"


def test_the_vote_waits_for_discussion_and_hearing() -> None:
    world = land(recall(ONE + 'discussion = "P3D"\nhearing = true'))
    start(world)
    sign(world, "a-3")
    assert world.no("a-2", VoteOpen(motion="recall:p")).requirement == "recall.discussion"
    world.wait(4 * DAY)
    assert "recall:p" not in world.state.motions.votes
    assert world.no("a-2", VoteOpen(motion="recall:p")).requirement == "recall.hearing"
    world.ok("a-1", RecallHear(petition="p", text="statement"))
    assert "recall:p" in world.state.motions.votes


def test_without_a_hearing_the_vote_opens_when_discussion_is_over() -> None:
    world = land(recall(ONE + 'discussion = "P3D"'))
    start(world)
    sign(world, "a-3")
    world.wait(4 * DAY)
    assert "recall:p" in world.state.motions.votes


def carry(world: World) -> None:
    vote(world, "recall:p", ("a-2", "a-3", "b-2"), ("c-2",))
    world.ok("a-2", VoteClose(motion="recall:p"))


def test_who_was_recalled_is_barred_for_a_time() -> None:
    world = land(recall(ONE + 'bars = "P2Y"\nthen = [{ by = "by-election" }]'))
    start(world)
    sign(world, "a-3")
    carry(world)
    (election,) = (e for e in world.state.elections.running())
    assert world.post(GOVERNOR).holder is None  # not b-1: the rule says who follows, not the line
    ground = world.no("a-1", CandidateNominate(election=election.id, candidates=("a-1",)))
    assert ground.requirement == "recall.barred"
    world.wait(740 * DAY)
    world.ok("a-1", CandidateNominate(election=election.id, candidates=("a-1",)))


def test_while_it_is_pending_the_power_passes_to_the_deputy() -> None:
    world = land(recall(ONE + 'pending = { acting = "deputy" }'))
    start(world)
    assert world.post(GOVERNOR).capacity == "full"
    sign(world, "a-3")
    assert (world.post(GOVERNOR).capacity, world.post(GOVERNOR).acting) == ("suspended", "deputy")
    vote(world, "recall:p", ("a-2",), ("a-3", "c-2"))
    world.ok("a-2", VoteClose(motion="recall:p"))
    assert (world.post(GOVERNOR).capacity, world.post(GOVERNOR).acting) == ("full", None)


def test_a_recall_may_suspend_and_be_lifted() -> None:
    world = land(recall(ONE + 'effect = "suspend"'))
    start(world)
    sign(world, "a-3")
    carry(world)
    assert (world.post(GOVERNOR).holder, world.post(GOVERNOR).capacity) == ("a-1", "suspended")
    world.ok("a-2", MotionTable(motion="back", body="land", decision="vote", about=Restoration(GOVERNOR)))
    world.ok("a-2", VoteOpen(motion="back"))
    vote(world, "back", ("a-2", "a-3"), ())
    world.ok("a-2", VoteClose(motion="back"))
    assert world.post(GOVERNOR).capacity == "full"


def test_somebody_acts_until_a_successor_sits() -> None:
    world = land(recall(ONE + 'interim = { acting = "deputy" }\nthen = ["vacant"]'))
    start(world)
    sign(world, "a-3")
    carry(world)
    assert (world.post(GOVERNOR).holder, world.post(GOVERNOR).acting) == (None, "deputy")


SAME = recall(ONE + 'then = [{ by = "next-by-votes", at = "vote" }]')


def same_ballot(world: World) -> ElectionId:
    start(world)
    sign(world, "a-3")
    (election,) = world.state.elections.running()
    assert election.cause == "recall"
    assert (
        world.no("a-1", CandidateNominate(election=election.id, candidates=("a-1",))).requirement
        == "candidate.target"
    )
    for person in (PersonId("b-2"), PersonId("c-2")):
        world.ok(person, CandidateNominate(election=election.id, candidates=(person,)))
    world.ok(election.tellers[0], ElectionOpen(election=election.id))
    return election.id


def count(world: World, election: ElectionId) -> None:
    tellers = world.state.elections.all[election].tellers
    text = '2 1\n3 1 0\n4 2 0\n0\n"b-2"\n"c-2"\n'
    world.ok("+".join(tellers), CountEnter(election=election, ballots="b"), {"b": text.encode()})


def test_a_successor_is_elected_on_the_same_ballot_with_fewer_votes_than_the_no() -> None:
    world = land(SAME)
    end = world.state.agenda.items[TermEnd(GOVERNOR)]
    election = same_ballot(world)
    count(world, election)
    assert world.post(GOVERNOR).holder == "a-1"
    vote(world, "recall:p", ("a-2", "a-3", "a-4", "b-1", "b-2", "b-3"), ("b-4", "c-1", "c-2", "c-3", "c-4"))
    world.ok("a-2", VoteClose(motion="recall:p"))
    assert world.post(GOVERNOR).holder == "c-2"
    assert world.state.agenda.items[TermEnd(GOVERNOR)] == end  # for the rest of the term
    assert inconsistencies(world.state) == ()


def test_the_successor_sits_when_the_count_comes_after_the_recall() -> None:
    world = land(SAME)
    election = same_ballot(world)
    carry(world)
    assert world.post(GOVERNOR).holder is None
    count(world, election)
    assert world.post(GOVERNOR).holder == "c-2"


def test_votes_for_a_successor_are_ignored_if_the_recall_fails() -> None:
    world = land(SAME)
    election = same_ballot(world)
    count(world, election)
    vote(world, "recall:p", ("a-2",), ("a-3", "c-2"))
    world.ok("a-2", VoteClose(motion="recall:p"))
    assert world.post(GOVERNOR).holder == "a-1"
    assert world.state.elections.all[election].stage == "void"


JURY = """
[body.jury]
type = "committee"
ad_hoc = true

[body.jury.seats.members]
article = "7"
from = "land"
fill = "lot"
number = 3
eligible = "not target and not signer"
succession = ["vacant"]

[decision.jury]
in = "jury"
carried = "yes >= 3/4 * cast"
"""


def test_a_jury_is_drawn_without_the_target_and_the_petitioners() -> None:
    rule = recall(ONE, "jury").replace('by = "land"', 'by = "jury"')
    world = land(rule + JURY)
    start(world)
    assert world.state.bodies.get("jury/p") is None
    sign(world, "a-3")
    announce = DrawAnnounce(draw="d", line="jury.members", body="jury/p", sources=("lottery",), petition="p")
    world.ok("registrar", announce)
    assert world.state.elections.draws["d"].pool == (
        "a-4", "b-1", "b-2", "b-3", "b-4", "c-1", "c-2", "c-3", "c-4",
    )  # fmt: skip
    world.ok("registrar", DrawHold(draw="d", values=("7 12 30",)))
    jury = [person for person in world.holders("jury/p") if person]
    assert len(jury) == 3
    world.ok("a-2", VoteOpen(motion="recall:p"))
    assert world.no("a-2", VoteCast(motion="recall:p", choice="yes")).requirement == "motion.entitled"
    vote(world, "recall:p", tuple(jury), ())
    world.ok("a-2", VoteClose(motion="recall:p"))
    assert world.post(GOVERNOR).holder != "a-1"
    body = world.state.bodies.get("jury/p")
    assert body is not None
    assert not body.stands
    assert inconsistencies(world.state) == ()


def test_a_court_acts_through_the_registrar_who_names_its_document() -> None:
    world = land('[recall.r]\narticle = "6"\nof = "governor"\nby = "court"\n')
    assert (
        world.no("c-1", OfficerRelieve(post=GOVERNOR, rule="r", source="x")).requirement == "recall.outside"
    )
    assert world.no("registrar", OfficerRelieve(post=GOVERNOR, rule="r")).requirement == "recall.document"
    world.ok("registrar", OfficerRelieve(post=GOVERNOR, rule="r", source="judgment 7 of 2026"))
    assert world.post(GOVERNOR).holder == "b-1"


def test_relief_by_an_officer_with_the_consent_of_a_body() -> None:
    needs = 'needs = [{ from = "land", as = "consent", decision = "vote" }]\n'
    world = land(f'[recall.r]\narticle = "6"\nof = "governor"\nby = "deputy"\n{needs}')
    assert world.no("c-1", OfficerRelieve(post=GOVERNOR, rule="r")).requirement == "motion.needed"
    about = ReliefConsent(GOVERNOR)
    world.ok("a-2", MotionTable(motion="c", body="land", decision="vote", about=about))
    world.ok("a-2", VoteOpen(motion="c"))
    vote(world, "c", ("a-2", "a-3"), ())
    world.ok("a-2", VoteClose(motion="c"))
    world.ok("c-1", OfficerRelieve(post=GOVERNOR, rule="r", motion="c"))
    assert world.post(GOVERNOR).holder == "b-1"


def test_confidence_is_withdrawn_from_the_base_of_a_pool() -> None:
    world = land('[recall.r]\nof = "governor"\nby = "sender"\nconfidence = "withdrawn >= 3"\n')
    for person in ("a-2", "b-2", "c-2"):
        world.ok(person, ConfidenceWithdraw(post=GOVERNOR))
    assert world.post(GOVERNOR).holder == "b-1"
