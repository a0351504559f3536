"""What pages draw: caucus colours, confidence over time."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime

from babel.dates import format_date
from markupsafe import Markup

from mandat.federation.base.types import BodyId
from mandat.federation.seats.posts.state import Post
from mandat.federation.state import State
from mandat.language import Language, catalogue
from mandat.pictures import confidence
from mandat.web.site import Site

PALETTE = (
    ("#1f5f8b", "#ffffff"),
    ("#a8321f", "#ffffff"),
    ("#d9a514", "#1b1d21"),
    ("#2f7d4f", "#ffffff"),
    ("#6b4c9a", "#ffffff"),
    ("#c4622d", "#ffffff"),
    ("#2b8a8a", "#ffffff"),
    ("#8d3b68", "#ffffff"),
    ("#7b8b2d", "#ffffff"),
    ("#59606b", "#ffffff"),
)
"""Colours of caucuses and of the ink on them, each pair with a contrast of 3:1 and more."""


def colours(state: State, body: BodyId) -> Mapping[str, tuple[str, str]]:
    """Return colour and ink of the caucuses of a body and of those above it, in the order of their founding; each its own."""
    found = state.bodies.get(body)
    above = None if found is None else found.part_of
    caucuses = dict.fromkeys(
        (*(state.caucuses.by_body.get(above, ()) if above else ()), *state.caucuses.by_body.get(body, ()))
    )
    return {caucus: PALETTE[place % (len(PALETTE) - 1)] for place, caucus in enumerate(caucuses)}


def colour_of(caucus: str, known: Mapping[str, tuple[str, str]]) -> tuple[str, str]:
    """Return colour and ink of a caucus or list; grey for none, for a list without a caucus one from its name."""
    if not caucus:
        return PALETTE[-1]
    return known.get(caucus) or PALETTE[hashlib.sha256(caucus.encode()).digest()[0] % (len(PALETTE) - 1)]


def letters_of(caucus: str) -> str:
    """Return the letters of a caucus in a drawing.

    >>> letters_of("snp"), letters_of("liberal-democrat"), letters_of("")
    ('SNP', 'LD', '–')
    """
    words = [each for each in caucus.replace("-", " ").split() if each]
    if len(words) > 1:
        return "".join(word[0] for word in words)[:4].upper()
    return (caucus if len(caucus) <= 4 else caucus[:3]).upper() or "–"


def draw_confidence(site: Site, post: Post, language: Language) -> Markup | None:
    """Draw how many have withdrawn confidence since the holder was seated; None where there is nothing to draw."""
    standing = site.state.confidence.standings.get(post.id)
    points = [each for each in site.follower.confidence.get(post.id, ()) if each[0] >= post.since]
    if standing is None or not points or not standing.electors:
        return None
    _ = catalogue(language).gettext
    now = max(points[-1][0], site.follower.fold.at or 0)
    steps = [(post.since, 0), *points, (now, points[-1][1])]
    first, last = (_day(at, language) for at in (steps[0][0], now))
    half = f"{standing.electors / 2:g}"
    labels = (
        half,
        _("half of the electors"),
        _("%(count)s withdrawn") % {"count": points[-1][1]},
        first,
        last,
    )
    return confidence.draw_confidence(steps, standing.electors, _("Confidence withdrawn over time"), labels)


def _day(at: int, language: Language) -> str:
    return format_date(datetime.fromtimestamp(at, UTC), format="medium", locale=language)
