"""Acts about caucuses."""

from __future__ import annotations

from mandat.federation.base.acts import Act
from mandat.federation.base.types import BodyId, CaucusId, PersonId


class CaucusForm(Act, frozen=True, kw_only=True, tag="caucus.form"):
    """Form a caucus among holders of posts of ``body``; all its first ``members`` sign."""

    caucus: CaucusId
    body: BodyId
    title: str
    members: tuple[PersonId, ...]


class CaucusJoin(Act, frozen=True, kw_only=True, tag="caucus.join"):
    """Join a caucus."""

    caucus: CaucusId


class CaucusLeave(Act, frozen=True, kw_only=True, tag="caucus.leave"):
    """Leave a caucus; it ends with its last member."""

    caucus: CaucusId
