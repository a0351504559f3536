"""Whether every holder of a post answers to somebody, and in the end to an assembly of people."""

from __future__ import annotations

from collections.abc import Iterator

from mandat.bylaws.findings.finding import Examination, Finding
from mandat.bylaws.findings.seating import (
    PEOPLE,
    answering,
    appointers,
    chain,
    deciders,
    fillers,
    lines_named,
    routes,
    steps,
)
from mandat.bylaws.model import Power, Recall, SeatLine
from mandat.bylaws.model.pieces import Need
from mandat.bylaws.tables.entries import pieces


def check(case: Examination) -> Iterator[Finding]:
    """Lines without recall, recalls that reach nobody, vacancies filled by the recalled, signers who name their check."""
    yield from _unrecallable(case)
    yield from _unreaching(case)
    for recall in case.bylaws.recalls.values():
        yield from _recall(case, recall)
    for power in case.bylaws.powers.values():
        yield from _countersigner(case, power)


def _unrecallable(case: Examination) -> Iterator[Finding]:
    for line in case.bylaws.lines.values():
        if not routes(case.bylaws, line) and not case.bylaws.bodies[line.body].ad_hoc:
            office = case.bylaws.bodies[line.body].type == "office"
            code = "answers-to-nobody" if office and not _watched(case, line) else "no-recall"
            yield case.finding("warning", code, line, body=line.body)


def _watched(case: Examination, line: SeatLine) -> bool:
    """Whether an office owes somebody an account, or somebody can stop what it does."""
    names = {line.body, line.id}
    watched = [duty.of for duty in case.bylaws.duties.values()] + [
        check.of for check in case.bylaws.checks.values()
    ]
    return any(names & set(population.names) for population in watched)


def _unreaching(case: Examination) -> Iterator[Finding]:
    answers = answering(case.bylaws)
    for line in case.bylaws.lines.values():
        if line.id in answers or not routes(case.bylaws, line):
            continue
        way = chain(case.bylaws, line)
        code = "recall-leads-back" if way[-1] in way[:-1] else "recall-reaches-nobody"
        yield case.finding(
            "warning", code, routes(case.bylaws, line)[0], way=" → ".join(way), last=way[-1], body=line.body
        )


def _recall(case: Examination, recall: Recall) -> Iterator[Finding]:
    targets = lines_named(case.bylaws, recall.of)
    for line in targets:
        fill = next(
            (step for step in steps(line, recall) if _filled_by_losers(line, step.by, step.in_, recall)), None
        )
        if fill is not None:
            yield case.finding("warning", "losers-fill", recall, "of", body=line.body, step=fill.by)
        if line.body in deciders(recall, line) and "sender" not in recall.by.names:
            yield case.finding("warning", "recalled-decide", recall, "by", body=line.body)
    bodies = {line.body for line in targets}
    for need in recall.deciding.needs:
        if bodies & set(need.from_.names):
            yield case.finding(
                "warning", "recalled-consent", recall, "needs", body=", ".join(sorted(bodies)), kind=need.as_
            )
    if (
        recall.deciding.confidence is None
        and recall.deciding.decision is None
        and not recall.deciding.needs
        and _collective(case, recall)
    ):
        yield case.finding("error", "recall-undecided", recall, "by", by=", ".join(recall.by.names))


def _filled_by_losers(line: SeatLine, step: str, place: str | None, recall: Recall) -> bool:
    """The whole body is recalled, and those very people would choose who follows."""
    chosen_by = {place} if place else {line.body} if step == "co-option" else set()
    if step == "appointment" and not place:
        chosen_by = set(appointers(line))
    return recall.target == "body" and line.body in chosen_by


def _collective(case: Examination, recall: Recall) -> bool:
    """Whether those who decide are many, so that they need a rule on how; one outside has rules of its own."""
    bodies = case.bylaws.bodies
    names = [name for line in lines_named(case.bylaws, recall.of) for name in deciders(recall, line)]
    return any(name in bodies and bodies[name].type not in ("office", "outside") for name in names)


def _countersigner(case: Examination, power: Power) -> Iterator[Finding]:
    """A second signature checks nothing if the first signer chooses who gives it; an assembly may."""
    bodies = case.bylaws.bodies
    holders = {
        name for name in power.first.holder.names if name in bodies and bodies[name].type not in PEOPLE
    }
    for need in pieces(power, Need):
        lines = lines_named(case.bylaws, need.from_)
        named = [line.body for line in lines if fillers(line) and set(fillers(line)) <= holders]
        if named:
            words = {
                "second": ", ".join(named),
                "holder": ", ".join(power.first.holder.names),
                "kind": need.as_,
            }
            yield case.finding("warning", "signer-names-second", power, "needs", **words)
