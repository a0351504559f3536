"""Standing confidence: who moves its base, and what it does beside a proportional election."""

from __future__ import annotations

from collections.abc import Iterator

from mandat.bylaws.expression import Expression
from mandat.bylaws.findings.finding import Examination, Finding
from mandat.bylaws.findings.seating import lines_named
from mandat.bylaws.model import Recall, SeatLine
from mandat.bylaws.model.pieces import Rows
from mandat.bylaws.tables.methods import DIVISORS
from mandat.language import Listed, msg

_MOVING = ("members", "entitled")
_STV = frozenset(
    (
        "stv-scottish",
        "stv-ni",
        "wigm",
        "ers97",
        "meek",
        "meek-nz",
        "irish",
        "cambridge",
        "minneapolis",
        "au-senate",
    )
)
_COMMITTEES = frozenset(("sequential-phragmen", "equal-shares", "pav", "pav-sequential", "cumulative"))
_PROPORTIONAL = _STV | _COMMITTEES | {*DIVISORS, "open-list", "biproportional"}
_ELECTORS = 100
_REGISTRAR = msg("the registrar")


def check(case: Examination) -> Iterator[Finding]:
    """Bases that joiners move, majorities beside quotas, two thresholds for one seat."""
    first: dict[str, Recall] = {}
    for recall in case.bylaws.recalls.values():
        if recall.deciding.confidence is None:
            continue
        yield from _moving(case, recall, recall.deciding.confidence)
        for line in lines_named(case.bylaws, recall.of):
            if line.id in first:
                yield case.finding(
                    "error", "two-thresholds", recall, "of", line=line.id, other=first[line.id].id
                )
            first.setdefault(line.id, recall)
            yield from _beside_quota(case, recall, line)


def _moving(case: Examination, recall: Recall, rule: Rows[Expression]) -> Iterator[Finding]:
    """``members`` and ``entitled`` as of now: whoever admits members can topple a delegate."""
    for row in rule.rows:
        for count in row.value.counts:
            if count.name in _MOVING and count.at is None:
                admits = case.bylaws.powers.get("member.admit")
                who = Listed(admits.first.holder.names) if admits is not None else _REGISTRAR
                yield case.finding("warning", "moving-base", recall, "confidence", count=str(count), who=who)


def _beside_quota(case: Examination, recall: Recall, line: SeatLine) -> Iterator[Finding]:
    """Delegates whom a minority elected by quota, recalled by a majority that never voted for them."""
    method = (
        line.filling.elect.balloting.method.plain
        if line.filling.elect is not None and line.filling.elect.balloting.method is not None
        else None
    )
    if method is None or method not in _PROPORTIONAL or _single(line):
        return
    if _topples(recall, _ELECTORS // 2 + 1):
        yield case.finding("note", "majority-beside-quota", recall, "confidence", line=line.id, method=method)


def _single(line: SeatLine) -> bool:
    number = line.size.number.plain if line.size.number is not None else None
    return line.size.number is None or (number is not None and number.text == "1")


def _topples(recall: Recall, withdrawn: int) -> bool:
    rule = recall.deciding.confidence.plain if recall.deciding.confidence is not None else None
    if (
        rule is None
        or rule.groups
        or any(count.name not in ("withdrawn", "electors", *_MOVING) for count in rule.counts)
    ):
        return False
    numbers = {str(count): withdrawn if count.name == "withdrawn" else _ELECTORS for count in rule.counts}
    return rule.evaluate(numbers).value is True
