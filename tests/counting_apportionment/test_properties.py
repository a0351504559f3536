"""What holds for every apportionment, tried on random ones, and agreement with another implementation."""

from __future__ import annotations

from fractions import Fraction
from itertools import permutations
from math import ceil, floor
from typing import Any

import apportionment.methods as oracle
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from mandat.counting import Apportionment, apportion
from tests.counting_apportionment import oracle as plain

DIVISOR = ["d-hondt", "sainte-lague", "sainte-lague-modified", "adams", "dean", "huntington-hill"]
REMAINDER = ["hare", "droop", "hagenbach-bischoff", "hagenbach-bischoff-rounded"]
every_method = pytest.mark.parametrize("method", [*DIVISOR, *REMAINDER])
claims = st.dictionaries(
    st.text("ABCDEFGH", min_size=1, max_size=2), st.integers(0, 400), min_size=1, max_size=7
)
voting = claims.filter(lambda votes: any(votes.values()))
houses = st.integers(1, 25)


def settled(method: str, votes: dict[str, int], seats: int, **more: Any) -> Apportionment:
    """With every lot falling on the first of those tied."""
    lots: tuple[str, ...] = ()
    while True:
        found = apportion(method, votes, seats, lots=lots, **more)
        if found.question is None:
            return found
        lots = (*lots, found.question.names[0])


@every_method
@given(votes=voting, seats=houses)
def test_the_house_is_filled(method: str, votes: dict[str, int], seats: int) -> None:
    found = settled(method, votes, seats)
    assert sum(found.counts) == seats
    assert list(found.names) == list(votes)
    assert all(count == 0 for name, count in found.seats.items() if not votes[name])


@every_method
@given(votes=voting, seats=houses, shuffled=st.randoms(use_true_random=False))
def test_names_and_order_do_not_matter(method: str, votes: dict[str, int], seats: int, shuffled: Any) -> None:
    one = apportion(method, votes, seats)
    pairs = [(f"new {name}", count) for name, count in votes.items()]
    shuffled.shuffle(pairs)
    other = apportion(method, dict(pairs), seats)
    assert other.seats == {f"new {name}": one.seats[name] for name in votes}
    assert (one.question is None) == (other.question is None)


@pytest.mark.parametrize("method", DIVISOR)
@given(votes=voting, seats=houses, factor=st.integers(2, 50))
def test_only_proportions_count(method: str, votes: dict[str, int], seats: int, factor: int) -> None:
    scaled = {name: count * factor for name, count in votes.items()}
    assert apportion(method, votes, seats).counts == apportion(method, scaled, seats).counts


@pytest.mark.parametrize("method", DIVISOR)
@given(votes=voting, seats=houses)
def test_house_monotone(method: str, votes: dict[str, int], seats: int) -> None:
    small, large = apportion(method, votes, seats), settled(method, votes, seats + 1)
    assert all(one <= other for one, other in zip(small.counts, large.counts, strict=True))


@pytest.mark.parametrize("method", DIVISOR)
@given(votes=voting, seats=houses, more=st.integers(1, 50))
def test_more_votes_never_cost_a_seat(method: str, votes: dict[str, int], seats: int, more: int) -> None:
    name = next(iter(votes))
    before, after = (
        apportion(method, votes, seats),
        apportion(method, {**votes, name: votes[name] + more}, seats),
    )
    assume(before.question is None and after.question is None)
    assert after.seats[name] >= before.seats[name]


@pytest.mark.parametrize("method", DIVISOR)
@given(votes=voting, later=st.lists(st.integers(0, 400), min_size=7, max_size=7), seats=houses)
def test_population_monotone(method: str, votes: dict[str, int], later: list[int], seats: int) -> None:
    """Balinski and Young: of two, the one that grows more in proportion does not lose a seat to the other."""
    after = dict(zip(votes, later, strict=False))
    assume(any(after.values()))
    one, other = apportion(method, votes, seats), apportion(method, after, seats)
    assume(one.question is None and other.question is None)
    for (a, votes_of_a), (b, votes_of_b) in permutations(votes.items(), 2):
        if after[a] * votes_of_b > after[b] * votes_of_a:
            assert other.seats[a] >= one.seats[a] or other.seats[b] <= one.seats[b]


