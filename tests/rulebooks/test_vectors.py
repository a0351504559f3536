"""Every worked ruling of the real rulebooks, through the public commands."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from mandat.bylaws.findings import check
from mandat.bylaws.reading.loader import load
from mandat.cli.app import app
from mandat.service import published
from mandat.service.cases import CaseResult, Runner, read_case
from tests.rulebooks.vectors import CASES, Vector, all_vectors, asked

ALL = all_vectors()
ASKED = [(name, number) for name, each in ALL.items() for number, v in enumerate(each.vector) if v.ask]
RUN = [(name, number) for name, each in ALL.items() for number, v in enumerate(each.vector) if v.run]
RUNS = sorted({(name, vector.run) for name, each in ALL.items() for vector in each.vector if vector.run})
RULEBOOKS = published.names("rulebook")
SOURCE = Path(__file__).parents[2] / "src" / "mandat"


@cache
def ran(name: str, case: str) -> CaseResult:
    """Run a case once."""
    return Runner(read_case(CASES / name / case)).run()


@pytest.mark.parametrize(("name", "number"), ASKED)
def test_the_command_gives_the_ruling_and_its_article(name: str, number: int, tmp_path: Path) -> None:
    vector = ALL[name].vector[number]
    said = CliRunner().invoke(app, asked(ALL[name], vector, CASES / name, tmp_path))
    assert said.exit_code == 0, f"{vector.says}\n{said.output}"
    answer = json.loads(said.output)
    assert {vector.outcome, vector.value} & {
        answer["answer"]["outcome"],
        _number(answer["answer"]["value"]),
    }, f"{vector.says}: {answer['answer']}"
    assert vector.article in {ground["article"] for ground in answer["grounds"]}, vector.says


def _number(value: Any) -> str | None:
    """Write the value of an answer as a vector does; None for a truth."""
    return None if isinstance(value, bool) or value is None else str(value)


@pytest.mark.parametrize(("name", "case"), RUNS)
def test_every_ruling_of_a_case_is_the_one_expected(name: str, case: str) -> None:
    result = ran(name, case)
    differences = [f"step {each.step.number}: {text}" for each in result.steps for text in each.differences]
    assert not [*differences, *result.differences]


@pytest.mark.parametrize(("name", "number"), RUN)
def test_the_steps_of_a_vector_cite_its_article(name: str, number: int) -> None:
    vector = ALL[name].vector[number]
    steps = {each.step.number: each for each in ran(name, vector.run or "").steps}
    assert vector.steps, f"{vector.says}: say which steps give the ruling"
    for step in vector.steps:
        words = steps[step].words
        cited = {ground.article for ground in words.grounds} if words else set()
        assert vector.article in cited, f"{vector.says}: step {step} cites {sorted(map(str, cited))}"


@pytest.mark.parametrize("name", RULEBOOKS)
def test_each_rulebook_has_vectors_two_of_them_as_acts(name: str) -> None:
    (vectors,) = (each for each in ALL.values() if each.rulebook == name)
    assert sum(vector.run is not None for vector in vectors.vector) >= 2
    assert all(_is_one_question(vector) for vector in vectors.vector)


def _is_one_question(vector: Vector) -> bool:
    """A vector is asked with a result that is expected, or it is run."""
    return (bool(vector.ask) and bool(vector.outcome or vector.value)) != (vector.run is not None)


@pytest.mark.parametrize("name", RULEBOOKS)
def test_the_checker_finds_what_the_source_has_and_nothing_else(name: str) -> None:
    (vectors,) = (each for each in ALL.values() if each.rulebook == name)
    bylaws = load(published.text("rulebook", name), file=name)
    found = sorted((each.code, each.article or "") for each in check(bylaws) if each.level != "note")
    assert found == sorted(vectors.expected_findings)


def test_no_name_of_a_rulebook_occurs_in_the_code() -> None:
    cards = re.compile(r"\bD(0[1-9]|1[0-4])\b")
    # Readers of files are called after those who write them, and a study of history names the rulebooks it compares.
    elsewhere = (SOURCE / "counting" / "formats", SOURCE / "study" / "history")
    files = [
        path for path in SOURCE.rglob("*.py") if not any(path.is_relative_to(each) for each in elsewhere)
    ]
    codes = {path: path.read_text(encoding="utf-8") for path in files}
    assert not [path for path, code in codes.items() if cards.search(code)]
    words = {word for name in RULEBOOKS for word in [name, name.partition("-")[2]]}
    assert not [(path, word) for path, code in codes.items() for word in sorted(words) if word in code]
