"""An instant is the same thing in bylaws, federation and record."""

from __future__ import annotations

from typing import NewType

Instant = NewType("Instant", int)
"""Seconds since the Unix epoch, UTC; before 1970 negative."""
