"""What every rule in the registry gives: a frozen result that is written, read back, replayed and shown."""

from __future__ import annotations

import ast
import contextlib
import inspect
import sys
from typing import Any

import msgspec
import pytest

from mandat import counting
from mandat.counting import Ballots
from tests.counting.profiles import complete, parameters_for, seats_for

NAMES = ["Ann", "Bob", "Cy", "Dee"]
PAPERS = [((1, 2, 3), 9), ((2, 1), 5), ((3, 2), 4), ((4,), 3), ((4, 3), 2)]
every_rule = pytest.mark.parametrize("rule", list(counting.rules()))


def ballots_for(rule: str) -> Ballots:
    if counting.rule(rule).kind in ("score", "yes-no"):
        points = [(dict.fromkeys(ranking, 1), weight) for ranking, weight in PAPERS]
        return Ballots.from_scores(NAMES, points)
    return Ballots.from_rankings(NAMES, PAPERS, keep_sequence=True)


def more_for(rule: str) -> dict[str, Any]:
    more = parameters_for(rule)
    if rule == "cambridge-compromise":  # each list has five base seats
        return {"list_sizes": (9, 9, 9, 9)}
    return {**more, "list_sizes": (4, 3, 3, 2)} if "list_sizes" in counting.rule(rule).parameters else more


def result_of(rule: str) -> tuple[Ballots, counting.Count]:
    ballots = ballots_for(rule)
    seats = 24 if rule == "cambridge-compromise" else seats_for(rule, 2)
    return ballots, complete(rule, ballots, seats, **more_for(rule))


@every_rule
def test_the_result_is_frozen_written_read_back_and_replayed(rule: str) -> None:
    ballots, result = result_of(rule)
    assert result.rule == rule
    assert result.winners
    with pytest.raises(AttributeError):
        result.seats = 9  # type: ignore[misc]
    again = msgspec.json.decode(msgspec.json.encode(result), type=counting.Count)
    assert again == result
    counting.replay(again, ballots)


@every_rule
@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_result_is_shown_as_text_page_and_data(rule: str, language: Any) -> None:
    _, result = result_of(rule)
    text = counting.render_text(result, language=language)
    page = counting.render_html(result, language=language)
    for elected in result.elected:
        assert elected.name in text
        assert elected.name in page
    assert "<svg" in page
    plain = result.to_json()
    assert {"rule", "seats", "quota", "elected", "excluded", "stages", "ties"} <= set(plain)
    assert [len(stage["totals"]) for stage in plain["stages"]] == [len(NAMES)] * len(result.stages)
    assert all(isinstance(votes, str) for stage in plain["stages"] for votes in stage["totals"])


@every_rule
def test_the_module_says_what_text_it_follows_with_an_example(rule: str) -> None:
    module = sys.modules[inspect.unwrap(counting.rule(rule).function).__module__]
    spoken = ast.get_docstring(ast.parse(inspect.getsource(module))) or ""
    assert counting.rule(rule).text
    assert len(spoken) > 30


@every_rule
def test_blank_ballots_elect_nobody_or_ask(rule: str) -> None:
    """No paper names anybody: a lot, an empty seat, or a refusal in words, never a crash."""
    if counting.rule(rule).kind in ("score", "yes-no"):
        blank = Ballots.from_scores(NAMES, [({}, 3)])
    else:
        blank = Ballots.from_rankings(NAMES, [((), 3)], keep_sequence=True)
    with contextlib.suppress(counting.CountingError):
        result = counting.count(rule, blank, 1, **more_for(rule))
        assert result.question or len(result.elected) <= 1
