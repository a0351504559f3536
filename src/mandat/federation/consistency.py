"""Whether a state agrees with itself: every counter and index counted again from what it counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from mandat.federation.base.lookup import any_order, keys_of, look_up, rows_of, values_of
from mandat.federation.state import State


def inconsistencies(state: State) -> tuple[str, ...]:
    """Return what contradicts itself in a state; nothing, if the engine is right."""
    return (*_members(state), *_posts(state), *_following(state), *_confidence(state), *_agenda(state))


def _members(state: State) -> Iterator[str]:
    members = state.members
    on_rolls = {(person, body) for body, roll in rows_of(members.rolls) for person in any_order(roll)}
    known = {(person.id, body) for person in values_of(members.people) for body in person.bodies}
    for person, body in sorted(on_rolls ^ known):
        yield f"{person} is on the roll of {body} but not known as its member, or the reverse"
    for body in keys_of(members.rolls):
        found = state.bodies.get(body)
        if found is None or not found.stands:
            yield f"{body} has members but does not exist"


def _posts(state: State) -> Iterator[str]:
    posts = state.posts
    held = {(post.holder, post.id) for post in values_of(posts.all) if post.holder is not None}
    indexed = {(holder, post) for holder, ids in rows_of(posts.by_holder) for post in ids}
    for holder, post in sorted(held ^ indexed, key=str):
        yield f"{holder} and {post}: post and index of holders differ"
    by_body = Counter(post.body for post in values_of(posts.all))
    for body, ids in rows_of(posts.by_body):
        if len(ids) != by_body[body]:
            yield f"{body} has {by_body[body]} posts, its index says {len(ids)}"
    doubles = Counter((post.holder, post.line, post.body) for post in values_of(posts.all) if post.holder)
    for (holder, line, body), count in doubles.items():
        if count > 1:
            yield f"{holder} holds {count} posts of {line} in {body}"


def _following(state: State) -> Iterator[str]:
    """Seats that go with others, people who stand in or wait: each of a post that exists."""
    posts = state.posts
    for post in values_of(posts.all):
        source = look_up(posts.all, post.source)
        if post.source is not None and (source is None or post.holder not in (None, source.holder)):
            yield f"{post.id} goes with {post.source}, which is not held by {post.holder}"
        if (post.acting is not None) != (post.id in posts.acting):
            yield f"{post.id}: who acts and the index of those differ"
    for name in sorted({*keys_of(posts.standing_in), *keys_of(posts.proposed)} - set(keys_of(posts.all))):
        yield f"somebody stands in or waits for {name}, which does not exist"
    for name in keys_of(posts.standing_in):
        if posts.all[name].holder is None:
            yield f"somebody stands in for {name}, which nobody holds"


def _confidence(state: State) -> Iterator[str]:
    for post, standing in rows_of(state.confidence.standings):
        found = state.posts.all.get(post)
        if found is None or found.holder is None:
            yield f"{post} is vacant but has a standing"
        elif any(person not in standing.electorate for person in any_order(standing.gone)):
            yield f"{post}: somebody left its electorate who was not in it"


def _agenda(state: State) -> Iterator[str]:
    if state.agenda.next != min(any_order(state.agenda.items).values(), default=None):
        yield "the agenda does not begin with what falls due first"
