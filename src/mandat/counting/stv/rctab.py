"""RCTab: the options of the tabulator that counts most ranked-choice elections in the United States, as one rule.

Text: RCTab (Bright Spots), "config_file_documentation" and the winner election modes it names. Where a law has a rule of its own
here (`maine`, `alaska`, `new-york-city`, `irv` for San Francisco, `minneapolis`), take that; this is for the others, and for
checking a count against RCTab's.

- `mode`: `majority` (singleWinnerMajority), `one per round` and `several per round` (multiWinnerAllowOnlyOneWinnerPerRound,
  …AllowMultipleWinnersPerRound), `bottoms up` (bottomsUp), `multi pass` (multiPassIrv). Without it: `majority` for one seat,
  `several per round` for more.
- `overvote`: `exhaust`, `skip`, `exhaust if multiple` (see `overvotes`). `skips`: how many skipped ranks in a row are passed
  over, "any" for any number (maxSkippedRanksAllowed). `repeat_ends` (exhaustOnDuplicateCandidate).
- Threshold (winningThreshold): floor(v / (s + 1)) + 1, or with `fractional` v / (s + 1) cut to `decimals` plus one unit;
  with `hare` v / s, rounded up to whole votes or to `decimals`. v are the votes of the first round for several seats, of the
  round for one seat, or of the first with `first_round_threshold`.
- `batch`: for one seat, all lowest candidates whose votes together are less than those of the next above fall together.
  `until_two`: a winner is named when two are left. `minimum`: who has fewer votes than this in the first round falls then.
- Undeclared write-ins that have votes fall first of all; nobody wins while they have votes.
- The last two of a count for one seat who both miss the threshold: the larger wins, of equals the one the tie rule names.
- A round either elects or eliminates. Surpluses of all elected in a round move together; each paper is worth
  value x (surplus / votes), both cut to `decimals`. What rounding takes is lost. The surpluses of those elected last leave
  the count.
- As many continuing candidates as seats left are all elected.
- Ties are settled by lot, or with `earlier_rounds` by the latest round in which the tied differed, then by lot.

`bottoms up` eliminates until as many are left as there are seats, whoever has how many votes. `multi pass` counts all papers
again for each seat, without those elected so far.

>>> from mandat.counting import Ballots, count
>>> papers = [((1, 2, 3), 3), ((2, 3, 1), 3), ((3, 1, 2), 3)]
>>> result = count("rctab", Ballots.from_rankings(["A", "B", "C", "D"], papers), 3, mode="one per round",
...                fractional=True)
>>> result.decimal(result.quota), [result.decimal(votes) for votes in result.stages[1].totals]
('2.2501', ['2.2501', '3.7497', '3.0000', '0.0000'])
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from mandat.counting.ballots import Ballots
from mandat.counting.errors import BadParameterError
from mandat.counting.reading import ReadingRule
from mandat.counting.result import Count
from mandat.counting.rule import Rule
from mandat.counting.stv.gregory import close_to_others
from mandat.counting.stv.overvotes import OVERVOTES, Marking, MarksTable, Overvote
from mandat.counting.stv.proceedings import Proceedings
from mandat.counting.stv.rounds import (
    LAST_TWO,
    Elimination,
    eliminate,
    first_round,
    losers,
    open_rounds,
    undeclared_write_ins,
)
from mandat.counting.stv.table import Formula, SortingTable, Units
from mandat.language import msg

Mode = Literal["majority", "one per round", "several per round", "bottoms up", "multi pass"]
MODES: tuple[Mode, ...] = ("majority", "one per round", "several per round", "bottoms up", "multi pass")
ONE_AT_A_TIME = ("majority", "multi pass")
"""Modes whose rounds fill one seat."""
_MOST_DECIMALS = 9


@dataclass(frozen=True, slots=True)
class Options:
    """What was chosen, named as the rule's parameters; `written` are the undeclared write-ins."""

    mode: Mode
    how: Elimination
    written: tuple[int, ...]
    fractional: bool
    hare: bool
    first_round_threshold: bool
    until_two: bool
    minimum: int


