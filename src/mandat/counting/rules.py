"""The rules by name, and `count`, the one door to all of them.

To add a rule, write its module with a constant `RULE` and name the module in `MODULES`: one line.
"""

from __future__ import annotations

import difflib
from functools import cache, partial
from types import MappingProxyType, ModuleType
from typing import Any

import msgspec

from mandat.counting.apportionment.claims import MOST_SEATS
from mandat.counting.ballots import Ballots
from mandat.counting.budgets import equal_shares as budget_equal_shares
from mandat.counting.budgets import greedy
from mandat.counting.committees import (
    chamberlin_courant,
    equal_shares,
    leximax_phragmen,
    monroe,
    pav,
    pav_sequential,
    sequential_phragmen,
)
from mandat.counting.condorcet import (
    copeland,
    minimax,
    ranked_pairs,
    schulze,
    split_cycle,
    stable_voting,
)
from mandat.counting.deciding import Decided, Outcome, decide, outcomes_of
from mandat.counting.errors import BadParameterError, UnknownRuleError
from mandat.counting.lists import (
    adams,
    cambridge_compromise,
    d_hondt,
    danish,
    dean,
    droop,
    hagenbach_bischoff,
    hagenbach_bischoff_rounded,
    hare,
    huntington_hill,
    imperiali,
    imperiali_quota,
    kieswet,
    list_majority,
    majority_bonus,
    open_list,
    sainte_lague,
    sainte_lague_modified,
)
from mandat.counting.majority import (
    approval,
    block,
    borda,
    bucklin,
    cumulative,
    fptp,
    limited,
    score,
    star,
    two_round,
    yes_no,
)
from mandat.counting.result import Count
from mandat.counting.rule import Rule
from mandat.counting.stv import (
    act,
    alaska,
    au_senate,
    cambridge,
    ers97,
    irish,
    irv,
    maine,
    malta,
    meek,
    meek_nz,
    minneapolis,
    new_south_wales,
    new_york_city,
    northern_ireland,
    qpq,
    rctab,
    scottish,
    tasmania,
    victoria,
    warren,
    western_australia,
    wigm,
)
from mandat.language import did_you_mean, msg

MODULES: tuple[ModuleType, ...] = (
    fptp,
    block,
    limited,
    two_round,
    approval,
    score,
    star,
    cumulative,
    borda,
    bucklin,
    yes_no,
    scottish,
    wigm,
    meek,
    meek_nz,
    warren,
    qpq,
    minneapolis,
    northern_ireland,
    ers97,
    au_senate,
    act,
    tasmania,
    new_south_wales,
    victoria,
    western_australia,
    irish,
    malta,
    cambridge,
    irv,
    maine,
    alaska,
    new_york_city,
    rctab,
    schulze,
    ranked_pairs,
    copeland,
    minimax,
    split_cycle,
    stable_voting,
    sequential_phragmen,
    equal_shares,
    pav,
    pav_sequential,
    leximax_phragmen,
    monroe,
    chamberlin_courant,
    greedy,
    budget_equal_shares,
    d_hondt,
    sainte_lague,
    sainte_lague_modified,
    danish,
    imperiali,
    adams,
    dean,
    huntington_hill,
    hare,
    droop,
    hagenbach_bischoff,
    hagenbach_bischoff_rounded,
    imperiali_quota,
    kieswet,
    cambridge_compromise,
    list_majority,
    majority_bonus,
    open_list,
)


@cache
def rules() -> MappingProxyType[str, Rule]:
    """Every rule by its name, in the order of `MODULES`."""
    return MappingProxyType({module.RULE.name: module.RULE for module in MODULES})


