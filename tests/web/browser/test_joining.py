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


def test_the_key_cannot_be_taken_from_the_device(served: Served, devices: Devices) -> None:
    section = served.section(people=1, keyed=0)
    page = devices().join(section.members[0])
    extracted = page.evaluate(
        """async () => {
            const store = await import('/static/js/store.js');
            const [key] = await store.all('keys');
            try { await crypto.subtle.exportKey('pkcs8', key.privateKey); return 'exported'; }
            catch (error) { return `${key.privateKey.extractable} ${error.name}`; }
        }"""
    )
    assert extracted == "false InvalidAccessError"


def test_the_code_never_reaches_the_server_before_it_is_used(served: Served, devices: Devices) -> None:
    section = served.section(people=1, keyed=0)
    link = served.invite(section.members[0])
    device = devices()
    asked: list[str] = []
    device.page.on(
        "request", lambda request: asked.append(f"{request.url} {request.headers.get('referer', '')}")
    )
    device.go(link)
    expect(device.page.locator("[data-person]")).to_have_text(section.members[0])
    code = link.partition(".")[2]
    assert asked
    assert not any(code in each.split("#")[0] for each in asked)


def test_a_second_device_is_invited_from_the_first(served: Served, devices: Devices) -> None:
    section = served.section(people=2, keyed=0)
    first, second = devices(), devices()
    first.join(section.members[0])
    page = first.go("/me/devices")
    page.locator("[data-invite] button").click()
    first.sign()
    link = page.locator("[data-invite] [data-link]")
    expect(page.locator("[data-invite] svg")).to_be_visible()
    second.page.goto(link.inner_text())
    second.page.locator("[data-join] button").click()
    second.page.wait_for_url("**/me")
    expect(first.go("/me/devices").locator("#devices li")).to_have_count(2)
    first.page.locator("#devices li").last.locator("button").click()
    first.sign()
    expect(first.page.locator("#devices .badge.bad")).to_be_visible()
    second.go("/me")
    expect(second.page.locator("h1")).not_to_have_text(first.say("My assembly", "Mon assemblée"))


def test_a_lost_key_is_replaced_by_the_registrar_and_everybody_sees_it(
    served: Served, devices: Devices
) -> None:
    section = served.section(keyed=4, delegates=True)
    lost, new, outsider = devices(), devices(), devices()
    found = lost.join(section.members[4])
    new.go(served.invite(section.members[4], replaces=True))
    new.page.locator("[data-join] button").click()
    new.page.wait_for_url("**/me")
    found.locator("form[data-act='confidence.withdraw'] button").click()
    lost.sign()
    expect(found.locator("output[data-outcome]")).to_contain_text(lost.say("was revoked", "révoquée"))
    size = served.get("/api/log")["size"]
    record = outsider.go("/record")
    expect(record.locator("ol.feed")).to_contain_text(section.members[4])
    assert size


def test_a_code_works_once(served: Served, devices: Devices) -> None:
    section = served.section(people=1, keyed=0)
    link = served.invite(section.members[0])
    first, second = devices(), devices()
    first.go(link)
    first.page.locator("[data-join] button").click()
    first.page.wait_for_url("**/me")
    page = second.go(link)
    page.locator("[data-join] button").click()
    expect(page.locator("[data-join] output")).to_contain_text(second.say("registrar", "secrétariat"))
    assert page.evaluate("import('/static/js/store.js').then((store) => store.all('keys'))") == []


def test_an_address_without_a_code_says_so(devices: Devices) -> None:
    device = devices()
    page = device.go("/join")
    words = device.say("holds no invitation", "ne contient pas d’invitation")
    expect(page.locator("[data-join] output")).to_contain_text(words)
    expect(page.locator("[data-join] button")).to_be_hidden()
