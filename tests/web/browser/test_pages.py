"""Every page: no violation that axe-core finds, all by keyboard, large enough to touch, nothing that the policy forbids."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page, expect

from tests.web.browser.conftest import KINDS, Device, Devices, Kind
from tests.web.browser.federation import REGION, Section, Served

RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}
OPEN = ("/", "/record", "/bylaws", "/check", "/join", "/operator", f"/bodies/{REGION}")
MINE = ("/me", "/me/acts", "/me/devices", "/seat")
OFFICE = (
    "/office",
    "/office/bodies",
    "/office/members",
    "/office/invitations",
    "/office/elections",
    "/office/bylaws",
    "/office/bylaws?template=federation",
)


@pytest.fixture(scope="session")
def scene(served: Served) -> Section:
    """An assembly with a seat, a question, confidence withdrawn, and an election that is open."""
    section = served.section(people=8, keyed=4, delegates=True)
    served.ok(section.members[3], "confidence.withdraw", sealed=True, post=section.seat)
    question, words = f"q-{section.body}", "What of the night trains?"
    served.ok(section.members[3], "question.ask", blob=words, text="@", question=question, post=section.seat)
    return section


def _faults(page: Page, path: str) -> list[str]:
    found: dict[str, Any] = Axe().run(page, options=RULES).response
    assert len(found["passes"]) > 10, "the rules have run"
    return [
        f"{path}: {each['id']} {node['target']} {node['html'][:160]} {each['help']}"
        for each in found["violations"]
        for node in each["nodes"]
    ]


def _visit(device: Device, paths: tuple[str, ...], artefacts: Path, who: str) -> list[str]:
    faults = []
    for path in paths:
        page = device.go(path)
        expect(page.locator("h1")).to_have_count(1)
        faults += _faults(page, path)
        overflow = page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        if overflow > 0:
            faults.append(f"{path}: wider than the screen by {overflow}")
        name = path.strip("/").replace("/", "-").replace("?", "-").replace(":", "-") or "federation"
        page.screenshot(path=artefacts / f"{who}-{name}-{'-'.join(device.kind)}.png", full_page=True)
    return faults


def _scheme(kind: Kind) -> str:
    return "dark" if kind.size == "phone" else "light"


def test_pages_for_everybody(scene: Section, devices: Devices, artefacts: Path, kind: Kind) -> None:
    device = devices(color_scheme=_scheme(kind))
    election = f"e-{scene.body.rpartition('/')[2]}"
    paths = (
        f"/bodies/{scene.body}",
        f"/posts/{scene.seat}",
        f"/people/{scene.members[1]}",
        f"/elections/{election}",
    )
    assert _visit(device, (*OPEN, *paths, "/record/1", "/nothing/here"), artefacts, "outsider") == []


def test_pages_of_a_member_and_delegate(
    scene: Section, devices: Devices, artefacts: Path, kind: Kind
) -> None:
    device = devices(color_scheme=_scheme(kind))
    device.join(scene.members[1])
    assert _visit(device, MINE, artefacts, "delegate") == []
    member = devices(color_scheme=_scheme(kind))
    page = member.join(scene.members[5])
    page.locator("form[data-act='confidence.withdraw'] button").click()
    assert _faults(page, "the dialog") == []
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_have_count(0)
    assert _visit(member, ("/me",), artefacts, "member") == []


def test_pages_of_the_office(devices: Devices, artefacts: Path, kind: Kind) -> None:
    device = devices(color_scheme=_scheme(kind))
    device.join("registrar")
    assert _visit(device, OFFICE, artefacts, "registrar") == []


@pytest.mark.parametrize("kind", KINDS[1:2], ids=["desktop-en"])
def test_confidence_is_withdrawn_by_keyboard_alone(served: Served, devices: Devices) -> None:
    section = served.section(keyed=4, delegates=True)
    device = devices()
    page = device.join(section.members[4])
    _tab_to(page, "form[data-act='confidence.withdraw'] button")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    _tab_to(page, "dialog button.primary")
    page.keyboard.press("Enter")
    expect(page.locator("output[data-outcome=admitted]")).to_be_visible()


def _tab_to(page: Page, selector: str) -> None:
    """Press Tab until the element has the focus, and see that the focus can be seen on the way."""
    for _ in range(60):
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert outline != "none"
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{selector} is not reached with Tab")


@pytest.mark.parametrize("kind", KINDS[:1], ids=["phone-fr"])
def test_pages_can_be_read_without_javascript(scene: Section, devices: Devices) -> None:
    device = devices(java_script_enabled=False)
    for path in (*OPEN, f"/bodies/{scene.body}", f"/posts/{scene.seat}"):
        page = device.go(path)
        expect(page.locator("h1")).to_be_visible()
    page = device.go("/join")
    expect(page.locator(".unscripted").first).to_be_visible()
