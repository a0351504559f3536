"""No ruling hangs on the order of a set or of a map. The check is tried on made-up lines."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import mandat
from tests.architecture.order import annotated_sets, walks

SOURCE = Path(mandat.__file__).parent
LOOKUP = "mandat.federation.base.lookup"


def sources() -> dict[str, str]:
    """The text of every module by its name."""
    found = {}
    for path in sorted(SOURCE.rglob("*.py")):
        name = ".".join(path.relative_to(SOURCE.parent).with_suffix("").parts)
        found[name.removesuffix(".__init__")] = path.read_text()
    return found


def walked(text: str) -> list[str]:
    """What the check says of a made-up module."""
    return [each.what for each in walks(text, "made.up", annotated_sets({"made.up": text}))]


def test_nothing_walks_a_set_or_a_map_in_an_order_of_its_own() -> None:
    texts = sources()
    sets = annotated_sets(texts)
    found = [str(walk) for name, text in texts.items() for walk in walks(text, name, sets)]
    if found:
        pytest.fail("\n".join(found), pytrace=False)


def test_only_the_lookup_knows_the_map_beneath_it() -> None:
    importing = re.compile(r"^\s*(from|import) immutables\b", re.MULTILINE)
    assert [name for name, text in sources().items() if importing.search(text)] == [LOOKUP]


@pytest.mark.parametrize(
    "line",
    [
        "any(p.holder for p in any_order(posts).values())",
        "sorted(any_order(posts))",
        "{p.line for p in any_order(posts).values()}",
        "sorted({p.line for p in any_order(posts).values()})",
        "Lookup({k: v for k, v in any_order(roll).items() if v})",
        "person in any_order(standing).values()",
        "min(any_order(items).values(), default=None)",
        "x = sorted({1, 2})",
        "all(each in known for each in {1, 2})",
        "{*any_order(roll)}",
        "for x in any_order(roll):  # any order: they add up",
        "for x in sorted(set(names)): pass",
        "def f(names: frozenset[str]) -> bool: return 'a' in names",
        "names = set(a)\nnames = [each for each in names_of(b)]",
    ],
)
def test_what_is_the_same_in_any_order_passes(line: str) -> None:
    assert (
        walked(
            line
            + (" pass" if line.endswith(": ") else "\n    pass" if line.startswith("for x in any") else "")
        )
        == []
    )


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("for x in any_order(posts): pass", "any_order() where the order may matter"),
        ("tuple(any_order(posts))", "any_order() where the order may matter"),
        ("[p for p in any_order(posts).values()]", "any_order() where the order may matter"),
        ("sorted(any_order(posts).values(), key=by_name)", "any_order() where the order may matter"),
        ("next(p for p in any_order(posts).values())", "any_order() where the order may matter"),
        ("for x in {1, 2}: pass", "a set is walked"),
        ("for x in set(a) | set(b): pass", "a set is walked"),
        ("names = set(a)\ntuple(names)", "a set is walked (tuple)"),
        ("def f(names: frozenset[str]) -> str: return ', '.join(names)", "a set is walked (join)"),
        ("def f() -> set[str]: ...\ntuple(x for x in f())", "a set is walked"),
        ("class A:\n    lines: frozenset[str]\nlist(a.lines)", "a set is walked (list)"),
        ("x = (*set(a), 'b')", "a set is walked (*)"),
        ("names: set[str] = set()\nnames.pop()", "a set gives any of its members (pop)"),
        ("dict.fromkeys({1, 2})", "a set is walked (fromkeys)"),
    ],
)
def test_what_hangs_on_the_process_is_named(line: str, what: str) -> None:
    assert walked(line) == [what]
