"""The pen's side: takes acts from the socket, lets those that wait share a commit, and states what falls due.

The writer works in one thread of its own, so that acts are read while a commit is on its way to the disk.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from asyncio import StreamReader, StreamWriter
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from mandat.language import msg, told
from mandat.record.errors import RecordError
from mandat.record.reasons import NotTaken
from mandat.service.logs import tell_broken
from mandat.service.pen import protocol
from mandat.service.pen.protocol import (
    Answers,
    Failed,
    Grown,
    Health,
    HealthAsked,
    Left,
    PenAnswer,
    Submit,
    Taken,
    packed,
    read_one,
    requests,
    socket_of,
)
from mandat.service.pen.sentences import packed_sentence, packed_value
from mandat.service.writer import Receipt, Writer

T = TypeVar("T")

MOST_TOGETHER = 2_000
"""So many acts share a commit at most, so that nobody waits long behind a crowd."""
TICK_SECONDS = 1.0
_WORKERS = 1


class PenServer:
    """Serves one writer on a socket until it is stopped."""

    def __init__(self, writer: Writer, directory: Path) -> None:
        """Serve ``writer`` in the record's directory."""
        self.writer = writer
        self.path = socket_of(directory)
        self._waiting: deque[tuple[Submit, StreamWriter]] = deque()
        self._arrived = asyncio.Event()
        self._subscribers: set[StreamWriter] = set()
        self._thread = ThreadPoolExecutor(_WORKERS, thread_name_prefix="pen")
        self._taken = 0
        self._since = int(time.time())

    async def run(self, ready: asyncio.Event | None = None) -> None:
        """Listen until cancelled; the socket is removed at the end."""
        self.path.unlink(missing_ok=True)
        listening = await asyncio.start_unix_server(self._serve, path=str(self.path))
        self.path.chmod(0o600)
        if ready is not None:
            ready.set()
        try:
            async with listening:
                await self._work()
        finally:
            self.path.unlink(missing_ok=True)
            self._thread.shutdown(wait=True)

    # -- one connection ----------------------------------------------------------------------------------------

    async def _serve(self, reader: StreamReader, writer: StreamWriter) -> None:
        self._subscribers.add(writer)
        try:
            while (body := await read_one(reader)) is not None:
                self._take(requests.decode(body), writer)
        except (OSError, ValueError, asyncio.IncompleteReadError):
            return  # a client that breaks off or talks nonsense: its acts that were taken stay taken
        finally:
            self._subscribers.discard(writer)
            writer.close()

    def _take(self, request: protocol.Request, writer: StreamWriter) -> None:
        match request:
            case Submit():
                self._waiting.append((request, writer))
                self._arrived.set()
            case HealthAsked(number=number):
                _send(writer, self._health(number))

    def _health(self, number: int) -> Health:
        fold = self.writer.fold
        waiting = sum(len(submit.acts) for submit, _ in self._waiting)
        return Health(number, fold.size, fold.at or 0, waiting, self._taken, self._since)

    # -- the writer's thread -----------------------------------------------------------------------------------

    async def _work(self) -> None:
        while True:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._arrived.wait(), TICK_SECONDS)
            self._arrived.clear()
            if self._waiting:
                await self._commit(self._together())
            else:
                await self._tick()
            if self._waiting:
                self._arrived.set()

    def _together(self) -> list[tuple[Submit, StreamWriter]]:
        together: list[tuple[Submit, StreamWriter]] = []
        count = 0
        while self._waiting and (not together or count + len(self._waiting[0][0].acts) <= MOST_TOGETHER):
            submit, writer = self._waiting.popleft()
            together.append((submit, writer))
            count += len(submit.acts)
        return together

    async def _commit(self, together: list[tuple[Submit, StreamWriter]]) -> None:
        acts = [act for submit, _ in together for act in submit.acts]
        try:
            answers = [_answer(each) for each in await self._in_thread(self.writer.submit_many, acts)]
        except RecordError as error:
            for submit, writer in together:
                _send(writer, Failed(submit.number, packed_sentence(told(error))))
            return
        except Exception as error:
            await self._apart(together, error)
            return
        given = iter(answers)
        for submit, writer in together:
            _send(writer, Answers(submit.number, tuple(next(given) for _ in submit.acts)))
        self._taken += sum(isinstance(answer, Taken) for answer in answers)
        self._tell()

    async def _apart(self, together: list[tuple[Submit, StreamWriter]], error: Exception) -> None:
        """Commit again what shared a broken commit, each request by itself; answer the one that breaks it."""
        if len(together) > 1:
            for each in together:
                await self._commit([each])
            return
        ((submit, writer),) = together
        tell_broken("act-broken", error)
        _send(writer, Failed(submit.number, packed_sentence(_DEFECT(defect=type(error).__name__))))

    async def _tick(self) -> None:
        if self.writer.fold.size and self.writer.fold.due(self.writer.clock()):
            try:
                await self._in_thread(self.writer.tick)
            except Exception as error:
                tell_broken("clock-broken", error)
            else:
                self._tell()

    async def _in_thread(self, function: Callable[..., T], *arguments: object) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, function, *arguments)

    def _tell(self) -> None:
        grown = packed(Grown(self.writer.fold.size))
        for writer in self._subscribers:
            writer.write(grown)


_DEFECT = msg("a defect of the program ({defect}); it stands in the server’s log, and nothing was written")


def _send(writer: StreamWriter, message: protocol.PenMessage) -> None:
    if not writer.is_closing():
        writer.write(packed(message))


def _answer(answer: Receipt | NotTaken) -> PenAnswer:
    if isinstance(answer, NotTaken):
        return Left(answer.reason, {name: packed_value(value) for name, value in answer.details.items()})
    return Taken(
        index=answer.index,
        leaf=answer.leaf,
        at=answer.at,
        outcome=answer.outcome,
        checkpoint=answer.checkpoint,
        repeated=answer.repeated,
    )
