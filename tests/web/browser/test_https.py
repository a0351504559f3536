"""The same over HTTPS on another host name, with a certificate of one's own."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.web.browser.conftest import KINDS, OTHER_HOST, Devices
from tests.web.browser.federation import REGION, Served, founded


@pytest.fixture(scope="module")
def secured(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A federation behind a self-signed certificate for another host name."""
    path = tmp_path_factory.mktemp("secured")
    options = _certificate(path)
    served = Served(*founded(path / "rail"), *options, base=f"https://{OTHER_HOST}:{{port}}")
    served.ok("registrar", "body.found", body=REGION, title="Rhône")
    yield served
    served.stop()


def _certificate(path: Path) -> tuple[str, ...]:
    certificate, key = path / "certificate.pem", path / "key.pem"
    command = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:prime256v1",
        "-nodes",
    ]
    command += ["-days", "2", "-keyout", str(key), "-out", str(certificate), "-subj", f"/CN={OTHER_HOST}"]
    command += ["-addext", f"subjectAltName=DNS:{OTHER_HOST}"]
    subprocess.run(command, check=True, capture_output=True)
    return ("--tls-certificate", str(certificate), "--tls-key", str(key))


@pytest.mark.parametrize("kind", KINDS[:2], ids=["phone-fr", "desktop-en"])
def test_a_member_joins_and_withdraws_confidence_over_https(secured: Served, devices: Devices) -> None:
    section = secured.section(keyed=4, delegates=True)
    device = devices(at=secured, ignore_https_errors=True)
    page = device.join(section.members[4])
    assert page.url.startswith(f"https://{OTHER_HOST}:")
    page.locator("form[data-act='confidence.withdraw'] button").click()
    device.sign()
    expect(page.locator("output[data-outcome=admitted]")).to_be_visible()
    expect(page.locator("form[data-act='confidence.give']")).to_be_visible()
    cookies = {each["name"]: each for each in device.context.cookies()}
    session = cookies["mandat-session"]
    assert (session["secure"], session["httpOnly"], session["sameSite"]) == (True, True, "Strict")


def test_an_invitation_names_the_secure_address(secured: Served, devices: Devices) -> None:
    section = secured.section(people=1, keyed=0)
    office = devices(KINDS[1], at=secured, ignore_https_errors=True)
    office.join("registrar")
    page = office.go("/office/invitations")
    page.locator("#who").fill(section.members[0])
    page.locator("[data-invitations] button").click()
    office.sign()
    expect(page.locator(".letter [data-link]")).to_contain_text(f"https://{OTHER_HOST}:{secured.port}/join#")
