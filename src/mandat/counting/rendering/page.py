"""A count as one self-contained page: summary, diagram, a small picture for each candidate, table of stages, ties, and why the
others were not elected. No script, nothing fetched; it prints on paper.
"""

from __future__ import annotations

from html import escape

from mandat.counting.ballots import Ballots
from mandat.counting.rendering.multiples import render_multiples
from mandat.counting.rendering.papers import papers_in_words
from mandat.counting.rendering.questions import consequences_in_words, question_in_words
from mandat.counting.rendering.sankey import render_sankey
from mandat.counting.rendering.why import why_others
from mandat.counting.rendering.words import stage_title, tie_in_words, words
from mandat.counting.result import Count
from mandat.language import ENGLISH, Language

_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem;color:#1c1c1c}"
    "table{border-collapse:collapse;font-variant-numeric:tabular-nums;font-size:.85rem}"
    "th,td{padding:.3rem .6rem;border-bottom:1px solid #ddd;text-align:right}"
    "th:first-child{text-align:left}.elected{font-weight:bold;background:#e4f3e6}.out{color:#8a8a8a}"
    "svg{width:100%;height:auto}.scroll{overflow-x:auto}"
    ".multiples{display:grid;grid-template-columns:repeat(auto-fill,minmax(11rem,1fr));gap:.8rem;padding:0;list-style:none}"
    ".multiples li{break-inside:avoid;border-bottom:1px solid #ddd;padding-bottom:.4rem;overflow-wrap:anywhere}"
    "dt{font-weight:bold;margin-top:.6rem}dd{margin:0 0 0 1rem}"
    "@media print{@page{margin:1.5cm}body{margin:0;max-width:none;font-size:10pt}.scroll{overflow:visible}"
    "table{font-size:7pt}th,td{padding:.1rem .25rem}thead{display:table-header-group}tr,dt,dd{break-inside:avoid}"
    "h2{break-after:avoid}.elected{background:none}}"
)


def render_html(
    count: Count, *, title: str = "", language: Language = ENGLISH, ballots: Ballots | None = None
) -> str:
    """`count` as an HTML document with its pictures; every name is escaped. With the `ballots` it also says why the others
    were not elected.
    """
    say = words(language)
    heading = escape(title or count.rule)
    ties = "".join(f"<li>{escape(tie_in_words(count, tie, language))}</li>" for tie in count.ties)
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{heading}</title><style>{_STYLE}</style></head>'
        f"<body><h1>{heading}</h1>{_summary(count, language)}{_question(count, language)}"
        f"{_pictures(count, language)}"
        f'<h2>{say("stage")}</h2><div class="scroll">{render_table(count, language)}</div>'
        + (f"<h2>{say('ties')}</h2><ul>{ties}</ul>" if ties else "")
        + (render_why(count, ballots, language) if ballots is not None else "")
        + "</body></html>"
    )


def _pictures(count: Count, language: Language) -> str:
    """The transfers, and each candidate's votes from stage to stage where there are several."""
    if not count.stages:
        return ""
    say = words(language)
    diagram = f"<h2>{say('diagram')}</h2>{render_sankey(count, language=language)}"
    if len(count.stages) == 1:
        return diagram
    return f"{diagram}<h2>{say('each')}</h2>{render_multiples(count, language)}"


def render_why(count: Count, ballots: Ballots, language: Language = ENGLISH) -> str:
    """A list of all who were not elected, each with the reason; empty where everybody was. Every name is escaped."""
    told = why_others(count, ballots, language)
    entries = "".join(f"<dt>{escape(name)}</dt><dd>{escape(reason)}</dd>" for name, reason in told)
    return f"<h2>{words(language)('why')}</h2><dl>{entries}</dl>" if entries else ""


def _question(count: Count, language: Language) -> str:
    """The lot that is missing and what each answer does; nothing where none is."""
    if count.question is None:
        return ""
    asked = f"{words(language)('question')}: {question_in_words(count.question, language)}"
    told = consequences_in_words(count.question, count.names, language)
    listed = "".join(f"<li>{escape(sentence)}</li>" for sentence in told)
    return f"<p><strong>{escape(asked)}</strong></p>" + (f"<ul>{listed}</ul>" if listed else "")


def _summary(count: Count, language: Language) -> str:
    say = words(language)
    facts = [f"{say('seats')}: {count.seats}", escape(papers_in_words(count, language))]
    if count.quota is not None:
        facts.insert(1, f"{say('quota')}: {count.decimal(count.quota)}")
    elected = "".join(
        f"<li>{escape(say('at stage', name=e.name, stage=e.stage))}</li>" for e in count.elected
    )
    return f"<p>{escape(count.rule)} · {' · '.join(facts)}</p><h2>{say('elected')}</h2><ol>{elected}</ol>"


def render_table(count: Count, language: Language = ENGLISH) -> str:
    """Return the table of stages: totals of every candidate after each, exhausted and lost votes; every name is escaped."""
    say = words(language)
    heads = "".join(
        f'<th scope="col" title="{escape(stage_title(count, s, language))}">{s.number}</th>'
        for s in count.stages
    )
    rows = "".join(_row(count, number, name) for number, name in enumerate(count.names, start=1))
    rest = _plain_row(say("exhausted"), [count.decimal(s.exhausted) for s in count.stages])
    if any(s.lost for s in count.stages):
        rest += _plain_row(say("lost"), [count.decimal(s.lost) for s in count.stages])
    head = f'<thead><tr><th scope="col">{say("candidate")}</th>{heads}</tr></thead>'
    return f"<table>{head}<tbody>{rows}{rest}</tbody></table>"


def _row(count: Count, candidate: int, name: str) -> str:
    elected = next((e.stage for e in count.elected if e.candidate == candidate), None)
    excluded = next((e.stage for e in count.excluded if e.candidate == candidate), None)
    cells = []
    for stage in count.stages:
        kind = "elected" if elected == stage.number else "out" if excluded and stage.number > excluded else ""
        cells.append(f'<td class="{kind}">{count.decimal(stage.totals[candidate - 1])}</td>')
    return f'<tr><th scope="row">{escape(name)}</th>{"".join(cells)}</tr>'


def _plain_row(label: str, values: list[str]) -> str:
    return f'<tr><th scope="row">{label}</th>{"".join(f"<td>{value}</td>" for value in values)}</tr>'
