"""Instant runoff: one seat, whole ballots; San Francisco Charter, section 13.102 (Oakland Charter, section
1105, alike).

- (d): a candidate with a majority of the votes of continuing candidates is elected; otherwise the candidate
  with fewest votes is eliminated and each ballot goes to its next choice among continuing candidates.
- (e): if the candidates with fewest votes together have less than the next candidate above them, they are
  eliminated at once.
- A ballot that marks two choices at one rank is exhausted when that rank is reached; a skipped rank and a
  candidate marked again are passed over.
- (g): ties are resolved by lot.

The count goes on to the last two candidates, so that the final round is on the record, as counties publish
it; with `stop_at_majority` it stops at the first majority. The result is the same.

>>> from mandat.counting import Ballots, count
>>> ballots = Ballots.from_rankings(["Ann", "Bob", "Cy"], [((1,), 4), ((2,), 3), ((3, 2), 2)])
>>> count("irv", ballots, 1).elected[0].name
'Bob'
"""

from __future__ import annotations

from mandat.counting.ballots import Ballots
from mandat.counting.errors import BadParameterError
from mandat.counting.reading import ReadingRule, read_papers
from mandat.counting.result import Count
from mandat.counting.rule import Rule
from mandat.counting.stv.gregory import first_preferences, sure_losers, transfer_excluded
from mandat.counting.stv.proceedings import Proceedings
from mandat.language import msg

_LAST_TWO = 2


def instant_runoff(
    ballots: Ballots,
    seats: int,
    *,
    lots: tuple[int, ...] = (),
    batch: bool = True,
    stop_at_majority: bool = False,
) -> Count:
    """Count one seat by elimination. `batch` is paragraph (e). Raises `BadParameterError` for more than one
    seat.
    """
    if seats != 1:
        raise BadParameterError(
            msg("irv fills one seat, not {seats}; use an STV rule such as stv-scottish")(seats=seats)
        )
    papers = read_papers(ballots, RULE.reading)
    count = Proceedings.open("irv", ballots, papers, seats, precision=0, lots=lots)
    count.note("batch", batch)
    count.note("stop_at_majority", stop_at_majority)
    return count.conclude(lambda: _procedure(count, batch=batch, stop_at_majority=stop_at_majority))


def _procedure(count: Proceedings, *, batch: bool, stop_at_majority: bool) -> None:
    table = first_preferences(count)
    while len(count.continuing) > _LAST_TWO and not (stop_at_majority and _majority(count)):
        losers = sure_losers(count, keep=_LAST_TWO) if batch else []
        losers = losers or [count.lowest(count.continuing, "exclude", "lot", "section 13.102(g)")]
        for loser in losers:
            count.exclude(loser)
        transfer_excluded(count, table, losers)
    if count.continuing:
        count.elect([count.highest(count.continuing, "elect", "lot", "section 13.102(g)")])


def _majority(count: Proceedings) -> bool:
    votes = [count.totals[c] for c in count.continuing]
    return 2 * max(votes) > sum(votes)


RULE = Rule(
    name="irv",
    title="Instant runoff",
    text="San Francisco Charter, section 13.102; Oakland Charter, section 1105",
    kind="stv",
    one_seat=True,
    function=instant_runoff,
    parameters=("batch", "stop_at_majority"),
    aliases=("instant-runoff", "alternative-vote", "rcv", "san-francisco"),
    reading=ReadingRule(gap="pass over", equal="stop", repeat="pass over"),
)
