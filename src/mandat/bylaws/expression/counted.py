"""Checks one named count, group or weight against the file's names, and says what it counts."""

from __future__ import annotations

import re

from mandat.bylaws.expression import tree, units
from mandat.bylaws.expression.counts import COUNTS, GroupKind, NamedCount, Of, meaningful
from mandat.bylaws.expression.errors import ExpressionError, did_you_mean
from mandat.bylaws.expression.names import COUNTED_WORDS, EVENT_THINGS, EVENTS, FACT_UNITS, BodyLike
from mandat.bylaws.expression.places import CIRCULAR, SubjectKind
from mandat.bylaws.expression.scope import Scope
from mandat.bylaws.expression.units import Unit

_OF_A_PERSON = frozenset((SubjectKind.PERSON,))
_WITHOUT_MEMBERS = ("council", "committee", "congress", "office")


def count_unit(node: tree.CountNode, scope: Scope) -> Unit:
    """The unit of a count; :class:`ExpressionError` if a part of it has no meaning at its place."""
    ref = node.ref
    _check_candidacy(node, scope)
    _check_circle(node, scope)
    if ref.name in tree.STATES:
        _check_state(node, scope)
        return units.TRUTH
    unit = _base_unit(node, scope)
    _check_population(node, unit, scope)
    _check_with(node, scope)
    _check_event(node, scope)
    _check_average(node, unit, scope)
    return _weighed(node, unit, scope)


def _check_candidacy(node: tree.CountNode, scope: Scope) -> None:
    """Who counts is settled before there is an election: by how many stand for what, and nothing else."""
    if SubjectKind.CANDIDACY in scope.subjects and (
        scope.group is not None or str(node.ref) not in meaningful(scope.subjects)
    ):
        known = ", ".join(meaningful(scope.subjects))
        raise scope.error(
            node.column, f"`{node.ref}` has no meaning in `{scope.place}`", f"names there: {known}"
        )


def _check_circle(node: tree.CountNode, scope: Scope) -> None:
    ref = node.ref
    if ref.name in CIRCULAR.get(scope.place, ()):
        problem = f"`{ref}` hangs on `{scope.place}` itself: asked here it goes in a circle"
        raise scope.error(
            node.column, problem, "count `members`, `filled` or `seats`, or a fact that is told"
        )


def _check_average(node: tree.CountNode, unit: Unit, scope: Scope) -> None:
    """Only what is told is kept as it stood before, so only of facts there is an average."""
    ref = node.ref
    if ref.over is None:
        return
    if not units.is_numeric(unit):
        raise scope.error(node.column, f"`{ref.name}` is {unit}, and an average is of numbers")
    if ref.name in COUNTS:
        remedy = "let somebody tell the number as a fact, and average that"
        raise scope.error(node.column, f"what `{ref.name}` was before is not kept", remedy)
    if ref.of is not None:
        remedy = f"write `average({ref.name} over {ref.over})` where the body is the subject"
        raise scope.error(node.column, f"an average is of the subject's own `{ref.name}`", remedy)


def _base_unit(node: tree.CountNode, scope: Scope) -> Unit:
    name = node.ref.name
    if name in COUNTS:
        _check_meaning(node, COUNTS[name], scope)
        return COUNTS[name].unit
    fact = scope.names.facts.get(name)
    if fact is None:
        raise scope.error(node.column, f"`{name}` is no known name", _nearest(name, scope))
    if node.ref.of is None and not scope.has_fact(name):
        told = ", ".join(fact.of)
        remedy = f"it is told of {told}: write `{name} of …`"
        raise scope.error(node.column, f"the fact `{name}` has no meaning in `{scope.place}`", remedy)
    return FACT_UNITS[fact.type]


def _nearest(name: str, scope: Scope) -> str:
    return _misread(name, scope) + did_you_mean(
        name, scope.meant_here(), f"names that have a meaning in `{scope.place}`"
    )


