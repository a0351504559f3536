"""Ranked or by yes and no, weighed or by heads, with whom present: what the text of a decision rule says of itself."""

from __future__ import annotations

from collections.abc import Iterator

from mandat.bylaws.expression import Expression
from mandat.bylaws.model import Decision
from mandat.bylaws.model.ids import DecisionId
from mandat.federation.base.draft import Draft

RANKED = frozenset({"schulze", "ranked-pairs", "copeland", "minimax"})
"""Counting rules of a decision between several options."""

AT_TABLING = frozenset({"motion.admitted", "vote.called"})
"""Events of ``roll_at`` at which the motion itself freezes the roll."""
AT_MEETING = frozenset({"meeting.opened", "meeting.called"})
"""Events of ``roll_at`` at which a meeting of the body freezes it."""
AT_OPENING = frozenset({"vote.opened"})
ROLL_EVENTS = AT_TABLING | AT_MEETING | AT_OPENING

OWN_METHODS = frozenset({None, "yes-no"})

PRESENCE = frozenset({"present", "represented", "sent_present"})


def is_ranked(decision: Decision) -> bool:
    """Tell whether a decision is taken by ranking options, one of them the default."""
    method = None if decision.balloting.method is None else decision.balloting.method.plain
    return method in RANKED and decision.balloting.default is not None


def needs_presence(decision: Decision) -> bool:
    """Tell whether the decision counts who is present, so that it can be taken only in a meeting."""
    return any(ref.name in PRESENCE for each in expressions_of(decision) for ref in each.counts)


def expressions_of(decision: Decision) -> Iterator[Expression]:
    """Yield every expression that decides: quorum, majority, and those of a second convocation."""
    again = decision.verdict.again
    second = (None, None) if again is None else (again.quorum, again.carried)
    for rows in (decision.verdict.quorum, decision.verdict.carried, decision.verdict.rejected, *second):
        if rows is not None:
            for row in rows.rows:
                yield from (each for each in (row.when, row.value) if isinstance(each, Expression))


def tallies_of(decision: Decision) -> tuple[str, ...]:
    """Return the named tallies of a decision besides heads: the one that decides, those shown, those its rules speak of."""
    named = [decision.verdict.tally or "heads", *decision.verdict.show]
    for expression in expressions_of(decision):
        named += [ref.by for ref in expression.counts if ref.by is not None]
        named += expression.weights
    return tuple(name for name in dict.fromkeys(named) if name != "heads")


def require_decision(draft: Draft, name: DecisionId | None) -> Decision:
    """Require a decision by yes and no, or by ranking options with a default, that says what majority it takes."""
    decision = draft.known(
        None if name is None else draft.book.bylaws.decisions.get(name), "decision.known", decision=name
    )
    method = None if decision.balloting.method is None else decision.balloting.method.plain
    fits = decision.balloting.method is None or method in OWN_METHODS or is_ranked(decision)
    draft.require(fits, "decision.method", decision, "method", decision=name, method=method)
    if is_ranked(decision):
        heads = not tallies_of(decision)
        draft.require(heads, "decision.heads", decision, "tally", decision=name, tally=decision.verdict.tally)
    if decision.course.roll_at is not None:
        known = decision.course.roll_at in ROLL_EVENTS
        events = ", ".join(sorted(ROLL_EVENTS))
        draft.require(
            known, "decision.roll-at", decision, "roll_at", event=decision.course.roll_at, events=events
        )
    majority = decision.verdict.carried is not None or decision.verdict.rejected is not None
    draft.require(majority, "decision.majority", decision, "carried", decision=name)
    return decision
