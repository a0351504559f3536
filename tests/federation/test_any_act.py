"""Whatever enrolled people send, the engine answers with a ruling, and the state agrees with itself."""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from copy import copy
from typing import Any, Literal, Union

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from mandat.federation.authority.agreements.acts import AgreementOpen, AgreementSign
from mandat.federation.authority.checks.acts import CheckRaise
from mandat.federation.base.acts import Act
from mandat.federation.base.lookup import keys_of, values_of
from mandat.federation.base.matter import Appointment
from mandat.federation.base.rulings import Admitted, Refused
from mandat.federation.base.types import BlobName, PersonId
from mandat.federation.consistency import inconsistencies
from mandat.federation.engine import ACTS, ClockStatement
from mandat.federation.law.acts import FederationFound
from mandat.federation.people.bodies.acts import BodyFound
from mandat.federation.seats.elections.acts import CandidateNominate, ElectionCall, ElectionOpen
from mandat.federation.seats.recall.acts import RecallStart
from mandat.federation.state import State
from mandat.federation.wording.ruling import describe
from mandat.language import LANGUAGES
from tests.federation.council import COUNCIL, TEN, Town
from tests.federation.world import DAY, key_of

pytestmark = pytest.mark.usefixtures("ruled_alike_elsewhere")

BLOBS: dict[BlobName, bytes] = {
    BlobName("b"): b'3 2\n2 1 2 0\n1 3 0\n0\n"a"\n"b"\n"c"\n',
    BlobName("one"): b'1 1\n1 1 0\n0\n"a"\n',
    BlobName("box"): b"yes\nno\n\nabstain\n",
    BlobName("list"): b"new-1,section/lyon\nnew-2,section/nice\n",
    BlobName("bylaws"): COUNCIL.encode(),
    BlobName("other"): COUNCIL.replace("number = 7", "number = 5").encode(),
    BlobName("bad"): b"\xff",
    BlobName(""): b"",
}


def _living() -> Town:
    """Return a council with a chair, a treasurer, a petition, motions, meetings, and elections at several stages."""
    town = Town()
    town.ok("lyon-9", RecallStart(petition="all", rule="council", target="council", reasons=("breach",)))
    town.bodies("section/nice", "section/brest")
    town.enrol("section/nice", "nice-1", "nice-2", "nice-3", "lyon-1")
    town.chair("lyon-1")
    town.table("tabled")
    town.table("carried", about=Appointment("treasurer:treasurer:-:1", "lyon-3"))
    town.vote("carried", dict.fromkeys(TEN[:7], "yes"))
    town.wait(40 * DAY)
    town.ok("lyon-9", RecallStart(petition="p", rule="petition", target=town.delegate(2)))
    nice = ElectionCall(
        election="nice", line="council.delegates", sender="section/nice", tellers=("nice-1", "nice-2")
    )
    town.ok("registrar", nice)
    town.ok("nice-1", CandidateNominate(election="nice", candidates=("nice-1", "nice-2", "nice-3")))
    town.ok("nice-1", ElectionOpen(election="nice"))
    pact = AgreementOpen(agreement="pact-1", kind="treaty", parties=("town", "League"), text="b")
    town.ok("registrar", pact)
    town.ok("registrar", AgreementSign(agreement="pact-1", party="League", evidence="b"))
    town.ok("lyon-9", CheckRaise(stop="stop", rule="pause", motion="carried"))
    town.ok("registrar", BodyFound(body="section/tours"))
    assert inconsistencies(town.state) == ()
    return town


LIVING = _living()


def _ids(state: State) -> list[str]:
    """Return what a text of an act may name: all that exists, and a little that does not."""
    found = {
        *keys_of(state.members.people),
        *keys_of(state.bodies.all),
        *keys_of(state.posts.all),
        *keys_of(state.elections.all),
        *keys_of(state.motions.all),
        *keys_of(state.meetings.all),
        *keys_of(state.recalls.all),
        *keys_of(state.elections.draws),
        *keys_of(state.law.questions),
        *keys_of(state.caucuses.all),
        *keys_of(state.questions.all),
        *state.law.book.bylaws.lines,
        *state.law.book.bylaws.decisions,
        *state.law.book.bylaws.powers,
        *state.law.book.bylaws.recalls,
    }
    words = ("new", "section/new", "true", "down", "vacant", "lot", *BLOBS)
    return sorted(found | set(words) | {key_of("new")})


