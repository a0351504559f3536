"""The registry, and a worked example for what sets each rule apart."""

from __future__ import annotations

from fractions import Fraction

import pytest

from mandat import counting
from mandat.counting import Ballots
from tests.counting.elections import ballots as election
from tests.counting.elections import outcome
from tests.counting.profiles import made


def test_an_unknown_rule_names_the_nearest_and_lists_all() -> None:
    with pytest.raises(
        counting.UnknownRuleError, match=r"no counting rule 'stv-scotish'\. Did you mean 'stv-scottish'\?"
    ):
        counting.rule("stv-scotish")
    with pytest.raises(counting.UnknownRuleError, match=r"Known rules: .*approval.*fptp"):
        counting.rule("zzzz")


def test_names_and_aliases_are_unique_and_every_rule_has_a_text() -> None:
    names = [name for rule in counting.rules().values() for name in (rule.name, *rule.aliases)]
    assert len(names) == len(set(names))
    assert all(rule.text and rule.title for rule in counting.rules().values())


@pytest.mark.parametrize("seats", [0, -1, True, 1.5, "2"])
def test_seats_must_be_a_positive_whole_number(seats: object) -> None:
    with pytest.raises(counting.BadParameterError, match="give a whole number of at least 1"):
        counting.count("fptp", made(2, [((1,), 1)]), seats)  # type: ignore[arg-type]


def test_an_unknown_parameter_is_refused() -> None:
    with pytest.raises(
        counting.BadParameterError, match="rule stv-scottish has no parameter 'batch'; it has: protected"
    ):
        counting.count("stv-scottish", made(2, [((1,), 1)]), 1, batch=True)


def test_elected_but_not_yet_transferred_is_not_continuing() -> None:
    # Both have the quota at stage 1; Ann's surplus passes over Bob although his has not moved.
    result = counting.count("stv-scottish", made(4, [((1, 2, 3), 10), ((2,), 8), ((4,), 3)]), 3)
    assert result.stages[1].candidates == (1,)
    assert {t.target for t in result.stages[1].transfers} == {3}


def test_papers_of_different_value_get_different_new_values() -> None:
    # Bob's surplus at stage 3 holds papers worth 1 and papers worth less: rule 48(3) multiplies each by its
    # own value.
    result = counting.count("stv-scottish", made(4, [((1, 2, 3), 12), ((2, 4), 4), ((3,), 2), ((4,), 2)]), 3)
    values = {t.target: Fraction(t.votes, t.papers * 10**5) for t in result.stages[2].transfers}
    assert result.stages[2].candidates == (2,)
    assert values == {3: Fraction(1, 5), 4: Fraction(2, 5)}


def test_ers97_excludes_as_many_together_as_possible() -> None:
    result = counting.count(
        "ers97", made(5, [((1,), 45), ((2,), 40), ((3, 2), 5), ((4, 2), 3), ((5,), 1)]), 1
    )
    assert result.stages[1].candidates == (5, 4, 3)
    assert result.winners == (2,)


def test_ers97_lowers_the_quota_while_nobody_is_elected() -> None:
    result = counting.count("ers97", made(4, [((1,), 40), ((2,), 38), ((3,), 20), ((4,), 12)]), 1)
    assert [result.decimal(s.quota) for s in result.stages if s.quota] == ["39.00"]
    assert result.winners == (1,)


def test_northern_ireland_lets_a_surplus_wait_that_cannot_change_the_lowest() -> None:
    result = counting.count(
        "stv-ni", made(5, [((1, 2), 35), ((2,), 30), ((3,), 20), ((4,), 14), ((5, 3), 1)]), 2
    )
    assert [(s.kind, s.candidates) for s in result.stages[1:2]] == [("exclusion", (5, 4))]


def test_wigm_batch_defeats_sure_losers_and_elects_the_same() -> None:
    papers = [((1,), 45), ((2,), 40), ((3, 2), 5), ((4, 2), 3), ((5,), 1)]
    slow = counting.count("wigm", made(5, papers), 1)
    quick = counting.count("wigm", made(5, papers), 1, batch=True)
    assert slow.winners == quick.winners
    assert len(quick.stages) < len(slow.stages)


def test_new_zealand_elects_one_by_absolute_majority_not_by_meek() -> None:
    # Part 2, clause 26: half of the votes suffices, rounded up. After Cy falls Ann has 5 of 10.
    papers = [((1,), 3), ((2,), 4), ((3, 1), 2), ((4, 2), 1)]
    result = counting.count("meek-nz", made(4, papers), 1)
    assert (result.winners, result.question) == ((2,), None)  # Dee falls first, and Bob has 5 of 10
    assert [result.decimal(s.quota) for s in result.stages if s.quota] == ["5.000000000"] * 2


