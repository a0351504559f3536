"""Count one CSV with a peer library and print the seconds as JSON; runs in the peers' own environment.

`python counting_peers.py pref_voting|votekit FILE SEATS` prints {"load": …, "count": …, "winners": […]}. It imports
nothing of Mandat: the peers need other versions of our libraries.
"""

from __future__ import annotations

import csv
import json
import sys
import time
from collections import Counter
from pathlib import Path


def pref_voting(path: str, seats: int) -> tuple[float, float, list[str]]:
    """Scottish STV of pref_voting, from the CSV to the winners."""
    from pref_voting.profiles_with_ties import ProfileWithTies  # noqa: PLC0415  (only the peer asked for)
    from pref_voting.proportional_methods import stv_scottish  # noqa: PLC0415

    began = time.perf_counter()
    with Path(path).open(newline="") as file:
        rows = csv.reader(file)
        next(rows)
        grouped = Counter(tuple(int(cell) for cell in row if cell) for row in rows)
    candidates = sorted({c for ranking in grouped for c in ranking})
    profile = ProfileWithTies(
        [{c: place for place, c in enumerate(ranking, 1)} for ranking in grouped],
        rcounts=list(grouped.values()),
        candidates=candidates,
    )
    loaded = time.perf_counter()
    winners = stv_scottish(profile, num_seats=seats)
    return loaded - began, time.perf_counter() - loaded, [str(w) for w in winners]


def votekit(path: str, seats: int) -> tuple[float, float, list[str]]:
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


if __name__ == "__main__":
    load, count, elected = {"pref_voting": pref_voting, "votekit": votekit}[sys.argv[1]](
        sys.argv[2], int(sys.argv[3])
    )
    print(json.dumps({"load": load, "count": count, "winners": elected}))
