"""What a limit counts: the posts it is about, the group of each holder, and how many a group may have."""

from __future__ import annotations

from collections.abc import Iterable
from math import floor
from typing import TYPE_CHECKING, Literal

from mandat.bylaws.model import Limit
from mandat.bylaws.model.ids import FactId
from mandat.federation.base.counts.people import label_of
from mandat.federation.base.draft import Draft
from mandat.federation.base.lookup import values_of
from mandat.federation.base.subject import Subject, View
from mandat.federation.base.types import PersonId

if TYPE_CHECKING:
    from mandat.federation.seats.posts.state import Post

LimitMoment = Literal["election", "succession", "always"]


def limits_of(draft: Draft, post: Post, moment: LimitMoment) -> tuple[Limit, ...]:
    """Return the limits on a post that are checked at a moment; one checked ``always`` is checked at every moment."""
    found = draft.book.limits.get(post.line, ())
    return tuple(
        limit for limit in found if limit.checked in (moment, "always") and _applies(draft, limit, post)
    )


def _applies(draft: Draft, limit: Limit, post: Post) -> bool:
    subject = Subject(body=post.body, sender=post.sender, line=post.line)
    return draft.test(limit.when, subject, limit, "when") is True


def lines_of(view: View, limit: Limit) -> frozenset[str]:
    """Return the lines of seats that a limit is about."""
    return frozenset(line.id for line in view.book.lines_named(limit.in_))


def group_of(view: View, limit: Limit, post: Post, person: PersonId) -> str:
    """Return the group in which a limit counts a person who holds a post.

    That is the label told of the person, the sender of the post, or the person. Of whom no label was told, they are a group
    of their own. A limit without ``per`` counts all together.
    """
    match limit.per:
        case None:
            return ""
        case "person":
            return person
        case "sender":
            return post.sender or ""
        case label:
            return label_of(view, FactId(label), person)


def posts_in(view: View, limit: Limit, post: Post) -> tuple[Post, ...]:
    """Return the posts among which a limit counts: of the same body, or for ``per = "person"`` of all bodies."""
    lines, posts = lines_of(view, limit), view.state.posts
    if limit.per == "person":
        return tuple(each for each in values_of(posts.all) if each.line in lines)
    return tuple(each for each in posts.of_body(post.body) if each.line in lines)


def members_of(
    view: View, limit: Limit, post: Post, group: str, without: Iterable[str] = ()
) -> tuple[Post, ...]:
    """Return the posts that a group holds, leaving out those in ``without``."""
    left_out = frozenset(without)
    if limit.per == "person":  # from the index of holders, never by scanning all posts
        lines = lines_of(view, limit)
        held = view.state.posts.held_by(PersonId(group))
        return tuple(each for each in held if each.line in lines and each.id not in left_out)
    return tuple(
        each
        for each in posts_in(view, limit, post)
        if each.holder is not None
        and each.id not in left_out
        and group_of(view, limit, each, each.holder) == group
    )


def most(draft: Draft, limit: Limit, post: Post) -> int | None:
    """Return how many of one group may sit; None if the limit sets no number, or the bylaws leave it open."""
    if limit.at_most is None:
        return None
    subject = Subject(body=post.body, sender=post.sender, line=post.line)
    value = draft.find(limit.at_most, subject, limit, "at_most").value
    return None if value is None or isinstance(value, str) else floor(value)


def incompatible(view: View, limit: Limit, person: PersonId) -> tuple[Post, ...]:
    """Return the posts of a person that a limit does not let them hold together with those it is about."""
    if limit.with_ is None:
        return ()
    lines = {line.id for line in view.book.lines_named(limit.with_)}
    return tuple(post for post in view.state.posts.held_by(person) if post.line in lines)
