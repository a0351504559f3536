"""Acts about caucuses."""

from __future__ import annotations

from mandat.federation.base.acts import Act


class CaucusForm(Act, frozen=True, kw_only=True, tag="caucus.form"):
    """Form a caucus among holders of posts of ``body``; all its first ``members`` sign."""

    caucus: str
    body: str
    title: str
    members: tuple[str, ...]


class CaucusJoin(Act, frozen=True, kw_only=True, tag="caucus.join"):
    """Join a caucus."""

    caucus: str


class CaucusLeave(Act, frozen=True, kw_only=True, tag="caucus.leave"):
    """Leave a caucus; it ends with its last member."""

    caucus: str
