"""ERS97: R. A. Newland and F. S. Britton, "How to conduct an election by the single transferable vote", 3rd
edition, Electoral Reform Society 1997, section 5.

- 5.1.6: quota = valid votes / (places + 1), to two decimals, plus 0.01 unless exact. 5.4.8: while nobody is
  elected it is computed again, without the non-transferable vote, whenever papers of an excluded candidate
  moved.
- 5.1.7, 5.3.13, 5.4.9: in falling order of votes, deemed elected is who has the quota, or the total active
  vote (continuing candidates and votes awaiting transfer) / (places unfilled + 1).
- 5.2.2: surpluses wait while together they do not exceed the difference between the two lowest candidates, or
  between all who could be excluded under 5.2.5 and the candidate next above them.
- 5.2.3: the largest surplus moves; equal ones by the first stage or batch at which the votes differed, then
  by lot.
- 5.2.5: as many of the lowest are excluded together as possible: enough must remain for the places, and their
  votes with all deferred surpluses must not exceed the vote of the candidate next above. Equal lowest as in
  5.2.3.
- 5.3: a surplus moves out of the last batch received; the value of a paper is the surplus / the transferable
  papers, to two decimals, or its present value if they are not worth more than the surplus together.
- 5.4: excluded candidates' papers move in batches of falling value; after each batch candidates are deemed
  elected, and those elected receive no more.
- 5.5.1: if an exclusion would leave only as many as there are places, all of them are elected; 5.5.2: when
  all places are filled nothing more moves.
- 5.6.2: equal votes when places are too few for all who should be elected: as in 5.2.3, but never by lot: "If, however,
  their votes have been equal at all such points, then none of them shall be deemed elected at that stage".

Several at one stage: candidates are considered "in turn in descending order of their votes" (5.1.7), and each election changes
the active vote and the places by which the next is measured. 5.2.5: "Exclude as many candidates together as possible,
provided that […] (b) The total votes of these candidates, together with the total of any deferred surpluses, does not exceed
the vote of the candidate next above." Of two who are level next above each other neither falls with those below them: which of
them would be lowest has to be settled first. 5.4.1 takes the papers of all who fall together, in batches of one value.

>>> from mandat.counting import Ballots, count
>>> ballots = Ballots.from_rankings(["Ann", "Bob", "Cy"], [((1, 2), 6), ((3,), 3), ((2,), 1)])
>>> result = count("ers97", ballots, 2)
>>> result.decimal(result.quota), result.winners
('3.34', (1, 2))
"""

from __future__ import annotations

from mandat.counting.ballots import Ballots
from mandat.counting.reading import ReadingRule, read_papers
from mandat.counting.result import NONE, Count, Transfer
from mandat.counting.rule import Rule
from mandat.counting.stv.gregory import close_to_others, excludable, first_preferences, with_surplus
from mandat.counting.stv.parcels import merged, move_parcel, parcels_by_value, transfer_last_parcel
from mandat.counting.stv.proceedings import Observer, Proceedings
from mandat.counting.stv.table import SortingTable


def ers97(
    ballots: Ballots,
    seats: int,
    *,
    lots: tuple[int, ...] = (),
    protected: tuple[int, ...] = (),
    observer: Observer | None = None,
) -> Count:
    """Count under section 5; totals have two decimals."""
    papers = read_papers(ballots, RULE.reading)
    count = Proceedings.open("ers97", ballots, papers, seats, precision=2, lots=lots, protected=protected)
    count.observer = observer
    return count.conclude(lambda: _procedure(count))


def _procedure(count: Proceedings) -> None:
    table = first_preferences(count)
    _set_quota(count)
    _deem_elected(count, table, awaiting=0)
    while not _complete(count):
        group = _exclusion_group(count)
        above = with_surplus(count)
        if above and not group:
            transfer_last_parcel(count, table, count.highest(above, "transfer", "earliest", "5.2.3"))
            _deem_elected(count, table, awaiting=0)
            continue
        losers = group or [count.lowest(excludable(count), "exclude", "earliest", "5.2.5")]
        if len(count.continuing) - len(losers) <= count.vacancies:
            _elect_the_rest(count, losers)  # 5.5.1
            return
        _exclude(count, table, losers)


