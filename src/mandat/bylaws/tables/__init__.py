"""The language as one table: every table of a bylaws file, its keys, and the shape of each.

From here come the loader, the published JSON Schema, "did you mean", the list of keys in the manual, and the list of
keys that no act enforces yet. To add a key, add a line here and a field to ``model``.
"""

from __future__ import annotations

from types import MappingProxyType

from mandat.bylaws.tables.authority import AGREEMENT, CHECK, CLOCK, DUTY, LIMIT, POWER, RECALL
from mandat.bylaws.tables.bodies import BODY, DEFINE, FACT, LINE
from mandat.bylaws.tables.entry_keys import UNINHERITED
from mandat.bylaws.tables.shapes import ByLanguage, Key, Many, TextShape, Whole
from mandat.bylaws.tables.votes import CONVENING, DECISION, MOTION
from mandat.language import msg

__all__ = ["DECISION", "FIELDS", "HEAD", "LINE", "TABLES", "UNINHERITED", "VERSION"]

VERSION = 1
"""The version of the language that this engine reads: ``mandat = 1``."""


TABLES = MappingProxyType(
    {
        "fact": FACT,
        "define": DEFINE,
        "body": BODY,
        "decision": DECISION,
        "motion": MOTION,
        "convening": CONVENING,
        "limit": LIMIT,
        "recall": RECALL,
        "power": POWER,
        "check": CHECK,
        "clock": CLOCK,
        "duty": DUTY,
        "agreement": AGREEMENT,
    }
)
"""Table → its keys."""

HEAD = (
    Key("mandat", Whole(1), msg("the version of the language"), required=True),
    Key(
        "id",
        TextShape(pattern=r"[a-z0-9]+(-[a-z0-9]+)*", example="rail-federation"),
        msg("the federation's id"),
        required=True,
    ),
    Key("title", ByLanguage(), msg("its name")),
    Key(
        "time_zone",
        TextShape(example="Europe/Paris"),
        msg("the zone in which days are counted"),
    ),
    Key("calendar", TextShape(("gregorian", "julian")), msg("the calendar of dates")),
    Key(
        "holidays",
        Many(TextShape(pattern=r"(\d{4}|-)-\d{2}-\d{2}", example="2026-05-01 or --05-01")),
        msg("days that are no working days"),
    ),
)
"""The keys at the top of a file."""

FIELDS = MappingProxyType(
    {
        "fact": "facts",
        "define": "defines",
        "body": "bodies",
        "decision": "decisions",
        "motion": "motions",
        "convening": "convenings",
        "limit": "limits",
        "recall": "recalls",
        "power": "powers",
        "check": "checks",
        "clock": "clocks",
        "duty": "duties",
        "agreement": "agreements",
    }
)
"""Table → the field of ``model.Bylaws`` that holds it."""
