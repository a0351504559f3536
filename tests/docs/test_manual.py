"""The documentation holds together: links lead somewhere, pages are listed, examples load, nothing names our workshop."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mandat.bylaws.reading.loader import load
from mandat.service.cases import Step

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    [
        ROOT / "README.md",
        ROOT / "CHANGELOG.md",
        *(ROOT / "docs").rglob("*.md"),
        *(ROOT / "cases").rglob("*.md"),
    ]
)
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_to_files_that_exist(page: Path) -> None:
    targets = [target for target in LINK.findall(_without_code(page.read_text())) if "://" not in target]
    assert [target for target in targets if not (page.parent / target).exists()] == []


def _without_code(text: str) -> str:
    return re.sub(r"```.*?```|`[^`\n]*`", "", text, flags=re.DOTALL)


@pytest.mark.parametrize("folder", ["manual", "manuel"])
def test_every_page_is_in_the_index(folder: str) -> None:
    index = (ROOT / "docs" / folder / "index.md").read_text()
    pages = {path.name for path in (ROOT / "docs" / folder).glob("*.md")} - {"index.md"}
    assert [page for page in sorted(pages) if f"({page})" not in index] == []


BLOCKS = [
    (page.relative_to(ROOT), number, block)
    for page in PAGES
    for number, block in enumerate(re.findall(r"```toml\n(.*?)```", page.read_text(), re.DOTALL), 1)
    if block.startswith("mandat = 1")
]


@pytest.mark.parametrize(("page", "number", "block"), BLOCKS, ids=lambda part: str(part)[:40])
def test_every_bylaws_file_shown_loads(page: Path, number: int, block: str) -> None:
    assert load(block, file=f"{page}, block {number}").text


def test_each_decision_has_a_title_a_number_and_a_date() -> None:
    for path in sorted((ROOT / "docs" / "decisions").glob("*.md")):
        title, empty, date = path.read_text().splitlines()[:3]
        assert title.startswith(f"# {path.name[:4]} "), path.name
        assert empty == ""
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", date), path.name


def test_the_manual_names_every_key_of_a_step() -> None:
    text = (ROOT / "docs" / "manual" / "cases.md").read_text()
    keys = set(Step.__struct_fields__) - {"number", "fields"}
    assert [key for key in sorted(keys) if not re.search(rf"`?\b{key}\b", text)] == []


def test_every_case_is_in_the_manual() -> None:
    text = (ROOT / "docs" / "manual" / "cases.md").read_text()
    cases = [path.parent.name for path in (ROOT / "cases").glob("*/case.toml")]
    assert [case for case in sorted(cases) if f"cases/{case})" not in text] == []
