"""The Senate papers of a whole State, read by columns: the same ballots as `formats.aec` reads paper by paper.

A paper whose ranking ends at a number written twice is left to the slow reader, since it has to keep both boxes; all others
are turned round in one go: from the number in each box to the box of each number.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import polars as pl
from numpy.typing import NDArray

from mandat.counting.ballots import Ballots, Numbers, Ranking, number_type
from mandat.counting.formats.aec import (
    ABOUT,
    BELOW_NEEDED,
    TICKS,
    PaperLayout,
    is_of_2016,
    read_layout,
    read_marks,
)
from mandat.counting.formats.chunks import pieces
from mandat.counting.formats.grouping import Grouped, group_rows
from mandat.counting.formats.opened import OpenedFile
from mandat.counting.formats.table import first_line
from mandat.counting.sums import joined

_MOST_BOXES = 250
Boxes = NDArray[np.uint8]


def read_aec_quickly(opened: OpenedFile) -> Ballots | None:
    """The ballots of a file with a column for each box; None where a line has to be looked at. Raises `BadFileError` for a head
    line without boxes."""
    try:
        head = next(csv.reader([first_line(opened).rstrip("\r\n")], strict=True), [])
    except csv.Error:
        return None
    if is_of_2016(head):
        return None
    paper = read_layout(head, opened.name)
    if paper.boxes > _MOST_BOXES or not paper.groups:
        return None
    below: list[Grouped] = []
    above: list[Grouped] = []
    odd: list[tuple[Ranking, int]] = []
    for marks in _marks(opened, paper):
        if marks is None:
            return None
        _sort_out(marks, paper, above, below, odd)
    if not above:
        return None
    expanded = _expanded(_together(above), paper)
    parts = [_together(below), expanded]
    numbers = np.concatenate([_widened(part.rankings, len(paper.candidates)) for part in parts])
    grouped = group_rows(numbers, joined([part.weights for part in parts]))
    return _with(odd, grouped, paper)


def _marks(opened: OpenedFile, paper: PaperLayout) -> Iterator[Boxes | None]:
    """The numbers in the boxes, piece by piece: shape (papers, boxes), 0 for an empty box."""
    names = [f"c{place}" for place in range(ABOUT + paper.boxes)]
    head = ",".join(names).encode() + b"\n"
    for piece in pieces(opened):
        yield _numbers(head + piece, names[ABOUT:])


def _numbers(table: bytes, names: list[str]) -> Boxes | None:
    try:
        frame = pl.read_csv(
            io.BytesIO(table),
            columns=names,
            schema_overrides=dict.fromkeys(names, pl.UInt8),
            infer_schema=False,
        )
    except pl.exceptions.PolarsError:
        return _ticked(table, names)
    return frame.fill_null(0).to_numpy()


def _ticked(table: bytes, names: list[str]) -> Boxes | None:
    """The same for a piece with ticks and crosses; None for what is neither these nor a number."""
    try:
        frame = pl.read_csv(io.BytesIO(table), columns=names, infer_schema=False)
        clean = frame.with_columns(
            pl.all().str.strip_chars().replace(dict.fromkeys(TICKS, "1")).replace("", None)
        )
        return clean.cast(pl.UInt8).fill_null(0).to_numpy()
    except pl.exceptions.PolarsError:
        return None


def _sort_out(
    marks: Boxes,
    paper: PaperLayout,
    above: list[Grouped],
    below: list[Grouped],
    odd: list[tuple[Ranking, int]],
) -> None:
    """Add the papers of a piece to those that count above the line, below it, or have to be read one by one."""
    tickets = len(paper.groups)
    over, over_twice = _turned(marks[:, :tickets])
    under, under_twice = _turned(marks[:, tickets:])
    formal = under[:, min(BELOW_NEEDED, len(paper.candidates)) - 1] > 0
    twice = np.where(formal, under_twice, over_twice)
    above.append(group_rows(over[~formal & ~twice]))
    below.append(group_rows(under[formal & ~twice]))
    for row in marks[twice].tolist():
        odd.append((read_marks(row[:tickets], row[tickets:], paper), 1))


def _turned(marks: Boxes) -> tuple[Boxes, NDArray[np.bool_]]:
    """(The box of each number 1, 2, 3 … up to the first that is not written just once; whether that one is written twice)."""
    papers, boxes = marks.shape
    box_of = np.zeros((papers, boxes + 2), np.uint8)
    times = np.zeros((papers, boxes + 2), np.uint8)
    for box in range(boxes):
        rows = np.flatnonzero((marks[:, box] > 0) & (marks[:, box] <= boxes))
        numbers = marks[rows, box]
        box_of[rows, numbers] = box + 1
        times[rows, numbers] += 1
    ends = np.argmax(times[:, 1:] != 1, axis=1)
    ranked = np.where(np.arange(boxes) < ends[:, None], box_of[:, 1 : boxes + 1], 0).astype(np.uint8)
    return ranked, times[np.arange(papers), ends + 1] > 1


def _together(parts: list[Grouped]) -> Grouped:
    return group_rows(
        np.concatenate([part.rankings for part in parts]), joined([part.weights for part in parts])
    )


def _expanded(groups: Grouped, paper: PaperLayout) -> Grouped:
    """Rankings of groups as rankings of their candidates, in order."""
    widest = max(map(len, paper.groups))
    members = np.zeros((len(paper.groups) + 1, widest), np.uint8)
    for number, group in enumerate(paper.groups, 1):
        members[number, : len(group)] = group
    sizes = (members > 0).sum(axis=1)
    ranked = np.zeros((len(groups.rankings), int(sizes.sum()) + widest), np.uint8)
    filled = np.zeros(len(ranked), np.intp)
    rows = np.arange(len(ranked))
    for group in groups.rankings.T:
        for place in range(widest):
            ranked[rows, filled + place] = np.where(
                place < sizes[group], members[group, place], ranked[rows, filled + place]
            )
        filled += sizes[group]
    return Grouped(ranked[:, : len(paper.candidates)], groups.weights, None)


def _widened(rankings: Numbers, width: int) -> Numbers:
    wide = np.zeros((len(rankings), width), np.uint8)
    wide[:, : rankings.shape[1]] = rankings
    return wide


def _with(odd: list[tuple[Ranking, int]], grouped: Grouped, paper: PaperLayout) -> Ballots:
    """The ballots of both kinds of papers; those read one by one come last."""
    kind = number_type(len(paper.candidates))
    rankings, weights = grouped.rankings.astype(kind), grouped.weights
    rest = Ballots.from_rankings(paper.candidates, odd)
    tied = rest.tied
    if rest.rows:
        width = max(rankings.shape[1], rest.rankings.shape[1])
        wide = np.zeros((len(rankings) + rest.rows, width), kind)
        wide[: len(rankings), : rankings.shape[1]] = rankings
        wide[len(rankings) :, : rest.rankings.shape[1]] = rest.rankings
        if tied is not None:
            shared = np.zeros(wide.shape, np.bool_)
            shared[len(rankings) :, : tied.shape[1]] = tied
            tied = shared
        rankings, weights = wide, joined([weights, rest.weights])
    return replace(rest, rankings=rankings, weights=weights, tied=tied)
