"""The days of founding: a power whose holder has not begun yet is the registrar's."""

from __future__ import annotations

from mandat.bylaws.model import Holder
from mandat.federation.base.draft import Draft
from mandat.federation.base.lookup import any_order
from mandat.federation.base.types import BodyId


def not_begun(draft: Draft, entries: tuple[Holder, ...]) -> bool:
    """Tell whether nobody has ever been a member, or held a seat, of any of those who hold a power.

    A body that has lost its people later has begun: its powers do not fall back to the registrar.
    """
    names = {name for entry in entries for name in entry.holder.names}
    return not any(_has_begun(draft, name) for name in names)


def _has_begun(draft: Draft, name: str) -> bool:
    state, lines = draft.state, draft.book.bylaws.lines
    kinds = {line.id for line in lines.values() if name in (line.id, line.body)}
    bodies = {*state.bodies.of_kind(name), BodyId(name)}
    held = any(
        post.line in kinds or post.body in bodies
        for post in any_order(state.posts.all).values()
        if post.holder
    )
    past = any(line in kinds for line, _ in any_order(state.posts.past))
    return held or past or any(state.members.roll(body) for body in bodies)
