"""Counts of one vote: who is present, who voted, and how; by heads, by a named tally, or of a part of those entitled."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from mandat.bylaws.expression import CountRef
from mandat.bylaws.expression.tree import label_text
from mandat.bylaws.model.ids import FactId
from mandat.federation.base.counts.places import bodies_at
from mandat.federation.base.counts.rankings import Ranking, against
from mandat.federation.base.counts.tallies import NO_WEIGHTS, PLACES, ZERO, Tally
from mandat.federation.base.counts.weights import whole
from mandat.federation.base.lookup import any_order, given, keys_of
from mandat.federation.base.subject import Subject, View
from mandat.federation.base.types import BodyId, FactOf, OptionId, PersonId

if TYPE_CHECKING:
    from mandat.federation.assembly.motions.state import Motion, Vote

Number = int | Fraction


def vote_of(view: View, subject: Subject) -> Vote:
    """Return the vote that the subject is."""
    return view.state.motions.votes[given(subject.motion)]


def tally(view: View, subject: Subject, ref: CountRef) -> Tally:
    """Return the tally that a count speaks of: by heads or by a weight, of all who voted or of a part of them."""
    if subject.tally is not None:
        return subject.tally
    vote = vote_of(view, subject)
    if vote.between.paper:
        return _of_option(view, subject, ref)
    weight = None if ref.by == "heads" else ref.by
    if weight is None and not _is_part(subject, ref):
        return vote.received.tally
    if vote.received.counted:
        return vote.received.tallies.get(tally_name(subject, ref), ZERO)
    return _added_up(vote, part(view, subject, ref), weight)


def _of_option(view: View, subject: Subject, ref: CountRef) -> Tally:
    """Hold an option against the default; without an option a ranking is neither for nor against anything."""
    vote = vote_of(view, subject)
    invalid = 0 if _is_part(subject, ref) else int(vote.received.tally[3])
    if subject.option is None:
        return 0, 0, 0, invalid
    decision = view.book.decision(view.state.motions.all[vote.motion].decision)
    default = OptionId(decision.balloting.default or "")
    return against(subject.option, default, rankings(vote, part(view, subject, ref)), invalid)


def rankings(vote: Vote, among: Container[PersonId] | None = None) -> tuple[Ranking, ...]:
    """Return the rankings of a vote between options: those of the box, or of the people ``among`` who voted openly."""
    if vote.received.counted:
        return vote.received.papers
    ballots = vote.received.ballots
    open_ = (ballots[person] for person in keys_of(ballots) if among is None or person in among)
    return tuple(ballot for ballot in open_ if isinstance(ballot, tuple))


def tally_name(subject: Subject, ref: CountRef) -> str:
    """Name a tally as tellers enter it: ``card``, ``of council.soldiers``, ``of section/lyon by card``.

    No name stands for two tallies: a label with a space is quoted, and no name of a body has one.

    >>> tally_name(Subject(), CountRef("yes", of="council.soldiers", by="card"))
    'of council.soldiers by card'
    >>> tally_name(Subject(among=Among(group=(FactId("trade"), "rail by card"))), CountRef("yes"))
    "with trade:'rail by card'"
    """
    words = []
    if ref.of is not None or subject.among.area is not None:
        words.append(f"of {ref.of or subject.among.area}")
    if subject.among.group is not None:
        fact, label = subject.among.group
        words.append(f"with {fact}:{label_text(label)}")
    if ref.with_ is not None:
        words.append(f"with {ref.with_}" + (f":{label_text(ref.label)}" if ref.label else ""))
    if ref.by not in (None, "heads"):
        words.append(f"by {ref.by}" if words else str(ref.by))
    return " ".join(words)


def _is_part(subject: Subject, ref: CountRef) -> bool:
    return bool(ref.of or ref.with_ or subject.among.area or subject.among.group)


def _added_up(vote: Vote, among: Container[PersonId] | None, weight: str | None) -> Tally:
    """Add up the open ballots, each once; those of nobody on the roll, or of no weight, add nothing."""
    weights = None if weight is None else vote.voters.weights.get(weight, NO_WEIGHTS)
    found: list[Number] = [0, 0, 0, 0]
    for person, choice in any_order(vote.received.ballots).items():  # any order: they add up the same
        if isinstance(choice, str) and (among is None or person in among):
            found[PLACES[choice]] += 1 if weights is None else weights.get(person, 0)
    return whole(found[0]), whole(found[1]), whole(found[2]), 0


def part(view: View, subject: Subject, ref: CountRef) -> Container[PersonId] | None:
    """Return the people of whom a count of a vote speaks, as they stood when it opened; None if of everybody."""
    if not _is_part(subject, ref):
        return None
    vote = vote_of(view, subject)
    motion = view.state.motions.all[vote.motion]
    place = ref.of or subject.among.area
    people = set(any_order(vote.voters.roll))
    if place is not None:
        people &= _at(view, subject, vote, motion, f"all {place}" if ref.all else place)
    if subject.among.group is not None:
        people = {
            each
            for each in people
            if vote.voters.facts.told.get((subject.among.group[0], each)) == subject.among.group[1]
        }
    if ref.with_ is not None:
        people = {each for each in people if _is_told(vote, motion, ref, each)}
    return people


def _at(view: View, subject: Subject, vote: Vote, motion: Motion, place: str) -> set[PersonId]:
    """Return those who vote for a line of seats, or for a body: its members, its holders, and those whom it sends."""
    if place in view.book.bylaws.lines:
        return {p.holder for p in vote.voters.posts.of_body(motion.body) if p.line == place and p.holder}
    found: set[PersonId] = set()
    for body in bodies_at(view, subject, place):
        found.update(keys_of(view.state.members.roll(body)), vote.voters.posts.holders(body))
        sent = map(vote.voters.posts.all.__getitem__, vote.voters.posts.by_sender.get(body, ()))
        found.update(post.holder for post in sent if post.holder and post.body == motion.body)
    return found


def _is_told(vote: Vote, motion: Motion, ref: CountRef, person: PersonId) -> bool:
    """Tell whether a flag or label was told of a person, or of the body that sent them."""
    senders: list[BodyId] = [
        post.sender for post in vote.voters.posts.held_by(person) if post.body == motion.body and post.sender
    ]
    people: tuple[FactOf, ...] = (person, *senders)
    values = [vote.voters.facts.told.get((FactId(ref.with_ or ""), each)) for each in people]
    return any(value == ref.label if ref.label else bool(value) for value in values)


def _of_tally(*places: int) -> Callable[[View, Subject, CountRef], Number]:
    def count(view: View, subject: Subject, ref: CountRef) -> Number:
        found = tally(view, subject, ref)
        return whole(sum((found[place] for place in places), Fraction(0)))

    return count


def voted(view: View, subject: Subject, ref: CountRef) -> Number:
    """Ballots received, valid or not."""
    if subject.election is not None:
        return len(view.state.elections.all[subject.election].voted)
    return whole(Fraction(valid(view, subject, ref)) + tally(view, subject, ref)[3])


def valid(view: View, subject: Subject, ref: CountRef) -> Number:
    """Ballots received that say something: for, against, an abstention, or a ranking."""
    vote = vote_of(view, subject)
    if vote.between.paper and subject.option is None:
        return len(rankings(vote, part(view, subject, ref)))
    return whole(sum(tally(view, subject, ref)[:3], Fraction(0)))


def entitled(view: View, subject: Subject, ref: CountRef) -> Number:
    """On the frozen roll of the vote: all of them, a part, or their weight."""
    vote = vote_of(view, subject)
    return _weighed(view, subject, ref, vote.voters.roll)


def concerned(view: View, subject: Subject, ref: CountRef) -> Number:
    """On the roll, frozen when the vote was opened, of the bodies that the matter touches."""
    return entitled(view, subject, ref)


def present(view: View, subject: Subject, ref: CountRef) -> Number:
    """On the roll and there when the vote opened."""
    vote = vote_of(view, subject)
    if ref.by in (None, "heads") and not _is_part(subject, ref):
        return vote.voters.present or 0
    return _weighed(
        view, subject, ref, [person for person in keys_of(vote.voters.there) if person in vote.voters.roll]
    )


def represented(view: View, subject: Subject, ref: CountRef) -> Number:
    """Those present, and those whose proxy-holder was there."""
    vote = vote_of(view, subject)
    if ref.by in (None, "heads") and not _is_part(subject, ref):
        return (vote.voters.present or 0) + len(vote.voters.proxied)
    there = [
        person
        for person in keys_of(vote.voters.roll)
        if person in vote.voters.there or person in vote.voters.proxied
    ]
    return _weighed(view, subject, ref, there)


def _weighed(view: View, subject: Subject, ref: CountRef, people: Any) -> Number:
    among = part(view, subject, ref)
    chosen = people if among is None else [person for person in people if person in among]
    if ref.by in (None, "heads"):
        return len(chosen)
    weights = vote_of(view, subject).voters.weights.get(ref.by or "", NO_WEIGHTS)
    return whole(sum((Fraction(weights.get(person, 0)) for person in chosen), Fraction(0)))


COUNTS: Mapping[str, Callable[[View, Subject, CountRef], Any]] = {
    "voted": voted,
    "present": present,
    "represented": represented,
    "concerned": concerned,
    "yes": _of_tally(0),
    "no": _of_tally(1),
    "abstain": _of_tally(2),
    "invalid": _of_tally(3),
    "cast": _of_tally(0, 1),
    "valid": valid,
}
"""Counts of the vote that is the subject; after ``of`` stands the part of it, not another body."""
