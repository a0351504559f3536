"""The congress, the bureau under both methods, and the audit committee."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from markupsafe import Markup

from mandat.counting import count
from mandat.demo.congress import BUREAU, COMMITTEE, METHOD, OTHER_METHOD
from mandat.demo.parties import BY_ID, NONE, DemoParty
from mandat.demo.sections.bodies import name_of
from mandat.demo.story import Story
from mandat.demo.wards import BUREAU_BODY, CONGRESS_BODY, bylaws_text
from mandat.demo.words import number
from mandat.federation.base.types import BodyId, PersonId
from mandat.federation.state import State
from mandat.language import Language, Phrases
from mandat.pictures.hemicycle import CaucusSeats, DrawnSeat, draw_hemicycle

MOST_DIVISORS = 5


def section(story: Story, say: Phrases, language: Language) -> Mapping[str, Any]:
    """Return the hemicycles, the table of quotients, the bureau before and after, and the committee."""
    before, after = story.recalled.before, story.state
    return {
        "hero": _body(
            story, after, CONGRESS_BODY, number(story.delegates, language), _named(say, "congress", "after")
        ),
        "congress_before": _body(
            story, before, BodyId("congress"), say("cap_before"), _named(say, "congress", "before")
        ),
        "congress_after": _body(
            story, after, BodyId("congress"), say("cap_after"), _named(say, "congress", "after")
        ),
        "bureau_proportional": _body(
            story,
            before,
            BodyId("bureau"),
            say("bureau_proportional"),
            say("bureau_picture", when=say("bureau_proportional")),
        ),
        "bureau_majority": _majority(story, say, language),
        "bureau_before": _body(
            story, before, BodyId("bureau"), say("cap_before"), _named(say, "bureau", "before")
        ),
        "bureau_after": _body(
            story, after, BodyId("bureau"), say("cap_after"), _named(say, "bureau", "after")
        ),
        "bureau_seats": len(before.posts.of_body(BodyId("bureau"))),
        "method_line": _method_line(),
        "quotients": _quotients(story, language),
        "divisors": range(1, _divisors(story) + 1),
        "bureau": _bureau(story),
        "committee": _committee(story, language),
        "caucuses": _caucuses(story, language),
    }


def _method_line() -> tuple[str, str, str, str]:
    """Return the line of the bylaws that sets the method, cut around the word, and the word that would replace it."""
    line = next(line for line in bylaws_text().splitlines() if f'method = "{METHOD}"' in line)
    before, word, after = line.partition(METHOD)
    return before, word, OTHER_METHOD, after


def party_order(story: Story) -> tuple[DemoParty, ...]:
    """Return the parties with seats before or after the recall, largest before it first."""
    sizes: dict[DemoParty, int] = {}
    for person in story.recalled.before.posts.holders(CONGRESS_BODY):
        sizes[story.people[person].party] = sizes.get(story.people[person].party, 0) + 1
    for person in story.state.posts.holders(CONGRESS_BODY):
        sizes.setdefault(story.people[person].party, 0)
    return tuple(sorted(sizes, key=lambda party: (-sizes[party], party.id)))


def _named(say: Phrases, body: str, when: str) -> str:
    return say(f"{body}_picture", when=say(f"caption_{when}"))


def _body(story: Story, state: State, body: BodyId, caption: str, title: str) -> Markup:
    """Draw a body by party; the seats whose holder the recall changed are marked."""
    other = story.state if state is story.recalled.before else story.recalled.before
    now = set(state.posts.holders(body))
    changed = now - set(other.posts.holders(body))
    return draw_hemicycle(
        [
            CaucusSeats(party.letters, party.colour, party.ink, tuple(_seats(story, party, now, changed)))
            for party in party_order(story)
        ],
        title,
        caption,
    )


def _seats(story: Story, party: DemoParty, now: set[PersonId], changed: set[PersonId]) -> Iterable[DrawnSeat]:
    own = sorted(person for person in now if story.people[person].party == party)
    for person in own:
        found = story.people[person]
        yield DrawnSeat(f"{found.name} ({party.letters}), {found.ward.title}", person in changed)


def _majority(story: Story, say: Phrases, language: Language) -> Markup:
    when = say("bureau_majority")
    groups = [
        CaucusSeats(party.letters, party.colour, party.ink, (DrawnSeat(party.title(language)),) * seats)
        for party, seats in ((_party(caucus), seats) for caucus, seats in story.winner_takes_all.items())
    ]
    return draw_hemicycle(groups, say("bureau_picture", when=when), when)


def _party(caucus: str) -> DemoParty:
    return BY_ID.get(caucus, NONE)


def _votes(story: Story) -> Mapping[str, int]:
    """Return the votes of each list of the bureau, as counted."""
    election = story.state.elections.all[BUREAU]
    assert election.ballots is not None
    rows = zip(election.ballots.rankings[:, 0].tolist(), election.ballots.weights.tolist(), strict=True)
    votes = dict.fromkeys(election.lists, 0)
    for first, weight in rows:
        votes[election.lists[first - 1]] += weight
    return votes


def _won(story: Story) -> Mapping[str, int]:
    election = story.state.elections.all[BUREAU]
    assert election.outcome is not None
    lists = {c.person: c.list or "" for c in election.candidates}
    won = dict.fromkeys(election.lists, 0)
    for person in election.outcome.elected:
        won[lists[person]] += 1
    return won


def _divisors(story: Story) -> int:
    return min(MOST_DIVISORS, max(_won(story).values()) + 1)


def _quotients(story: Story, language: Language) -> list[Mapping[str, Any]]:
    won = _won(story)
    return [
        {
            "party": _party(name),
            "votes": number(votes, language),
            "cells": [
                (number(Fraction(votes, divisor), language, 1), divisor <= won[name])
                for divisor in range(1, _divisors(story) + 1)
            ],
            "seats": won[name],
        }
        for name, votes in _votes(story).items()
    ]


def _bureau(story: Story) -> list[Mapping[str, Any]]:
    rows: list[Mapping[str, Any]] = []
    after = {post.id: post.holder for post in story.state.posts.of_body(BUREAU_BODY)}
    for place, post in enumerate(story.recalled.before.posts.of_body(BUREAU_BODY), 1):
        left, right = post.holder, after[post.id]
        rows.append(
            {
                "place": place,
                "before": name_of(story.people, left),
                "after": name_of(story.people, right),
                "party": story.people[left].party if left else NONE,
                "to": story.people[right].party if right else NONE,
                "ward": story.people[right].ward.title if right else "",
                "changed": left != right,
            }
        )
    return rows


def _committee(story: Story, language: Language) -> list[Mapping[str, Any]]:
    election = story.state.elections.all[COMMITTEE]
    assert election.ballots is not None
    assert election.outcome is not None
    totals = count("approval", election.ballots, election.places, lots=election.outcome.lots).stages[0].totals
    rows: list[Mapping[str, Any]] = [
        {
            "person": story.people[candidate.person],
            "votes": number(votes, language),
            "order": -votes,
            "elected": candidate.person in election.outcome.elected,
        }
        for candidate, votes in zip(election.candidates, totals, strict=True)
    ]
    return sorted(rows, key=lambda row: (not row["elected"], row["order"]))


def _caucuses(story: Story, language: Language) -> list[Mapping[str, Any]]:
    def sizes(state: State) -> Mapping[str, int]:
        found: dict[str, int] = {}
        for person in state.posts.holders(CONGRESS_BODY):
            party = story.people[person].party
            found[party.id] = found.get(party.id, 0) + 1
        return found

    before, after = sizes(story.recalled.before), sizes(story.state)
    return [
        {
            "party": party,
            "title": party.title(language),
            "before": before.get(party.id, 0),
            "after": after.get(party.id, 0),
        }
        for party in party_order(story)
    ]
