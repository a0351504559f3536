"""Lists: how many votes were missing for one more seat."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

from mandat.counting.apportionment.claims import needed_votes
from mandat.counting.apportionment.methods import method
from mandat.counting.ballots import Ballots
from mandat.counting.lists.award import limits, list_votes, share
from mandat.counting.lists.open_list import lists_of
from mandat.counting.rendering.why.last import ties_lost
from mandat.counting.result import Count, Parameter
from mandat.language import Sentence, msg, plural

_SEATS = msg("Seats of {name}: {seats} of {all_}; votes: {votes} of {valid}.")
_BELOW = msg("That is below the threshold of {needed} votes.")
_FULL = msg("The list can take no more seats.")
_MISSING = plural(
    "With {missing} vote more, the others unchanged, {name} would have been sure of one seat more.",
    "With {missing} votes more, the others unchanged, {name} would have been sure of one seat more.",
    "missing",
)
_NEVER = msg("No number of votes more, the others unchanged, would have made {name} sure of one seat more.")
_STANDS_AGAIN = msg("{name} may stand again in the second round.")
_NO_MAJORITY = msg(
    "No list has more than half of the valid votes, more than {half}, so nobody is elected in this round."
)
_BONUS = msg("The bonus goes to {first}, which had {more}.")
_WHOLE = msg("All seats go to the list with the most votes: {first}, {more}.")
_WITHIN = msg("Votes for {name}: {votes}; for {last}, the last of the list to get a seat: {more}.")
_LIST = msg("The list of {name} got no seat.")
_OWN = msg("Votes for {name}: {votes}.")

_FAR = 10**6
"""Times the votes that there are: whoever has no seat then never gets one."""


def told(count: Count, ballots: Ballots, candidate: int) -> Iterator[Sentence]:
    """Seats and votes of a list, and what one more seat would have taken; of an open list also who came before."""
    if count.rule == "open-list":
        yield from _person(count, ballots, candidate)
        return
    votes, valid = list_votes(ballots)
    name, own = count.names[candidate - 1], count.winners.count(candidate)
    yield _SEATS(
        name=name, seats=str(own), all_=str(count.seats), votes=str(votes[candidate]), valid=str(valid)
    )
    if candidate in count.second_round:
        yield _STANDS_AGAIN(name=name)
    if own == count.seats:
        return
    yield from ties_lost(count, candidate, "seat")
    if count.rule == "list-majority":
        first = max(votes, key=lambda n: (votes[n], n in count.winners[:1]))
        if first != candidate:
            yield _WHOLE(first=count.names[first - 1], more=str(votes[first]))
        return
    if count.rule == "majority-bonus":
        yield from _beside_a_bonus(count, votes, valid, candidate)
        return
    options = dict(count.parameters)
    sizes = options.pop("list_sizes", None)
    most = limits(ballots, count.seats, sizes if isinstance(sizes, tuple) else None)
    yield from _one_more(count.rule, name, votes, count.seats, most, options, candidate, own)


def _beside_a_bonus(count: Count, votes: dict[int, int], valid: int, candidate: int) -> Iterator[Sentence]:
    """What a list under a bonus is told: the threshold, and whose the bonus is."""
    given = dict(count.parameters)
    if not count.winners:
        yield _NO_MAJORITY(half=str(valid // 2))
        return
    if candidate != count.winners[0]:
        first = count.winners[0]
        yield _BONUS(first=count.names[first - 1], more=str(votes[first]))
    needed = needed_votes(str(given["threshold"]), valid)
    if votes[candidate] < needed:
        yield _BELOW(needed=_written(needed))


def _one_more(
    rule: str,
    name: str,
    votes: dict[int, int],
    seats: int,
    most: dict[int, int],
    options: dict[str, Parameter],
    candidate: int,
    own: int,
) -> Iterator[Sentence]:
    """The threshold, the cap, or the votes that were missing."""
    texts = {key: value for key, value in options.items() if isinstance(value, str | int)}
    cap = texts.get("most")
    if own >= min(most[candidate], cap if isinstance(cap, int) else most[candidate]):
        yield _FULL()
        return
    threshold = texts.get("threshold")
    if threshold is not None:
        needed = needed_votes(threshold, sum(votes.values()))
        if votes[candidate] < needed:
            yield _BELOW(needed=_written(needed))

    def has_more(votes_more: int) -> bool:
        asked = {**votes, candidate: votes[candidate] + votes_more}
        found = share(method(rule), asked, seats, most, (), texts)
        return found is not None and found.seats[str(candidate)] > own

    missing = fewest(has_more, _FAR * (sum(votes.values()) + 1) * (seats + 1))
    yield _NEVER(name=name) if missing is None else _MISSING(name=name, missing=missing)


def _written(number: Fraction) -> str:
    """A threshold in whole votes: the least number that reaches it."""
    return str(-(-number.numerator // number.denominator))


def fewest(enough: Callable[[int], bool], most: int) -> int | None:
    """The least number from 1 to `most` that is enough, where every larger one is too; None if `most` is not.

    >>> fewest(lambda n: n * n >= 50, 100), fewest(lambda n: n > 100, 100)
    (8, None)
    """
    if not enough(most):
        return None
    low, high = 0, most
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if enough(middle) else (middle, high)
    return high


def _person(count: Count, ballots: Ballots, candidate: int) -> Iterator[Sentence]:
    """Somebody on an open list: the seats of the list, and the votes within it."""
    votes, _ = list_votes(ballots)
    name, lists = count.names[candidate - 1], lists_of(ballots)
    head, members = next((head, among) for head, among in lists.items() if candidate in among)
    elected = [n for n in members if n in count.winners]
    if candidate in elected:
        yield _OWN(name=name, votes=str(votes[candidate]))
        return
    if elected:
        last = min(elected, key=lambda n: (votes[n], n))
        yield _WITHIN(
            name=name, votes=str(votes[candidate]), last=count.names[last - 1], more=str(votes[last])
        )
        yield from ties_lost(count, candidate)
        return
    yield _LIST(name=name)
    totals = {each: sum(votes[n] for n in among) for each, among in lists.items()}
    most = {each: min(count.seats, len(among)) for each, among in lists.items()}
    options = dict(count.parameters)
    chosen = str(options.pop("apportionment"))
    listed = ballots.candidates[head - 1].party or name
    yield from _one_more(chosen, listed, totals, count.seats, most, options, head, 0)
