"""An election from the office to the seats: called, candidates stand, ballots are ranked by touch and by keyboard, counted."""

from __future__ import annotations

import json

from playwright.sync_api import Page, expect

from tests.web.browser.conftest import Device, Devices
from tests.web.browser.federation import Section, Served

CALL = "region.delegates"


def _called(served: Served, section: Section) -> str:
    election = f"e-{section.body.rpartition('/')[2]}"
    tellers = [section.members[0], section.members[3]]
    served.ok(
        "registrar", "election.call", election=election, line=CALL, sender=section.body, tellers=tellers
    )
    return election


def _ranked(page: Page) -> list[str]:
    return page.locator(".ballot .ranked li .name").all_inner_texts()


def test_a_member_stands_as_a_candidate(served: Served, devices: Devices) -> None:
    section = served.section(keyed=4)
    election = _called(served, section)
    device = devices()
    page = device.join(section.members[4])
    page.get_by_role("link", name=device.say("Stand as a candidate", "Être candidat")).click()
    page.locator("form[data-act='candidate.nominate'] button").click()
    expect(page.get_by_role("dialog")).to_contain_text(election)
    device.sign()
    expect(page.locator("#election > ol > li")).to_contain_text(section.members[4].upper())


def _open(served: Served, section: Section) -> str:
    election = _called(served, section)
    served.ok(
        section.members[0], "candidate.nominate", election=election, candidates=list(section.members[1:4])
    )
    served.ok(section.members[0], "election.open", election=election)
    return election


def _rank(device: Device, page: Page) -> None:
    """Rank the third, the first and the second: by touch on a phone, by keyboard alone on a desktop."""
    for place in (2, 0, 0):
        add = page.locator(".ballot .unranked li").nth(place).locator("button")
        if device.kind.size == "phone":
            add.tap()
        else:
            add.focus()
            page.keyboard.press("Enter")


def test_a_ballot_is_ranked_and_cast_in_secret(served: Served, devices: Devices) -> None:
    section = served.section(keyed=4)
    election = _open(served, section)
    device = devices()
    device.join(section.members[4])
    page = device.go(f"/elections/{election}")
    names = [f"Name {each.upper()}" for each in section.members[1:4]]
    _rank(device, page)
    assert [names.index(each) for each in _ranked(page)] == [2, 0, 1]
    up = page.locator(".ballot .ranked li").nth(2).locator("[data-move=up]")
    up.focus()
    page.keyboard.press("Space")
    assert [names.index(each) for each in _ranked(page)] == [2, 1, 0]
    focused = page.evaluate("document.activeElement.closest('li').dataset.name")
    assert focused == names[1], "the focus stays with the candidate that was moved"
    expect(page.locator(".ballot [role=status]")).to_contain_text(names[1])
    page.locator("form[data-act='ballot.cast'] > button").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text(f"1. {names[2]}")
    device.sign()
    expect(page.locator("main")).to_contain_text(device.say("You have voted.", "Vous avez voté."))
    at = served.get("/api/log")["size"]
    texts = json.dumps(served.get(f"/api/entries?from={at - 8}"))
    assert "ranking" not in texts


def test_the_whole_count_of_a_ballot_by_two_tellers_at_their_devices(
    served: Served, devices: Devices
) -> None:
    section = served.section(keyed=0, people=6)
    office = devices()
    office.join("registrar")
    tellers = [devices(), devices()]
    for teller, person in zip(tellers, (section.members[0], section.members[3]), strict=True):
        teller.join(person)
    page = office.go("/office/elections")
    election = page.locator("#election").input_value()
    page.locator("#sender").select_option(section.body)
    page.locator("#tellers").fill(f"{section.members[0]}\n{section.members[3]}")
    page.locator("form[data-act='election.call'] button").click()
    expect(page.get_by_role("dialog")).to_contain_text(election)
    office.sign()
    expect(page.locator("output[data-outcome=admitted]").first).to_be_visible()
    for teller in tellers:
        stand = teller.go(f"/elections/{election}")
        stand.locator("form[data-act='candidate.nominate'] button").click()
        teller.sign()
        expect(stand.locator("#election > ol > li")).not_to_have_count(0)
    page.reload()
    _press(office, page, f"form[data-act='election.open']:has([value='{election}'])")
    vote = tellers[0].go(f"/elections/{election}")
    _rank_all(vote)
    vote.locator("form[data-act='ballot.cast'] > button").click()
    tellers[0].sign()
    expect(vote.locator("main")).to_contain_text(office.say("You have voted.", "Vous avez voté."))
    page.reload()
    _press(office, page, f"form[data-act='election.close']:has([value='{election}'])")
    first = tellers[0].go(f"/office/count/{election}")
    first.locator("[data-open-box]").click()
    expect(first.locator("#papers")).not_to_have_value("")
    first.locator("[data-sign-count]").click()
    tellers[0].sign()
    half = first.locator("#half")
    expect(half).not_to_have_value("")
    second = tellers[1].go(f"/office/count/{election}")
    second.locator("#half").fill(half.input_value())
    second.locator("[data-countersign]").click()
    tellers[1].sign()
    expect(second.locator("[data-count] output")).to_have_attribute("data-outcome", "admitted")
    result = office.go(f"/elections/{election}")
    expect(result.locator("main .badge.good").first).to_be_visible()
    expect(result.locator("main svg").first).to_be_visible()


def _press(device: Device, page: Page, form: str) -> None:
    page.locator(f"{form} button").click()
    device.sign()
    expect(page.locator(form)).to_have_count(0)


def _rank_all(page: Page) -> None:
    while page.locator(".ballot .unranked li").count():
        page.locator(".ballot .unranked li button").first.click()
