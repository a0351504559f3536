"""The outcome of a decision from given counts: what ``mandat ask BYLAWS decision`` prints."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mandat.bylaws.model import Decision
from mandat.bylaws.reading.loader import load
from mandat.federation.assembly.motions.outcome import DecisionOutcome, outcome

BYLAWS = load("""
mandat = 1
id = "votes"
body.council.type = "council"
body.chair.type = "office"
fact.blame = { of = "act", type = "flag", told_by = "author" }

[decision.ordinary]
article = "7"
quorum = "present >= 1/2 * filled"
carried = "yes > no"

[decision.qualified]
carried = [["blame", "yes > 1/2 * filled"], ["else", "yes >= 2/3 * cast"]]

[decision.turnout]
carried = "yes >= 2/3 * cast and cast >= 1/2 * entitled"

[decision.stands]
rejected = "no >= 1/3 * entitled"

[decision.chaired]
carried = "yes > no"
tie = "chair"

[decision.chaired-absolute]
carried = "yes > 1/2 * filled"
tie = "chair"

[decision.no-tie-breaker]
carried = "yes > no"
tie = "none"

[decision.silent-quorum]
quorum = "present >= unspecified"
carried = "yes > no"

[decision.none]
quorum = "present >= 2"
""")


def ask(name: str, **numbers: object) -> DecisionOutcome:
    counts: Mapping[str, object] = numbers
    return outcome(BYLAWS.decisions[name], lambda _: counts)


@pytest.mark.parametrize(
    ("name", "numbers", "result"),
    [
        ("ordinary", {"present": 10, "filled": 20, "yes": 2, "no": 1}, "carried"),
        ("ordinary", {"present": 10, "filled": 20, "yes": 2, "no": 2}, "defeated"),
        ("ordinary", {"present": 10, "filled": 21, "yes": 9, "no": 0}, "no-quorum"),
        ("ordinary", {"present": 10, "filled": 20, "yes": 0, "no": 0}, "defeated"),
        ("qualified", {"blame": False, "filled": 30, "yes": 2, "no": 1, "cast": 3}, "carried"),
        ("qualified", {"blame": True, "filled": 30, "yes": 15, "no": 1, "cast": 16}, "defeated"),
        ("qualified", {"blame": True, "filled": 30, "yes": 16, "no": 1, "cast": 17}, "carried"),
        # At least 2/3 holds at 0 : 0, and nothing is carried all the same.
        ("qualified", {"blame": False, "filled": 30, "yes": 0, "no": 0, "cast": 0}, "defeated"),
        # Of 100: forty against nine fail for want of turnout, forty against ten carry. Literal, never mended.
        ("turnout", {"entitled": 100, "yes": 40, "no": 9, "cast": 49}, "defeated"),
        ("turnout", {"entitled": 100, "yes": 40, "no": 10, "cast": 50}, "carried"),
        # Of 17: three against five stands, four against six does not.
        ("stands", {"entitled": 17, "yes": 3, "no": 5}, "carried"),
        ("stands", {"entitled": 17, "yes": 4, "no": 6}, "defeated"),
        ("stands", {"entitled": 17, "yes": 0, "no": 0}, "defeated"),
        ("chaired", {"yes": 5, "no": 5}, "tied"),
        ("chaired", {"yes": 0, "no": 0}, "defeated"),
        ("chaired", {"yes": 4, "no": 5}, "defeated"),
        # One vote more would not carry at 4 of 20, so there is nothing to break; at 10 of 20 it would.
        ("chaired-absolute", {"filled": 20, "yes": 4, "no": 4}, "defeated"),
        ("chaired-absolute", {"filled": 20, "yes": 10, "no": 10}, "tied"),
        ("no-tie-breaker", {"yes": 5, "no": 5}, "defeated"),
        ("silent-quorum", {"present": 3, "yes": 5, "no": 1}, "open"),
    ],
)
def test_worked_votes(name: str, numbers: dict[str, object], result: str) -> None:
    assert ask(name, **numbers).result == result


def test_the_quorum_comes_first_and_stops_there() -> None:
    found = ask("ordinary", present=3, filled=20)
    assert found.quorum is not None
    assert (found.quorum.value, found.carried_value) == (False, False)
    assert [(g.key, g.text, g.holds) for g in found.grounds] == [("quorum", "present >= 1/2 * filled", False)]


def test_open_is_neither_carried_nor_defeated() -> None:
    found = ask("silent-quorum", present=3, yes=5, no=1)
    assert (found.carried_value, found.carried.value) == (None, None)
    assert ask("chaired", yes=5, no=5).carried_value is None


def test_the_axiom_is_among_the_grounds() -> None:
    assert [g.requirement for g in ask("no-tie-breaker", yes=1, no=0).grounds] == [
        "decision.one-yes",
        "expression",
    ]


def test_a_decision_without_a_majority_decides_nothing() -> None:
    with pytest.raises(ValueError, match=r"decision.none has neither carried nor rejected"):
        ask("none", present=2, yes=1, no=0)


RULES: dict[str, Decision] = {
    name: rule
    for name, rule in BYLAWS.decisions.items()
    if name not in ("none", "silent-quorum", "qualified")
}


@given(st.sampled_from(sorted(RULES)), st.integers(0, 40), st.integers(0, 40), st.integers(0, 20))
def test_one_more_yes_never_defeats_without_a_rule_on_turnout(
    name: str, yes: int, no: int, more: int
) -> None:
    def at(favour: int) -> DecisionOutcome:
        cast = favour + no
        return ask(
            name, yes=favour, no=no, cast=cast, present=cast, filled=100, entitled=100, valid=cast, voted=cast
        )

    if at(yes).result == "carried":
        assert at(yes + more).result == "carried"


@given(st.sampled_from(sorted(RULES)), st.integers(0, 60), st.integers(0, 60))
def test_nothing_is_carried_without_one_yes(name: str, no: int, present: int) -> None:
    found = ask(name, yes=0, no=no, cast=no, present=present, filled=60, entitled=60)
    assert found.carried_value is False
