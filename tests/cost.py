"""What the tests cost: processor seconds of each room (folder of tests), beside a yardstick of fixed work on the same machine.

``--cost`` prints the table at the end (``make test`` does). Seconds hang on the machine and, a little, on what runs beside; how
many yardsticks a room takes is its own. The time of child processes that have ended counts to the test that waited for them.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections import Counter
from collections.abc import Iterator

import pytest

YARDSTICK_ROUNDS = 400_000
_SPENT = "processor seconds"
_phase = pytest.StashKey[float]()


def processor_seconds() -> float:
    """What this process and its ended children have used."""
    return sum(os.times()[:4])


def yardstick() -> float:
    """Processor seconds of a fixed piece of work (hashes, a dictionary, whole numbers): the least of three tries."""
    return min(_measured() for _ in range(3))


def _measured() -> float:
    began, found, counts = time.process_time(), b"", dict[int, int]()
    for number in range(YARDSTICK_ROUNDS):
        found = hashlib.sha256(found).digest()
        counts[found[0]] = counts.get(found[0], 0) + number
    return time.process_time() - began


def room_of(nodeid: str) -> str:
    """The folder of a test beneath ``tests/``.

    >>> room_of("tests/web/browser/test_joining.py::test_one")
    'web'
    """
    parts = nodeid.partition("::")[0].split("/")
    return parts[1] if len(parts) > 2 else "."


class Cost:
    """Measures each phase of each test where it runs, and adds up where the results come together."""

    def __init__(self) -> None:
        self.rooms: Counter[str] = Counter()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> Iterator[None]:
        yield from self._measure(item)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Iterator[None]:
        yield from self._measure(item)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_teardown(self, item: pytest.Item) -> Iterator[None]:
        yield from self._measure(item)

    def _measure(self, item: pytest.Item) -> Iterator[None]:
        began = processor_seconds()
        try:
            yield
        finally:
            item.stash[_phase] = processor_seconds() - began

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item: pytest.Item) -> Iterator[None]:
        report: pytest.TestReport = yield  # type: ignore[assignment]
        report.user_properties = [*report.user_properties, (_SPENT, item.stash.get(_phase, 0.0))]
        return report  # type: ignore[return-value]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        spent = [value for name, value in report.user_properties if name == _SPENT]
        self.rooms[room_of(report.nodeid)] += float(str(spent[-1])) if spent else 0.0  # type: ignore[assignment]

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        for line in table(self.rooms, yardstick()):
            terminalreporter.write_line(line)


def table(rooms: Counter[str], one: float) -> Iterator[str]:
    """The lines of the table, the dearest room first; ``one`` is the yardstick in processor seconds."""
    yield f"processor seconds of the tests, beside a yardstick of {one:.2f} s"
    for room, spent in [*rooms.most_common(), ("together", rooms.total())]:
        yield f"{room:<24}{spent:>9.1f} s{spent / one:>9.0f} yardsticks"
