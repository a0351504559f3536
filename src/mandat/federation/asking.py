"""Ask one rule of a bylaws file against given counts: no federation needed.

These are the very functions that ``decide`` calls; only the numbers come from whoever asks.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Any, TypeVar

import msgspec

from mandat.bylaws.expression import Expression, Numbers, NumbersError
from mandat.bylaws.expression.complete import complete
from mandat.bylaws.model import Bylaws, Check, Entry, MotionRule, Recall, SeatLine, keys_of
from mandat.bylaws.model.pieces import Rows
from mandat.federation.assembly.meetings.convening import demand_met
from mandat.federation.assembly.motions.outcome import outcome
from mandat.federation.base.evaluation import Found, Supply, evaluate
from mandat.federation.base.rulings import Ground, Value
from mandat.federation.base.support import enough
from mandat.federation.seats.confidence.threshold import is_lost
from mandat.federation.seats.posts.apportioning import shared
from mandat.federation.seats.posts.numbers import seats_due
from mandat.language import Message, ToldError, did_you_mean, msg, told

E = TypeVar("E", bound=Entry)


class AskError(ToldError, ValueError):
    """The question cannot be asked: an unknown rule, or one without what is asked; the message says what there is."""


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What one rule gives: ``outcome`` in a word, ``value`` exactly, the grounds, and the readings if it is open."""

    kind: str
    rule: str
    article: str | None
    outcome: str
    value: Value
    grounds: tuple[Ground, ...]
    readings: tuple[tuple[str, str], ...] = ()


def ask(bylaws: Bylaws, kind: str, name: str, given: Mapping[str, Any], key: str | None = None) -> Answer:
    """Ask ``kind`` (seats, decision, recall, convocation, support, or rule with its ``key``) of the rule ``name``.

    ``given`` holds counts by their names as the bylaws write them (``"yes by card"``), groups as nested mappings; counts that
    follow from others are worked out. Raises ``AskError``, or the expression's ``MissingNumber`` and ``NumbersError``.
    """
    supply = supply_of(given)
    if kind == "rule":
        return _rule(bylaws, name, key, supply)
    if kind == "support":
        return _support(bylaws, name, key, supply)
    asker = ASKERS.get(kind)
    if asker is None:
        raise AskError(
            msg("there is no question {kind}; ask one of: {value}")(
                kind=repr(kind), value=", ".join((*ASKERS, "support", "rule"))
            )
        )
    if kind == "seats":
        return _seats(bylaws, name, supply, given.get("entitled", given.get("members")), given)
    return asker(bylaws, name, supply)


def supply_of(given: Mapping[str, Any]) -> Supply:
    """Return a supply of the numbers given and of those that follow from them."""
    whole = {name: value for name, value in given.items() if type(value) is int}
    numbers: Numbers = {**given, **complete(whole)}

    def supply(expression: Expression) -> Numbers:
        names = {str(ref) for ref in expression.counts} | {str(g) for g in expression.groups}
        names |= {f"weights by {weight}" for weight in expression.weights}
        return {name: value for name, value in numbers.items() if name in names}

    return supply


_NO_LINE = msg("these bylaws have no line of seats {name}.{hint} They have: {known}.")
_NO_RECALL = msg("these bylaws have no recall {name}.{hint} They have: {known}.")
_NO_DECISION = msg("these bylaws have no decision {name}.{hint} They have: {known}.")
_NO_CONVENING = msg("these bylaws have no convening {name}.{hint} They have: {known}.")


def _entry(table: Mapping[str, E], name: str, nothing: Message) -> E:
    """Return an entry by its id, or by the id with its table in front."""
    found = table.get(name) or table.get(name.partition(".")[2])
    if found is not None:
        return found
    near = get_close_matches(name, table, n=1)
    raise AskError(nothing(name=repr(name), hint=did_you_mean(near), known=", ".join(table) or msg("none")))


def _seats(
    bylaws: Bylaws,
    name: str,
    supply: Supply,
    entitled: int | None = None,
    given: Mapping[str, Any] | None = None,
) -> Answer:
    line = _entry(bylaws.lines, name, _NO_LINE)
    if line.size.total is not None:
        return _shares(line, supply, given or {})
    found = seats_due(line, supply, entitled=entitled)
    return _answer("seats", line, found, "open" if found.open else str(found.value))


def _shares(line: SeatLine, supply: Supply, given: Mapping[str, Any]) -> Answer:
    """Share out a fixed number of seats over the rows given for the kinds of body that send."""
    rows = {name: row for kind in line.from_ for name, row in dict(given.get(kind, {})).items()}
    if not rows:
        raise AskError(
            msg(
                "{id} shares out a fixed number of seats: give the counts of all senders, with --group {group}=FILE.csv"
            )(id=line.id, group=line.from_[0] if line.from_ else "KIND")
        )
    senders = {name: supply_of({**given, **row}) for name, row in rows.items()}
    found = shared(line, supply, senders)
    text = "open" if found.seats is None else ", ".join(f"{name} {n}" for name, n in found.seats.items())
    total = None if found.seats is None else sum(found.seats.values())
    return Answer(
        kind="seats", rule=line.id, article=line.article, outcome=text, value=total, grounds=found.grounds
    )