def test_new_zealand_two_with_exactly_half_are_told_apart_by_the_first_difference() -> None:
    # Clauses 34(b) and 40: at the first step Bob had more, so Ann is excluded; no lot is needed.
    result = counting.count("meek-nz", made(3, [((1,), 4), ((2,), 5), ((3, 1), 2), ((3, 2), 1)]), 1)
    assert [result.decimal(votes) for votes in result.stages[-1].totals[:2]] == ["6.000000000"] * 2
    assert [(t.paragraph, t.candidates, t.chosen, t.how) for t in result.ties] == [
        ("clauses 34 and 40", (1, 2), 1, "stage 1"),
    ]
    assert result.winners == (2,)


def test_new_zealand_withdraws_who_is_on_no_paper_and_leaves_the_seat_empty() -> None:
    # Clauses 20 and 21.
    result = counting.count("meek-nz", made(4, [((1,), 9), ((2, 1), 4)]), 3)
    assert result.winners == (1, 2)
    assert [(e.candidate, e.stage) for e in result.excluded] == [(3, 1), (4, 1)]


def test_meek_passes_on_votes_that_come_to_an_elected_candidate_later() -> None:
    # Cy's papers name Ann, elected with a surplus, then Dee: under Meek they flow through Ann to Dee.
    papers = [((1, 2), 40), ((3, 1, 4), 9), ((2,), 14), ((4,), 20)]
    result = counting.count("meek", made(4, papers), 2)
    assert result.stages[-1].totals[3] > 20 * 10**9


@pytest.mark.parametrize("name", ["au_senate_2016_act", "au_senate_2019_nt"])
def test_senate_elections_as_the_commission_distributed_them(name: str) -> None:
    known = outcome(name)
    result = counting.count("au-senate", election(name), known["seats"])
    assert [e.candidate for e in result.elected] == known["winners"]
    assert [e.stage for e in result.elected] == known["elected_at_count"]
    assert (result.quota, result.valid) == (known["quota"], known["formal_ballots"])
    assert list(result.stages[0].totals) == [c["first_preferences"] for c in known["candidates"]]


def test_dublin_west_elects_the_official_members() -> None:
    known = outcome("ie_2002_dublin_west")
    result = counting.count("irish", election("ie_2002_dublin_west", keep_sequence=True), 3)
    assert sorted(result.winners) == known["winners"]
    assert (result.quota, result.valid) == (known["quota"], known["valid_poll"])


def test_cambridge_elects_the_official_council_with_its_piles() -> None:
    known = outcome("us_cambridge_2021_council")
    result = counting.count(
        "cambridge", election("us_cambridge_2021_council", keep_sequence=True), known["seats"]
    )
    assert {e.name for e in result.elected} == set(known["winners"])
    piles = {name: votes for name, votes in zip(result.names, result.stages[-1].totals, strict=True) if votes}
    assert piles | {"exhausted": result.stages[-1].exhausted} == known["final_piles"]


def test_st_louis_approvals() -> None:
    known = outcome("us_st_louis_2025_mayor_primary")
    papers = [({number}, votes) for number, votes in enumerate(known["approvals"], start=1)]
    result = counting.count("approval", Ballots.from_approvals(known["candidates"], papers), 2)
    assert [e.name for e in result.elected] == known["winners"]
    assert list(result.stages[0].totals) == known["approvals"]


def test_blank_papers_are_invalid_and_withdrawn_candidates_are_passed_over() -> None:
    ballots = Ballots.from_rankings(
        ["Ann", "Bob", "Cy"], [((1, 2), 5), ((), 2), ((3,), 1), ((2,), 1)]
    ).without([1])
    result = counting.count("stv-scottish", ballots, 1)
    assert (result.valid, result.invalid) == (7, 2)
    assert result.stages[0].totals == (0, 6 * 10**5, 10**5)
    assert 1 not in result.runners_up


def test_no_more_candidates_than_seats_are_all_elected() -> None:
    result = counting.count("stv-scottish", made(2, [((1,), 5)]), 3)
    assert result.winners == (1, 2)


def test_json_has_the_published_form() -> None:
    result = counting.count("stv-scottish", made(3, [((1, 2), 6), ((3,), 3), ((2,), 1)]), 2).to_json()
    assert result["elected"] == [
        {"candidate": 1, "name": "C1", "stage": 1},
        {"candidate": 3, "name": "C3", "stage": 3},
    ]
    assert result["excluded"] == [{"candidate": 2, "name": "C2", "stage": 2}]
    assert (result["rule"], result["seats"], result["quota"]) == ("stv-scottish", 2, 4)
    assert result["stages"][1]["totals"] == ["4.00000", "2.99998", "3.00000"]
    assert result["ties"] == []
