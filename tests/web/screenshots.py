"""Pictures of every page: ``python -m tests.web.screenshots DIR [PAGE …]``, on a phone and a desktop, light and dark.

The pages are those of the demonstration federation, in English; a few in French. ``--readme`` makes instead the three pictures of
the README, in ``docs/images``.
"""

from __future__ import annotations

import socket
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright

from mandat.federation.base.types import PersonId
from mandat.web.app import create_app
from mandat.web.sessions import COOKIE
from mandat.web.site import Site
from tests.web.conftest import session_of, site_of
from tests.web.scene import Scene, build

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
)
SIZES = {"phone": (390, 844), "desktop": (1280, 900)}


README = {"federation": "desktop", "body-congress": "desktop", "me": "phone"}
IMAGES = Path(__file__).parents[2] / "docs" / "images"


def pages(scene: Scene) -> dict[str, tuple[str, PersonId | None]]:
    """Return every page by a short name: its address, and who looks at it."""
    member, delegate, registrar = scene.member, scene.delegate, scene.registrar
    return {
        "federation": ("/", member),
        "body-congress": ("/bodies/congress", member),
        "body-ward": (f"/bodies/{scene.ward}", member),
        "post": (f"/posts/{scene.post}", member),
        "person": (f"/people/{delegate}", member),
        "election": (f"/elections/{scene.election}", member),
        "ballot": (f"/elections/{scene.running}", member),
        "motion": (f"/motions/{scene.motion}", member),
        "vote": ("/motions/resolution-2", delegate),
        "record": ("/record", None),
        "act": (f"/record/{scene.recalled}", None),
        "act-refused": (f"/record/{scene.refused}", member),
        "bylaws": ("/bylaws", None),
        "check": ("/check", None),
        "count": ("/count", None),
        "join": ("/join", None),
        "me": ("/me", member),
        "me-acts": ("/me/acts", member),
        "me-devices": ("/me/devices", member),
        "seat": ("/seat", delegate),
        "office": ("/office", registrar),
        "office-bodies": ("/office/bodies", registrar),
        "office-members": ("/office/members", registrar),
        "office-invitations": ("/office/invitations", registrar),
        "office-elections": ("/office/elections", registrar),
        "office-count": (f"/office/count/{scene.running}", registrar),
        "office-bylaws": ("/office/bylaws?template=association", registrar),
        "operator": ("/operator", None),
        "missing": ("/nowhere", None),
        "not-yours": ("/office", member),
        "not-signed-in": ("/me", None),
        "french-me": ("/me?lang=fr", member),
        "french-federation": ("/?lang=fr", None),
    }


@contextmanager
def served(site: Site) -> Iterator[str]:
    """Serve a site in this process; yields its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(create_app(site), port=port, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    address = f"http://localhost:{port}"
    _await(address)
    try:
        yield address
    finally:
        server.should_exit = True
        thread.join(10)


def _await(address: str) -> None:
    for _ in range(200):
        try:
            with urllib.request.urlopen(address) as answer:  # noqa: S310
                if answer.status == 200:
                    return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.05)
    raise SystemExit("the site did not start")


def shoot(browser: Browser, visit: Visit, into: Path, only: Sequence[str]) -> None:
    """Write a picture of each page for each size and scheme."""
    for size in SIZES:
        for scheme in ("light", "dark"):
            for name in pages(visit.scene):
                if not only or name in only:
                    with opened(browser, visit, name, size, scheme) as page:
                        page.screenshot(path=into / f"{name}-{size}-{scheme}.png", full_page=True)


def shoot_for_readme(browser: Browser, visit: Visit, into: Path) -> None:
    """Write what the README shows: what stands on the screen, without scrolling."""
    for name, size in README.items():
        with opened(browser, visit, name, size, "light") as page:
            page.screenshot(path=into / f"web-{name}.png")


class Visit(NamedTuple):
    """A site that is served, and what there is to see."""

    address: str
    site: Site
    scene: Scene


@contextmanager
def opened(browser: Browser, visit: Visit, name: str, size: str, scheme: str) -> Iterator[Page]:
    """Open a page as its reader sees it."""
    path, reader = pages(visit.scene)[name]
    width, height = SIZES[size]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
        locale="en",
    )
    if reader:
        context.add_cookies([{"name": COOKIE, "value": session_of(visit.site, reader), "url": visit.address}])
    page = context.new_page()
    page.goto(visit.address + path, wait_until="load")
    page.wait_for_timeout(150)
    yield page
    context.close()


def main(arguments: Sequence[str]) -> None:
    """Make the pictures in a directory."""
    readme = arguments[0] == "--readme"
    into = IMAGES if readme else Path(arguments[0])
    into.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as directory:
        scene = build(Path(directory) / "record", None)
        site = site_of(scene.directory)
        with served(site) as address, sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
            visit = Visit(address, site, scene)
            if readme:
                shoot_for_readme(browser, visit, into)
            else:
                shoot(browser, visit, into, arguments[1:])
            browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
