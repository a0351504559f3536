"""The transfer diagram: a bar for each candidate at each stage, bands for the votes that stay and those that
move.

An SVG drawn with whole numbers; a vote total is a height. Every band carries a title, so that a pointer or a
screen reader finds source, target and votes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from unicodedata import east_asian_width

from mandat.counting.rendering.words import stage_title, words
from mandat.counting.result import NONE, Count, Stage
from mandat.language import ENGLISH, Language

_STEP, _BAR, _GAP, _HEIGHT, _TOP, _LEFT = 150, 14, 6, 560, 40, 190
_LETTER = 8
"""The room of a letter of a name; names stand in full, however long."""
_COLOURS = (
    "#1b6ca8",
    "#c8553d",
    "#3a7d44",
    "#8d5a97",
    "#b8860b",
    "#2a9d8f",
    "#9b2226",
    "#5f6c7b",
    "#6a994e",
    "#7b2cbf",
)


@dataclass(frozen=True, slots=True)
class Bar:
    """Where a candidate's votes of one stage stand: top edge and height."""

    top: int
    height: int


def render_sankey(count: Count, *, language: Language = ENGLISH) -> str:
    """The diagram of `count` as one `<svg>` element; a count of a single stage has bars and no bands."""
    columns = [_column(count, stage) for stage in count.stages]
    width = _LEFT + _STEP * max(1, len(columns) - 1) + 120
    height = _TOP + _HEIGHT + _GAP * (len(count.names) + 2)
    more = max(0, _LETTER * (max(map(_letters, count.names)) + 1) - _LEFT)
    parts = [*_bands(count, columns), *_bars(count, columns), *_labels(count, columns, language)]
    title = escape(words(language)("diagram"))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{-more} 0 {width + more} {height}" role="img" '
        f'aria-label="{title}" font-family="sans-serif" font-size="12"><title>{title}</title>'
        + "".join(parts)
        + "</svg>"
    )


def _letters(name: str) -> int:
    """The letters of a name; those of East Asia are as wide as two."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in name)


def _unit(count: Count) -> int:
    """All votes of the count, which fill the height."""
    first = count.stages[0]
    return max(1, sum(first.totals) + first.exhausted + first.lost)


def _votes(stage: Stage, candidate: int) -> int:
    return stage.exhausted + stage.lost if candidate == NONE else stage.totals[candidate - 1]


def _column(count: Count, stage: Stage) -> dict[int, Bar]:
    """The bars of one stage from top to bottom: candidates by number, then the non-transferable votes (0)."""
    bars: dict[int, Bar] = {}
    top = _TOP
    for candidate in [*range(1, len(count.names) + 1), NONE]:
        height = _votes(stage, candidate) * _HEIGHT // _unit(count)
        bars[candidate] = Bar(top, height)
        top += height + _GAP
    return bars


def _colour(candidate: int) -> str:
    return "#b5b5b5" if candidate == NONE else _COLOURS[(candidate - 1) % len(_COLOURS)]


def _name(count: Count, candidate: int) -> str:
    return count.names[candidate - 1] if candidate else "–"


def _bars(count: Count, columns: list[dict[int, Bar]]) -> Iterator[str]:
    for place, (stage, bars) in enumerate(zip(count.stages, columns, strict=True)):
        for candidate, bar in bars.items():
            if _votes(stage, candidate):
                votes = count.decimal(_votes(stage, candidate))
                yield (
                    f'<rect x="{_LEFT + place * _STEP}" y="{bar.top}" width="{_BAR}" height="{max(1, bar.height)}" '
                    f'fill="{_colour(candidate)}"><title>{escape(_name(count, candidate))}: {votes}</title></rect>'
                )


def _bands(count: Count, columns: list[dict[int, Bar]]) -> Iterator[str]:
    for place, stage in enumerate(count.stages[1:], start=1):
        left, right = columns[place - 1], columns[place]
        leaving = {c: bar.top for c, bar in left.items()}
        arriving = {c: bar.top for c, bar in right.items()}
        for source, target, votes in _flows(count, count.stages[place - 1], stage):
            thick = votes * _HEIGHT // _unit(count)
            if thick:
                title = f"{_name(count, source)} → {_name(count, target)}: {count.decimal(votes)}"
                yield _band(place, leaving[source], arriving[target], thick, _colour(source), title)
            leaving[source] += thick
            arriving[target] += thick


def _flows(count: Count, before: Stage, stage: Stage) -> Iterator[tuple[int, int, int]]:
    """(source, target, votes) of all votes between two stages: first those that stay, then those that move.

    Where a rule shares all votes out anew (Meek), only what each candidate keeps of the total is drawn as
    staying.
    """
    moved = [t for t in stage.transfers if t.source]
    out: dict[int, int] = {}
    for transfer in moved:
        out[transfer.source] = out.get(transfer.source, 0) + transfer.votes
    for candidate in [*range(1, len(count.names) + 1), NONE]:
        stays = min(_votes(before, candidate) - out.get(candidate, 0), _votes(stage, candidate))
        if stays > 0:
            yield candidate, candidate, stays
    for transfer in moved:
        yield transfer.source, transfer.target, transfer.votes


def _band(place: int, start: int, end: int, thick: int, colour: str, title: str) -> str:
    x1, x2 = _LEFT + (place - 1) * _STEP + _BAR, _LEFT + place * _STEP
    middle = (x1 + x2) // 2
    path = (
        f"M{x1} {start}C{middle} {start} {middle} {end} {x2} {end}"
        f"V{end + thick}C{middle} {end + thick} {middle} {start + thick} {x1} {start + thick}Z"
    )
    return f'<path d="{path}" fill="{colour}" fill-opacity="0.45"><title>{escape(title)}</title></path>'


def _labels(count: Count, columns: list[dict[int, Bar]], language: Language) -> Iterator[str]:
    for candidate, bar in columns[0].items():
        if candidate and bar.height >= _GAP:
            y = bar.top + bar.height // 2 + 4
            yield f'<text x="{_LEFT - 8}" y="{y}" text-anchor="end">{escape(_name(count, candidate))}</text>'
    for place, stage in enumerate(count.stages):
        title = escape(stage_title(count, stage, language))
        yield f'<text x="{_LEFT + place * _STEP}" y="20"><title>{title}</title>{stage.number}</text>'
