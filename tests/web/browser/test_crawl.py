"""A crawl as outsider, as member of another assembly, as member: nobody finds a name or a sealed text that is not for them."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from html import unescape
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import BrowserContext

from tests.web.browser.conftest import KINDS, Devices, Kind
from tests.web.browser.federation import Section, Served

MOST_PAGES = 150
_LINK = re.compile(r'(?:href|src|hx-get)="([^"#]+)')


@pytest.fixture
def kind() -> Kind:
    return KINDS[1]


@pytest.fixture
def section(served: Served) -> Section:
    """An assembly whose fourth member has withdrawn confidence, sealed; the second sits."""
    found = served.section(people=8, keyed=6, delegates=True)
    served.ok(found.members[3], "confidence.withdraw", sealed=True, post=found.seat)
    return found


def _crawl(
    context: BrowserContext, served: Served, starts: list[str], wanted: Callable[[str], bool]
) -> dict[str, str]:
    """Return the text of every page that links lead to, those of the section first."""
    queue = [served.base + each for each in starts]
    found: dict[str, str] = {}
    while queue and len(found) < MOST_PAGES:
        address = queue.pop(0)
        path = urlsplit(address).path
        if path in found or path.startswith("/static/"):
            continue
        answer = context.request.get(address)
        assert answer.status < 500, address
        found[path] = unescape(answer.text()) if "text/html" in answer.headers["content-type"] else ""
        links = [urljoin(address, unescape(each)) for each in _LINK.findall(answer.text())]
        inside = [each for each in links if each.startswith(served.base)]
        queue = (
            [each for each in inside if wanted(each)] + queue + [each for each in inside if not wanted(each)]
        )
    return found


def _names_in(pages: dict[str, str], members: tuple[str, ...]) -> set[str]:
    return {
        each
        for each in members
        for text in pages.values()
        if f"Name {each.upper()}" in re.sub(r"<[^>]+>", " ", text)
    }


def test_nobody_finds_a_name_that_is_not_for_them(served: Served, section: Section, devices: Devices) -> None:
    other, outsider, neighbour, member = served.section(people=1, keyed=0), devices(), devices(), devices()
    neighbour.join(other.members[0])
    member.join(section.members[6])
    starts = [
        "/",
        f"/bodies/{section.body}",
        f"/posts/{section.seat}",
        "/record",
        "/me",
        "/office",
        "/operator",
    ]
    starts += [f"/people/{each}" for each in section.members]

    def wanted(link: str) -> bool:
        return section.body in link or f"{section.body.rpartition('/')[2]}-" in link

    seen = {
        who: _crawl(device.context, served, starts, wanted)
        for who, device in (("outsider", outsider), ("neighbour", neighbour), ("member", member))
    }
    assert len(seen["outsider"]) > 40
    assert _names_in(seen["outsider"], section.members) == set()
    assert _names_in(seen["neighbour"], section.members) <= {
        section.members[1]
    }  # who holds a post is known by name
    assert _names_in(seen["member"], section.members) == set(section.members)
    for pages in seen.values():
        assert not any("@example.org" in text for text in pages.values()), "addresses are on no page"


def test_a_sealed_act_is_read_by_its_author_alone(served: Served, section: Section, devices: Devices) -> None:
    author, neighbour, member, outsider = devices(), devices(), devices(), devices()
    author.join(section.members[6])
    author.page.locator("form[data-act='confidence.withdraw'] button").click()
    author.sign()
    place = author.page.locator("output[data-outcome=admitted] a").get_attribute("href") or ""
    neighbour.join(served.section(people=1, keyed=0).members[0])
    member.join(section.members[7])
    index = place.rpartition("/")[2]
    note = served.get(f"/api/acts/{index}")["note"]

    name = re.search(r"sha256:[0-9a-f]{64}", base64.b64decode(note).decode())
    assert name is not None
    for device, reads in ((author, True), (neighbour, False), (member, False), (outsider, False)):
        blob = device.context.request.get(f"{served.base}/api/blobs/{name[0]}")
        assert (blob.status == 200) == reads
        act = device.context.request.get(f"{served.base}/api/acts/{index}").json()
        assert (act["act"] == "confidence.withdraw") == reads
        text = device.context.request.get(served.base + place).text()
        if not reads:
            assert "withdraws confidence" not in text
            assert section.seat not in text
