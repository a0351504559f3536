"""Acts about proxies."""

from __future__ import annotations

from mandat.federation.base.acts import Act
from mandat.federation.base.types import BodyId, PersonId


class ProxyGive(Act, frozen=True, kw_only=True, tag="proxy.give"):
    """Give one's vote in ``body`` to another person (``to``), until it is taken back; an earlier proxy there ends."""

    body: BodyId
    to: PersonId


class ProxyRevoke(Act, frozen=True, kw_only=True, tag="proxy.revoke"):
    """Take one's proxy in ``body`` back."""

    body: BodyId
