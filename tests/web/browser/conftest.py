"""One server and one browser for all journeys; each test gets devices and an assembly of its own."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect, sync_playwright

from tests.web.browser.federation import REGION, Served, founded
from tests.web.serving import PATIENCE

CHROMIUM = "/usr/bin/chromium"
OTHER_HOST = "rail.test"
_ARGUMENTS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
    f"--host-resolver-rules=MAP {OTHER_HOST} 127.0.0.1",
]
_PHONE = {
    "viewport": {"width": 390, "height": 844},
    "has_touch": True,
    "is_mobile": True,
    "device_scale_factor": 2,
}
_DESKTOP = {"viewport": {"width": 1280, "height": 800}}
_SIZES: dict[str, dict[str, Any]] = {
    "phone": _PHONE,
    "desktop": _DESKTOP,
    "narrow": {**_PHONE, "viewport": {"width": 320, "height": 568}},
    "tablet": {**_PHONE, "viewport": {"width": 768, "height": 1024}},
    "wide": {"viewport": {"width": 1920, "height": 1080}},
}

expect.set_options(
    timeout=PATIENCE * 1000
)  # what is awaited comes in its order; only a page that hangs meets this


class Kind(NamedTuple):
    """A kind of device and the language of its browser."""

    size: str
    language: str

    def say(self, english: str, french: str) -> str:
        """Return the words of the device's language."""
        return french if self.language == "fr" else english


KINDS = [Kind("phone", "fr"), Kind("desktop", "en"), Kind("phone", "en"), Kind("desktop", "fr")]
"""Every journey runs on the first two; those where words matter most on all."""


class Device:
    """A browser of one person: its storage is its own, and whatever its console says against the page fails the test."""

    def __init__(self, context: BrowserContext, served: Served, kind: Kind) -> None:
        """Open one window."""
        self.context = context
        self.served = served
        self.kind = kind
        self.complaints: list[str] = []
        self.page = self.window()

    def window(self) -> Page:
        """Open a further window (or tab) of the same browser."""
        page = self.context.new_page()
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(f"{page.url}: {error}"))
        return page

    def _hear(self, message: ConsoleMessage) -> None:
        # A refusal is an answer of status 4xx; Chromium writes each to the console, and that is no fault of the page.
        if message.type in ("error", "warning") and "Failed to load resource" not in message.text:
            self.complaints.append(f"{message.location.get('url', '')}: {message.text}")

    def go(self, path: str) -> Page:
        """Go to a page of the site."""
        self.page.goto(self.served.base + path)
        return self.page

    def say(self, english: str, french: str) -> str:
        """Return the words of this device's language."""
        return self.kind.say(english, french)

    def join(self, person: str) -> Page:
        """Enrol this device for a person, by an invitation; the page is then “My assembly”."""
        self.go(self.served.invite(person))
        self.page.locator("[data-join] button").click()
        self.page.wait_for_url("**/me")
        return self.page

    def sign(self) -> None:
        """Confirm the words in the dialog."""
        self.page.locator("dialog.signing button.primary").click()


Devices = Callable[..., Device]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=_ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A federation that is served for the whole session."""
    mail = ("--mail-host", "localhost", "--mail-port", "25", "--mail-sender", "office@rail.test")
    served = Served(*founded(tmp_path_factory.mktemp("served") / "rail"), *mail)
    served.ok("registrar", "body.found", body=REGION, title="Rhône")
    yield served
    served.stop()


LONG = [
    *KINDS,
    Kind("narrow", "fr"),
    Kind("narrow", "en"),
    Kind("tablet", "fr"),
    Kind("wide", "en"),
]
"""What ``make long`` runs every journey on."""
JOURNEYS = LONG if os.environ.get("MANDAT_LONG") else KINDS[:2]


@pytest.fixture(params=JOURNEYS, ids=["-".join(kind) for kind in JOURNEYS])
def kind(request: pytest.FixtureRequest) -> Kind:
    """A phone in French, a desktop in English; in a long run every width in every language."""
    found: Kind = request.param
    return found


@pytest.fixture
def devices(browser: Browser, served: Served, kind: Kind) -> Iterator[Devices]:
    """Make devices; at the end none of their consoles may have complained."""
    made: list[Device] = []

    def device(like: Kind = kind, at: Served = served, **options: Any) -> Device:
        context = browser.new_context(**{**_SIZES[like.size], "locale": like.language, **options})
        context.set_default_timeout(PATIENCE * 1000)
        made.append(Device(context, at, like))
        return made[-1]

    yield device
    complaints = [each for one in made for each in one.complaints]
    for one in made:
        one.context.close()
    assert complaints == []


@pytest.fixture(scope="session")
def artefacts() -> Path:
    """Where screenshots are kept."""
    path = Path("build/screenshots")
    path.mkdir(parents=True, exist_ok=True)
    return path
