"""Who may give a proxy, and to whom."""

from __future__ import annotations

from mandat.bylaws.model import BodyKind, ProxyRule
from mandat.federation.assembly.proxies.acts import ProxyGive, ProxyRevoke
from mandat.federation.assembly.proxies.effects import ProxyGiven, ProxyRevoked
from mandat.federation.base.draft import Deciders, Draft
from mandat.federation.base.population.belonging import belongs
from mandat.federation.base.population.staying import proxy_holders


def give(draft: Draft, act: ProxyGive) -> None:
    """By who belongs to the body, to another of it (or of those whom the bylaws name), who holds fewer than the most allowed."""
    body = draft.state.bodies.get(act.body)
    draft.require(body is not None and body.stands, "body.stands", body=act.body)
    rule = draft.book.kind(body.kind if body is not None else "")
    allowed = rule.voting.proxies is not None and rule.voting.proxies is not False
    draft.require(allowed, "proxy.allowed", rule, "proxies", body=act.body)
    draft.require(belongs(draft, draft.author, act.body), "proxy.own", body=act.body, person=draft.author)
    other = act.to != draft.author and act.to in draft.state.members.people
    draft.require(other, "proxy.other", person=act.to)
    among = proxy_holders(draft, act.body)
    fits = any(belongs(draft, act.to, name) for name in among)
    draft.require(fits, "proxy.within", rule, "proxies.within", person=act.to, by=", ".join(among))
    most, held = _most(rule), draft.state.proxies.held(act.body, act.to)
    again = draft.state.proxies.all.get((act.body, draft.author)) == act.to
    room = most is None or again or held < most
    draft.require(room, "proxy.at-most", rule, "proxies.at_most", person=act.to, held=held, most=most)
    draft.emit(ProxyGiven(body=act.body, person=draft.author, to=act.to))


def _most(rule: BodyKind) -> int | None:
    """Return how many proxies one may hold; None if the bylaws set no number."""
    most = rule.voting.proxies.at_most if isinstance(rule.voting.proxies, ProxyRule) else rule.voting.proxies
    return None if isinstance(most, bool) else most


def revoke(draft: Draft, act: ProxyRevoke) -> None:
    """By who gave it."""
    given = (act.body, draft.author) in draft.state.proxies.all
    draft.require(given, "proxy.given", body=act.body, person=draft.author)
    draft.emit(ProxyRevoked(body=act.body, person=draft.author))


DECIDERS: Deciders = {ProxyGive: give, ProxyRevoke: revoke}
