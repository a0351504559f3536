"""Bodies and posts: the tree, a body with its seats by caucus, a post with the confidence that its holder enjoys."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from mandat.bylaws.model import Entry
from mandat.federation.base.lookup import values_of
from mandat.federation.base.types import BodyId, PersonId, PostId
from mandat.federation.people.bodies.state import Body
from mandat.federation.seats.posts.state import Post
from mandat.federation.state import State
from mandat.language import Language


class BodyNode(msgspec.Struct, frozen=True):
    """A body in the tree: its members or seats, and the bodies below it; ``kind`` is the title of its kind."""

    body: str
    title: str
    kind: str
    type: str
    article: str | None
    members: int
    seats: int
    filled: int
    below: tuple[BodyNode, ...]
    sends: tuple[Sends, ...]


class Sends(msgspec.Struct, frozen=True):
    """How many seats a body has in another, by which line and article."""

    to: str
    line: str
    article: str | None
    seats: int
    filled: int


class Seat(msgspec.Struct, frozen=True):
    """A post as lists show it; ``withdrawn`` of ``electors`` have withdrawn confidence (None: no such recall)."""

    post: str
    line: str
    title: str
    article: str | None
    body: str
    sender: str | None
    holder: PersonId | None
    capacity: str
    since: int
    election: str | None
    list: str | None
    caucus: str | None
    withdrawn: int | None
    electors: int | None


def title_of(entry: Entry | None, language: Language, otherwise: str) -> str:
    """Return an entry's title in the reader's language, else in another, else the id."""
    if entry is None or not entry.title:
        return otherwise
    return entry.title.get(language) or entry.title.get("") or next(iter(entry.title.values()))


def body_title(state: State, name: BodyId, language: Language) -> str:
    """Return what a body is called: the only one of its kind as its kind in the reader's language, another by its own title."""
    body = state.bodies.get(name)
    if body is None:
        return name
    if body.title and "/" in name:
        return body.title
    kind = title_of(state.law.book.bylaws.bodies.get(body.kind), language, body.kind)
    own = name.partition("/")[2]
    return f"{kind} {own.replace('-', ' ').title()}" if own else kind


def seat_title(state: State, name: PostId, language: Language) -> str:
    """Return what a seat is called: its line, for whom it stands (else where it is), and its number."""
    post = state.posts.all[name]
    line = title_of(state.law.book.bylaws.lines.get(post.line), language, post.line)
    return f"{line} ({body_title(state, post.sender or post.body, language)}, {post.number})"


def tree(state: State, language: Language) -> tuple[BodyNode, ...]:
    """Return the bodies that stand, each below the one it is part of, else below the one it sends to."""
    below: dict[BodyId | None, list[BodyId]] = {}
    for body in sorted(values_of(state.bodies.all), key=lambda each: (each.since, each.id)):
        if body.stands:
            below.setdefault(_above(state, body), []).append(body.id)
    return tuple(_node(state, name, below, language) for name in below.get(None, []))


def _above(state: State, body: Body) -> BodyId | None:
    """Return the body above: the one it is part of, else the first that it sends to which does not hang below itself."""
    if state.bodies.get(body.part_of) is not None:
        return body.part_of
    targets = (state.posts.all[post].body for post in state.posts.by_sender.get(body.id, ()))
    return next((target for target in targets if body.id not in _line_up(state, target)), None)


def _line_up(state: State, name: BodyId | None) -> list[str]:
    """Return a body and those it is part of, upwards."""
    found: list[str] = []
    while name is not None and name not in found:
        found.append(name)
        body = state.bodies.get(name)
        name = None if body is None else body.part_of
    return found


def _node(
    state: State, name: BodyId, below: dict[BodyId | None, list[BodyId]], language: Language
) -> BodyNode:
    body = state.bodies.all[name]
    kind = state.law.book.bylaws.bodies.get(body.kind)
    posts = state.posts.of_body(name)
    return BodyNode(
        body=name,
        title=body_title(state, name, language),
        kind=title_of(kind, language, body.kind),
        type=kind.type if kind is not None else "assembly",
        article=None if kind is None else kind.article,
        members=len(state.members.roll(name) or ()),
        seats=len(posts),
        filled=sum(post.holder is not None for post in posts),
        below=tuple(_node(state, each, below, language) for each in below.get(name, [])),
        sends=tuple(_sends(state, name)),
    )


def _sends(state: State, name: BodyId) -> Iterator[Sends]:
    grouped: dict[tuple[str, str], list[Post]] = {}
    for post in state.posts.by_sender.get(name, ()):
        found = state.posts.all[post]
        grouped.setdefault((found.body, found.line), []).append(found)
    for (body, line), posts in grouped.items():
        entry = state.law.book.bylaws.lines.get(line)
        filled = sum(post.holder is not None for post in posts)
        yield Sends(body, line, None if entry is None else entry.article, len(posts), filled)


def seats(state: State, body: BodyId, language: Language) -> tuple[Seat, ...]:
    """Return the seats of a body in order."""
    return tuple(seat(state, post, language) for post in state.posts.of_body(body))


def sent(state: State, body: BodyId, language: Language) -> tuple[Seat, ...]:
    """Return the seats elsewhere that a body fills: its delegates."""
    return tuple(seat(state, state.posts.all[post], language) for post in state.posts.by_sender.get(body, ()))


def seat(state: State, post: Post, language: Language) -> Seat:
    """Return one seat."""
    standing = state.confidence.standings.get(post.id)
    line = state.law.book.bylaws.lines.get(post.line)
    caucus = None if post.holder is None else state.caucuses.of.get((post.body, post.holder))
    return Seat(
        post=post.id,
        line=post.line,
        title=title_of(line, language, post.line),
        article=None if line is None else line.article,
        body=post.body,
        sender=post.sender,
        holder=post.holder,
        capacity=post.capacity,
        since=post.since,
        election=post.election,
        list=post.list,
        caucus=caucus or post.list,
        withdrawn=None if standing is None else len(standing.withdrawn),
        electors=None if standing is None else standing.electors,
    )
