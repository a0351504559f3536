"""Several rules side by side on the same ballots."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rich.markup import escape

from mandat import counting
from mandat.cli.counting_words import words
from mandat.cli.speech import console, table
from mandat.counting import Ballots, Count, CountingError, Rule
from mandat.counting.errors import UnknownRuleError
from mandat.counting.rendering import question_in_words
from mandat.language import Language, msg


@dataclass(frozen=True, slots=True)
class Comparison:
    """The count by each rule, or why that rule cannot count these ballots."""

    names: tuple[str, ...]
    seats: int
    results: tuple[tuple[str, Count | str], ...]

    @property
    def by_all(self) -> tuple[int, ...]:
        """Who is elected by every rule that could count."""
        counts = [found for _, found in self.results if isinstance(found, Count)]
        sets = [set(found.winners) for found in counts]
        return tuple(n for n in counts[0].winners if all(n in each for each in sets)) if counts else ()

    def to_json(self) -> dict[str, Any]:
        """`rules` in the order compared, each with `elected` and `question`, or with `refused`."""
        return {
            "seats": self.seats,
            "rules": [_plain(rule, found) for rule, found in self.results],
            "elected_by_all": list(dict.fromkeys(self.by_all)),
        }


def _plain(rule: str, found: Count | str) -> dict[str, Any]:
    if isinstance(found, str):
        return {"rule": rule, "refused": found}
    plain = found.to_json()
    return {key: plain[key] for key in ("rule", "elected", "quota", "ties", "question")}


def compared(ballots: Ballots, seats: int, rules: list[str], told: dict[str, Any]) -> Comparison:
    """Count by each of `rules`, or by every rule for such ballots. A parameter goes to the rules that have it."""
    chosen = [counting.rule(name) for name in rules] or [
        r for r in counting.rules().values() if _fits(r, ballots, seats)
    ]
    unknown = next((name for name in told if not any(name in rule.parameters for rule in chosen)), None)
    if unknown is not None:
        raise CountingError(
            msg("none of the rules compared has a parameter {unknown}")(unknown=repr(unknown))
        )
    found = tuple((rule.name, _count(rule, ballots, seats, told)) for rule in chosen)
    return Comparison(tuple(c.name for c in ballots.candidates), seats, found)


def _fits(rule: Rule, ballots: Ballots, seats: int) -> bool:
    """Whether `rule` is for such ballots, ranked or approvals, and for so many seats."""
    if _are_approvals(ballots):
        return rule.kind in ("approval", "committee")
    if rule.order_sensitive and ballots.sequence is None:
        return False
    if rule.one_seat and seats != 1:
        return False
    return rule.name == "fptp" or rule.kind in ("stv", "condorcet", "positional")


def _are_approvals(ballots: Ballots) -> bool:
    """Whether no paper prefers one candidate to another."""
    return ballots.tied is not None and all(
        len(ranks) < 2 for ranks in map(ballots.ranking, range(ballots.rows))
    )


def _count(rule: Rule, ballots: Ballots, seats: int, told: dict[str, Any]) -> Count | str:
    own = {name: value for name, value in told.items() if name in rule.parameters}
    try:
        return counting.count(rule.name, ballots, seats, **own)
    except UnknownRuleError:
        raise
    except CountingError as refusal:
        return str(refusal)


def print_comparison(shown: Comparison, lang: Language) -> None:
    """A row for each candidate, a column for each rule: the place in the order of election."""
    out, say = console(), words(lang)
    counts = [(rule, found) for rule, found in shown.results if isinstance(found, Count)]
    rows = table("")
    for rule, _ in counts:
        rows.add_column(rule, justify="right", overflow="fold")
    for number, name in enumerate(shown.names, 1):
        rows.add_row(f"{number} {escape(name)}", *(_place(found, number) for _, found in counts))
    out.print(rows)
    names = ", ".join(shown.names[n - 1] for n in dict.fromkeys(shown.by_all))
    out.print(f"  {say('by all')}{say('colon')}{escape(names) or '–'}")
    for rule, found in shown.results:
        if isinstance(found, str):
            out.print(f"  {rule} {say('refused')}{say('colon')}{escape(found)}")
        elif found.question is not None:
            out.print(f"  {rule}{say('colon')}[yellow]{escape(question_in_words(found.question, lang))}[/]")


def _place(found: Count, number: int) -> str:
    if number in found.winners:
        many = found.winners.count(number)
        return str(found.winners.index(number) + 1) if many == 1 else f"{many} ×"
    return "?" if found.question is not None and number in found.question.candidates else "·"
