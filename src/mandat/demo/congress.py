"""Step two: the delegates form caucuses, meet, and elect a bureau and an audit committee."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

import msgspec

from mandat.bylaws.reading.loader import load
from mandat.demo.lots import draw_lots
from mandat.demo.office import DAY, REGISTRAR, Office, blob
from mandat.demo.parties import OFFICIAL, DemoParty, party_of
from mandat.demo.wards import BUREAU_BODY, CONGRESS_BODY, Ward, bylaws_text
from mandat.federation.base.types import ElectionId, PersonId
from mandat.federation.seats.elections.counting import count
from mandat.service.box import publish

BUREAU = ElectionId("election-bureau")
COMMITTEE = ElectionId("election-committee")
METHOD, OTHER_METHOD = "d-hondt", "list-majority"
"""The word of the bylaws that makes the bureau proportional, and the one that gives it to the winner."""
HOUR = 3_600
NOTICE = 16
"""Days before the congress at which it is called: fourteen clear days lie between (article 2.5)."""
_ORDER = {party.id: place for place, party in enumerate(OFFICIAL.values())}


class WardDelegate(msgspec.Struct, frozen=True):
    """A candidate of a ward, elected or not, as shown to people: public by standing for election."""

    person: str
    name: str
    party: DemoParty
    ward: Ward


def register_of(wards: Sequence[Ward]) -> Mapping[PersonId, WardDelegate]:
    """Return all candidates of all wards by their id."""
    return {
        person: WardDelegate(person, standing.name, party_of(standing.party), ward)
        for ward in wards
        for person, standing in ward.standing.items()
    }


def form_caucuses(office: Office, people: Mapping[PersonId, WardDelegate]) -> None:
    """Delegates of one party sign together that they form a caucus."""
    office.clock.wait(2 * DAY)
    with office.milestone("caucuses"):
        for party, members in by_party(office, people).items():
            fields = {"caucus": party.id, "body": "congress", "title": party.name.english, "members": members}
            office.submit(office.write(members, "caucus.form", **fields))


def by_party(office: Office, people: Mapping[PersonId, WardDelegate]) -> dict[DemoParty, list[PersonId]]:
    """Return the sitting delegates by party, largest party first; small wards first inside each."""
    holders = office.state.posts.holders(CONGRESS_BODY)
    sizes = Counter(people[person].party for person in holders)
    found: dict[DemoParty, list[PersonId]] = {
        party: [] for party, _ in sorted(sizes.items(), key=_largest_first)
    }
    for person in sorted(holders, key=lambda p: (len(people[p].ward.members), p)):
        found[people[person].party].append(person)
    return found


def _largest_first(size: tuple[DemoParty, int]) -> tuple[int, int, str]:
    party, members = size
    return -members, _ORDER.get(party.id, len(_ORDER)), party.id


def meet(office: Office, items: Sequence[str] = ()) -> None:
    """Call the congress to decide on ``items``, open it when its notice is over, and register everybody as present."""
    holders = office.state.posts.holders(CONGRESS_BODY)
    called = {"meeting": "congress-1", "body": "congress"}
    opens = datetime.fromtimestamp(office.clock.now + NOTICE * DAY, UTC).isoformat()
    office.submit(office.write([holders[0]], "meeting.call", **called, opens=opens, items=list(items)))
    office.clock.wait(NOTICE * DAY)
    with office.milestone("meet"):
        office.submit(
            office.write([holders[0]], "meeting.open", **called),
            office.write([holders[0]], "meeting.attend", meeting="congress-1", people=holders),
        )


def elect_bureau(office: Office, people: Mapping[PersonId, WardDelegate]) -> None:
    """Each caucus puts up a list, in the order of by_party; every delegate votes openly for the list of the own caucus."""
    office.clock.wait(HOUR)
    lists = by_party(office, people)
    candidates = [(person, party.id) for party, members in lists.items() for person in members]
    number = {party.id: place for place, party in enumerate(lists, 1)}
    with office.milestone("bureau"):
        tellers = _open(office, BUREAU, "bureau", candidates)
        votes = [
            office.write([person], "ballot.cast", election=BUREAU, ranking=[number[party]])
            for person, party in candidates
        ]
        office.submit(*votes)
        office.clock.wait(HOUR)
        _enter(office, BUREAU, tellers, _open_ballots(office, [party.id for party in lists]))
    office.clock.wait(HOUR)


def _open(office: Office, election: str, body: str, candidates: Sequence[tuple[str, str]]) -> tuple[str, str]:
    """Call an election in the congress with two delegates as tellers, nominate, and open it; return the tellers."""
    first, second = office.state.posts.holders(CONGRESS_BODY)[:2]
    called = {"line": f"{body}.members", "sender": "congress", "tellers": [first, second]}
    names, lists = [person for person, _ in candidates], [name for _, name in candidates]
    office.submit(
        office.write([REGISTRAR], "election.call", election=election, **called),
        office.write([first], "candidate.nominate", election=election, candidates=names, lists=lists),
        office.write([first], "election.open", election=election),
    )
    return first, second


def _enter(office: Office, election: str, tellers: Sequence[str], papers: bytes) -> None:
    ballots = blob(papers)
    office.submit(
        office.write([tellers[0]], "election.close", election=election),
        office.write(tellers, "count.enter", [ballots], election=election, ballots=ballots.name),
    )
    draw_lots(office, REGISTRAR)


def _open_ballots(office: Office, lists: Sequence[str]) -> bytes:
    """Write the open votes as the record holds them as a BLT file."""
    election = office.state.elections.all[BUREAU]
    papers = sorted(Counter(election.open_ballots).items())
    lines = [f"{len(lists)} {election.places}"]
    lines += [f"{weight} {' '.join(map(str, ranking))} 0" for ranking, weight in papers]
    return "\n".join([*lines, "0", *(f'"{name}"' for name in lists), ""]).encode()


def elect_committee(office: Office, people: Mapping[PersonId, WardDelegate]) -> None:
    """Secret votes by approval: the last of each list stand, and each delegate approves the own and a neighbour's."""
    standing = [
        (person, party.id)
        for party, members in by_party(office, people).items()
        for person in members[-3:]
        if not office.state.posts.sits_in(person, BUREAU_BODY)
    ]
    with office.milestone("committee"):
        tellers = _open(office, COMMITTEE, "committee", standing)
        holders = office.state.posts.holders(CONGRESS_BODY)
        votes = [
            office.vote(person, COMMITTEE, _approved(place, people[person].party.id, standing))
            for place, person in enumerate(holders)
        ]
        office.submit(*votes)
        office.clock.wait(HOUR)
        papers = publish(office.writer.store, office.state, COMMITTEE, blob(b"").salt)
        _enter(office, COMMITTEE, tellers, papers.content)


def _approved(place: int, caucus: str, standing: Sequence[tuple[str, str]]) -> list[int]:
    """Return the numbers that a delegate approves: all of the own caucus, and one more that goes round with ``place``."""
    own = [number for number, (_, name) in enumerate(standing, 1) if name == caucus]
    other = place * place % len(standing) + 1
    return sorted({*own, other})


def winner_takes_all(office: Office) -> Mapping[str, int]:
    """Count the very ballots of the bureau under bylaws in which one word differs; return the seats of each caucus."""
    changed = load(bylaws_text().replace(f'method = "{METHOD}"', f'method = "{OTHER_METHOD}"'))
    election = office.state.elections.all[BUREAU]
    assert election.ballots is not None
    result = count(election, changed.lines["bureau.members"].filling.elect, election.ballots, ())
    lists = {c.person: c.list or "" for c in election.candidates}
    return Counter(lists[person] for person in result.elected)
