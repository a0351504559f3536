"""Who can, who must agree, who can undo: powers without a holder or with two, and ways to block for ever."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from mandat.bylaws.expression import Expression, UnitKind
from mandat.bylaws.expression.meaning import children
from mandat.bylaws.expression.tree import And, CountNode, Node, Not
from mandat.bylaws.findings.finding import Examination, Finding
from mandat.bylaws.findings.seating import PEOPLE
from mandat.bylaws.model import Holder, Power
from mandat.bylaws.model.pieces import Need
from mandat.bylaws.tables.entries import expressions

_BEFORE = ("countersign", "nominate", "consent")
_MOST_TRUTHS = 8


def check(case: Examination) -> Iterator[Finding]:
    """Powers nobody or two hold at once, needs that block for ever, freezes without end, no amendment, no interpreter."""
    yield from _missing(case)
    for power in case.bylaws.powers.values():
        yield from _empty(case, power)
        yield from _shared(case, power)
        yield from _undecided(case, power)
        yield from _endless(case, power)
        for need in power.first.needs:
            yield from _blocking(case, power, need)
    for recall in case.bylaws.recalls.values():
        if recall.aftermath.pending not in (None, "full") and recall.timing.cooling_off is None:
            yield case.finding("warning", "endless-pending", recall, "pending")


def _missing(case: Examination) -> Iterator[Finding]:
    powers = case.bylaws.powers
    amends = any(name == "bylaws.amend" or name.startswith("bylaws.amend.") for name in powers)
    if not amends:
        yield case.about_all("warning", "nobody-amends")
    if "rules.interpret" not in powers and not amends:
        level = "error" if _silent(case) else "warning"
        yield case.about_all("error" if level == "error" else "warning", "nobody-interprets")


def _silent(case: Examination) -> bool:
    """Whether the file says somewhere that its text is silent."""
    return any("unspecified" in expression.text for expression in expressions(case.bylaws))


def _empty(case: Examination, power: Power) -> Iterator[Finding]:
    bodies = case.bylaws.bodies
    named = [bodies[name] for name in power.first.holder.names if name in bodies]
    if len(named) == len(power.first.holder.names) and not any(
        body.type in PEOPLE or body.lines for body in named
    ):
        yield case.finding("error", "no-holder", power, "holder", holder=", ".join(power.first.holder.names))


def _undecided(case: Examination, power: Power) -> Iterator[Finding]:
    """A body of many exercises a power by its decision; without one named, it is not said how."""
    bodies = case.bylaws.bodies
    names = [name for name in power.first.holder.names if name in bodies and bodies[name].type != "office"]
    if names and power.first.decision is None:
        yield case.finding("note", "power-undecided", power, "holder", holder=", ".join(names))


# -- two at once ---------------------------------------------------------------------------------------------------


def _shared(case: Examination, power: Power) -> Iterator[Finding]:
    if len(power.first.holder.names) > 1 and not power.first.jointly:
        yield case.finding(
            "note", "several-holders", power, "holder", holder=", ".join(power.first.holder.names)
        )
    for place, one in enumerate(power.holders):
        for other in power.holders[place + 1 :]:
            if _together(one, other):
                words = {"one": ", ".join(one.holder.names), "other": ", ".join(other.holder.names)}
                yield case.finding("warning", "two-holders", power, "also", **words)


def _together(one: Holder, other: Holder) -> bool:
    """Whether both conditions can hold, unless one waits until the other cannot act."""
    if _waits_for(other, one) or _waits_for(one, other):
        return False
    conditions = [holder.when for holder in (one, other) if holder.when is not None]
    names = sorted({str(count) for each in conditions for count in each.counts})
    truths = all(_only_truths(each) for each in conditions) and len(names) <= _MOST_TRUTHS
    if not truths:
        return True
    return any(
        all(each.evaluate(dict(zip(names, values, strict=True))).value is True for each in conditions)
        for values in product((False, True), repeat=len(names))
    )


def _only_truths(condition: Expression) -> bool:
    counts = [node for node in _nodes(condition.node) if isinstance(node, CountNode)]
    return not condition.groups and all(
        count.unit is not None and count.unit.kind is UnitKind.TRUTH for count in counts
    )


def _waits_for(holder: Holder, other: Holder) -> bool:
    """Whether ``holder`` holds only while ``other`` has no holder or does not sit."""
    if holder.when is None:
        return False
    idle = {ref for node in _conjuncts(holder.when.node) if (ref := _idle(node)) is not None}
    return set(other.holder.names) <= idle


def _idle(node: Node) -> str | None:
    match node:
        case CountNode() if node.ref.name == "vacant":
            return node.ref.of
        case Not(test=CountNode() as count) if count.ref.name in ("sitting", "met"):
            return count.ref.of
        case _:
            return None


def _conjuncts(node: Node) -> tuple[Node, ...]:
    return node.tests if isinstance(node, And) else (node,)


def _nodes(node: Node) -> Iterator[Node]:
    yield node
    for child in children(node):
        yield from _nodes(child)


# -- without end ---------------------------------------------------------------------------------------------------


def _endless(case: Examination, power: Power) -> Iterator[Finding]:
    if power.frozen_when is None:
        return
    for node in _nodes(power.frozen_when.node):
        if isinstance(node, CountNode) and node.ref.name == "open" and str(node.ref.of).startswith("recall."):
            recall = case.bylaws.recalls.get(str(node.ref.of).removeprefix("recall."))
            if recall is not None and recall.timing.cooling_off is None:
                yield case.finding("warning", "endless-freeze", power, "frozen", recall=recall.id)


def _blocking(case: Examination, power: Power, need: Need) -> Iterator[Finding]:
    """An act waits for a consent; if silence means nothing and no time runs, one body can keep it waiting for ever."""
    clock = need.within
    named = case.bylaws.clocks[clock.name].clock if clock is not None and clock.name else clock
    if need.as_ in _BEFORE and (named is None or named.silence == "nothing"):
        yield case.finding(
            "note", "blocks-for-ever", power, "needs", second=", ".join(need.from_.names), kind=need.as_
        )
