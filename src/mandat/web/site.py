"""The site: one federation as the pages see it. A follower, a connection to the pen, the private register, who is signed in."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Sequence
from typing import NamedTuple

from mandat.federation.state import State
from mandat.record.directory import RecordDirectory, open_directory
from mandat.record.errors import RecordError
from mandat.record.store.private import People
from mandat.service.follower import FeedLine, Follower
from mandat.service.pen.client import PenAwayError, PenClient
from mandat.service.pen.protocol import PenAnswer, Taken
from mandat.web.live import Hub
from mandat.web.sessions import Sessions
from mandat.web.settings import Settings

_RECONNECT_SECONDS = 0.5


class Progress(NamedTuple):
    """How far the replay at the start has come."""

    read: int
    of: int


class Site:
    """Everything that pages and API share; made once for each process, used in its event loop only."""

    def __init__(self, settings: Settings) -> None:
        """Be ready; ``run`` reads the record and follows it."""
        self.settings = settings
        self.directory: RecordDirectory = open_directory(settings.directory)
        self.follower = Follower(self.directory)
        self.hub = Hub()
        self.sessions = Sessions()
        self.pen = PenClient(settings.directory, lambda _: self._grown.set())
        self.people: People | None = People(self.directory.people)
        self.ready = False
        self.fault: str | None = None
        self._grown = asyncio.Event()
        self._end = 0

    @property
    def state(self) -> State:
        """The federation after what was read."""
        return self.follower.state

    @property
    def origin(self) -> str:
        """The name of the log."""
        return self.directory.origin

    @property
    def progress(self) -> Progress:
        """How far the first reading has come."""
        return Progress(self.follower.size, max(self._end, self.follower.size))

    async def run(self) -> None:
        """Read the record from its beginning, then follow it until cancelled."""
        try:
            await self._read_first()
            self.ready = True
            while True:
                await self._connected()
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._grown.wait(), 1.0)
                self._grown.clear()
                self.catch_up()
        except RecordError as error:  # the record does not replay: show nothing later, and say so
            self.fault = str(error)

    async def _read_first(self) -> None:
        head = self.follower.store.head()
        self._end = 0 if head is None else head.size
        for _ in self.follower.steps():
            await asyncio.sleep(0)

    async def _connected(self) -> None:
        try:
            await self.pen.connect()
        except PenAwayError:
            await asyncio.sleep(_RECONNECT_SECONDS)

    def catch_up(self) -> tuple[FeedLine, ...]:
        """Read what is new, and tell the open pages."""
        lines = self.follower.catch_up()
        if lines:
            self.hub.tell(self.follower.size, lines)
        return lines

    def read_of(self, answers: Sequence[PenAnswer]) -> None:
        """Read what the pen wrote of acts just sent, so that whoever sent them sees it at once."""
        if any(isinstance(each, Taken) and each.index >= self.follower.size for each in answers):
            self.catch_up()

    async def close(self) -> None:
        """Let go of everything."""
        await self.pen.close()
        self.hub.close()
        self.follower.close()
        if self.people is not None:
            self.people.close()
