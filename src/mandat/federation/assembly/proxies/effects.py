"""What happens to proxies."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from mandat.federation.assembly.proxies.state import Proxies
from mandat.federation.base.rulings import Effect
from mandat.federation.base.types import BodyId, PersonId

if TYPE_CHECKING:
    from mandat.federation.state import Appliers, State


class ProxyGiven(Effect, frozen=True, kw_only=True, tag="proxy.given"):
    """A person's vote in a body is in the hands of another."""

    body: BodyId
    person: PersonId
    to: PersonId


class ProxyRevoked(Effect, frozen=True, kw_only=True, tag="proxy.revoked"):
    """A person votes in a body for themselves again."""

    body: BodyId
    person: PersonId


def proxy_given(state: State, effect: ProxyGiven) -> State:
    """Note a proxy."""
    proxies = Proxies(state.proxies.all.set((effect.body, effect.person), effect.to))
    return msgspec.structs.replace(state, proxies=proxies)


def proxy_revoked(state: State, effect: ProxyRevoked) -> State:
    """Forget a proxy."""
    proxies = Proxies(state.proxies.all.delete((effect.body, effect.person)))
    return msgspec.structs.replace(state, proxies=proxies)


APPLIERS: Appliers = {ProxyGiven: proxy_given, ProxyRevoked: proxy_revoked}
