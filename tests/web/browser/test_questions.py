"""A member asks, the delegate answers, and both stand there for everybody."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.web.browser.conftest import Devices
from tests.web.browser.federation import Served


def test_a_question_is_asked_and_answered(served: Served, devices: Devices) -> None:
    section = served.section(keyed=4, delegates=True)
    asker, delegate, outsider = devices(), devices(), devices()
    page = asker.join(section.members[4])
    page.locator("details summary").click()
    page.get_by_label(asker.say("Your question", "Votre question")).fill("When do the new rosters come?")
    page.get_by_role("button", name=asker.say("Ask", "Demander"), exact=True).click()
    expect(page.get_by_role("dialog")).to_contain_text("When do the new rosters come?")
    asker.sign()
    expect(page.locator("output[data-outcome=admitted]")).to_be_visible()
    delegate.join(section.members[1])
    seat = delegate.go("/seat")
    expect(seat.locator("main")).to_contain_text("When do the new rosters come?")
    seat.locator("textarea").fill("In January, and we shall vote on them first.")
    seat.locator("form[data-act='question.answer'] button").click()
    delegate.sign()
    public = outsider.go(f"/posts/{section.seat}")
    expect(public.locator("main")).to_contain_text("In January, and we shall vote on them first.")
    expect(page.locator("main")).to_contain_text("In January, and we shall vote on them first.")
