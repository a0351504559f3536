"""ConcreteSTV's `.stv` files: Senate papers as JSON, above the line by groups (`atl`) and below it by candidates (`btl`).

`metadata` names candidates and groups; a paper above the line stands for the candidates of its groups in order. Numbers of
groups and candidates begin with 0. Source: github.com/AndrewConway/ConcreteSTV, "stv file format".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from mandat.counting.errors import BadFileError
from mandat.counting.formats.json_values import JsonNode
from mandat.counting.formats.naming import about_names, people
from mandat.counting.formats.opened import OpenedFile
from mandat.counting.formats.records import Contents, Record
from mandat.language import msg


def read_concrete(opened: OpenedFile) -> Contents:
    """The papers of a file. Raises `BadFileError` with what is missing."""
    root = JsonNode.parse(opened.content, opened.name)
    about = root["metadata"]
    listed = list(about["candidates"].items())
    parties = list(about.each("parties"))
    names = [each["name"].text() for each in listed]
    candidates = tuple(
        msgspec.structs.replace(candidate, party=_party(node, parties))
        for candidate, node in zip(people(names, opened.name), listed, strict=True)
    )
    groups = [_within(party, "candidates", len(candidates)) for party in parties]
    records = [*_above(root, groups), *_below(root, len(candidates))]
    informal = root.number("informal", 0)
    if informal:
        records.append(Record(len(records) + 1, (), informal, valid=False))
    title = (
        " ".join(about["name"].string(key) for key in ("name", "electorate", "year"))
        if about.has("name")
        else ""
    )
    seats = about.number("vacancies", 0) or None
    return Contents(candidates, records, seats, title.strip(), about_names(candidates, names), "paper")


def _party(node: JsonNode, parties: Sequence[JsonNode]) -> str | None:
    if not node.has("party"):
        return None
    number = node["party"].whole()
    if number >= len(parties):
        raise node["party"].refuse(msg("one of the {count} groups")(count=len(parties)))
    return parties[number].string("name") or None


def _within(node: JsonNode, key: str, most: int) -> tuple[int, ...]:
    """Numbers from 0 as numbers from 1."""
    numbers = tuple(each.whole() + 1 for each in node.each(key))
    if any(number > most for number in numbers):
        raise node.refuse(msg("made of numbers from 0 to {last}")(last=most - 1))
    return numbers


def _above(root: JsonNode, groups: Sequence[Sequence[int]]) -> Iterator[Record]:
    for number, paper in enumerate(root.each("atl"), 1):
        chosen = _within(paper, "parties", len(groups))
        yield Record(number, tuple(c for group in chosen for c in groups[group - 1]), _papers(paper))


def _below(root: JsonNode, candidates: int) -> Iterator[Record]:
    start = len(list(root.each("atl")))
    for number, paper in enumerate(root.each("btl"), start + 1):
        yield Record(number, _within(paper, "candidates", candidates), _papers(paper))


def _papers(paper: JsonNode) -> int:
    number = paper["n"].whole()
    if not number:
        raise BadFileError(msg("{way} stands for 0 papers")(way=paper.way), source=paper.source)
    return number
