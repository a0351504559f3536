"""The table of what stands behind each rule fits the registry, and the tests it names are there."""

from __future__ import annotations

from pathlib import Path

import pytest

from mandat import counting
from tests.docs.evidence import EVIDENCE, NONE

TESTS = Path(__file__).parents[1]


def test_every_rule_of_the_registry_is_in_the_table() -> None:
    assert set(EVIDENCE) == set(counting.rules())


@pytest.mark.parametrize("rule", EVIDENCE)
def test_the_tests_named_are_there_and_one_of_them_is_about_the_rule(rule: str) -> None:
    texts = [(TESTS / each).read_text() for each in EVIDENCE[rule].tests]
    names = (rule, *counting.rule(rule).aliases)
    assert any(f'"{name}"' in text for text in texts for name in names), (
        f"no test named for {rule} counts by it"
    )


def test_no_rule_has_neither_results_nor_oracles() -> None:
    bare = [rule for rule, found in EVIDENCE.items() if (found.official, found.oracles) == (NONE, NONE)]
    assert bare == []