@pytest.mark.parametrize("method", plain.DIVISORS)
@given(votes=voting, seats=st.integers(1, 9))
def test_equals_the_table_of_quotients(method: str, votes: dict[str, int], seats: int) -> None:
    open_lots: list[tuple[str, ...]] = [()]
    found = set()
    while open_lots:
        lots = open_lots.pop()
        result = apportion(method, votes, seats, lots=lots, tie="lot")
        if result.question is None:
            found.add(result.counts)
        else:
            open_lots += [(*lots, name) for name in result.question.names]
    assert found == plain.outcomes(method, votes, seats)


@given(votes=voting, seats=houses)
def test_hare_stays_within_the_quota(votes: dict[str, int], seats: int) -> None:
    found = settled("hare", votes, seats)
    total = sum(votes.values())
    for name, count in found.seats.items():
        share = Fraction(votes[name] * seats, total)
        assert floor(share) <= count <= ceil(share)


@given(votes=voting, seats=houses)
def test_d_hondt_never_gives_less_and_adams_never_more_than_the_rounded_share(
    votes: dict[str, int], seats: int
) -> None:
    total = sum(votes.values())
    low, high = settled("d-hondt", votes, seats), settled("adams", votes, seats)
    for name, count in votes.items():
        share = Fraction(count * seats, total)
        assert low.seats[name] >= floor(share)
        assert high.seats[name] <= ceil(share) or seats < sum(map(bool, votes.values()))


@pytest.mark.parametrize("method", DIVISOR)
@given(votes=voting, seats=houses)
def test_the_printed_divisor_gives_the_seats(method: str, votes: dict[str, int], seats: int) -> None:
    found = apportion(method, votes, seats)
    assume(found.question is None and found.divisor is not None)
    assert found.divisor is not None
    if found.divisor.low == found.divisor.high:
        return  # two quotients are equal, on either side of the last seat
    divisor = Fraction(found.divisor.printed)
    for name, count in found.seats.items():
        share = Fraction(votes[name]) / divisor
        assert count == rounded(method, share)


def rounded(method: str, share: Fraction) -> int:
    """`share` rounded as the method says, from its text."""
    n = floor(share)
    if share == n:
        return n
    match method:
        case "d-hondt":
            return n
        case "adams":
            return n + 1
        case "dean":
            return n + 1 if n == 0 or share > Fraction(2 * n * (n + 1), 2 * n + 1) else n
        case "huntington-hill":
            return n + 1 if share**2 > n * (n + 1) else n
        case "sainte-lague-modified" if n == 0:
            return int(share > Fraction(7, 10))
        case _:
            return n + 1 if share > n + Fraction(1, 2) else n


@every_method
@given(votes=voting, seats=houses, data=st.data())
def test_bounds_hold(method: str, votes: dict[str, int], seats: int, data: st.DataObject) -> None:
    least = data.draw(st.fixed_dictionaries({name: st.integers(0, 3) for name in votes}))
    most = {name: data.draw(st.integers(low, low + 6)) for name, low in least.items()}
    assume(sum(least.values()) <= seats)
    assume(sum(min(most[n], seats) if votes[n] else least[n] for n in votes) >= seats)
    assume(all(least[n] <= seats for n in votes))
    found = settled(method, votes, seats, minimum=least, maximum=most)
    assert sum(found.counts) == seats
    assert all(least[name] <= count <= most[name] for name, count in found.seats.items())


@pytest.mark.parametrize(
    ("method", "theirs"),
    [
        ("d-hondt", "dhondt"),
        ("sainte-lague", "saintelague"),
        ("sainte-lague-modified", "modified_saintelague"),
        ("adams", "adams"),
        ("dean", "dean"),
        ("huntington-hill", "huntington"),
        ("hare", "largest_remainder"),
    ],
)
@given(votes=st.lists(st.integers(1, 500), min_size=1, max_size=7), seats=st.integers(7, 30))
def test_agreement_with_another_implementation(
    method: str, theirs: str, votes: list[int], seats: int
) -> None:
    names = {chr(65 + n): count for n, count in enumerate(votes)}
    ours = apportion(method, names, seats, tie="lot")
    try:
        expected = oracle.compute(theirs, votes, seats, fractions=True, tiesallowed=False, verbose=False)
    except oracle.TiesException:
        return  # the oracle also calls a tie what the seats suffice for
    assert list(ours.counts) == expected
