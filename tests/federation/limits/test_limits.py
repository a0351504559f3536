"""Who may sit together: at most so many per label, at least a share for a group, posts not held together."""

from __future__ import annotations

import pytest

from mandat.bylaws.model.ids import FactId
from mandat.federation.base.lookup import keys_of, values_of
from mandat.federation.base.types import PersonId
from mandat.federation.law.acts import RulesInterpret
from mandat.federation.people.facts.acts import FactTell
from mandat.federation.people.members.acts import MemberDeath
from mandat.federation.seats.limits.effects import LimitBroken, LimitKept
from mandat.federation.seats.posts.acts import PostAppoint, PostResign
from tests.federation.world import World

CLUB = """
mandat = 1
id = "club"

[fact.firm]
of = "person"
type = "label"
told_by = "person"

[fact.sex]
of = "person"
type = "label"
values = ["woman", "man"]
told_by = "person"

[body.club]
type = "assembly"

[body.board]
type = "committee"

[body.board.seats.members]
article = "1"
from = "club"
number = 5
elect = { method = "approval" }
succession = ["next-by-votes"]

[body.auditor]
type = "office"

[body.auditor.seats.auditor]
article = "2"
fill = "appointed"
by = "registry"

[body.registry]
type = "office"

[body.registry.seats.registry]
article = "2"
from = "club"
"""
FIRM = """
[limit.firm]
article = "3"
in = "board"
per = "firm"
at_most = 2
checked = "{checked}"
repair = "{repair}"
"""
SIX = (PersonId("ann"), PersonId("bob"), PersonId("cat"), PersonId("dan"), PersonId("eve"), PersonId("fay"))
BALLOTS = "\n".join([*["6 1 0", "5 2 0", "4 3 0", "3 4 0", "2 5 0", "1 6 0"]])


def club(*limits: str) -> World:
    world = World(CLUB + "".join(limits))
    world.enrol("club", *SIX, *(PersonId(f"v-{n}") for n in range(1, 30)))
    return world


def test_no_label_is_that_of_whom_none_was_told() -> None:
    world = club()
    told = FactTell(fact="firm", of="ann", value=":bob")
    assert world.no("ann", told).requirement == "fact.label"


def tell(world: World, fact: FactId, value: str, *people: PersonId) -> None:
    for person in people:
        world.ok(person, FactTell(fact=fact, of=person, value=value))


def test_the_lowest_of_three_with_one_employer_drops_out_and_the_sixth_moves_up() -> None:
    world = club(FIRM.format(checked="election", repair="next"))
    tell(world, "firm", "X", "ann", "bob", "cat")
    ruling = world.elect("e", "board.members", None, SIX, BALLOTS)
    assert world.holders("board") == ["ann", "bob", "dan", "eve", "fay"]
    ground = next(each for each in ruling.grounds if each.requirement == "limit.passed-over")
    assert (ground.article, ground.numbers["person"]) == ("3", "cat")


def test_of_whom_no_label_was_told_they_are_a_group_of_their_own() -> None:
    world = club(FIRM.format(checked="election", repair="next"))
    world.elect("e", "board.members", None, SIX, BALLOTS)
    assert world.holders("board") == list(SIX[:5])


def test_where_the_limit_refuses_the_place_stays_free() -> None:
    world = club(FIRM.format(checked="election", repair="refuse"))
    tell(world, "firm", "X", "ann", "bob", "cat")
    world.elect("e", "board.members", None, SIX, BALLOTS)
    assert world.holders("board") == ["ann", "bob", "dan", "eve", None]


def test_succession_passes_over_whom_the_limit_keeps_out() -> None:
    world = club(FIRM.format(checked="succession", repair="next"))
    tell(world, "firm", "X", "ann", "bob", "fay")
    world.elect("e", "board.members", None, (*SIX, "v-1"), "7 1 0\n6 2 0\n5 3 0\n4 4 0\n3 5 0\n2 6 0\n1 7 0")
    world.ok("eve", PostResign(post="board:members:club:5"))
    assert world.holders("board") == ["ann", "bob", "cat", "dan", "v-1"]


