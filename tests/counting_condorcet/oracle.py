"""Plain definitions, slow and short: what the rules are checked against."""

from __future__ import annotations

from itertools import permutations

Votes = dict[tuple[int, int], int]
Papers = list[tuple[tuple[frozenset[int], ...], int]]


def pairwise(options: int, papers: Papers) -> Votes:
    """Paper by paper, pair by pair."""
    votes = {(a, b): 0 for a in range(1, options + 1) for b in range(1, options + 1)}
    for ranking, weight in papers:
        place = {n: rank for rank, group in enumerate(ranking) for n in group}
        for a, b in votes:
            votes[a, b] += weight * (place.get(a, len(ranking)) < place.get(b, len(ranking)))
    return votes


def beatpath_winners(options: int, votes: Votes) -> set[int]:
    """Schulze 2011: nobody has a stronger path to a winner than the winner has to them."""
    numbers = range(1, options + 1)
    none = (0, 0)
    path = {
        (a, b): (votes[a, b], -votes[b, a]) if votes[a, b] > votes[b, a] else none
        for a in numbers
        for b in numbers
        if a != b
    }
    for via in numbers:
        for a, b in list(path):
            if via not in (a, b):
                path[a, b] = max(path[a, b], min(path[a, via], path[via, b]))
    return {a for a in numbers if all(path[a, b] >= path[b, a] for b in numbers if b != a)}


def stacks(options: int, votes: Votes) -> set[int]:
    """The first of every stack (Zavist and Tideman 1989): A before B needs a path from A to B, downwards in the ranking, of
    majorities not smaller than that of B over A."""
    first = set()
    for ranking in permutations(range(1, options + 1)):
        place = {n: i for i, n in enumerate(ranking)}
        strength = {
            (a, b): votes[a, b] - votes[b, a] for a in ranking for b in ranking if place[a] < place[b]
        }
        for via in ranking:
            for a, b in list(strength):
                if place[a] < place[via] < place[b]:
                    strength[a, b] = max(strength[a, b], min(strength[a, via], strength[via, b]))
        if all(strength[a, b] >= votes[b, a] - votes[a, b] for a, b in strength):
            first.add(ranking[0])
    return first
