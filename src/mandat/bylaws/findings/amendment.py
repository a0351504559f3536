"""Whether the rules that protect something can be taken away more easily than they can be met."""

from __future__ import annotations

from collections.abc import Iterator

from mandat.bylaws.findings import trials
from mandat.bylaws.findings.finding import Examination, Finding
from mandat.bylaws.findings.trials import TrialVote
from mandat.bylaws.model import Decision, Power


def check(case: Examination) -> Iterator[Finding]:
    """Decisions of the same body that ask for more than the amendment of the rule they stand in."""
    for name, power in case.bylaws.powers.items():
        amend = case.bylaws.decisions.get(power.first.decision or "")
        if amend is not None and (name == "bylaws.amend" or name.startswith("bylaws.amend.")):
            yield from _weaker(case, power, amend)


def _weaker(case: Examination, power: Power, amend: Decision) -> Iterator[Finding]:
    for decision in case.bylaws.decisions.values():
        if decision is amend or not _covered(power, decision) or not _comparable(amend, decision):
            continue
        vote = _passes_only(amend, decision)
        if vote is not None:
            words = {"other": decision.id, "other_article": decision.article or "–", "amend": amend.id}
            shown = {"voters": str(vote.voters), "votes": f"{vote.yes} : {vote.no}"}
            yield case.finding("warning", "amendment-weaker", power, "decision", **words, **shown)


def _covered(power: Power, decision: Decision) -> bool:
    return not power.covers or decision.article in power.covers


def _comparable(amend: Decision, other: Decision) -> bool:
    """Whether the same people vote, by rules that follow from the vote alone."""
    rules = (amend.verdict.quorum, amend.verdict.carried, other.verdict.quorum, other.verdict.carried)
    return (
        (amend.in_, amend.voters) == (other.in_, other.voters)
        and other.verdict.carried is not None
        and amend.verdict.carried is not None
        and (amend.verdict.tally or "heads") == (other.verdict.tally or "heads")
        and all(trials.triable(rule) for rule in rules)
    )


def _passes_only(amend: Decision, other: Decision) -> TrialVote | None:
    """The smallest vote that amends and would not carry the other."""
    amends = trials.carried(amend.verdict.quorum, amend.verdict.carried)
    carries = trials.carried(other.verdict.quorum, other.verdict.carried)
    return next((vote for vote in trials.votes() if amends(vote) and not carries(vote)), None)
