"""The report: one HTML file that loads nothing, in light and dark, on paper and on a phone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from mandat.demo.sections import bodies, kept, recalled, seats
from mandat.demo.story import Story
from mandat.demo.summary import bureau_seats, recall_facts, shares
from mandat.demo.wards import BUREAU_BODY, COMMITTEE_BODY, CONGRESS_BODY
from mandat.demo.words import number, words
from mandat.language import Language, Phrases


def write_report(story: Story, language: Language) -> None:
    """Write ``index.html`` into the story's directory."""
    (story.directory / "index.html").write_text(render(story, language), encoding="utf-8")


def render(story: Story, language: Language) -> str:
    """Return the page."""
    environment = Environment(
        loader=PackageLoader("mandat.demo"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    say = words(language)
    context: dict[str, Any] = {
        "say": say,
        "language": language,
        "story": story,
        **_head(story, say, language),
    }
    for part in (bodies, seats, recalled, kept):
        context.update(part.section(story, say, language))
    return environment.get_template("report.html").render(context)


def _head(story: Story, say: Phrases, language: Language) -> Mapping[str, Any]:
    def n(value: int) -> str:
        return number(value, language)

    checked = story.checked
    return {
        "n": n,
        "lead": say("lead", wards=n(len(story.wards)), ballots=n(story.ballots)),
        "tiles": (
            (n(len(story.wards)), say("tile_wards")),
            (n(story.ballots), say("tile_ballots")),
            (
                say("of", some=n(story.as_declared), all=n(story.delegates)),
                say("tile_delegates"),
            ),
            (n(checked.acts), say("tile_acts", refused=n(checked.refused))),
        ),
        "steps": _steps(story, say, language),
    }


def _steps(story: Story, say: Phrases, language: Language) -> tuple[str, ...]:
    def n(value: int) -> str:
        return number(value, language)

    posts, before = story.state.posts, story.recalled.before
    facts: tuple[Mapping[str, str], ...] = (
        {"same": n(story.as_declared), "all": n(story.delegates)},
        {
            "caucuses": n(len(before.caucuses.of_body(CONGRESS_BODY))),
            "bureau": n(len(posts.of_body(BUREAU_BODY))),
            "shares": shares(bureau_seats(story, before)),
            "committee": n(len(posts.of_body(COMMITTEE_BODY))),
        },
        recall_facts(story, language),
        {"person": story.people[story.refusal.person].name},
        {"entries": n(story.checked.entries)},
    )
    said = [say(f"story_{place}", **each) for place, each in enumerate(facts, 1)]
    said[2] = f"{said[2]} {_bureau_sentence(story, say)}".rstrip()
    return tuple(said)


def _bureau_sentence(story: Story, say: Phrases) -> str:
    """Say what became of the seat in the bureau, if the recalled delegate had one."""
    fallen = {effect.post for effect in story.recalled.lost if effect.post.startswith("bureau:")}
    if not fallen:
        return ""
    for effect in story.recalled.filled:
        if effect.post in fallen:
            why = say(f"why_{effect.how}") if f"why_{effect.how}" in say else effect.how
            return say("story_3_filled", taken=story.people[effect.person].name, why=why)
    return say("story_3_vacant")
