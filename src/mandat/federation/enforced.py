"""Which keys of a bylaws file the engine enforces: what ``mandat check`` measures a file against.

Whoever makes an act enforce a key adds it here; ``tests/federation/test_enforced.py`` keeps the names those of the language.
"""

from __future__ import annotations

from collections.abc import Mapping

ENFORCED: Mapping[str, frozenset[str]] = {
    "fact": frozenset({"of", "type", "values", "told_by"}),
    "define": frozenset({"is"}),
    "body": frozenset({"type", "many", "each", "part_of", "may_vote", "seats", "ad_hoc"}),
    "seats": frozenset(
        {
            "instructions",
            "breach",
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
            "decision",
            "needs",
            "may_vote",
            "short",
            "absent",
            "substitutes",
            "total",
            "divide",
        }
    ),
    "succession": frozenset({"by", "within", "in", "at"}),
    "term": frozenset({"length", "until", "window", "skip_if", "rest", "rotation", "caretaker"}),
    "decision": frozenset(
        {
            "in",
            "voters",
            "method",
            "lists",
            "ballot",
            "quorum",
            "carried",
            "rejected",
            "tie",
            "voting",
            "barred",
            "opens",
            "nomination",
            "campaign",
            "repeat",
        }
    ),
    "limit": frozenset({"in", "per", "with", "at_least", "at_most", "when", "checked", "repair"}),
    "convening": frozenset({"by"}),
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
            "reasons",
            "interim",
            "needs",
            "notice",
            "hearing",
            "discussion",
            "bars",
            "pending",
            "effect",
            "then",
        }
    ),
    "support": frozenset({"by", "who", "enough", "within", "span"}),
    "power": frozenset(
        {
            "holder",
            "jointly",
            "also",
            "when",
            "frozen",
            "current",
            "delegable",
            "limit",
            "start",
            "decision",
            "needs",
        }
    ),
    "delegable": frozenset({"to", "decision", "limit"}),
    "also": frozenset({"holder", "jointly", "when", "needs", "decision"}),
    "needs": frozenset({"from", "as", "decision", "when", "within", "enough"}),
    "check": frozenset({"of", "by", "how", "within", "lasts", "once", "start", "decision", "stays"}),
    "duty": frozenset({"of", "to", "every", "after", "within", "overdue"}),
    "agreement": frozenset({"sign", "ratify", "force", "leave"}),
    "force": frozenset({"when", "after", "each_after"}),
    "leave": frozenset({"notice", "window"}),
    "leave_window": frozenset({"every", "length"}),
    "clock": frozenset({"length", "days"}),
}
