"""Votes weighed by named tallies, of parts of the roll, of groups; who may vote, and as of when."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mandat.bylaws.model.ids import DecisionId
from mandat.federation.assembly.convening.acts import MeetingCall
from mandat.federation.assembly.meetings.acts import MeetingAttend, MeetingOpen
from mandat.federation.assembly.motions.acts import MotionTable, VoteCast, VoteClose, VoteCount, VoteOpen
from mandat.federation.assembly.motions.effects import VoteClosed
from mandat.federation.assembly.motions.weighing import needed_tallies
from mandat.federation.base.acts import Act, Submission
from mandat.federation.base.draft import Draft
from mandat.federation.base.lookup import keys_of, rows_of
from mandat.federation.base.rulings import Ruling
from mandat.federation.base.types import BodyId, MotionId, PersonId
from mandat.federation.people.facts.acts import FactTell
from mandat.federation.people.members.acts import MemberEnrol, MemberLeave
from tests.federation.world import DAY, World

CONGRESS = """
mandat = 1
id = "cards"
fact.paid = { of = "section", type = "people" }
fact.sex = { of = "person", type = "label", values = ["woman", "man"] }
fact.expelled = { of = "section", type = "flag" }

[body.section]
type = "assembly"
many = true

[body.congress]
type = "congress"

[body.congress.seats.delegates]
article = "5.1"
from = "section"
number = 2
elect = { method = "block" }
weights = { card = "paid / sent_present", size = "paid" }

[body.congress.seats.guests]
article = "5.2"
from = "section"
number = 1
elect = { method = "fptp" }
voice = true

[decision.heads]
in = "congress"
show = ["card", "size"]
carried = "yes > no"

[decision.card]
article = "7.3"
in = "congress"
tally = "card"
show = ["heads", "card"]
quorum = "present by heads >= 1/2 * filled by heads"
carried = "yes > 1/2 * cast"

[decision.both]
article = "20"
in = "congress"
carried = "yes by heads >= 2/3 * cast by heads and yes by size > 1/2 * cast by size"

[decision.secret-card]
like = "card"
article = "7.4"
ballot = "secret"

[decision.women-too]
article = "21"
in = "congress"
carried = "yes > no and yes with sex:woman > no with sex:woman"

[decision.sections]
article = "22"
in = "congress"
carried = "yes > no and number(section where yes > no) >= 2"

[decision.delegates]
article = "23"
in = "congress"
carried = "yes of congress.delegates > 1/2 * entitled of congress.delegates"

[decision.block]
article = "24"
in = "congress"
carried = "entitled - yes < fewest(size, 35% * entitled by size) + 1"

[decision.without-the-expelled]
article = "25"
in = "congress"
barred = "expelled of sender"
carried = "yes >= 1/2 * entitled"

[decision.referendum]
article = "26"
voters = "all section"
carried = "yes > no"

[decision.as-tabled]
article = "27"
voters = "section"
roll_at = "motion.admitted"
carried = "yes > no"

[decision.as-called]
article = "29"
in = "section"
roll_at = "meeting.called"
carried = "yes > no"

