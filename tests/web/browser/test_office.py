"""The secretary's office: bodies, members from a spreadsheet, letters, bylaws."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import Locator, Route, expect

from tests.web.browser.conftest import Devices
from tests.web.browser.federation import REGION, Served


def test_a_body_is_founded(served: Served, devices: Devices) -> None:
    office = devices()
    office.join("registrar")
    page = office.go("/office/bodies")
    form = page.locator("form[data-act='body.found']").filter(has=page.locator("[value='section/']"))
    name = f"grenoble-{office.kind.size}"
    form.locator("[name=body]").fill(f"section/{name}")
    form.locator("[name=title]").fill(f"Grenoble {office.kind.size}")
    form.locator("[name=part_of]").select_option(REGION)
    form.locator("button").click()
    expect(page.get_by_role("dialog")).to_contain_text(f"section/{name}")
    office.sign()
    expect(form.locator("output[data-outcome=admitted]")).to_be_visible()
    page.goto(f"{served.base}/bodies/section/{name}")
    expect(page.locator("h1")).to_have_text(f"Grenoble {office.kind.size}")


def test_members_come_from_a_spreadsheet_with_semicolons_and_accents(
    served: Served, devices: Devices
) -> None:
    section = served.section(people=1, keyed=0)
    name = section.body.rpartition("/")[2]
    office = devices()
    office.join("registrar")
    page = office.go("/office/members")
    wrong = f"body;person;name;mail\n{section.body};{name}-20;Zoé Lefèvre;z@example.org\nsection/none;{name}-21;Éloi;\n"
    _choose(page.locator("#file"), wrong, "latin-1")
    faults = page.locator("[data-import] .faults li")
    expect(faults).to_contain_text("CSV UTF-8")
    _choose(page.locator("#file"), wrong)
    expect(faults).to_have_count(1)
    expect(faults).to_contain_text("section/none")
    expect(faults).to_contain_text("3")
    expect(page.locator("form[data-act='member.import']")).to_be_hidden()
    _choose(page.locator("#file"), wrong.replace("section/none", section.body))
    expect(page.locator("[data-import] .preview")).to_contain_text("Zoé Lefèvre")
    page.locator("form[data-act='member.import'] button").click()
    expect(page.get_by_role("dialog")).to_contain_text("2")
    office.sign()
    expect(page.locator("[data-import] output[data-outcome=admitted]")).to_be_visible()
    expect(page.locator("[data-import] .status")).to_contain_text("2")
    page.goto(f"{served.base}/people/{name}-20")
    expect(page.locator("h1")).to_contain_text("Zoé Lefèvre")
    outsider = devices().go(f"/people/{name}-20")
    expect(outsider.locator("body")).not_to_contain_text("Zoé")


def _choose(field: Locator, text: str, encoding: str = "utf-8") -> None:
    field.set_input_files([])
    field.set_input_files({"name": "members.csv", "mimeType": "text/csv", "buffer": text.encode(encoding)})


def test_a_letter_has_a_code_that_can_be_scanned_and_opens_the_invitation(
    served: Served, devices: Devices
) -> None:
    section = served.section(people=3, keyed=0)
    office, member = devices(), devices()
    office.join("registrar")
    page = office.go("/office/invitations")
    title = f"Section {section.body.rpartition('/')[2].upper()} (3)"
    page.locator("#of").select_option(label=title)
    expect(page.locator("#who")).to_have_value("\n".join(section.members))
    page.locator("[data-invitations] button").click()
    expect(page.get_by_role("dialog")).to_contain_text(section.members[2])
    office.sign()
    letters = page.locator(".letters .letter")
    expect(letters).to_have_count(3)
    expect(letters.locator("svg")).to_have_count(3)
    link = letters.nth(1).locator("[data-link]").inner_text()
    assert link.startswith(f"{served.base}/join#{section.members[1]}.")
    member.page.goto(link)
    member.page.locator("[data-join] button").click()
    member.page.wait_for_url("**/me")


def test_invitations_go_by_mail_and_who_cannot_be_reached_gets_a_letter(
    served: Served, devices: Devices
) -> None:
    section = served.section(people=2, keyed=0)
    reached, other = section.members
    office = devices()
    office.join("registrar")
    page = office.go("/office/invitations")
    asked: list[dict[str, Any]] = []

    def deliver(route: Route) -> None:
        data = dict(route.request.post_data_json or {})
        asked.append(data)
        if data["person"] == reached:
            route.fulfill(json={"person": reached})
        else:
            route.continue_()

    page.route("**/api/office/mail", deliver)
    page.locator("#who").fill("\n".join(section.members))
    page.locator("#mail").check()
    page.locator("[data-invitations] button").click()
    office.sign()
    expect(page.locator("[data-invitations] output")).to_contain_text(
        re.compile(r"1 invitations (were sent by mail|envoyées par courriel)")
    )
    letters = page.locator(".letters .letter")
    expect(letters).to_have_count(1)
    expect(letters.locator("[data-name]")).to_have_text(other)
    assert asked[0]["link"].startswith(f"{served.base}/join#{reached}.")
    office.complaints[:] = [each for each in office.complaints if "/api/office/mail" not in each]


def test_the_checker_speaks_while_bylaws_are_written(devices: Devices) -> None:
    office = devices()
    office.join("registrar")
    page = office.go("/office/bylaws?template=association")
    text = page.locator("#text")
    expect(text).to_have_value(re.compile("mandat = 1"))
    findings = page.locator(".findings")
    text.fill(text.input_value() + '\n[body.board2]\ntype = "nonsense"\n')
    expect(findings.locator("li.fails").first).to_contain_text("nonsense")


def test_the_office_is_shut_to_members(served: Served, devices: Devices) -> None:
    section = served.section(people=1, keyed=0)
    device = devices()
    device.join(section.members[0])
    page = device.go("/office/members")
    expect(page.locator("main")).to_contain_text(device.say("not for you", "ne vous est pas destiné"))
    expect(page.locator("form.act")).to_have_count(0)
