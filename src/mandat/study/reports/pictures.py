"""The pictures of a study by name, as SVG."""

from __future__ import annotations

from mandat.language import Language, msg
from mandat.study.reports import svg
from mandat.study.reports.summary import StudyFound

GAP = msg("Distance between the top and the members")
YEARS = msg("years")
SHARE = msg("share of seats")
FRONTIER = msg("Fidelity against effort")
HOURS = msg("hours per member and year")
TORNADO = msg("How much each assumption changes the distance")
TENDENCY = msg("tendency {n}")
SHOWN = 6
"""So many rulebooks are drawn over time: more lines cannot be told apart."""


def pictures(found: StudyFound, language: Language) -> dict[str, str]:
    """``fidelity`` over time (first run), ``frontier``, and ``tornado`` where sensitivity was asked."""
    drawn = {
        "frontier": svg.points(
            FRONTIER.text(language),
            HOURS.text(language),
            SHARE.text(language),
            [(point.name, (point.hours, point.gap), point.best) for point in found.frontier],
        )
    }
    series = [(each.name, each.series) for each in found.outcomes if each.series is not None][:SHOWN]
    if series:
        drawn["fidelity"] = svg.lines(
            GAP.text(language),
            YEARS.text(language),
            SHARE.text(language),
            [(name, list(zip(each.times, each.gap, strict=True))) for name, each in series],
        )
    if found.swings:
        drawn["tornado"] = svg.tornado(
            TORNADO.text(language),
            [(s.name, (s.low, s.at_low.mean), (s.high, s.at_high.mean)) for s in found.swings],
        )
    return drawn