[decision.as-met]
article = "28"
in = "section"
roll_at = "meeting.opened"
carried = "yes > no"
"""
PAID = {"a": 100, "b": 60, "c": 30}


class Congress(World):
    """Three sections that paid for 100, 60 and 30; two delegates and a guest of each."""

    def __init__(self) -> None:
        super().__init__(CONGRESS)
        for name, paid in PAID.items():
            section = BodyId(f"section/{name}")
            self.bodies(section)
            self.people(section, 5)
            self.ok("registrar", FactTell(fact="paid", of=section, value=paid))
            self.elect(
                f"d-{name}", "congress.delegates", section, (f"{name}-1", f"{name}-2"), "2 1 2 0\n1 2 1 0"
            )
            self.elect(f"g-{name}", "congress.guests", section, (f"{name}-3",), "1 1 0")

    def meet(self, *people: PersonId) -> None:
        """Open a meeting of the congress and register people."""
        self.ok("a-1", MeetingOpen(meeting="m", body="congress"))
        self.ok("a-1", MeetingAttend(meeting="m", people=people))

    def vote(
        self,
        decision: MotionId,
        choices: Mapping[PersonId, str] | Mapping[str, str],
        body: BodyId = BodyId("congress"),
        mover: str = "a-1",
    ) -> Ruling:
        """Table a motion, vote openly and close."""
        self.ok(mover, MotionTable(motion=decision, body=body, decision=DecisionId(decision)))
        self.ok(mover, VoteOpen(motion=decision))
        for person, choice in choices.items():
            self.ok(person, VoteCast(motion=decision, choice=choice))  # type: ignore[arg-type]
        return self.ok(mover, VoteClose(motion=decision))


def closed(ruling: Ruling) -> VoteClosed:
    """Return how a vote ended."""
    return next(effect for effect in ruling.effects if isinstance(effect, VoteClosed))


ALL = (PersonId("a-1"), PersonId("a-2"), PersonId("b-1"), PersonId("b-2"), PersonId("c-1"), PersonId("c-2"))


def test_the_same_vote_has_two_tallies_with_opposite_results() -> None:
    there = Congress()
    there.meet(*ALL)
    said = closed(there.vote("heads", {"a-1": "no", "a-2": "no", "b-1": "yes", "c-1": "yes", "c-2": "yes"}))
    assert (said.result, said.yes, said.no) == ("carried", 3, 2)
    assert said.tallies == {"card": (60, 100, 0, 0), "size": (120, 200, 0, 0)}


def test_a_decision_by_card_counts_cards_and_its_quorum_heads() -> None:
    there = Congress()
    there.meet("a-1", "a-2", "b-1", "c-1", "c-2")
    said = closed(there.vote("card", {"a-1": "yes", "a-2": "yes", "b-1": "no", "c-1": "no", "c-2": "no"}))
    # Of the votes of b one delegate only is there: 60 to one; 100 : 90.
    assert (said.result, said.yes, said.no) == ("carried", 2, 3)
    assert said.tallies == {"card": (100, 90, 0, 0)}


def test_weights_split_among_those_present_may_be_fractions() -> None:
    there = Congress()
    there.ok("registrar", FactTell(fact="paid", of="section/c", value=31))
    there.meet("a-1", "b-1", "c-1", "c-2")
    there.ok("a-1", MotionTable(motion="m", body="congress", decision="card"))
    there.ok("a-1", VoteOpen(motion="m"))
    weights = there.state.motions.votes["m"].voters.weights["card"]
    assert dict(rows_of(weights)) == {"a-1": 100, "b-1": 60, "c-1": Fraction(31, 2), "c-2": Fraction(31, 2)}


def test_both_tallies_must_agree() -> None:
    there = Congress()
    there.meet(*ALL)
    few_but_heavy = {"a-1": "yes", "a-2": "yes", "b-1": "no", "c-1": "no"}
    assert closed(there.vote("both", few_but_heavy)).result == "defeated"
    there = Congress()
    there.meet(*ALL)
    assert (
        closed(there.vote("both", {"a-1": "yes", "a-2": "yes", "b-1": "yes", "c-1": "no"})).result
        == "carried"
    )


def test_tellers_enter_every_tally_that_the_decision_speaks_of() -> None:
    there = Congress()
    there.meet(*ALL)
    there.ok("a-1", MotionTable(motion="m", body="congress", decision="card", tellers=("b-1", "c-1")))
    there.ok("a-1", VoteOpen(motion="m"))
    refused = there.no("b-1+c-1", VoteCount(motion="m", yes=2, no=4))
    assert (refused.requirement, refused.numbers["missing"]) == ("motion.tallies", "card")
    too_many = there.no("b-1+c-1", VoteCount(motion="m", yes=2, no=4, tallies={"card": (100, 91, 0, 0)}))
    assert (too_many.requirement, too_many.numbers["most"]) == ("motion.tallies-most", 190)
    there.ok("b-1+c-1", VoteCount(motion="m", yes=2, no=4, tallies={"card": (100, 90, 0, 0)}))
    assert closed(there.ok("a-1", VoteClose(motion="m"))).result == "carried"


def test_a_secret_ballot_cannot_be_weighed() -> None:
    there = Congress()
    there.meet(*ALL)
    there.ok("a-1", MotionTable(motion="m", body="congress", decision="secret-card"))
    there.ok("a-1", VoteOpen(motion="m"))
    refused = there.no("b-1", VoteCast(motion="m"))
    assert (refused.requirement, refused.article) == ("motion.weighed-secretly", "7.4")


def test_guests_have_a_voice_and_no_vote() -> None:
    there = Congress()
    there.meet(*ALL, PersonId("a-3"))
    there.ok("a-3", MotionTable(motion="m", body="congress", decision="heads"))
    there.ok("a-1", VoteOpen(motion="m"))
    assert len(there.state.motions.votes["m"].voters.roll) == 6
    refused = there.no("a-3", VoteCast(motion="m", choice="yes"))
    assert (refused.requirement, refused.article) == ("motion.entitled", "5.2")


def test_two_populations_must_agree() -> None:
    there = Congress()
    for person, sex in {"a-1": "woman", "b-1": "woman", "a-2": "man", "b-2": "man", "c-1": "man"}.items():
        there.ok("registrar", FactTell(fact="sex", of=PersonId(person), value=sex))
    men = {"a-2": "yes", "b-2": "yes", "c-1": "yes", "a-1": "no"}
    assert closed(there.vote("women-too", {**men, "b-1": "yes"})).result == "defeated"


@pytest.mark.parametrize(("others", "result"), [("no", "defeated"), ("yes", "carried")])
def test_a_majority_must_stand_in_so_many_sections(others: str, result: str) -> None:
    there = Congress()
    choices = {"a-1": "yes", "a-2": "yes", "b-1": others, "b-2": others, "c-1": "yes", "c-2": "no"}
    assert closed(there.vote("sections", choices)).result == result


def test_a_share_of_those_of_one_line() -> None:
    there = Congress()
    assert closed(there.vote("delegates", dict.fromkeys(ALL[:4], "yes"))).result == "carried"


def test_a_minority_that_blocks_is_counted_in_voters() -> None:
    # Each delegate carries what the section paid, 380 in all; 35 % is 133, two of section a exceed it, and one more blocks.
    there = Congress()
    assert closed(there.vote("block", dict.fromkeys(ALL[2:], "yes"))).result == "carried"
    there = Congress()
    assert closed(there.vote("block", dict.fromkeys(ALL[3:], "yes"))).result == "defeated"


def test_whom_the_matter_bars_does_not_count_among_those_entitled() -> None:
    there = Congress()
    there.ok("registrar", FactTell(fact="expelled", of="section/b", value=1))
    said = there.vote("without-the-expelled", {"a-1": "yes", "c-1": "yes"})
    assert closed(said).result == "carried"
    assert keys_of(there.state.motions.votes["without-the-expelled"].voters.roll) == [
        "a-1",
        "a-2",
        "c-1",
        "c-2",
    ]


def test_a_referendum_is_of_all_members() -> None:
    there = Congress()
    there.ok("a-1", MotionTable(motion="m", body="congress", decision="referendum"))
    there.ok("a-1", VoteOpen(motion="m"))
    assert len(there.state.motions.votes["m"].voters.roll) == 15


def test_the_roll_is_frozen_when_the_bylaws_say() -> None:
    there = Congress()
    there.ok("a-4", MotionTable(motion="m", body="section/a", decision="as-tabled"))
    _join_and_leave(there)
    there.ok("a-4", VoteOpen(motion="m"))
    assert keys_of(there.state.motions.votes["m"].voters.roll) == [f"a-{n}" for n in range(1, 6)]
    assert there.no("late", VoteCast(motion="m", choice="yes")).requirement == "motion.entitled"


def test_the_roll_is_that_of_the_opening_of_the_meeting() -> None:
    there = Congress()
    there.ok("a-4", MeetingOpen(meeting="m", body="section/a"))
    _join_and_leave(there)
    there.ok("a-4", MotionTable(motion="m", body="section/a", decision="as-met"))
    there.ok("a-4", VoteOpen(motion="m"))
    assert keys_of(there.state.motions.votes["m"].voters.roll) == [f"a-{n}" for n in range(1, 6)]


def test_the_roll_is_that_of_the_call_to_the_meeting() -> None:
    there = Congress()
    there.ok("a-4", MeetingCall(meeting="m", body="section/a", opens="2026-02-01T10:00:00Z"))
    _join_and_leave(there)
    there.wait(40 * DAY)
    there.ok("a-4", MeetingOpen(meeting="m", body="section/a"))
    there.ok("a-4", MotionTable(motion="m", body="section/a", decision="as-called"))
    there.ok("a-4", VoteOpen(motion="m"))
    assert keys_of(there.state.motions.votes["m"].voters.roll) == [f"a-{n}" for n in range(1, 6)]


def _join_and_leave(there: World) -> None:
    acts: list[Act] = [
        MemberEnrol(person="late", body="section/a"),
        MemberLeave(person="a-5", body="section/a"),
    ]
    for act in acts:
        there.ok("registrar", act)


BASE = Congress()
BASE.meet(*ALL)
for _person, _sex in zip(ALL, ("woman", "man", "woman", "man", "man", "man"), strict=True):
    BASE.ok("registrar", FactTell(fact="sex", of=_person, value=_sex))
CHOICES = st.dictionaries(st.sampled_from(ALL), st.sampled_from(("yes", "no", "abstain")))


def _needed(world: World, decision: str) -> tuple[str, ...]:
    submission = Submission(act=VoteClose(motion="m"), signers=("a-1",), index=0)
    draft = Draft(world.state, submission, world.at, {}, {})
    return needed_tallies(draft, draft.book.decision(decision))


def _sum(
    choices: Mapping[PersonId, str], weights: Mapping[PersonId, int | Fraction]
) -> tuple[int, int, int, int]:
    found = [
        sum(Fraction(weights.get(p, 0)) for p, c in choices.items() if c == each)
        for each in ("yes", "no", "abstain")
    ]
    return int(found[0]), int(found[1]), int(found[2]), 0


@pytest.mark.parametrize("decision", ["card", "both", "women-too", "sections", "delegates"])
@given(choices=CHOICES)
@settings(max_examples=40)
@pytest.mark.usefixtures("ruled_alike_elsewhere")
def test_tellers_and_acts_come_to_the_same_result(decision: MotionId, choices: dict[PersonId, str]) -> None:
    by_acts = copy(BASE)
    said = closed(by_acts.vote(decision, choices))
    hands = copy(BASE)
    hands.ok(
        "a-1", MotionTable(motion="m", body="congress", decision=DecisionId(decision), tellers=("b-1", "c-1"))
    )
    hands.ok("a-1", VoteOpen(motion="m"))
    heads = dict.fromkeys(ALL, 1)
    sections: dict[str, dict[PersonId, int]] = {
        f"of section/{s}": {p: 1 for p in ALL if p.startswith(s)} for s in PAID
    }
    tallies: dict[str, dict[PersonId, int]] = {
        "card": {p: {"a": 50, "b": 30, "c": 15}[p[0]] for p in ALL},
        "size": {p: PAID[p[0]] for p in ALL},
        "with sex:woman": {p: 1 for p in ALL if p in ("a-1", "b-1")},
        "of congress.delegates": heads,
        **sections,
    }
    needed = _needed(hands, decision)
    assert set(needed) <= set(tallies)
    yes, no, abstain, _ = _sum(choices, heads)
    given_ = {name: _sum(choices, tallies[name]) for name in needed}
    hands.ok("b-1+c-1", VoteCount(motion="m", yes=yes, no=no, abstain=abstain, tallies=given_))
    counted = closed(hands.ok("a-1", VoteClose(motion="m")))
    assert (counted.result, counted.tallies) == (said.result, said.tallies)
    for name, tally in said.tallies.items():
        assert sum(tally) <= sum(tallies[name].values())
