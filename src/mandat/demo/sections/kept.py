"""The record: its timeline, the refused act, and what the verification found."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from mandat.demo.sections.named import spoken
from mandat.demo.story import Story
from mandat.demo.wards import bylaws_text
from mandat.demo.words import day, moment, number
from mandat.language import Language, Phrases
from mandat.pictures.timeline import Mark, draw_timeline


def section(story: Story, say: Phrases, language: Language) -> Mapping[str, Any]:
    """Return timeline, refusal and verification."""
    return {
        "timeline": _timeline(story, say, language),
        "milestones": _milestones(story, say, language),
        "refusal": _refusal(story, language),
        **_verification(story, language),
    }


def _milestones(story: Story, say: Phrases, language: Language) -> list[Mapping[str, Any]]:
    return [
        {
            "when": moment(each.at, language),
            "what": say(f"mark_{each.key}"),
            "entry": number(each.entry, language),
            "acts": number(each.acts, language),
            "refused": each.key == "refused",
        }
        for each in story.milestones
    ]


def _refusal(story: Story, language: Language) -> Mapping[str, Any]:
    refusal = story.refusal
    return {
        "person": story.people[refusal.person],
        "entry": refusal.entry,
        "text": refusal.text,
        "failing": spoken(refusal.ruling, story, language).grounds[-1],
        "rule": table_of(bylaws_text(), 'power."agreement.sign"'),
    }


def _verification(story: Story, language: Language) -> Mapping[str, Any]:
    checked, tampered = story.checked, story.tampered
    counts = ("entries", "acts", "admitted", "refused")
    return {
        "checked": {
            **{name: number(getattr(checked, name), language) for name in counts},
            "seconds": number(Fraction(checked.took, 1000), language, 1),
        },
        "root": checked.root,
        "tampered": {
            "entry": number(tampered.entry, language),
            "byte": number(tampered.byte, language),
            "before": tampered.before,
            "after": tampered.after,
            "found": number(tampered.found_at, language),
        },
        "problem": tampered.problem.text(language),
    }


def table_of(bylaws: str, name: str) -> str:
    """Return a table of the bylaws as it is written, from its heading to the next blank line.

    >>> table_of('[a]\\nb = 1\\n\\n[c]\\n', "a")
    '[a]\\nb = 1'
    """
    return bylaws[bylaws.index(f"[{name}]") :].partition("\n\n")[0]


def _timeline(story: Story, say: Phrases, language: Language) -> str:
    marks = [
        Mark(
            at=each.at,
            acts=each.acts,
            title=f"{day(each.at, language)}: {say(f'mark_{each.key}')} ({number(each.acts, language)})",
            refused=each.key == "refused",
        )
        for each in story.milestones
    ]
    first, last = day(marks[0].at, language), day(marks[-1].at, language)
    return draw_timeline(marks, say("timeline_title"), first, last)
