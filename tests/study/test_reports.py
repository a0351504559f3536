"""What a study leaves: the summary in every language, one page that needs nothing else, tables, pictures."""

from __future__ import annotations

import json
import re
from pathlib import Path

import polars as pl
import pytest
from typer.testing import CliRunner

from mandat.cli.app import app
from mandat.language import LANGUAGES

CLUB = """
mandat = 1
id = "club"
body.section = { type = "assembly", many = true, part_of = "region" }
body.region.type = "council"
body.region.many = true
body.congress.type = "congress"
[body.region.seats.delegates]
article = "2"
from = "section"
number = 1
elect = { method = "fptp" }
term = "P1Y"
[body.congress.seats.delegates]
article = "3"
from = "region"
number = "unspecified"
elect = { method = "fptp" }
term = "P1Y"
[decision.majority]
in = "congress"
carried = "yes > no"
"""
SMALL = [
    "--suppose",
    "section=6x15",
    "--suppose",
    "region=2x1",
    "--years",
    "2",
    "--runs",
    "2",
    "--workers",
    "1",
    "--lang",
    "en",
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("study")
    (place / "club.toml").write_text(CLUB)
    answer = CliRunner().invoke(app, ["study", str(place / "club.toml"), *SMALL, "--out", str(place / "out")])
    assert answer.exit_code == 0, answer.output
    return place / "out"


def test_a_summary_and_a_page_in_every_language(folder: Path) -> None:
    for language in LANGUAGES:
        assert (folder / f"summary.{language}.md").read_text().startswith("# ")
        assert f'<html lang="{language}">' in (folder / f"study.{language}.html").read_text()


def test_the_summary_says_what_is_certain_and_what_is_supposed(folder: Path) -> None:
    text = (folder / "summary.en.md").read_text()

    assert "How few members can carry a decision of the top cannot be worked out" in text
    assert "3 (congress.delegates): the number of seats is open here" in text
    assert "Where nobody changes their mind, nothing happens" in text
    assert "Not beaten in both fidelity and effort:" in text


def test_the_page_needs_no_other_file(folder: Path) -> None:
    page = (folder / "study.en.html").read_text()

    assert not re.search(r'(src|href)="', page)
    assert "http" not in page.replace("http://www.w3.org/2000/svg", "")


def test_tables_hold_every_run(folder: Path) -> None:
    runs = pl.read_parquet(folder / "runs.parquet")

    names = runs["variant"].unique(maintain_order=True).to_list()
    assert names == ["club", "terms P6M", "terms P12M", "terms P24M", "terms P48M"]
    assert runs.filter(pl.col("what") == "run").height == 10
    assert "gap of region" in runs.columns
    assert runs.equals(pl.read_csv(folder / "runs.csv", schema=runs.schema))


def test_pictures_as_svg_and_png(folder: Path) -> None:
    for name in ("fidelity", "frontier"):
        assert (folder / f"{name}.svg").read_text().startswith("<svg")
        assert (folder / f"{name}.png").read_bytes().startswith(b"\x89PNG")


def test_too_wide_an_interval_says_how_many_runs_are_needed(tmp_path: Path) -> None:
    (tmp_path / "club.toml").write_text(CLUB)
    answer = CliRunner().invoke(
        app, ["study", str(tmp_path / "club.toml"), *SMALL, "--alone", "--interval", "0.0001"]
    )

    assert answer.exit_code == 1
    assert re.search(r"About \d[\d,]* runs are needed: --runs", answer.output)


def test_sensitivity_and_json(tmp_path: Path) -> None:
    (tmp_path / "club.toml").write_text(CLUB)
    answer = CliRunner().invoke(
        app, ["study", str(tmp_path / "club.toml"), *SMALL, "--sensitivity", "--json"]
    )
    found = json.loads(answer.stdout)

    sizes = [max(abs(each["at_low"]), abs(each["at_high"])) for each in found["sensitivity"]]
    assert sizes == sorted(sizes, reverse=True)
    assert {"common", "turnout", "withdrawing"} <= {each["name"] for each in found["sensitivity"]}
