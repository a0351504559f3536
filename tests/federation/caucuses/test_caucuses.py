"""Caucuses of a council: formed by their members, left with the seat."""

from __future__ import annotations

import pytest

from mandat.federation.assembly.caucuses.acts import CaucusForm, CaucusJoin, CaucusLeave
from mandat.federation.base.types import CaucusId, PersonId
from mandat.federation.seats.posts.acts import PostResign
from tests.federation.council import Town


@pytest.fixture
def town() -> Town:
    town = Town()
    members = (PersonId("lyon-1"), PersonId("lyon-2"))
    town.ok("lyon-1+lyon-2", CaucusForm(caucus="left", body="council", title="The Left", members=members))
    return town


def members(town: Town, caucus: CaucusId) -> tuple[str, ...]:
    return town.state.caucuses.all[caucus].members


def test_all_first_members_sign(town: Town) -> None:
    act = CaucusForm(caucus="right", body="council", title="The Right", members=("lyon-3", "lyon-4"))
    ground = town.no("lyon-3", act)
    assert (ground.requirement, ground.numbers["person"]) == ("caucus.signed", "lyon-4")
    town.ok("lyon-3+lyon-4", act)
    assert [caucus.id for caucus in town.state.caucuses.of_body("council")] == ["left", "right"]


def test_only_holders_of_posts_of_that_body(town: Town) -> None:
    act = CaucusForm(caucus="base", body="council", title="", members=("lyon-9",))
    assert town.no("lyon-9", act).requirement == "caucus.holder"
    assert town.no("lyon-9", CaucusJoin(caucus="left")).requirement == "caucus.holder"


def test_nobody_forms_one_for_others(town: Town) -> None:
    act = CaucusForm(caucus="right", body="council", title="", members=("lyon-4",))
    assert town.no("lyon-3+lyon-4", act).requirement == "caucus.own"
    empty = CaucusForm(caucus="right", body="council", title="", members=())
    assert town.no("lyon-3", empty).requirement == "caucus.some"


def test_one_caucus_per_body_and_person(town: Town) -> None:
    assert town.no("lyon-1", CaucusJoin(caucus="left")).requirement == "caucus.one"
    town.ok("lyon-3", CaucusForm(caucus="right", body="council", title="", members=("lyon-3",)))
    ground = town.no("lyon-1", CaucusJoin(caucus="right"))
    assert (ground.requirement, ground.numbers["caucus"]) == ("caucus.one", "left")
    town.ok("lyon-1", CaucusLeave(caucus="left"))
    town.ok("lyon-1", CaucusJoin(caucus="right"))
    assert (members(town, "left"), members(town, "right")) == (("lyon-2",), ("lyon-3", "lyon-1"))


def test_who_loses_the_seat_leaves_the_caucus(town: Town) -> None:
    town.ok("lyon-1", PostResign(post=town.delegate(1)))
    assert members(town, "left") == ("lyon-2",)
    assert ("council", "lyon-1") not in town.state.caucuses.of


def test_it_ends_with_its_last_member(town: Town) -> None:
    town.ok("lyon-1", CaucusLeave(caucus="left"))
    town.ok("lyon-2", CaucusLeave(caucus="left"))
    assert town.no("lyon-2", CaucusLeave(caucus="left")).requirement == "caucus.known"
    assert town.state.caucuses.of_body("council") == ()


def test_only_a_member_leaves(town: Town) -> None:
    assert town.no("lyon-3", CaucusLeave(caucus="left")).requirement == "caucus.member"
