"""Ranges of one key: ``congress.recall.confidence=1/3..2/3``, ``region.delegates.term=P1Y..P4Y:4``, ``turnout=0.4,0.6,0.8``."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import asdict, dataclass
from difflib import get_close_matches
from fractions import Fraction

import msgspec

from mandat.bylaws.expression import Expression, ExpressionError, parse
from mandat.bylaws.findings.seating import lines_named
from mandat.bylaws.model import Bylaws, Recall, SeatLine
from mandat.bylaws.model.pieces import Clock, Rows, Term
from mandat.bylaws.tables.methods import METHODS
from mandat.bylaws.values.duration import Duration, DurationError
from mandat.language import did_you_mean, msg, told
from mandat.study.errors import StudyError
from mandat.study.opinions.assumed import Assumptions

STEPS = 5
MOST_STEPS = 200
_NUMBER = re.compile(r"\d+(?:/\d+)?%?")
Change = tuple[str, str]
"""A key and the value it gets."""


@dataclass(frozen=True, slots=True)
class Range:
    """A key and its values, as text, in order."""

    key: str
    values: tuple[str, ...]


def ranged(text: str) -> Range:
    """Read ``KEY=FROM..TO``, ``KEY=FROM..TO:STEPS`` or ``KEY=VALUE,VALUE``; raises ``StudyError`` with the remedy.

    >>> ranged("recall.a.confidence=1/3..2/3:3").values
    ('1/3', '1/2', '2/3')
    >>> ranged("region.delegates.term=P1Y..P3Y:3").values
    ('P12M', 'P24M', 'P36M')
    """
    key, equal, values = text.partition("=")
    if not equal or not key.strip() or not values.strip():
        raise StudyError(
            msg("{text} is no range; write KEY=FROM..TO, for instance congress.recall.confidence=1/3..2/3")(
                text=repr(text)
            )
        )
    if ".." not in values:
        return Range(key.strip(), tuple(value.strip() for value in values.split(",")))
    ends, _, steps = values.partition(":")
    first, _, last = ends.partition("..")
    many = _steps(steps, text)
    if first.startswith("P"):
        return Range(key.strip(), _durations(first, last, many, text))
    return Range(key.strip(), _numbers(first.strip(), last.strip(), many, text))


def _steps(text: str, whole: str) -> int:
    if not text:
        return STEPS
    if not text.isdecimal() or not 2 <= int(text) <= MOST_STEPS:
        raise StudyError(
            msg("{whole} asks for {text} steps; give a whole number from 2 to {most}")(
                whole=repr(whole), text=repr(text), most=MOST_STEPS
            )
        )
    return int(text)


def _numbers(first: str, last: str, many: int, whole: str) -> tuple[str, ...]:
    try:
        low, high = _fraction(first), _fraction(last)
    except (ValueError, ZeroDivisionError) as error:
        raise StudyError(
            msg("{whole}: {first} and {last} are not both numbers such as 1/3, 40% or 0.5")(
                whole=repr(whole), first=repr(first), last=repr(last)
            )
        ) from error
    _check_order(low, high, whole)
    return tuple(str(low + (high - low) * n / (many - 1)) for n in range(many))


def _fraction(text: str) -> Fraction:
    return Fraction(text[:-1]) / 100 if text.endswith("%") else Fraction(text)


def _durations(first: str, last: str, many: int, whole: str) -> tuple[str, ...]:
    try:
        low, high = Duration.parse(first.strip()), Duration.parse(last.strip())
    except DurationError as error:
        raise StudyError(msg("{whole}: {problem}")(whole=repr(whole), problem=told(error))) from error
    if low.exact_seconds or high.exact_seconds or (bool(low.all_months) + bool(high.all_months)) == 1:
        raise StudyError(
            msg("{whole}: give both ends in years and months, or both in weeks and days")(whole=repr(whole))
        )
    months = bool(low.all_months)
    start, end = (low.all_months, high.all_months) if months else (low.all_days, high.all_days)
    _check_order(Fraction(start), Fraction(end), whole)
    stops = [start + round(Fraction(end - start) * n / (many - 1)) for n in range(many)]
    return tuple(f"P{stop}{'M' if months else 'D'}" for stop in dict.fromkeys(stops))


def _check_order(low: Fraction, high: Fraction, whole: str) -> None:
    if low >= high:
        raise StudyError(
            msg("{whole} runs from {low} to {high}: the first must be less than the second")(
                whole=repr(whole), low=low, high=high
            )
        )


# -- applying ----------------------------------------------------------------------------------------------------------


def assumption(assumed: Assumptions, key: str, value: str) -> Assumptions | None:
    """The assumptions with one changed; None where the key is none of them."""
    known = asdict(assumed)
    if key not in known:
        return None
    try:
        new = value if isinstance(known[key], str) else type(known[key])(_fraction(value))
        return msgspec.convert({**known, key: new}, Assumptions)
    except (ValueError, ZeroDivisionError) as error:
        raise StudyError(
            msg("{key} cannot be {value} (it is {known} as assumed): {problem}")(
                key=key, value=repr(value), known=repr(known[key]), problem=told(error)
            )
        ) from error


def changed(bylaws: Bylaws, key: str, value: str) -> Bylaws:
    """The bylaws with one key changed. Raises ``StudyError`` for a key that cannot be varied, naming those that can."""
    entry, _, last = key.rpartition(".")
    recalls = _recalls(bylaws, entry)
    if recalls and last == "confidence" and value == "none":
        kept = {name: rule for name, rule in bylaws.recalls.items() if name not in recalls}
        return msgspec.structs.replace(bylaws, recalls=kept)
    if recalls and last in ("confidence", "cooling_off"):
        return _with_recalls(bylaws, {name: _recall(rule, last, value) for name, rule in recalls.items()})
    line = bylaws.lines.get(entry) or bylaws.lines.get(entry.removeprefix("body.").replace(".seats.", "."))
    if line is not None and last in LINE_KEYS:
        return _with_line(bylaws, LINE_KEYS[last](line, value))
    known = sorted(keys(bylaws))
    near = get_close_matches(key, known, n=1)
    raise StudyError(
        msg("there is no key {key} to vary.{hint} There are: {known}; and every assumption by its name")(
            key=repr(key), hint=did_you_mean(near), known=", ".join(known)
        )
    )


def keys(bylaws: Bylaws) -> list[str]:
    """The keys of a file that can be varied."""
    found = [
        f"recall.{name}.confidence"
        for name, rule in bylaws.recalls.items()
        if rule.deciding.confidence is not None
    ]
    found += [
        f"recall.{name}.cooling_off"
        for name, rule in bylaws.recalls.items()
        if rule.deciding.decision is not None
    ]
    found += [f"{name}.{key}" for name, line in bylaws.lines.items() for key in LINE_KEYS if _has(line, key)]
    return found


def _has(line: SeatLine, key: str) -> bool:
    match key:
        case "term":
            return isinstance(line.mandate.term, Term)
        case "number":
            return line.size.number is not None
        case _:
            return line.filling.fill == "elected"


def _recalls(bylaws: Bylaws, entry: str) -> dict[str, Recall]:
    """``recall.X``, or ``BODY.recall``: every recall of that body."""
    name = entry.removeprefix("recall.")
    if entry.startswith("recall.") and name in bylaws.recalls:
        return {name: bylaws.recalls[name]}
    body = entry.removesuffix(".recall")
    if body == entry:
        return {}
    return {
        key: rule
        for key, rule in bylaws.recalls.items()
        if any(line.body == body for line in lines_named(bylaws, rule.of))
    }


def _with_recalls(bylaws: Bylaws, new: dict[str, Recall]) -> Bylaws:
    return msgspec.structs.replace(bylaws, recalls={**bylaws.recalls, **new})


def _with_line(bylaws: Bylaws, line: SeatLine) -> Bylaws:
    body = bylaws.bodies[line.body]
    lines = tuple(line if each.name == line.name else each for each in body.lines)
    new = msgspec.structs.replace(body, lines=lines)
    key = f"{line.body}.{line.name}"
    return msgspec.structs.replace(
        bylaws, bodies={**bylaws.bodies, line.body: new}, lines={**bylaws.lines, key: line}
    )


def _recall(rule: Recall, key: str, value: str) -> Recall:
    if key == "cooling_off":
        timing = msgspec.structs.replace(rule.timing, cooling_off=Clock(length=_duration(value)))
        return msgspec.structs.replace(rule, timing=timing)
    if rule.deciding.confidence is None:
        raise StudyError(msg("{id} has no confidence to vary: that post is lost by a decision")(id=rule.id))
    confidence = _rewritten(rule.deciding.confidence, value, rule.id)
    return msgspec.structs.replace(
        rule, deciding=msgspec.structs.replace(rule.deciding, confidence=confidence)
    )


def _rewritten(rows: Rows[Expression], value: str, rule: str) -> Rows[Expression]:
    """The last row with its first number replaced, or the whole expression where ``value`` is one."""
    old = rows.rows[-1].value
    if re.fullmatch(r"\d*\.\d+", value):
        value = str(Fraction(value))  # the language has no decimals
    text = value if re.search("[a-z]", value) else _NUMBER.sub(value, old.text, count=1)
    try:
        new = parse(text, place=old.place, names=old.names)
    except ExpressionError as error:
        raise StudyError(
            msg("{rule} cannot be {text}: {problem}")(rule=rule, text=repr(text), problem=told(error))
        ) from error
    return Rows((*rows.rows[:-1], msgspec.structs.replace(rows.rows[-1], value=new)))


def _duration(text: str) -> Duration:
    try:
        return Duration.parse(text)
    except DurationError as error:
        raise StudyError(told(error)) from error


def _term(line: SeatLine, value: str) -> SeatLine:
    clock, old = Clock(length=_duration(value)), line.mandate.term
    term = msgspec.structs.replace(old, clock=clock) if isinstance(old, Term) else Term(clock=clock)
    return msgspec.structs.replace(line, mandate=msgspec.structs.replace(line.mandate, term=term))


def _number(line: SeatLine, value: str) -> SeatLine:
    if line.size.number is None:
        raise StudyError(msg("{id} has no number to vary")(id=line.id))
    number = _rewritten(line.size.number, value, line.id)
    return msgspec.structs.replace(line, size=msgspec.structs.replace(line.size, number=number))


def _method(line: SeatLine, value: str) -> SeatLine:
    if value not in METHODS:
        near = get_close_matches(value, METHODS, n=1)
        raise StudyError(
            msg("there is no method {value}.{hint} Known: {methods}")(
                value=repr(value), hint=did_you_mean(near), methods=", ".join(sorted(METHODS))
            )
        )
    decision = line.filling.elect
    if decision is None:
        raise StudyError(msg("{id} is not elected by a method")(id=line.id))
    balloting = msgspec.structs.replace(decision.balloting, method=Rows.of(value))
    elect = msgspec.structs.replace(decision, balloting=balloting)
    return msgspec.structs.replace(line, filling=msgspec.structs.replace(line.filling, elect=elect))


LINE_KEYS: dict[str, Callable[[SeatLine, str], SeatLine]] = {
    "term": _term,
    "number": _number,
    "method": _method,
}
