"""From an order of candidates in tiers to a `Count`: equals at the last seat need a lot."""

from __future__ import annotations

from collections.abc import Container, Sequence

from mandat.counting.ballots import Ballots
from mandat.counting.condorcet.pairwise import Pairwise
from mandat.counting.condorcet.screening import Screening
from mandat.counting.errors import CountingError
from mandat.counting.lots import LotNeeded, Lots
from mandat.counting.result import Count, Elected, Exhibit, LotQuestion, Stage, Tie
from mandat.language import msg


def information(compared: Pairwise, ballots: Ballots) -> Exhibit:
    """What other readings of the same comparisons say: wins, ties, losses (Copeland) and the worst defeat (minimax)."""
    rows = []
    for a in compared.options:
        others = [b for b in compared.options if b != a]
        wins = sum(compared.defeats(a, b) for b in others)
        losses = sum(compared.defeats(b, a) for b in others)
        worst = max((compared.over[b][a] for b in others if compared.defeats(b, a)), default=0)
        rows.append((ballots.name(a), str(wins), str(len(others) - wins - losses), str(losses), str(worst)))
    return Exhibit("information", ("candidate", "wins", "ties", "losses", "worst defeat"), tuple(rows))


def undefeated_tiers(options: Sequence[int], defeats: Container[tuple[int, int]]) -> list[list[int]]:
    """Best first: each tier holds whom nobody left defeats. Raises `CountingError` if the defeats close a circle."""
    left, tiers = list(options), list[list[int]]()
    while left:
        tier = [a for a in left if not any((b, a) in defeats for b in left)]
        if not tier:
            raise CountingError(msg("the defeats close a circle"))  # pragma: no cover (invariant)
        tiers.append(tier)
        left = [a for a in left if a not in tier]
    return tiers


def elect(
    rule: str,
    ballots: Ballots,
    seats: int,
    tiers: Sequence[Sequence[int]],
    compared: Pairwise,
    screened: Screening,
    *,
    lots: Lots,
    given: tuple[int, ...],
    paragraph: str,
    ties: Sequence[Tie] = (),
    exhibits: Sequence[Exhibit] = (),
) -> Count:
    """Fill `seats` from `tiers`, best first.

    Every option that was not dropped defeats the default option, so that wins only if it is left alone: then it is the
    one elected, and the vote chose nobody. Seats for which no option is left stay empty.
    """
    found, order, question = list(ties), list[int](), None
    tiers = _without_default(tiers, screened.default)
    try:
        for tier in tiers:
            order += _ordered(tier, seats - len(order), ballots, lots, paragraph, found)
        lots.done()
    except LotNeeded as needed:
        question = needed.question
    rest = [n for tier in tiers for n in tier if n not in order]
    wins = tuple(
        sum(compared.defeats(c.number, b) for b in compared.options) if c.number in compared.options else 0
        for c in ballots.candidates
    )
    return Count(
        rule=rule,
        seats=seats,
        names=tuple(c.name for c in ballots.candidates),
        elected=tuple(Elected(n, ballots.name(n), 1) for n in order),
        stages=(Stage(1, "pairwise wins", (), wins),),
        ties=tuple(found),
        question=question,
        runners_up=tuple(rest),
        equal_runners_up=tuple(g for g in (tuple(n for n in t if n in rest) for t in tiers) if len(g) > 1),
        valid=compared.valid,
        invalid=ballots.total - compared.valid,
        lots=given,
        parameters=screened.given,
        exhibits=(
            compared.exhibit(ballots),
            *screened.exhibit(compared, ballots),
            information(compared, ballots),
            *exhibits,
        ),
    )


def _without_default(tiers: Sequence[Sequence[int]], default: int | None) -> list[list[int]]:
    others = [[n for n in tier if n != default] for tier in tiers]
    return [tier for tier in others if tier] or [list(tier) for tier in tiers]


def _ordered(
    tier: Sequence[int], seats: int, ballots: Ballots, lots: Lots, paragraph: str, ties: list[Tie]
) -> list[int]:
    """As many of a tier as there are seats; lots decide where it has more."""
    left, chosen = sorted(tier), list[int]()
    while len(left) > seats - len(chosen) > 0:
        tied = tuple(left)
        drawn = lots.answer(LotQuestion(1, paragraph, "elect", tied, tuple(map(ballots.name, tied))))
        ties.append(Tie(1, paragraph, "elect", tied, drawn, "lot"))
        chosen.append(drawn)
        left.remove(drawn)
    return chosen + left if len(chosen) < seats else chosen
