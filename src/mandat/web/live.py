"""Live updates: open pages hear which bodies and posts an entry has touched, as server-sent events."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable

import msgspec
from litestar import Request, get
from litestar.datastructures import State as AppState
from litestar.response import ServerSentEvent, ServerSentEventMessage

from mandat.service.follower import Line

_HEARTBEAT_SECONDS = 20.0
_MOST_WAITING = 64


class Touched(msgspec.Struct, frozen=True):
    """What changed: the record's new size, and the bodies and posts that its new entries touch."""

    size: int
    bodies: tuple[str, ...]
    posts: tuple[str, ...]


class Hub:
    """Tells every open page; a page that does not listen is dropped, and reconnects by itself."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self._queues: set[asyncio.Queue[Touched | None]] = set()

    def __len__(self) -> int:
        return len(self._queues)

    def tell(self, size: int, lines: Iterable[Line]) -> None:
        """Tell all pages what the lines touch."""
        bodies: set[str] = set()
        posts: set[str] = set()
        for line in lines:
            bodies.update(line.bodies)
            posts.update(line.posts)
        touched = Touched(size, tuple(sorted(bodies)), tuple(sorted(posts)))
        for queue in tuple(self._queues):
            try:
                queue.put_nowait(touched)
            except asyncio.QueueFull:
                self._queues.discard(queue)

    async def listen(self) -> AsyncIterator[Touched | None]:
        """Yield what is told from now on, and None now and then so that a dead connection is noticed."""
        queue: asyncio.Queue[Touched | None] = asyncio.Queue(_MOST_WAITING)
        self._queues.add(queue)
        try:
            while queue in self._queues:
                try:
                    yield await asyncio.wait_for(queue.get(), _HEARTBEAT_SECONDS)
                except TimeoutError:
                    yield None
        finally:
            self._queues.discard(queue)

    def close(self) -> None:
        """End all streams."""
        self._queues.clear()


@get("/events", include_in_schema=False, sync_to_thread=False)
def events(request: Request[object, object, AppState]) -> ServerSentEvent:
    """Stream ``entry`` events: ``{"size": …, "bodies": […], "posts": […]}``."""
    return ServerSentEvent(_stream(request.app.state.site.hub))


async def _stream(hub: Hub) -> AsyncIterator[ServerSentEventMessage]:
    yield ServerSentEventMessage(comment="listening", retry=1000)
    async for touched in hub.listen():
        if touched is None:
            yield ServerSentEventMessage(comment="still here")
        else:
            yield ServerSentEventMessage(
                event="entry", id=str(touched.size), data=msgspec.json.encode(touched).decode()
            )
