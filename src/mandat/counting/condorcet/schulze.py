"""Schulze, as the Debian project votes: cloneproof Schwartz sequential dropping, with a default option, quorum and ratios.

Text: Debian constitution 1.9 (2022), appendix A.5 (A.6 before 2022); M. Schulze, "A new monotonic, clone-independent, reversal
symmetric, and Condorcet-consistent single-winner election method", Social Choice and Welfare 36 (2011), 267-303.

A.5.1 reading of papers (`pairwise`), A.5.2-3 default option (`screening`), A.5.4 defeats: more papers prefer A to B than B to
A, A.5.5-6 transitive defeats and the Schwartz set, A.5.7 the weakest defeats in it are dropped (fewest papers for,
then most against), again and again, A.5.8 the winner is in the set that is left; of several one is chosen by casting vote,
here by lot. Further seats and the runners-up follow Schulze's order by the strength of paths (section 2.2.2), which the text
of Debian does not need.

>>> from mandat.counting import Ballots, count
>>> ballots = Ballots.from_rankings(["Ann", "Bob", "None of them"], [((1, 3), 5), ((2, 1), 4), ((3,), 2)])
>>> [e.name for e in count("schulze", ballots, 1, default=3).elected]
['Ann']
"""

from __future__ import annotations

from collections.abc import Sequence

from mandat.counting.ballots import Ballots
from mandat.counting.condorcet.pairwise import Pairwise, pairwise
from mandat.counting.condorcet.screening import PARAMETERS, Ratios, screening
from mandat.counting.condorcet.strength import By, Strength, chosen, strength_of
from mandat.counting.condorcet.tiers import elect
from mandat.counting.lots import Lots
from mandat.counting.result import Count, Exhibit
from mandat.counting.rule import Rule

PARAGRAPH = "A.5.8"
Defeats = dict[tuple[int, int], Strength]


def schulze(
    ballots: Ballots,
    seats: int,
    *,
    lots: tuple[int, ...] = (),
    default: int | None = None,
    quorum: int | str | None = None,
    ratios: Ratios | None = None,
    strength: str = "winning votes",
) -> Count:
    """Elect by Schulze. Where the default option wins it is the one elected; see `elect`.

    `strength` is "winning votes", as in Debian's text, or "margins", which Schulze's paper knows too.
    """
    by = chosen("schulze", strength)
    screened = screening(ballots, default, quorum, ratios).told(("strength", by, "winning votes"))
    compared = pairwise(ballots)
    kept = screened.undropped(compared)
    defeats = pairwise_defeats(compared, kept, by)
    rounds, winners = sequential_dropping(kept, defeats)
    tiers = [winners, *path_tiers(kept, defeats, winners)]
    return elect(
        "schulze",
        ballots,
        seats,
        tiers,
        compared,
        screened,
        lots=Lots(lots),
        given=lots,
        paragraph=PARAGRAPH,
        exhibits=(_dropped(rounds, compared, ballots),),
    )


def pairwise_defeats(compared: Pairwise, options: Sequence[int], by: By = "winning votes") -> Defeats:
    """A.5.4: who defeats whom, with the strength of each defeat (A.5.7)."""
    return {
        (a, b): strength_of(compared, a, b, by) for a in options for b in options if compared.defeats(a, b)
    }


def sequential_dropping(
    options: Sequence[int], defeats: Defeats
) -> tuple[list[tuple[list[int], list[tuple[int, int]]]], list[int]]:
    """A.5.5-8: ((Schwartz set, defeats dropped) of each round, the options left at the end)."""
    left, rounds = dict(defeats), list[tuple[list[int], list[tuple[int, int]]]]()
    while True:
        inside = schwartz_set(options, left)
        within = {
            pair: strength for pair, strength in left.items() if pair[0] in inside and pair[1] in inside
        }
        if not within:
            return rounds, inside
        weakest = min(within.values())
        dropped = [pair for pair, strength in within.items() if strength == weakest]
        rounds.append((inside, dropped))
        for pair in dropped:
            del left[pair]


def schwartz_set(options: Sequence[int], defeats: Defeats) -> list[int]:
    """A.5.6: each option that transitively defeats every option that transitively defeats it."""
    beaten = _transitive(options, defeats)
    return [a for a in options if all(b in beaten[a] for b in options if a in beaten[b])]


def _transitive(options: Sequence[int], defeats: Defeats) -> dict[int, set[int]]:
    beaten = {a: {b for b in options if (a, b) in defeats} for a in options}
    for through in options:
        for a in options:
            if through in beaten[a]:
                beaten[a] |= beaten[through]
    return beaten


def path_tiers(options: Sequence[int], defeats: Defeats, done: Sequence[int]) -> list[list[int]]:
    """Those not `done` in Schulze's order: each tier holds who no one left beats by stronger paths."""
    paths = strongest_paths(options, defeats)
    none = (-1, 0)
    left, tiers = [a for a in options if a not in done], list[list[int]]()
    while left:
        tier = [a for a in left if not any(paths.get((b, a), none) > paths.get((a, b), none) for b in left)]
        tiers.append(tier)
        left = [a for a in left if a not in tier]
    return tiers


def strongest_paths(options: Sequence[int], defeats: Defeats) -> Defeats:
    """Schulze, section 2.3: a path is as strong as its weakest defeat; the strongest path from each to each."""
    paths = dict(defeats)
    for through in options:
        for a in options:
            for b in options:
                if a == b or (a, through) not in paths or (through, b) not in paths:
                    continue
                over = min(paths[a, through], paths[through, b])
                paths[a, b] = max(paths.get((a, b), over), over)
    return paths


def _dropped(
    rounds: Sequence[tuple[list[int], list[tuple[int, int]]]], compared: Pairwise, ballots: Ballots
) -> Exhibit:
    rows = tuple(
        (str(number), ballots.name(a), ballots.name(b), str(compared.over[a][b]), str(compared.over[b][a]))
        for number, (_, dropped) in enumerate(rounds, 1)
        for a, b in dropped
    )
    return Exhibit("dropped defeats", ("round", "winner", "loser", "for", "against"), rows)


RULE = Rule(
    name="schulze",
    title="Schulze",
    text="Debian constitution 1.9, A.5 (Schulze, Social Choice and Welfare 36 (2011) 267-303)",
    kind="condorcet",
    function=schulze,
    parameters=(*PARAMETERS, "strength"),
    aliases=("beatpath",),
)
