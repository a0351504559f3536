"""The recall: confidence over time, the ruling in words, the count of the ward and its countback."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import msgspec
from markupsafe import Markup

from mandat.counting import Ballots, Count, count, countback
from mandat.counting.rendering import render_sankey
from mandat.demo.congress import WardDelegate
from mandat.demo.sections.bodies import name_of
from mandat.demo.sections.named import seat_of, spoken
from mandat.demo.story import Story
from mandat.demo.summary import recall_facts
from mandat.demo.words import day, number
from mandat.federation.base.tenure.effects import SeatFilled, SeatVacated
from mandat.federation.base.types import PersonId
from mandat.federation.seats.elections.state import Election
from mandat.federation.wording.ruling import GroundWords, RulingWords
from mandat.language import Language, Phrases
from mandat.pictures.confidence import draw_confidence

METHOD = "stv-scottish"
SHOWN = ("confidence", "keeps", "succession")
"""Keys of the grounds shown: the threshold, what the seats hang on, and who follows. Who signed is nobody's business."""


def section(story: Story, say: Phrases, language: Language) -> Mapping[str, Any]:
    """Return the chart, the ruling in words, and the stages of both counts."""
    recalled = story.recalled
    facts = recall_facts(story, language)
    said = spoken(recalled.ruling, story, language)
    first, again = _counts(story)
    return {
        "facts": facts,
        "chart": _chart(story, say, language),
        "grounds": _grounds(story, said),
        "effects": _effects(story, say),
        "election": _table(first, language),
        "quota": _rounded(first, first.quota or 0, language),
        "countback": None if again is None else _table(again, language),
        "sankey": _diagram(story, first, language),
        "sealed": recalled.sealed.replace(recalled.author, "m-██████"),
    }


def _diagram(story: Story, counted: Count, language: Language) -> Markup:
    election = story.state.elections.all[story.recall_ward.election]
    standing = () if election.ballots is None else election.ballots.candidates
    plain = tuple(story.people[PersonId(candidate.name)].name for candidate in standing)
    named = msgspec.structs.replace(counted, names=plain)
    drawing = render_sankey(named, language=language)
    return Markup(drawing)  # noqa: S704 - the drawing escapes every name itself


def _grounds(story: Story, said: RulingWords) -> list[GroundWords]:
    """Return the grounds that people ask for, each once."""
    pairs = zip(story.recalled.ruling.grounds, said.grounds, strict=True)
    return list({words.found: words for ground, words in pairs if ground.key in SHOWN}.values())


def _effects(story: Story, say: Phrases) -> list[str]:
    """Say seat by seat who left and who came."""
    found = []
    for effect in story.recalled.ruling.effects:
        if isinstance(effect, SeatVacated | SeatFilled):
            left = isinstance(effect, SeatVacated)
            why = effect.cause if isinstance(effect, SeatVacated) else effect.how
            facts = {
                "seat": seat_of(story, effect.post, say),
                "person": name_of(story.people, effect.person),
                "why": (say(f"why_{why}") if f"why_{why}" in say else why),
            }
            found.append(say("effect_vacated" if left else "effect_filled", **facts))
    return found


def _chart(story: Story, say: Phrases, language: Language) -> Markup:
    recalled = story.recalled
    points = [(point.at, point.withdrawn) for point in recalled.points]
    half = Fraction(recalled.electors, 2)
    labels = (
        number(half, language, 1) if half.denominator > 1 else number(int(half), language),
        say("chart_threshold", electors=number(recalled.electors, language)),
        say("chart_end", withdrawn=number(points[-1][1], language)),
        day(points[0][0], language),
        day(points[-1][0], language),
    )
    return draw_confidence(points, recalled.electors, say("chart"), labels)


def _counts(story: Story) -> tuple[Count, Count | None]:
    """Return the count of the ward's election and the countback as the engine made it, with names for people."""
    election = story.state.elections.all[story.recall_ward.election]
    assert election.outcome is not None
    ballots = _named(election, story.people)
    first = count(METHOD, ballots, election.places, lots=election.outcome.lots)
    if not any(seat.how == "countback" for seat in story.recalled.filled):
        return first, None
    sitting = [
        number
        for person in election.outcome.elected
        if person != story.recalled.person and (number := election.number_of(person)) is not None
    ]
    leaving = election.number_of(story.recalled.person) or 0
    return first, countback(METHOD, ballots, election.places, vacating=[leaving], sitting=sitting)


def _named(election: Election, people: Mapping[PersonId, WardDelegate]) -> Ballots:
    assert election.ballots is not None
    named = tuple(
        msgspec.structs.replace(
            c, name=f"{people[PersonId(c.name)].name} ({people[PersonId(c.name)].party.letters})"
        )
        for c in election.ballots.candidates
    )
    return dataclasses.replace(election.ballots, candidates=named)


def _table(counted: Count, language: Language) -> Mapping[str, Any]:
    elected = {e.candidate: e.stage for e in counted.elected}
    excluded = {e.candidate: e.stage for e in counted.excluded}
    return {
        "stages": [stage.number for stage in counted.stages],
        "rows": [
            {
                "name": name,
                "cells": [
                    (
                        _rounded(counted, stage.totals[place - 1], language),
                        _mark(place, stage.number, elected, excluded),
                    )
                    for stage in counted.stages
                ],
            }
            for place, name in enumerate(counted.names, 1)
            if counted.stages[0].totals[place - 1] or place in elected
        ],
        "exhausted": [_rounded(counted, stage.exhausted, language) for stage in counted.stages],
    }


def _rounded(counted: Count, votes: int, language: Language) -> str:
    """Write votes with at most two of the rule's decimals: enough to follow a table, the record holds all."""
    whole, _, decimals = counted.decimal(votes).partition(".")
    digits = len(decimals[:2]) if decimals.strip("0") else 0
    exact = Fraction(int(f"{whole}{decimals[:digits]}"), 10**digits)
    return number(exact, language, digits) if digits else whole


def _mark(place: int, stage: int, elected: Mapping[int, int], excluded: Mapping[int, int]) -> str:
    if elected.get(place) == stage:
        return "elected"
    if place in excluded and stage == excluded[place]:
        return "last"
    return "out" if place in excluded and stage > excluded[place] else ""