def _misread(name: str, scope: Scope) -> str:
    """The remedy for a name that was meant to be something else."""
    parts = name.split("-")
    if len(parts) > 1 and all(part in scope.meant_here() or part.isdecimal() for part in parts):
        return f"to subtract write `{' - '.join(parts)}`; "
    if re.fullmatch(r"p(?=[0-9t])[0-9a-z]+", name):
        return f"durations are written in capitals, `{name.upper()}`; "
    if any(name in fact.values for fact in scope.names.facts.values()):
        return f"a label stands in quotes, `'{name}'`; "
    return ""


def _check_meaning(node: tree.CountNode, count: NamedCount, scope: Scope) -> None:
    if node.ref.of is not None:
        if not count.of:
            raise scope.error(node.column, f"`{node.ref.name}` takes no `of`", f"it is {count.meaning}")
        if count.subjects != _OF_A_PERSON:  # of a person a body only says which membership is meant
            return
    if scope.is_definition:
        return
    if count.subjects.isdisjoint(scope.subjects):
        remedy = _nearest(count.name, scope)
        if count.of - {Of.PART} and count.subjects != _OF_A_PERSON:
            remedy = f"say whose, `{count.name} of …`; {remedy}"
        raise scope.error(node.column, f"`{count.name}` has no meaning in `{scope.place}`", remedy)
    if scope.group is not None:
        _check_group(node, count, scope)
    elif count.name == "members":
        _check_members(node, scope.names.subject, "its body", scope)


def _check_group(node: tree.CountNode, count: NamedCount, scope: Scope) -> None:
    """Refuse what cannot be taken apart by the group at hand: signatures can, seats of a label cannot."""
    body = scope.names.bodies.get(scope.group or "")
    kind = GroupKind.LABELS if body is None else GroupKind.BODIES
    of_ballots = SubjectKind.TALLY in count.subjects and SubjectKind.VOTE not in scope.subjects
    if kind not in count.groups or of_ballots:
        known = [name for name, each in COUNTS.items() if kind in each.groups]
        remedy = f"counts of a group: {', '.join(known)}, and what is told of it"
        raise scope.error(node.column, f"`{count.name}` is not counted for each {scope.group}", remedy)
    if count.name == "members":
        _check_members(node, body, f"`{scope.group}`", scope)


def _check_members(node: tree.CountNode, body: BodyLike | None, whose: str, scope: Scope) -> None:
    if body is not None and body.type in _WITHOUT_MEMBERS:
        remedy = "write `filled` for the posts with a holder or `seats` for all posts"
        raise scope.error(node.column, f"{whose} is a {body.type} and has posts, no `members`", remedy)


def _check_population(node: tree.CountNode, unit: Unit, scope: Scope) -> None:
    ref = node.ref
    if ref.of is None:
        return
    known = {*scope.names.bodies, *scope.names.lines, *COUNTED_WORDS}
    if ref.of not in known:
        raise scope.error(
            node.column, f"`{ref.of}` is no body or population", did_you_mean(ref.of, known, "populations")
        )
    body = scope.names.bodies.get(ref.of)
    if ref.all and (body is None or not (body.many or body.each)):
        raise scope.error(
            node.column, f"`all` needs a kind with many bodies, and `{ref.of}` is one", "leave `all` out"
        )
    _check_added(node, unit, scope)
    _check_word(node, scope)
    _check_place(node, COUNTS.get(ref.name), scope)
    if ref.name == "members":
        _check_members(node, body, f"`{ref.of}`", scope)


def _check_added(node: tree.CountNode, unit: Unit, scope: Scope) -> None:
    """Refuse to add up what does not add up: a truth, a label or a length of time of many."""
    ref = node.ref
    if (ref.all or ref.of == "signers") and not units.is_numeric(unit):
        remedy = f"ask in how many, as in `number({ref.of} where …) >= 1`"
        raise scope.error(node.column, f"`{ref.name}` does not add up: there are many of `{ref.of}`", remedy)


def _check_word(node: tree.CountNode, scope: Scope) -> None:
    """Refuse a word for people or bodies where there are none of that sort."""
    ref = node.ref
    if ref.of not in COUNTED_WORDS or scope.is_definition:
        return
    there = {
        "sender": SubjectKind.SENDER in scope.subjects,
        "signers": SubjectKind.SUPPORT in scope.subjects,
    }
    if not there[ref.of]:
        words = [word for word, holds in there.items() if holds]
        remedy = f"here there are: {', '.join(words)}" if words else f"name a body: `{ref.name} of …`"
        raise scope.error(node.column, f"there is no `{ref.of}` in `{scope.place}`", remedy)


