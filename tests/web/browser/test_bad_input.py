"""What goes wrong on a device: each case leaves the record right and says what to do."""

from __future__ import annotations

import base64
import time

from playwright.sync_api import Page, Route, expect

from tests.web.browser.conftest import OTHER_HOST, Devices
from tests.web.browser.federation import Section, Served

WITHDRAW = "form[data-act='confidence.withdraw'] button"


def _sealed_by(served: Served, person: str, since: int) -> int:
    """Count the sealed acts of a person on the record from an entry on."""
    entries = served.get(f"/api/entries?from={since}")["entries"]
    texts = [base64.b64decode(each).decode() for each in entries]
    return sum('"act":"sealed"' in text and f"/m/{person} " in text for text in texts)


def _member(served: Served) -> tuple[Section, str, int]:
    section = served.section(keyed=4, delegates=True)
    return section, section.members[4], served.get("/api/log")["size"]


def test_an_invitation_that_is_over_says_so(served: Served, devices: Devices) -> None:
    section = served.section(people=1, keyed=0)
    device = devices()
    link, over = served.invite_for_moments(section.members[0])
    device.go(link)
    time.sleep(max(0, over - time.time()))
    device.page.locator("[data-join] button").click()
    output = device.page.locator("[data-join] output")
    expect(output).to_contain_text(device.say("invitation", "invitation"))
    assert device.page.evaluate("import('/static/js/store.js').then((store) => store.all('keys'))") == []


def test_a_used_code_takes_no_older_key_from_the_device(served: Served, devices: Devices) -> None:
    section = served.section(people=1, keyed=0)
    link = served.invite(section.members[0])
    device = devices()
    page = device.go(link)
    page.locator("[data-join] button").click()
    page.wait_for_url("**/me")
    device.go(link)
    page.locator("[data-join] button").click()
    expect(page.locator("[data-join] output")).not_to_be_empty()
    device.go("/me")
    expect(page.locator("h1")).to_have_text(device.say("My assembly", "Mon assemblée"))
    kept = page.evaluate(
        "import('/static/js/store.js').then(async (store) => (await store.all('keys')).length)"
    )
    assert kept == 1


def test_a_device_without_a_key_is_told_what_to_do(devices: Devices) -> None:
    device = devices()
    page = device.go("/me")
    said = device.say(
        "open it on a device whose key is registered", "sur un appareil dont la clé est enregistrée"
    )
    expect(page.locator("main")).to_contain_text(said)


def test_a_clock_that_is_off_by_a_day_does_no_harm(served: Served, devices: Devices) -> None:
    for shift in (-86_400, 86_400):
        section, person, size = _member(served)
        device = devices()
        device.context.clock.install(time=time.time() + shift)
        page = device.join(person)
        page.locator(WITHDRAW).click()
        device.sign()
        expect(page.locator("output[data-outcome=admitted]")).to_be_visible()
        assert _sealed_by(served, person, size) == 1
        device.go("/me/devices")
        page.locator("[data-invite] button").click()
        device.sign()
        expect(page.locator("[data-invite] [data-link]")).to_be_visible()
        assert section


def test_a_double_tap_signs_once(served: Served, devices: Devices) -> None:
    _, person, size = _member(served)
    device = devices()
    page = device.join(person)
    page.locator(WITHDRAW).evaluate("(button) => { button.click(); button.click(); }")
    expect(page.locator("dialog.signing")).to_have_count(1)
    page.locator("dialog.signing button.primary").evaluate("(button) => { button.click(); button.click(); }")
    expect(page.locator("output[data-outcome=admitted]")).to_be_visible()
    assert _sealed_by(served, person, size) == 1


def test_two_tabs_sign_once(served: Served, devices: Devices) -> None:
    _, person, size = _member(served)
    device = devices()
    first = device.join(person)
    second = device.window()
    second.goto(served.base + "/me")
    for tab in (first, second):
        tab.reload()
    for tab in (first, second):
        tab.locator(WITHDRAW).click()
    for tab in (first, second):
        tab.locator("dialog.signing button.primary").click()
    for tab in (first, second):
        expect(tab.locator("output[data-outcome=admitted]")).to_be_visible()
    assert _sealed_by(served, person, size) == 1


