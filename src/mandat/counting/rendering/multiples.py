"""Small multiples: one little picture for each candidate, all on one scale, with the name in full above it.

A bar is the votes after a stage; a line marks the quota where there is one. SVG drawn with whole numbers, like the diagram.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from mandat.counting.rendering.words import words
from mandat.counting.result import Count
from mandat.language import ENGLISH, Language

_WIDTH, _HEIGHT = 240, 60
_ELECTED, _OTHER, _QUOTA = "#3a7d44", "#8a8a8a", "#c8553d"


def render_multiples(count: Count, language: Language = ENGLISH) -> str:
    """A list with a picture for each candidate, in the order of the paper; every name is escaped."""
    top = max(1, _quota_of(count), *(total for stage in count.stages for total in stage.totals))
    return f'<ul class="multiples">{"".join(_items(count, top, language))}</ul>'


def _quota_of(count: Count) -> int:
    return max(
        (q for q in (count.quota, *(stage.quota for stage in count.stages)) if q is not None), default=0
    )


def _items(count: Count, top: int, language: Language) -> Iterator[str]:
    say = words(language)
    elected = {each.candidate: each.stage for each in count.elected}
    excluded = {each.candidate: each.stage for each in count.excluded}
    for number, name in enumerate(count.names, 1):
        fate = ""
        if number in elected:
            fate = say("at stage", name=say("elected"), stage=elected[number])
        elif number in excluded:
            fate = say("at stage", name=say("excluded"), stage=excluded[number])
        picture = _picture(count, number, name, top, language)
        yield f"<li>{escape(name)}<br><small>{escape(fate)}</small>{picture}</li>"


def _picture(count: Count, number: int, name: str, top: int, language: Language) -> str:
    colour = _ELECTED if number in count.winners else _OTHER
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{escape(name)}">'
        f"{''.join(_bars(count, number, top, colour, language))}{_line(count, top)}</svg>"
    )


def _bars(count: Count, number: int, top: int, colour: str, language: Language) -> Iterator[str]:
    say, stages = words(language), len(count.stages)
    for place, stage in enumerate(count.stages):
        votes = stage.totals[number - 1]
        left, right = place * _WIDTH // stages, (place + 1) * _WIDTH // stages
        height = votes * _HEIGHT // top
        if votes > 0:
            title = escape(say("bar", stage=stage.number, votes=count.decimal(votes)))
            yield (
                f'<rect x="{left}" y="{_HEIGHT - max(1, height)}" width="{max(1, right - left - 1)}" '
                f'height="{max(1, height)}" fill="{colour}"><title>{title}</title></rect>'
            )


def _line(count: Count, top: int) -> str:
    """The quota of each stage, where there is one."""
    stages, parts = len(count.stages), list[str]()
    for place, stage in enumerate(count.stages):
        quota = count.quota if stage.quota is None else stage.quota
        if quota is not None:
            y = _HEIGHT - quota * _HEIGHT // top
            left, right = place * _WIDTH // stages, (place + 1) * _WIDTH // stages
            parts.append(f"M{left} {y}H{right}")
    return f'<path d="{"".join(parts)}" stroke="{_QUOTA}" stroke-width="1"/>' if parts else ""
