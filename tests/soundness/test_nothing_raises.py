"""No expression that the checker accepts makes the judge raise, wherever it stands (LANGUAGE, section 2)."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec
import pytest

from mandat.service.cases import Runner, read_case
from tests.soundness.weaving import woven

CASES = Path(__file__).parents[2] / "cases"
NAMES = sorted(str(file.parent.relative_to(CASES)) for file in CASES.rglob("case.toml"))
SEEDS, MOST = (range(40), 400) if os.environ.get("MANDAT_LONG") else (range(1), 40)


@pytest.mark.parametrize("name", NAMES)
def test_a_case_goes_as_ever_with_random_expressions_woven_into_its_bylaws(name: str) -> None:
    case = read_case(CASES / name)
    for seed in SEEDS:
        bylaws, about = woven(case.bylaws, seed, MOST)
        Runner(msgspec.structs.replace(case, bylaws=bylaws.text)).run()
        assert about
