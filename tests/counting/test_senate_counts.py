"""The Senate count of 2016 in the Australian Capital Territory, count by count as the Electoral Commission published it."""

from __future__ import annotations

import csv
import lzma
from collections import defaultdict

from mandat import counting
from tests.counting.elections import DATA, ballots

EXHAUSTED, LOST = "1001", "1002"


def published() -> dict[int, dict[str, int]]:
    """Count → ballot position (and the two special rows) → progressive total."""
    rows: dict[int, dict[str, int]] = defaultdict(dict)
    with lzma.open(DATA / "au_senate_2016_act_dop.csv.xz", "rt", encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            rows[int(row["Count"])][row["Ballot Position"]] = int(row["ProgressiveVoteTotal"])
    return rows


def test_every_count_of_the_senate_election_is_as_published() -> None:
    result = counting.count("au-senate", ballots("au_senate_2016_act"), 2)
    counts = published()
    positions = sorted((p for p in counts[1] if p not in (EXHAUSTED, LOST)), key=int)
    assert len(result.stages) == len(counts) == 29
    for stage in result.stages:
        expected = counts[stage.number]
        assert list(stage.totals) == [expected[position] for position in positions]
        assert (stage.exhausted, stage.lost) == (expected[EXHAUSTED], expected[LOST])
