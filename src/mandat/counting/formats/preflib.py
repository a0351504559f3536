"""PrefLib: SOC and SOI (strict orders, complete or not), TOC and TOI (with ties), https://preflib.github.io/.

Head lines begin with `#`: `# TITLE:`, `# NUMBER ALTERNATIVES:`, `# ALTERNATIVE NAME 1: Ann`. Then `weight:
1,2,{3,4}` a ranking: candidates in braces share a rank. In the files made from American elections the braces
are overvotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mandat.counting.ballots import Ballots, Candidate, Rank
from mandat.counting.errors import BadFileError
from mandat.counting.formats.records import Record

_NAME = re.compile(r"^# ALTERNATIVE NAME (\d+):\s*(.*)$")
_HEAD = re.compile(r"^# ([A-Z ]+):\s*(.*)$")
_TOKEN = re.compile(r"\{([^{}]*)\}|([^,{}]+)|(,)")


def read_preflib(text: str, source: str, *, keep_sequence: bool = False) -> Ballots:
    """The ballots of a PrefLib file. Raises `BadFileError` with the line and the remedy."""
    candidates, title = read_head(text, source)
    papers = ((record.ranking, record.weight) for record in records(text, len(candidates), source))
    return Ballots.from_rankings(candidates, papers, keep_sequence=keep_sequence, title=title)


def read_head(text: str, source: str) -> tuple[tuple[Candidate, ...], str]:
    """The candidates and the title."""
    names: dict[int, str] = {}
    facts: dict[str, str] = {}
    for line in text.splitlines():
        if found := _NAME.match(line):
            names[int(found[1])] = found[2].strip()
        elif found := _HEAD.match(line):
            facts[found[1]] = found[2].strip()
    number = facts.get("NUMBER ALTERNATIVES", "")
    if not number.isdigit():
        raise BadFileError("the head has no line `# NUMBER ALTERNATIVES: n`", source=source)
    missing = [n for n in range(1, int(number) + 1) if n not in names]
    if missing or len(names) != int(number):
        wrong = f"`# ALTERNATIVE NAME {missing[0]}:` is missing" if missing else f"{len(names)} are named"
        raise BadFileError(f"the head promises {number} alternatives, but {wrong}", source=source)
    return tuple(Candidate(n, names[n]) for n in range(1, int(number) + 1)), facts.get("TITLE", "")


def records(text: str, candidates: int, source: str) -> Iterator[Record]:
    """The rankings one line at a time, as marked."""
    for line, words in enumerate(text.splitlines(), start=1):
        if words.strip() and not words.startswith("#"):
            weight, colon, order = words.partition(":")
            if not colon or not weight.strip().isdigit() or int(weight) < 1:
                raise BadFileError(f"{words!r} is not `weight: order`", line=line, source=source)
            yield Record(line, _order(order.strip(), candidates, line, source), int(weight))


def _order(order: str, candidates: int, line: int, source: str) -> tuple[Rank, ...]:
    ranks: list[Rank] = []
    position = 0
    while position < len(order):
        token = _TOKEN.match(order, position)
        if token is None:
            raise BadFileError(
                f"{order[position:]!r} has a brace without its partner", line=line, source=source
            )
        position = token.end()
        if token[1] is not None:
            ranks.append(
                tuple(_number(word, candidates, line, source) for word in token[1].split(",") if word.strip())
            )
        elif token[2] is not None and token[2].strip():
            ranks.append(_number(token[2], candidates, line, source))
    return tuple(rank[0] if isinstance(rank, tuple) and len(rank) == 1 else rank for rank in ranks)


def _number(word: str, candidates: int, line: int, source: str) -> int:
    if not word.strip().isdigit() or not 1 <= int(word) <= candidates:
        raise BadFileError(
            f"{word.strip()!r} is not an alternative; they run from 1 to {candidates}",
            line=line,
            source=source,
        )
    return int(word)