def _check_place(node: tree.CountNode, count: NamedCount | None, scope: Scope) -> None:
    """Refuse a count of a place for which it is not kept: a person's time of a line, members of a line."""
    ref = node.ref
    if count is None:
        _check_told(node, scope)
        return
    line = ref.of in scope.names.lines
    in_vote = Of.PART in count.of and (scope.is_definition or SubjectKind.VOTE in scope.subjects)
    if in_vote or (Of.LINE if line else Of.BODY) in count.of:
        return
    what = "line of seats" if line else "body"
    if Of.PART in count.of:
        raise scope.error(
            node.column, f"`{ref.name} of …` is a part of a vote, and `{scope.place}` is about none", ""
        )
    kinds = " or ".join(
        {Of.BODY: "a body", Of.LINE: "a line of seats"}[each] for each in Of if each in count.of
    )
    raise scope.error(
        node.column, f"`{ref.of}` is a {what}, and `{ref.name}` is kept of {kinds}", f"name {kinds}"
    )


def _check_told(node: tree.CountNode, scope: Scope) -> None:
    """Refuse a fact of whom it is not told."""
    ref = node.ref
    fact = scope.names.facts[ref.name]
    if not fact.of or ref.of in fact.of or ref.of in COUNTED_WORDS:
        return
    told = ", ".join(fact.of)
    raise scope.error(
        node.column, f"`{ref.name}` is told of {told}, not of `{ref.of}`", f"name one of: {told}"
    )


def _check_with(node: tree.CountNode, scope: Scope) -> None:
    ref = node.ref
    if ref.with_ is None:
        return
    _check_sorted(node, scope)
    fact = scope.names.facts.get(ref.with_)
    if fact is None or fact.type not in ("flag", "label"):
        known = [name for name, each in scope.names.facts.items() if each.type in ("flag", "label")]
        remedy = did_you_mean(ref.with_, known, "facts of type flag or label")
        raise scope.error(node.column, f"`{ref.with_}` after `with` is no flag and no label", remedy)
    if fact.type == "flag" and ref.label is not None:
        raise scope.error(
            node.column, f"`{ref.with_}` is a flag and has no labels", f"write `with {ref.with_}`"
        )
    if fact.type == "label" and ref.label is None:
        raise scope.error(node.column, f"`{ref.with_}` is a label", f"say which: `with {ref.with_}:…`")
    if ref.label is not None:
        scope.check_label(ref.with_, ref.label, node.column)


def _check_sorted(node: tree.CountNode, scope: Scope) -> None:
    """Refuse ``with`` where those counted are not looked at one by one."""
    count = COUNTS.get(node.ref.name)
    if count is None or not count.told:
        known = [name for name, each in COUNTS.items() if each.told]
        remedy = f"it can stand behind: {', '.join(known)}"
        raise scope.error(
            node.column, f"`with {node.ref.with_}` cannot stand behind `{node.ref.name}`", remedy
        )


def _check_event(node: tree.CountNode, scope: Scope) -> None:
    """Only one number of the past is kept: how many members a constituency had at the election of a seat."""
    ref = node.ref
    if ref.at is None:
        return
    _check_known_event(ref.at, node.column, scope)
    kept = ref.name == "members" and ref.at == "election" and ref.of is None
    if not kept or not (scope.is_definition or SubjectKind.POST in scope.subjects):
        remedy = "leave `at` out; kept is `members at election`, in what is asked about a seat"
        raise scope.error(node.column, f"what `{ref.name}` was at `{ref.at}` is not kept", remedy)


def _check_known_event(event: str, column: int, scope: Scope) -> None:
    thing, dot, what = event.rpartition(".")
    if event == "election":
        return
    if not dot or what not in EVENTS:
        remedy = f"write `election` or thing.what, where what is {', '.join(EVENTS)}"
        raise scope.error(column, f"`{event}` is no event", remedy)
    known = {*scope.names.bodies, *scope.names.lines, *scope.names.ids, *EVENT_THINGS}
    if thing not in known:
        raise scope.error(
            column, f"`{thing}` in the event `{event}` is unknown", did_you_mean(thing, known, "things")
        )


