"""A member withdraws confidence from a phone, and everybody sees why it is valid: the slice itself."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.web.browser.conftest import KINDS, Devices, Kind
from tests.web.browser.federation import Served


@pytest.mark.parametrize("kind", KINDS, ids=["-".join(kind) for kind in KINDS])
def test_confidence_is_withdrawn_with_one_tap_and_given_again(
    served: Served, devices: Devices, kind: Kind
) -> None:
    section = served.section(keyed=4, delegates=True)
    device = devices(kind)
    page = device.join(section.members[4])
    page.get_by_role("button", name=kind.say("Withdraw confidence", "Retirer ma confiance")).click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text(f"Name {section.members[1].upper()}")
    dialog.get_by_role("button", name=kind.say("Sign and send", "Signer et envoyer")).click()
    receipt = page.locator("output[data-outcome=admitted]")
    expect(receipt).to_contain_text(kind.say("Admitted.", "Admis."))
    place = receipt.get_by_role("link")
    expect(place).to_have_attribute("href", re.compile(r"^/record/\d+$"))
    give = page.get_by_role("button", name=kind.say("Give confidence again", "Redonner ma confiance"))
    give.click()
    device.sign()
    expect(give).to_have_count(0)
    expect(
        page.get_by_role("button", name=kind.say("Withdraw confidence", "Retirer ma confiance"))
    ).to_be_visible()
    device.go("/me/acts")
    expect(page.locator("ol.feed > li")).to_have_count(3)  # the key, the withdrawal, confidence given again


@pytest.mark.parametrize("kind", KINDS[:2], ids=["phone-fr", "desktop-en"])
def test_when_the_recall_bites_the_seat_changes_on_every_screen_that_is_open(
    served: Served, devices: Devices, kind: Kind
) -> None:
    section = served.section(keyed=5, delegates=True)
    first, successor = section.members[1], section.members[2]
    watcher, other = devices(KINDS[3]), devices(KINDS[2])
    board = watcher.go(f"/bodies/{section.body}")
    seat = other.go(f"/posts/{section.seat}")
    expect(board.locator("article").filter(has_text=first)).to_be_visible()
    for person in section.members[:1] + section.members[3:5]:
        served.ok(person, "confidence.withdraw", sealed=True, post=section.seat)
    expect(board.locator("main")).to_contain_text("3")
    member = devices(kind)
    page = member.join(section.members[5])
    page.locator("form[data-act='confidence.withdraw'] button").click()
    member.sign()
    expect(board.locator("article").filter(has_text=successor)).to_be_visible()
    expect(seat.locator("h1")).to_have_text(successor)
    expect(page.locator("main article h3").first).to_contain_text(f"Name {successor.upper()}")
    why = page.locator("output[data-outcome=admitted] a")
    why.click()
    expect(page.locator("main")).to_contain_text("3")  # the article of the recall
    expect(page.locator("main")).to_contain_text("withdrawn > 1/2 * electors")


def test_a_refusal_shows_its_grounds_in_the_readers_language(served: Served, devices: Devices) -> None:
    section = served.section(keyed=4, delegates=True)
    device = devices()
    device.join(section.members[4])
    stale = device.window()
    stale.route("**/events", lambda route: route.abort())  # this window hears of nothing: it shows what was
    stale.goto(served.base + "/me")
    withdraw = stale.locator("form[data-act='confidence.withdraw'] button")
    expect(withdraw).to_be_visible()
    served.section(
        people=1, keyed=0
    )  # the record grows: else the device knows the tap for one that it has sent already
    page = device.go("/me")
    page.locator("form[data-act='confidence.withdraw'] button").click()
    device.sign()
    expect(page.locator("output[data-outcome=admitted]")).to_be_visible()
    withdraw.click()
    stale.locator("dialog.signing button.primary").click()
    refused = stale.locator("output[data-outcome=refused]")
    expect(refused).to_contain_text(device.say("Refused. Nothing has changed", "Refusé. Rien n’a changé"))
    expect(refused.locator("p")).not_to_have_count(1)
