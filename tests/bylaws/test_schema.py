"""The published JSON Schema says what the loader reads."""

from __future__ import annotations

import importlib.resources
import json
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from mandat.bylaws.schema import NAME, json_schema, published

HERE = Path(__file__).parent
SOURCE = importlib.resources.files("mandat")
TEMPLATES = [SOURCE / "bylaws/templates/association.toml", SOURCE / "bylaws/templates/federation.toml"]
GOOD = [*sorted((HERE / "files").glob("*.toml")), *TEMPLATES, SOURCE / "demo/data/federation.toml"]
NOT_SHAPES = frozenset(
    """
    all-of-one assembly-seats clock clock-forward-and-back confidence-and-decision council-may_vote
    council-members define-cycle define-expr define-mixed duration duration-long duration-none event event-thing
    expression-grammar expression-name language-tag like-cycle like-unknown method-parameter nobody-first
    number-and-total part-of-cycle reserved reserved-fact rows-else-first rows-no-else time-zone
    total-without-divide undefined-body undefined-decision undefined-line undefined-power unknown-holder
    """.split()  # noqa: SIM905 -- a list of file names reads best as words
)
"""What names mean, and what rules say together, is for the loader."""
BROKEN = {path.stem: path for path in sorted((HERE / "broken").glob("*.toml"))}


def document(path: Path) -> dict[str, Any] | None:
    try:
        return tomllib.loads(path.read_text())
    except tomllib.TOMLDecodeError:
        return None


VALIDATOR = jsonschema.Draft202012Validator(json_schema())


def test_the_published_file_is_the_code() -> None:
    text = (SOURCE / "bylaws/schema" / NAME).read_text(encoding="utf-8")
    assert text == published(), "write it anew: python -m tests.docs.blocks"


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(published()))


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.name)
def test_good_files_validate(path: Any) -> None:
    VALIDATOR.validate(tomllib.loads(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("name", [name for name in BROKEN if name not in NOT_SHAPES])
def test_files_of_the_wrong_shape_do_not(name: str) -> None:
    found = document(BROKEN[name])
    assert found is None or not VALIDATOR.is_valid(found)


@pytest.mark.parametrize("name", sorted(NOT_SHAPES))
def test_the_schema_does_not_claim_what_it_cannot_see(name: str) -> None:
    assert VALIDATOR.is_valid(document(BROKEN[name]))
