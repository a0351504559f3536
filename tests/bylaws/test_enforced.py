"""Keys that no act enforces yet are listed with their lines."""

from __future__ import annotations

from mandat.bylaws.checks.unenforced import NAMING, unenforced
from mandat.bylaws.reading.loader import load
from mandat.bylaws.tables import LINE, TABLES
from mandat.bylaws.tables.shapes import Table

TEXT = """mandat = 1
id = "club"

[body.members]
title = "All of us"
type = "assembly"
may_vote = "seniority >= P3M"

[body.board]
type = "committee"

[body.board.seats.members]
article = "2"
from = "members"
number = 5
elect = { method = "stv-scottish", ballot = "secret" }
succession = ["countback", { by = "by-election", within = "P1M" }]

[recall.board]
of = "board"
by = "members"
start = [{ by = "members", enough = "signed >= 3", span = "P1M" }]
decision = "majority"

[decision.majority]
carried = "yes > no"
"""


def keys(table: Table) -> frozenset[str]:
    return frozenset(table.by_name)


ALL = {name: keys(table) for name, table in TABLES.items()} | {"seats": keys(LINE)}
PIECES = {"support": frozenset({"by", "enough"}), "succession": frozenset({"by", "within"})}


def test_what_is_not_enforced_is_listed_with_its_line() -> None:
    found = unenforced(load(TEXT), {**ALL, **PIECES, "body": frozenset({"type", "seats"})})
    assert [(each.key, each.line) for each in found] == [
        ("body.members.may_vote", 7),
        ("recall.board.start[1].span", 22),
    ]


def test_inside_a_key_that_is_not_enforced_nothing_more_is_told() -> None:
    found = unenforced(load(TEXT), {**ALL, **PIECES, "recall": frozenset({"of", "by", "decision"})})
    assert [each.key for each in found] == ["recall.board.start"]


def test_elections_written_in_place_are_decisions() -> None:
    found = unenforced(load(TEXT), {**ALL, **PIECES, "decision": frozenset({"method"})})
    assert [each.key for each in found if each.key.startswith("body")] == [
        "body.board.seats.members.elect.ballot"
    ]


def test_names_of_rules_are_not_rules() -> None:
    found = unenforced(load(TEXT), {})
    assert not any(each.key.rpartition(".")[2] in NAMING for each in found)
    assert found[0] == ("body.members.type", 6)


def test_all_enforced_leaves_nothing() -> None:
    pieces = PIECES | {"support": frozenset({"by", "enough", "span"})}
    assert unenforced(load(TEXT), {**ALL, **pieces}) == ()
