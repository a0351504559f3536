"""Rulings in words, with the names of candidates in place of their ids."""

from __future__ import annotations

import re

import msgspec

from mandat.demo.sections.bodies import name_of
from mandat.demo.story import Story
from mandat.federation.rulings import Ruling
from mandat.federation.wording.ruling import RulingWords, describe

_ID = re.compile(r"\bm-\d{6}\b")


def spoken(ruling: Ruling, story: Story, language: str) -> RulingWords:
    """Put a ruling into words in which candidates have names; others stay numbers."""
    said = describe(ruling, story.state.law.books, "fr" if language == "fr" else "en")
    grounds = tuple(
        msgspec.structs.replace(
            ground,
            found=_named(ground.found, story),
            remedy=None if ground.remedy is None else _named(ground.remedy, story),
        )
        for ground in said.grounds
    )
    effects = tuple(_named(effect, story) for effect in said.effects)
    return msgspec.structs.replace(said, grounds=grounds, effects=effects)


def _named(text: str, story: Story) -> str:
    return _ID.sub(lambda found: name_of(story.people, found.group()), text)
