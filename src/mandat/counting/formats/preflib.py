"""PrefLib: SOC and SOI (strict orders, complete or not), TOC and TOI (with ties), CAT (categories), https://preflib.github.io/.

Since 2022 head lines begin with `#`: `# TITLE:`, `# NUMBER ALTERNATIVES:`, `# ALTERNATIVE NAME 1: Ann`. Then `weight:
1,2,{3,4}` a ranking: candidates in braces share a rank. In the files made from American elections the braces are overvotes.
`# NUMBER VOTERS:` and `# NUMBER UNIQUE ORDERS:` are held against what is there: a file that was cut off is refused.

Before, the head was the number of alternatives, a line `1,Ann` for each, and a line with the voters, the sum of the weights, and
the number of orders; then `weight,1,2,{3,4}`.

Categories are a ranking only in name: with two of them, such as approved and not approved, the first is an approval;
more are refused, since a rule cannot know which of them approve.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mandat.counting.ballots import Candidate, Rank
from mandat.counting.errors import BadFileError
from mandat.counting.formats.naming import about_names, people
from mandat.counting.formats.opened import OpenedFile
from mandat.counting.formats.records import Contents, Record
from mandat.counting.formats.source import lines_of
from mandat.counting.formats.whole import shown, whole_number
from mandat.language import msg

SUFFIXES = (".soc", ".soi", ".toc", ".toi", ".cat")
NEW = re.compile(
    r"^# (?:FILE NAME|TITLE|DATA TYPE|NUMBER ALTERNATIVES|ALTERNATIVE NAME|NUMBER VOTERS|DESCRIPTION)",
    re.MULTILINE,
)
OLD = re.compile(r"\s*\d+\s*\r?\n\s*1\s*,[^\n]*\n")
_NAME = re.compile(r"^# (ALTERNATIVE|CATEGORY) NAME ([0-9]+):\s*(.*)$")
_HEAD = re.compile(r"^# ([A-Z ]+):\s*(.*)$")
_TOKEN = re.compile(r"\{([^{}]*)\}|([^,{}]+)|(,)")
_APPROVING = re.compile(r"yes|y|1|approv\w*|acceptable|for|in favou?r|oui|approuv\w*|ja", re.IGNORECASE)
_NOT = re.compile(r"no|n|0|not .*|dis\w*|non\b.*|un\w*|against|nein", re.IGNORECASE)


@dataclass
class PreflibHead:
    """What stands above the orders: names, facts, and the line on which orders begin."""

    candidates: tuple[Candidate, ...]
    raw: list[str]
    title: str = ""
    voters: int | None = None
    orders: int | None = None
    first: int = 1
    separator: str = ":"
    categories: tuple[str, ...] | None = None


_VOTERS = msg(
    "the head promises {said} voters, but there are {found}; the file is cut off or was edited: fetch it again, or mend the "
    "number in the head"
)
_ORDERS = msg(
    "the head promises {said} orders, but there are {found}; the file is cut off or was edited: fetch it again, or mend the "
    "number in the head"
)


def read_preflib(opened: OpenedFile) -> Contents:
    """The papers of a file of either form. Raises `BadFileError` with the line and the remedy."""
    lines = lines_of(opened.text)
    head = _new_head(lines, opened.name) if _is_new(lines) else _old_head(lines, opened.name)
    _refuse_categories(head, opened.name)
    return Contents(
        head.candidates,
        _checked(_records(lines, head, opened.name), head, opened.name),
        title=head.title,
        remarks=about_names(head.candidates, head.raw),
    )


def _is_new(lines: list[str]) -> bool:
    return any(line.startswith("#") for line in lines[:1]) or not (
        lines and whole_number(lines[0]) is not None
    )


def _new_head(lines: list[str], source: str) -> PreflibHead:
    names: dict[str, dict[int, str]] = {"ALTERNATIVE": {}, "CATEGORY": {}}
    facts: dict[str, str] = {}
    for number, line in enumerate(lines, 1):
        if found := _NAME.match(line):
            place = int(found[2][:9])
            if place in names[found[1]]:
                raise BadFileError(
                    msg("{lower} {place} is named twice")(lower=found[1].lower(), place=place),
                    line=number,
                    source=source,
                )
            names[found[1]][place] = found[3]
        elif found := _HEAD.match(line):
            facts[found[1]] = found[2].strip()
    number_ = whole_number(facts.get("NUMBER ALTERNATIVES", ""))
    if number_ is None:
        raise BadFileError(msg("the head has no line `# NUMBER ALTERNATIVES: n`"), source=source)
    named = names["ALTERNATIVE"]
    _refuse_missing(named, number_, source)
    is_cat = facts.get("DATA TYPE", "").strip().lower() == "cat" or "NUMBER CATEGORIES" in facts
    categories = tuple(names["CATEGORY"][n].strip() for n in sorted(names["CATEGORY"]))
    many = whole_number(facts.get("NUMBER CATEGORIES", "")) or len(categories) or 2
    return PreflibHead(
        people((named[n] for n in range(1, number_ + 1)), source),
        list(named.values()),
        facts.get("TITLE", ""),
        whole_number(facts.get("NUMBER VOTERS", "")),
        whole_number(facts.get("NUMBER UNIQUE ORDERS", "")),
        categories=(categories or ("",) * min(many, 3)) if is_cat else None,
    )


def _refuse_missing(named: dict[int, str], number: int, source: str) -> None:
    missing = next((n for n in range(1, min(number, len(named) + 1) + 1) if n not in named), None)
    if missing is not None or len(named) != number:
        raise BadFileError(
            msg("the head promises {number} alternatives, but `# ALTERNATIVE NAME {missing}:` is missing")(
                number=number, missing=str(missing)
            )
            if missing
            else msg("the head promises {number} alternatives, but {named} are named")(
                number=number, named=len(named)
            ),
            source=source,
        )


def _old_head(lines: list[str], source: str) -> PreflibHead:
    number = whole_number(lines[0]) or 0
    names: list[str] = []
    for line, text in enumerate(lines[1 : number + 1], 2):
        place, comma, name = text.partition(",")
        if not comma or whole_number(place) != line - 1:
            raise BadFileError(
                msg("{text} is not `{line},Name`; {number} alternatives are promised")(
                    text=shown(text), line=line - 1, number=number
                ),
                line=line,
                source=source,
            )
        names.append(name)
    if len(names) < number:
        raise BadFileError(
            msg("{number} alternatives are promised, {count} are named")(number=number, count=len(names)),
            source=source,
        )
    sums = lines[number + 1].split(",") if len(lines) > number + 1 else []
    numbers = [whole_number(word) for word in sums]
    if len(numbers) != 3 or None in numbers:
        raise BadFileError(
            msg(
                "the line with the number of voters, the sum of the weights and the number of orders is missing"
            ),
            line=number + 2,
            source=source,
        )
    return PreflibHead(
        people(names, source), names, voters=numbers[1], orders=numbers[2], first=number + 3, separator=","
    )


def _refuse_categories(head: PreflibHead, source: str) -> None:
    """Categories are approvals if there are two and the first approves; else they are refused."""
    if head.categories is None or len(head.categories) == 1:
        return
    names = ", ".join(name or str(n) for n, name in enumerate(head.categories, 1))
    two = len(head.categories) == 2
    first, second = head.categories[0].strip(), head.categories[-1].strip()
    known = not (first or second) or _APPROVING.fullmatch(first) or _NOT.fullmatch(second)
    if not (two and known and not _NOT.fullmatch(first)):
        raise BadFileError(
            msg(
                "the categories ({names}) are no ranking, and it is not known which of them approve. Make a file "
                "with two, the first of them called approved"
            )(names=names),
            source=source,
        )


def _records(lines: list[str], head: PreflibHead, source: str) -> Iterator[Record]:
    """The rankings one line at a time, as marked."""
    for line, words in enumerate(lines[head.first - 1 :], start=head.first):
        if words.strip() and not words.startswith("#"):
            text, sign, order = words.partition(head.separator)
            weight = whole_number(text)
            if not sign or weight is None or weight < 1:
                raise BadFileError(
                    msg("{words} is not `weight: order`")(words=shown(words)), line=line, source=source
                )
            yield Record(line, _ranking(order.strip(), head, line, source), weight)


def _ranking(order: str, head: PreflibHead, line: int, source: str) -> tuple[Rank, ...]:
    groups = list(_groups(order, len(head.candidates), line, source))
    if head.categories is None:
        if () in groups:
            raise BadFileError(msg("the braces are empty; a rank has a candidate"), line=line, source=source)
        return tuple(group[0] if len(group) == 1 else group for group in groups)
    if len(groups) > len(head.categories):
        raise BadFileError(
            msg("the line has {count} categories, the head {other}")(
                count=len(groups), other=len(head.categories)
            ),
            line=line,
            source=source,
        )
    return (groups[0],) if groups and groups[0] else ()


def _groups(order: str, candidates: int, line: int, source: str) -> Iterator[tuple[int, ...]]:
    position = 0
    while position < len(order):
        token = _TOKEN.match(order, position)
        if token is None:
            raise BadFileError(
                msg("{order} has a brace without its partner")(order=shown(order[position:])),
                line=line,
                source=source,
            )
        position = token.end()
        if token[1] is not None:
            yield tuple(
                _number(word, candidates, line, source) for word in token[1].split(",") if word.strip()
            )
        elif token[2] is not None and token[2].strip():
            yield (_number(token[2], candidates, line, source),)


def _number(word: str, candidates: int, line: int, source: str) -> int:
    number = whole_number(word)
    if number is None or not 1 <= number <= candidates:
        raise BadFileError(
            msg("{cell} is not an alternative; they run from 1 to {candidates}")(
                cell=shown(word.strip()), candidates=candidates
            ),
            line=line,
            source=source,
        )
    return number


def _checked(records: Iterator[Record], head: PreflibHead, source: str) -> Iterator[Record]:
    """The same records; at their end `BadFileError` if they are not as many as the head says."""
    voters = orders = 0
    for record in records:
        voters, orders = voters + record.weight, orders + 1
        yield record
    for words, said, found in ((_VOTERS, head.voters, voters), (_ORDERS, head.orders, orders)):
        if said is not None and said != found:
            raise BadFileError(
                words(said=said, found=found),
                source=source,
            )
