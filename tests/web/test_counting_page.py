"""The page that counts a dropped file: for outsiders too, in memory, bounded, and nothing of it is kept."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from mandat.web import counting_apart
from mandat.web.app import create_app
from mandat.web.counting_apart import CountAsked, said_of
from tests.web.conftest import site_of
from tests.web.scene import Scene

WARD = b'3 1\n3 1 2 0\n2 2 0\n4 3 2 0\n0\n"Ann"\n"Bob <b>"\n"Cy"\n"Ward 3"\n'


@pytest.fixture(scope="module")
def client(scene: Scene) -> Iterator[TestClient[Litestar]]:
    with TestClient(create_app(site_of(scene.directory))) as made:
        while made.get("/").status_code == 503:
            pass
        yield made


def dropped(client: TestClient[Litestar], content: bytes, name: str = "ward.blt", **fields: str) -> str:
    answer = client.post(
        "/count", files={"file": (name, content)}, data=fields, headers={"Accept-Language": "en"}
    )
    assert answer.status_code == 200, answer.text[-1000:]
    return answer.text


def test_an_outsider_counts_a_file(client: TestClient[Litestar]) -> None:
    text = dropped(client, WARD, rule="approval")
    assert "Ward 3" in text
    assert "valid 9, invalid 0, blank 0, exhausted 0" in text
    assert "<li>Bob &lt;b&gt;</li>" in text
    assert "<b>" not in text
    assert "style=" not in text
    assert "<dt>Ann</dt><dd>Ann was not elected. Papers that approve Ann: " in text


def test_what_cannot_be_read_is_said_with_its_line(client: TestClient[Litestar]) -> None:
    assert "line 2: there is no candidate 9" in dropped(client, WARD.replace(b"3 1 2 0", b"3 9 2 0"))
    assert "no counting rule" in dropped(client, WARD, rule="dice")
    assert "this is a picture" in dropped(client, b"\x89PNG\r\n\x1a\n\0", "x.png")


def test_a_lot_is_asked_and_answered(client: TestClient[Litestar]) -> None:
    tie = b'2 1\n1 1 0\n1 2 0\n0\n"Ann"\n"Bob"\n""\n'
    assert "a lot decides" in dropped(client, tie, rule="fptp")
    assert "<li>Bob</li>" in dropped(client, tie, rule="fptp", lots="2")


def test_every_language_has_the_form(client: TestClient[Litestar]) -> None:
    for language, words in (("fr", "Dépouiller un fichier"), ("de", "Stimmzetteln auszählen")):
        assert words in client.get("/count", headers={"Accept-Language": language}).text


def test_nothing_is_kept(client: TestClient[Litestar], scene: Scene) -> None:
    before = sorted(
        (path, path.stat().st_size) for path in Path(scene.directory).rglob("*") if path.is_file()
    )
    dropped(client, WARD)
    assert before == sorted((p, p.stat().st_size) for p in Path(scene.directory).rglob("*") if p.is_file())


def test_a_bomb_or_a_long_count_ends(client: TestClient[Litestar], monkeypatch: pytest.MonkeyPatch) -> None:
    assert "more than 64 MiB" in dropped(client, gzip.compress(b"0" * (65 << 20)), "x.gz")
    monkeypatch.setattr(counting_apart, "SECONDS", 0.01)
    assert "takes more time or memory" in dropped(client, WARD)


def test_a_large_request_is_refused(client: TestClient[Litestar]) -> None:
    answer = client.post("/count", files={"file": ("x.blt", b"0" * (5 << 20))})
    assert answer.status_code == 413


def test_another_site_cannot_make_a_browser_count(client: TestClient[Litestar]) -> None:
    answer = client.post(
        "/count", files={"file": ("x.blt", WARD)}, headers={"Origin": "http://elsewhere.example"}
    )
    assert answer.status_code == 403


def test_points_and_remarks() -> None:
    said = said_of(CountAsked(name="x.csv", rule="score", seats=1), b"Voter,Ann,Bob\n1,5,N/A\n")
    assert said.elected == ("Ann",)
    assert said.refused == ""
