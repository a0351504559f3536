"""A lean HTTP/1.1 client for the benchmark of the web: bytes prepared beforehand, one answer at a time on each connection."""

from __future__ import annotations

import asyncio
import contextlib
import math
import time
from collections.abc import Sequence

_HEADERS = "Host: localhost\r\nAccept-Language: en\r\n"


def get(path: str) -> bytes:
    """Return the bytes of a GET."""
    return f"GET {path} HTTP/1.1\r\n{_HEADERS}\r\n".encode()


def post(path: str, body: bytes) -> bytes:
    """Return the bytes of a POST of JSON."""
    head = f"POST {path} HTTP/1.1\r\n{_HEADERS}Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


class Connection:
    """One visitor: a connection that stays open, from a loopback address of its own so that rate limits are its own too."""

    def __init__(self, port: int, visitor: int) -> None:
        """Be visitor number ``visitor``."""
        self._port = port
        self._address = f"127.1.{visitor // 250}.{visitor % 250 + 1}"

    async def open(self) -> Connection:
        """Connect."""
        self._reader, self._writer = await asyncio.open_connection(
            "127.0.0.1", self._port, local_addr=(self._address, 0)
        )
        return self

    async def ask(self, request: bytes) -> tuple[int, bytes]:
        """Send a request; return status and body."""
        self._writer.write(request)
        head = await self._reader.readuntil(b"\r\n\r\n")
        status = int(head[9:12])
        length = next(
            int(line[15:]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")
        )
        return status, await self._reader.readexactly(length)

    async def listen(self) -> None:
        """Read the site's events until cancelled."""
        self._writer.write(get("/events"))
        with contextlib.suppress(OSError):
            while await self._reader.read(65_536):
                pass

    def close(self) -> None:
        """Hang up."""
        self._writer.close()


async def timed(connection: Connection, requests: Sequence[bytes], pause: float = 0) -> list[float]:
    """Send requests one after the other; return the seconds of each. Any status but 200 is an error."""
    took = []
    for request in requests:
        began = time.perf_counter()
        status, body = await connection.ask(request)
        took.append(time.perf_counter() - began)
        if status != 200:
            raise RuntimeError(f"{status} {body[:300]!r} to {request[:200]!r}")
        if pause:
            await asyncio.sleep(pause)
    return took


def percentile(values: Sequence[float], percent: int) -> float:
    """Return the smallest value that ``percent`` of all do not exceed.

    >>> percentile([4, 1, 3, 2], 95), percentile([4, 1, 3, 2], 50)
    (4, 2)
    """
    return sorted(values)[max(0, math.ceil(len(values) * percent / 100) - 1)]
