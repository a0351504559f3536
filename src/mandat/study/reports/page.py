"""One HTML file with everything in it: pictures that answer, numbers, words. It needs no network and no other file."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from importlib.resources import files

import msgspec

from mandat.language import Language, msg
from mandat.pictures.hemicycle import rows_for
from mandat.study.reports.pictures import TENDENCY, pictures
from mandat.study.reports.summary import StudyFound, summary
from mandat.study.reports.svg import COLOURS
from mandat.study.reports.words import TITLE, measure_keys, measure_name

SEATS_SHOWN = 120
OVER_TIME = msg("The top and the members over time")
MEMBERS = msg("members")
SEATS = msg("seats at the top")
RULEBOOK = msg("Bylaws")
MOMENT = msg("Moment")
NUMBERS = msg("All numbers")


def page(found: StudyFound, language: Language) -> str:
    """The whole file."""
    drawn = pictures(found, language)
    data = msgspec.json.encode(_data(found, language)).decode().replace("<", "\\u003c")
    script = files("mandat.study.reports").joinpath("page.js").read_text()
    style = files("mandat.study.reports").joinpath("page.css").read_text()
    sections = "".join(f'<section id="{name}">{drawing}</section>' for name, drawing in drawn.items())
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(TITLE.text(language))}</title><style>{style}</style></head><body><main>"
        f"{_words(summary(found, language))}{_controls(found, language)}{sections}{_table(found, language)}"
        f'</main><script type="application/json" id="data">{data}</script><script>{script}</script></body></html>\n'
    )


def _data(found: StudyFound, language: Language) -> dict[str, object]:
    tendencies = found.asked.assumed.tendencies
    seats = min(found.certain.seats, SEATS_SHOWN)
    return {
        "colours": COLOURS[:tendencies],
        "names": [TENDENCY.text(language, n=n + 1) for n in range(tendencies)],
        "rows": rows_for(max(1, seats)),
        "seats": seats,
        "series": {each.name: each.series for each in found.outcomes if each.series is not None},
    }


def _controls(found: StudyFound, language: Language) -> str:
    options = "".join(
        f"<option>{escape(each.name)}</option>" for each in found.outcomes if each.series is not None
    )
    return (
        f"<section><h2>{escape(OVER_TIME.text(language))}</h2><p><label>{escape(RULEBOOK.text(language))} "
        f'<select id="rulebook">{options}</select></label> <label>{escape(MOMENT.text(language))} '
        '<input id="moment" type="range" min="0" max="0" value="0"></label> <output id="when"></output></p>'
        f'<div id="hemicycle" data-members="{escape(MEMBERS.text(language))}" data-seats="{escape(SEATS.text(language))}"></div>'
        "</section>"
    )


def _table(found: StudyFound, language: Language) -> str:
    head = "".join(f"<th scope=col>{escape(each.name)}</th>" for each in found.outcomes)
    rows = "".join(
        f"<tr><th scope=row>{escape(measure_name(key, language))}</th>{_cells(found, key)}</tr>"
        for key in measure_keys(found.outcomes[0].measures)
    )
    title = escape(NUMBERS.text(language))
    table = f"<table><tr><td></td>{head}</tr>{rows}</table>"
    return f"<section><h2>{title}</h2><div class=wide>{table}</div></section>"


def _cells(found: StudyFound, key: str) -> str:
    cells = [each.measures.get(key) for each in found.outcomes]
    return "".join(
        "<td></td>" if cell is None else f"<td>{cell.mean:.4g} ± {cell.half:.2g}</td>" for cell in cells
    )


def _words(markdown: str) -> str:
    """The summary's few forms of Markdown: headings and lists."""
    parts: list[str] = []
    for line in markdown.splitlines():
        level = len(line) - len(line.lstrip("#"))
        if level:
            parts.append(f"<h{level}>{escape(line[level:].strip())}</h{level}>")
        elif line.startswith("- "):
            parts.append(f"<li>{escape(line[2:])}</li>")
        elif line:
            parts.append(f"<p>{escape(line)}</p>")
    return _listed(parts)


def _listed(parts: Sequence[str]) -> str:
    """Items one after the other stand in one list."""
    joined, open_ = "", False
    for part in parts:
        item = part.startswith("<li>")
        if item != open_:
            joined += "<ul>" if item else "</ul>"
        joined, open_ = joined + part, item
    return joined + ("</ul>" if open_ else "")
