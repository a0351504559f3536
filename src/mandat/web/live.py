"""Live updates: open pages hear which bodies and posts an entry has touched, as server-sent events."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable

import msgspec
from litestar import Request, get
from litestar.datastructures import State as AppState
from litestar.response import Stream

from mandat.service.follower import FeedLine

_HEARTBEAT_SECONDS = 20.0
_APART_SECONDS = 0.2
"""Pages hear what has changed so often at most: in a hurry of acts, telling all pages of each would hold up the acts."""
_MOST_WAITING = 64
_HELLO = b": listening\nretry: 1000\n\n"
_STILL_HERE = b": still here\n\n"


class Touched(msgspec.Struct, frozen=True):
    """What changed: the record's new size, and the bodies and posts that its new entries touch."""

    size: int
    bodies: tuple[str, ...]
    posts: tuple[str, ...]

    def event(self) -> bytes:
        """Return it as a server-sent event.

        >>> Touched(3, ("region",), ()).event()
        b'id: 3\\nevent: entry\\ndata: {"size":3,"bodies":["region"],"posts":[]}\\n\\n'
        """
        return b"id: %d\nevent: entry\ndata: %s\n\n" % (self.size, msgspec.json.encode(self))


class Hub:
    """Tells every open page; a page that does not listen is dropped, and reconnects by itself."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self._queues: set[asyncio.Queue[bytes]] = set()
        self._size = 0
        self._bodies: set[str] = set()
        self._posts: set[str] = set()
        self._due: asyncio.TimerHandle | None = None
        self._told = float("-inf")

    def __len__(self) -> int:
        return len(self._queues)

    def tell(self, size: int, lines: Iterable[FeedLine]) -> None:
        """Tell all pages what the lines touch: at once, or together with what comes in the next fifth of a second."""
        self._size = size
        for line in lines:
            self._bodies.update(line.bodies)
            self._posts.update(line.posts)
        if self._due is None:
            loop = asyncio.get_running_loop()
            wait = max(0.0, self._told + _APART_SECONDS - loop.time())
            self._due = loop.call_later(wait, self._tell_now)

    def _tell_now(self) -> None:
        self._due = None
        self._told = asyncio.get_running_loop().time()
        event = Touched(self._size, tuple(sorted(self._bodies)), tuple(sorted(self._posts))).event()
        self._bodies.clear()
        self._posts.clear()
        for queue in tuple(self._queues):
            try:
                queue.put_nowait(event)
            except asyncio.QueueFull:
                self._queues.discard(queue)

    async def listen(self, size: Callable[[], int]) -> AsyncIterator[bytes]:
        """Yield how far the record has come, then the events from now on, and comments so that a dead connection is noticed.

        The first tells a page whether something happened between its reading and its listening.
        """
        queue: asyncio.Queue[bytes] = asyncio.Queue(_MOST_WAITING)
        self._queues.add(queue)
        try:
            yield _HELLO + Touched(size(), (), ()).event()
            while queue in self._queues:
                try:
                    event = await asyncio.wait_for(queue.get(), _HEARTBEAT_SECONDS)
                except TimeoutError:
                    event = _STILL_HERE
                if event:
                    yield event
        finally:
            self._queues.discard(queue)

    def close(self) -> None:
        """End all streams."""
        if self._due is not None:
            self._due.cancel()
        for queue in tuple(self._queues):
            self._queues.discard(queue)
            if not queue.full():
                queue.put_nowait(b"")


@get("/events", include_in_schema=False, sync_to_thread=False)
def events(request: Request[object, object, AppState]) -> Stream:
    """Stream ``entry`` events: ``{"size": …, "bodies": […], "posts": […]}``."""
    site = request.app.state.site
    return Stream(site.hub.listen(lambda: site.follower.size), media_type="text/event-stream")