def test_a_limit_broken_in_office_asks_who_must_leave() -> None:
    world = club(FIRM.format(checked="always", repair="resign"))
    world.elect("e", "board.members", None, SIX, BALLOTS)
    tell(world, "firm", "X", "ann", "bob", "cat")
    broken = next(e for e in world.rulings[-1].effects if isinstance(e, LimitBroken))
    assert (broken.group, broken.people) == ("X", ("ann", "bob", "cat"))
    (question,) = values_of(world.state.law.questions)
    assert question.readings == ("ann", "bob", "cat")
    world.ok("bob", PostResign(post="board:members:club:2"))
    assert not world.state.law.questions
    assert not world.state.limits.broken
    assert any(isinstance(e, LimitKept) for e in world.rulings[-1].effects)
    assert world.holders("board") == ["ann", "fay", "cat", "dan", "eve"]


def test_whoever_interprets_the_bylaws_may_name_who_leaves() -> None:
    power = '[power."rules.interpret"]\nholder = "registry"\n'
    world = club(FIRM.format(checked="always", repair="resign"), power)
    world.elect("e", "board.members", None, SIX, BALLOTS)
    world.elect("r", "registry.registry", None, ("v-3",), "1 1 0")
    tell(world, "firm", "X", "ann", "bob", "cat")
    (question,) = keys_of(world.state.law.questions)
    world.ok("v-3", RulesInterpret(question=question, reading="cat"))
    assert world.holders("board") == ["ann", "bob", "fay", "dan", "eve"]
    assert not world.state.law.questions


SHARE = """
[limit.women]
article = "15"
in = "board"
per = "sex"
at_least = { divide = "d-hondt", base = "members of club" }
checked = "election"
repair = "next-of-group"
"""


def test_a_group_has_at_least_its_share_of_the_seats() -> None:
    # 14 women and 21 men: d'Hondt gives 2 of 5 seats to women. Only ann is among the first five.
    world = club(SHARE)
    tell(world, "sex", "woman", PersonId("ann"), PersonId("fay"), *(PersonId(f"v-{n}") for n in range(1, 13)))
    tell(
        world,
        "sex",
        "man",
        PersonId("bob"),
        PersonId("cat"),
        PersonId("dan"),
        PersonId("eve"),
        *(PersonId(f"v-{n}") for n in range(13, 30)),
    )
    ruling = world.elect("e", "board.members", None, SIX, BALLOTS)
    assert world.holders("board") == ["ann", "bob", "cat", "dan", "fay"]
    ground = next(each for each in ruling.grounds if each.requirement == "limit.group-first")
    assert (ground.numbers["person"], ground.numbers["other"]) == ("fay", "eve")


APART = """
[limit.audit]
article = "4"
in = "auditor"
with = "board"
repair = "{repair}"
"""


def test_who_sits_on_the_board_cannot_audit_it() -> None:
    world = club(APART.format(repair="refuse"))
    world.elect("e", "board.members", None, SIX, BALLOTS)
    world.elect("r", "registry.registry", None, ("v-3",), "1 1 0")
    ground = world.no("v-3", PostAppoint(post="auditor:auditor:-:1", person="ann"))
    assert (ground.requirement, ground.article) == ("limit.fits", "4")
    world.ok("v-3", PostAppoint(post="auditor:auditor:-:1", person="v-4"))


def test_or_leaves_the_board_by_taking_the_audit() -> None:
    world = club(APART.format(repair="resign"))
    world.elect("e", "board.members", None, SIX, BALLOTS)
    world.elect("r", "registry.registry", None, ("v-3",), "1 1 0")
    world.ok("v-3", PostAppoint(post="auditor:auditor:-:1", person="ann"))
    assert world.holders("auditor") == ["ann"]
    assert world.holders("board") == ["fay", "bob", "cat", "dan", "eve"]


ONE = """
[limit.one-office]
article = "5"
in = ["auditor", "registry", "board"]
per = "person"
at_most = 1
repair = "refuse"
"""


def test_one_person_holds_one_of_these_posts() -> None:
    world = club(ONE)
    world.elect("r", "registry.registry", None, ("v-3",), "1 1 0")
    ground = world.no("v-3", PostAppoint(post="auditor:auditor:-:1", person="v-3"))
    assert ground.requirement == "limit.fits"
    with pytest.raises(AssertionError, match=r"limit\.fits"):
        world.elect("e", "board.members", None, ("v-3",), "1 1 0")


def test_death_of_a_member_mends_a_broken_limit() -> None:
    world = club(FIRM.format(checked="always", repair="resign"))
    world.elect("e", "board.members", None, SIX[:5], BALLOTS.rpartition("\n")[0])
    tell(world, "firm", "X", "ann", "bob", "cat")
    world.ok("registrar", MemberDeath(person="ann"))
    assert not world.state.limits.broken
