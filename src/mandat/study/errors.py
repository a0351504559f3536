"""What a study refuses, each with its remedy in the message."""

from __future__ import annotations

from mandat.language import ToldError


class StudyError(ToldError, ValueError):
    """A study that cannot be made as asked; the message says what to change."""
