"""Every requirement and effect of the rooms has words, and the words name only what the ground carries."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import msgspec
import pytest

import mandat.federation
from mandat.federation.rooms import APPLIERS
from mandat.federation.wording.catalogue import EFFECTS, REQUIREMENTS

SOURCE = Path(mandat.federation.__file__).parent
FOLDERS = sorted({str(file.parent.relative_to(SOURCE)) for file in SOURCE.rglob("*.py")})
"""All rooms, and the storey beneath them, which requires things too."""

ROOMS = sorted(
    str(file.parent.relative_to(SOURCE)) for file in SOURCE.glob("*/**/acts.py") if file.parent.name != "base"
)
CODE = re.compile(r"[a-z]+\.[a-z-]+")


def codes(room: str) -> dict[str, set[str]]:
    """Codes that a room's modules hand to ``require``, with the names of the numbers they give."""
    found: dict[str, set[str]] = {}
    for path in sorted((SOURCE / room).glob("*.py")):
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


def english(text: object) -> str:
    """The English of a text, in whatever form it is kept."""
    pair = text[0] if isinstance(text, tuple) else text
    return str(getattr(pair, "english", pair))


def places(text: object) -> set[str]:
    """What a text asks to be filled with."""
    return set() if text is None else set(re.findall(r"{(\w+)}", english(text)))


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_requirement_has_words_that_its_numbers_fill(folder: str) -> None:
    for code, names in codes(folder).items():
        words = REQUIREMENTS[code]
        assert places(words.asks) <= names, code
        assert places(words.remedy) <= names, code


def test_every_room_requires_something_of_its_acts() -> None:
    assert len(ROOMS) >= 20
    assert [room for room in ROOMS if not codes(room)] == []


@pytest.mark.parametrize("kind", sorted(APPLIERS, key=str), ids=str)
def test_every_effect_has_words_that_its_fields_fill(kind: type) -> None:
    fields = msgspec.structs.fields(kind)
    within = {name for each in fields for name in getattr(each.type, "__struct_fields__", ())}
    assert places(EFFECTS[kind]) <= {"count", "bodies", *within, *(each.name for each in fields)}
