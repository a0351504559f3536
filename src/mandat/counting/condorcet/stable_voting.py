"""Stable Voting: who wins without the candidate they beat most clearly wins, among those whom Split Cycle leaves undefeated.

Text: W. H. Holliday and E. Pacuit, "Stable Voting", Constitutional Political Economy 34 (2023), 421-433, section 2: with one
candidate that one wins; otherwise the pairs (A, B) in which A is undefeated by Split Cycle are gone through by the falling
margin of A over B, and the first A who wins when B is removed wins. Where several pairs have the same margin, each such A
wins, and a lot chooses. A candidate who beats all others wins (proposition 1), which ends most searches at once; the
search over sets of candidates is the rule's own, and beyond `LIMIT` sets the count is refused. Further seats are filled by
the same rule without those elected.

>>> from mandat.counting import Ballots, count
>>> papers = [((1, 2, 3), 4), ((2, 3, 1), 3), ((3, 1, 2), 2)]
>>> [e.name for e in count("stable-voting", Ballots.from_rankings(["Ann", "Bob", "Cy"], papers), 1).elected]
['Ann']
"""

from __future__ import annotations

from itertools import groupby

from mandat.counting.ballots import Ballots
from mandat.counting.condorcet.pairwise import Pairwise, pairwise
from mandat.counting.condorcet.screening import PARAMETERS, Ratios, screening
from mandat.counting.condorcet.split_cycle import defeats_of
from mandat.counting.condorcet.tiers import elect
from mandat.counting.errors import BadParameterError
from mandat.counting.lots import Lots
from mandat.counting.result import Count
from mandat.counting.rule import Rule
from mandat.language import msg

PARAGRAPH = "section 2"
LIMIT = 20_000
OptionSet = frozenset[int]


def stable_voting(
    ballots: Ballots,
    seats: int,
    *,
    lots: tuple[int, ...] = (),
    default: int | None = None,
    quorum: int | str | None = None,
    ratios: Ratios | None = None,
) -> Count:
    """Elect the stable winner, then the stable winner of those who are left."""
    screened = screening(ballots, default, quorum, ratios)
    compared = pairwise(ballots)
    search = StableWinners(compared)
    left, tiers = frozenset(screened.undropped(compared)), list[list[int]]()
    while left:
        winners = search.winners(left)
        tiers.append(sorted(winners))
        left -= winners
    return elect(
        "stable-voting",
        ballots,
        seats,
        tiers,
        compared,
        screened,
        lots=Lots(lots),
        given=lots,
        paragraph=PARAGRAPH,
    )


class StableWinners:
    """The winners of every set of candidates that was asked for."""

    def __init__(self, compared: Pairwise) -> None:
        self._compared = compared
        self._found: dict[OptionSet, OptionSet] = {}

    def winners(self, options: OptionSet) -> OptionSet:
        """Who wins among `options`; more than one only where margins are equal."""
        if options not in self._found:
            if len(self._found) >= LIMIT:
                raise BadParameterError(
                    msg(
                        "stable-voting would have to look at more than {limit} sets of candidates; count by split-cycle instead"
                    )(limit=LIMIT)
                )
            self._found[options] = self._search(options)
        return self._found[options]

    def _search(self, options: OptionSet) -> OptionSet:
        among = self._compared.among(tuple(sorted(options)))
        if len(options) == 1:
            return options
        if among.condorcet_winner is not None:
            return frozenset({among.condorcet_winner})
        beaten = {b for _, b in defeats_of(among, among.options, "margins")}
        pairs = [(a, b) for a in among.options if a not in beaten for b in among.options if b != a]
        pairs.sort(key=lambda pair: (-among.margin(*pair), pair))
        for _, level in groupby(pairs, key=lambda pair: among.margin(*pair)):
            stable = frozenset(a for a, b in level if a in self.winners(options - {b}))
            if stable:
                return stable
        return frozenset(among.options)


RULE = Rule(
    name="stable-voting",
    title="Stable Voting",
    text="Holliday and Pacuit, Constitutional Political Economy 34 (2023) 421-433",
    kind="condorcet",
    function=stable_voting,
    parameters=PARAMETERS,
)
