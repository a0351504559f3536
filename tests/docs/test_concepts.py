"""Each concept has a page with a real example: the rules shown stand word for word in the rulebook that they are from."""

from __future__ import annotations

import re

import pytest

from mandat.service import published
from tests.docs.shell import CONCEPTS, ROOT

_RULES = re.compile(r"^```toml\n# rulebook:(\S+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("page", CONCEPTS)
def test_the_rules_shown_stand_in_the_rulebook(page: str) -> None:
    found = _RULES.findall((ROOT / page).read_text(encoding="utf-8"))
    assert found, f"{page} shows no rules: begin a toml block with # rulebook:NAME"
    for name, rules in found:
        text = published.text("rulebook", name)
        for part in rules.strip().split("\n\n"):
            assert part in text, f"{page}: not in {name}:\n{part}"


@pytest.mark.parametrize("page", CONCEPTS)
def test_a_page_is_short_and_listed(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 100
    index = (ROOT / "docs" / "manual" / "concepts" / "index.md").read_text(encoding="utf-8")
    assert f"({page.rpartition('/')[2]})" in index
