"""Count one file with a peer library and print the seconds as JSON; runs in the peers' own environment.

`python counting_peers.py PEER FILE SEATS` prints {"load": …, "count": …, "winners": […]}, where PEER is one of `PEERS`.
It imports nothing of Mandat: the peers need other versions of our libraries.
"""

from __future__ import annotations

import csv
import json
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

Timed = tuple[float, float, list[str]]
"""Seconds to load, seconds to count, who is elected."""


def pref_voting(path: str, seats: int) -> Timed:
    """Scottish STV of pref_voting, from the CSV to the winners."""
    from pref_voting.profiles_with_ties import ProfileWithTies  # noqa: PLC0415  (only the peer asked for)
    from pref_voting.proportional_methods import stv_scottish  # noqa: PLC0415

    began = time.perf_counter()
    grouped = _grouped(path)
    profile = ProfileWithTies(
        [{c: place for place, c in enumerate(ranking, 1)} for ranking in grouped],
        rcounts=list(grouped.values()),
        candidates=_candidates(grouped),
    )
    loaded = time.perf_counter()
    winners = stv_scottish(profile, num_seats=seats)
    return loaded - began, time.perf_counter() - loaded, [str(w) for w in winners]


def pref_voting_schulze(path: str, seats: int) -> Timed:
    """Schulze (beat path) of pref_voting. Its profile compares the candidates while it is made, so making it is counting.

    Candidates who are not ranked share the rank after the last: so it need not compare them a second time
    (`use_extended_strict_preference`), which takes it longer.
    """
    from pref_voting.margin_based_methods import beat_path  # noqa: PLC0415
    from pref_voting.profiles_with_ties import ProfileWithTies  # noqa: PLC0415

    assert seats == 1
    began = time.perf_counter()
    grouped = _grouped(path)
    candidates = _candidates(grouped)
    rankings = [
        {**dict.fromkeys(candidates, len(ranking) + 1), **{c: place for place, c in enumerate(ranking, 1)}}
        for ranking in grouped
    ]
    loaded = time.perf_counter()
    profile = ProfileWithTies(rankings, rcounts=list(grouped.values()), candidates=candidates)
    winners = beat_path(profile)
    return loaded - began, time.perf_counter() - loaded, [str(w) for w in winners]


def votekit(path: str, seats: int) -> Timed:
    """FastSTV of votekit, from the CSV to the winners."""
    from votekit.cvr_loaders import load_ranking_csv  # noqa: PLC0415
    from votekit.elections import FastSTV  # noqa: PLC0415

    # Its loader is slow by the row and takes cells that are numbers for no candidates: it gets the rankings
    # grouped, with weights and names, which is several times faster for it than one ballot a row.
    began = time.perf_counter()
    lines = Path(path).read_text().splitlines()
    ranks = len(lines[0].split(","))
    named = Path(path).with_suffix(".named.csv")
    with named.open("w") as file:
        file.write(f"{lines[0]},weight\n")
        for line, weight in Counter(lines[1:]).items():
            names = (f"C{cell}" if cell else "" for cell in line.split(","))
            file.write(f"{','.join(names)},{weight}\n")
    profile = load_ranking_csv(
        str(named), rank_cols=list(range(ranks)), weight_col=ranks, header_row=0, print_profile=False
    )
    loaded = time.perf_counter()
    winners = FastSTV(profile, n_seats=seats, simultaneous=False).get_elected()
    return loaded - began, time.perf_counter() - loaded, [c.removeprefix("C") for w in winners for c in w]


def abcvoting(path: str, seats: int) -> Timed:
    """Equal shares of abcvoting by the algorithm it calls the fastest (floats), from a BLT of equal ranks."""
    from abcvoting.abcrules import compute_equal_shares  # noqa: PLC0415
    from abcvoting.preferences import Profile  # noqa: PLC0415

    began = time.perf_counter()
    head, *lines = Path(path).read_text().splitlines()
    profile = Profile(int(head.split()[0]))
    papers = lines[: lines.index("0")]
    profile.add_voters([[int(n) - 1 for n in line.split()[1].split("=")] for line in papers])
    loaded = time.perf_counter()
    (committee,) = compute_equal_shares(profile, seats)
    return loaded - began, time.perf_counter() - loaded, [str(c + 1) for c in committee]


def abcvoting_search(rule: str) -> Callable[[str, int], Timed]:
    """One of the rules of abcvoting that look for a best committee, always with the same solver."""

    def count_it(path: str, seats: int) -> Timed:
        from abcvoting import abcrules  # noqa: PLC0415
        from abcvoting.preferences import Profile  # noqa: PLC0415

        began = time.perf_counter()
        head, *lines = Path(path).read_text().splitlines()
        profile = Profile(int(head.split()[0]))
        papers = lines[: lines.index("0")]
        profile.add_voters([[int(n) - 1 for n in line.split()[1].split("=")] for line in papers])
        loaded = time.perf_counter()
        (committee,) = abcrules.compute(rule, profile, seats, algorithm="pulp-cbc")
        return loaded - began, time.perf_counter() - loaded, [str(c + 1) for c in committee]

    return count_it


def _grouped(path: str) -> Counter[tuple[int, ...]]:
    with Path(path).open(newline="") as file:
        rows = csv.reader(file)
        next(rows)
        return Counter(tuple(int(cell) for cell in row if cell) for row in rows)


def _candidates(grouped: Counter[tuple[int, ...]]) -> list[int]:
    return sorted({c for ranking in grouped for c in ranking})


PEERS = {
    "pref_voting": pref_voting,
    "pref_voting_schulze": pref_voting_schulze,
    "votekit": votekit,
    "abcvoting": abcvoting,
    **{f"abcvoting_{rule}": abcvoting_search(rule) for rule in ("pav", "cc", "monroe", "minimaxphragmen")},
}

if __name__ == "__main__":
    load, count, elected = PEERS[sys.argv[1]](sys.argv[2], int(sys.argv[3]))
    print(json.dumps({"load": load, "count": count, "winners": elected}))
