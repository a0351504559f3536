"""Synthetic elections for the counting benchmark: as many ballots as wanted, 20 candidates, lengths as in Scotland, and
approvals of projects.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import polars as pl

CANDIDATES = 20
RANKS = 10
_BLOCS = 5
_LENGTHS = (0.16, 0.22, 0.25, 0.16, 0.09, 0.05, 0.03, 0.02, 0.01, 0.01)
"""Shares of ballots with one to ten preferences: mean 3.2, as in real Scottish wards."""
_STEP = 250_000


def write_ballots(path: Path, ballots: int, *, seed: int = 7, named: bool = False) -> None:
    """Write a CSV of one ballot a row, `rank1` to `rank10`: drawn from a Plackett-Luce model of five blocs.

    Cells are numbers, or names with `named`.
    """
    people = pl.Series([f"Candidate {number:02d} of the ward" for number in range(1, CANDIDATES + 1)])
    draw = np.random.default_rng(seed)
    strength = np.log(draw.dirichlet(np.full(CANDIDATES, 0.6), size=_BLOCS) + 1e-9)
    with path.open("wb") as file:
        for start in range(0, ballots, _STEP):
            rows = min(_STEP, ballots - start)
            bloc = draw.choice(_BLOCS, size=rows, p=(0.3, 0.25, 0.2, 0.15, 0.1))
            appeal = strength[bloc] + draw.gumbel(size=(rows, CANDIDATES))
            order = (np.argsort(-appeal, axis=1)[:, :RANKS] + 1).astype(np.uint8)
            length = draw.choice(RANKS, size=rows, p=_LENGTHS) + 1
            columns = {
                f"rank{rank + 1}": pl.Series(order[:, rank]).set(pl.Series(length <= rank), None)
                for rank in range(RANKS)
            }
            if named:
                columns = {name: people.gather(numbers - 1) for name, numbers in columns.items()}
            pl.DataFrame(columns).write_csv(file, include_header=start == 0)


def write_approvals(path: Path, ballots: int, projects: int, *, seed: int = 7) -> None:
    """Write a BLT of one ballot a line, its projects sharing the first rank: five blocs that each like other projects,
    4 to 5 approvals a ballot."""
    draw = np.random.default_rng(seed)
    popular = draw.beta(1.2, 12, size=(_BLOCS, projects))
    bloc = draw.choice(_BLOCS, size=ballots, p=(0.3, 0.25, 0.2, 0.15, 0.1))
    approves = draw.random((ballots, projects)) < popular[bloc]
    approves[~approves.any(axis=1), 0] = True  # nobody hands in a blank ballot here
    with path.open("w") as file:
        file.write(f"{projects} 1\n")
        for row in approves:
            file.write(f"1 {'='.join(map(str, (np.flatnonzero(row) + 1).tolist()))} 0\n")
        file.write("0\n")
        file.writelines(f'"P{project}"\n' for project in range(1, projects + 1))
        file.write('"Projects"\n')


def write_senate(path: Path, papers: int, *, groups: int = 20, candidates: int = 44, seed: int = 7) -> None:
    """Write Senate papers as the Australian Electoral Commission publishes them: four of five above the line, mostly six
    groups; the others below it, mostly twelve candidates; some with a tick, some with a number written twice.
    """
    draw = np.random.default_rng(seed)
    letters = [chr(ord("A") + group) for group in range(groups)]
    owners = [letter for letter in letters for _ in range(2)] + ["UG"] * (candidates - 2 * groups)
    about = [
        "State",
        "Division",
        "Vote Collection Point Name",
        "Vote Collection Point ID",
        "Batch No",
        "Paper No",
    ]
    boxes = [f"{letter}:Party {letter}" for letter in letters]
    boxes += [f"{owner}:CANDIDATE {number}" for number, owner in enumerate(owners, 1)]
    appeal = np.log(draw.dirichlet(np.full(groups, 0.4)) + 1e-6)
    with path.open("w") as file:
        file.write(",".join([*about, *boxes]) + "\n")
        for number in range(papers):
            cells = [""] * len(boxes)
            above = draw.random() < 0.8
            many = int(draw.choice((1, 6, 6, 6, 6, 8, 12) if above else (12, 12, 20, candidates)))
            order = (
                np.argsort(-(appeal + draw.gumbel(size=groups)))
                if above
                else groups + draw.permutation(candidates)
            )
            for rank, box in enumerate(order[:many].tolist(), 1):
                cells[box] = str(rank)
            odd = draw.random()
            if odd < 0.01:
                cells[order[0]] = "/"
            elif odd < 0.03 and many > 1:
                cells[order[many - 1]] = cells[order[many - 2]]
            file.write(f"NT,Lingiari,Town {number % 50},1,{number % 9},{number},{','.join(cells)}\n")
