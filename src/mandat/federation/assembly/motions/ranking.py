"""Ballots that rank several options: how one is written, and what they give.

Each option is held against the default: ``yes`` are the ballots that rank it above, ``no`` those that rank it below, and the
quorum and the majority of the decision are asked of each. What fails either is dropped; among the rest the counting rule of
the bylaws chooses (Debian constitution 1.9, A.5.2 to A.5.8, is the model).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from mandat.bylaws.model import Decision
from mandat.counting import Ballots, count, outcomes
from mandat.counting.rules import rule
from mandat.federation.assembly.motions.outcome import DecisionOutcome, outcome
from mandat.federation.base.counts.rankings import Ranking, against
from mandat.federation.base.counts.tallies import Tally
from mandat.federation.base.evaluation import NO_READINGS, Readings, Supply
from mandat.federation.base.types import OptionId


def is_option_name(name: str) -> bool:
    """Tell whether a name can stand on a line of a ballot: printable, without the signs that separate options.

    >>> is_option_name("none-of-the-above"), is_option_name("a > b"), is_option_name(" a")
    (True, False, False)
    """
    return bool(name) and name.isprintable() and name == name.strip() and not set(name) & set(">=:")


def parse_paper(line: str, options: Sequence[OptionId]) -> Ranking | None:
    """Read one ballot, ``a > b = c``, best first; None if it names an unknown option or one twice. Blank: ranks nothing.

    >>> parse_paper("b > a = none", ("a", "b", "none"))
    (('b',), ('a', 'none'))
    >>> parse_paper("b > b", ("a", "b")) is None
    True
    """
    ranks = tuple(tuple(OptionId(name.strip()) for name in rank.split("=")) for rank in line.split(">"))
    if not line.strip():
        return ()
    return ranks if fits(ranks, options) else None


def fits(ranking: Ranking, options: Sequence[OptionId]) -> bool:
    """Tell whether a ranking names only options, each once, and leaves no rank empty."""
    named = [name for rank in ranking for name in rank]
    return all(ranking) and len(set(named)) == len(named) and set(named) <= set(options)


SupplyOf = Callable[[OptionId], Supply]
"""Gives the counts of a vote as they are for one option against the default."""


class Ranked(msgspec.Struct, frozen=True, kw_only=True):
    """What a ranked vote gives: the outcome of each option against the default, who is left, and the winners (several: a tie).

    ``winners`` is empty where the default wins; ``open`` names the option on which the bylaws are silent.
    """

    outcomes: tuple[tuple[OptionId, Tally, DecisionOutcome], ...]
    left: tuple[OptionId, ...]
    winners: tuple[OptionId, ...]
    open: OptionId | None = None


def ranked(
    decision: Decision,
    options: Sequence[OptionId],
    papers: Sequence[Ranking],
    supply_of: SupplyOf,
    readings: Readings = NO_READINGS,
) -> Ranked:
    """Hold each option against the default, drop those that fail, and count the rest by the rule of the decision."""
    default = OptionId(decision.balloting.default or "")
    found: list[tuple[OptionId, Tally, DecisionOutcome]] = []
    for option in options:
        tally = against(option, default, papers)
        found.append((option, tally, outcome(decision, supply_of(option), readings)))
    open_ = next((option for option, _, each in found if each.result == "open"), None)
    left = tuple(option for option, _, each in found if each.result == "carried")
    return Ranked(outcomes=tuple(found), left=left, winners=_winners(decision, left, papers), open=open_)


def _winners(
    decision: Decision, left: tuple[OptionId, ...], papers: Sequence[Ranking]
) -> tuple[OptionId, ...]:
    """Return who wins among the options left; several if they are tied and a casting vote or a lot must choose."""
    if len(left) < 2:
        return left
    name = (decision.balloting.method.plain if decision.balloting.method is not None else None) or ""
    names = (*left, OptionId(decision.balloting.default or ""))
    numbers = {option: number for number, option in enumerate(names, 1)}
    marked = (tuple({numbers[n] for n in rank if n in numbers} for rank in paper) for paper in papers)
    ballots = Ballots.from_rankings(names, ((tuple(rank for rank in ranks if rank), 1) for ranks in marked))
    default = {"default": len(names)} if "default" in rule(name).parameters else {}
    result = count(name, ballots, 1, lots=(), **default)
    if result.question is not None:
        possible = {
            number for each in outcomes(name, ballots, 1, lots=(), **default) for number in each.elected
        }
        return tuple(names[number - 1] for number in sorted(possible))
    return tuple(OptionId(each.name) for each in result.elected)
