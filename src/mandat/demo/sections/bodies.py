"""Who sends whom: the tree of bodies, and the wards with their delegates."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mandat.demo.congress import WardDelegate
from mandat.demo.story import Story
from mandat.demo.wards import CONGRESS_BODY, Ward
from mandat.demo.words import number
from mandat.federation.base.types import BodyId, PersonId
from mandat.language import Language, Phrases
from mandat.pictures.tree import BodySquare, Box, Level, Link, draw_tree


def section(story: Story, say: Phrases, language: Language) -> Mapping[str, Any]:
    """Return the drawing of the tree and a row for each ward."""
    return {
        "tree": draw_tree(_levels(story, say, language), say("tree_title")),
        "wards": [_row(story, ward, language) for ward in story.wards],
    }


def _levels(story: Story, say: Phrases, language: Language) -> tuple[Level, ...]:
    def n(value: int) -> str:
        return number(value, language)

    posts, caucuses = story.state.posts, story.state.caucuses.of_body(CONGRESS_BODY)
    top = Level(
        boxes=tuple(
            Box(title=say(f"tree_{body}"), text=say("tree_seats", count=n(len(posts.of_body(body)))))
            for body in (BodyId("bureau"), BodyId("committee"))
        )
    )
    congress = Box(
        title=say("tree_congress"),
        text=say("tree_congress_text", count=n(story.delegates), caucuses=n(len(caucuses))),
    )
    upwards = (
        Link(0, (say("tree_link_bureau"), say("tree_link_bureau_2"))),
        Link(1, (say("tree_link_committee"), say("tree_link_committee_2"))),
    )
    base = Box(
        title=say("tree_wards", count=n(len(story.wards))),
        text=say("tree_members", count=n(story.ballots)),
        units=tuple(
            BodySquare(str(ward.seats), f"{ward.title}: {ward.seats}", ward is story.recall_ward)
            for ward in story.wards
        ),
    )
    elected = (Link(0, (say("tree_link_wards"), say("tree_link_wards_2"))),)
    return top, Level(boxes=(congress,), links=upwards), Level(boxes=(base,), links=elected)


def _row(story: Story, ward: Ward, language: Language) -> Mapping[str, Any]:
    return {
        "title": ward.title,
        "ballots": number(len(ward.members), language),
        "elected": [story.people[person] for person in story.elected[ward.id]],
        "same": set(story.elected[ward.id]) == set(ward.winners),
        "recalls": ward is story.recall_ward,
    }


def name_of(people: Mapping[PersonId, WardDelegate], person: PersonId | None) -> str:
    """Return the name of a candidate, else the id; a dash for nobody."""
    if person is None:
        return "–"
    return people[person].name if person in people else person
