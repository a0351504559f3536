"""Every case under ``cases/``: bylaws, acts, and the rulings they must get."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from mandat.federation.engine import ACTS
from mandat.service.cases import CaseError, CaseResult, Runner, people, read_case

CASES = Path(__file__).parents[2] / "cases"
ALL = sorted(path.parent for path in CASES.glob("*/case.toml"))
MANDAT = [sys.executable, "-c", "from mandat.cli.app import main; main()"]


def differences(result: CaseResult) -> list[str]:
    """All that differs, each with the number of its step."""
    steps = [f"step {each.step.number}: {text}" for each in result.steps for text in each.differences]
    return [*steps, *result.differences]


@pytest.mark.parametrize("case", ALL, ids=lambda path: path.name)
def test_every_ruling_is_the_one_expected(case: Path) -> None:
    assert not differences(Runner(read_case(case)).run())


def test_the_command_runs_it_too_and_keeps_a_record_that_verifies(tmp_path: Path) -> None:
    record = tmp_path / "record"
    case = CASES / "standing-recall"
    ran = subprocess.run(
        [*MANDAT, "run", str(case), "--keep", str(record)], capture_output=True, text=True, check=False
    )
    assert "all rulings are as expected" in ran.stdout, ran.stdout + ran.stderr
    assert ran.returncode == 0
    verified = subprocess.run([*MANDAT, "verify", str(record)], capture_output=True, text=True, check=False)
    assert "Signatures, order, hashes, rulings and state agree" in verified.stdout
    assert verified.returncode == 0


def elsewhere(what: str, folder: Path, seed: str) -> dict[str, str]:
    """What another process finds, under a hash seed of its own."""
    command = [sys.executable, "-m", "tests.cases.elsewhere", what, str(folder)]
    env = {**os.environ, "PYTHONHASHSEED": seed}
    found: dict[str, str] = json.loads(
        subprocess.run(command, cwd=CASES.parent, env=env, capture_output=True, check=True).stdout
    )
    return found


def test_every_case_written_under_one_hash_seed_verifies_under_two_others(tmp_path: Path) -> None:
    """Python salts the order of sets and maps anew in each process; no ruling may hang on it, not even a number it shows."""
    written = elsewhere("write", tmp_path, "0")
    assert len(written) >= 34
    assert {name: said for name, said in written.items() if len(said) != 64} == {}
    for seed in ("1", "2"):
        assert elsewhere("verify", tmp_path, seed) == written


def test_the_cases_use_every_act() -> None:
    """A new act comes with a case; an act that is here by exception says why."""
    rulebooks = sorted(file.parent for file in CASES.glob("rulebooks/*/*/case.toml"))
    used = {step.act for case in (*ALL, *rulebooks) for step in read_case(case).steps} | {"federation.found"}
    assert sorted(set(ACTS) - used) == []


def test_a_ruling_that_differs_is_told_with_its_step(tmp_path: Path) -> None:
    (tmp_path / "bylaws.toml").write_text('mandat = 1\nid = "x"\n[body.club]\ntype = "assembly"\n')
    (tmp_path / "case.toml").write_text(
        '[[step]]\nby = "registrar"\nact = "member.enrol"\nperson = ["ann", "b-1..2"]\nbody = "club"\n'
        'expect = "refused"\n[end]\nmembers = { club = 4 }\n'
    )
    found = differences(Runner(read_case(tmp_path)).run())
    assert found[0].startswith("step 1: expected refused, got admitted")
    assert found[1] == "at the end club has 3 members, expected 4"


def test_a_difference_ends_the_command_with_1(tmp_path: Path) -> None:
    (tmp_path / "bylaws.toml").write_text('mandat = 1\nid = "x"\n[body.club]\ntype = "assembly"\n')
    (tmp_path / "case.toml").write_text(
        '[[step]]\nby = "registrar"\nact = "member.enrol"\nperson = "ann"\nbody = "pub"\n'
    )
    ran = subprocess.run([*MANDAT, "run", str(tmp_path)], capture_output=True, text=True, check=False)
    assert ran.returncode == 1
    assert "expected admitted, got refused: not met: the body pub exists" in ran.stdout
    assert "1 differ" in ran.stdout


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({}, "case.toml is missing: a case is a directory with case.toml and bylaws.toml"),
        ({"case.toml": "title ="}, "case.toml: "),
        ({"case.toml": '[[step]]\nact = "member.enrol"\n'}, "step 1: a step has an act, and by (or each)"),
        ({"case.toml": 'start = "tomorrow"\n'}, "step 0: "),
    ],
)
def test_a_case_that_cannot_be_read_says_what_is_wrong(
    files: dict[str, str], words: str, tmp_path: Path
) -> None:
    (tmp_path / "bylaws.toml").write_text('mandat = 1\nid = "x"\n')
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    with pytest.raises(CaseError) as error:
        read_case(tmp_path)
    assert words in str(error.value)


def test_a_file_that_a_step_names_and_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "bylaws.toml").write_text('mandat = 1\nid = "x"\n[body.club]\ntype = "assembly"\n')
    (tmp_path / "case.toml").write_text(
        '[[step]]\nby = "registrar"\nact = "member.import"\ncount = 1\nfiles = { list = "people.csv" }\n'
    )
    with pytest.raises(CaseError, match=r"step 1: people\.csv cannot be read"):
        Runner(read_case(tmp_path)).run()


def test_ranges_of_people() -> None:
    assert people(["ann", "m-9..11", 3]) == ["ann", "m-9", "m-10", "m-11", 3]


def test_the_two_bureaus_differ_by_one_line_of_the_bylaws_and_not_by_the_acts() -> None:
    proportional, majority = CASES / "bureau-two-ways", CASES / "bureau-two-ways-majority"
    lines = [(path / "bylaws.toml").read_text().splitlines() for path in (proportional, majority)]
    assert [pair for pair in zip(*lines, strict=True) if pair[0] != pair[1]] == [
        (
            'elect = { article = "3.2", method = "d-hondt", lists = "caucus", ballot = "open" }',
            'elect = { article = "3.2", method = "list-majority", lists = "caucus", ballot = "open" }',
        )
    ]
    acts = [
        [(s.act, s.by, s.each, s.fields) for s in read_case(path).steps] for path in (proportional, majority)
    ]
    assert acts[0][: len(acts[1])] == acts[1]
