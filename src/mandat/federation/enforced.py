"""Which keys of a bylaws file the engine enforces: what ``mandat check`` measures a file against.

Whoever makes an act enforce a key adds it here; ``tests/federation/test_enforced.py`` keeps the names those of the language.
"""

from __future__ import annotations

from collections.abc import Mapping

ENFORCED: Mapping[str, frozenset[str]] = {
    "fact": frozenset({"of", "type", "values", "told_by"}),
    "define": frozenset({"is"}),
    "body": frozenset({"type", "many", "each", "part_of", "may_vote", "seats"}),
    "seats": frozenset(
        {
            "from",
            "fill",
            "by",
            "number",
            "at_least",
            "at_most",
            "as_of",
            "elect",
            "eligible",
            "keeps",
            "term",
            "succession",
        }
    ),
    "succession": frozenset({"by", "within"}),
    "term": frozenset({"length"}),
    "decision": frozenset(
        {"in", "voters", "method", "lists", "ballot", "quorum", "carried", "rejected", "tie", "like"}
    ),
    "convening": frozenset({"by", "demand"}),
    "recall": frozenset(
        {
            "of",
            "by",
            "target",
            "start",
            "confidence",
            "decision",
            "not_before",
            "cooling_off",
            "when",
        }
    ),
    "support": frozenset({"by", "who", "enough", "within"}),
    "power": frozenset({"holder", "also", "when", "frozen", "delegable", "decision", "needs", "limit"}),
    "also": frozenset({"holder", "when", "decision"}),
    "needs": frozenset({"from", "as"}),
    "duty": frozenset({"of", "to", "within", "overdue"}),
    "clock": frozenset({"length", "days"}),
}
