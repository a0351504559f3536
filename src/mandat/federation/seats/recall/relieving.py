"""Relieving an officer: by the single person whom a rule names, or by an outside body whose document the registrar enters."""

from __future__ import annotations

from mandat.bylaws.model import Recall
from mandat.federation.base.closed import VacancyCause
from mandat.federation.base.draft import Deciders, Draft
from mandat.federation.base.matter import ReliefConsent
from mandat.federation.base.population.belonging import belongs
from mandat.federation.seats.posts.filling import require_motion
from mandat.federation.seats.recall.acts import OfficerRelieve
from mandat.federation.seats.recall.petitioning import recall_rule, require_target, require_time
from mandat.federation.seats.recall.settling import remove
from mandat.federation.seats.recall.targets import RecallTarget, deciding_bodies


def relieve(draft: Draft, act: OfficerRelieve) -> None:
    """By the officer whom a recall rule without a decision and without a petition names in ``by``.

    Where ``by`` is an outside body, such as a court, by the registrar, who names its document.
    """
    rule = recall_rule(draft, act.rule)
    outside = _is_outside(draft, rule)
    alone = rule.deciding.decision is None and rule.deciding.confidence is None and not rule.start
    draft.require(alone or outside, "recall.by-decision", rule, "decision", rule=rule.id)
    target = require_target(draft, rule, act.post)
    require_time(draft, rule, target)
    if outside:
        _require_document(draft, rule, act)
    else:
        _require_officer(draft, rule, target)
    for need in rule.deciding.needs:
        if need.when is None or draft.test(need.when, target.subject, rule, "needs.when"):
            require_motion(draft, rule, "needs", need.from_.names, act.motion, ReliefConsent(target.id))
    remove(draft, rule, target, VacancyCause.RELIEF, None)


def _is_outside(draft: Draft, rule: Recall) -> bool:
    kinds = draft.book.bylaws.bodies
    return any(name in kinds and kinds[name].type == "outside" for name in rule.by.names)


def _require_document(draft: Draft, rule: Recall, act: OfficerRelieve) -> None:
    by = ", ".join(rule.by.names)
    registrar = draft.author == draft.state.keys.registrar
    draft.require(registrar, "recall.outside", rule, "by", by=by)
    draft.require(bool(act.source), "recall.document", rule, "by", by=by)


def _require_officer(draft: Draft, rule: Recall, target: RecallTarget) -> None:
    offices = [
        body
        for body in deciding_bodies(draft, rule, target)
        if draft.book.kind(draft.state.bodies.all[body].kind).type == "office"
    ]
    holds = any(belongs(draft, draft.author, body) for body in offices)
    draft.require(holds, "recall.officer", rule, "by", target=target.id, by=", ".join(rule.by.names))


DECIDERS: Deciders = {OfficerRelieve: relieve}
