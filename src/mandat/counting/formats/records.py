"""One paper, or one ranking with its weight, as it stands in a file."""

from __future__ import annotations

from typing import NamedTuple

from mandat.counting.ballots import Ranking


class Record(NamedTuple):
    """The line it stands on (1-based), what is marked, and how many papers are marked so."""

    line: int
    ranking: Ranking
    weight: int
