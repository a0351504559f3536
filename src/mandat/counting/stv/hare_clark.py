"""Hare-Clark: what the laws of the Australian Capital Territory and of Tasmania share.

A surplus moves on the papers of the last parcel only, at surplus / those with a next preference, but never above what they were
worth; papers without one stay with the candidate, and what the cap leaves of the surplus is lost. The papers of an excluded
candidate move in groups of one value, the highest first, and each group is a count.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from mandat.counting.ballots import Ballots
from mandat.counting.reading import Papers, ReadingRule, read_papers
from mandat.counting.result import NONE, Count
from mandat.counting.stv.exact_values import (
    ExactValues,
    by_value,
    elect_with_quota,
    exclude_by_groups,
    finish_surplus,
    lay_first_preferences,
    move,
    next_surplus,
)
from mandat.counting.stv.gregory import with_surplus
from mandat.counting.stv.proceedings import Proceedings
from mandat.counting.stv.table import RowIndices, SortingTable

READING = ReadingRule(gap="stop", equal="stop", repeat="stop")


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """Where a law says who goes first of equals."""

    surplus: str
    exclusion: str


def hare_clark(
    rule: str,
    ballots: Ballots,
    seats: int,
    *,
    precision: int,
    required: int,
    paragraphs: Paragraphs,
    told: tuple[str, int],
    lots: tuple[int, ...],
) -> Count:
    """Count with totals of `precision` decimals; papers with fewer than `required` preferences are informal;
    `told` is the parameter that the rule was given."""
    papers = formal(read_papers(ballots, READING), required)
    count = Proceedings.open(rule, ballots, papers, seats, precision=precision, lots=lots)
    count.note(*told)
    return count.conclude(lambda: _procedure(count, paragraphs))


def formal(papers: Papers, required: int) -> Papers:
    """Only the papers with at least `required` preferences; the others are informal."""
    formal = (papers.rankings != NONE).sum(axis=1) >= required
    weights = papers.weights[formal]
    informal = papers.valid - int(weights.sum())
    return Papers(papers.rankings[formal], weights, papers.source[formal], papers.invalid + informal)


def _procedure(count: Proceedings, paragraphs: Paragraphs) -> None:
    table, values = lay_first_preferences(count)
    count.quota = (count.papers.valid // (count.seats + 1) + 1) * count.unit
    elect_with_quota(count, table)
    while not _over(count):
        candidate = next_surplus(count, "latest", paragraphs.surplus)
        if candidate is not None:
            _transfer_surplus(count, table, values, candidate)
            elect_with_quota(count, table)
        else:
            loser = count.lowest(count.continuing, "exclude", "latest", paragraphs.exclusion)
            exclude_by_groups(count, table, values, loser, by_value, lambda: _elect_in_passing(count, table))


def _over(count: Proceedings) -> bool:
    """All places filled, or as many continuing as places with no surplus left."""
    if count.vacancies and not with_surplus(count):
        count.fill_last_vacancies()
    return count.is_over


def _elect_in_passing(count: Proceedings, table: SortingTable) -> bool:
    elect_with_quota(count, table)
    return count.vacancies == 0


def _transfer_surplus(count: Proceedings, table: SortingTable, values: ExactValues, candidate: int) -> None:
    last = table.parcels(candidate)[-1]
    before = values.of(table, last)
    following = table.papers(_with_next(table, last))
    moved = []
    if following:
        surplus = Fraction(count.totals[candidate] - count.quota, count.unit)
        value = min(surplus / following, before)
        moved = move(count, table, values, candidate, last, value, exhausted=False)
    finish_surplus(count, candidate, moved)


def _with_next(table: SortingTable, rows: RowIndices) -> RowIndices:
    """The rows that bear a next preference; sorting them turns no paper that is sorted again."""
    parcels = [parcel.rows for parcel in table.sort(rows) if parcel.target != NONE]
    return np.concatenate(parcels) if parcels else rows[:0]
