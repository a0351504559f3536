"""Motions with several options: support, ranked ballots against a default, casting votes between them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mandat.bylaws.model.ids import DecisionId
from mandat.bylaws.reading.loader import load
from mandat.federation.assembly.motions.acts import (
    MotionSupport,
    MotionTable,
    OptionAdd,
    OptionAmend,
    OptionWithdraw,
    TieBreak,
    VoteCast,
    VoteClose,
    VoteCount,
    VoteOpen,
)
from mandat.federation.assembly.motions.effects import OptionsVoteClosed
from mandat.federation.assembly.motions.ranking import parse_paper, ranked
from mandat.federation.base.counts.rankings import Ranking, against
from mandat.federation.base.evaluation import Supply
from mandat.federation.base.rulings import Ruling
from mandat.federation.base.types import BlobName, OptionId
from mandat.federation.seats.posts.acts import PostAppoint
from tests.federation.world import World

CLUB = """
mandat = 1
id = "club"
body.club.type = "assembly"
body.board.type = "committee"
body.board.seats.members = { fill = "appointed", by = "head", number = 1 }
body.head.type = "office"
body.head.seats.head = { article = "3", from = "club", number = 1, elect = { method = "fptp" } }

[motion.resolution]
article = "4"
in = "club"
start = [{ by = "club", who = "not author", enough = "signed >= 2" }, { by = "head" }]
decision = "resolution"

[decision.resolution]
article = "5"
voters = "club"
method = "schulze"
default = "none"
quorum = "yes >= 3"
carried = "yes >= 2 * no and yes > no"
tie = "head"

[decision.plain]
voters = "club"
method = "schulze"
default = "none"
carried = "yes > no"
repeat = "default"

[decision.secret]
like = "plain"
ballot = "secret"

[decision.with-the-head]
like = "plain"
carried = "yes > no and yes of head >= 1"

