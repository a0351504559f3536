"""The other side of the pen's socket: send acts, ask how it is, hear when the record grows."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from mandat.language import msg
from mandat.record.errors import RecordError
from mandat.service.incoming import Incoming
from mandat.service.pen.protocol import (
    Answers,
    Failed,
    Grown,
    Health,
    HealthAsked,
    PenAnswer,
    PenMessage,
    Submit,
    messages,
    packed,
    read_one,
    socket_of,
)


class PenAwayError(RecordError):
    """The pen cannot be reached: whether an act sent to it was taken is not known; send the same bytes again."""


class _OnItsWay(NamedTuple):
    """A question on its way: its number, the answer to come, and where it is written."""

    number: int
    answer: asyncio.Future[PenMessage]
    socket: asyncio.StreamWriter


class PenClient:
    """A connection to the pen of a record; many tasks of one event loop may use it at once."""

    def __init__(self, directory: Path, grown: Callable[[int], None] = lambda _: None) -> None:
        """Be ready to connect; ``grown`` is called with the new size whenever the record grows."""
        self._path = socket_of(directory)
        self._grown = grown
        self._numbers = itertools.count(1)
        self._open: dict[int, asyncio.Future[PenMessage]] = {}
        self._writer: asyncio.StreamWriter | None = None
        self._reading: asyncio.Task[None] | None = None
        self._connecting = asyncio.Lock()

    async def submit(self, acts: Sequence[Incoming]) -> tuple[PenAnswer, ...]:
        """Send acts, and return their answers in order.

        Raises ``PenAwayError`` if the connection breaks before the answer, ``RecordError`` if the pen could not write.
        """
        asked = await self._ask()
        asked.socket.write(packed(Submit(asked.number, tuple(acts))))
        answer = await self._answer(asked)
        assert isinstance(answer, Answers)
        return answer.answers

    async def health(self) -> Health:
        """Ask how the pen is; raises ``PenAwayError``."""
        asked = await self._ask()
        asked.socket.write(packed(HealthAsked(asked.number)))
        answer = await self._answer(asked)
        assert isinstance(answer, Health)
        return answer

    async def connect(self) -> None:
        """Connect if it is not connected; raises ``PenAwayError``."""
        async with self._connecting:
            if self._writer is not None and not self._writer.is_closing():
                return
            try:
                reader, self._writer = await asyncio.open_unix_connection(str(self._path))
            except OSError as error:
                raise PenAwayError(
                    msg(
                        "the process that writes the record does not answer ({reason}): try again in a moment"
                    )(reason=str(error.strerror))
                ) from error
            self._reading = asyncio.create_task(self._read(reader))

    async def close(self) -> None:
        """Break the connection off; questions that are open fail with ``PenAwayError``."""
        if self._reading is not None:
            self._reading.cancel()
        if self._writer is not None:
            self._writer.close()
        self._fail()

    async def _ask(self) -> _OnItsWay:
        """Make ready for a question; the next number is its own."""
        await self.connect()
        assert self._writer is not None
        future: asyncio.Future[PenMessage] = asyncio.get_running_loop().create_future()
        asked = _OnItsWay(next(self._numbers), future, self._writer)
        self._open[asked.number] = future
        return asked

    async def _answer(self, asked: _OnItsWay) -> PenMessage:
        """Wait for the answer to a question that was written."""
        try:
            await asked.socket.drain()
            answer = await asked.answer
        except OSError as error:
            raise PenAwayError(
                msg("the connection to the process that writes the record broke off")
            ) from error
        finally:
            self._open.pop(asked.number, None)
        if isinstance(answer, Failed):
            raise RecordError(answer.problem.unpacked())
        return answer

    async def _read(self, reader: asyncio.StreamReader) -> None:
        try:
            while (body := await read_one(reader)) is not None:
                self._hear(messages.decode(body))
        except (OSError, ValueError, asyncio.IncompleteReadError):
            pass
        finally:
            if self._writer is not None:
                self._writer.close()
            self._fail()

    def _hear(self, message: PenMessage) -> None:
        if isinstance(message, Grown):
            self._grown(message.size)
            return
        future = self._open.get(message.number)
        if future is not None and not future.done():
            future.set_result(message)

    def _fail(self) -> None:
        for future in self._open.values():
            if not future.done():
                future.set_exception(
                    PenAwayError(
                        msg("the process that writes the record has ended: send the same bytes again")
                    )
                )
