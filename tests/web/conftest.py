"""A site in one process for the tests of pages: the scene's record, and a client for each reader."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from mandat.federation.base.types import PersonId
from mandat.web.app import create_app
from mandat.web.sessions import COOKIE, Session
from mandat.web.settings import Settings
from mandat.web.site import Site
from tests.web.scene import Scene, build


@pytest.fixture(scope="session")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    return build(tmp_path_factory.mktemp("web") / "record")


class Visitors:
    """One site, and its pages as each reader gets them."""

    def __init__(self, client: TestClient[Litestar], site: Site) -> None:
        self._client = client
        self.site = site

    def get(
        self, path: str, reader: PersonId | None = None, language: str = "en", status: int | None = 200
    ) -> str:
        """Return a page's text, and require its status."""
        headers = {"Accept-Language": language}
        if reader:
            headers["Cookie"] = f"{COOKIE}={session_of(self.site, reader)}"
        answer = self._client.get(path, headers=headers)
        self._client.cookies.clear()
        assert status is None or answer.status_code == status, answer.text[-2000:]
        return answer.text


def session_of(site: Site, person: PersonId) -> str:
    """Sign a person in without a device: the way there is tested elsewhere."""
    key = site.state.keys.current(person)[0].public
    token = f"test-{person}"
    site.sessions._sessions[token] = Session(person, key, float("inf"))
    return token


def site_of(directory: Path, base: str = "http://localhost:8000") -> Site:
    return Site(Settings(directory=directory, base=base))


@pytest.fixture(scope="session")
def visitors(scene: Scene) -> Iterator[Visitors]:
    site = site_of(scene.directory)
    with warnings.catch_warnings():
        warnings.simplefilter(
            "ignore", DeprecationWarning
        )  # styles of handlers that the framework will drop in version 3
        app = create_app(site)
    with TestClient(app) as client:
        for _ in range(1000):
            if client.get("/").status_code == 200:
                break
        yield Visitors(client, site)