def _check_state(node: tree.CountNode, scope: Scope) -> None:
    names, state = scope.names, node.ref.name
    known = {*names.bodies, *names.lines, *names.ids, "sender"}
    if node.ref.of not in known:
        remedy = did_you_mean(str(node.ref.of), known, "names for it")
        raise scope.error(node.column, f"`{node.ref.of}` in `{node.ref}` is unknown", remedy)
    if node.ref.of == "sender":
        _check_word(node, scope)
    allowed = _named_in(state, scope)
    if node.ref.of not in allowed:
        remedy = f"{STATE_NAMES[state]}: {', '.join(allowed) or 'these bylaws have none'}"
        raise scope.error(node.column, f"`{node.ref.of}` can never be what `{state}(…)` asks", remedy)
    if state == "seated" and not scope.is_definition and SubjectKind.PERSON not in scope.subjects:
        raise scope.error(node.column, f"`{scope.place}` is about no person who could be seated", "")


STATE_NAMES = {
    "vacant": "a body or a line of seats",
    "seated": "a body, a line of seats or `sender`",
    "sitting": "a body",
    "met": "a body",
    "open": "a recall",
    "in_force": "an agreement",
    "resolved": "a decision",
}


def _named_in(state: str, scope: Scope) -> list[str]:
    """Return what a truth can be asked of."""
    names = scope.names
    match state:
        case "vacant":
            return [*names.bodies, *names.lines]
        case "seated":
            return [*names.bodies, *names.lines, "sender"]
        case "sitting" | "met":
            return [*names.bodies]
        case _:
            table = {"open": "recall", "in_force": "agreement", "resolved": "decision"}[state]
            cited = [each for each in names.ids if each.startswith(f"{table}.")]
            return [*cited, *(each.removeprefix(f"{table}.") for each in cited)]


def _weighed(node: tree.CountNode, unit: Unit, scope: Scope) -> Unit:
    """Votes of a tally: the one behind ``by``, else the decision's own for a bare count of the vote."""
    ref, count = node.ref, COUNTS.get(node.ref.name)
    if ref.by is not None:
        heads = ref.by == units.HEADS and count is not None and units.is_counted(unit)
        if not heads and (count is None or not _weighs(count, scope)):
            raise scope.error(node.column, f"`{ref.name}` cannot be weighed", f"leave out `by {ref.by}`")
        return weight_of(ref.by, node.column, scope)
    in_vote = SubjectKind.VOTE in scope.subjects and ref.of is None and scope.group is None
    if in_vote and count is not None and count.weighs and SubjectKind.VOTE in count.subjects:
        return units.votes(scope.names.tally) if scope.names.tally != units.HEADS else unit
    return unit


def _weighs(count: NamedCount, scope: Scope) -> bool:
    """Tell whether votes of a tally are kept: of a vote each one's, else what the posts of a body carry."""
    return count.weighs and (
        scope.is_definition or SubjectKind.VOTE in scope.subjects or count.name in ("seats", "filled")
    )


def weight_of(weight: str, column: int, scope: Scope) -> Unit:
    """The unit of a tally by its name."""
    if weight != units.HEADS and weight not in scope.names.weights:
        known = [units.HEADS, *scope.names.weights]
        raise scope.error(column, f"`{weight}` is no weight", did_you_mean(weight, known, "weights"))
    return units.votes(weight)


def group_of(group: str, column: int, scope: Scope) -> Scope:
    """The scope inside ``number(GROUP …)`` and ``sum(… per GROUP)``: a kind of body or a label."""
    labels = [name for name, fact in scope.names.facts.items() if fact.type == "label"]
    known = [*scope.names.bodies, *labels]
    if group not in known:
        remedy = did_you_mean(group, known, "kinds of body and labels")
        raise ExpressionError(scope.error_column(column), f"`{group}` is no group", remedy)
    return scope.within(group)
