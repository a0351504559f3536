"""Whatever the order of votes: nobody counts twice, the tally is the same, and the effects alone give the same state."""

from __future__ import annotations

from copy import copy
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mandat.federation.assembly.motions.acts import VoteCast, VoteOpen
from mandat.federation.assembly.motions.state import Choice
from mandat.federation.base.lookup import rows_of
from mandat.federation.base.types import PersonId
from mandat.federation.state import State
from tests.federation.council import SEVEN, TEN, Town

pytestmark = pytest.mark.usefixtures("ruled_alike_elsewhere")

CHOICES: st.SearchStrategy[Choice] = st.sampled_from(("yes", "no", "abstain"))
ATTEMPTS = st.lists(st.tuples(st.sampled_from(TEN), CHOICES), max_size=25)


@cache
def opened() -> Town:
    """A council in which a vote of the seven is open."""
    town = Town()
    town.meet(*SEVEN)
    town.table("x")
    town.ok("lyon-1", VoteOpen(motion="x"))
    return town


def cast(attempts: list[tuple[PersonId, Choice]]) -> State:
    town = copy(opened())
    for person, choice in attempts:
        town.do(person, VoteCast(motion="x", choice=choice))
    return town.state


@given(ATTEMPTS)
def test_nobody_votes_twice_and_only_those_on_the_roll(attempts: list[tuple[PersonId, Choice]]) -> None:
    first: dict[str, Choice] = {}
    for person, choice in attempts:
        if person in SEVEN:
            first.setdefault(person, choice)
    vote = cast(attempts).motions.votes["x"]
    assert dict(rows_of(vote.received.ballots)) == first
    assert vote.received.tally == (
        *(list(first.values()).count(each) for each in ("yes", "no", "abstain")),
        0,
    )


@given(st.dictionaries(st.sampled_from(SEVEN), CHOICES), st.randoms(use_true_random=False))
def test_the_order_of_votes_does_not_matter(choices: dict[PersonId, Choice], lots: object) -> None:
    shuffled = list(choices.items())
    lots.shuffle(shuffled)  # type: ignore[attr-defined]
    assert cast(list(choices.items())) == cast(shuffled)
