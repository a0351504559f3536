"""The cost of the tests is counted where they run and added up where they come together."""

from __future__ import annotations

from collections import Counter

from tests.cost import processor_seconds, room_of, table, yardstick


def test_the_room_is_the_folder_beneath_tests() -> None:
    assert room_of("tests/web/browser/test_joining.py::test_one[phone]") == "web"
    assert room_of("tests/cases/test_cases.py::test_one") == "cases"
    assert room_of("tests/test_loose.py::test_one") == "."


def test_the_dearest_room_comes_first_and_all_are_added_up() -> None:
    lines = list(table(Counter({"cli": 2.0, "web": 6.0}), 0.5))
    assert [line.split() for line in lines[1:]] == [
        ["web", "6.0", "s", "12", "yardsticks"],
        ["cli", "2.0", "s", "4", "yardsticks"],
        ["together", "8.0", "s", "16", "yardsticks"],
    ]


def test_the_yardstick_is_work() -> None:
    before = processor_seconds()
    assert 0 < yardstick() <= processor_seconds() - before
