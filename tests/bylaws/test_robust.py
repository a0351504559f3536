"""Whatever stands in a file, the loader answers with bylaws or with faults, and the checker with findings."""

from __future__ import annotations

import copy
import tomllib
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mandat.bylaws.findings import check
from mandat.bylaws.findings.unenforced import unenforced
from mandat.bylaws.model import Bylaws
from mandat.bylaws.reading.faults import BylawsErrors
from mandat.bylaws.reading.loader import load
from mandat.bylaws.telling.tree import outline

FILES = [tomllib.loads(path.read_text()) for path in sorted((Path(__file__).parent / "files").glob("*.toml"))]
ODD: list[Any] = [
    0,
    -1,
    7,
    True,
    False,
    "",
    "none",
    "unspecified",
    "sender",
    "yes",
    "P1D",
    "x.called",
    "all region",
    [],
    [[]],
    [["else", 1]],
    [["yes > 1", "no"], ["else", []]],
    {},
    {"by": "sender"},
    {"like": "majority"},
    {"a": {"b": 1}},
    "1 / 0",
    "(" * 60,
    "seats of nobody",
    "é",
]
_LEAST = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def toml(value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case int():
            return str(value)
        case str():
            return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
        case list():
            return "[" + ", ".join(toml(each) for each in value) + "]"
        case dict():
            return "{ " + ", ".join(f"{toml(key)} = {toml(each)}" for key, each in value.items()) + " }"
    raise AssertionError(value)


def places(value: Any) -> list[tuple[Any, Any]]:
    keys = (
        list(value) if isinstance(value, dict) else list(range(len(value))) if isinstance(value, list) else []
    )
    return [(value, key) for key in keys] + [each for key in keys for each in places(value[key])]


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A worked file in which one to three values are replaced, taken away, or moved."""
    document = copy.deepcopy(draw(st.sampled_from(FILES)))
    for _ in range(draw(st.integers(1, 3))):
        holder, key = draw(st.sampled_from(places(document)))
        others = [inner[name] for inner, name in places(document) if isinstance(inner[name], str | list)]
        value = draw(st.one_of(st.sampled_from(ODD), st.sampled_from(others)))
        if draw(st.booleans()):
            holder[key] = copy.deepcopy(value)
        elif isinstance(holder, dict):
            del holder[key]
    return "".join(f"{toml(key)} = {toml(value)}\n" for key, value in document.items())


def outcome(text: str | bytes) -> Bylaws | BylawsErrors:
    try:
        return load(text)
    except BylawsErrors as errors:
        return errors


@_LEAST
@given(damaged())
def test_any_damage_gives_bylaws_or_faults(text: str) -> None:
    found = outcome(text)
    if isinstance(found, BylawsErrors):
        assert all(fault.text("en") and fault.text("fr") for fault in found.faults)
        return
    for finding in check(found):
        assert finding.what("en")
        assert finding.what("fr")
        assert finding.remedy("en")
        assert finding.remedy("fr")
    assert outline(found, "en")
    assert outline(found, "fr")
    unenforced(found)


@given(st.one_of(st.text(alphabet='[]{}="ab.#\n\\ 1é', max_size=40), st.binary(max_size=40)))
def test_any_text_or_bytes_give_faults(text: str | bytes) -> None:
    found = outcome(text)
    assert isinstance(found, BylawsErrors)
    assert found.faults
