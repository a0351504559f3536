"""Numbers that cannot come out right: quorums out of reach, votes that help the other side, rows that never apply."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from mandat.bylaws.expression import Expression, Sign, sign_of
from mandat.bylaws.findings import trials
from mandat.bylaws.findings.finding import Examination, Finding, Severity
from mandat.bylaws.findings.trials import TrialVote
from mandat.bylaws.model import Bylaws, Decision, SeatLine
from mandat.bylaws.model.pieces import Rows
from mandat.bylaws.tables.entries import decisions
from mandat.language import Value, msg

_LARGE = (100, 1_000, 10_000, 1_000_000)
_YES = ("yes",)
_NO = ("no",)

_OF = msg(" of {n}")


def check(case: Examination) -> Iterator[Finding]:
    """Every decision, election and standing confidence of the file."""
    for _, decision in decisions(case.bylaws):
        yield from _quorum(case, decision)
        yield from _direction(case, decision)
    yield from _confidence(case)
    yield from _seats(case)


# -- quorums -------------------------------------------------------------------------------------------------------


def _quorum(case: Examination, decision: Decision) -> Iterator[Finding]:
    """With everybody there and voting yes a quorum must be met for some number of voters."""
    if not trials.triable(decision.verdict.quorum) or not trials.triable(decision.verdict.carried):
        return
    fixed = _fixed_seats(case.bylaws, decision)
    sizes = (fixed,) if fixed else (*range(1, trials.MOST_VOTERS + 1), *_LARGE)
    if decision.verdict.quorum is not None and not any(
        _full(decision.verdict.quorum, size) for size in sizes
    ):
        yield case.finding(
            "error", "quorum-never", decision, "quorum", text=_text(decision.verdict.quorum), **_size(fixed)
        )
    elif decision.verdict.carried is not None and not any(
        _full(decision.verdict.carried, size) for size in sizes
    ):
        yield case.finding(
            "error",
            "carried-never",
            decision,
            "carried",
            text=_text(decision.verdict.carried),
            **_size(fixed),
        )


def _full(rule: Rows[Expression], size: int) -> bool:
    return trials.outcome(rule, TrialVote(size, size, 0)) is not False


def _size(fixed: int | None) -> dict[str, Value]:
    return {"size": _OF(n=fixed) if fixed else ""}


def _fixed_seats(bylaws: Bylaws, decision: Decision) -> int | None:
    """The number of posts of the body that decides, if the file fixes it."""
    names = decision.in_.names if decision.in_ is not None else ()
    if len(names) != 1 or names[0] not in bylaws.bodies or not bylaws.bodies[names[0]].lines:
        return None
    numbers = [_fixed(bylaws, line) for line in bylaws.bodies[names[0]].lines]
    known = [number for number in numbers if number is not None]
    return sum(known) if len(known) == len(numbers) else None


def _fixed(bylaws: Bylaws, line: SeatLine) -> int | None:
    """The posts of a line that comes from one body only, if their number is written as one."""
    senders = [bylaws.bodies.get(name) for name in line.from_]
    if any(sender is None or sender.many or sender.each for sender in senders):
        return None
    return _constant(line.size.number)


def _text(rows: Rows[Expression]) -> str:
    return "; ".join(row.value.text for row in rows.rows)


# -- directions ----------------------------------------------------------------------------------------------------


def _direction(case: Examination, decision: Decision) -> Iterator[Finding]:
    """One more yes must never defeat, one more no never carry; a quorum that a no can meet is worth a note."""
    if decision.verdict.carried is not None:
        yield from _tried(case, "warning", decision, "carried", None, decision.verdict.carried)
    if (
        decision.verdict.rejected is not None
        and not _proved(decision.verdict.rejected, for_yes=Sign.HARMS)
        and trials.triable(decision.verdict.rejected)
    ):
        yield from _shown(case, "warning", decision, "rejected", trials.stands(decision.verdict.rejected))
    if decision.verdict.quorum is not None and decision.verdict.carried is not None:
        yield from _by_quorum(case, decision)


def _tried(
    case: Examination,
    level: Severity,
    decision: Decision,
    key: str,
    quorum: Rows[Expression] | None,
    rule: Rows[Expression],
) -> Iterator[Finding]:
    if _proved(rule, for_yes=Sign.HELPS) or not trials.triable(rule):
        return
    yield from _shown(case, level, decision, key, trials.carried(quorum, rule))


def _proved(rule: Rows[Expression], *, for_yes: Sign) -> bool:
    """Whether signs alone prove the directions; a rule of several rows may jump between them and is tried."""
    if rule.plain is None:
        return False
    wanted = {_YES: for_yes, _NO: Sign.HARMS if for_yes is Sign.HELPS else Sign.HELPS}
    return all(_sign(rule.plain, names) in (sign, Sign.NEITHER) for names, sign in wanted.items())


def _sign(expression: Expression, names: tuple[str, ...]) -> Sign:
    signs = {sign_of(expression, name) for name in names}
    return signs.pop() if len(signs) == 1 else Sign.UNKNOWN  # any order: there is but one


def _shown(
    case: Examination, level: Severity, decision: Decision, key: str, wins: Callable[[TrialVote], bool]
) -> Iterator[Finding]:
    for code, found in (
        ("yes-defeats", trials.one_yes_defeats(wins)),
        ("no-carries", trials.one_no_carries(wins)),
    ):
        if found is not None:
            yield case.finding(level, code, decision, key, **_case(found))


def _case(found: tuple[TrialVote, TrialVote]) -> dict[str, str]:
    before, after = found
    return {
        "voters": str(before.voters),
        "before": f"{before.yes} : {before.no}",
        "after": f"{after.yes} : {after.no}",
    }


def _by_quorum(case: Examination, decision: Decision) -> Iterator[Finding]:
    """A quorum of votes cast lets opponents win by staying silent: one no more would carry."""
    if (
        decision.verdict.carried is None
        or not trials.triable(decision.verdict.quorum)
        or not trials.triable(decision.verdict.carried)
    ):
        return
    if trials.one_no_carries(trials.carried(None, decision.verdict.carried)) is not None:
        return
    found = trials.one_no_carries(trials.carried(decision.verdict.quorum, decision.verdict.carried))
    if found is not None:
        yield case.finding("note", "silence-defeats", decision, "quorum", **_case(found))


# -- confidence and numbers of seats -------------------------------------------------------------------------------


def _confidence(case: Examination) -> Iterator[Finding]:
    """A seat must be able to fall, and must not fall while everybody is confident."""
    for recall in case.bylaws.recalls.values():
        rule = recall.deciding.confidence.plain if recall.deciding.confidence is not None else None
        if (
            rule is None
            or rule.groups
            or any(count.name not in (*trials.KNOWN, "withdrawn") for count in rule.counts)
        ):
            continue
        sizes = (*range(1, trials.MOST_VOTERS + 1), *_LARGE)
        if not any(_falls(rule, size, size) for size in sizes):
            yield case.finding("error", "confidence-never", recall, "confidence", text=rule.text)
        elif any(_falls(rule, 0, size) for size in sizes):
            size = next(size for size in sizes if _falls(rule, 0, size))
            yield case.finding(
                "error", "confidence-always", recall, "confidence", text=rule.text, electors=str(size)
            )


def _falls(rule: Expression, withdrawn: int, size: int) -> bool:
    numbers = {**dict(TrialVote(size, size, 0).numbers), "withdrawn": withdrawn}
    return rule.evaluate({str(count): numbers[count.name] for count in rule.counts}).value is True


def _seats(case: Examination) -> Iterator[Finding]:
    for line in case.bylaws.lines.values():
        least, most = _constant(line.size.at_least), _constant(line.size.at_most)
        if least is not None and most is not None and least > most:
            yield case.finding(
                "error", "least-above-most", line, "at_least", least=str(least), most=str(most)
            )
    for limit in case.bylaws.limits.values():
        least = _constant(limit.at_least) if isinstance(limit.at_least, Rows) else None
        most = _constant(limit.at_most)
        if least is not None and most is not None and least > most:
            yield case.finding(
                "error", "least-above-most", limit, "at_least", least=str(least), most=str(most)
            )


def _constant(rows: Rows[Expression] | None) -> int | None:
    plain = rows.plain if rows is not None else None
    if plain is None or plain.counts or plain.groups:
        return None
    value = plain.evaluate({}).value
    return value if isinstance(value, int) else None
