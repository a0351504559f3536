"""A `Count` for people: a text table, a page with the transfer diagram, and JSON (`Count.to_json`)."""

from mandat.counting.rendering.page import render_html
from mandat.counting.rendering.papers import papers_in_words
from mandat.counting.rendering.questions import consequences_in_words, question_in_words
from mandat.counting.rendering.sankey import render_sankey
from mandat.counting.rendering.text import render_text
from mandat.counting.rendering.why import why, why_in_words, why_others

__all__ = [
    "consequences_in_words",
    "papers_in_words",
    "question_in_words",
    "render_html",
    "render_sankey",
    "render_text",
    "why",
    "why_in_words",
    "why_others",
]
