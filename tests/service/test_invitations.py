"""Invitations: a code whose hash goes on the record, and a link that only a secure site may hand out."""

from __future__ import annotations

import asyncio
import base64
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from mandat.record.directory import create, open_directory
from mandat.record.errors import RecordError
from mandat.record.keys import Signer
from mandat.service import published
from mandat.service.author import Author, person_key
from mandat.service.founding import found
from mandat.service.invitations import CODE_BYTES, InvitationCode, announce, fresh
from mandat.service.opening import now, writing
from mandat.service.pen.server import PenServer

ORIGIN = "rail.example/log"


@pytest.fixture
def record(tmp_path: Path) -> tuple[Path, Signer]:
    directory = create(tmp_path / "rail", ORIGIN)
    key = person_key(ORIGIN, "registrar")
    with writing(directory.path) as writer:
        found(writer, published.text("template", "federation"), "registrar", key)
    return directory.path, key


def test_link_holds_the_code_behind_the_fragment() -> None:
    invitation = fresh("m-17", 0)
    address, _, code = invitation.link("https://rail.example").partition("#m-17.")
    assert address == "https://rail.example/join"
    assert base64.urlsafe_b64decode(code) == invitation.code
    assert len(invitation.code) == CODE_BYTES
    assert fresh("m-17", 0).code != invitation.code


@pytest.mark.parametrize("base", ["http://rail.example", "http://localhost.rail.example", "rail.example"])
def test_no_link_where_browsers_make_no_keys(base: str) -> None:
    with pytest.raises(
        RecordError, match="not reached over HTTPS, where alone browsers make keys: give --base"
    ):
        InvitationCode("m-17", bytes(18), 0).link(base)


@pytest.mark.parametrize(
    "base", ["http://localhost:8000", "http://127.0.0.1", "http://[::1]:80", "https://rail.example:8443"]
)
def test_link_where_browsers_make_keys(base: str) -> None:
    assert InvitationCode("m-17", bytes(18), 0).link(base).startswith(f"{base}/join#m-17.")


def test_announced_on_the_record_without_its_code(record: tuple[Path, Signer]) -> None:
    path, key = record
    invitation = fresh("registrar", now() + 3600)
    _, outcome = announce(path, invitation, key)
    assert outcome == "admitted"
    store = open_directory(path).store(readonly=True)
    written = b"".join(store.entries(0))
    store.close()
    assert str(invitation.body["code"]).encode() in written
    assert base64.b64encode(invitation.code) not in written


def test_announced_while_another_process_holds_the_pen(record: tuple[Path, Signer]) -> None:
    path, key = record
    with served(path):
        index, outcome = announce(path, fresh("registrar", now() + 3600), key)
    assert (outcome, index) == ("admitted", 2)


def test_refused_for_an_unknown_person_and_a_long_time(record: tuple[Path, Signer]) -> None:
    path, key = record
    assert announce(path, fresh("nobody", now() + 3600), key)[1] == "refused"
    assert announce(path, fresh("registrar", now() + 91 * 86_400), key)[1] == "refused"


def test_used_once_by_the_new_key_itself(record: tuple[Path, Signer]) -> None:
    path, key = record
    invitation = fresh("registrar", now() + 3600, replaces=True)
    announce(path, invitation, key)
    new = person_key(ORIGIN, "registrar")
    code = base64.b64encode(invitation.code).decode()
    body = {"act": "key.enrol", "person": "registrar", "key": new.public_text, "code": code}
    with writing(path) as writer:
        assert writer.submit(Author(ORIGIN, [new]).act(body, writer.head)).outcome == "admitted"
        assert [each.public for each in writer.state.keys.current("registrar")] == [new.public_text]


@contextmanager
def served(path: Path) -> Iterator[None]:
    """Hold the pen in a thread of its own, as the pen's process does."""
    ready, loops = threading.Event(), []

    async def run(server: PenServer) -> None:
        begun = asyncio.Event()
        task = asyncio.create_task(server.run(begun))
        await begun.wait()
        loops.append((asyncio.get_running_loop(), task))
        ready.set()
        try:
            await task
        except asyncio.CancelledError:
            return

    def hold() -> None:
        with writing(path) as writer:
            asyncio.run(run(PenServer(writer, path)))

    thread = threading.Thread(target=hold)
    thread.start()
    ready.wait(10)
    yield
    loop, task = loops[0]
    loop.call_soon_threadsafe(task.cancel)
    thread.join(10)
