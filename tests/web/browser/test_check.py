"""The check page: the record is verified on the device, and one that was tampered with is found."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Route, expect

from tests.web.browser.conftest import KINDS, Device, Devices
from tests.web.browser.federation import Served

Entries = list[str]


def _check(device: Device) -> None:
    device.go("/check").locator("[data-check] button").click()


def test_the_record_holds_and_the_page_says_what_was_checked(served: Served, devices: Devices) -> None:
    served.section(keyed=2)
    device = devices()
    device.join(served.section(people=2, keyed=1).members[1])
    size = served.get("/api/log")["size"]
    _check(device)
    section = device.page.locator("[data-check]")
    expect(section).to_have_attribute("data-outcome", "done")
    expect(section.locator(".status")).to_contain_text(f"{size}")
    for words in (
        ("signatures of members hold", "signatures de membres"),
        ("hash", "empreinte"),
        ("Not checked here", "Non vérifiés ici"),
    ):
        expect(section.locator(".results")).to_contain_text(device.say(*words))


def _changed(entries: Entries) -> Entries:
    """Change one letter of what a member signed."""
    for place, entry in enumerate(entries):
        text = base64.b64decode(entry).decode()
        if '"body.found"' in text:
            forged = text.replace("Section", "Fiction", 1)
            if forged != text:
                return [*entries[:place], base64.b64encode(forged.encode()).decode(), *entries[place + 1 :]]
    raise AssertionError("nothing to change")


def _dropped(entries: Entries) -> Entries:
    """Leave out an act of the middle, and repeat the last entry so that the number is right."""
    middle = len(entries) // 2
    return [*entries[:middle], *entries[middle + 1 :], entries[-1]]


def _swapped(entries: Entries) -> Entries:
    """Exchange two groups' first acts."""
    return [*entries[:4], entries[6], entries[5], entries[4], *entries[7:]]


@pytest.mark.parametrize("tampered", [_changed, _dropped, _swapped])
@pytest.mark.parametrize("kind", KINDS[:1], ids=["phone-fr"])
def test_a_tampered_record_is_found(
    served: Served, devices: Devices, tampered: Callable[[Entries], Entries]
) -> None:
    served.section(keyed=2)
    device = devices()

    def handle(route: Route) -> None:
        answer = route.fetch()
        said: dict[str, Any] = answer.json()
        route.fulfill(response=answer, body=json.dumps({**said, "entries": tampered(said["entries"])}))

    device.context.route("**/api/entries*", handle)
    _check(device)
    expect(device.page.locator("[data-check]")).to_have_attribute("data-outcome", "wrong")


def test_a_log_that_does_not_continue_is_not_signed_for(served: Served, devices: Devices) -> None:
    section = served.section(keyed=4, delegates=True)
    device = devices()
    page = device.join(section.members[4])
    page.evaluate(
        """async () => {
            const store = await import('/static/js/store.js');
            const [head] = await store.all('heads');
            head.root[0] ^= 1;
            await store.put('heads', head);
        }"""
    )
    size = served.get("/api/log")["size"]
    page.locator("form[data-act='confidence.withdraw'] button").click()
    device.sign()
    words = device.say(
        "does not continue what this device has seen", "n’est pas la suite de ce que cet appareil"
    )
    expect(page.locator("output[data-outcome=failed]")).to_contain_text(words)
    assert served.get("/api/log")["size"] == size
