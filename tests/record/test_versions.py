"""A later program and an earlier record: it judges by the rules that judged, or says in words that it does not hold them."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
import pytest

from mandat.federation.base.acts import Submission
from mandat.federation.base.rulings import Ground, Refused, Ruling
from mandat.federation.engine import RULES, Rules
from mandat.federation.people.bodies.acts import BodyFound
from mandat.federation.state import State
from mandat.instants import Instant
from mandat.record.audit import Audited, audit
from mandat.record.entries import RULINGS, split, write_entry
from mandat.record.errors import OtherRulesError, WrongEntryError
from mandat.record.replay import KNOWN
from mandat.record.stated_keys import StatedKeys
from mandat.record.store.interface import Store
from mandat.record.verify import Verified, verify
from mandat.service.author import Author
from mandat.service.incoming import Incoming
from mandat.service.writer import Receipt, Writer
from tests.federation.bylaws import RAIL
from tests.record.copies import Copy
from tests.record.versions import KeptRecord, kept
from tests.service.conftest import ORIGIN, Office

HOW = (
    "\nActs are ruled otherwise than by the rules of this version. If you meant it, raise the version of RULES in "
    "src/mandat/federation/engine.py by one and run: python -m tests.record.versions"
)


def _without_new_regions(state: State, submission: Submission, at: Instant) -> tuple[Ruling, State]:
    """The rules of a made-up later version: no region is founded any more."""
    act = submission.act
    if isinstance(act, BodyFound) and act.body.startswith("region/"):
        ground = Ground(
            rule="language", key="", requirement="body.known", holds=False, numbers={"body": act.body}
        )
        return Refused(grounds=(ground,)), state
    return RULES.judge(state, submission, at)


LATER = msgspec.structs.replace(RULES, version=RULES.version + 1, judge=_without_new_regions)
BOTH: Mapping[int, Rules] = {**KNOWN, LATER.version: LATER}
LATER_ALONE = {LATER.version: LATER}


def opened(office: Office, known: Mapping[int, Rules]) -> Writer:
    return Writer(office.store, ORIGIN, office.log, office.server, lambda: office.now, known)


def region(office: Office, writer: Writer, name: str) -> Receipt:
    author = Author(ORIGIN, [office.key("registrar")])
    act: Incoming = author.act({"act": "body.found", "body": f"region/{name}"}, writer.head)
    return writer.submit(act)


@pytest.fixture
def office() -> Office:
    """A record begun under these rules and gone on with under later ones."""
    office = Office(RAIL)
    assert region(office, office.writer, "rhone").outcome == "admitted"
    assert region(office, opened(office, BOTH), "alpes").outcome == "refused"
    return office


def check(office: Office, known: Mapping[int, Rules], store: Store | None = None) -> Verified:
    return verify(store or office.store, ORIGIN, office.log.verifier, office.server.verifier, known=known)


def audited(office: Office) -> Audited:
    keys = StatedKeys(office.store, ORIGIN)
    return audit(office.store, ORIGIN, office.log.verifier, office.server.verifier, keys.resolve)


def rules_named(office: Office) -> list[int]:
    notes = [raw for raw in office.store.entries(0) if raw.startswith(RULINGS.encode())]
    return [msgspec.json.decode(split(raw, ORIGIN).json)["rules"] for raw in notes]


def test_each_note_of_rulings_names_the_rules_that_judged(office: Office) -> None:
    assert rules_named(office) == [RULES.version, RULES.version, LATER.version]


def test_a_program_with_both_versions_judges_each_act_by_its_own(office: Office) -> None:
    found = check(office, BOTH)
    assert (found.admitted, found.refused) == (2, 1)
    assert opened(office, BOTH).state == found.state


@pytest.mark.parametrize("known", [KNOWN, LATER_ALONE], ids=["earlier", "later"])
def test_a_program_with_one_of_them_says_so_and_checks_the_rest(
    office: Office, known: Mapping[int, Rules]
) -> None:
    missing = LATER.version if known is KNOWN else RULES.version
    with pytest.raises(OtherRulesError, match=f"made by version {missing} of the rules") as caught:
        check(office, known)
    assert caught.value.index == (4 if known is KNOWN else 0)
    assert (audited(office).acts, audited(office).signatures_checked) == (3, True)


def test_a_program_without_the_rules_of_a_record_writes_nothing_to_it(office: Office) -> None:
    size = office.store.head()
    with pytest.raises(OtherRulesError, match="open the record with the program that wrote it"):
        opened(office, LATER_ALONE)
    assert office.store.head() == size


def test_rules_that_did_not_judge_come_to_another_ruling(office: Office) -> None:
    """Whoever puts the number of other rules on a group is found by those rules."""
    disguised = {RULES.version: msgspec.structs.replace(LATER, version=RULES.version)}
    with pytest.raises(WrongEntryError, match="the record says admitted, the replay gives refused"):
        check(office, disguised)


def test_rules_never_go_back_to_an_earlier_version(office: Office) -> None:
    region(office, opened(office, BOTH), "jura")
    copy = Copy(office.store)
    body = msgspec.json.decode(split(copy.raws[-1], ORIGIN).json)
    copy.raws[-1] = write_entry(RULINGS, ORIGIN, {**body, "rules": RULES.version}, (office.server,))
    copy.rehash()
    with pytest.raises(
        WrongEntryError, match=f"names version {RULES.version} of the rules after {LATER.version}"
    ):
        check(office, BOTH, copy)


@pytest.mark.parametrize("record", [pytest.param(r, id=f"{v}-{r.case}") for v, r in kept() if v in KNOWN])
def test_a_kept_record_is_judged_alike(record: KeptRecord) -> None:
    try:
        found = verify(record.store(), record.origin, *record.keys)
    except WrongEntryError as error:
        pytest.fail(f"{record.case}: {error}{HOW}", pytrace=False)
    assert found.entries == sum(len(group.entries) for group in record.groups)


def test_a_kept_record_of_rules_that_are_gone_is_checked_without_its_rulings() -> None:
    """Until release 1.0 rules may go; from then on each version that was released is in ``KNOWN``."""
    for version, record in kept():
        if version not in KNOWN:
            store = record.store()
            with pytest.raises(OtherRulesError, match=f"version {version} of the rules"):
                verify(store, record.origin, *record.keys)
            keys = StatedKeys(store, record.origin)
            assert audit(store, record.origin, *record.keys, keys.resolve).signatures_checked


def test_a_record_of_the_present_rules_is_kept() -> None:
    assert RULES.version in {version for version, _ in kept()}, "run: python -m tests.record.versions"
