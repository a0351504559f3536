"""Phragmén, Thiele (PAV), equal shares: examples of the papers, plain definitions, what holds for every election."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mandat import counting
from mandat.counting import Ballots, Count
from mandat.counting.committees import best
from tests.counting.profiles import by_the_text
from tests.counting_committees import oracle

RULES = (
    "sequential-phragmen",
    "equal-shares",
    "pav",
    "pav-sequential",
    "chamberlin-courant",
    "monroe",
    "leximax-phragmen",
)
AS_A_WHOLE = {
    "chamberlin-courant": oracle.chamberlin_courant,
    "monroe": oracle.monroe,
    "leximax-phragmen": oracle.leximax,
}
every_rule = pytest.mark.parametrize("rule", RULES)
VECTORS = msgspec.json.decode((Path(__file__).parent / "data" / "abcvoting.json").read_bytes())
Sets = list[tuple[frozenset[int], int]]


def made(options: int, sets: list[tuple[Any, int]]) -> Ballots:
    return Ballots.from_approvals([f"C{n}" for n in range(1, options + 1)], sets)


def exhibit(result: Count) -> list[tuple[str, ...]]:
    return [row[1:] for row in result.exhibits[0].rows]


def all_outcomes(rule: str, ballots: Ballots, seats: int, **told: Any) -> Iterator[Count]:
    """The result of every answer to every lot, those that change only the order of election included."""
    open_lots: list[tuple[int, ...]] = [()]
    while open_lots:
        lots = open_lots.pop()
        result = by_the_text(rule, ballots, seats, lots=lots, **told)
        if result.question is None:
            yield result
        else:
            open_lots += [(*lots, n) for n in result.question.candidates]


@st.composite
def elections(draw: st.DrawFn) -> tuple[int, Sets, int]:
    options = draw(st.integers(2, 5))
    some = st.frozensets(st.integers(1, options), min_size=1)
    sets = draw(st.lists(st.tuples(some, st.integers(1, 3)), min_size=1, max_size=6))
    return options, sets, draw(st.integers(1, min(3, options)))


def papers_of(sets: Sets) -> oracle.Papers:
    return [each for each, many in sets for _ in range(many)]


# Examples


def test_phragmen_as_in_his_example_of_1894() -> None:
    # Janson, example 3.1 (Phragmén 1894): 1034 ABC, 519 PQR, 90 ABQ, 47 APQ; three seats.
    a, b, c, p, q, r = range(1, 7)
    sets = [({a, b, c}, 1034), ({p, q, r}, 519), ({a, b, q}, 90), ({a, p, q}, 47)]
    result = counting.count("sequential-phragmen", made(6, sets), 3)
    assert result.winners == (a, q, b)
    assert exhibit(result)[0] == ("C1", "1/1171")


def test_thiele_on_the_same_papers() -> None:
    a, b, c, p, q, r = range(1, 7)
    sets = [({a, b, c}, 1034), ({p, q, r}, 519), ({a, b, q}, 90), ({a, p, q}, 47)]
    result = counting.count("pav-sequential", made(6, sets), 3)
    assert result.winners[0] == a
    assert exhibit(result)[1] == ("C5", str(519 + Fraction(90 + 47, 2)))


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule != "chamberlin-courant"])
def test_two_parties_share_out_the_seats(rule: str) -> None:
    # Six and four tenths of the papers, five seats: three and two, whoever of equals the lots name.
    ballots = made(8, [({1, 2, 3, 4}, 60), ({5, 6, 7, 8}, 40)])
    outcomes = all_outcomes(rule, ballots, 5)
    for _ in range(10):
        winners = next(outcomes).winners
        assert sum(n <= 4 for n in winners) == 3


def test_the_best_committee_need_not_hold_the_most_approved() -> None:
    # A on 6 papers beside B or C: alone each of B, C has 5, together they satisfy 10 papers, A with one of them only 8½.
    sets = [({1, 2}, 3), ({1, 3}, 3), ({2}, 2), ({3}, 2)]
    ballots = made(3, sets)
    assert counting.count("pav", ballots, 2).winners == (2, 3)
    assert counting.count("pav-sequential", ballots, 2).winners[0] == 1


def test_equal_shares_leaves_seats_empty_without_completion() -> None:
    ballots = made(3, [({1}, 5), ({2}, 3), ({3}, 2)])
    short = counting.count("equal-shares", ballots, 2, completion="none")
    assert (short.winners, dict(short.parameters)) == ((1,), {"completion": "none"})
    assert counting.count("equal-shares", ballots, 2).winners == (1, 2)
    counting.replay(short, ballots)


def test_equal_shares_gives_the_exact_payments() -> None:
    # 10 papers, 2 seats: each has 1/5. A costs 7 papers 1/7 each; C's five papers have enough, 1/5 each.
    result = counting.count("equal-shares", made(3, [({1, 2}, 5), ({3}, 5)]), 2, lots=(1,))
    assert exhibit(result) == [("C1", "1/5"), ("C3", "1/5")]


@every_rule
def test_nobody_without_an_approval_is_elected_and_blank_papers_are_valid(rule: str) -> None:
    result = counting.count(rule, made(4, [({1}, 3), ({2}, 2), ((), 4)]).without([2]), 3)
    assert (result.winners, result.valid, result.invalid) == ((1,), 9, 0)
    assert result.runners_up == (3, 4)
    assert counting.count(rule, made(2, [((), 1)]), 1).winners == ()


@every_rule
def test_a_tie_is_a_question(rule: str) -> None:
    ballots = made(2, [({1}, 1), ({2}, 1)])
    question = counting.count(rule, ballots, 1).question
    assert question is not None
    assert question.candidates == (1, 2)
    assert counting.count(rule, ballots, 1, lots=(2,)).winners == (2,)
    with pytest.raises(counting.BadParameterError, match="lots were given"):
        counting.count(rule, ballots, 1, lots=(2, 1))


def test_what_cannot_be_counted_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(counting.BadParameterError, match="no completion 'all'; it is one of: phragmen, none"):
        counting.count("equal-shares", made(2, [({1}, 1)]), 1, completion="all")
    monkeypatch.setattr(best, "LIMIT", 20)
    with pytest.raises(counting.BadParameterError, match="more than 20 committees of 4; count by pav-seq"):
        counting.count("pav", made(8, [({n}, 1) for n in range(1, 9)]), 4)


# Every election, by the definitions


@given(election=elections())
def test_phragmen_as_defined(election: tuple[int, Sets, int]) -> None:
    options, sets, seats = election
    found = {each.winners for each in all_outcomes("sequential-phragmen", made(options, list(sets)), seats)}
    assert found == set(oracle.phragmen(papers_of(sets), options, seats))


@given(election=elections())
def test_thieles_addition_as_defined(election: tuple[int, Sets, int]) -> None:
    options, sets, seats = election
    found = {each.winners for each in all_outcomes("pav-sequential", made(options, list(sets)), seats)}
    assert found == set(oracle.thiele(papers_of(sets), options, seats))


@pytest.mark.parametrize("completion", ["phragmen", "none"])
@given(election=elections())
def test_equal_shares_as_defined(completion: str, election: tuple[int, Sets, int]) -> None:
    options, sets, seats = election
    ballots = made(options, list(sets))
    found = {each.winners for each in all_outcomes("equal-shares", ballots, seats, completion=completion)}
    assert found == set(oracle.shares(papers_of(sets), options, seats, complete=completion == "phragmen"))


@given(election=elections())
def test_the_committees_with_most_satisfaction_are_found(election: tuple[int, Sets, int]) -> None:
    options, sets, seats = election
    found = {frozenset(each.winners) for each in all_outcomes("pav", made(options, list(sets)), seats)}
    assert found == oracle.best_committees(papers_of(sets), options, seats)


@every_rule
@settings(max_examples=30)
@given(election=elections(), shuffled=st.randoms(use_true_random=False))
def test_order_and_names_do_not_matter(rule: str, election: tuple[int, Sets, int], shuffled: Any) -> None:
    options, sets, seats = election
    new = list(range(1, options + 1))
    shuffled.shuffle(new)
    other = [(frozenset(new[n - 1] for n in each), many) for each, many in sets]
    shuffled.shuffle(other)
    here = {frozenset(r.winners) for r in all_outcomes(rule, made(options, list(sets)), seats)}
    there = {frozenset(r.winners) for r in all_outcomes(rule, made(options, list(other)), seats)}
    assert {frozenset(new[n - 1] for n in each) for each in here} == there


@every_rule
@pytest.mark.parametrize("profile", VECTORS, ids=range(len(VECTORS)))
def test_committees_as_abcvoting_elects_them(rule: str, profile: dict[str, Any]) -> None:
    ballots = made(profile["candidates"], [(each, 1) for each in profile["approvals"]])
    found = committees_of(rule, ballots, profile["seats"])
    known = profile["committees"]
    approved = {n for each in profile["approvals"] for n in each}
    if rule == "leximax-phragmen":  # a refinement of the minimax rule, by the loads after the largest
        assert found <= {frozenset(each) for each in known["minimax-phragmen"]}
    else:  # we elect nobody without an approval, abcvoting does where it changes nothing
        assert found == {frozenset(each) for each in known[rule] if approved.issuperset(each)}


def committees_of(rule: str, ballots: Ballots, seats: int) -> set[frozenset[int]]:
    """All committees that lots can lead to: those listed, or those that the answers give."""
    if rule not in ("pav", *AS_A_WHOLE):
        return {frozenset(each.winners) for each in all_outcomes(rule, ballots, seats)}
    listed = exhibit_named(counting.count(rule, ballots, seats), "best committees")
    assert len(listed) < best.SHOWN
    return {frozenset(int(n.removeprefix("C")) for n in names.split(", ")) for _, names in listed}


@pytest.mark.parametrize("rule", AS_A_WHOLE)
@settings(max_examples=40)
@given(election=elections())
def test_the_best_committees_as_defined(rule: str, election: tuple[int, Sets, int]) -> None:
    options, sets, seats = election
    papers = papers_of(sets)[:6]
    ballots = made(options, [(each, 1) for each in papers])
    results = list(all_outcomes(rule, ballots, seats))
    expected = AS_A_WHOLE[rule](papers, options, seats)
    assert {frozenset(each.winners) for each in results} == expected
    listed = results[0].exhibits[1].rows
    assert {frozenset(int(n.removeprefix("C")) for n in names.split(", ")) for _, names in listed} == expected


def test_monroe_gives_every_member_as_many_papers() -> None:
    # Seven papers for A and B, one for C: Chamberlin-Courant wants C in, Monroe would have to give C four papers.
    ballots = made(3, [({1, 2}, 7), ({3}, 1)])
    assert counting.count("monroe", ballots, 2).winners == (1, 2)
    assert counting.count("monroe", ballots, 2).exhibits[0].rows == (("7", "1"),)
    assert set(counting.count("chamberlin-courant", ballots, 2, lots=(2,)).winners) == {2, 3}


def test_leximax_looks_beyond_the_largest_load() -> None:
    # Some paper carries 1/2 whoever is elected: A on two papers, B with C on four. Beside A the second load is 1/4 for B
    # and 1/3 for C.
    ballots = made(3, [({1}, 2), ({2, 3}, 3), ({2}, 1)])
    result = counting.count("leximax-phragmen", ballots, 2)
    assert set(result.winners) == {1, 2}
    assert exhibit_named(result, "loads") == (("1/2", "2"), ("1/4", "4"))


def exhibit_named(result: Count, name: str) -> tuple[tuple[str, ...], ...]:
    return next(each.rows for each in result.exhibits if each.name == name)
