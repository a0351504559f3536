"""Alliances of lists, and who of an open list is elected."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mandat.counting import BadBallotsError, BadParameterError, apportion
from mandat.counting.apportionment import Alliance, apparentement, open_list

VOTES = {"A": 49, "B": 20, "C": 17, "D": 15}
PERSONAL = {"Ann": 10, "Bob": 60, "Cy": 50, "Dee": 60}


def test_allied_lists_count_as_one_first() -> None:
    assert apportion("d-hondt", VOTES, 5).seats == {"A": 3, "B": 1, "C": 1, "D": 0}
    found = apparentement("d-hondt", VOTES, 5, [Alliance("Left", ("B", "C", "D"))])
    assert found.seats == {"A": 2, "B": 1, "C": 1, "D": 1}
    assert [(name, tier.seats) for name, tier in found.tiers] == [
        ("", {"A": 2, "Left": 3}),
        ("Left", {"B": 1, "C": 1, "D": 1}),
    ]


def test_alliances_within_alliances() -> None:
    left = Alliance("Left", ("B", Alliance("Green", ("C", "D"))))
    found = apparentement("d-hondt", VOTES, 4, [left])
    assert [name for name, _ in found.tiers] == ["", "Left", "Green"]
    assert found.seats == {"A": 2, "B": 1, "C": 1, "D": 0}


def test_lots_are_taken_tier_by_tier() -> None:
    votes = {"A": 20, "B": 10, "C": 10}
    alliance = [Alliance("Both", ("B", "C"))]
    first = apparentement("d-hondt", votes, 1, alliance)
    assert first.question is not None
    assert first.question.names == ("A", "Both")
    second = apparentement("d-hondt", votes, 1, alliance, lots=["Both"])
    assert second.question is not None
    assert second.question.names == ("B", "C")
    assert apparentement("d-hondt", votes, 1, alliance, lots=["Both", "C"]).seats == {"A": 0, "B": 0, "C": 1}
    with pytest.raises(BadParameterError, match="2 lots were given, but 1 were asked for"):
        apparentement("d-hondt", votes, 1, alliance, lots=["A", "C"])


def test_a_threshold_holds_for_the_alliance() -> None:
    found = apparentement("d-hondt", VOTES, 5, [Alliance("Left", ("C", "D"))], threshold="25%")
    assert found.seats == {"A": 3, "B": 0, "C": 1, "D": 1}


@pytest.mark.parametrize(
    ("alliances", "words"),
    [
        ([Alliance("L", ("A", "B")), Alliance("R", ("B",))], "'B' stands in the alliances twice"),
        ([Alliance("L", ("Z",))], "alliance 'L' names 'Z', which is no list with votes"),
        ([Alliance("L", ())], "alliance 'L' names None"),
        ([Alliance("A", ("B",))], "the alliance 'A' has the name of a list"),
    ],
)
def test_alliances_that_cannot_be(alliances: list[Alliance], words: str) -> None:
    with pytest.raises(BadParameterError, match=words):
        apparentement("d-hondt", VOTES, 5, alliances)


@given(st.lists(st.integers(1, 300), min_size=3, max_size=6, unique=True), st.integers(1, 12))
def test_d_hondt_never_punishes_an_alliance(votes: list[int], seats: int) -> None:
    named = {chr(65 + n): count for n, count in enumerate(votes)}
    alone = apportion("d-hondt", named, seats)
    together = apparentement("d-hondt", named, seats, [Alliance("Both", ("A", "B"))])
    if alone.question is None and together.question is None:
        assert together.seats["A"] + together.seats["B"] >= alone.seats["A"] + alone.seats["B"]


def test_an_alliance_of_one_changes_nothing() -> None:
    assert (
        apparentement("sainte-lague", VOTES, 7, [Alliance("Solo", ("C",))]).seats
        == apportion("sainte-lague", VOTES, 7).seats
    )


def test_alliances_as_json() -> None:
    plain = apparentement("d-hondt", VOTES, 5, [Alliance("Left", ("B", "C", "D"))]).to_json()
    assert plain["seats"]["A"] == 2
    assert [tier["alliance"] for tier in plain["tiers"]] == ["", "Left"]


class TestOpenLists:
    def test_by_preferential_votes_alone(self) -> None:
        found = open_list(PERSONAL, 2)
        assert found.elected == ("Bob", "Dee")
        assert found.next_on_list == ("Cy", "Ann")
        assert found.equal == (("Bob", "Dee"),)

    def test_only_whoever_reaches_the_threshold_jumps(self) -> None:
        found = open_list(PERSONAL, 2, list_votes=1100, threshold="5%")
        assert found.preferred == ("Bob", "Dee")
        assert open_list(PERSONAL, 3, list_votes=1100, threshold="5%").elected == ("Bob", "Dee", "Ann")

    def test_nobody_jumps_a_closed_list(self) -> None:
        assert open_list(PERSONAL, 2, list_votes=180, threshold="100%").elected == ("Ann", "Bob")

    def test_a_threshold_in_votes(self) -> None:
        assert open_list(PERSONAL, 1, threshold=60).elected == ("Bob",)
        assert open_list(PERSONAL, 1, threshold=61).elected == ("Ann",)

    def test_a_short_list(self) -> None:
        assert len(open_list(PERSONAL, 9).elected) == 4

    @pytest.mark.parametrize(
        ("personal", "seats", "more", "error", "words"),
        [
            ({"Ann": -1}, 1, {}, BadBallotsError, "'Ann' has -1 preferential votes"),
            ({"Ann": 1}, -1, {}, BadParameterError, "a list takes -1 seats"),
            ({"Ann": 1}, 1, {"threshold": "5%"}, BadParameterError, "give list_votes"),
        ],
    )
    def test_what_cannot_be(
        self, personal: Any, seats: Any, more: Any, error: type[Exception], words: str
    ) -> None:
        with pytest.raises(error, match=words):
            open_list(personal, seats, **more)