[decision.received]
like = "plain"
ballot = "secret"
quorum = "voted >= 4 and valid <= 3"
"""
NONE = (OptionId("none"),)
PLAIN = DecisionId("plain")


def closed(ruling: Ruling) -> OptionsVoteClosed:
    """Return the end of a vote between options."""
    return next(effect for effect in ruling.effects if isinstance(effect, OptionsVoteClosed))


class Club(World):
    """Ten members; the first is the head."""

    def __init__(self) -> None:
        super().__init__(CLUB)
        self.members = self.people("club", 10)
        self.elect("head", "head.head", None, ("club-1",), "1 1 0")

    def between(self, decision: DecisionId = PLAIN, *more: OptionId) -> None:
        """Open a vote between ``m`` and more options."""
        self.ok("club-1", MotionTable(motion="m", body="club", decision=decision))
        for option in more:
            self.ok("club-1", OptionAdd(motion="m", option=option))
        self.ok("club-1", VoteOpen(motion="m"))

    def cast(self, *rankings: Ranking) -> None:
        """Let the members vote one after the other."""
        for person, ranking in zip(self.members, rankings, strict=False):
            self.ok(person, VoteCast(motion="m", ranking=ranking))


def test_a_motion_waits_for_its_sponsors_and_the_author_is_none() -> None:
    club = Club()
    club.ok("club-2", MotionTable(motion="m", body="club", decision="resolution"))
    assert club.no("club-2", VoteOpen(motion="m")).requirement == "motion.admitted"
    assert club.no("club-2", MotionSupport(motion="m")).requirement == "motion.supporter"
    club.ok("club-3", MotionSupport(motion="m"))
    assert club.no("club-3", MotionSupport(motion="m")).requirement == "motion.supports-once"
    assert club.no("club-2", VoteOpen(motion="m")).requirement == "motion.admitted"
    club.ok("club-4", MotionSupport(motion="m"))
    club.ok("club-2", VoteOpen(motion="m"))


def test_who_needs_no_sponsors_has_none() -> None:
    club = Club()
    club.ok("club-1", MotionTable(motion="m", body="club", decision="resolution"))
    assert club.state.motions.all["m"].backing.admitted


def test_an_option_needs_the_support_that_a_motion_needs() -> None:
    club = Club()
    club.ok("club-1", MotionTable(motion="m", body="club", decision="resolution"))
    club.ok("club-2", OptionAdd(motion="m", option="x"))
    club.ok("club-2", OptionAdd(motion="m", option="y"))
    for person in ("club-3", "club-4"):
        club.ok(person, MotionSupport(motion="m", option="x"))
    assert club.no("club-5", OptionAmend(motion="m", option="x", text="t")).requirement == "motion.own"
    club.ok("club-2", OptionAmend(motion="m", option="x", text="t"))
    club.ok("club-1", VoteOpen(motion="m"))
    assert club.state.motions.votes["m"].between.paper == ("m", "x")
    assert club.no("club-2", OptionAdd(motion="m", option="z")).requirement == "motion.not-yet-voted"


def test_one_option_stays_on_the_ballot() -> None:
    club = Club()
    club.ok("club-1", MotionTable(motion="m", body="club", decision="plain"))
    assert club.no("club-1", OptionWithdraw(motion="m", option="m")).requirement == "motion.last-option"
    assert club.no("club-1", OptionAdd(motion="m", option="none")).requirement == "motion.option-id"
    for name in (OptionId("a > b"), OptionId("a=b"), OptionId(""), OptionId(" x"), OptionId("x\u2028y")):
        assert club.no("club-1", OptionAdd(motion="m", option=name)).requirement == "id.plain"
    wrong = MotionTable(motion="a > b", body="club", decision="plain")
    assert club.no("club-1", wrong).requirement == "id.plain"
    club.ok("club-1", OptionAdd(motion="m", option="x"))
    club.ok("club-1", OptionWithdraw(motion="m", option="m"))
    assert club.state.motions.all["m"].paper == ("x",)


def test_the_option_that_beats_the_others_wins() -> None:
    club = Club()
    club.between("plain", "x", "y")
    club.cast(
        ((OptionId("x"),), ("m",), NONE),
        ((OptionId("x"),), ("y",), NONE),
        ((OptionId("m"),), ("x",), NONE),
        ((OptionId("y"),), ("x",)),
    )
    said = closed(club.ok("club-1", VoteClose(motion="m")))
    assert (said.result, said.winner) == ("carried", "x")


def test_an_option_without_its_ratio_is_dropped_though_it_beats_the_others() -> None:
    club = Club()
    club.between("resolution", "x")
    # x is first for five and below the default for three; m is above the default for six, below for nobody.
    club.cast(*[(("x",), ("m",), NONE)] * 5, *[(("m",), NONE, ("x",))] * 3)
    ruling = club.ok("club-1", VoteClose(motion="m"))
    assert (closed(ruling).result, closed(ruling).winner) == ("carried", "m")
    findings = [(g.numbers["option"], g.holds) for g in ruling.grounds if g.requirement == "motion.option"]
    assert findings == [("m", True), ("x", False)]
    assert {g.article for g in ruling.grounds if g.requirement == "motion.option"} == {"5"}


def test_without_the_quorum_of_any_option_nothing_is_decided() -> None:
    club = Club()
    club.between("resolution")
    club.cast(((OptionId("m"),), NONE), ((OptionId("m"),), NONE))
    assert closed(club.ok("club-1", VoteClose(motion="m"))).result == "no-quorum"


def test_a_casting_vote_chooses_between_options_that_are_level() -> None:
    club = Club()
    club.between("resolution", "x")
    club.cast(*[(("x",), ("m",), NONE)] * 3, *[(("m",), ("x",), NONE)] * 3)
    said = closed(club.ok("club-1", VoteClose(motion="m")))
    assert (said.result, set(said.level)) == ("tied", {"m", "x"})
    assert club.no("club-2", TieBreak(motion="m", option="x")).requirement == "motion.casting-vote"
    assert club.no("club-1", TieBreak(motion="m", option="none")).requirement == "motion.tied-option"
    assert closed(club.ok("club-1", TieBreak(motion="m", option="x"))).winner == "x"


def test_where_the_default_wins_the_vote_is_held_again() -> None:
    club = Club()
    club.between("plain")
    club.cast((NONE, (OptionId("m"),)), (NONE,))
    assert closed(club.ok("club-1", VoteClose(motion="m"))).result == "again"
    assert club.no("club-1", VoteClose(motion="m")).requirement == "motion.vote-running"
    club.ok("club-1", VoteOpen(motion="m"))
    club.cast(((OptionId("m"),), NONE))
    assert closed(club.ok("club-1", VoteClose(motion="m"))).result == "carried"


def test_a_secret_vote_between_options_comes_out_of_a_box() -> None:
    club = Club()
    club.between("secret", "x")
    for person in club.members[:4]:
        club.ok(person, VoteCast(motion="m"))
    box = {BlobName("b"): b"x > m > none\nx = m\nnone > m\nwhoever\n"}
    said = closed(club.ok("club-1", VoteClose(motion="m", box="b"), box))
    # x is above the default twice and below it never; m twice and once; x : m is 1 : 1 with a tie and another below the default.
    assert (said.ranked, said.invalid) == (3, 1)


def test_who_ranks_options_does_not_abstain() -> None:
    club = Club()
    club.between("plain", "x")
    club.cast((("x",), NONE), (("m",), ("x",), NONE))
    received = club.state.motions.votes["m"].received
    assert received.ballots["club-1"] == (("x",), NONE)
    assert received.tally == (0, 0, 0, 0)
    said = closed(club.ok("club-1", VoteClose(motion="m")))
    assert (said.ranked, said.invalid) == (2, 0)


def test_ballots_that_cannot_be_read_have_been_received() -> None:
    club = Club()
    club.between("received", "x")
    for person in club.members[:4]:
        club.ok(person, VoteCast(motion="m"))
    box = {BlobName("b"): b"x > none\nx > none\nx > none\nwhoever\n"}
    assert closed(club.ok("club-1", VoteClose(motion="m", box="b"), box)).result == "carried"


@pytest.mark.parametrize(("of_head", "result"), [((("x",), NONE), "carried"), ((NONE, ("x",)), "again")])
def test_a_part_of_the_rankings_is_counted_by_itself(of_head: Ranking, result: str) -> None:
    club = Club()
    club.between("with-the-head", "x")
    club.cast(of_head, *[((OptionId("x"),), NONE)] * 2)
    assert closed(club.ok("club-1", VoteClose(motion="m"))).result == result


def test_a_ballot_that_ranks_what_is_not_there_is_refused() -> None:
    club = Club()
    club.between()
    assert club.no("club-2", VoteCast(motion="m", choice="yes")).requirement == "motion.ranking"
    assert (
        club.no("club-2", VoteCast(motion="m", ranking=((OptionId("z"),),))).requirement == "motion.ranking"
    )
    assert club.no("club-1+club-2", VoteCount(motion="m", yes=1, no=0)).requirement in (
        "motion.count-options",
        "motion.two-tellers",
    )


def test_other_posts_stay_out_of_it() -> None:
    club = Club()
    club.ok("club-1", PostAppoint(post="board:members:-:1", person="club-4"))
    assert club.holders("board") == ["club-4"]


@pytest.mark.parametrize(
    ("line", "ranking"),
    [
        ("a", (("a",),)),
        ("a>b", (("a",), ("b",))),
        (" a = b > c ", (("a", "b"), ("c",))),
        ("", ()),
        ("a > > b", None),
        ("a > a", None),
        ("d", None),
    ],
)
def test_papers_are_read(line: str, ranking: Ranking | None) -> None:
    assert parse_paper(line, ("a", "b", "c")) == ranking


RULE = load(
    'mandat = 1\nid = "x"\nbody.club.type = "assembly"\n[decision.d]\nvoters = "club"\n'
    'method = "schulze"\ndefault = "n"\ncarried = "yes > no"\n'
).decisions["d"]
PAPER = st.permutations(("a", "b", "c", "n")).flatmap(
    lambda order: st.integers(0, 4).map(lambda shown: tuple((name,) for name in order[:shown]))
)


def _supply_of(papers: list[Ranking]) -> Callable[[OptionId], Supply]:
    def supply(option: OptionId) -> Supply:
        yes, no, level, _ = against(option, OptionId("n"), papers)
        return lambda _: {"yes": yes, "no": no, "abstain": level}

    return supply


@given(st.lists(PAPER, max_size=12))
def test_no_option_wins_that_the_default_beats_and_a_condorcet_winner_does(papers: list[Ranking]) -> None:
    found = ranked(RULE, ("a", "b", "c"), papers, _supply_of(papers))
    beaten = {name for name in map(OptionId, "abc") if not _beats(name, OptionId("n"), papers)}
    assert not beaten & set(found.winners)
    assert bool(found.winners) == bool({"a", "b", "c"} - beaten)
    best = [
        name
        for name in map(OptionId, "abc")
        if all(_beats(name, other, papers) for other in map(OptionId, "abcn") if other != name)
    ]
    assert not best or found.winners == tuple(best)


def _beats(one: OptionId, other: OptionId, papers: list[Ranking]) -> bool:
    yes, no, _, _ = against(one, other, papers)
    return yes > no
