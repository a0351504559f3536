"""Rulings in words, with the names of candidates in place of their ids."""

from __future__ import annotations

from mandat.demo.sections.bodies import name_of
from mandat.demo.story import Story
from mandat.demo.words import words
from mandat.federation.base.rulings import Ruling
from mandat.federation.base.types import PersonId, PostId
from mandat.federation.wording.ruling import RulingWords, describe
from mandat.language import Kind, Language, Named, Phrases, Reader


def spoken(ruling: Ruling, story: Story, language: Language) -> RulingWords:
    """Put a ruling into words in which candidates and seats have names; other people stay numbers."""
    say = words(language)

    def name(named: Named) -> str:
        if named.kind is Kind.POST and PostId(named.id) in story.state.posts.all:
            return seat_of(story, PostId(named.id), say)
        return name_of(story.people, PersonId(named.id)) if named.kind is Kind.PERSON else named.id

    return describe(ruling, story.state.law.books, Reader(language, name_of=name))


def seat_of(story: Story, name: PostId, say: Phrases) -> str:
    """Name a post for people: its number, and the ward or the body."""
    post = story.state.posts.all[name]
    place = str(post.number)
    if post.body == "congress":
        ward = next(ward for ward in story.wards if ward.body == post.sender)
        return say("seat_ward", number=place, ward=ward.declared.ward)
    return say("seat_body", number=place, body=say(f"tree_{post.body}"))