def _set_quota(count: Proceedings) -> None:
    """5.1.6 and 5.4.8."""
    votes = count.papers.valid * count.unit - count.totals[NONE]
    count.quota = -(-votes // (count.seats + 1))


def _deem_elected(count: Proceedings, table: SortingTable, *, awaiting: int) -> None:
    """5.1.7, 5.3.13, 5.4.9; `awaiting` are the votes of batches that still have to move."""
    while count.vacancies and (reached := _next_reached(count, awaiting)):
        level = [c for c in reached if count.totals[c] == count.totals[reached[0]]]
        if len(level) > count.vacancies:
            level = _first_of(count, level)  # 5.6.2
        if not level:
            break
        count.elect(level[:1] if len(level) <= count.vacancies else level[: count.vacancies])
    close_to_others(count, table)


def _next_reached(count: Proceedings, awaiting: int) -> list[int]:
    """Continuing candidates who should be deemed elected now, most votes first."""
    surplus = sum(count.totals[c] - count.quota for c in with_surplus(count))
    active = sum(count.totals[c] for c in count.continuing) + surplus + awaiting
    electable = [c for c in count.continuing if c in count.protected or count.room_for_newcomers]
    reached = [
        c
        for c in electable
        if count.totals[c] > 0
        and (count.totals[c] >= count.quota or count.totals[c] * (count.vacancies + 1) >= active)
    ]
    return sorted(reached, key=lambda c: (-count.totals[c], c))


def _first_of(count: Proceedings, level: list[int]) -> list[int]:
    """5.6.2: the first of candidates with equal votes by the earliest point at which they differed; else
    nobody.
    """
    for stage, votes in count.points:
        best = max(votes[c] for c in level)
        ahead = [c for c in level if votes[c] == best]
        if len(ahead) <= count.vacancies:
            count.tie_settled("5.6.2", "elect", level, ahead[0], f"stage {stage}")
            return ahead
    return []


def _complete(count: Proceedings) -> bool:
    """5.5."""
    count.fill_last_vacancies()
    return count.is_over


def _elect_the_rest(count: Proceedings, losers: list[int]) -> None:
    for loser in losers:
        count.exclude(loser)
    count.elect(list(count.continuing))


def _exclusion_group(count: Proceedings) -> list[int]:
    """5.2.5: the largest group of lowest candidates who can be excluded together with all surpluses deferred.

    Empty if not even the lowest can: then surpluses move, or a tie has to be settled.
    """
    surplus = sum(count.totals[c] - count.quota for c in with_surplus(count))
    ranked = sorted(count.continuing, key=lambda c: count.totals[c])
    group: list[int] = []
    total = surplus
    for place, candidate in enumerate(ranked[: len(ranked) - count.vacancies]):
        if candidate in count.protected:
            break
        total += count.totals[candidate]
        above = count.totals[ranked[place + 1]]
        if total <= above and count.totals[candidate] < above:
            group = ranked[: place + 1]
    return group


def _exclude(count: Proceedings, table: SortingTable, losers: list[int]) -> None:
    """5.4."""
    for loser in losers:
        count.exclude(loser)
        table.open[loser] = False
    count.under_way = True
    nobody_elected = not count.elected
    moved: list[Transfer] = []
    for batch in parcels_by_value(table, losers, first_preferences_apart=False):
        moved += move_parcel(count, table, batch)
        count.mark_point()
        if nobody_elected:
            _set_quota(count)
        _deem_elected(count, table, awaiting=sum(count.totals[c] for c in losers))
        nobody_elected = nobody_elected and not count.elected
        if count.vacancies == 0:
            break
    count.close_stage("exclusion", tuple(losers), merged(moved), stage_quota=count.quota)
    _deem_elected(count, table, awaiting=0)


RULE = Rule(
    name="ers97",
    title="ERS97 STV",
    text="Newland and Britton, How to conduct an election by the single transferable vote, 3rd ed. 1997, section 5",
    kind="stv",
    function=ers97,
    can_observe=True,
    parameters=("protected",),
    aliases=("stv-ers97",),
    reading=ReadingRule(gap="stop", equal="stop", repeat="stop"),
)
