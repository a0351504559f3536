"""Entry into force: when the condition is met, for whom, and from which day."""

from __future__ import annotations

from mandat.bylaws.model import AgreementRule as Rule
from mandat.bylaws.model.pieces import Clock
from mandat.federation.authority.agreements.effects import ForceAgreed, PartyBound, PartyLeft
from mandat.federation.authority.agreements.state import Agreement
from mandat.federation.base.agenda.items import ForceDay, LeavingDay
from mandat.federation.base.draft import Draft
from mandat.federation.base.lookup import any_order
from mandat.federation.base.subject import Subject
from mandat.federation.base.types import AgreementId, PartyId


def rule_of(draft: Draft, agreement: Agreement) -> Rule:
    """Return the rule of an agreement, as it stood when it was opened."""
    return draft.state.law.books[agreement.bylaws_version].bylaws.agreements[agreement.kind]


def follow(draft: Draft, name: AgreementId, party: PartyId) -> None:
    """Let an agreement enter into force after a signature or ratification, if that was what it waited for."""
    agreement = draft.state.agreements.all[name]
    with draft.under(agreement.bylaws_version):
        rule = rule_of(draft, agreement)
        if agreement.condition is not None:
            _bind(draft, agreement, (party,), _after(rule, each=True))
        elif _is_met(draft, rule, agreement):
            draft.emit(ForceAgreed(agreement=name, at=draft.at))
            _bind(draft, agreement, _committed(rule, agreement), _after(rule))


def _after(rule: Rule, *, each: bool = False) -> Clock | None:
    """Return how long after the condition all are bound, or after its own ratification ``each`` party."""
    if rule.force is None:
        return None
    return rule.force.each_after if each else rule.force.after


def _committed(rule: Rule, agreement: Agreement) -> tuple[PartyId, ...]:
    """Return the parties that have done what it takes: ratified, or signed where nothing needs ratifying."""
    if rule.ratify:
        return agreement.ratified
    return tuple(
        sorted(name for name, party in any_order(agreement.parties).items() if party.signed is not None)
    )


def _is_met(draft: Draft, rule: Rule, agreement: Agreement) -> bool:
    """Tell whether the condition holds; without one, whether every party has ratified, or signed."""
    when = None if rule.force is None else rule.force.when
    if when is None:
        met = len(_committed(rule, agreement)) == len(agreement.parties)
        if met:
            draft.require(True, "agreement.all-parties", rule, "force", agreement=agreement.id)
        return met
    return draft.test(when, Subject(agreement=agreement.id), rule, "force.when") is True


def _bind(draft: Draft, agreement: Agreement, parties: tuple[PartyId, ...], clock: Clock | None) -> None:
    for party in parties:
        if party not in _committed(rule_of(draft, agreement), draft.state.agreements.all[agreement.id]):
            continue
        if clock is None:
            draft.emit(PartyBound(agreement=agreement.id, party=party, at=draft.at))
        else:
            draft.schedule(ForceDay(agreement.id, party), draft.deadline(clock))


def fall_due(draft: Draft, due: ForceDay) -> None:
    """The day has come: the party is bound."""
    if draft.state.agreements.all[due.agreement].parties[due.party].left is None:
        draft.emit(PartyBound(agreement=due.agreement, party=due.party, at=draft.at))


def leave(draft: Draft, due: LeavingDay) -> None:
    """The notice is over: the party is bound no more."""
    draft.strike(ForceDay(due.agreement, due.party))
    draft.emit(PartyLeft(agreement=due.agreement, party=due.party, at=draft.at))
