"""New Zealand: party votes, electorates, and overhang seats that nobody levels.

Text: Electoral Act 1993, sections 191 and 192. Parties take part with 5 % of the party votes or one electorate (section 191 (4));
120 seats, less those of electorates won by independents and by parties without a list, are shared out by Sainte-Laguë
(section 192 (2) to (5)); a party that won more electorates than its share keeps them, and nobody else loses a seat, so that the
house grows. Equal quotients are settled by lot.

>>> new_zealand({"Red": 60, "Blue": 38, "Green": 2}, {"Red": 5, "Green": 1}, seats=10).totals
{'Red': 6, 'Blue': 4, 'Green': 1}
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mandat.counting.apportionment.claims import Threshold
from mandat.counting.apportionment.national.result import NationalSeats, step
from mandat.counting.apportionment.national.sharing import StepLotNeededError, StepShares, reaches

NAME = "new-zealand"
TITLE = "New Zealand, overhang seats"
TEXT = "Electoral Act 1993 (New Zealand), sections 191 and 192"


def new_zealand(
    votes: Mapping[str, int],
    won: Mapping[str, int],
    *,
    seats: int = 120,
    threshold: Threshold = "5%",
    lots: Sequence[str] = (),
) -> NationalSeats:
    """Seats by party from the party `votes` and the electorates `won`; independents and parties without a list stand only
    in `won`.
    """
    valid = sum(votes.values())
    taking = {
        party: count
        for party, count in votes.items()
        if won.get(party, 0) or reaches(count, threshold, valid)
    }
    apart = {name: many for name, many in won.items() if name not in votes}
    below = tuple(party for party in votes if party not in taking)
    sharing = StepShares(lots)
    try:
        shares = sharing.share("sainte-lague", taking, seats - sum(apart.values()))
        sharing.done()
    except StepLotNeededError as needed:
        return NationalSeats(
            NAME, seats, {}, won=dict(won), below=below, question=needed.question, lots=tuple(lots)
        )
    totals = {party: max(shares.get(party, 0), won.get(party, 0)) for party in taking} | apart
    table = {
        party: {
            "votes": taking[party],
            "share": shares[party],
            "electorates": won.get(party, 0),
            "seats": totals[party],
        }
        for party in taking
    }
    return NationalSeats(
        NAME,
        seats,
        totals,
        won=dict(won),
        below=below,
        steps=(step("sections 191 and 192", ("votes", "share", "electorates", "seats"), table),),
        lots=tuple(lots),
    )
