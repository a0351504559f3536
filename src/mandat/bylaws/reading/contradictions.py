"""Rules that contradict themselves: two keys of which only one can hold, or one that means nothing alone."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from mandat.bylaws.model import BodyKind, Bylaws
from mandat.bylaws.reading.reader import Context, TomlNode
from mandat.language import Message, Value, msg

_WITHOUT_POSTS = ("assembly", "constituency")
_WITHOUT_MEMBERS = ("council", "congress", "committee", "office")


class Both(NamedTuple):
    """Two keys that exclude each other, and why."""

    table: str
    one: str
    other: str
    why: Message


class Without(NamedTuple):
    """A key that means nothing without another."""

    table: str
    one: str
    other: str


EXCLUDE = (
    Both(
        "seats",
        "number",
        "total",
        msg("posts are given for each sender or in all"),
    ),
    Both(
        "decision",
        "carried",
        "rejected",
        msg("one says when it is carried, the other that it stands unless rejected"),
    ),
    Both(
        "decision",
        "in",
        "voters",
        msg("a vote is held in a meeting or among voters"),
    ),
    Both(
        "recall",
        "confidence",
        "decision",
        msg("a seat falls by standing confidence or by a decision; two rules say both"),
    ),
    Both(
        "recall",
        "confidence",
        "start",
        msg("standing confidence needs nobody to start it"),
    ),
    Both("body", "many", "each", msg("`each` already says how many there are")),
    Both(
        "limit",
        "per",
        "with",
        msg("a limit is on composition or on posts held together"),
    ),
    Both(
        "duty",
        "every",
        "after",
        msg("a duty returns at intervals or follows an event"),
    ),
    Both(
        "clock",
        "starts",
        "before",
        msg("a clock runs forward or is counted back"),
    ),
    Both(
        "seats",
        "elect",
        "decision",
        msg("the election is written in place or named once"),
    ),
)
NEEDED = (
    Without("seats", "total", "divide"),
    Without("seats", "divide", "total"),
    Without("decision", "again", "quorum"),
    Without("recall", "pending", "start"),
)


def check_pairs(table: str, node: TomlNode, given: Mapping[str, TomlNode], context: Context) -> None:
    """Note the keys of one table that exclude each other, and those that lack the one they need."""
    for rule in EXCLUDE:
        if rule.table == table and _both(rule, given):
            words: dict[str, Value] = {"one": rule.one, "other": rule.other, "why": rule.why}
            context.note(given[rule.other], "both", words)
    for need in NEEDED:
        if need.table == table and need.one in given and need.other not in given:
            context.note(given.get(need.one, node), "without", {"one": need.one, "other": need.other})


def _both(rule: Both, given: Collection[str]) -> bool:
    return rule.one in given and rule.other in given


def check_types(bylaws: Bylaws, context: Context) -> None:
    """Note keys that do not go with the type of their body."""
    for name, body in bylaws.bodies.items():
        _check_type(name, body, context)


def _check_type(name: str, body: BodyKind, context: Context) -> None:
    words = {"body": name, "type": body.type}
    if body.type in _WITHOUT_POSTS and body.lines:
        context.note(TomlNode(None, ("body", name, "seats")), "no-posts", words)
    if body.type in _WITHOUT_MEMBERS and body.voting.may_vote is not None:
        context.note(TomlNode(None, ("body", name, "may_vote")), "holders-vote", words)
