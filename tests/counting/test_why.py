"""Why somebody was not elected: the sentences are right, for every rule, and where they name a number it is exact."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from mandat import counting
from mandat.counting import BadParameterError, Ballots, Candidate, Count
from mandat.counting.rendering import why, why_in_words
from tests.counting.profiles import Papers, all_rules, complete, elections, made, seats_for
from tests.counting.test_every_rule import every_rule, result_of

NAMES = ["Ann", "Bob", "Cy", "Dee"]


def told(
    rule: str, ballots: Ballots, seats: int, candidate: int, language: Any = "en", **parameters: Any
) -> str:
    return why_in_words(complete(rule, ballots, seats, **parameters), ballots, candidate, language)


def ranked(*papers: tuple[tuple[int, ...], int], names: list[str] = NAMES) -> Ballots:
    return Ballots.from_rankings(names, papers)


@every_rule
@pytest.mark.parametrize("language", ["en", "fr", "de"])
def test_every_candidate_of_every_rule_is_told_something_in_every_language(rule: str, language: Any) -> None:
    ballots, result = result_of(rule)
    for number, name in enumerate(NAMES, 1):
        said = why_in_words(result, ballots, number, language)
        assert name in said
        assert "{" not in said
        assert said.endswith(".")


def test_stv_tells_transfers_the_exclusion_and_who_was_ahead() -> None:
    ballots = ranked(((1, 3, 2), 10), ((2,), 6), ((3,), 4), ((4, 3), 2))
    assert told("stv-scottish", ballots, 1, 3) == (
        "Cy was not elected. First preferences: 4.00000, place 3 of 4. Transfers brought Cy to 6.00000 by stage 2; the "
        "largest came from Dee, 2.00000. At stage 2 Cy was excluded, having the fewest votes of all who were still in the "
        "count: 6.00000, as many as Bob. Stage 2: Bob and Cy were equal; Cy was chosen by the votes at stage 1 (rule 51(2))."
    )
    assert told("stv-scottish", ballots, 1, 2).endswith(
        "At stage 3 Bob was excluded, having the fewest votes of all who were still in the count: 6.00000; the next, Ann, had "
        "10.00000."
    )
    assert told("wigm", ballots, 1, 1).startswith("Ann was elected at stage ")


def test_stv_tells_who_was_left_over_when_the_seats_were_full() -> None:
    ballots = ranked(((1, 2), 9), ((2,), 5), ((3, 2), 4), ((4,), 5))
    assert told("stv-ni", ballots, 2, 4).endswith(
        "When the last seat was filled, at stage 3, Dee stood at 5.00; Bob, who took it, at 9.99. The quota was 8.00; 3.00 "
        "were missing."
    )


def test_several_who_fall_together_could_not_come_up_together() -> None:
    ballots = ranked(((1,), 30), ((2,), 20), ((3,), 3), ((4,), 2))
    assert (
        "At stage 1 Dee was excluded together with Cy: all of them together had 5, and the next, Bob, had 20."
        in told("irv", ballots, 1, 4)
    )


def test_a_rule_that_drops_who_has_too_few_says_so() -> None:
    ballots = Ballots.from_rankings(NAMES, [((1,), 9), ((2,), 8), ((3,), 7), ((4,), 1)], keep_sequence=True)
    assert told("cambridge", ballots, 2, 4, signatures=2).endswith(
        "The rule first drops whoever has fewer than 2 votes at that point."
    )


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (
            "schulze",
            "Compared head to head, Cy beats Ann, the last to be elected, 5:4, but this does not decide. The strongest chain of "
            "majorities from Ann to Cy has 6:3 as its weakest link; back it is only 5:4.",
        ),
        (
            "ranked-pairs",
            "Compared head to head, Cy beats Ann, the last to be elected, 5:4, but this does not decide. The majorities locked "
            "in lead from Ann to Cy: Ann over Bob 6:3, Bob over Cy 7:2.",
        ),
        (
            "minimax",
            "Compared head to head, Cy beats Ann, the last to be elected, 5:4, but this does not decide. The worst defeat of Cy "
            "is 2:7 against Bob; that of Ann is 4:5 against Cy.",
        ),
        (
            "split-cycle",
            "Compared head to head, Cy beats Ann, the last to be elected, 5:4, but this does not decide. Bob defeats Cy 7:2, and "
            "no circle of majorities discards that.",
        ),
    ],
)
def test_a_circle_of_majorities_is_told_in_the_terms_of_each_rule(rule: str, said: str) -> None:
    ballots = ranked(((1, 2, 3), 4), ((2, 3, 1), 3), ((3, 1, 2), 2), names=NAMES[:3])
    assert told(rule, ballots, 1, 3) == f"Cy was not elected. {said}"


def test_a_condorcet_winner_beats_everybody_and_a_default_option_drops() -> None:
    ballots = ranked(((1, 2, 3), 5), ((2, 1), 4), ((3,), 2), names=["Ann", "Bob", "None of them"])
    assert told("schulze", ballots, 1, 2).endswith("beats Bob 5:4. Ann beats everybody else.")
    assert told("schulze", ballots, 1, 2, default=3, quorum=10) == (
        "Bob was not elected. Against the default option, None of them, Bob came to 9:2; that was not "
        "enough to stay in the count."
    )
    assert told("schulze", ballots, 1, 3, default=3).endswith(
        "None of them is the default option: it wins only if no other is left."
    )


def test_star_tells_the_runoff_or_who_came_into_it() -> None:
    ballots = Ballots.from_scores(NAMES[:3], [({1: 5, 2: 4}, 3), ({2: 5, 3: 1}, 4), ({1: 5, 3: 2}, 2)])
    assert (
        told("star", ballots, 1, 2)
        == "Bob was not elected. In the runoff for seat 1, Ann was preferred to Bob 5:4."
    )
    assert told("star", ballots, 1, 3) == (
        "Cy was not elected. For the last seat Ann and Bob came into the runoff by their points; Cy had 8."
    )


def test_two_rounds_tell_who_goes_on() -> None:
    ballots = ranked(((1,), 4), ((2,), 3), ((3,), 2), names=NAMES[:3])
    assert told("two-round", ballots, 1, 2) == (
        "Bob goes on to the second round with a total of 3; nobody is elected before it."
    )
    assert told("two-round", ballots, 1, 3).endswith(
        "Of those who go on to the second round Bob had the fewest votes, 3; Cy had 2."
    )


def test_yes_and_no_tell_the_majority_the_quorum_or_the_others() -> None:
    papers = [({1: 1, 2: 0, 3: 1, 4: 1}, 5), ({1: 1, 2: 1, 3: 0}, 3), ({4: 0}, 2)]
    ballots = Ballots.from_scores(NAMES, papers)
    assert told("yes-no", ballots, 1, 2).endswith(
        "Yes to Bob: 3; no: 5. More than 1/2 of these answers had to be yes."
    )
    assert told("yes-no", ballots, 1, 3).endswith("others had more for the seats there are.")
    assert told("yes-no", ballots, 1, 3, quorum=6).endswith("Yes to Cy: 5; the quorum was 6.")


def test_committees_tell_what_the_papers_already_have() -> None:
    ballots = Ballots.from_approvals(NAMES, [({1, 2, 3}, 6), ({4}, 4), ({1, 2}, 1), ({1}, 1)])
    assert told("pav-sequential", ballots, 2, 2) == (
        "Bob was not elected. Papers that approve Bob: 7; that approve Dee, elected with the fewest: 4. Of the papers that "
        "approve Bob, 7 of 7 also approve somebody who is elected. The last seat went to Dee: by the rule's figure, 4, nobody "
        "who was left came before."
    )
    assert told("pav", ballots, 2, 3).endswith(
        "The rule elects the committee that is best as a whole; none with Cy is as good."
    )


def test_budgets_tell_cost_and_money() -> None:
    ballots = Ballots.from_approvals(NAMES, [({1, 2}, 6), ({3}, 4), ({4}, 1)])
    money = {"costs": (60, 30, 20, 15), "budget": 100}
    assert told("budget-greedy", ballots, 4, 3, **money) == (
        "Cy was not chosen. Votes for Cy: 4; cost: 20. Of the budget of 100, 10 is left: Cy costs more."
    )
    assert told("budget-greedy", ballots, 4, 4, **money, threshold=2).endswith(
        "The rule asks for at least 2 votes."
    )
    assert told("budget-greedy", ballots, 4, 4, costs=(60, 30, 20, 5), budget=100, skip=False).endswith(
        "The rule stops at the first project that does not fit, and Dee came after that."
    )
    assert told("budget-equal-shares", ballots, 4, 4, completion="none", **money).endswith(
        "but those who support Dee could not pay for it out of their shares."
    )


def test_lists_tell_threshold_caps_and_the_people_of_an_open_list() -> None:
    ballots = ranked(((1,), 60), ((2,), 36), ((3,), 4), names=NAMES[:3])
    assert told("d-hondt", ballots, 4, 3, threshold="5%") == (
        "Seats of Cy: 0 of 4; votes: 4 of 100. That is below the threshold of 5 votes. With 17 votes more, the others "
        "unchanged, Cy would have been sure of one seat more."
    )
    assert told("d-hondt", ballots, 4, 1, most=3).endswith("The list can take no more seats.")
    people = [Candidate(1, "Ann", "Red"), Candidate(2, "Bob", "Red"), Candidate(3, "Cy", "Blue")]
    among = Ballots.from_rankings(people, [((1,), 3), ((2,), 5), ((3,), 1)])
    assert told("open-list", among, 1, 1) == (
        "Ann was not elected. Votes for Ann: 3; for Bob, the last of the list to get a seat: 5."
    )
    assert told("open-list", among, 1, 3) == (
        "Cy was not elected. The list of Cy got no seat. With 8 votes more, the others unchanged, Blue would have been sure of "
        "one seat more."
    )


LISTS = [rule.name for rule in counting.rules().values() if rule.kind == "list" and rule.parameters[1:]]
ADDED = [name for name in LISTS if name not in ("open-list", "cambridge-compromise")]


@pytest.mark.parametrize("rule", ADDED)
@settings(max_examples=20)
@given(election=elections())
def test_the_missing_votes_of_a_list_are_exactly_enough(rule: str, election: tuple[int, Papers, int]) -> None:
    candidates, papers, seats = election
    result = complete(rule, made(candidates, papers), seats)
    for number in result.runners_up[:2]:
        missing = next(
            (
                s.values["missing"]
                for s in why(result, made(candidates, papers), number)
                if "missing" in s.values
            ),
            None,
        )
        if isinstance(missing, int):
            own = result.winners.count(number)
            assert _least(rule, candidates, papers, seats, number, missing) > own
            assert missing == 1 or _least(rule, candidates, papers, seats, number, missing - 1) <= own


def _least(rule: str, candidates: int, papers: Papers, seats: int, number: int, more: int) -> int:
    """The seats that a list is sure of with more votes: counted with a lot against it wherever one is asked."""
    ballots, lots = made(candidates, [*papers, ((number,), more)]), tuple[int, ...]()
    while True:
        found = counting.rule(rule).function(ballots, seats, lots=lots)
        if found.question is None:
            return int(found.winners.count(number))
        lots = (*lots, max(found.question.candidates, key=lambda n: n != number))


@pytest.mark.parametrize("rule", ["fptp", "block", "limited", "approval", "borda"])
@settings(max_examples=40)
@given(election=elections())
def test_with_the_missing_votes_somebody_draws_level(rule: str, election: tuple[int, Papers, int]) -> None:
    candidates, papers, seats = election
    ballots = made(candidates, papers)
    result = complete(rule, ballots, seats)
    fewest = min((result.stages[0].totals[n - 1] for n in result.winners), default=0)
    for number in result.runners_up:
        said = {key: value for each in why(result, ballots, number) for key, value in each.values.items()}
        own = result.stages[0].totals[number - 1]
        missing = said.get("missing")
        in_words = (
            missing
            if isinstance(missing, str)
            else result.decimal(10**result.precision * int(str(missing or 0)))
        )
        assert in_words == result.decimal(fewest - own) or (missing is None and fewest == own)


@pytest.mark.parametrize("rule", [name for name in all_rules() if name not in ("cambridge", "qpq")])
@settings(max_examples=20)
@given(election=elections())
def test_who_falls_last_of_all_is_said_so_only_where_it_is_so(
    rule: str, election: tuple[int, Papers, int]
) -> None:
    candidates, papers, seats = election
    ballots = Ballots.from_rankings(NAMES_OF[:candidates], papers, keep_sequence=True)
    result = complete(rule, ballots, seats_for(rule, seats))
    for fallen in result.excluded:
        said = why_in_words(result, ballots, fallen.candidate)
        totals = result.stages[fallen.stage - 1].totals
        others = [totals[n - 1] for n in _in_the_count(result, fallen.stage) if n != fallen.candidate]
        if "having the fewest votes" in said:
            assert totals[fallen.candidate - 1] <= min(others, default=0)
        else:
            together = [e for e in result.excluded if e.stage == fallen.stage]
            assert len(together) > 1 or not others or totals[fallen.candidate - 1] > min(others)


NAMES_OF = [f"C{n}" for n in range(1, 7)]


def _in_the_count(result: Count, stage: int) -> list[int]:
    gone = {e.candidate for e in result.excluded if e.stage < stage}
    gone |= {e.candidate for e in result.elected if e.stage <= stage}
    return [n for n in range(1, len(result.names) + 1) if n not in gone]


def test_who_withdrew_whom_a_lot_awaits_and_who_has_no_number() -> None:
    people = [
        Candidate(1, "Ann"),
        Candidate(2, "Bob"),
        Candidate(3, "Cy"),
        Candidate(4, "Dee", withdrawn=True),
    ]
    ballots = Ballots.from_rankings(people, [((1,), 3), ((2,), 3), ((3,), 1)])
    result = counting.count("fptp", ballots, 1)
    assert why_in_words(result, ballots, 4) == "Dee withdrew and did not stand."
    assert why_in_words(result, ballots, 1) == (
        "Ann is neither elected nor out yet: a lot has to be drawn between Ann and Bob."
    )
    assert why_in_words(result, ballots, 3) == (
        "Cy is not elected so far; the count waits for a lot between Ann and Bob."
    )
    with pytest.raises(BadParameterError, match="no candidate has the number 5; numbers run from 1 to 4"):
        why(result, ballots, 5)


def test_people_of_one_name_are_told_apart_by_their_numbers() -> None:
    ballots = ranked(((1, 2, 3), 4), ((2, 3, 1), 3), ((3, 1, 2), 2), names=["Ann", "Jo", "Jo"])
    assert told("ranked-pairs", ballots, 1, 3).endswith("Ann over Jo (2) 6:3, Jo (2) over Jo (3) 7:2.")
