"""The way of an act from the bytes at the door to the disk, as ``docs/architecture.md`` tells it: which functions, which shapes.

One act goes through the site and the pen of this very process while every call is watched. On the way stand the functions that
are handed the act, alone or with others, and wait while it is sent to the pen, taken up there, opened, judged, and appended. Its
shapes are the types whose values hold it as they are handed over or given back.
"""

from __future__ import annotations

import asyncio
import base64
import sys
import threading
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import msgspec
import pytest
from litestar.testing import TestClient

import mandat
from mandat.federation import engine
from mandat.federation.base.acts import Act
from mandat.record import opening
from mandat.record.directory import create
from mandat.record.store.sqlite import SQLiteStore
from mandat.service import published
from mandat.service.author import Author, person_key
from mandat.service.founding import found
from mandat.service.opening import writing
from mandat.service.pen.server import PenServer
from mandat.web.app import create_app
from mandat.web.settings import Settings
from mandat.web.site import Site
from tests.web.serving import PATIENCE

ORIGIN = "rail.example/log"
ARCHITECTURE = Path(__file__).parents[2] / "docs" / "architecture.md"
HERE = str(Path(mandat.__file__).parent)

CALLS = (
    "send",  # web.api.acts, the door
    "PenClient.submit",  # over the socket
    "PenServer._commit",  # with those that wait beside it
    "Writer.submit_many",
    "Fold.act",
    "open_act",
    "judge",
    "SQLiteStore.append",
)
SHAPES = {"Incoming", "Parts", "Submission", "Judged", "Group"}
REQUESTS = {"ActsIn", "Submit"}
"""What a request holds beside its acts (words or not; its number): not a shape of an act, but of several on two stretches."""

STATIONS: dict[CodeType, str] = {
    asyncio.StreamWriter.write.__code__: "sent",
    PenServer._commit.__code__: "taken up",
    opening.open_act.__code__: "opened",
    engine.judge.__code__: "judged",
    SQLiteStore.append.__code__: "appended",
}


class Watch:
    """Watches every call of this process for one act, known by its bytes and its nonce."""

    def __init__(self, raw: bytes, nonce: str) -> None:
        self.raw, self.nonce = raw, nonce
        self.stations: list[str] = []
        self.calls: list[str] = []
        self.shapes: set[str] = set()

    def __call__(self, frame: FrameType, event: str, given: Any) -> None:
        if "appended" in self.stations:  # what follows is the answer, and the follower's own replay
            return
        if frame.f_code in STATIONS and event == "call":
            self._note_way(frame)
        if frame.f_code.co_filename.startswith(HERE):
            if event == "call":
                self.shapes.update(*(self._shapes_of(value) for value in _arguments(frame)))
            elif event == "return":
                self.shapes |= self._shapes_of(given)

    def _note_way(self, frame: FrameType) -> None:
        """Note the functions on the stack that were handed the act, the outermost first."""
        stack = []
        above: FrameType | None = frame
        while above is not None:
            if above.f_code.co_filename.startswith(HERE) and any(
                map(self._shapes_or_bytes, _arguments(above))
            ):
                stack.append(above.f_code.co_qualname)
            above = above.f_back
        if stack:
            self.stations.append(STATIONS[frame.f_code])
            self.calls += [name for name in reversed(stack) if name not in self.calls]

    def _shapes_or_bytes(self, value: object) -> bool:
        return (isinstance(value, bytes) and self.raw in value) or bool(self._shapes_of(value))

    def _shapes_of(self, value: object) -> set[str]:
        """Return the types in which the act is held by a value, or by the values in a list."""
        if type(value) in (list, tuple):
            return set().union(*(self._shapes_of(each) for each in value))  # type: ignore[attr-defined]
        fields = getattr(value, "__struct_fields__", None) or getattr(value, "_fields", None) or ()
        if isinstance(value, Act) or not fields:
            return set()
        held = [each for name in fields for each in _listed(getattr(value, name))]
        own = any(self._is_act(each) for each in held)
        return {type(value).__name__} if own else set()

    def _is_act(self, value: object) -> bool:
        if isinstance(value, bytes):
            return len(value) > 100 and (value in self.raw or value == self.raw)
        if isinstance(value, Act):
            return value.nonce == self.nonce
        return bool(self._shapes_of(value))


def _listed(value: object) -> tuple[object, ...]:
    return tuple(value) if type(value) in (list, tuple) else (value,)  # type: ignore[arg-type]


def _arguments(frame: FrameType) -> Iterator[object]:
    code = frame.f_code
    for name in code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]:
        if name != "self" and name in frame.f_locals:
            yield frame.f_locals[name]


@contextmanager
def served_here(directory: Path) -> Iterator[TestClient[Any]]:
    """Serve a record by a pen and a site in this process, each with a thread and an event loop of its own."""
    ready = threading.Event()

    async def pen() -> None:
        with writing(directory) as writer:
            began = asyncio.Event()
            serving = asyncio.create_task(PenServer(writer, directory).run(began))
            await began.wait()
            ready.set()
            while not done.is_set():
                await asyncio.sleep(0.05)
            serving.cancel()
            await asyncio.wait([serving])

    done = threading.Event()
    thread = threading.Thread(target=asyncio.run, args=(pen(),), daemon=True)
    thread.start()
    assert ready.wait(PATIENCE)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # styles of handlers that the framework will drop
        app = create_app(Site(Settings(directory=directory, base="http://localhost:8000")))
    try:
        with TestClient(app) as client:
            deadline = time.monotonic() + PATIENCE
            while client.get("/api/log").status_code != 200:
                assert time.monotonic() < deadline
                time.sleep(0.05)
            yield client
    finally:
        done.set()
        thread.join(PATIENCE)


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Watch:
    directory = create(tmp_path_factory.mktemp("way") / "rail", ORIGIN).path
    key = person_key(ORIGIN, "registrar")
    with writing(directory) as writer:
        found(writer, published.text("template", "federation"), "registrar", key)
        head = writer.head
    act = Author(ORIGIN, [key]).act({"act": "body.found", "body": "section/lyon"}, head)
    nonce = msgspec.json.decode(act.raw.split(b"\n")[2])["nonce"]
    watch = Watch(act.raw, nonce)
    threading.setprofile(watch)
    sys.setprofile(watch)
    try:
        with served_here(directory) as client:
            answer = client.post("/api/acts", json={"acts": [{"note": base64.b64encode(act.raw).decode()}]})
    finally:
        sys.setprofile(None)
        threading.setprofile(None)
    assert answer.json()["answers"][0]["outcome"] == "admitted", answer.text
    return watch


def test_the_act_passes_every_station(watched: Watch) -> None:
    assert list(dict.fromkeys(watched.stations)) == list(STATIONS.values())


def test_eight_calls_hand_it_on(watched: Watch) -> None:
    assert tuple(watched.calls) == CALLS
    assert len(CALLS) <= 8


def test_it_takes_five_shapes(watched: Watch) -> None:
    assert watched.shapes - REQUESTS == SHAPES
    assert len(SHAPES) <= 5


def test_the_architecture_tells_the_way_as_it_is() -> None:
    text = ARCHITECTURE.read_text()
    way = text[text.index("## The path of an act") : text.index("## The processes")]
    assert [name for name in (*CALLS, *SHAPES) if f"`{name}`" not in way] == []
