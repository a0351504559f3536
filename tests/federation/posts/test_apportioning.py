"""A fixed number of seats shared out over the senders: by a method, over a base, by a formula with a divisor."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mandat import counting
from mandat.bylaws.reading.loader import load
from mandat.federation.asking import AskError, ask
from mandat.federation.base.lookup import rows_of
from mandat.federation.base.types import PersonId
from mandat.federation.consistency import inconsistencies
from mandat.federation.seats.elections.acts import ElectionCall
from mandat.federation.seats.posts.acts import SeatsApportion
from tests.federation.world import World

FEDERATION = """
mandat = 1
id = "union"

[fact.population]
of = "state"
type = "people"

[body.state]
type = "assembly"
many = true

[body.house]
type = "council"

[body.house.seats.members]
article = "14"
from = "state"
total = {total}
divide = {divide}
{bounds}
"""


def answer(total: int, divide: str, bounds: str, states: dict[str, dict[str, int]]) -> dict[str, int]:
    found = ask(
        load(FEDERATION.format(total=total, divide=divide, bounds=bounds)),
        "seats",
        "house.members",
        {"state": states},
    )
    assert {ground.article for ground in found.grounds} == {"14"}
    if found.outcome == "open":
        return {}
    return {
        name: int(number) for name, _, number in (each.partition(" ") for each in found.outcome.split(", "))
    }


def people(*numbers: int) -> dict[str, dict[str, int]]:
    return {chr(97 + place): {"population": number} for place, number in enumerate(numbers)}


def test_a_degressive_formula_with_floor_and_cap() -> None:
    seats = answer(
        60,
        '"ceil(2 + population / divisor)"',
        "at_least = 3\nat_most = 20",
        people(80_000, 60_000, 10_000, 1_000, 400),
    )
    assert sum(seats.values()) == 60
    assert (seats["a"], seats["e"]) == (20, 3)
    share = [n / s for n, s in zip((80_000, 60_000, 10_000, 1_000, 400), seats.values(), strict=True)]
    assert share == sorted(share, reverse=True)  # who has more people has more of them for each seat


def test_the_parliament_of_the_union_for_751_seats() -> None:
    # Grimmett and others, "The Cambridge Compromise" (2011), table of section 8: populations of 1 January 2010.
    numbers = [
        81802257, 64714074, 62008048, 60340328, 45989016, 38167329, 21462186, 16574989, 11305118, 10839905, 10637713,
        10506813, 10014324, 9340682, 8375290, 7563710, 5534738, 5424925, 5351427, 4467854, 3329039, 2248374, 2046976,
        1340127, 803147, 502066, 412970,
    ]  # fmt: skip
    states = {f"state-{place:02d}": {"population": number} for place, number in enumerate(numbers, 1)}
    seats = answer(751, '"ceil(5 + population / divisor)"', "at_least = 6\nat_most = 96", states)
    assert list(seats.values()) == [
        96, 85, 81, 79, 62, 52, 32, 26, 19, 19, 18, 18, 18, 17, 16, 15, 12, 12, 12, 11, 10, 8, 8, 7, 6, 6, 6,
    ]  # fmt: skip


@given(st.lists(st.integers(1, 10**6), min_size=2, max_size=8, unique=True), st.integers(20, 120))
def test_the_formula_of_adams_is_the_method_of_adams(numbers: list[int], total: int) -> None:
    states = people(*numbers)
    expected = counting.apportion("adams", {name: row["population"] for name, row in states.items()}, total)
    found = answer(total, '"ceil(population / divisor)"', "", states)
    assert found == ({} if expected.question is not None else dict(expected.seats))


def test_two_who_are_level_leave_it_open() -> None:
    assert answer(3, '"ceil(population / divisor)"', "", people(100, 100)) == {}


def test_a_method_over_a_base() -> None:
    divide = '{ divide = "sainte-lague", base = "population" }'
    assert answer(15, divide, "", people(5200, 1700, 3100)) == {"a": 8, "b": 2, "c": 5}
    assert answer(15, divide, "at_least = 3", people(5200, 1700, 3100)) == {"a": 8, "b": 3, "c": 4}


def test_without_the_counts_of_all_senders_it_cannot_be_asked() -> None:
    bylaws = load(FEDERATION.format(total=3, divide='"d-hondt"', bounds=""))
    with pytest.raises(AskError, match="give the counts of all senders, with --group state=FILE"):
        ask(bylaws, "seats", "house.members", {})


def union() -> World:
    world = World(FEDERATION.format(total=10, divide='"d-hondt"', bounds=""))
    for name, size in (("a", 6), ("b", 3), ("c", 1)):
        world.bodies(f"state/{name}")
        world.people(f"state/{name}", size)
    return world


def test_seats_are_shared_out_by_an_act_over_those_entitled_now() -> None:
    world = union()
    world.ok("registrar", SeatsApportion(line="house.members"))
    assert dict(rows_of(world.state.posts.shares["house.members", "house"])) == {
        "state/a": 6,
        "state/b": 3,
        "state/c": 1,
    }
    assert len(world.holders("house")) == 10
    world.enrol(
        "state/c", *(PersonId(f"more-{number}") for number in range(9))
    )  # nothing moves until they are shared out anew
    assert len(world.holders("house")) == 10
    world.ok("registrar", SeatsApportion(line="house.members"))
    assert world.state.posts.shares["house.members", "house"]["state/c"] == 6
    assert inconsistencies(world.state) == ()


def test_or_when_the_first_election_is_called() -> None:
    world = union()
    world.ok(
        "registrar",
        ElectionCall(election="b", line="house.members", sender="state/b", tellers=("a-1", "a-2")),
    )
    assert world.state.elections.all["b"].places == 3
    ground = world.no("registrar", SeatsApportion(line="house.delegates"))
    assert ground.requirement == "line.known"
