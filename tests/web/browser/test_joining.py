"""Joining: from an invitation to a key on the device; a second device; a lost key replaced; what goes wrong and what is said."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.web.browser.conftest import Devices
from tests.web.browser.federation import Served


def test_an_invitation_makes_a_key_and_opens_my_assembly(served: Served, devices: Devices) -> None:
    section = served.section(keyed=0)
    device = devices()
    page = device.go(served.invite(section.members[0]))
    expect(page.locator("[data-person]")).to_have_text(section.members[0])
    page.locator("[data-join] button").click()
    page.wait_for_url("**/me")
    expect(page.locator("h1")).to_have_text(device.say("My assembly", "Mon assemblée"))
    expect(page.locator("main")).to_contain_text(section.body.rpartition("/")[2].upper())
