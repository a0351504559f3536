"""Every page for every reader, in each language: it is there, whole, and shows nobody's name to who may not read it."""

from __future__ import annotations

import re

import pytest

from mandat.counting import Ballots
from mandat.federation.base.closed import ElectionCause, ElectionStage
from mandat.federation.base.types import BodyId, BylawsVersion, ElectionId, PersonId
from mandat.federation.seats.elections.state import Candidacy, Election
from mandat.instants import Instant
from mandat.web.pages import elections
from mandat.web.views.names import Names
from tests.web.conftest import Visitors, site_of
from tests.web.scene import Scene
from tests.web.screenshots import pages

NAMES = sorted(pages(Scene(*[""] * len(Scene._fields))))  # type: ignore[arg-type]
STATUS = {"missing": 404, "not-yours": 403, "not-signed-in": 403}
FIRST_PAGE_BYTES = 100_000


@pytest.mark.parametrize("language", ["en", "fr", "de"])
@pytest.mark.parametrize("name", NAMES)
def test_every_page_is_whole(visitors: Visitors, scene: Scene, name: str, language: str) -> None:
    path, reader = pages(scene)[name]
    wanted = "fr" if name.startswith("french") else language
    text = visitors.get(path, reader, language, STATUS.get(name, 200))
    assert f'<html lang="{wanted}"' in text
    assert len(re.findall(r"<h1[\s>]", text)) == 1
    assert text.rstrip().endswith("</html>")
    assert "style=" not in text, "a style in the page is against its own security policy"
    assert not re.search(r"<script(?![^>]*(src=|application/json))", text)
    assert not re.search(r"%\(\w+\)s", text), "a placeholder was not filled in"


@pytest.mark.parametrize("name", NAMES)
def test_ids_stand_once(visitors: Visitors, scene: Scene, name: str) -> None:
    path, reader = pages(scene)[name]
    found = re.findall(r'\sid="([^"]+)"', visitors.get(path, reader, status=None))
    assert len(found) == len(set(found))


def test_outsiders_read_numbers_members_names(visitors: Visitors, scene: Scene) -> None:
    path = f"/posts/{scene.post}"
    assert visitors.site.people is not None
    entry = visitors.site.people.get(scene.delegate)
    assert entry is not None
    assert entry.name not in visitors.get(path)
    assert entry.name in visitors.get(path, scene.member)


def test_a_member_of_another_ward_reads_no_names_of_members(visitors: Visitors, scene: Scene) -> None:
    path = f"/people/{scene.member}"
    assert "Mòrag NicLeòid" in visitors.get(path, scene.registrar)
    assert "Mòrag NicLeòid" in visitors.get(path, scene.delegate)
    assert "Mòrag NicLeòid" not in visitors.get(path, scene.other)
    assert "Mòrag NicLeòid" not in visitors.get(path)


def test_the_seat_says_which_article_recalls_and_links_to_it(visitors: Visitors, scene: Scene) -> None:
    assert 'href="/bylaws#art-3.1"' in visitors.get(f"/posts/{scene.post}")
    assert 'id="art-3.1"' in visitors.get("/bylaws")


def test_a_refused_act_names_the_article_and_what_is_missing(visitors: Visitors, scene: Scene) -> None:
    text = visitors.get(f"/record/{scene.refused}")
    assert 'href="/bylaws#art-7.1"' in text
    assert "a body exercises the power agreement.sign by its decision" in text


def test_what_is_sealed_is_shown_to_its_author_only(visitors: Visitors, scene: Scene) -> None:
    path = f"/record/{scene.recalled}"
    line = visitors.site.follower.line(scene.recalled)
    assert line is not None
    (author,) = line.signers
    assert "only its author may read" in visitors.get(path)
    assert "only its author may read" in visitors.get(path, scene.other)
    assert "only its author may read" not in visitors.get(path, author)


