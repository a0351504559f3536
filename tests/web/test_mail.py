"""Invitations by mail, with a mail server of the test's own."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage

import msgspec
import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from litestar import Litestar
from litestar.testing import TestClient

from mandat.record.store.private import PrivateEntry
from mandat.web.app import create_app
from mandat.web.server import free_port
from mandat.web.sessions import COOKIE
from mandat.web.settings import Mail
from mandat.web.site import Site
from tests.web.conftest import session_of, site_of
from tests.web.scene import Scene

LINK = "http://localhost:8000/join#m-1.AAAAAAAAAAAAAAAAAAAAAAAA"
UNTIL = 1_800_000_000
BUSY = "452 4.2.2 the box is full"


class Box:
    """Keeps what arrives; with ``busy`` it takes nothing."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.busy = False

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        if self.busy:
            return BUSY
        assert isinstance(envelope.content, bytes)
        found = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(found, EmailMessage)
        self.mails.append(found)
        return "250 OK"


@pytest.fixture
def box() -> Iterator[tuple[Box, int]]:
    handler = Box()
    port = free_port(0)
    controller = Controller(handler, hostname="127.0.0.1", port=port)
    controller.start()
    yield handler, port
    controller.stop()


@pytest.fixture
def office(scene: Scene) -> Iterator[tuple[TestClient[Litestar], Site, Scene]]:
    site = site_of(scene.directory)
    with TestClient(create_app(site)) as client:
        while client.get("/api/log").status_code != 200:
            pass
        assert site.people is not None
        site.people.put([PrivateEntry(scene.member, "Mòrag NicLeòid", "morag@example.org")])
        yield client, site, scene


def mailed(
    office: tuple[TestClient[Litestar], Site, Scene],
    port: int,
    person: str,
    link: str = LINK,
    language: str = "en",
) -> dict[str, str]:
    client, site, scene = office
    site.settings = msgspec.structs.replace(
        site.settings, mail=Mail(host="127.0.0.1", port=port, sender="office@rail.example", security="none")
    )
    answer = client.post(
        "/api/office/mail",
        json={"person": person, "link": link, "expires": UNTIL},
        headers={
            "Cookie": f"{COOKIE}={session_of(site, scene.registrar)}",
            "Accept-Language": language,
        },
    )
    found: dict[str, str] = answer.json()
    return found


def test_goes_to_the_address_in_the_register(
    office: tuple[TestClient[Litestar], Site, Scene], box: tuple[Box, int]
) -> None:
    person = office[2].member
    assert mailed(office, box[1], person) == {"person": person}
    (mail,) = box[0].mails
    assert (mail["To"], mail["From"]) == ("morag@example.org", "office@rail.example")
    text = mail.get_content().replace("\r\n", "\n")
    assert text.startswith("Hello Mòrag NicLeòid,")
    assert f"\n{LINK}\n" in text
    assert "It can be used once, until 15 January 2027 08:00." in text


def test_in_french(office: tuple[TestClient[Litestar], Site, Scene], box: tuple[Box, int]) -> None:
    mailed(office, box[1], office[2].member, language="fr")
    assert box[0].mails[0].get_content().startswith("Bonjour Mòrag NicLeòid,")


def test_only_links_of_this_site(
    office: tuple[TestClient[Litestar], Site, Scene], box: tuple[Box, int]
) -> None:
    said = mailed(office, box[1], office[2].member, "https://elsewhere.example/join#m-1.AAAA")
    assert said["reason"] == "not-secure"
    assert box[0].mails == []


def test_who_has_no_address_gets_a_letter(
    office: tuple[TestClient[Litestar], Site, Scene], box: tuple[Box, int]
) -> None:
    said = mailed(office, box[1], office[2].other)
    assert said["reason"] == "no-address"
    assert "print the letter" in said["words"]


def test_what_the_mail_server_says_is_told(
    office: tuple[TestClient[Litestar], Site, Scene], box: tuple[Box, int]
) -> None:
    box[0].busy = True
    said = mailed(office, box[1], office[2].member)
    assert said["reason"] == "mail-failed"
    assert "127.0.0.1 answered 452 4.2.2 the box is full" in said["words"]


def test_no_server_answers(office: tuple[TestClient[Litestar], Site, Scene]) -> None:
    said = mailed(office, 1, office[2].member)
    assert said["reason"] == "mail-failed"
    assert "127.0.0.1:1 did not take it (ConnectionRefusedError)" in said["words"]
