"""The summary of a run in a few sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from fractions import Fraction

from mandat.demo.parties import OFFICIAL
from mandat.demo.story import Story
from mandat.demo.wards import BUREAU_BODY
from mandat.demo.words import number, words
from mandat.federation.state import State
from mandat.federation.wording.ruling import GroundWords, describe
from mandat.language import Language


def summary(story: Story, language: Language, took: int) -> tuple[str, ...]:
    """Return the summary, a sentence or two a line; ``took`` is the time of the run in milliseconds."""
    say = words(language)
    return tuple(say(key, **facts) for key, facts in _facts(story, language, took).items())


def _facts(story: Story, language: Language, took: int) -> Mapping[str, Mapping[str, str]]:
    def n(value: int) -> str:
        return number(value, language)

    recalled, checked = story.recalled, story.checked
    return {
        "sum_head": {
            "wards": n(len(story.wards)),
            "ballots": n(story.ballots),
            "delegates": n(story.delegates),
            "seconds": number(Fraction(took, 1000), language, 1),
        },
        "sum_elected": {"same": n(story.as_declared), "all": n(story.delegates)},
        "sum_bureau": {
            "shares": shares(bureau_seats(story, recalled.before)),
            "other": shares(story.winner_takes_all),
        },
        "sum_recall": {**recall_facts(story, language), **_bureau_change(story)},
        "sum_refused": {
            "entry": n(story.refusal.entry),
            "person": story.people[story.refusal.person].name,
            "article": failing(story, language).article or "–",
            "reason": failing(story, language).found,
        },
        "sum_verified": {
            "entries": n(checked.entries),
            "acts": n(checked.acts),
            "found": n(story.tampered.found_at),
        },
        "sum_report": {"path": str(story.directory / "index.html")},
    }


def recall_facts(story: Story, language: Language) -> Mapping[str, str]:
    """Return the names and numbers of the recall, for sentences about it."""
    recalled, people = story.recalled, story.people
    left, right = (
        people[recalled.person],
        None if recalled.successor is None else people.get(recalled.successor),
    )
    return {
        "person": left.name,
        "party": left.party.title(language),
        "ward": left.ward.declared.ward,
        "withdrawn": number(recalled.points[-1].withdrawn, language),
        "electors": number(recalled.electors, language),
        "successor": "–" if right is None else right.name,
        "other": "–" if right is None else right.party.title(language),
    }


def _bureau_change(story: Story) -> Mapping[str, str]:
    before, after = (
        {p.id: p.holder for p in state.posts.of_body(BUREAU_BODY)}
        for state in (story.recalled.before, story.recalled.after)
    )
    changed = [(before[post], after[post]) for post in before if before[post] != after[post]]
    names = [tuple(story.people[person].name if person else "–" for person in pair) for pair in changed] or [
        ("–", "–")
    ]
    return {"left": names[0][0], "taken": names[0][1]}


def bureau_seats(story: Story, state: State) -> Mapping[str, int]:
    """Return the seats of the bureau by caucus, largest first."""
    return dict(
        Counter(story.people[person].party.id for person in state.posts.holders(BUREAU_BODY)).most_common()
    )


def shares(seats: Mapping[str, int]) -> str:
    """Write seats by caucus with the letters of each.

    >>> shares({"snp": 4, "labour": 3})
    'SNP 4, Lab 3'
    """
    by_letters = {party.id: party.letters for party in OFFICIAL.values()}
    return ", ".join(f"{by_letters.get(caucus, caucus)} {count}" for caucus, count in seats.items())


def failing(story: Story, language: Language) -> GroundWords:
    """Return the ground on which the act was refused, in words."""
    said = describe(story.refusal.ruling, story.state.law.books, language)
    return said.grounds[-1]
