"""Supply an expression with its counts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any

import msgspec

from mandat.bylaws.expression import CountRef, Expression, GroupRef, Numbers
from mandat.bylaws.expression.counts import COUNTS
from mandat.bylaws.expression.places import SubjectKind as Subjects
from mandat.bylaws.model.ids import FactId
from mandat.federation.base.counts import bodies, people, persons, votes
from mandat.federation.base.counts.places import bodies_at
from mandat.federation.base.counts.tallies import NO_WEIGHTS
from mandat.federation.base.lookup import keys_of
from mandat.federation.base.subject import Subject, View

CountFunction = Callable[[View, Subject, CountRef], Any]

SUPPLIED: Mapping[str, CountFunction] = {**people.COUNTS, **bodies.COUNTS, **votes.COUNTS, **persons.COUNTS}
"""Name of each count that the engine can supply → the function that gives it; every other name is a fact told."""


def supply_from(view: View, subject: Subject) -> Callable[[Expression], Numbers]:
    """Return a supply of counts about ``subject`` as the state in ``view`` has them."""

    def supply(expression: Expression) -> Numbers:
        numbers = {key: _count(view, subject, ref) for key, ref in view.book.named_counts(expression)}
        for group in expression.groups:
            numbers[str(group)] = _group(view, subject, group)
        for tally in expression.weights:
            weights = votes.vote_of(view, subject).voters.weights.get(tally, NO_WEIGHTS)
            numbers[f"weights by {tally}"] = tuple(weights[person] for person in keys_of(weights))
        return numbers

    return supply


def _group(view: View, subject: Subject, group: GroupRef) -> Mapping[str, Numbers]:
    """Return the numbers of each body of a kind, or of each group of people of whom a label was told."""
    found: dict[str, Numbers] = {}
    if group.group in view.book.bylaws.facts:
        fact = FactId(group.group)
        for label in people.labels(view, subject, fact):
            among = msgspec.structs.replace(subject.among, group=(fact, label))
            about = msgspec.structs.replace(subject, among=among)
            found[label] = {str(ref): _count(view, about, ref) for ref in group.counts}
        return found
    for body in view.state.bodies.of_kind(group.group):
        among = msgspec.structs.replace(subject.among, area=body)
        about = msgspec.structs.replace(subject, body=body, sender=None, among=among)
        found[body] = {str(ref): _count(view, about, ref) for ref in group.counts}
    return found


def _count(view: View, subject: Subject, ref: CountRef) -> Any:
    """Return one count: of the subject, or added up over the places that ``of`` names."""
    function = SUPPLIED.get(ref.name, people.fact)
    if ref.of is None or ref.name in persons.TRUTHS:
        return function(view, subject, _in_tally_of_vote(view, subject, ref))
    if ref.name in votes.COUNTS and subject.motion in view.state.motions.votes:
        return function(view, subject, ref)
    if ref.of in view.book.bylaws.lines and ref.name != "entitled":
        return bodies.of_line(view, subject, ref)
    places = bodies_at(view, subject, f"all {ref.of}" if ref.all else ref.of)
    about = msgspec.structs.replace(subject, sender=None, motion=None)
    found = [function(view, msgspec.structs.replace(about, body=p), ref) for p in places]
    if len(found) == 1:  # of one place a truth, a label or a duration can be asked too
        return found[0]
    if not found:  # nobody, such as who sends to a line to which nobody sends
        return people.nothing(view, ref)
    return sum(each for each in found if isinstance(each, int | Fraction))


def _in_tally_of_vote(view: View, subject: Subject, ref: CountRef) -> CountRef:
    """Weigh a bare count of a vote by the tally that its decision names."""
    if (
        subject.motion is None
        or ref.by is not None
        or subject.among.area is not None
        or subject.among.group is not None
    ):
        return ref
    count = COUNTS.get(ref.name)
    if count is None or not count.weighs or Subjects.VOTE not in count.subjects:
        return ref
    motion = view.state.motions.all.get(subject.motion)
    decision = None if motion is None else view.book.bylaws.decisions.get(motion.decision)
    return (
        ref if decision is None or decision.verdict.tally is None else replace(ref, by=decision.verdict.tally)
    )
