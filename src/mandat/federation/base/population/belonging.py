"""Who belongs to a body, a kind of body, or a line of seats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mandat.bylaws.model.pieces import Population
from mandat.federation.base.population.pools import in_pool, pools_above
from mandat.federation.base.subject import View
from mandat.federation.base.types import BodyId, PersonId

if TYPE_CHECKING:
    from mandat.federation.assembly.motions.state import Motion
    from mandat.federation.seats.posts.state import Post


def holds_body(view: View, population: Population, motion: Motion) -> bool:
    """Tell whether the body that decided a motion is one of a population (``concerned``: the members of bodies it names)."""
    kind = view.state.bodies.all[motion.body].kind
    names = {name.partition(".")[0] for name in population.names}
    return (
        bool(view.book.stands_for(kind) & names)
        or motion.body in names
        or ("concerned" in names and bool(motion.concerned))
    )


def belongs(view: View, person: PersonId, name: str) -> bool:
    """Tell whether a person belongs to the body, kind of body, or line that ``name`` names, as a member or holder."""
    state = view.state
    if stands_in(view, person, name):
        return True
    if name in view.book.bylaws.lines:
        return any(post.line == name for post in _active(view, person))
    if state.bodies.get(name) is not None:
        return in_pool(state, BodyId(name), person) or any(
            post.body == name for post in _active(view, person)
        )
    known = state.members.people.get(person)
    own = known.bodies if known is not None else ()
    pools = [pool for body in own for pool in pools_above(state, body)]
    bodies = [*own, *pools, *(p.body for p in _active(view, person))]
    return any(state.bodies.all[body].kind == name for body in bodies)


def _active(view: View, person: PersonId) -> tuple[Post, ...]:
    """Return the posts of a person in which they are not suspended."""
    return tuple(post for post in view.state.posts.held_by(person) if post.capacity != "suspended")


def stands_in(view: View, person: PersonId, name: str) -> bool:
    """Tell whether a person acts for a post, suspended or vacant, of the body, kind or line named."""
    posts, bodies = view.state.posts, view.state.bodies
    return any(
        posts.all[post].acting not in (None, name)
        and name in (posts.all[post].line, posts.all[post].body, bodies.all[posts.all[post].body].kind)
        and belongs(view, person, posts.all[post].acting or "")
        for post in posts.acting
    )


def names_of(population: Population) -> str:
    """Return the names of a population in a row."""
    return ", ".join(population.names)
