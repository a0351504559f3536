"""The record: its timeline, the refused act, and what the verification found."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from mandat.demo.drawing.timeline import Mark, draw_timeline
from mandat.demo.sections.named import spoken
from mandat.demo.story import Story
from mandat.demo.wards import bylaws_text
from mandat.demo.words import day, moment, number


def section(story: Story, say: Mapping[str, str], language: str) -> Mapping[str, Any]:
    """Return timeline, refusal and verification."""
    said = spoken(story.refusal.ruling, story, language)
    checked, tampered = story.checked, story.tampered
    return {
        "timeline": _timeline(story, say, language),
        "milestones": [
            {
                "when": moment(each.at, language),
                "what": say[f"mark_{each.key}"],
                "entry": number(each.entry, language),
                "acts": number(each.acts, language),
                "refused": each.key == "refused",
            }
            for each in story.milestones
        ],
        "refusal": {
            "person": story.people[story.refusal.person],
            "entry": story.refusal.entry,
            "text": story.refusal.text,
            "failing": said.grounds[-1],
            "rule": table_of(bylaws_text(), 'power."agreement.sign"'),
        },
        "checked": {
            "entries": number(checked.entries, language),
            "acts": number(checked.acts, language),
            "admitted": number(checked.admitted, language),
            "refused": number(checked.refused, language),
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
        "problem": tampered.problem,
    }


def table_of(bylaws: str, name: str) -> str:
    """Return a table of the bylaws as it is written, from its heading to the next blank line.

    >>> table_of('[a]\\nb = 1\\n\\n[c]\\n', "a")
    '[a]\\nb = 1'
    """
    return bylaws[bylaws.index(f"[{name}]") :].partition("\n\n")[0]


def _timeline(story: Story, say: Mapping[str, str], language: str) -> str:
    marks = [
        Mark(
            at=each.at,
            acts=each.acts,
            title=f"{day(each.at, language)}: {say[f'mark_{each.key}']} ({number(each.acts, language)})",
            refused=each.key == "refused",
        )
        for each in story.milestones
    ]
    first, last = day(marks[0].at, language), day(marks[-1].at, language)
    return draw_timeline(marks, say["timeline_title"], first, last)
