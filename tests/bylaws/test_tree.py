"""The federation as a tree, in words."""

from __future__ import annotations

import importlib.resources
from collections.abc import Iterator
from pathlib import Path

import pytest

from mandat.bylaws.model import Bylaws
from mandat.bylaws.reading.loader import load
from mandat.bylaws.telling.tree import Branch, outline, parents
from mandat.language import ENGLISH, Language

FILES = Path(__file__).parent / "files"
DEMO = (importlib.resources.files("mandat") / "demo/data/federation.toml").read_text(encoding="utf-8")


def worked(name: str) -> Bylaws:
    return load((FILES / f"{name}.toml").read_text())


def walk(branches: tuple[Branch, ...]) -> Iterator[Branch]:
    for branch in branches:
        yield branch
        yield from walk(branch.branches)


def texts(bylaws: Bylaws, rule: str, language: Language = ENGLISH) -> list[str]:
    found = walk(outline(bylaws, language))
    return [branch.text for branch in found if branch.rule == rule]


def test_who_stands_below_whom() -> None:
    assert parents(worked("rail-federation")) == {
        "section": "region",
        "federal-council": "region",
        "bureau": "federal-council",
    }
    assert parents(load(DEMO)) == dict.fromkeys(["ward", "caucus", "bureau", "committee"], "congress")


@pytest.mark.parametrize("name", ["rail-federation", "debian", "petrograd-1917"])
def test_every_body_stands_once(name: str) -> None:
    bylaws = worked(name)
    bodies = [branch.rule for branch in walk(outline(bylaws)) if branch.kind == "body"]
    assert sorted(bodies) == sorted(body.id for body in bylaws.bodies.values())


@pytest.mark.parametrize("name", ["rail-federation", "debian", "petrograd-1917"])
def test_every_line_power_and_decision_is_told(name: str) -> None:
    bylaws = worked(name)
    told = {branch.rule for branch in walk(outline(bylaws))}
    assert {f"body.{line.body}.seats.{line.name}" for line in bylaws.lines.values()} <= told
    assert {power.id for power in bylaws.powers.values()} <= told
    assert {decision.id for decision in bylaws.decisions.values()} <= told


def test_a_line_says_who_how_many_how_and_how_they_go() -> None:
    assert texts(worked("rail-federation"), "body.region.seats.delegates") == [
        "elected by section",
        "for each section: one for every 100 of those entitled to vote or part of 100",
        "for 2 years",
        "the sender may instruct, and it binds",
        "vacancy: a new count of the same ballots, then a by-election within 30 days",
    ]


def test_titles_and_words_of_the_language() -> None:
    assert texts(load(DEMO), "recall.bureau", "fr") == [
        "tous révoqués ensemble par Congrès des délégués (Décision ordinaire)",
        "initiative\u00a0: Congrès des délégués, le cinquième au moins des membres en exercice ont signé",
    ]


def test_standing_confidence_in_both_languages() -> None:
    rule = "recall.delegates"
    assert texts(worked("rail-federation"), rule)[0] == (
        "recalled by section at once when more than half of those who were entitled in its election and are still members "
        "have withdrawn confidence"
    )
    assert texts(worked("rail-federation"), rule, "fr")[0] == (
        "révoqués par section dès que plus de la moitié des électeurs du siège ont retiré leur confiance"
    )


def test_posts_that_nobody_can_recall_are_shown_as_such() -> None:
    assert texts(worked("petrograd-1917"), "body.commissar.seats.commissar") == [
        "appointed by military-committee",
        "one",
        "nobody can recall them",
    ]


def test_what_belongs_to_no_body_stands_at_the_end() -> None:
    general = outline(worked("rail-federation"))[-1]
    assert (general.kind, general.title) == ("general", "For all bodies")
    assert [branch.rule for branch in general.branches] == [
        "decision.majority",
        "decision.strike",
        "power.strike.call",
    ]
    assert general.branches[-1].text == "strike.call is held by the members concerned (strike)"


def test_articles_go_with_every_rule() -> None:
    for branch in walk(outline(load(DEMO))):
        assert branch.article or branch.kind == "general"
