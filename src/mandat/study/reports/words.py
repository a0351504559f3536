"""The words of a study, for members: what is certain, what depends on assumptions, what each rulebook gives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mandat.language import Language, Message, msg, plural
from mandat.study.measures.measured import TIER

TITLE = msg("How well do these bylaws follow the members?")
SETTING = msg(
    "{top}: {bases} base assemblies with {members} members in all, {years} years in steps of {days} days, {runs} runs."
)
CERTAIN = msg("What is certain, whatever members think")
ASSUMED = msg("What depends on what is assumed about people")
SUPPOSED = msg("Where the bylaws are silent, or say what a study cannot represent")
CAPTURE = msg(
    "With everybody there, {fewest} of {base} members are enough to carry a decision of the top, whatever all others do."
)
CAPTURE_OPEN = msg("How few members can carry a decision of the top cannot be worked out from this file.")
WEIGHT = msg("A member weighs at most {ratio} times as much as another, in seats.")
POWER = msg(
    "{bodies} × {kind} with {seats} seats each: {power} of the power each; one of "
    "its {people} members decides a vote in {member} of cases."
)
NULL = msg(
    "Where nobody changes their mind, nothing happens: no recall, and the top stays "
    "as far from the members as rounding to seats makes it ({gap})."
)
NULL_BROKEN = plural(
    "Although nobody changes their mind there is {n} recall a year.",
    "Although nobody changes their mind there are {n} recalls a year.",
    "n",
)
GAP = msg(
    "On average {gap} of the seats at the top would have to change hands for it to be as the members are (± {half})."
)
WRONG = msg("{wrong} of its decisions are not those of the majority of the members (± {half}).")
LAG = msg("It comes after the members by about {days} days (± {half}).")
HALF_LIFE = msg("After a sudden change of opinion half of it has reached the top in {days} days.")
NEVER = plural(
    "In {n} run it did not reach the top at all.", "In {n} runs it did not reach the top at all.", "n"
)
EFFORT = msg(
    "It costs each member {hours} hours a year; {recalls} recalls a year, "
    "{wrongly} of them of delegates whom an election would have returned."
)
COST = msg("It costs {hours} hours a year for each member, with {recalls} recalls a year.")
BETTER = msg("{name} follows the members more closely than {first}: by {difference} of the seats (± {half}).")
WORSE = msg("{name} follows the members less closely than {first}: by {difference} of the seats (± {half}).")
NO_DIFFERENCE = msg(
    "{runs} runs show no difference in fidelity between {name} and {first} ({difference} ± {half})."
)
FRONTIER = msg("Not beaten in both fidelity and effort: {names}.")
SENSITIVE = msg("What matters most among the assumptions: {names}.")
MORE_RUNS = msg(
    "The interval asked is ± {asked}; these {runs} runs give ± {half}. About {needed} runs are needed: --runs {needed}."
)
INTERRUPTED = msg(
    "Interrupted after {made} of {all} runs. The same command with --resume goes on from there."
)
WRITTEN = msg("Written: {files}")

TIER_GAP = msg("distance between {body} and the members (share)")

MEASURE_NAMES: Mapping[str, Message] = {
    "gap": msg("seats that would have to change hands (share)"),
    "square_gap": msg("mean square gap"),
    "gallagher": msg("Gallagher index"),
    "cdf_area": msg("area between members and top (tendencies in a row)"),
    "inverted": msg("time in which another tendency leads at the top"),
    "deficit": msg("majority deficit"),
    "wrong_decisions": msg("decisions against the members' majority"),
    "no_decision": msg("questions left undecided"),
    "lag_days": msg("lag in days"),
    "apart": msg("time further apart than 5 points"),
    "age_years": msg("mean age of a seat in years"),
    "oldest_years": msg("age of the oldest seat in years"),
    "elections": msg("elections and recall votes a year"),
    "ballots": msg("ballots a year"),
    "hours": msg("hours per member and year"),
    "turnover": msg("changes per seat and year"),
    "recalls": msg("recalls a year"),
    "false_recalls": msg("recalls of whom an election would have returned (share)"),
    "cascade": msg("most recalls in one step"),
    "vacant": msg("vacant seats at the top (share)"),
    "unrepresented": msg("time in which a tendency worth a seat has none"),
    "half_life_days": msg("half-life of a sudden change, in days"),
}


def measure_name(key: str, language: Language) -> str:
    """A measure in words; those of the tiers name their body."""
    if key in MEASURE_NAMES:
        return MEASURE_NAMES[key].text(language)
    return TIER_GAP.text(language, body=key.removeprefix(TIER))


def measure_keys(found: Iterable[str]) -> list[str]:
    """The measures in the order of reports, those of the tiers after the gap of the top."""
    tiers = [key for key in found if key not in MEASURE_NAMES]
    known = list(MEASURE_NAMES)
    return [known[0], *tiers, *known[1:]]
