"""One class name, one meaning: who reads a name in any file knows which class it is."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import mandat

SOURCE = Path(mandat.__file__).parent


def classes(files: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Each class with the file that defines it; the files by name, with their text."""
    for name, text in files.items():
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.ClassDef):
                yield node.name, name


def defined_twice(files: Mapping[str, str]) -> list[str]:
    """Give one message per class name that stands for more than one class."""
    places: defaultdict[str, list[str]] = defaultdict(list)
    for name, file in classes(files):
        places[name].append(file)
    return [
        f"{name} is a class in {' and in '.join(found)}: give each meaning its own name"
        for name, found in sorted(places.items())
        if len(found) > 1
    ]


def test_no_class_name_is_defined_twice() -> None:
    files = {str(path.relative_to(SOURCE)): path.read_text("utf-8") for path in sorted(SOURCE.rglob("*.py"))}
    assert defined_twice(files) == []


def test_two_classes_of_one_name_are_found_wherever_they_stand() -> None:
    files = {"a.py": "class Line: ...", "b.py": "def f():\n    class Line: ...", "c.py": "class Other: ..."}
    assert defined_twice(files) == [
        "Line is a class in a.py and in b.py: give each meaning its own name",
    ]
