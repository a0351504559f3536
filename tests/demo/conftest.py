"""The demonstration on three small wards, once in each language."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from mandat.demo.result import DemoResult
from mandat.demo.run import run_demo
from mandat.language import Language

WARDS = ("eilean_siar_2017_ward9", "highland_2022_inverness_central", "moray_2017_ward7")


class Run(msgspec.Struct, frozen=True):
    """What a run gave: its result, its page, and the progress it reported."""

    result: DemoResult
    page: str
    progress: tuple[tuple[str, int, int], ...]

    @property
    def record(self) -> Path:
        return Path(self.result.record)


def run(directory: Path, language: Language) -> Run:
    steps: list[tuple[str, int, int]] = []
    result = run_demo(
        directory, lambda step, done, total: steps.append((step, done, total)), language, ids=WARDS
    )
    return Run(result, Path(result.report).read_text(encoding="utf-8"), tuple(steps))


@pytest.fixture(scope="session")
def english(tmp_path_factory: pytest.TempPathFactory) -> Run:
    return run(tmp_path_factory.mktemp("english"), "en")


@pytest.fixture(scope="session")
def french(tmp_path_factory: pytest.TempPathFactory) -> Run:
    return run(tmp_path_factory.mktemp("french"), "fr")


@pytest.fixture(scope="session")
def german(tmp_path_factory: pytest.TempPathFactory) -> Run:
    return run(tmp_path_factory.mktemp("german"), "de")
