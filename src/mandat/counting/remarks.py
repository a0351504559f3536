"""What the reading of a file had to decide by itself: nothing is mended in silence."""

from __future__ import annotations

from collections.abc import Iterable

from mandat.language import Listed, Quoted, Sentence, msg, plural

Remark = Sentence
"""A decision of the reader; `Remark.text` says it in a language."""
_MOST = 5

CONTROL = msg("{name} holds characters that are no text; they are shown as \ufffd")
BLANK_WORDS = msg("cells with {words} were read as left blank")
TWINS = msg("{variants} was read as {name}")
NAMESAKES = msg("several candidates have the same name, {name}: {numbers}")
IDS = plural(
    "the cells hold ids, not places on the paper: {number} candidate, named by its id",
    "the cells hold ids, not places on the paper: {number} candidates, named by their ids",
    "number",
)
SET_ASIDE = plural(
    "the file marks {papers} paper as invalid; it was set aside",
    "the file marks {papers} papers as invalid; they were set aside",
    "papers",
)
TIE_ORDER = msg("the file names an order for ties, {order}; a rule that draws lots asks all the same")
SHEETS = msg("only the sheet {read} was read, not {others}")
PARTS = plural("{number} file was read", "{number} files were read as one", "number")
ADJUDICATED = plural(
    "{papers} paper was read as adjudicated, not as first scanned",
    "{papers} papers were read as adjudicated, not as first scanned",
    "papers",
)
DECLARED = plural(
    "the file says that it has {said} votes, and holds {found} of them",
    "the file says that it has {said} votes, and holds {found}",
    "found",
)


def quoted(words: Iterable[str]) -> Listed:
    """Words in quotation marks, the first few of many."""
    return Listed(tuple(map(Quoted, words)), "commas", _MOST)
