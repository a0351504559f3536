"""Steps three and four: a ward recalls a delegate, act by act; and a delegate tries what is not theirs to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec

from mandat.demo.congress import WardDelegate
from mandat.demo.office import DAY, Office, blob, entry_text, ruling_of
from mandat.demo.wards import BUREAU_BODY, CONGRESS_BODY, Ward
from mandat.federation.base.lookup import look_up
from mandat.federation.base.rulings import Ruling
from mandat.federation.base.tenure.effects import SeatFilled, SeatVacated
from mandat.federation.base.types import CaucusId, PersonId, PostId
from mandat.federation.state import State

Report = Callable[[int, int], None]
HOUR = 3_600
TOGETHER = 40
"""So many withdrawals share one commit, every few hours."""


class Point(msgspec.Struct, frozen=True):
    """How many had withdrawn confidence at an instant, after the entry ``entry``."""

    at: int
    entry: int
    withdrawn: int


class Recalled(msgspec.Struct, frozen=True, kw_only=True):
    """The recall as it went: the seat and who lost it, the electors, the withdrawals over time, and the act that bit.

    ``sealed`` is that act as it stands on the public record, ``author`` who signed it.
    """

    post: PostId
    person: PersonId
    successor: PersonId | None
    electors: int
    points: tuple[Point, ...]
    entry: int
    ruling: Ruling
    sealed: str
    author: PersonId
    before: State
    after: State

    @property
    def lost(self) -> tuple[SeatVacated, ...]:
        """The seats that fell vacant by the ruling, in its order."""
        return tuple(effect for effect in self.ruling.effects if isinstance(effect, SeatVacated))

    @property
    def filled(self) -> tuple[SeatFilled, ...]:
        """The seats that were filled by the ruling, in its order."""
        return tuple(effect for effect in self.ruling.effects if isinstance(effect, SeatFilled))


class RefusedAct(msgspec.Struct, frozen=True, kw_only=True):
    """An act that was refused and stays on the record; ``text`` is the entry as stored."""

    entry: int
    person: PersonId
    ruling: Ruling
    text: str


def choose(office: Office, ward: Ward) -> PersonId:
    """Return the ward's delegate who sits highest: in the bureau if one does, of the largest caucus if several do."""
    state = office.state
    posts = state.posts.of_line(CONGRESS_BODY, "congress.delegates", ward.body)
    seated = [post.holder for post in posts if post.holder is not None]

    def rank(person: PersonId) -> tuple[bool, int]:
        caucus = look_up(state.caucuses.all, state.caucuses.of.get((CONGRESS_BODY, person)))
        return state.posts.sits_in(person, BUREAU_BODY), 0 if caucus is None else len(caucus.members)

    return max(seated, key=rank)


def recall(office: Office, ward: Ward, report: Report) -> Recalled:
    """Members of the ward withdraw confidence, each by a sealed act of their own, until the seat falls."""
    person, before = choose(office, ward), office.state
    post = next(p.id for p in before.posts.held_by(person) if p.line == "congress.delegates")
    electors = before.confidence.standings[post].electors
    members = iter(member for member in ward.members if member != person)
    office.clock.wait(10 * DAY)
    points = [Point(office.clock.now, office.writer.fold.size, 0)]
    with office.milestone("recall"):
        while True:
            report(points[-1].withdrawn, electors // 2 + 1)
            office.clock.wait(9 * HOUR)
            size = max(1, min(TOGETHER, electors // 2 - points[-1].withdrawn))
            authors = [next(members) for _ in range(size)]
            acts = [office.seal(author, "confidence.withdraw", post=post) for author in authors]
            last = office.submit(*acts)[-1]
            points.append(Point(office.clock.now, last.index, points[-1].withdrawn + size))
            if office.state.posts.all[post].holder != person:
                break
    report(points[-1].withdrawn, electors // 2 + 1)
    return Recalled(
        post=post,
        person=person,
        successor=office.state.posts.all[post].holder,
        electors=electors,
        points=tuple(points),
        entry=last.index,
        ruling=ruling_of(last),
        sealed=entry_text(office, last.index),
        author=authors[-1],
        before=before,
        after=office.state,
    )


def join_caucus(office: Office, recalled: Recalled, people: Mapping[PersonId, WardDelegate]) -> None:
    """The successor joins the caucus of the own party, if it has one."""
    person = recalled.successor
    if person is None or CaucusId(people[person].party.id) not in office.state.caucuses.all:
        return
    office.clock.wait(DAY)
    with office.milestone("join"):
        office.submit(office.write([person], "caucus.join", caucus=people[person].party.id))


def overstep(office: Office, people: Mapping[PersonId, WardDelegate]) -> RefusedAct:
    """A delegate who is not in the bureau signs an agreement on behalf of the federation: refused, and kept."""
    office.clock.wait(DAY)
    posts = office.state.posts
    person = next(
        p for p in posts.holders(CONGRESS_BODY) if p in people and not posts.sits_in(p, BUREAU_BODY)
    )
    text = blob(b"Agreement on cooperation between the Federation of Scottish Wards and its neighbours.\n")
    with office.milestone("refused"):
        fields = {"power": "agreement.sign", "text": text.name}
        (receipt,) = office.offer(office.write([person], "power.exercise", [text], **fields))
    return RefusedAct(
        entry=receipt.index, person=person, ruling=ruling_of(receipt), text=entry_text(office, receipt.index)
    )
