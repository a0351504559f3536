"""In which tallies a vote is counted, and what each of those entitled carries in them."""

from __future__ import annotations

from fractions import Fraction

from mandat.bylaws.expression import CountRef
from mandat.bylaws.model import Decision, SeatLine
from mandat.federation.assembly.motions.rolls import voting_bodies
from mandat.federation.assembly.motions.state import Motion
from mandat.federation.base.counts import votes
from mandat.federation.base.counts.tallies import Tally
from mandat.federation.base.counts.votes import tally_name
from mandat.federation.base.counts.weights import Number, number_in, weigh, whole
from mandat.federation.base.decisions.forms import expressions_of, tallies_of
from mandat.federation.base.draft import Draft
from mandat.federation.base.evaluation import evaluate
from mandat.federation.base.lookup import Lookup, keys_of
from mandat.federation.base.population.pools import roll_of
from mandat.federation.base.subject import Among, Subject, View
from mandat.federation.base.types import BodyId, PersonId
from mandat.federation.people.members.state import Roll
from mandat.federation.seats.posts.state import Post

OF_BALLOTS = frozenset({"yes", "no", "abstain", "cast", "valid", "voted", "invalid"})


def weights_of(
    draft: Draft, motion: Motion, roll: Roll, decision: Decision
) -> Lookup[str, Lookup[PersonId, Number]]:
    """Return the votes of each person on the roll by tally, as they stand now; a weight that is open refuses the vote."""
    return Lookup({tally: _in_one(draft, motion, roll, tally, decision) for tally in tallies_of(decision)})


def _in_one(
    draft: Draft, motion: Motion, roll: Roll, tally: str, decision: Decision
) -> Lookup[PersonId, Number]:
    found: dict[PersonId, Number] = {}
    for post in draft.state.posts.of_body(motion.body):
        line = draft.book.line(post.line)
        if post.holder in roll and post.holder is not None and not _is_missing(draft, line, post, tally):
            weight = weigh(draft, line, post, tally)
            known = weight is None or not weight.open
            draft.require(known, "motion.weight", line, f"weights.{tally}", of=post.id, tally=tally)
            found[post.holder] = whole(Fraction(found.get(post.holder, 0)) + number_in(weight))
    for body in voting_bodies(draft, motion, decision):
        _add_members(draft, body, roll, tally, found)
    return Lookup(found)


def _add_members(draft: Draft, body: BodyId, roll: Roll, tally: str, found: dict[PersonId, Number]) -> None:
    """Add what the members of an assembly carry, where the body itself names the tally; who is in several counts once."""
    place = draft.state.bodies.get(body)
    kind = None if place is None else draft.book.kind(place.kind)
    rows = None if kind is None else kind.voting.weights.get(tally)
    if kind is None or rows is None:
        return
    for person in keys_of(roll_of(draft.state, body)):
        if person in roll and person not in found:
            subject = Subject(body=body, person=person)
            weight = evaluate(rows, draft.supply(subject), kind, f"weights.{tally}", draft.state.law.readings)
            draft.require(not weight.open, "motion.weight", kind, f"weights.{tally}", of=person, tally=tally)
            found[person] = number_in(weight)


def _is_missing(draft: Draft, line: SeatLine, post: Post, tally: str) -> bool:
    """Tell whether the votes of a line are split among those present, and the holder is not there."""
    rows = line.mandate.weights.get(tally)
    asks = rows is not None and any(
        ref.name == "sent_present" for row in rows.rows for ref in row.value.counts
    )
    meeting = draft.state.meetings.open_of(post.body)
    return asks and (meeting is None or post.holder not in meeting.present)


def needed_tallies(view: View, decision: Decision) -> tuple[str, ...]:
    """Name the tallies that tellers must enter besides that by heads, for the rules cannot be answered without them."""
    own = decision.verdict.tally if decision.verdict.tally not in (None, "heads") else None
    named = list(tallies_of(decision))
    for expression in expressions_of(decision):
        named += [_named(ref, own) for ref in expression.counts if ref.name in OF_BALLOTS]
        for group in expression.groups:
            bodies = view.state.bodies.of_kind(group.group)
            asked = any(ref.name in OF_BALLOTS for ref in group.counts)
            named += [
                tally_name(Subject(among=Among(area=body)), CountRef("yes")) for body in bodies if asked
            ]
    return tuple(name for name in dict.fromkeys(named) if name)


def _named(ref: CountRef, own: str | None) -> str:
    return tally_name(Subject(), ref) or own or ""


def shown(view: View, motion: Motion, decision: Decision) -> dict[str, Tally]:
    """Return the tallies besides heads that a result is printed with."""
    subject = Subject(body=motion.body, motion=motion.id)
    names = [name for name in (decision.verdict.tally, *decision.verdict.show) if name not in (None, "heads")]
    return {name or "": votes.tally(view, subject, CountRef("yes", by=name)) for name in dict.fromkeys(names)}