def test_what_a_sealed_act_set_off_is_for_everybody_and_not_whose_confidence_went(
    visitors: Visitors, scene: Scene
) -> None:
    text = visitors.get(f"/record/{scene.recalled}")
    assert "falls vacant (recalled)" in text
    assert 'href="/bylaws#art-3.1"' in text
    assert "withdrawn &gt; 1/2 * electors" in text
    line = visitors.site.follower.line(scene.recalled)
    assert line is not None
    assert f"{line.signers[0]} withdraws" not in text


def test_a_sealed_act_that_set_nothing_off_says_nothing_to_others(visitors: Visitors, scene: Scene) -> None:
    before = next(line for line in visitors.site.follower.latest(5, scene.recalled) if line.sealed)
    for address in (f"/record/{before.index}", f"/api/acts/{before.index}"):
        text = visitors.get(address)
        assert scene.post not in text
        assert "Delegate of a ward" not in text
        assert "withdraws" not in text
    assert '"ruling":null' in visitors.get(f"/api/acts/{before.index}")
    assert "Delegate of a ward" in visitors.get(f"/api/acts/{before.index}", before.signers[0])


def test_the_office_is_for_the_registrar(visitors: Visitors, scene: Scene) -> None:
    for path in ("/office", "/office/members", "/office/bylaws", "/office/invitations"):
        assert "open it on a device whose key is registered" in visitors.get(path, status=403)
        assert "This is not for you to read" in visitors.get(path, scene.member, status=403)


def test_what_is_not_there_says_so_and_leads_back(visitors: Visitors) -> None:
    for path in ("/nowhere", "/bodies/ward/none", "/posts/none:1", "/record/99999999", "/bylaws/abc"):
        text = visitors.get(path, status=404)
        assert 'href="/"' in text


def test_acts_are_told_with_names_titles_and_days(visitors: Visitors, scene: Scene) -> None:
    english, french = (visitors.get("/me/acts", scene.member, language) for language in ("en", "fr"))
    assert "Mòrag NicLeòid asks" in english
    assert "Delegate of a ward (An Taobh Siar agus Nis" in english
    acts = re.findall(r'href="(/record/\d+)"', english)
    told = "".join(visitors.get(act, scene.member, "en") for act in acts)
    assert re.search(r"falls due at \d+ [A-Z][a-z]+ 2026 \d\d:\d\d", told)
    assert re.search(r"\d+ (avril|mai|juin) 2026 \d\d:\d\d", french)
    assert not re.search(r"\d{4}-\d\d-\d\dT[\d:]+Z</div>", english)


def test_who_may_vote_on_a_motion_finds_the_form_and_nobody_else(visitors: Visitors, scene: Scene) -> None:
    path = "/motions/resolution-2"
    assert 'data-act="vote.cast"' in visitors.get(path, scene.delegate)
    for reader in (None, scene.member):
        assert "vote.cast" not in visitors.get(path, reader)
    assert "vote.cast" not in visitors.get(f"/motions/{scene.motion}", scene.delegate)


def test_the_first_page_is_light(visitors: Visitors, scene: Scene) -> None:
    assert len(visitors.get("/", scene.member).encode()) < FIRST_PAGE_BYTES


def test_an_election_says_why_the_others_were_not_elected(scene: Scene) -> None:
    """The names are those that the reader may see, in the sentences of a rule that compares two by two as well."""
    people = ("p-ann", "p-bob", "p-cy")
    ballots = Ballots.from_rankings(people, [((1, 2, 3), 3), ((2, 1), 2)])
    election = Election(
        id=ElectionId("e-1"),
        line="chair",
        body=BodyId("b"),
        sender=None,
        places=1,
        cause=ElectionCause.GENERAL,
        bylaws_version=BylawsVersion("v1"),
        called=Instant(0),
        stage=ElectionStage.CERTIFIED,
        candidates=tuple(Candidacy(person=PersonId(each)) for each in people),
        ballots=ballots,
    )
    names = Names(site_of(scene.directory).state, None, None)
    counted = elections.counted(election, None, names, "en")
    assert counted is not None
    reasons = dict(counted.why)
    assert len(reasons) == 2
    assert all("was not elected. Votes for " in reason for reason in reasons.values())
