"""What all drawings share: text escaped, coordinates short, one outer element that names itself to a screen reader."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from markupsafe import Markup


def short(value: float) -> str:
    """Write a coordinate with at most one decimal.

    >>> short(12.0), short(3.14159)
    ('12', '3.1')
    """
    return f"{value:.1f}".removesuffix(".0")


def text(x: float, y: float, words: str, kind: str = "", anchor: str = "start") -> str:
    """Return a text element of the page's class ``kind``."""
    return f'<text x="{short(x)}" y="{short(y)}" class="{kind}" text-anchor="{anchor}">{escape(words)}</text>'


def picture(width: float, height: float, title: str, parts: Iterable[str]) -> Markup:
    """Return a whole drawing, scaled to the room that it is given."""
    return Markup(  # noqa: S704 - every word in it is escaped above
        f'<svg viewBox="0 0 {short(width)} {short(height)}" role="img" aria-label="{escape(title)}">'
        f"<title>{escape(title)}</title>{''.join(parts)}</svg>"
    )
