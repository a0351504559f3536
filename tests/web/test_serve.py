"""``mandat serve`` as its operator meets it: how it starts, ends, survives, and what it says and logs."""

from __future__ import annotations

import base64
import contextlib
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from mandat.record.directory import create, open_directory
from mandat.record.keys import Signer
from mandat.service import published
from mandat.service.author import Author, person_key
from mandat.service.founding import found
from mandat.service.opening import writing
from mandat.service.pen.protocol import socket_of
from tests.web.serving import PATIENCE, wait_for

ORIGIN = "rail.example/log"
RUN = [sys.executable, "-c", "from mandat.cli.app import main; main()"]


@pytest.fixture
def record(tmp_path: Path) -> tuple[Path, Signer]:
    directory, key = create(tmp_path / "rail", ORIGIN), person_key(ORIGIN, "registrar")
    with writing(directory.path) as writer:
        found(writer, published.text("template", "federation"), "registrar", key)
    return directory.path, key


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextlib.contextmanager
def serve(path: Path, *options: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    port = free_port()
    command = [*RUN, "serve", str(path), "--port", str(port), "--lang", "en", *options]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        wait_for(f"http://localhost:{port}/api/log")
        yield f"http://localhost:{port}", process
    finally:
        if process.poll() is None:
            process.kill()
        with process:  # closes its pipes
            process.wait(PATIENCE)


def act(path: Path, key: Signer, body: str) -> dict[str, object]:
    store = open_directory(path).store(readonly=True)
    raw = Author(ORIGIN, [key]).act({"act": "body.found", "body": body}, store.head()).raw
    store.close()
    return {"acts": [{"note": base64.b64encode(raw).decode()}]}


def pen_gone(path: Path) -> bool:
    """Wait until no process holds the pen."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with contextlib.suppress(Exception), writing(path):
            return True
        time.sleep(0.1)
    return False


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_ends_at_once_with_its_pen_while_pages_listen(
    record: tuple[Path, Signer], how: signal.Signals
) -> None:
    path, _ = record
    with serve(path) as (base, process), httpx.stream("GET", f"{base}/events") as listening:
        assert listening.status_code == 200
        process.send_signal(how)
        assert process.wait(PATIENCE) == 0
        assert not socket_of(path).exists()
        said, logged = process.communicate()
    assert re.fullmatch(r".+ is at http://localhost:\d+   \(Ctrl-C ends it\)\n", said)
    assert "Traceback" not in logged
    assert pen_gone(path)


def test_the_pen_ends_when_the_pages_are_killed(record: tuple[Path, Signer]) -> None:
    path, _ = record
    with serve(path) as (_, process):
        process.kill()
        process.wait(PATIENCE)
    assert pen_gone(path)


def test_a_pen_that_dies_is_taken_again(record: tuple[Path, Signer]) -> None:
    path, key = record
    with serve(path) as (base, process):
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        pens = [each for each in children if "spawn_main" in Path(f"/proc/{each}/cmdline").read_text()]
        assert len(pens) == 1
        os.kill(int(pens[0]), signal.SIGKILL)
        body, deadline = act(path, key, "section/lyon"), time.monotonic() + PATIENCE
        while (answer := httpx.post(f"{base}/api/acts", json=body)).status_code == 503:
            assert answer.json()["reason"] == "pen-away"
            assert time.monotonic() < deadline
            time.sleep(0.1)
        assert answer.json()["answers"][0]["outcome"] == "admitted"
        process.send_signal(signal.SIGTERM)
        _, logged = process.communicate(timeout=PATIENCE)
    events = [json.loads(line)["event"] for line in logged.splitlines()]
    assert events == ["pen-ended", "pen-restarted"]


def test_the_log_names_nobody(record: tuple[Path, Signer]) -> None:
    path, key = record
    with serve(path) as (base, process):
        httpx.get(f"{base}/people/m-17")
        httpx.post(f"{base}/api/acts", json=act(path, key, "section/lyon"))
        httpx.post(f"{base}/api/acts", content=b"{")
        process.send_signal(signal.SIGTERM)
        _, logged = process.communicate(timeout=PATIENCE)
    assert not re.search("m-17|registrar|127.0.0.1|lyon", logged)


def test_a_second_server_is_refused(record: tuple[Path, Signer]) -> None:
    path, _ = record
    with serve(path):
        done = subprocess.run(
            [*RUN, "serve", str(path), "--port", str(free_port())],
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "another" in done.stderr


def test_a_port_that_is_taken_is_said_so(record: tuple[Path, Signer]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        command = [*RUN, "serve", str(record[0]), "--port", str(port)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert f"port {port} of 127.0.0.1 cannot be used" in done.stderr.replace("\n", " ")
    assert "--port" in done.stderr


def test_acts_are_taken_from_the_address_that_people_see_behind_a_proxy(record: tuple[Path, Signer]) -> None:
    path, key = record
    with serve(path, "--base", "https://rail.example", "--proxy", "127.0.0.1") as (base, _):
        own = {"Origin": "https://rail.example", "X-Forwarded-Proto": "https", "X-Forwarded-For": "192.0.2.7"}
        other = {**own, "Origin": "https://elsewhere.example"}
        send = act(path, key, "section/lyon")
        assert httpx.post(f"{base}/api/acts", json=send, headers=other).status_code == 403
        answer = httpx.post(f"{base}/api/acts", json=send, headers=own)
        assert answer.json()["answers"][0]["outcome"] == "admitted"
        assert answer.headers["Strict-Transport-Security"].startswith("max-age=")
