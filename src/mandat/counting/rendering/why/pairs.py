"""Condorcet rules: the comparison with whoever was elected, and what decided where that alone did not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from weakref import WeakKeyDictionary

from mandat.counting.ballots import Ballots
from mandat.counting.condorcet.pairwise import Pairwise, pairwise
from mandat.counting.condorcet.schulze import pairwise_defeats, strongest_paths
from mandat.counting.condorcet.screening import Screening, screening
from mandat.counting.condorcet.split_cycle import defeats_of
from mandat.counting.condorcet.strength import By, chosen, strength_of
from mandat.counting.rendering.why.last import ties_lost
from mandat.counting.result import Count, Parameter
from mandat.language import Listed, Sentence, msg

_BEATEN = msg("Compared head to head, {last}, the last to be elected, beats {name} {for_}:{against}.")
_BEATS = msg(
    "Compared head to head, {name} beats {last}, the last to be elected, {for_}:{against}, but this does not decide."
)
_LEVEL = msg("Compared head to head, {name} and {last}, the last to be elected, are level, {for_}:{against}.")
_ALL = msg("{last} beats everybody else.")
_WINS = msg("Victories and ties of {name}: {wins} and {ties}; of {last}: {more} and {more_ties}.")
_DEFEATS = msg(
    "The worst defeat of {name} is {figure} against {by}; that of {last} is {other} against {by_other}."
)
_DEFEAT_ONLY = msg("The worst defeat of {name} is {figure} against {by}; {last} is defeated by nobody.")
_PATHS = msg(
    "The strongest chain of majorities from {last} to {name} has {link} as its weakest link; back it is only {back}."
)
_PATH_ONLY = msg(
    "A chain of majorities leads from {last} to {name}, with {link} as its weakest link; none leads back."
)
_LOCKED = msg("The majorities locked in lead from {last} to {name}: {chain}.")
_DEFEATED = msg("{by} defeats {name} {for_}:{against}, and no circle of majorities discards that.")
_PAIR = msg("{a} over {b} {for_}:{against}")
_DROPPED = msg(
    "Against the default option, {default}, {name} came to {above}:{below}; that was not enough to stay in the count."
)
_DEFAULT = msg("{name} is the default option: it wins only if no other is left.")
_ORDER = msg("In the order of this rule {last} stands before {name}.")


def told(count: Count, ballots: Ballots, candidate: int) -> Iterator[Sentence]:
    """Why not; nothing more of somebody elected than who is beaten."""
    compared, given = _compared(ballots), dict(count.parameters)
    screened = _screened(ballots, given)
    kept, name = screened.undropped(compared), count.names[candidate - 1]
    if candidate in count.winners or not count.winners:
        return
    if candidate not in kept and screened.default is not None:
        over = compared.over
        yield _DROPPED(
            default=count.names[screened.default - 1],
            name=name,
            above=str(over[candidate][screened.default]),
            below=str(over[screened.default][candidate]),
        )
        return
    if candidate == screened.default:
        yield _DEFAULT(name=name)
        return
    last = count.winners[-1]
    yield _head_to_head(count, compared, candidate, last)
    yield from ties_lost(count, candidate)
    if any(tie.chosen == last and candidate in tie.candidates for tie in count.ties):
        return
    if len(count.winners) == 1 and compared.among(kept).condorcet_winner == last:
        yield _ALL(last=count.names[last - 1])
        return
    by = chosen(count.rule, str(given.get("strength", _TEXT.get(count.rule, "margins"))))
    yield from _decided(count, compared, kept, candidate, last, by)


_KNOWN: WeakKeyDictionary[Ballots, Pairwise] = WeakKeyDictionary()
"""Comparisons made, as long as their ballots are in use: everybody on a page is told of the same ones."""


def _compared(ballots: Ballots) -> Pairwise:
    if ballots not in _KNOWN:
        _KNOWN[ballots] = pairwise(ballots)
    return _KNOWN[ballots]


def _screened(ballots: Ballots, given: Mapping[str, Parameter]) -> Screening:
    default, quorum, ratios = given.get("default"), given.get("quorum"), given.get("ratios")
    return screening(
        ballots,
        default if isinstance(default, int) else None,
        quorum if isinstance(quorum, int | str) else None,
        ratios,
    )


_TEXT = {"schulze": "winning votes", "minimax": "winning votes"}
"""What measures a majority where no parameter says it; margins otherwise."""


def _head_to_head(count: Count, compared: Pairwise, candidate: int, last: int) -> Sentence:
    own, other = compared.over[candidate][last], compared.over[last][candidate]
    said = _LEVEL if own == other else _BEATS if own > other else _BEATEN
    first, second = (own, other) if own > other else (other, own)
    return said(
        name=count.names[candidate - 1], last=count.names[last - 1], for_=str(first), against=str(second)
    )


def _decided(
    count: Count, compared: Pairwise, kept: Sequence[int], candidate: int, last: int, by: By
) -> Iterator[Sentence]:
    """What the rule looks at, of both."""
    among = compared.among(tuple(kept))
    match count.rule:
        case "copeland":
            yield _victories(count, among, candidate, last)
        case "minimax":
            yield _worst(count, among, candidate, last, by)
        case "schulze":
            yield _chains(count, among, candidate, last, by)
        case "ranked-pairs":
            yield _locked(count, candidate, last)
        case _:
            yield _undiscarded(count, among, candidate, last, by)


def _victories(count: Count, among: Pairwise, candidate: int, last: int) -> Sentence:
    def of(a: int) -> tuple[str, str]:
        others = [b for b in among.options if b != a]
        wins = sum(among.defeats(a, b) for b in others)
        return str(wins), str(sum(among.margin(a, b) == 0 for b in others))

    (wins, ties), (more, more_ties) = of(candidate), of(last)
    name, other = count.names[candidate - 1], count.names[last - 1]
    return _WINS(name=name, wins=wins, ties=ties, last=other, more=more, more_ties=more_ties)


def _worst(count: Count, among: Pairwise, candidate: int, last: int, by: By) -> Sentence:
    def of(a: int) -> int | None:
        beaten = [b for b in among.options if among.defeats(b, a)]
        return max(beaten, key=lambda b: (strength_of(among, b, a, by)[0], -b), default=None)

    def figure(winner: int, loser: int) -> str:
        return f"{among.over[loser][winner]}:{among.over[winner][loser]}"

    own, other = of(candidate), of(last)
    name, elected = count.names[candidate - 1], count.names[last - 1]
    if own is None:
        return _ORDER(name=name, last=elected)
    about = {"name": name, "figure": figure(own, candidate), "by": count.names[own - 1], "last": elected}
    if other is None:
        return _DEFEAT_ONLY(**about)
    return _DEFEATS(other=figure(other, last), by_other=count.names[other - 1], **about)


def _chains(count: Count, among: Pairwise, candidate: int, last: int, by: By) -> Sentence:
    paths = strongest_paths(among.options, pairwise_defeats(among, among.options, by))
    there, back = paths.get((last, candidate)), paths.get((candidate, last))
    name, elected = count.names[candidate - 1], count.names[last - 1]
    if there is None or (back is not None and back >= there):
        return _ORDER(name=name, last=elected)

    def link(strength: tuple[int, int]) -> str:
        return f"{strength[0]}:{-strength[1]}" if by == "winning votes" else f"+{strength[0]}"

    if back is None:
        return _PATH_ONLY(name=name, last=elected, link=link(there))
    return _PATHS(name=name, last=elected, link=link(there), back=link(back))


def _locked(count: Count, candidate: int, last: int) -> Sentence:
    """A shortest way from the one to the other over majorities that were locked in."""
    (rows,) = (each.rows for each in count.exhibits if each.name == "majorities")
    below: dict[str, list[tuple[str, str, str]]] = {}
    for winner, loser, for_, against, outcome in rows:
        if outcome == "locked":
            below.setdefault(winner, []).append((loser, for_, against))
    name, elected = count.names[candidate - 1], count.names[last - 1]
    ways: dict[str, tuple[Sentence, ...]] = {elected: ()}
    waiting = [elected]
    while waiting:
        above = waiting.pop(0)
        for loser, for_, against in below.get(above, ()):
            if loser not in ways:
                ways[loser] = (*ways[above], _PAIR(a=above, b=loser, for_=for_, against=against))
                waiting.append(loser)
    if name not in ways:
        return _ORDER(name=name, last=elected)
    return _LOCKED(name=name, last=elected, chain=Listed(ways[name], "commas"))


def _undiscarded(count: Count, among: Pairwise, candidate: int, last: int, by: By) -> Sentence:
    """Split Cycle, and Stable Voting, which chooses among those whom Split Cycle leaves undefeated."""
    name = count.names[candidate - 1]
    by_whom = [a for a, b in sorted(defeats_of(among, among.options, by)) if b == candidate]
    if not by_whom:
        return _ORDER(name=name, last=count.names[last - 1])
    first = last if last in by_whom else max(by_whom, key=lambda a: (among.margin(a, candidate), -a))
    over = among.over
    return _DEFEATED(
        by=count.names[first - 1],
        name=name,
        for_=str(over[first][candidate]),
        against=str(over[candidate][first]),
    )