def _recall(bylaws: Bylaws, name: str, supply: Supply) -> Answer:
    rule = _entry(bylaws.recalls, name, _NO_RECALL)
    if rule.deciding.confidence is not None:
        found = is_lost(rule, supply)
        return _answer("recall", rule, found, _word(found, "recalled", "not recalled"))
    if rule.deciding.decision is not None and rule.deciding.decision in bylaws.decisions:
        decided = outcome(bylaws.decisions[rule.deciding.decision], supply)
        word = {"carried": "recalled", "open": "open"}.get(decided.result, "not recalled")
        return Answer(
            kind="recall",
            rule=rule.id,
            article=rule.article,
            outcome=word,
            value=decided.carried_value,
            grounds=decided.grounds,
        )
    raise AskError(
        msg("{id} names no confidence and no decision: who names it decides alone ({names})")(
            id=rule.id, names=", ".join(rule.by.names)
        )
    )


def _decision(bylaws: Bylaws, name: str, supply: Supply) -> Answer:
    rule = _entry(bylaws.decisions, name, _NO_DECISION)
    try:
        decided = outcome(rule, supply)
    except NumbersError:
        raise
    except ValueError as error:
        raise AskError(told(error)) from error
    readings = (*(decided.quorum.readings if decided.quorum else ()), *decided.carried.readings)
    return Answer(
        kind="decision",
        rule=rule.id,
        article=rule.article,
        outcome=decided.result,
        value=decided.carried_value,
        grounds=decided.grounds,
        readings=tuple((reading.choice, str(reading.value)) for reading in readings),
    )


def _convocation(bylaws: Bylaws, name: str, supply: Supply) -> Answer:
    rule = _entry(bylaws.convenings, name, _NO_CONVENING)
    try:
        found = demand_met(rule, supply)
    except NumbersError:
        raise
    except ValueError as error:
        raise AskError(told(error)) from error
    return _answer("convocation", rule, found, _word(found, "admitted", "refused"))


def _support(bylaws: Bylaws, name: str, way: str | None, supply: Supply) -> Answer:
    """Tell whether the signatures suffice to start a recall or a motion; ``way`` (from 1) asks one of several ways alone."""
    table, _, rest = name.partition(".")
    tables: Mapping[str, Mapping[str, Recall | MotionRule | Check]] = {
        "recall": bylaws.recalls,
        "motion": bylaws.motions,
        "check": bylaws.checks,
    }
    rule = tables.get(table, {}).get(rest)
    if rule is None or not rule.start:
        raise AskError(
            msg("{name} is started by no signatures; name a recall, a motion or a check that has `start`")(
                name=repr(name)
            )
        )
    if way is not None and not (way.isdecimal() and 1 <= int(way) <= len(rule.start)):
        raise AskError(
            msg("{id} can be started in {count} ways, counted from 1: there is no {way}")(
                id=rule.id, count=len(rule.start), way=repr(way)
            )
        )
    ways = rule.start if way is None else rule.start[int(way) - 1 : int(way)]
    found = enough(ways, supply, rule, "start")
    return _answer("support", rule, found, _word(found, "admitted", "refused"))


def _rule(bylaws: Bylaws, name: str, key: str | None, supply: Supply) -> Answer:
    """Evaluate any expression: the key of any entry, named with its table (``body.section may_vote``)."""
    table, _, rest = name.partition(".")
    tables: Mapping[str, Mapping[str, Entry]] = {
        "body": bylaws.bodies,
        "define": bylaws.defines,
        "decision": bylaws.decisions,
        "recall": bylaws.recalls,
        "power": bylaws.powers,
        "limit": bylaws.limits,
        "convening": bylaws.convenings,
    }
    entry = bylaws.lines.get(name) or tables.get(table, {}).get(rest)
    if entry is None:
        raise AskError(
            msg("these bylaws have no rule {name}; name it like region.delegates or decision.majority")(
                name=repr(name)
            )
        )
    rows = _rows(entry, key or ("is" if table == "define" else ""))
    found = evaluate(rows, supply, entry, key or "is")
    return _answer("rule", entry, found, "open" if found.open else str(found.value).lower())


def _rows(entry: Entry, key: str) -> Rows[Expression]:
    known = dict(keys_of(entry))
    found = known.get(key)
    if isinstance(found, Expression):
        return Rows.of(found)
    if isinstance(found, Rows):
        return found
    keys = [name for name, value in known.items() if isinstance(value, Expression | Rows)]
    raise AskError(
        msg("{id} has no condition or number {key}; it has: {keys}")(
            id=entry.id, key=repr(key), keys=", ".join(keys) or msg("none")
        )
    )


def _word(found: Found, yes: str, no: str) -> str:
    return "open" if found.open else yes if found.value else no


def _answer(kind: str, entry: Entry, found: Found, word: str) -> Answer:
    return Answer(
        kind=kind,
        rule=entry.id,
        article=entry.article,
        outcome=word,
        value=found.value,
        grounds=found.grounds,
        readings=tuple((reading.choice, str(reading.value)) for reading in found.readings),
    )


ASKERS: Mapping[str, Callable[[Bylaws, str, Supply], Answer]] = {
    "seats": _seats,
    "decision": _decision,
    "recall": _recall,
    "convocation": _convocation,
}
"""Kinds of question."""
