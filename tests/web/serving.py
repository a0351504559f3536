"""A served record for tests over real HTTP: the pen in its process, the site in a thread of this one."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import httpx
import uvicorn
from litestar import Litestar

from mandat.web.app import RateLimits, create_app
from mandat.web.security import Bucket
from mandat.web.server import start_pen, stop_pen
from mandat.web.settings import Settings
from mandat.web.site import Site

PATIENCE = 60.0
MANY = 1_000_000


class Running(NamedTuple):
    """Where it is, the site behind it, and its application."""

    base: str
    site: Site
    app: Litestar


@contextmanager
def running(directory: Path, limits: RateLimits | None = None) -> Iterator[Running]:
    """Serve a record until the block ends; without limits unless some are given."""
    pen = start_pen(directory)
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        base = f"http://localhost:{listening.getsockname()[1]}"
        site = Site(Settings(directory=directory, base=base))
        free = RateLimits(Bucket(MANY), Bucket(MANY), Bucket(MANY))
        app = create_app(site, limits or free)
        config = uvicorn.Config(app, log_level="error", access_log=False, server_header=False)
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, args=([listening],))
        thread.start()
        try:
            wait_for(f"{base}/api/log")
            yield Running(base, site, app)
        finally:
            server.should_exit = True
            thread.join(PATIENCE)
            stop_pen(pen)


def wait_for(address: str, **client: object) -> None:
    """Wait until an address answers 200."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            if httpx.get(address, **client).status_code == 200:  # type: ignore[arg-type]
                return
        except httpx.HTTPError:
            pass
        time.sleep(0.05)
    raise TimeoutError(address)
