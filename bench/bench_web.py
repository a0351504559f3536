"""The web: signed acts over HTTP, on disk before the answer, and pages, with 100,000 members while 200 pages listen

``mandat serve`` runs as it does for its users; the client runs on the same cores. The yardstick of the first figure is the rate
that OpenSlides' vote service is published to reach on two such cores: unsigned votes, in groups of 50, kept in memory.
"""

from __future__ import annotations

import asyncio
import base64
import contextlib
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from pathlib import Path

import msgspec

from bench.federation import Section, new_record, office, sections
from bench.http_client import Connection, get, percentile, post, timed
from bench.measure import Figure
from mandat.instants import Instant
from mandat.service.incoming import Incoming

SECTIONS, MEMBERS = 100, 1_000
LISTENING = 200
GROUP = 50
ACTS = 12_000
SINGLY = 2_000
QUIET = 200
"""Acts whose time is measured while nothing hurries."""
PAGES_EACH = 40
GROUP_CONNECTIONS, SINGLE_CONNECTIONS = 6, 32
YARDSTICK = ("unsigned votes in groups of 50, in memory, as published for a vote service", 2_650.0)
_START_SECONDS = 120

Tell = Callable[[Figure], None]


def figures() -> Iterator[Figure]:
    """Found, serve, measure."""
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "record"
        every = sections(SECTIONS, MEMBERS)
        acts = _prepare(record, every)
        port = _free_port()
        with _served(record, port):
            found: list[Figure] = []
            asyncio.run(_measure(port, acts, every, found.append))
            yield from found


def _prepare(record: Path, every: Sequence[Section]) -> list[Incoming]:
    directory = new_record(record)
    store = directory.store()
    here = office(directory, store)
    here.writer.clock = lambda: Instant(int(time.time()))
    here.found(every)
    wanted = ACTS + SINGLY + 3 * QUIET
    acts = [act for act, _ in zip(here.withdrawals(every), range(wanted), strict=False)]
    store.close()
    return acts


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextlib.contextmanager
def _served(record: Path, port: int) -> Iterator[None]:
    command = [str(Path(sys.executable).with_name("mandat")), "serve", str(record), "--port", str(port)]
    served = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        yield
    finally:
        served.terminate()
        served.wait(30)


def _bodies(acts: Sequence[Incoming], size: int) -> list[bytes]:
    """Return requests of ``size`` acts each."""
    notes = [{"note": base64.b64encode(act.raw).decode()} for act in acts]
    return [
        post("/api/acts", msgspec.json.encode({"acts": notes[first : first + size], "words": False}))
        for first in range(0, len(notes), size)
    ]


async def _measure(port: int, acts: Sequence[Incoming], every: Sequence[Section], tell: Tell) -> None:
    """Measure, and tell each figure as it comes."""
    await _ready(port)
    async with _listeners(port):
        took = await _rate(port, _bodies(acts[:ACTS], GROUP), GROUP_CONNECTIONS)
        tell(Figure(f"{ACTS:,} acts in groups of {GROUP}", ACTS / took, "acts/s", YARDSTICK, 1))
        rest = acts[ACTS:]
        took = await _rate(port, _bodies(rest[:SINGLY], 1), SINGLE_CONNECTIONS)
        tell(Figure(f"{SINGLY:,} acts singly, {SINGLE_CONNECTIONS} at once", SINGLY / took, "acts/s"))
        alone = await _quiet(port, rest[SINGLY : SINGLY + QUIET])
        tell(Figure("an act over HTTP, 95th percentile", _ms(alone, 95), "ms"))
        slowest = await _each_page(port, every, tell)
        beside = ("with no page asked for", _ms(alone, 99))
        busy = await _beside_slow_pages(port, rest[SINGLY + QUIET :][:QUIET], slowest)
        name = f"an act, 99th percentile, while {slowest} is asked for twice at once"
        tell(Figure(name, _ms(busy, 99), "ms", beside, higher_is_better=False))


async def _each_page(port: int, every: Sequence[Section], tell: Tell) -> str:
    """Tell each page's time; return the slowest page."""
    medians = {}
    for path in _pages(every):
        took = await _quiet_page(port, path)
        tell(Figure(f"{path}, 95th percentile", _ms(took, 95), "ms"))
        medians[path] = _ms(took, 50)
    return max(medians, key=medians.__getitem__)


def _ms(took: Sequence[float], percent: int) -> float:
    return percentile(took, percent) * 1000


def _pages(every: Sequence[Section]) -> list[str]:
    post_id = every[0].post(1)
    return [
        "/",
        f"/bodies/{every[0].id}",
        "/bodies/region",
        f"/posts/{post_id}",
        f"/people/{every[0].members[0]}",
        "/elections/e-0",
        "/record",
        "/record/4",
        "/bylaws",
        "/check",
        "/api/log",
        "/api/entries?from=0&to=100",
    ]


async def _ready(port: int) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError):
            connection = await Connection(port, 0).open()
            status, _ = await connection.ask(get("/api/log"))
            connection.close()
            if status == 200:
                return
        await asyncio.sleep(0.5)
    raise RuntimeError("the site did not start")


@contextlib.asynccontextmanager
async def _listeners(port: int) -> AsyncIterator[None]:
    connections = [await Connection(port, 1_000 + number).open() for number in range(LISTENING)]
    tasks = [asyncio.create_task(each.listen()) for each in connections]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        for each in connections:
            each.close()


async def _rate(port: int, requests: Sequence[bytes], connections: int) -> float:
    """Return the seconds for all requests over so many connections at once."""
    opened = [await Connection(port, number).open() for number in range(connections)]
    began = time.perf_counter()
    await asyncio.gather(*(timed(one, requests[number::connections]) for number, one in enumerate(opened)))
    took = time.perf_counter() - began
    for one in opened:
        one.close()
    return took


async def _quiet(port: int, acts: Sequence[Incoming]) -> list[float]:
    connection = await Connection(port, 900).open()
    try:
        return await timed(connection, _bodies(acts, 1), pause=0.01)
    finally:
        connection.close()


async def _quiet_page(port: int, path: str) -> list[float]:
    connection = await Connection(port, 901).open()
    try:
        await timed(connection, [get(path)] * 2)
        return await timed(connection, [get(path)] * PAGES_EACH)
    finally:
        connection.close()


async def _beside_slow_pages(port: int, acts: Sequence[Incoming], path: str) -> list[float]:
    readers = [await Connection(port, 910 + number).open() for number in range(2)]
    tasks = [asyncio.create_task(_ask_on(reader, path)) for reader in readers]
    try:
        return await _quiet(port, acts)
    finally:
        for task in tasks:
            task.cancel()
        for reader in readers:
            reader.close()


async def _ask_on(reader: Connection, path: str) -> None:
    while True:
        await timed(reader, [get(path)])
