"""Elections drawn at random and what other programs make of them: writes the vectors that the tests read.

    .bench/venv/bin/python tests/counting/peer_vectors.py

`make bench` makes that environment. The peers are too heavy for the environment of the tests (they bring numba, matplotlib and
a solver), so their answers are kept: `tests/counting/data/pref_voting_scottish.json`,
`tests/counting_condorcet/data/pref_voting.json`, `tests/counting_committees/data/abcvoting.json`. The seed is fixed: the same
versions write the same files. It imports nothing of Mandat.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

TESTS = Path(__file__).parent.parent
Papers = list[tuple[tuple[int, ...], int]]


def main() -> None:
    """Write all vectors."""
    draw = random.Random(2026)  # noqa: S311  (made-up elections, no secrets)
    _write(TESTS / "counting/data/pref_voting_scottish.json", scottish(draw, 400))
    _write(TESTS / "counting_condorcet/data/pref_voting.json", condorcet(draw, 400))
    _write(TESTS / "counting_committees/data/abcvoting.json", committees(draw, 150))


def scottish(draw: random.Random, many: int) -> Iterator[dict[str, Any]]:
    """Winners of `stv_scottish`; elections in which its lots change the winners are left out."""
    from pref_voting.proportional_methods import stv_scottish

    written = 0
    while written < many:
        candidates = draw.randint(3, 7)
        seats = draw.randint(1, candidates - 1)
        papers = _papers(draw, candidates, rows=40, highest=900)
        profile = _profile(candidates, papers)
        found = {tuple(sorted(stv_scottish(profile, num_seats=seats, rng=_rng(seed)))) for seed in range(6)}
        if len(found) == 1:
            written += 1
            winners = [int(c) for c in found.pop()]
            yield {"candidates": candidates, "seats": seats, "papers": _written(papers), "winners": winners}


def condorcet(draw: random.Random, many: int) -> Iterator[dict[str, Any]]:
    """All winners of Schulze, ranked pairs (under every order of equals) and minimax, by margins and by winning votes, of Split
    Cycle and Stable Voting; of Borda and Bucklin where all rankings are complete.

    Half of the elections have complete rankings only. Candidates who are not ranked are ranked last.
    """
    from pref_voting.margin_based_methods import beat_path, minimax, ranked_pairs, split_cycle, stable_voting

    for number in range(many):
        candidates = draw.randint(3, 5)
        papers = _papers(draw, candidates, rows=9, highest=6, complete=number % 2 == 0)
        profile = _profile(candidates, papers)
        profile.use_extended_strict_preference()
        for_then_against = _winning_votes(profile, sum(weight for _, weight in papers) + 1)
        yield {
            "candidates": candidates,
            "papers": _written(papers),
            "schulze_margins": _plain(beat_path(profile)),
            "schulze_winning_votes": _plain(beat_path(profile, strength_function=for_then_against)),
            "ranked_pairs": _plain(ranked_pairs(profile, algorithm="from_stacks")),
            "ranked_pairs_winning_votes": _plain(ranked_pairs(profile, strength_function=for_then_against)),
            "minimax_margins": _plain(minimax(profile)),
            "minimax_winning_votes": _plain(minimax(profile, strength_function=profile.support)),
            "split_cycle": _plain(split_cycle(profile)),
            "stable_voting": _plain(stable_voting(profile)),
            **_positional(candidates, papers),
        }


def _positional(candidates: int, papers: Papers) -> dict[str, list[int]]:
    """Borda and Bucklin; nothing where a ranking leaves somebody out."""
    from pref_voting.other_methods import bucklin
    from pref_voting.profiles import Profile
    from pref_voting.scoring_methods import borda

    if any(len(ranking) < candidates for ranking, _ in papers):
        return {}
    profile = Profile([[c - 1 for c in ranking] for ranking, _ in papers], rcounts=[w for _, w in papers])
    return {
        "borda": [c + 1 for c in _plain(borda(profile))],
        "bucklin": [c + 1 for c in _plain(bucklin(profile))],
    }


def _winning_votes(profile: Any, more_than_all: int) -> Any:
    """Fewer papers for a defeat make it weaker, then more against it (Debian constitution, A.5.7)."""

    def strength(a: int, b: int) -> int:
        return int(profile.support(a, b)) * more_than_all - int(profile.support(b, a))

    return strength


def committees(draw: random.Random, many: int) -> Iterator[dict[str, Any]]:
    """All committees of abcvoting with exact fractions, under every choice among equals (minimax Phragmén, of which leximax is a
    refinement, by a solver)."""
    from abcvoting import abcrules
    from abcvoting.preferences import Profile

    rules = {
        "sequential-phragmen": ("seqphragmen", "standard-fractions"),
        "pav-sequential": ("seqpav", "standard"),
        "equal-shares": ("equal-shares", "standard-fractions"),
        "pav": ("pav", "branch-and-bound"),
        "chamberlin-courant": ("cc", "branch-and-bound"),
        "monroe": ("monroe", "brute-force"),
        "minimax-phragmen": ("minimaxphragmen", "pulp-cbc"),
    }
    for _ in range(many):
        candidates = draw.randint(3, 7)
        liked = draw.uniform(0.2, 0.6)
        papers = [_set(draw, candidates, liked) for _ in range(draw.randint(4, 20))]
        seats = draw.randint(1, min(candidates - 1, len({c for paper in papers for c in paper})))
        profile = Profile(candidates)
        profile.add_voters([[c - 1 for c in paper] for paper in papers])
        found = {}
        for ours, (theirs, algorithm) in rules.items():
            answer = abcrules.compute(theirs, profile, seats, algorithm=algorithm, resolute=False)
            found[ours] = sorted(sorted(c + 1 for c in committee) for committee in answer)
        yield {"candidates": candidates, "seats": seats, "approvals": papers, "committees": found}


def _set(draw: random.Random, candidates: int, liked: float) -> list[int]:
    chosen = [c for c in range(1, candidates + 1) if draw.random() < liked]
    return chosen or [draw.randint(1, candidates)]


def _papers(
    draw: random.Random, candidates: int, *, rows: int, highest: int, complete: bool = False
) -> Papers:
    numbers = range(1, candidates + 1)
    lengths = (candidates if complete else draw.randint(1, candidates) for _ in range(draw.randint(3, rows)))
    drawn = {tuple(draw.sample(numbers, length)): draw.randint(1, highest) for length in lengths}
    return list(drawn.items())


def _profile(candidates: int, papers: Papers) -> Any:
    from pref_voting.profiles_with_ties import ProfileWithTies

    return ProfileWithTies(
        [{c: place for place, c in enumerate(ranking, 1)} for ranking, _ in papers],
        rcounts=[weight for _, weight in papers],
        candidates=list(range(1, candidates + 1)),
    )


def _rng(seed: int) -> Any:
    import numpy as np

    return np.random.default_rng(seed)


def _plain(winners: Any) -> list[int]:
    return sorted(int(c) for c in winners)


def _written(papers: Papers) -> list[tuple[str, int]]:
    return [("".join(map(str, ranking)), weight) for ranking, weight in papers]


def _write(path: Path, elections: Iterator[dict[str, Any]]) -> None:
    lines = ",\n".join(json.dumps(election, separators=(",", ":")) for election in elections)
    path.write_text(f"[\n{lines}\n]\n")
    sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    main()
