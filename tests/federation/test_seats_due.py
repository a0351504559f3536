"""Numbers of posts: bounds, the axiom of the empty body, and silence about rounding."""

from __future__ import annotations

import pytest

from mandat.bylaws.reading.loader import load
from mandat.federation.asking import ask

BYLAWS = load("""
mandat = 1
id = "x"
[body.section]
type = "assembly"
many = true
[body.council]
type = "council"
[body.council.seats.delegates]
article = "4"
from = "section"
number = "max(1, ceil(members / 100))"
at_least = "5 / 2"
at_most = "31 / 3"
[body.council.seats.fractions]
article = "5"
from = "section"
number = "members / 100"
""")


@pytest.mark.parametrize(("members", "seats"), [(0, 0), (1, 3), (100, 3), (301, 4), (1000, 10), (5000, 10)])
def test_bounds_are_whole_seats_and_an_empty_body_sends_nobody(members: int, seats: int) -> None:
    assert ask(BYLAWS, "seats", "council.delegates", {"members": members}).value == seats


def test_what_does_not_come_out_whole_is_open() -> None:
    answer = ask(BYLAWS, "seats", "council.fractions", {"members": 250})
    assert (answer.outcome, answer.value) == ("open", None)
    assert dict(answer.readings) == {"down": "2", "up": "3"}
    assert ask(BYLAWS, "seats", "council.fractions", {"members": 300}).value == 3
