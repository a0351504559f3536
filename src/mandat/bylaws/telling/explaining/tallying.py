"""One vote of supposed people: what a decision gives when some vote yes and all others no, or stay away."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.bylaws.expression import Expression
from mandat.bylaws.findings.trials import KNOWN
from mandat.bylaws.model import Decision
from mandat.bylaws.model.pieces import Rows

Tally = Mapping[str, int]
"""Votes by name of the tally; ``""`` counts heads."""


class Untold(Exception):
    """The rule counts what cannot be supposed: a fact, a group, another body."""


def decides(decision: Decision, yes: Tally, no: Tally, absent: Tally) -> bool:
    """Whether a decision is carried with these votes; raises :class:`Untold` if it rests on what cannot be supposed."""
    numbers = _numbers(yes, no, absent)
    if yes.get("", 0) == 0 or not _holds(decision.verdict.quorum, numbers):
        return False
    if decision.verdict.carried is not None:
        return _holds(decision.verdict.carried, numbers)
    if decision.verdict.rejected is None:
        raise Untold
    return not _holds(decision.verdict.rejected, numbers)


def _numbers(yes: Tally, no: Tally, absent: Tally) -> dict[str, int]:
    found: dict[str, int] = {}
    for tally in yes:
        end = f" by {tally}" if tally else ""
        cast = yes[tally] + no[tally]
        whole = cast + absent[tally]
        values = dict.fromkeys(KNOWN, whole) | dict.fromkeys(("cast", "valid", "voted"), cast)
        values |= dict.fromkeys(("present", "represented", "sent_present"), cast)
        values |= {"yes": yes[tally], "no": no[tally], "abstain": 0, "invalid": 0}
        found |= {f"{name}{end}": value for name, value in values.items()}
    return found | {f"{name} by heads": value for name, value in list(found.items()) if " by " not in name}


def _holds(rows: Rows[Expression] | None, numbers: Mapping[str, int]) -> bool:
    if rows is None:
        return True
    for row in rows.rows:
        if row.when is None or _value(row.when, numbers):
            return bool(_value(row.value, numbers))
    return False


def _value(expression: Expression, numbers: Mapping[str, int]) -> object:
    if expression.groups or expression.weights:
        raise Untold
    asked = {str(count) for count in expression.counts}
    if not asked <= set(numbers):
        raise Untold
    return expression.evaluate({name: numbers[name] for name in sorted(asked)}).value
