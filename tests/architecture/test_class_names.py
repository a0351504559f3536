"""One class name, one meaning: who reads a name in any file knows which class it is."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import mandat

SOURCE = Path(mandat.__file__).parent


def classes(text: str) -> Iterator[str]:
    """The names of all classes that a file defines, inside others too."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ClassDef):
            yield node.name


def other_types(text: str) -> Iterator[str]:
    """The names of types that a file makes of others: ``Path = tuple[str | int, ...]``."""
    for node in ast.parse(text).body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
                if name[0].isupper() and not name.isupper():
                    yield name


def shared_names(files: Mapping[str, str]) -> list[str]:
    """Give one message per name of a class that stands for another class or type too; the files by name, with their text."""
    places: defaultdict[str, list[str]] = defaultdict(list)
    for file, text in files.items():
        for name in classes(text):
            places[name].append(file)
    names = frozenset(places)
    for file, text in files.items():
        for name in other_types(text):
            if name in names:
                places[name].append(file)
    return [
        f"{name} is a type in {' and in '.join(found)}: give each meaning its own name"
        for name, found in sorted(places.items())
        if len(found) > 1
    ]


def test_no_name_of_a_class_stands_for_two_types() -> None:
    files = {str(path.relative_to(SOURCE)): path.read_text("utf-8") for path in sorted(SOURCE.rglob("*.py"))}
    assert shared_names(files) == []


def test_two_types_of_one_name_are_found_wherever_they_stand() -> None:
    files = {
        "a.py": "class Line: ...",
        "b.py": "def f():\n    class Line: ...",
        "c.py": "class Path: ...\nLINE = 3\nMark = str",
        "d.py": "Path = tuple[str, int]\nMark = int",
    }
    assert shared_names(files) == [
        "Line is a type in a.py and in b.py: give each meaning its own name",
        "Path is a type in c.py and in d.py: give each meaning its own name",
    ]