def test_without_a_connection_nothing_is_signed_and_it_says_so(served: Served, devices: Devices) -> None:
    _, person, size = _member(served)
    device = devices()
    page = device.join(person)
    device.context.set_offline(True)
    page.locator(WITHDRAW).click()
    device.sign()
    output = page.locator("output[data-outcome=failed]")
    expect(output).to_contain_text(device.say("Nothing was signed", "Rien n’a été signé"))
    device.context.set_offline(False)
    assert _sealed_by(served, person, size) == 0
    page.locator(WITHDRAW).click()
    device.sign()
    expect(page.locator("output[data-outcome=admitted]")).to_be_visible()


def _lose_answer(page: Page, times: int) -> list[str]:
    """Let acts reach the server, and lose its first answers."""
    lost: list[str] = []

    def handle(route: Route) -> None:
        if len(lost) < times:
            route.fetch()
            lost.append(route.request.post_data or "")
            route.abort("connectionreset")
        else:
            lost.append(route.request.post_data or "")
            route.continue_()

    page.route("**/api/acts", handle)
    return lost


def test_an_answer_that_is_lost_is_asked_for_again_with_the_same_bytes(
    served: Served, devices: Devices
) -> None:
    _, person, size = _member(served)
    device = devices()
    page = device.join(person)
    sent = _lose_answer(page, 1)
    page.locator(WITHDRAW).click()
    device.sign()
    expect(
        page.locator("output[data-outcome=unanswered], output[data-outcome=admitted]").first
    ).to_be_visible()
    expect(page.locator("output[data-outcome=admitted], #notice:not(:empty)").first).to_be_visible()
    assert len(sent) == 2
    assert sent[0] == sent[1]
    assert _sealed_by(served, person, size) == 1


def test_an_act_outlives_a_page_that_is_closed_before_its_answer(served: Served, devices: Devices) -> None:
    _, person, size = _member(served)
    device = devices()
    page = device.join(person)
    page.route("**/api/acts", lambda route: route.abort("connectionreset"))
    page.locator(WITHDRAW).click()
    device.sign()
    words = device.say("signed and kept on this device", "signé et gardé sur cet appareil")
    expect(page.locator("output[data-outcome=unanswered]")).to_contain_text(words)
    page.close()
    assert _sealed_by(served, person, size) == 0
    again = device.window()
    again.goto(served.base + "/me")
    expect(again.locator("#notice")).to_contain_text(device.say("Admitted.", "Admis."))
    assert _sealed_by(served, person, size) == 1


def test_a_page_open_since_yesterday_still_works(served: Served, devices: Devices) -> None:
    _, person, size = _member(served)
    device = devices()
    page = device.join(person)
    device.context.clear_cookies()  # the session has ended meanwhile
    page.locator(WITHDRAW).click()
    device.sign()
    expect(page.locator("output[data-outcome=admitted]")).to_be_visible()
    expect(page.locator("form[data-act='confidence.give']")).to_be_visible()
    assert _sealed_by(served, person, size) == 1
    device.context.clear_cookies()
    device.go("/me/devices")
    expect(page.locator("#devices")).to_be_visible()


def test_who_signs_out_stays_out_until_signing_in(served: Served, devices: Devices) -> None:
    section = served.section(people=1, keyed=0)
    device = devices()
    page = device.join(section.members[0])
    page.locator("[data-sign-out]").click()
    page.wait_for_url(served.base + "/")
    button = page.locator("[data-sign-in]")
    expect(button).to_be_visible()
    assert page.locator("html").get_attribute("data-me") is None
    button.click()
    expect(page.locator("[data-sign-out]")).to_be_visible()


def test_a_browser_without_ed25519_is_told(served: Served, devices: Devices) -> None:
    section = served.section(people=1, keyed=0)
    device = devices()
    device.page.add_init_script(
        "SubtleCrypto.prototype.generateKey = () => Promise.reject(new DOMException('no', 'NotSupportedError'));"
    )
    page = device.go(served.invite(section.members[0]))
    words = device.say("cannot make Ed25519 keys", "clés Ed25519")
    expect(page.locator("[data-join] output")).to_contain_text(words)
    expect(page.locator("[data-join] button")).to_be_hidden()


def test_a_page_without_https_is_told(served: Served, devices: Devices) -> None:
    section = served.section(people=1, keyed=0)
    device = devices()
    link = served.invite(section.members[0])
    device.page.goto(f"http://{OTHER_HOST}:{served.port}{link}")
    expect(device.page.locator("[data-join] output")).to_contain_text("HTTPS")
    expect(device.page.locator("[data-join] button")).to_be_hidden()
    device.complaints = [each for each in device.complaints if "Cross-Origin-Opener-Policy" not in each]
