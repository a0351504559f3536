"""Worked numbers of real rulebooks."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from mandat.bylaws.expression import BylawsNames, DeclaredBody, DeclaredFact, Place, define, explain, parse

DATA = tomllib.loads((Path(__file__).parent / "vectors.toml").read_text("utf-8"))


def _define(name: str, given: Any) -> Any:
    rows = (
        given
        if isinstance(given, str)
        else [(None if when == "else" else when, value) for when, value in given]
    )
    return define(name, rows)


NAMES = BylawsNames(
    facts={name: DeclaredFact(**fact) for name, fact in DATA["names"]["facts"].items()},
    defines={name: _define(name, given) for name, given in DATA["names"]["defines"].items()},
    weights=DATA["names"]["weights"],
    bodies={name: DeclaredBody(**body) for name, body in DATA["names"]["bodies"].items()},
)
GROUPS = {*NAMES.bodies, "state", "affiliation"}
CASES = [(rule, numbers, value) for rule in DATA["rule"] for numbers, value in rule["cases"]]


def _numbers(given: dict[str, Any]) -> dict[str, Any]:
    return {name: _group(value) if name in GROUPS else value for name, value in given.items()}


def _group(given: Any) -> dict[str, dict[str, int]]:
    if isinstance(given, int):
        return {f"g{index}": {} for index in range(given)}
    return {f"g{index}": {"signed": signed} for index, signed in enumerate(given)}


@pytest.mark.parametrize(
    ("rule", "numbers", "value"),
    CASES,
    ids=[f"{rule['card']}: {rule['text']} {numbers}" for rule, numbers, _ in CASES],
)
def test_worked_number(rule: dict[str, Any], numbers: dict[str, Any], value: object) -> None:
    expression = parse(rule["text"], place=Place(rule["place"]), names=NAMES)
    found = expression.evaluate(_numbers(numbers))
    assert (found.value, found.questions) == (value, ())
    assert type(found.value) is type(value)
    explanation = explain(expression, _numbers(numbers))
    if isinstance(value, bool):
        assert all(clause.holds for clause in explanation) is value


def test_there_are_enough_of_them() -> None:
    assert len(CASES) >= 78
    assert {rule["card"] for rule in DATA["rule"]} >= {f"D{number:02}" for number in range(1, 15)}
