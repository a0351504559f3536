"""Who may still act: one place that knows who has left."""

from __future__ import annotations

from mandat.bylaws.model import ProxyRule
from mandat.federation.base.population.belonging import belongs
from mandat.federation.base.population.pools import in_pool
from mandat.federation.base.subject import View
from mandat.federation.base.types import BodyId, PersonId


def has_left(view: View, person: PersonId) -> bool:
    """Tell whether a person has died, or is a member nowhere any more and holds no post; the registrar is never gone."""
    known = view.state.members.people.get(person)
    if known is None or known.dead:
        return True
    stays = known.bodies or view.state.posts.by_holder.get(person, ())
    return not stays and person != view.state.keys.registrar


def still_votes(view: View, body: BodyId, person: PersonId) -> bool:
    """Tell whether a person still votes in a body, or for a line of seats: as a member, or a holder who is not suspended.

    Whether the condition ``may_vote`` holds is asked when the roll is frozen, not here.
    """
    posts = view.state.posts
    if body in view.book.bylaws.lines:
        return any(
            str(post.line) == str(body) and post.capacity != "suspended" for post in posts.held_by(person)
        )
    found = posts.voters(body)
    return in_pool(view.state, body, person) or any(
        person in (post.holder, posts.standing_in.get(post.id)) for post in found
    )


def may_hold_proxy(view: View, body: BodyId, person: PersonId) -> bool:
    """Tell whether a person belongs to those who may hold a proxy in a body."""
    return any(belongs(view, person, name) for name in proxy_holders(view, body))


def proxy_holders(view: View, body: BodyId) -> tuple[str, ...]:
    """Return the names of those who may hold a proxy in a body: the body itself, unless the bylaws say ``within``."""
    rule = view.book.kind(view.state.bodies.all[body].kind).voting.proxies
    within = rule.within if isinstance(rule, ProxyRule) else None
    return (body,) if within is None else within.names
