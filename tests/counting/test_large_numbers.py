"""Weights without bounds: every rule counts exactly, whatever the papers weigh.

STV rules are held against plain counts in fractions at weights up to 10^30 and beyond, the others against sums in Python and
against themselves: where only proportions matter, the same papers a thousand million million times elect the same.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mandat import counting
from mandat.counting import Ballots
from mandat.counting.sums import Sums, exact, whole_numbers
from tests.counting import oracle
from tests.counting.oracle import Many, Outcome, Paper
from tests.counting.oracles.keep_values import new_zealand
from tests.counting.oracles.last_parcel import ers97, northern_ireland
from tests.counting.oracles.senate import senate
from tests.counting.oracles.weighted import minneapolis, wigm
from tests.counting.profiles import Papers, complete, elections, made, parameters_for, seats_for

SCALES = (1, 10**9, 2**31, 2**45, 10**14, 2**61, 2**63, 10**19, 10**30)
"""Around each bound of the arithmetic: 2^63 papers, 2^63 units of 10^-4, 10^-5 and 10^-9."""
LARGE = 10**30


@st.composite
def large_elections(draw: st.DrawFn) -> tuple[int, Papers, int]:
    """Small elections scaled up, in part paper by paper, so that ties happen and every bound is crossed."""
    candidates, papers, seats = draw(elections())
    scale = draw(st.sampled_from(SCALES))
    more = draw(st.lists(st.integers(-3, LARGE), min_size=len(papers), max_size=len(papers)))
    alike = draw(st.booleans())
    extra = (0 if alike else max(each, 0) for each in more)
    return candidates, [(r, w * scale + e) for (r, w), e in zip(papers, extra, strict=True)], seats


def irv(papers: list[Paper], candidates: int, _: int, pick: oracle.Pick) -> Outcome:
    """Charter 13.102 without (e), down to two."""
    out, left = Outcome(), set(range(1, candidates + 1))
    while True:
        votes = {c: Fraction(0) for c in range(1, candidates + 1)}
        for paper in papers:
            first = next((c for c in paper if c in left), None)
            if first is not None:
                votes[first] += oracle.number_of([paper])
        out.totals.append(votes)
        if len(left) <= 2:
            best = sorted(c for c in left if votes[c] == max(votes[e] for e in left))
            out.elected.append((best[0] if len(best) == 1 else pick(best), len(out.totals)))
            return out
        last = sorted(c for c in left if votes[c] == min(votes[e] for e in left))
        loser = last[0] if len(last) == 1 else pick(last)
        out.excluded.append((loser, len(out.totals)))
        left.discard(loser)


STV: dict[str, tuple[Callable[..., Outcome], dict[str, Any]]] = {
    "stv-scottish": (oracle.scottish, {}),
    "wigm": (wigm, {}),
    "ers97": (ers97, {}),
    "stv-ni": (northern_ireland, {}),
    "minneapolis": (minneapolis, {}),
    "meek-nz": (new_zealand, {}),
    "irv": (irv, {"batch": False}),
}


@pytest.mark.parametrize("rule", STV)
@settings(max_examples=120)
@given(election=large_elections())
def test_stv_equals_the_plain_count_at_any_weight(rule: str, election: tuple[int, Papers, int]) -> None:
    candidates, papers, seats = election
    plain, more = STV[rule]
    places = seats_for(rule, seats)
    result = complete(rule, made(candidates, papers), places, **more)
    expected = plain([Many(ranking, weight) for ranking, weight in papers], candidates, places, min)
    unit = 10**result.precision
    totals = [{c: Fraction(v, unit) for c, v in enumerate(stage.totals, 1)} for stage in result.stages]
    assert totals == expected.totals
    assert [(e.candidate, e.stage) for e in result.elected] == expected.elected


@settings(max_examples=120)
@given(election=large_elections())
def test_the_senate_at_any_weight(election: tuple[int, Papers, int]) -> None:
    candidates, papers, seats = election
    result = complete("au-senate", made(candidates, papers), seats)
    expected = senate([Many(ranking, weight) for ranking, weight in papers], candidates, seats, min)
    assert [(e.candidate, e.stage) for e in result.elected] == expected.elected
    assert [(e.candidate, e.stage) for e in result.excluded] == expected.excluded


@settings(max_examples=60)
@given(election=large_elections())
def test_meek_at_any_weight(election: tuple[int, Papers, int]) -> None:
    candidates, papers, seats = election
    result = complete("meek", made(candidates, papers), seats)
    many: list[Paper] = [Many(ranking, weight) for ranking, weight in papers]
    assert list(result.winners) == oracle.meek(many, candidates, seats, min)


@given(
    weights=st.lists(
        st.sampled_from(SCALES).flatmap(lambda s: st.integers(0, 3 * s)), min_size=1, max_size=9
    ),
    largest=st.sampled_from([1, 10**5, 10**9, 2**40, 2**60, 2**70]),
    data=st.data(),
)
def test_sums_are_those_of_python(weights: list[int], largest: int, data: st.DataObject) -> None:
    values = data.draw(st.lists(st.integers(0, largest), min_size=len(weights), max_size=len(weights)))
    sums = Sums(whole_numbers(weights), largest)
    rows = np.arange(len(weights))
    pairs = list(zip(weights, values, strict=True))
    assert sums.of(rows) == sum(weights)
    assert sums.worth(rows, whole_numbers(values)) == sum(w * v for w, v in pairs)
    cut = data.draw(st.integers(1, len(weights) - 1)) if len(weights) > 1 else None
    starts = np.array([0] if cut is None else [0, cut])
    parts = [pairs] if cut is None else [pairs[:cut], pairs[cut:]]
    assert sums.in_runs(rows, whole_numbers(values), starts) == [
        sum(w * v for w, v in part) for part in parts
    ]
    places = rows % 3
    assert sums.by_place(places, 3) == [sum(weights[place::3]) for place in range(3)]


def test_sixty_four_bit_weights_whose_sum_needs_more_become_whole_numbers_of_python() -> None:
    ballots = Ballots.from_rankings(["Ann", "Bob"], [((1,), 2**62), ((2,), 2**62 + 1)])
    assert ballots.total == 2**63 + 1
    assert exact(np.array([2**62, 2**62])).sum() == 2**63


RANKED = [
    "fptp",
    "block",
    "limited",
    "two-round",
    "approval",
    "yes-no",
    "schulze",
    "ranked-pairs",
    "copeland",
]
RANKED += ["minimax", "list-majority", "open-list"]
COMMITTEES = ["sequential-phragmen", "equal-shares", "pav", "pav-sequential"]
LISTS = ["d-hondt", "sainte-lague", "sainte-lague-modified", "adams", "dean", "huntington-hill", "hare"]
LISTS += ["hagenbach-bischoff", "cambridge-compromise"]
ROUNDED = ["droop", "hagenbach-bischoff-rounded"]
"""Their quota is a whole number of votes, so that proportions alone do not decide."""
ORDERED = ["irish", "cambridge"]
"""They move papers one by one: more than `MOST_IN_ORDER` are refused."""


def held(rule: str, election: tuple[int, Papers, int], scale: int) -> counting.Count:
    """Counted to the end: as points where the rule wants points, in order where it looks at the order."""
    candidates, papers, seats = election
    many = [(ranking, weight * scale) for ranking, weight in papers]
    chosen = counting.rule(rule)
    places = 6 * candidates if rule == "cambridge-compromise" else seats_for(rule, seats)
    if chosen.kind == "score":
        points = [({c: place for place, c in enumerate(ranking)}, weight) for ranking, weight in many]
        ballots = Ballots.from_scores([f"C{n}" for n in range(1, candidates + 1)], points)
    else:
        ballots = made(candidates, many, keep_sequence=chosen.order_sensitive)
    more = parameters_for(rule)
    if chosen.kind == "budget":
        more["costs"] = (30, 20, 40, 10, 20, 30)[:candidates]
    return complete(rule, ballots, places, **more)


@pytest.mark.parametrize("rule", counting.rules())
@settings(max_examples=15)
@given(election=elections(), bound=st.sampled_from([2**10, 2**50]))
def test_every_rule_counts_alike_in_64_bits_in_pieces_and_in_whole_numbers(
    rule: str, election: tuple[int, Papers, int], bound: int
) -> None:
    """A smaller bound makes the exact ways take over at weights at which the fast way is right."""
    scale = 1 if counting.rule(rule).order_sensitive else 1000
    fast = held(rule, election, scale)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("mandat.counting.sums._MOST", bound)
        assert held(rule, election, scale) == fast


UNORDERED = [rule.name for rule in counting.rules().values() if not rule.order_sensitive]


@pytest.mark.parametrize("rule", UNORDERED)
@settings(max_examples=15)
@given(election=elections())
def test_no_rule_loses_a_vote_at_large_weights(rule: str, election: tuple[int, Papers, int]) -> None:
    result = held(rule, election, LARGE)
    assert result.valid + result.invalid == LARGE * sum(weight for _, weight in election[1])
    if counting.rule(rule).kind == "stv":
        sums = {sum(stage.totals) + stage.exhausted + stage.lost for stage in result.stages}
        assert sums == {result.valid * 10**result.precision}


def scaled(rule: str, election: tuple[int, Papers, int], scale: int) -> counting.Count:
    candidates, papers, seats = election
    many = [(ranking, weight * scale) for ranking, weight in papers]
    places = 6 * candidates if rule == "cambridge-compromise" else seats_for(rule, seats)
    return complete(rule, made(candidates, many), places, **parameters_for(rule))


@pytest.mark.parametrize("rule", [*RANKED, *COMMITTEES, *LISTS])
@settings(max_examples=40)
@given(election=elections(), scale=st.sampled_from(SCALES))
def test_where_proportions_decide_the_same_papers_many_times_elect_the_same(
    rule: str, election: tuple[int, Papers, int], scale: int
) -> None:
    once, many = scaled(rule, election, 1), scaled(rule, election, scale)
    assert many.winners == once.winners
    assert many.stages[0].totals == tuple(
        votes if rule in CONDORCET else votes * scale for votes in once.stages[0].totals
    )
    assert (many.valid, many.invalid) == (once.valid * scale, once.invalid * scale)
    assert [tie.candidates for tie in many.ties] == [tie.candidates for tie in once.ties]


CONDORCET = [rule.name for rule in counting.rules().values() if rule.kind == "condorcet"]
"""Their totals are victories, not papers."""


@pytest.mark.parametrize("rule", CONDORCET)
@settings(max_examples=60)
@given(election=large_elections())
def test_pairs_are_those_of_python(rule: str, election: tuple[int, Papers, int]) -> None:
    candidates, papers, _ = election
    found = counting.count(rule, made(candidates, papers), 1)
    matrix = next(each for each in found.exhibits if each.name == "pairwise")
    for a in range(1, candidates + 1):
        for b in range(1, candidates + 1):
            over = sum(w for r, w in papers if a in r and (b not in r or r.index(a) < r.index(b)))
            assert matrix.rows[a - 1][b] == ("" if a == b else str(over))


@pytest.mark.parametrize("rule", [*RANKED[:6], *LISTS, *ROUNDED])
@settings(max_examples=40)
@given(election=large_elections())
def test_votes_are_those_of_python(rule: str, election: tuple[int, Papers, int]) -> None:
    candidates, papers, seats = election
    places = 6 * candidates if rule == "cambridge-compromise" else seats
    found = counting.count(rule, made(candidates, papers), places)
    firsts = rule in ("fptp", *LISTS, *ROUNDED)
    marks = {"block": places, "limited": max(1, places - 1), "two-round": places}.get(rule, candidates)
    counted = [(r[:1] if firsts else r, w) for r, w in papers if firsts or len(r) <= marks]
    assert found.stages[0].totals == tuple(
        sum(w for r, w in counted if c in r) for c in range(1, candidates + 1)
    )


@settings(max_examples=60)
@given(election=large_elections())
def test_the_largest_remainders_are_those_of_fractions(election: tuple[int, Papers, int]) -> None:
    candidates, papers, seats = election
    votes = [sum(w for r, w in papers if r[0] == c) for c in range(1, candidates + 1)]
    quota = Fraction(sum(votes) // (seats + 1) + 1)
    found = complete("droop", made(candidates, papers), seats)
    full = [int(v // quota) for v in votes]
    rest = sorted((v - n * quota for v, n in zip(votes, full, strict=True)), reverse=True)
    taken = [found.winners.count(c) for c in range(1, candidates + 1)]
    last = rest[seats - sum(full) - 1] if sum(full) < seats else None
    for n, v in enumerate(votes):
        assert taken[n] in (full[n], full[n] + 1)
        if last is not None and v:
            assert taken[n] >= full[n] + (v - full[n] * quota > last)


@settings(max_examples=60)
@given(
    papers=st.lists(
        st.tuples(
            st.dictionaries(st.integers(1, 3), st.integers(0, 5) | st.sampled_from([2**62, 10**25])),
            st.sampled_from(SCALES),
        ),
        min_size=1,
        max_size=6,
    )
)
@pytest.mark.parametrize("top", [5, 10**26])
def test_points_are_those_of_python(top: int, papers: list[tuple[dict[int, int], int]]) -> None:
    ballots = Ballots.from_scores(["Ann", "Bob", "Cy"], papers)
    good = [(p, w) for p, w in papers if max(p.values(), default=0) <= top]
    score = counting.count("score", ballots, 1, levels=top)
    assert score.stages[0].totals == tuple(sum(p.get(c, 0) * w for p, w in good) for c in (1, 2, 3))
    spread = [(p, w) for p, w in papers if 0 < sum(p.values()) <= top]
    cumulative = counting.count("cumulative", ballots, 1, votes=top)
    assert cumulative.stages[0].totals == tuple(sum(p.get(c, 0) * w for p, w in spread) for c in (1, 2, 3))
    assert cumulative.valid == sum(w for _, w in spread)


@pytest.mark.parametrize("rule", ORDERED)
def test_papers_that_cannot_be_laid_out_one_by_one_are_refused(rule: str) -> None:
    with pytest.raises(counting.BadBallotsError, match="are too many to be kept in their order"):
        made(2, [((1, 2), LARGE), ((2,), 1)], keep_sequence=True)
    with pytest.raises(counting.BadParameterError, match="depends on the order of the papers"):
        counting.count(rule, made(2, [((1, 2), LARGE), ((2,), 1)]), 1)


def test_weights_that_are_no_number_of_papers_are_refused() -> None:
    with pytest.raises(counting.BadBallotsError, match="more than 1,000 digits"):
        Ballots.from_rankings(["Ann", "Bob"], [((1,), 10**1000)])
    largest = Ballots.from_rankings(["Ann", "Bob"], [((1, 2), 10**1000 - 1), ((2,), 1)])
    result = counting.count("stv-scottish", largest, 1)
    assert len(result.decimal(result.stages[0].totals[0])) == 1000 + len(".00000")
    assert counting.render_text(result)
    assert counting.render_html(result)


def test_figures_with_thousands_of_digits_are_written_out() -> None:
    """A load is a sum of fractions over all turns; Python alone refuses to write more than 4,300 digits."""
    sets = [({n, n + 1, n + 2}, 10**600 + 7 * n * n + 1) for n in range(1, 59)]
    result = counting.count("sequential-phragmen", Ballots.from_approvals(map(str, range(1, 61)), sets), 58)
    assert len(result.elected) == 58
    assert max(len(row[2]) for row in result.exhibits[0].rows) > 4300


def test_candidates_beyond_what_a_matrix_can_show_are_refused() -> None:
    many = Ballots.from_rankings(map(str, range(3001)), [((1, 2), 1)])
    with pytest.raises(counting.BadBallotsError, match="3,001 candidates are too many to compare two by two"):
        counting.count("schulze", many, 1)


@pytest.mark.parametrize("rule", ["d-hondt", "list-majority", "open-list", "stv-scottish", "fptp"])
def test_seats_by_the_thousand_million_are_refused(rule: str) -> None:
    with pytest.raises(counting.BadParameterError, match="1,000,000,000,000 seats"):
        counting.count(rule, made(2, [((1, 2), 3)]), 10**12)


@pytest.mark.parametrize("suffix", ["blt", "csv"])
def test_files_with_weights_beyond_64_bits_are_counted_exactly(suffix: str, tmp_path: Path) -> None:
    weights = [LARGE, 2**63, 2**63 - 1, 2**63 - 1]
    papers = list(zip(("1 2", "2", "3", "3 2"), weights, strict=True))
    if suffix == "blt":
        lines = [
            "3 1",
            *(f"{weight} {ranking} 0" for ranking, weight in papers),
            "0",
            '"A"',
            '"B"',
            '"C"',
            '""',
        ]
    else:
        rows = (f"{(ranking + ' ').replace(' ', ',', 1)},{weight}" for ranking, weight in papers)
        lines = ["rank1,rank2,count", *(row.replace(" ", "") for row in rows)]
    path = tmp_path / f"large.{suffix}"
    path.write_text("\n".join([*lines, ""]))
    ballots = counting.read(path)
    assert ballots.total == sum(weights)
    assert counting.count("fptp", ballots, 1).stages[0].totals == (LARGE, 2**63, 2**64 - 2)
