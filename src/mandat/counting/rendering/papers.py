"""How many papers counted, and where the others are: said with every count, also where a number is 0."""

from __future__ import annotations

from mandat.counting.result import Count
from mandat.language import ENGLISH, Language, msg

_PAPERS = msg("valid {valid}, invalid {invalid}, blank {blank}, exhausted {exhausted}")


def papers_in_words(count: Count, language: Language = ENGLISH) -> str:
    """Valid and invalid papers (blank ones are among the invalid, or the valid where the rule says so), and the votes that nobody
    has at the end.

    >>> from mandat.counting import Ballots, count
    >>> papers_in_words(count("fptp", Ballots.from_rankings(["Ann", "Bob"], [((1,), 3), ((), 2)]), 1))
    'valid 3, invalid 2, blank 2, exhausted 0'
    """
    exhausted = count.decimal(count.stages[-1].exhausted) if count.stages else "0"
    return _PAPERS.text(
        language,
        valid=str(count.valid),
        invalid=str(count.invalid),
        blank=str(count.blank),
        exhausted=exhausted,
    )
