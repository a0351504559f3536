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
CODE = re.compile(r"[a-z]+\.[a-z-]+")


def demands() -> list[tuple[str, str, frozenset[str]]]:
    """Return every code that a module hands to ``require`` or ``known``: where, the code, the names of its numbers."""
    found: list[tuple[str, str, frozenset[str]]] = []
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            asks = isinstance(node, ast.Call) and getattr(node.func, "attr", "") in ("require", "known")
            if not isinstance(node, ast.Call) or not asks or len(node.args) < 2:
                continue
            names = frozenset(keyword.arg for keyword in node.keywords if keyword.arg)
            where = f"{path.relative_to(SOURCE)}:{node.lineno}"
            found += [
                (where, str(each.value), names)
                for each in ast.walk(node.args[1])
                if isinstance(each, ast.Constant) and CODE.fullmatch(str(each.value))
            ]
    return found


def test_the_search_finds_every_room() -> None:
    rooms = {where.rpartition("/")[0] for where, _, _ in demands()}
    deciding = {str(path.parent.relative_to(SOURCE)) for path in SOURCE.rglob("acts.py")} - {"base"}
    assert deciding <= rooms


def test_every_requirement_has_words_that_its_numbers_fill() -> None:
    for where, code, names in demands():
        words = REQUIREMENTS[code]
        for text in (words.asks, words.remedy):
            if text is not None:
                assert set(re.findall(r"{(\w+)", text.english)) <= names, (where, code, text)


@pytest.mark.parametrize("kind", sorted(APPLIERS, key=str), ids=str)
def test_every_effect_has_words_that_its_fields_fill(kind: type) -> None:
    fields = {"count", "bodies", *kind.__struct_fields__}  # type: ignore[attr-defined]
    held = {
        name
        for field in msgspec.structs.fields(kind)
        for name in getattr(field.type, "__struct_fields__", ())
    }
    if "item" in fields:
        held |= {"kind", "subject"}  # of what falls due: its kind, and for whom or what
    assert set(re.findall(r"{(\w+)", EFFECTS[kind].english)) <= fields | held
