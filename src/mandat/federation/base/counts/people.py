"""Counts of people: members, entitled, electors, those who signed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from mandat.bylaws.expression import CountRef
from mandat.bylaws.expression.counts import COUNTS as COUNTS_OF_LANGUAGE
from mandat.bylaws.expression.units import UnitKind
from mandat.bylaws.model.ids import FactId
from mandat.bylaws.values.duration import Duration, Never, earlier
from mandat.federation.base.counts import votes
from mandat.federation.base.counts.places import signers as signers_of
from mandat.federation.base.lookup import any_order, given, keys_of, look_up
from mandat.federation.base.population.electorate import electorate_of
from mandat.federation.base.population.pools import in_pool, roll_of
from mandat.federation.base.subject import Subject, View
from mandat.federation.base.types import Actor, FactOf, FederationId, PersonId, PostId

if TYPE_CHECKING:
    from mandat.federation.people.members.state import Roll


def members(view: View, subject: Subject, ref: CountRef) -> int:
    """Memberships of an assembly now; at an election: on its roll."""
    if ref.at is not None and subject.post is not None:
        return len(_electorate(view, subject.post))
    return _of_group(view, subject, ref, roll_of(view.state, subject.constituency))


def entitled(view: View, subject: Subject, ref: CountRef) -> int | Fraction:
    """On the roll of the vote or election at hand; outside one, those who may vote in the constituency now."""
    state = view.state
    if subject.motion is not None and subject.motion in state.motions.votes:
        return votes.entitled(view, subject, ref)
    if subject.election is not None:
        return len(state.elections.all[subject.election].roll)
    return _of_group(view, subject, ref, electorate_of(view, subject.constituency))


def electors(view: View, subject: Subject, ref: CountRef) -> int:
    """Entitled in the election that filled the seat, and still members."""
    del ref
    post = given(subject.post)
    standing = view.state.confidence.standings.get(post)
    if standing is not None:
        return standing.electors
    now = roll_of(view.state, subject.constituency)
    return sum(person in now for person in any_order(_electorate(view, post)))


def _electorate(view: View, name: PostId) -> Roll:
    """Return the roll of the election that filled a seat; of one that no election filled, the members now."""
    standing = view.state.confidence.standings.get(name)
    if standing is not None:
        return standing.electorate
    post = view.state.posts.all[name]
    election = look_up(view.state.elections.all, post.election)
    return roll_of(view.state, post.sender or post.body) if election is None else election.roll


def withdrawn(view: View, subject: Subject, ref: CountRef) -> int:
    """Standing withdrawals of confidence from the holder of the seat."""
    del ref
    return len(view.state.confidence.standings[given(subject.post)].withdrawn)


def signed(view: View, subject: Subject, ref: CountRef) -> int:
    """Standing signatures under the petition: of a group, of an area, or all."""
    del ref
    signers = signers_of(view, subject)
    if subject.among.area is not None and view.state.bodies.get(subject.among.area) is not None:
        signers = tuple(
            each
            for each in signers
            if each == subject.among.area or in_pool(view.state, subject.among.area, PersonId(each))
        )
    if subject.among.group is not None:
        fact, label = subject.among.group
        signers = tuple(each for each in signers if label_of(view, fact, each) == label)
    return len(signers)


def label_of(view: View, fact: FactId, person: Actor) -> str:
    """Return the label told of a person; of whom none was told, they are a group of their own, with a colon before their id.

    No label that is told begins with one.
    """
    return str(view.state.facts.told.get((fact, person), f":{person}"))


def labels(view: View, subject: Subject, fact: FactId) -> tuple[str, ...]:
    """Return the groups by a label: those of the signers of the support that is the subject, else all that were told."""
    signers = signers_of(view, subject)
    if signers:
        return tuple(sorted({label_of(view, fact, each) for each in signers}))
    return tuple(
        sorted({str(value) for (name, _), value in any_order(view.state.facts.told).items() if name == fact})
    )


def fact(view: View, subject: Subject, ref: CountRef) -> int | Fraction | str | bool | Duration | Never:
    """A fact told about the subject's constituency, or about the body or the federation.

    Never told: a number is 0, a flag does not hold, a label is empty.
    """
    told = view.state.facts.told
    if ref.over is not None:
        return _average(view, subject, ref)
    places = (subject.sender, subject.person, subject.post, subject.motion, subject.body, FederationId(""))
    fact = FactId(ref.name)
    value = next((told[fact, of] for of in places if of is not None and (fact, of) in told), None)
    if value is None:
        return nothing(view, ref)
    match _type(view, ref):
        case "flag":
            return bool(value)
        case "duration":
            return Duration.parse(str(value))
    return value


def nothing(view: View, ref: CountRef) -> int | str | bool | Duration | Never:
    """Return what a count is of which nothing was told, or for which there is nobody: a number 0, a flag false, a label empty.

    A length of time that nobody told is none; one that never began is longer than any (``seniority`` of who is no member).
    """
    if ref.name in COUNTS_OF_LANGUAGE:
        return Never() if COUNTS_OF_LANGUAGE[ref.name].unit.kind is UnitKind.DURATION else 0
    match _type(view, ref):
        case "flag":
            return False
        case "label":
            return ""
        case "duration":
            return Duration()
    return 0


def _type(view: View, ref: CountRef) -> str | None:
    declared = view.book.bylaws.facts.get(ref.name)
    return None if declared is None else declared.type


def _average(view: View, subject: Subject, ref: CountRef) -> int | Fraction:
    """The mean of the values told within the stretch of time up to now; the last one told before, if none was told in it."""
    assert ref.over is not None
    history = view.state.facts.history
    places = (subject.sender, subject.person, subject.post, subject.motion, subject.body, FederationId(""))
    fact = FactId(ref.name)
    told = next((history[fact, of] for of in places if of is not None and (fact, of) in history), ())
    since = earlier(view.at, ref.over, view.book.zone)
    values = [value for at, value in told if at > since] or [value for _, value in told[-1:]]
    return Fraction(sum(values), len(values)) if values else 0


def _of_group(view: View, subject: Subject, ref: CountRef, people: Roll) -> int:
    """Count those of whom the label of the group and the fact after ``with`` were told; all of them where neither is asked."""
    if subject.among.group is None and ref.with_ is None:
        return len(people)
    return sum(is_of(view, subject, ref, person) for person in any_order(people))


def is_of(view: View, subject: Subject, ref: CountRef, person: PersonId) -> bool:
    """Tell whether of a person the label of the group at hand was told, and the fact after ``with``."""
    told = view.state.facts.told
    group = subject.among.group
    in_group = group is None or told.get((group[0], person)) == group[1]
    return in_group and (ref.with_ is None or told.get((FactId(ref.with_), person), 0) == (ref.label or 1))


def parties(view: View, subject: Subject, ref: CountRef) -> int:
    """Parties of the agreement, or bodies whose consent is asked for; only those of whom the fact after ``with`` is told."""
    if subject.signed.assents is not None:
        return _with_fact(view, subject.signed.assents[0], ref)
    found = look_up(view.state.agreements.all, subject.agreement)
    if found is None:
        return 0
    everybody = keys_of(found.parties)
    return _with_fact(view, tuple(everybody), ref)


def ratified(view: View, subject: Subject, ref: CountRef) -> int:
    """Parties that have ratified the agreement and not left it, or bodies that have given their consent."""
    if subject.signed.assents is not None:
        return _with_fact(view, subject.signed.assents[1], ref)
    found = look_up(view.state.agreements.all, subject.agreement)
    return 0 if found is None else _with_fact(view, found.ratified, ref)


def _with_fact(view: View, names: tuple[FactOf, ...], ref: CountRef) -> int:
    if ref.with_ is None:
        return len(names)
    told = view.state.facts.told
    return sum(told.get((FactId(ref.with_), name), 0) == (ref.label or 1) for name in names)


COUNTS: Mapping[str, Callable[[View, Subject, CountRef], Any]] = {
    "members": members,
    "entitled": entitled,
    "electors": electors,
    "withdrawn": withdrawn,
    "signed": signed,
    "parties": parties,
    "ratified": ratified,
}