def rctab(
    ballots: Ballots,
    seats: int,
    *,
    lots: tuple[int, ...] = (),
    mode: Mode | None = None,
    overvote: Overvote = "exhaust",
    skips: int | str = 1,
    repeat_ends: bool = False,
    batch: bool = False,
    until_two: bool = False,
    fractional: bool = False,
    hare: bool = False,
    first_round_threshold: bool = False,
    decimals: int = 4,
    minimum: int = 0,
    undeclared: tuple[int, ...] | None = None,
    earlier_rounds: bool = False,
) -> Count:
    """Count as RCTab with these options. Totals have `decimals` decimals.

    Raises `BadParameterError` for a mode or reading of overvotes that there is not, and for `majority` with several seats.
    """
    chosen: Mode = mode or ("majority" if seats == 1 else "several per round")
    written = undeclared_write_ins(ballots, undeclared)
    allowed = _check(chosen, overvote, skips, seats, decimals)
    batches = batch and chosen in ONE_AT_A_TIME
    how = Elimination(
        "cannot equal" if batches else "none", "latest" if earlier_rounds else "lot", "tiebreak mode"
    )
    options = Options(chosen, how, written, fractional, hare, first_round_threshold, until_two, minimum)
    marking = Marking(overvote, allowed, repeat_ends)
    count, table = open_rounds("rctab", ballots, seats, marking, precision=decimals, lots=lots)
    told: dict[str, bool | int | str | tuple[int, ...]] = {
        "mode": chosen,
        "overvote": overvote,
        "skips": skips,
        "repeat_ends": repeat_ends,
        "batch": batch,
        "until_two": until_two,
        "fractional": fractional,
        "hare": hare,
        "first_round_threshold": first_round_threshold,
        "decimals": decimals,
        "minimum": minimum,
        "undeclared": written,
        "earlier_rounds": earlier_rounds,
    }
    for name, value in told.items():
        count.note(name, value)
    return count.conclude(lambda: _procedure(count, table, options))


def _check(mode: str, overvote: str, skips: int | str, seats: int, decimals: int) -> int | None:
    """How many skips in a row are allowed, None for any number."""
    if mode not in MODES:
        raise BadParameterError(
            msg("rctab has no mode {mode}; it is one of: {modes}")(mode=repr(mode), modes=", ".join(MODES))
        )
    if overvote not in OVERVOTES:
        raise BadParameterError(
            msg("overvotes cannot be read by {overvote}, only by: {overvotes}")(
                overvote=repr(overvote), overvotes=", ".join(OVERVOTES)
            )
        )
    if mode == "majority" and seats != 1:
        raise BadParameterError(
            msg("the mode 'majority' fills one seat, not {seats}; choose another mode")(seats=seats)
        )
    if not 0 <= decimals <= _MOST_DECIMALS:
        raise BadParameterError(
            msg("{decimals} decimals are not possible; give 0 to {most}")(
                decimals=decimals, most=_MOST_DECIMALS
            )
        )
    if isinstance(skips, str) and skips == "any":
        return None
    if isinstance(skips, str | bool) or skips < 0:
        raise BadParameterError(
            msg('{skips} skipped ranks cannot be passed over; give a number, or "any"')(skips=repr(skips))
        )
    return skips


def _procedure(count: Proceedings, table: MarksTable, options: Options) -> None:
    first_round(count, table)
    count.quota = _threshold(count, options)
    if options.minimum:
        _drop_below(count, table, options.minimum)
    match options.mode:
        case "majority":
            _one_winner(count, table, options)
        case "multi pass":
            _passes(count, table, options)
        case "bottoms up":
            while len(count.continuing) > count.seats or _undeclared(count, options):
                eliminate(count, table, _next_losers(count, options, keep=count.seats))
            count.elect(list(count.continuing))
        case _:
            _several(count, table, options)


