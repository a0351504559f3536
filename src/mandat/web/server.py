"""The processes: one holds the pen, one shows the pages; this one starts both and ends both."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
import socket
import threading
import time
from collections.abc import Callable
from multiprocessing import connection
from multiprocessing.context import SpawnProcess
from pathlib import Path

import uvicorn

from mandat.language import Sentence, msg, told
from mandat.record.errors import RecordError
from mandat.service.logs import begin_logging, tell
from mandat.service.opening import writing
from mandat.service.pen.protocol import socket_of
from mandat.service.pen.server import PenServer
from mandat.web.app import create_app
from mandat.web.settings import Settings
from mandat.web.site import Site

_START_SECONDS = 600.0
"""Reading a long record takes the pen minutes; it is given ten."""
_END_SECONDS = 10.0


def free_port(port: int, host: str = "127.0.0.1") -> int:
    """Return ``port`` if nobody listens on it, any free one for 0; raises ``RecordError`` if it is taken."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as error:
            raise RecordError(
                msg("port {port} of {host} cannot be used ({reason}): choose another with --port")(
                    port=str(port), host=host, reason=str(error.strerror)
                )
            ) from error
        return int(trial.getsockname()[1])


def serve(settings: Settings, started: Callable[[], None] = lambda: None) -> None:
    """Serve until interrupted; raises ``RecordError`` if the pen cannot be taken, or is lost and cannot be taken again."""
    begin_logging()
    pen = KeptPen(settings.directory)
    server = _Server(settings)
    pen.watch(lambda: setattr(server, "should_exit", True))
    signal.signal(signal.SIGTERM, _end)
    try:
        started()
        server.run()
    except KeyboardInterrupt:  # uvicorn has answered what was open, and passes the signal on
        pass
    finally:
        pen.stop()
    if pen.problem is not None:
        raise RecordError(pen.problem)


class _Server(uvicorn.Server):
    """Serves the pages; when it ends, it first ends the streams of those who listen."""

    def __init__(self, settings: Settings) -> None:
        self.site = Site(settings)
        super().__init__(_config(settings, self.site))

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Let what is open be answered, and end."""
        self.site.hub.close()
        await super().shutdown(sockets)


def _end(*_: object) -> None:
    """End as after an interrupt, so that the pen is told too."""
    raise KeyboardInterrupt


class KeptPen:
    """The pen's process, started anew should it end by itself; ``problem`` says why it could not be."""

    def __init__(self, directory: Path) -> None:
        """Start it; raises ``RecordError``."""
        self.problem: Sentence | None = None
        self._directory = directory
        self._process = start_pen(directory)
        self._stopping = threading.Event()

    def watch(self, lost: Callable[[], None]) -> None:
        """Begin to watch; ``lost`` is called, in another thread, when the pen is gone for good."""
        threading.Thread(target=self._watch, args=(lost,), name="mandat-pen-watch", daemon=True).start()

    def _watch(self, lost: Callable[[], None]) -> None:
        while True:
            connection.wait([self._process.sentinel])
            if self._stopping.is_set():
                return
            tell("pen-ended", code=self._process.exitcode)
            try:
                self._process = start_pen(self._directory)
            except RecordError as error:
                self.problem = told(error)
                lost()
                return
            tell("pen-restarted")

    def stop(self) -> None:
        """Let the pen finish its commit and end."""
        self._stopping.set()
        stop_pen(self._process)


def start_pen(directory: Path) -> SpawnProcess:
    """Start the pen's process and wait until it listens; raises ``RecordError`` with what it said if it does not."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    pen = context.Process(target=_hold_pen, args=(directory, theirs), name="mandat-pen", daemon=True)
    pen.start()
    theirs.close()
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline:
        if ours.poll(0.1):
            try:
                problem = ours.recv()
            except EOFError:
                break
            if problem:
                pen.join()
                raise RecordError(problem)
            return pen
        if not pen.is_alive():
            break
    raise RecordError(
        msg("the process that writes the record did not start: see whether {socket} can be made")(
            socket=str(socket_of(directory))
        )
    )


def stop_pen(pen: SpawnProcess) -> None:
    """Let the pen finish its commit and end."""
    if pen.is_alive() and pen.pid is not None:
        os.kill(pen.pid, signal.SIGTERM)
        pen.join(_END_SECONDS)
    if pen.is_alive():
        pen.kill()


def _config(settings: Settings, site: Site) -> uvicorn.Config:
    return uvicorn.Config(
        create_app(site),
        host=settings.host,
        port=settings.port,
        ssl_certfile=str(settings.certificate) if settings.certificate else None,
        ssl_keyfile=str(settings.private_key) if settings.private_key else None,
        proxy_headers=bool(settings.proxies),
        forwarded_allow_ips=list(settings.proxies) or None,
        log_config=None,
        access_log=False,
        server_header=False,
        date_header=False,
        timeout_graceful_shutdown=3,
    )


def _hold_pen(directory: Path, ready_to: connection.Connection) -> None:
    """The pen's process."""
    begin_logging()
    signal.signal(
        signal.SIGINT, signal.SIG_IGN
    )  # the terminal's interrupt is for the parent, which then ends this one

    async def run(server: PenServer) -> None:
        ready = asyncio.Event()
        task = asyncio.create_task(server.run(ready))
        loop = asyncio.get_running_loop()
        loop.add_signal_handler(signal.SIGTERM, task.cancel)
        await ready.wait()
        ready_to.send(None)
        orphaned = asyncio.create_task(_until_orphaned(task))
        try:
            await task
        except asyncio.CancelledError:
            return
        finally:
            orphaned.cancel()

    try:
        with writing(directory) as writer:
            asyncio.run(run(PenServer(writer, directory)))
    except RecordError as error:
        ready_to.send(told(error))


async def _until_orphaned(task: asyncio.Task[None]) -> None:
    """End the pen when the process that shows the pages was killed: else nobody could serve the record again."""
    parent = os.getppid()
    while os.getppid() == parent:
        await asyncio.sleep(1.0)
    task.cancel()
