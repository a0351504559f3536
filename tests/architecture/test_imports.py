"""Imports run downwards only, and the core is pure. The checkers are tried on a small made-up package."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pytest
from grimp import ImportGraph, build_graph

import mandat
from tests.architecture.layers import (
    BYLAWS,
    FEDERATION,
    ROOMS,
    import_cycle,
    parts_without_layer,
    upward_imports,
)
from tests.architecture.purity import pure_files, slips

SOURCE = Path(mandat.__file__).parent


def none_of(messages: Iterable[str]) -> None:
    """Fail with the messages, one a line and whole, if there are any."""
    text = "\n".join(messages)
    if text:
        pytest.fail(text, pytrace=False)


@pytest.fixture(scope="module")
def graph() -> ImportGraph:
    return build_graph("mandat", cache_dir=None)


def test_imports_run_downwards_only(graph: ImportGraph) -> None:
    none_of(upward_imports(graph, "mandat"))


def test_every_part_of_the_package_has_its_layer(graph: ImportGraph) -> None:
    none_of(parts_without_layer(graph, "mandat"))


def test_the_storeys_of_the_language_stand_on_each_other(graph: ImportGraph) -> None:
    none_of(upward_imports(graph, "mandat.bylaws", BYLAWS))
    none_of(parts_without_layer(graph, "mandat.bylaws", BYLAWS))


@pytest.fixture(scope="module")
def running() -> ImportGraph:
    """The imports that happen when the program runs; those for the reader of types alone may look upwards."""
    return build_graph("mandat", cache_dir=None, exclude_type_checking_imports=True)


def test_the_storeys_of_the_federation_stand_on_each_other(running: ImportGraph) -> None:
    none_of(upward_imports(running, "mandat.federation", FEDERATION))
    none_of(parts_without_layer(running, "mandat.federation", FEDERATION))


@pytest.mark.parametrize("storey", sorted(ROOMS))
def test_the_rooms_of_a_storey_stand_on_each_other(running: ImportGraph, storey: str) -> None:
    none_of(upward_imports(running, f"mandat.federation.{storey}", ROOMS[storey]))
    none_of(parts_without_layer(running, f"mandat.federation.{storey}", ROOMS[storey]))


def test_no_modules_import_each_other_in_a_circle(running: ImportGraph) -> None:
    assert import_cycle(running) is None


def test_the_core_is_pure() -> None:
    found = [
        str(slip) for path in pure_files(SOURCE) for slip in slips(path, str(path.relative_to(SOURCE.parent)))
    ]
    none_of(found)


def test_the_pure_files_are_found() -> None:
    assert SOURCE / "bylaws" / "model" / "bylaws.py" in pure_files(SOURCE)


class TestTheCheckOfImports:
    """A made-up package for each way of going wrong, and one that is right."""

    @pytest.fixture(autouse=True)
    def _forget_made_up_modules(self) -> Iterator[None]:
        before = set(sys.modules)
        yield
        for name in set(sys.modules) - before:
            del sys.modules[name]

    def build(self, files: Mapping[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ImportGraph:
        for name, text in files.items():
            path = tmp_path / "madeup" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        for folder in {path.parent for path in tmp_path.rglob("*.py")}:
            (folder / "__init__.py").touch()
        monkeypatch.syspath_prepend(tmp_path)
        return build_graph("madeup", cache_dir=None)

    def test_downward_imports_pass(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        files = {
            "cli.py": "from madeup import record\n",
            "record/log.py": "from madeup.federation import state\n",
            "federation/state.py": "from madeup.counting import stv\n",
            "counting/stv.py": "",
        }
        graph = self.build(files, tmp_path, monkeypatch)

        assert list(upward_imports(graph, "madeup")) == []
        assert list(parts_without_layer(graph, "madeup")) == []
        assert import_cycle(graph) is None

    def test_an_upward_import_is_named_with_its_line_and_a_remedy(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        files = {"counting/stv.py": "\nfrom madeup.federation import state\n", "federation/state.py": ""}
        graph = self.build(files, tmp_path, monkeypatch)

        assert list(upward_imports(graph, "madeup")) == [
            "madeup.counting.stv (line 2) imports madeup.federation.state, but madeup.counting stands below "
            "madeup.federation. Move what both need into the lower of the two, or hand it in as an argument."
        ]

    def test_an_upward_import_inside_a_function_counts_too(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        files = {"federation/state.py": "def f():\n    import madeup.record.log\n", "record/log.py": ""}
        graph = self.build(files, tmp_path, monkeypatch)

        (message,) = upward_imports(graph, "madeup")
        assert message.startswith("madeup.federation.state (line 2) imports madeup.record.log, but ")

    def test_a_part_without_layer_is_named(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        graph = self.build({"helpers.py": "", "bylaws/model.py": ""}, tmp_path, monkeypatch)

        assert list(parts_without_layer(graph, "madeup")) == [
            "madeup.helpers stands in no layer. Give it its place in tests/architecture/layers.py."
        ]

    def test_a_circle_is_named_in_the_order_of_its_imports(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        files = {
            "bylaws/a.py": "from madeup.bylaws import b\n",
            "bylaws/b.py": "from madeup.bylaws import c\n",
            "bylaws/c.py": "from madeup.bylaws import a\n",
        }
        message = import_cycle(self.build(files, tmp_path, monkeypatch))

        assert message is not None
        circle, _, remedy = message.partition(". Move")
        order = [name.rpartition(".")[2] for name in circle.split(" imports ")]
        assert "".join(order) in {"abca", "bcab", "cabc"}
        assert remedy == " what they share into a module of its own, which imports neither."


EXCUSE = " If it is harmless, end the line with `# pure: ` and the reason."
OUTSIDE = ". Take it as an argument: who calls from record, service or cli reads it and hands it in." + EXCUSE
EXACT = ". Count in int, Fraction or scaled integers (math.isqrt compares square roots)." + EXCUSE


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("import os", "import of os, which reaches files" + OUTSIDE),
        ("from os.path import join", "import of os.path, which reaches files" + OUTSIDE),
        ("from pathlib import Path", "import of pathlib, which reaches files" + OUTSIDE),
        ("import random", "import of random, which reaches lots" + OUTSIDE),
        ("import time", "import of time, which reaches clocks" + OUTSIDE),
        (
            "import apsw",
            "import of apsw, a library not listed as pure in tests/architecture/purity.py" + OUTSIDE,
        ),
        ("f = open('x')", "open() reads or writes files" + OUTSIDE),
        ("print(1)", "print() writes to the terminal" + OUTSIDE),
        ("input()", "input() reads from the terminal" + OUTSIDE),
        ("t = datetime.now(UTC)", ".now() reads the clock" + OUTSIDE),
        ("t = datetime.date.today()", ".today() reads the clock" + OUTSIDE),
        ("r = np.random.default_rng()", "np.random draws lots" + OUTSIDE),
        ("from numpy import random", "numpy.random draws lots" + OUTSIDE),
        ("x = 0.5", "0.5 is a float" + EXACT),
        ("x = float(y)", "float() makes a float" + EXACT),
        ("x = math.sqrt(2)", "math.sqrt makes a float" + EXACT),
        ("x = a.astype(np.float64)", "np.float64 makes floats" + EXACT),
    ],
)
def test_what_is_not_pure_is_named_with_its_line_and_a_remedy(tmp_path: Path, text: str, what: str) -> None:
    path = tmp_path / "rule.py"
    path.write_text(f'"""A rule."""\n{text}\n')

    assert [str(slip) for slip in slips(path, "rule.py")] == [f"rule.py:2: {what}"]


@pytest.mark.parametrize(
    "text",
    [
        "from datetime import UTC, datetime\nat = datetime.fromtimestamp(0, UTC)",
        "import math\nroot = math.isqrt(10)",
        "from fractions import Fraction\nhalf = Fraction(1, 2)",
        "import numpy as np\nvotes = np.zeros(3, dtype=np.int64)",
        "import msgspec, immutables, tomllib, zoneinfo, re\nfrom mandat.counting import stv",
        "from . import neighbour",
        "refused = isinstance(value, float)",
        "opened = meeting.open(at)",
        "near = get_close_matches(word, known, cutoff=0.6)  # pure: a cutoff for spelling",
    ],
)
def test_what_is_pure_passes(tmp_path: Path, text: str) -> None:
    path = tmp_path / "rule.py"
    path.write_text(text)

    assert list(slips(path, "rule.py")) == []


def test_an_excuse_without_a_reason_does_not_count(tmp_path: Path) -> None:
    path = tmp_path / "rule.py"
    path.write_text("x = 0.5  # pure: yes\n")

    assert len(list(slips(path, "rule.py"))) == 1


def test_formats_and_folders_that_are_not_there_are_left_out(tmp_path: Path) -> None:
    for name in ("counting/stv.py", "counting/formats/blt.py", "record/log.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()

    assert list(pure_files(tmp_path)) == [tmp_path / "counting" / "stv.py"]
