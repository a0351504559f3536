"""The tutorial, step by step: its commands are run, and the words that it prints in bold are what is pressed, in that order."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from mandat.record.keys import Signer
from tests.web.browser.conftest import KINDS, Device, Devices, Kind
from tests.web.browser.federation import Served

DOCS = Path(__file__).parents[3] / "docs"
PAGES = {"en": DOCS / "web-tutorial.md", "fr": DOCS / "manuel" / "tutoriel-web.md"}
CASES = [KINDS[1], KINDS[3]]
PRINTED = "http://localhost:8000"


class Reader:
    """Follows a page: what is pressed next must be what stands there next in bold."""

    def __init__(self, page: Path) -> None:
        """Read the page."""
        text = page.read_text()
        self.bold: list[str] = re.findall(r"\*\*(.+?)\*\*", text)
        self.commands: list[str] = re.findall(r"```sh\n(.*?)```", text, re.DOTALL)
        self._next = 0

    def word(self) -> str:
        """Return the next words in bold."""
        self._next += 1
        return self.bold[self._next - 1]

    @property
    def done(self) -> bool:
        """Whether all was pressed."""
        return self._next == len(self.bold)


@pytest.fixture(params=CASES, ids=["desktop-en", "desktop-fr"])
def kind(request: pytest.FixtureRequest) -> Kind:
    found: Kind = request.param
    return found


@pytest.fixture
def reader(kind: Kind) -> Reader:
    return Reader(PAGES[kind.language])


@pytest.fixture
def union(reader: Reader, tmp_path: Path) -> Iterator[tuple[Served, str]]:
    """What the tutorial's first commands make: a union that is served, and the registrar's link."""
    new, invite, serve = reader.commands[0].strip().split("\n")
    assert serve == "mandat serve union"
    _run(new, tmp_path)
    link = _run(invite, tmp_path).strip().split("\n")[-1]
    _run(reader.commands[1], tmp_path)
    served = Served(tmp_path / "union", Signer.load(tmp_path / "union" / "keys" / "registrar.key"))
    yield served, link.replace(PRINTED, served.base)
    served.stop()


def _run(command: str, directory: Path) -> str:
    path = f"{Path(sys.executable).parent}:/usr/bin:/bin"
    environment = {"PATH": path, "HOME": str(directory), "LANG": "C.UTF-8"}
    done = subprocess.run(
        ["/bin/sh", "-ec", command],
        cwd=directory,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout


def _press(device: Device, words: str) -> None:
    device.page.get_by_role("button", name=words, exact=True).first.click()


def _signed(device: Device) -> None:
    device.sign()
    expect(device.page.locator("[data-outcome=admitted]").first).to_be_visible()


def _follow(device: Device, words: str) -> None:
    device.page.locator("main, nav").get_by_role("link", name=words, exact=True).first.click()


def _rank(page: Page, names: list[str]) -> None:
    for name in names:
        page.locator(".ballot .unranked li").filter(has_text=name).locator("button").click()


class Story:
    """The four people at their browsers, and the page that they follow."""

    def __init__(self, served: Served, reader: Reader, devices: Devices) -> None:
        """Give everybody a browser."""
        self.served, self.reader = served, reader
        self.office, self.ann, self.bob, self.cem = (devices(at=served) for _ in range(4))

    def join(self, link: str) -> str:
        """The registrar's key; returns what is pressed for it."""
        words = self.reader.word()
        self.office.page.goto(link)
        _press(self.office, words)
        self.office.page.wait_for_url("**/me")
        return words

    def to_office(self, words: str, page: str) -> Page:
        """Go to a page of the office."""
        _follow(self.office, words)
        _follow(self.office, page)
        return self.office.page

    def found(self) -> str:
        """Found the depot; returns the words that lead to the office."""
        office, bodies, found, sign = (self.reader.word() for _ in range(4))
        page = self.to_office(office, bodies)
        card = page.locator("form[data-act='body.found']")
        card.locator("[name=body]").fill("workplace/depot")
        card.locator("[name=title]").fill("Depot")
        _press(self.office, found)
        page.get_by_role("dialog").get_by_role("button", name=sign).click()
        expect(page.locator("[data-outcome=admitted]")).to_be_visible()
        return office

    def enrol(self, office: str, members: Path) -> None:
        """Import the members."""
        page = self.to_office(office, self.reader.word())
        page.locator("#file").set_input_files(members)
        expect(page.locator(".preview")).to_contain_text("Bob Baker")
        _press(self.office, self.reader.word())
        _signed(self.office)
        expect(page.locator("[data-import] .status")).to_contain_text("3")

    def invite(self, office: str, join: str) -> None:
        """Make the letters, and let each member join."""
        page = self.to_office(office, self.reader.word())
        page.locator("#of").select_option(index=1)
        _press(self.office, self.reader.word())
        self.office.sign()
        letters = page.locator(".letter [data-link]")
        expect(letters).to_have_count(3)
        for place, member in enumerate((self.ann, self.bob, self.cem)):
            member.page.goto(letters.nth(place).inner_text().replace(PRINTED, self.served.base))
            _press(member, join)
            member.page.wait_for_url("**/me")

    def elect(self, office: str) -> str:
        """Call, stand, open, vote; returns the election's id."""
        page = self.to_office(office, self.reader.word())
        election = page.locator("#election").input_value()
        page.locator("#line").select_option("stewards.stewards")
        page.locator("#sender").select_option("workplace/depot")
        page.locator("#tellers").fill("m-1\nm-3")
        _press(self.office, self.reader.word())
        _signed(self.office)
        stand, opens, cast = (self.reader.word() for _ in range(3))
        for member in (self.ann, self.bob):
            member.go(f"/elections/{election}")
            _press(member, stand)
            _signed(member)
        self.in_office(opens)
        for member, ranking in ((self.ann, ["Ann", "Bob"]), (self.bob, ["Bob"]), (self.cem, ["Ann"])):
            _rank(member.go(f"/elections/{election}"), ranking)
            _press(member, cast)
            _signed(member)
        return election

    def in_office(self, words: str) -> None:
        """Press a button of the running election."""
        page = self.office.go("/office/elections")
        _press(self.office, words)
        self.office.sign()
        expect(page.get_by_role("button", name=words)).to_have_count(0)

    def count(self, election: str) -> None:
        """Two tellers at two devices."""
        close, enter, box, first, second = (self.reader.word() for _ in range(5))
        self.in_office(close)
        for teller in (self.ann, self.cem):
            teller.go(f"/elections/{election}")
            _follow(teller, enter)
        _press(self.ann, box)
        expect(self.ann.page.locator("#papers")).not_to_have_value("")
        _press(self.ann, first)
        self.ann.sign()
        half = self.ann.page.locator("#half")
        expect(half).not_to_have_value("")
        self.cem.page.locator("#half").fill(half.input_value())
        _press(self.cem, second)
        expect(self.cem.page.get_by_role("dialog")).to_contain_text("1: 1 2")
        _signed(self.cem)

    def recall(self) -> None:
        """Two of three electors withdraw, and the seat passes on."""
        withdraw = self.reader.word()
        board = self.office.go("/bodies/workplace/depot")
        expect(board.locator("main article")).to_contain_text("Ann Archer")
        for member in (self.bob, self.cem):
            member.go("/me")
            _press(member, withdraw)
            _signed(member)
        expect(board.locator("main article")).to_contain_text("Bob Baker")
        self.cem.page.locator("[data-outcome=admitted] a").click()
        expect(self.cem.page.locator("main")).to_contain_text("4.1")


def test_a_newcomer_founds_elects_and_recalls(
    union: tuple[Served, str], reader: Reader, devices: Devices, tmp_path: Path
) -> None:
    served, link = union
    story = Story(served, reader, devices)
    join = story.join(link)
    office = story.found()
    story.enrol(office, tmp_path / "members.csv")
    story.invite(office, join)
    story.count(story.elect(office))
    story.recall()
    outsider = devices(at=served)
    outsider.go("/")
    _follow(outsider, reader.word())
    _press(outsider, reader.word())
    expect(outsider.page.locator("[data-check]")).to_have_attribute("data-outcome", "done")
    assert reader.done
    assert "Ann Archer" not in outsider.go("/bodies/workplace/depot").content()
    _run("mandat verify union", tmp_path)
