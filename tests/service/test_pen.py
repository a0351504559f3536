"""The pen's process and its followers: acts over a socket, shared commits, what falls due, and what is told to readers."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

from mandat.language import as_it_is
from mandat.record.blobs import Blob
from mandat.record.directory import create, open_directory
from mandat.record.errors import RecordError
from mandat.record.keys import Signer
from mandat.record.reasons import Reason
from mandat.service import published
from mandat.service.author import Author, person_key
from mandat.service.follower import Follower
from mandat.service.founding import found
from mandat.service.incoming import Incoming
from mandat.service.logs import begin_logging
from mandat.service.opening import writing
from mandat.service.pen.client import PenAwayError, PenClient
from mandat.service.pen.protocol import Left, Taken, socket_of
from mandat.service.pen.server import PenServer
from mandat.service.writer import _Batch

ORIGIN = "rail.example/log"


class Served(NamedTuple):
    client: PenClient
    sizes: list[int]
    registrar: Signer
    server: PenServer


@pytest.fixture
def record(tmp_path: Path) -> tuple[Path, Signer]:
    directory = create(tmp_path / "rail", ORIGIN)
    key = person_key(ORIGIN, "registrar")
    with writing(directory.path) as writer:
        receipt = found(writer, published.text("template", "federation"), "registrar", key)
    assert receipt.outcome == "admitted"
    return directory.path, key


@asynccontextmanager
async def serving(record: tuple[Path, Signer]) -> AsyncIterator[Served]:
    path, key = record
    with writing(path) as writer:
        server = PenServer(writer, path)
        ready = asyncio.Event()
        running = asyncio.create_task(server.run(ready))
        await ready.wait()
        sizes: list[int] = []
        client = PenClient(path, sizes.append)
        try:
            yield Served(client, sizes, key, server)
        finally:
            await client.close()
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)
    assert not socket_of(path).exists()


def enrol(served: Served, follower: Follower, person: str) -> Incoming:
    act = {"act": "member.enrol", "person": person, "body": "section/lyon"}
    return Author(ORIGIN, [served.registrar]).act(act, follower.head)


def body(served: Served, follower: Follower) -> Incoming:
    act = {"act": "body.found", "body": "section/lyon"}
    return Author(ORIGIN, [served.registrar]).act(act, follower.head)


def run(test: Callable[[], Awaitable[None]]) -> None:
    asyncio.run(test())  # type: ignore[arg-type]


def test_acts_are_taken_and_a_follower_reads_them(record: tuple[Path, Signer]) -> None:
    async def test() -> None:
        async with serving(record) as served:
            follower = Follower(open_directory(record[0]))
            follower.catch_up()
            (answer,) = await served.client.submit([body(served, follower)])
            assert isinstance(answer, Taken)
            assert answer.outcome == "admitted"
            (line,) = follower.catch_up()
            assert (line.index, line.act, line.signers, line.bodies) == (
                answer.index,
                "body.found",
                ("registrar",),
                ("section/lyon",),
            )
            judged = follower.ruling(answer.index)
            assert judged is not None
            assert judged.ruling.admitted
            await asyncio.sleep(0)
            assert served.sizes[-1] == follower.size
            follower.close()

    run(test)


def test_the_same_bytes_sent_twice_are_taken_once(record: tuple[Path, Signer]) -> None:
    async def test() -> None:
        async with serving(record) as served:
            follower = Follower(open_directory(record[0]))
            follower.catch_up()
            act = body(served, follower)
            first, again = await asyncio.gather(served.client.submit([act]), served.client.submit([act]))
            assert isinstance(first[0], Taken)
            assert isinstance(again[0], Taken)
            assert first[0].index == again[0].index
            assert (first[0].repeated, again[0].repeated) == (False, True)
            follower.close()

    run(test)


def test_what_does_not_belong_on_the_record_comes_back_with_its_reason(record: tuple[Path, Signer]) -> None:
    async def test() -> None:
        async with serving(record) as served:
            follower = Follower(open_directory(record[0]))
            follower.catch_up()
            good = body(served, follower)
            answers = await served.client.submit([Incoming(raw=b"nonsense"), good])
            assert [isinstance(each, Left) for each in answers] == [True, False]
            assert isinstance(answers[0], Left)
            assert answers[0].reason == Reason.MALFORMED
            assert "not well-formed" in answers[0].error().text("en")
            follower.close()

    run(test)


def test_acts_that_wait_share_a_commit(record: tuple[Path, Signer]) -> None:
    async def test() -> None:
        async with serving(record) as served:
            follower = Follower(open_directory(record[0]))
            follower.catch_up()
            await served.client.submit([body(served, follower)])
            acts = [enrol(served, follower, f"m-{number}") for number in range(60)]
            before = len(list(follower.store.heads()))
            answers = await asyncio.gather(*(served.client.submit([act]) for act in acts))
            assert {each.outcome for (each,) in answers if isinstance(each, Taken)} == {"admitted"}
            follower.catch_up()
            assert len(follower.state.members.roll("section/lyon")) == 60
            assert len(list(follower.store.heads())) - before < 30
            follower.close()

    run(test)


def test_a_pen_that_is_away_is_said_so(tmp_path: Path) -> None:
    async def test() -> None:
        with pytest.raises(PenAwayError, match="does not answer"):
            await PenClient(tmp_path).submit([Incoming(raw=b"x")])

    run(test)


def test_the_health_says_how_much_was_taken(record: tuple[Path, Signer]) -> None:
    async def test() -> None:
        async with serving(record) as served:
            follower = Follower(open_directory(record[0]))
            follower.catch_up()
            await served.client.submit([body(served, follower)])
            health = await served.client.health()
            assert (health.taken, health.waiting, health.size) == (1, 0, follower.size + 2)
            follower.close()

    run(test)


def test_an_error_of_the_storage_is_told_and_nothing_is_promised(
    record: tuple[Path, Signer], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test() -> None:
        async with serving(record) as served:
            follower = Follower(open_directory(record[0]))
            follower.catch_up()

            def full(_: object) -> None:
                raise RecordError(as_it_is("the disk is full"))

            monkeypatch.setattr(served.server.writer.store, "append", full)
            with pytest.raises(RecordError, match="the disk is full"):
                await served.client.submit([body(served, follower)])
            monkeypatch.undo()
            (answer,) = await served.client.submit([body(served, follower)])
            assert isinstance(answer, Taken)
            follower.close()

    run(test)


def test_an_old_ruling_is_judged_anew_from_a_state_kept_before_it(
    record: tuple[Path, Signer], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mandat.service.follower._BETWEEN_MARKS", 4)
    monkeypatch.setattr("mandat.service.follower._RECENT", 1)
    path, key = record
    author = Author(ORIGIN, [key])
    with writing(path) as writer:
        writer.submit(author.act({"act": "body.found", "body": "section/lyon"}, writer.head))
        for number in range(12):
            act = {"act": "member.enrol", "person": f"m-{number}", "body": "section/lyon"}
            writer.submit(author.act(act, writer.head))
    follower = Follower(open_directory(path))
    lines = follower.catch_up()
    for line in lines:
        judged = follower.ruling(line.index)
        assert judged is not None
        assert (judged.index, judged.ruling.admitted) == (line.index, True)
    assert follower.ruling(lines[-1].index + 1) is None  # the note of rulings
    assert [line.index for line in follower.by_signer("registrar", 2)] == [lines[-1].index, lines[-2].index]
    assert follower.latest(1, before=lines[3].index) == (lines[2],)
    assert Blob(bytes(16), b"").name not in follower.store.blob_names()
    follower.close()


def test_a_defect_in_one_act_is_its_own_and_the_pen_goes_on(
    record: tuple[Path, Signer], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    async def test() -> None:
        async with serving(record) as served:
            follower = Follower(open_directory(record[0]))
            follower.catch_up()
            good, bad = body(served, follower), Incoming(raw=b"breaks the judge")
            begins = _Batch.begins

            def broken(batch: _Batch, incoming: Incoming) -> bool:
                if incoming.raw == bad.raw:
                    raise TypeError("Élodie")
                return begins(batch, incoming)

            monkeypatch.setattr(_Batch, "begins", broken)
            begin_logging()
            first, second = await asyncio.gather(
                served.client.submit([bad]), served.client.submit([good]), return_exceptions=True
            )
            assert "a defect of the program (TypeError)" in str(first)
            assert isinstance(second, tuple)
            assert isinstance(second[0], Taken)
            follower.close()

    run(test)
    (line,) = capsys.readouterr().err.splitlines()
    logged = json.loads(line)
    assert (logged["event"], logged["level"], logged["error"]) == ("act-broken", "error", "TypeError")
    assert "mandat/service/writer.py:" in logged["places"]
    assert "Élodie" not in line
