"""Every attempt gets its ruling, and who is refused is told in each language what to do instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from mandat.federation.base.rulings import Ruling
from mandat.federation.consistency import inconsistencies
from mandat.federation.state import State
from mandat.federation.wording.ruling import describe_ground
from mandat.language import Language
from tests.hostile.attempts import Attempt, Sheet, read, sheets
from tests.hostile.hall import admitted, begin, tried

LANGUAGES: tuple[Language, ...] = tuple(map(Language, ("en", "fr", "de")))
SHEETS = sheets()
ALL = [(path, sheet, attempt) for path, sheet in SHEETS.items() for attempt in sheet.attempt]


@pytest.mark.parametrize(
    ("path", "sheet", "attempt"), ALL, ids=[f"{path.stem}: {attempt.title}" for path, _, attempt in ALL]
)
def test_the_attempt_gets_its_ruling(path: Path, sheet: Sheet, attempt: Attempt) -> None:
    hall = begin(path, sheet, attempt.setup)
    for step in read(attempt.before):
        admitted(hall, step)
    ruling = tried(hall, read((attempt.act,))[0])
    assert inconsistencies(hall.state) == ()
    if ruling is None:
        assert attempt.expect == "not-taken"
        return
    last = ruling.grounds[-1] if ruling.grounds else None
    assert ruling.outcome == attempt.expect, last
    cited = {name for ground in ruling.grounds for name in (ground.article, ground.rule) if name}
    assert attempt.article is None or attempt.article in cited, cited
    if attempt.expect == "refused":
        _require_told(attempt, ruling, hall.state)


def _require_told(attempt: Attempt, ruling: Ruling, state: State) -> None:
    last = ruling.grounds[-1]
    assert attempt.requirement in (None, last.requirement), last
    told = {language: describe_ground(last, state.law.books, language) for language in LANGUAGES}
    remedies = {language: words.remedy for language, words in told.items()}
    assert all(remedies.values()), remedies
    assert attempt.remedy is None or attempt.remedy in (remedies["en"] or ""), remedies


def test_no_two_attempts_have_one_title() -> None:
    titles = [attempt.title for _, _, attempt in ALL]
    assert len(set(titles)) == len(titles)