def _threshold(count: Proceedings, options: Options) -> int:
    """In units: from the votes that lie with continuing candidates now."""
    seats = 1 if options.mode in ONE_AT_A_TIME else count.seats
    votes = sum(count.totals[c] for c in count.continuing)
    step = 1 if options.fractional else count.unit
    if options.hare:
        return -(-votes // (seats * step)) * step
    return (votes // ((seats + 1) * step) + 1) * step


def _drop_below(count: Proceedings, table: SortingTable, minimum: int) -> None:
    below = [c for c in count.continuing if count.totals[c] < minimum * count.unit]
    if below:
        eliminate(count, table, below)


def _next_losers(count: Proceedings, options: Options, *, keep: int) -> list[int]:
    """Undeclared write-ins with votes, else who falls by the options."""
    return _undeclared(count, options) or losers(count, options.how, keep=keep)


def _one_winner(count: Proceedings, table: SortingTable, options: Options) -> None:
    while count.continuing:
        if not options.first_round_threshold:
            count.quota = _threshold(count, options)
        found = _winner(count, options)
        if found is not None:
            count.elect([found])
            return
        eliminate(count, table, _next_losers(count, options, keep=LAST_TWO if options.until_two else 1))


def _winner(count: Proceedings, options: Options) -> int | None:
    """The winner of a round for one seat."""
    if _undeclared(count, options):
        return None
    left = len(count.continuing)
    if left == 1:
        return count.continuing[0]
    reached = [c for c in count.continuing if count.totals[c] >= count.quota]
    if left == LAST_TWO:
        pool = reached or count.continuing
        return count.highest(pool, "elect", options.how.ties, options.how.paragraph)
    return next(iter(reached), None) if not options.until_two else None


def _undeclared(count: Proceedings, options: Options) -> list[int]:
    """Undeclared write-ins that have votes."""
    return [c for c in options.written if c in count.continuing and count.totals[c]]


def _passes(count: Proceedings, table: MarksTable, options: Options) -> None:
    """Each pass elects one by all papers; who fell in it may be elected in the next."""
    while True:
        _one_winner(count, table, options)
        if count.vacancies == 0 or len(count.elected) == len(count.ballots.standing):
            return
        winners = {e.candidate for e in count.elected}
        count.continuing = [c for c in count.ballots.standing if c not in winners]
        count.excluded.clear()
        rows = table.start_again()
        close_to_others(count, table)
        count.totals = [0] * len(count.totals)
        count.close_stage("first preferences", transfers=count.credit(table, 0, table.sort(rows)))
        count.quota = _threshold(count, options)


def _several(count: Proceedings, table: SortingTable, options: Options) -> None:
    while not count.is_over:
        reached = _reached(count, options)
        if reached:
            count.elect(reached)
            close_to_others(count, table)
            if count.vacancies == 0:
                table.open[1:] = False
            _transfer_surpluses(count, table, reached)
        else:
            eliminate(count, table, _next_losers(count, options, keep=count.vacancies))


def _reached(count: Proceedings, options: Options) -> list[int]:
    """Who is elected in this round."""
    if _undeclared(count, options):
        return []
    if len(count.continuing) <= count.vacancies:
        return list(count.continuing)
    able = [c for c in count.continuing if count.totals[c] >= count.quota]
    if options.mode == "one per round" and able:
        return [count.highest(able, "elect", options.how.ties, options.how.paragraph)]
    return able


def _transfer_surpluses(count: Proceedings, table: SortingTable, elected: Sequence[int]) -> None:
    """All surpluses of a round together, as a stage; none is written where nobody has one."""
    above = [c for c in elected if count.totals[c] > count.quota]
    moved = []
    for candidate in above:
        total = count.totals[candidate]
        surplus = total - count.quota
        rows = table.take(candidate)
        table.revalue(rows, surplus, total, transfer_value(count.unit))
        parcels = count.credit(table, candidate, table.sort(rows))
        count.totals[candidate] = count.quota
        count.lost += surplus - sum(transfer.votes for transfer in parcels)
        moved += parcels
    if above:
        count.close_stage("surplus", tuple(above), moved)


def transfer_value(unit: int) -> Formula:
    """The value of a paper in a surplus: surplus / votes cut to a unit, times the value, cut again."""

    def value_after(value: Units, surplus: int, total: int, /) -> Units:
        return surplus * unit // total * value // unit

    return value_after


RULE = Rule(
    name="rctab",
    title="Ranked choice with RCTab's options",
    text="RCTab (Bright Spots), configuration file documentation: winner election modes and rules",
    kind="stv",
    function=rctab,
    parameters=(
        "mode",
        "overvote",
        "skips",
        "repeat_ends",
        "batch",
        "until_two",
        "fractional",
        "hare",
        "first_round_threshold",
        "decimals",
        "minimum",
        "undeclared",
        "earlier_rounds",
    ),
    reading=ReadingRule(gap="stop at two", equal="stop", repeat="pass over"),
)
