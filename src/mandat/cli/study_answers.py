"""What ``mandat study`` answers, to people and to programs."""

from __future__ import annotations

from typing import Any

from rich.markdown import Markdown
from rich.markup import escape

from mandat.cli.speech import console, table
from mandat.language import ENGLISH, Language
from mandat.study.reports.summary import StudyFound, summary
from mandat.study.reports.words import measure_keys, measure_name


def print_found(found: StudyFound, say: Language) -> None:
    """The summary, then every measure of every rulebook with its interval."""
    out = console()
    text = summary(found, say)
    out.print(Markdown(text) if out.is_terminal else escape(text))
    rows = table("", *(each.name for each in found.outcomes))
    for key in measure_keys(found.outcomes[0].measures):
        cells = [each.measures.get(key) for each in found.outcomes]
        rows.add_row(
            measure_name(key, say),
            *("" if cell is None else f"{cell.mean:.4g} ± {cell.half:.2g}" for cell in cells),
        )
    out.print(rows)


def as_json(found: StudyFound) -> dict[str, Any]:
    """All that was found, for programs."""
    return {
        "top": found.plan.top,
        "bases": int(found.plan.bases.sizes.size),
        "members": found.plan.bases.members,
        "runs": found.asked.runs,
        "seed": found.asked.seed,
        "certain": {
            "fewest": found.certain.fewest,
            "base": found.certain.base,
            "weight": None if found.certain.weight is None else str(found.certain.weight),
            "power": [
                {
                    "kind": each.kind,
                    "bodies": each.bodies,
                    "seats": each.seats,
                    "people": each.people,
                    "banzhaf": str(each.banzhaf),
                    "shapley_shubik": str(each.shapley),
                    "member": each.member,
                }
                for each in found.certain.power
            ],
        },
        "rulebooks": [
            {
                "name": each.name,
                "measures": {key: {"mean": i.mean, "half": i.half} for key, i in each.measures.items()},
                "beside_first": {
                    key: {"mean": i.mean, "half": i.half} for key, i in each.beside_first.items()
                },
                "null": each.null,
                "unanswered": each.unanswered,
            }
            for each in found.outcomes
        ],
        "frontier": [
            {"name": point.name, "hours": point.hours, "gap": point.gap, "best": point.best}
            for point in found.frontier
        ],
        "sensitivity": [
            {"name": s.name, "low": s.low, "high": s.high, "at_low": s.at_low.mean, "at_high": s.at_high.mean}
            for s in found.swings
        ],
        "supposed": [
            {"rule": s.rule, "key": s.key, "article": s.article, "says": s.says.text(ENGLISH)}
            for s in found.plan.supposed
        ],
    }