def rule(name: str) -> Rule:
    """The rule with this name or alias.

    Raises `UnknownRuleError`, which lists the known names and the nearest one.

    >>> rule("stv-scottish").text
    'Scottish Local Government Elections Order 2007 (SSI 2007/42), schedule 1, rules 45 to 52'
    """
    known = {alias: found for found in rules().values() for alias in (found.name, *found.aliases)}
    if name in known:
        return known[name]
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.4)  # pure: difflib wants a float
    listed = ", ".join(sorted(rules()))
    raise UnknownRuleError(
        msg("there is no counting rule {name}.{hint} Known rules: {listed}.")(
            name=repr(name), hint=did_you_mean([repr(known[each].name) for each in near]), listed=listed
        )
    )


def count(
    rule_name: str, ballots: Ballots, seats: int, *, lots: tuple[int, ...] = (), **parameters: Any
) -> Count:
    """Count `ballots` for `seats` under the rule named `rule_name`.

    `lots` answers, in the order asked, the ties that the rule settles by lot: each is the number of the
    candidate drawn. Only lots on which somebody's election hangs are asked (`deciding`). A lot that is still missing comes back
    as `Count.question`. Raises `UnknownRuleError`, or `BadParameterError` for seats below 1, a parameter the rule does not have,
    or a lot that names a candidate who is not tied.

    >>> ballots = Ballots.from_rankings(["Ann", "Bob"], [((1, 2), 3), ((2,), 2)])
    >>> count("fptp", ballots, 1).elected[0].name
    'Ann'
    """
    return decided(rule_name, ballots, seats, lots=lots, **parameters).count


def decided(
    rule_name: str, ballots: Ballots, seats: int, *, lots: tuple[int, ...] = (), **parameters: Any
) -> Decided:
    """`count`, with the answers to all questions of the rule, also those that decided nothing."""
    chosen = _checked(rule_name, seats, parameters)
    run = partial(_run, chosen, ballots, seats, parameters)
    return decide(run, ballots, chosen.kind, tuple(lots), in_order=chosen.order_counts)


def outcomes(
    rule_name: str, ballots: Ballots, seats: int, *, lots: tuple[int, ...] = (), **parameters: Any
) -> tuple[Outcome, ...]:
    """Every result that `count` can have after `lots`, the likeliest first.

    Raises what `count` raises, and `BadParameterError` where too many counts would be needed to find all results.

    >>> ballots = Ballots.from_rankings(["Ann", "Bob", "Cy"], [((1,), 2), ((2,), 2), ((3, 1), 1)])
    >>> [(each.elected, each.chance, each.lots) for each in outcomes("fptp", ballots, 1)]
    [((1,), '1/2', (1,)), ((2,), '1/2', (2,))]
    """
    chosen = _checked(rule_name, seats, parameters)
    run = partial(_run, chosen, ballots, seats, parameters)
    return outcomes_of(run, ballots, chosen.kind, tuple(lots), in_order=chosen.order_counts)


def _run(
    chosen: Rule, ballots: Ballots, seats: int, parameters: dict[str, Any], answers: tuple[int, ...]
) -> Count:
    found = chosen.function(ballots, seats, lots=answers, **parameters)
    return msgspec.structs.replace(found, invalid=found.invalid + ballots.set_aside, blank=ballots.blank)


def _checked(rule_name: str, seats: int, parameters: dict[str, Any]) -> Rule:
    """The rule of this name; `BadParameterError` for seats or parameters it cannot have."""
    chosen = rule(rule_name)
    if isinstance(seats, bool) or not isinstance(seats, int) or seats < 1:
        raise BadParameterError(
            msg("{name} was asked to fill {seats} seats; give a whole number of at least 1")(
                name=chosen.name, seats=repr(seats)
            )
        )
    if seats > MOST_SEATS:
        raise BadParameterError(
            msg("{seats} seats are more than the {most} that can be filled one by one")(
                seats=seats, most=MOST_SEATS
            )
        )
    unknown = sorted(set(parameters) - set(chosen.parameters))
    if unknown:
        has = ", ".join(chosen.parameters) or msg("none")
        raise BadParameterError(
            msg("the rule {name} has no parameter {unknown}; it has: {has}")(
                name=chosen.name, unknown=repr(unknown[0]), has=has
            )
        )
    return chosen
