"""Rulings in words, with the names of candidates in place of their ids."""

from __future__ import annotations

import re

import msgspec

from mandat.demo.sections.bodies import name_of
from mandat.demo.story import Story
from mandat.demo.words import words
from mandat.federation.base.rulings import Ruling
from mandat.federation.base.types import PersonId, PostId
from mandat.federation.wording.ruling import RulingWords, describe
from mandat.language import Phrases

_ID = re.compile(r"\bm-\d{6}\b")
_POST = re.compile(r"(?<![:\w])(?:congress|bureau|committee):[\w:/-]+:\d+\b")


def spoken(ruling: Ruling, story: Story, language: str) -> RulingWords:
    """Put a ruling into words in which candidates and seats have names; other people stay numbers."""
    say = words(language)
    said = describe(ruling, story.state.law.books, language)
    grounds = tuple(
        msgspec.structs.replace(
            ground,
            found=_named(ground.found, story, say),
            remedy=None if ground.remedy is None else _named(ground.remedy, story, say),
        )
        for ground in said.grounds
    )
    effects = tuple(_named(effect, story, say) for effect in said.effects)
    return msgspec.structs.replace(said, grounds=grounds, effects=effects)


def _named(text: str, story: Story, say: Phrases) -> str:
    people = _ID.sub(lambda found: name_of(story.people, PersonId(found.group())), text)
    return _POST.sub(lambda found: seat_of(story, PostId(found.group()), say), people)


def seat_of(story: Story, name: PostId, say: Phrases) -> str:
    """Name a post for people: its number, and the ward or the body."""
    post, place = story.state.posts.all[name], name.rpartition(":")[2]
    if post.body == "congress":
        ward = next(ward for ward in story.wards if ward.body == post.sender)
        return say("seat_ward", number=place, ward=ward.declared.ward)
    return say("seat_body", number=place, body=say(f"tree_{post.body}"))
