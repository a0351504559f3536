"""Every requirement and effect of the rooms has words, and the words name only what the ground carries."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import mandat.federation
from mandat.federation.rooms import APPLIERS
from mandat.federation.wording.catalogue import EFFECTS, REQUIREMENTS

ROOMS = (
    "meetings",
    "motions",
    "recall",
    "caucuses",
    "questions",
    "powers",
    "posts",
    "elections",
    "limits",
)
SOURCE = Path(mandat.federation.__file__).parent
CODE = re.compile(r"[a-z]+\.[a-z-]+")


def codes(room: str) -> dict[str, set[str]]:
    """Codes that a room's modules hand to ``require``, with the names of the numbers they give."""
    found: dict[str, set[str]] = {}
    for path in sorted(SOURCE.glob(f"*/{room}/*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if (
                isinstance(node, ast.Call)
                and getattr(node.func, "attr", "") in ("require", "known")
                and len(node.args) > 1
            ):
                names = {keyword.arg for keyword in node.keywords if keyword.arg}
                for each in ast.walk(node.args[1]):
                    if isinstance(each, ast.Constant) and CODE.fullmatch(str(each.value)):
                        found[str(each.value)] = names
    return found


@pytest.mark.parametrize("room", ROOMS)
def test_every_requirement_has_words_that_its_numbers_fill(room: str) -> None:
    found = codes(room)
    assert len(found) > 3
    for code, names in found.items():
        words = REQUIREMENTS[code]
        for text in (words.asks, words.remedy):
            if text is not None:
                assert set(re.findall(r"{(\w+)}", text.english)) <= names, (code, text)


@pytest.mark.parametrize("kind", sorted(APPLIERS, key=str), ids=str)
def test_every_effect_has_words_that_its_fields_fill(kind: type) -> None:
    if kind.__module__.split(".")[3] in ROOMS:
        text = EFFECTS[kind].english
        assert set(re.findall(r"{(\w+)}", text)) <= {"count", *kind.__struct_fields__}  # type: ignore[attr-defined]
