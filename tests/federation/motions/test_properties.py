"""Whatever the order of votes: nobody counts twice, the tally is the same, and the effects alone give the same state."""

from __future__ import annotations

from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from mandat.federation.assembly.motions.acts import VoteCast, VoteOpen
from mandat.federation.assembly.motions.state import Choice
from mandat.federation.base.acts import Submission
from mandat.federation.base.lookup import rows_of
from mandat.federation.base.types import EntryIndex, PersonId
from mandat.federation.engine import apply, judge
from mandat.federation.state import State
from mandat.instants import Instant
from tests.federation.council import SEVEN, TEN, Town

CHOICES: st.SearchStrategy[Choice] = st.sampled_from(("yes", "no", "abstain"))
ATTEMPTS = st.lists(st.tuples(st.sampled_from(TEN), CHOICES), max_size=25)


@cache
def opened() -> tuple[State, Instant]:
    """A state in which a vote of the seven is open, and its instant."""
    town = Town()
    town.meet(*SEVEN)
    town.table("x")
    town.ok("lyon-1", VoteOpen(motion="x"))
    return town.state, town.at


def cast(state: State, at: Instant, attempts: list[tuple[PersonId, Choice]]) -> State:
    for index, (person, choice) in enumerate(attempts):
        act = VoteCast(motion="x", choice=choice)
        ruling, after = judge(
            state, Submission(act=act, signers=(person,), index=EntryIndex(1000 + index)), at
        )
        assert apply(state, ruling.effects) == after
        state = after
    return state


@given(ATTEMPTS)
def test_nobody_votes_twice_and_only_those_on_the_roll(attempts: list[tuple[PersonId, Choice]]) -> None:
    first: dict[str, Choice] = {}
    for person, choice in attempts:
        if person in SEVEN:
            first.setdefault(person, choice)
    vote = cast(*opened(), attempts).motions.votes["x"]
    assert dict(rows_of(vote.ballots)) == first
    assert vote.tally == (*(list(first.values()).count(each) for each in ("yes", "no", "abstain")), 0)


@given(st.dictionaries(st.sampled_from(SEVEN), CHOICES), st.randoms(use_true_random=False))
def test_the_order_of_votes_does_not_matter(choices: dict[PersonId, Choice], lots: object) -> None:
    shuffled = list(choices.items())
    lots.shuffle(shuffled)  # type: ignore[attr-defined]
    assert cast(*opened(), list(choices.items())) == cast(*opened(), shuffled)
