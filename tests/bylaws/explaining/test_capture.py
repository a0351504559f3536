"""Capture cost: how few base members carry a decision of the top."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mandat.bylaws.reading.loader import load
from mandat.bylaws.telling.explaining import Capture, Supposed, capture
from mandat.bylaws.telling.explaining.sure import fewest_sure

TWELVE = """
mandat = 1
id = "twelve"

[body.section]
type = "assembly"
many = true

[body.congress]
type = "congress"

[body.congress.seats.delegates]
from = "section"
number = 1
elect = { method = "fptp" }

[decision.simple]
in = "congress"
carried = "yes > no"

[decision.two-thirds]
in = "congress"
quorum = "present >= 1/2 * filled"
carried = "yes >= 2/3 * cast"
"""


def cost(text: str, body: str, decision: str, **sizes: tuple[int, int]) -> Capture:
    return capture(load(text), body, decision, Supposed(sizes))


def test_twelve_sections_of_a_hundred() -> None:
    """LANGUAGE, section 5: 7 × 51 = 357 of 1,200 members."""
    found = cost(TWELVE, "congress", "simple")
    assert (found.seats, found.least, found.fewest, found.base) == (12, 7, 357, 1200)
    assert found.blocks == 6 * 51


def test_two_thirds_and_a_bare_quorum() -> None:
    found = cost(TWELVE, "congress", "two-thirds")
    assert (found.least, found.fewest) == (8, 8 * 51)
    assert found.bare == 4 * 51  # six of twelve are there, and four of six carry
    assert found.blocks == 5 * 51


def test_other_sizes() -> None:
    assert cost(TWELVE, "congress", "simple", section=(3, 9)).fewest == 2 * 5


def test_three_tiers() -> None:
    text = TWELVE.replace(
        '[body.congress.seats.delegates]\nfrom = "section"',
        '[body.congress.seats.delegates]\nfrom = "region"',
    )
    text += """
[body.region]
type = "council"
[body.region.seats.delegates]
from = "section"
number = 1
elect = { method = "fptp" }
"""
    one = text.replace('[body.region]\ntype = "council"', '[body.region]\ntype = "council"\nmany = true')
    found = cost(one, "congress", "simple", section=(15, 11), region=(3, 1))
    assert (found.fewest, found.base) == (2 * (3 * 6), 165)
    default = cost(one, "congress", "simple")
    assert (default.base, default.fewest) == (12 * 12 * 100, 7 * 7 * 51)


def test_a_sender_with_several_seats_by_majority_gives_all_of_them() -> None:
    text = TWELVE.replace(
        'number = 1\nelect = { method = "fptp" }', 'number = 4\nelect = { method = "block" }'
    )
    found = cost(text, "congress", "simple", section=(2, 10))
    assert (found.seats, found.least, found.fewest) == (8, 5, 12)


def test_card_votes_weigh() -> None:
    text = TWELVE.replace("number = 1", 'number = 1\nweights = { card = "entitled" }')
    text += '\n[decision.card]\nin = "congress"\ncarried = "yes by card > no by card and yes >= 1"\n'
    assert cost(text, "congress", "card", section=(5, 10)).fewest == 3 * 6


@pytest.mark.parametrize("method", ["d-hondt", "sainte-lague"])
@given(sizes=st.lists(st.integers(1, 30), min_size=2, max_size=5), seats=st.integers(1, 6))
def test_who_is_sure_of_seats_gets_them(method: str, sizes: list[int], seats: int) -> None:
    voters = sum(sizes)
    quotients = [
        (Fraction(size, k if method == "d-hondt" else 2 * k - 1), party)
        for party, size in enumerate(sizes)
        for k in range(1, seats + 1)
    ]
    best = sorted(quotients, reverse=True)
    cut = best[seats - 1][0]
    safe = [sum(1 for q, p in quotients if p == party and q > cut) for party in range(len(sizes))]
    tied = [sum(1 for q, p in quotients if p == party and q == cut) for party in range(len(sizes))]
    for party, size in enumerate(sizes):
        for wanted in range(1, seats + 1):
            needed = fewest_sure(method, voters, wanted, seats)
            if needed is not None and size >= needed:
                assert safe[party] + tied[party] >= wanted


def test_what_is_not_said_is_not_worked_out() -> None:
    found = cost(TWELVE.replace("number = 1", 'number = "unspecified"'), "congress", "simple")
    assert (found.fewest, found.least) == (None, None)