def _texts(state: State, field: str) -> SearchStrategy[str]:
    """Return ids that fit a field most of the time, by its name, and any id sometimes."""
    book = state.law.book.bylaws
    pools: dict[str, Any] = {
        "person": state.members.people,
        "people": state.members.people,
        "candidates": state.members.people,
        "tellers": state.members.people,
        "members": state.members.people,
        "chosen": state.members.people,
        "body": state.bodies.all,
        "bodies": state.bodies.all,
        "into": state.bodies.all,
        "from_": state.bodies.all,
        "to": state.bodies.all,
        "sender": state.bodies.all,
        "of": [*keys_of(state.bodies.all), *keys_of(state.members.people)],
        "concerned": state.bodies.all,
        "part_of": state.bodies.all,
        "post": state.posts.all,
        "target": [*keys_of(state.posts.all), *keys_of(state.bodies.all)],
        "election": state.elections.all,
        "draw": state.elections.draws,
        "candidate": state.members.people,
        "unable": state.members.people,
        "nomination": state.motions.all,
        "motion": state.motions.all,
        "consents": state.motions.all,
        "meeting": state.meetings.all,
        "petition": state.recalls.all,
        "question": [*keys_of(state.law.questions), *keys_of(state.questions.all)],
        "caucus": state.caucuses.all,
        "line": book.lines,
        "decision": book.decisions,
        "power": book.powers,
        "rule": book.recalls,
        "ballots": BLOBS,
        "box": BLOBS,
        "list": BLOBS,
        "bylaws": BLOBS,
        "text": BLOBS,
        "reasons": ("breach",),
        "key": [key.public for keys in values_of(state.keys.of) for key in keys],
    }
    any_id = st.sampled_from(_ids(state))
    fitting = sorted(pools.get(field, ()))
    return st.one_of(st.sampled_from(fitting), st.sampled_from(fitting), any_id) if fitting else any_id


def _plain(kind: Any) -> Any:
    """Return what an id is made of."""
    while hasattr(kind, "__supertype__"):
        kind = kind.__supertype__
    return kind


def _values(state: State, field: str, kind: Any) -> SearchStrategy[Any]:
    """Return values of a field by its type; an id is a text, an instant a number."""
    kind = _plain(kind)
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        fields = msgspec.structs.fields(kind)
        return st.builds(kind, **{each.name: _values(state, each.name, each.type) for each in fields})
    if kind is str:
        return _texts(state, field)
    if kind is int:
        return st.integers(-1, 12)
    if origin is Literal:
        return st.sampled_from(inner)
    if origin in (Union, types.UnionType):
        return st.one_of(*(_values(state, field, each) for each in inner))
    if origin is tuple and inner[1] is Ellipsis:
        return st.lists(_values(state, field, inner[0]), max_size=4).map(tuple)
    if origin is tuple:
        return st.tuples(*(_values(state, field, each) for each in inner))
    if origin is Mapping:
        return st.dictionaries(*(_values(state, field, each) for each in inner), max_size=2)
    if kind is bool:
        return st.booleans()
    assert kind is type(None), (field, kind)
    return st.none()


def _acts(state: State, kind: type[Act]) -> SearchStrategy[Act]:
    """Return acts of one type about what exists."""
    hints = typing.get_type_hints(kind)
    fields = [f.name for f in msgspec.structs.fields(kind) if f.name not in ("seen", "nonce")]
    return st.builds(kind, **{name: _values(state, name, hints[name]) for name in fields})


KINDS = [kind for kind in ACTS.values() if kind not in (FederationFound, ClockStatement)]


def _signers(state: State) -> SearchStrategy[tuple[PersonId, ...]]:
    people = st.sampled_from(keys_of(state.members.people))
    officers = st.sampled_from(tuple(map(PersonId, ("registrar", "lyon-1", "lyon-3", "nice-1"))))
    return st.lists(st.one_of(people, officers), min_size=1, max_size=3, unique=True).map(tuple)


@given(st.data())
def test_every_act_is_answered_by_a_ruling(data: st.DataObject) -> None:
    town = copy(LIVING)
    town.wait(10 * DAY)
    for _ in range(data.draw(st.integers(1, 12))):
        town.wait(data.draw(st.sampled_from((0, 1, DAY, 10 * DAY, 200 * DAY))))
        act = data.draw(_acts(town.state, data.draw(st.sampled_from(KINDS))))
        ruling = town.do("+".join(data.draw(_signers(town.state))), act, BLOBS)
        assert isinstance(ruling, Admitted | Refused)
        assert inconsistencies(town.state) == ()
        for language in LANGUAGES:
            describe(ruling, town.state.law.books, language)
