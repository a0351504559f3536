"""Ballots that rank options: where each stands, and what a ballot says of one option against another."""

from __future__ import annotations

from collections.abc import Iterable

from mandat.federation.base.counts.tallies import Tally
from mandat.federation.base.types import OptionId

Ranking = tuple[tuple[OptionId, ...], ...]
"""Ranks, best first; options in one rank are level."""


def against(option: OptionId, default: OptionId, rankings: Iterable[Ranking], invalid: int = 0) -> Tally:
    """Count the rankings that put an option above the default, below it, and level with it; not ranked is below all ranked.

    >>> against("a", "none", [(("a",),), (("none",), ("a",)), ()])
    (1, 1, 1, 0)
    """
    yes = no = level = 0
    for ranking in rankings:
        above = _place(ranking, option) - _place(ranking, default)
        yes, no, level = yes + (above < 0), no + (above > 0), level + (above == 0)
    return yes, no, level, invalid


def _place(ranking: Ranking, option: OptionId) -> int:
    return next((place for place, rank in enumerate(ranking) if option in rank), len(ranking))
