"""Whom a recall would remove, and which body decides on it."""

from __future__ import annotations

import msgspec

from mandat.bylaws.model import Recall
from mandat.bylaws.model.ids import LineId
from mandat.federation.base.counts.places import bodies_at
from mandat.federation.base.subject import Subject, View
from mandat.federation.base.types import BodyId, TargetId
from mandat.federation.seats.posts.state import Post


class RecallTarget(msgspec.Struct, frozen=True, kw_only=True):
    """A post, or a whole body (then ``post`` is None); ``sender`` is the post's constituency."""

    id: TargetId
    body: BodyId
    kind: str
    sender: BodyId | None = None
    line: LineId | None = None
    post: Post | None = None

    @property
    def subject(self) -> Subject:
        """The subject of a recall's conditions."""
        holder = None if self.post is None else self.post.holder
        post = None if self.post is None else self.post.id
        return Subject(body=self.body, sender=self.sender, line=self.line, post=post, person=holder)


def find_target(view: View, name: TargetId) -> RecallTarget | None:
    """Return the post or the standing body of that id."""
    post = view.state.posts.get(name)
    if post is not None:
        kind = view.state.bodies.all[post.body].kind
        return RecallTarget(id=name, body=post.body, kind=kind, sender=post.sender, line=post.line, post=post)
    body = view.state.bodies.get(name)
    return (
        RecallTarget(id=body.id, body=body.id, kind=body.kind) if body is not None and body.stands else None
    )


def covers(rule: Recall, target: RecallTarget) -> bool:
    """Tell whether a recall rule is about this post (by its line or kind of body), or about this body as a whole."""
    if (target.post is None) != (rule.target == "body"):
        return False
    names = rule.of.names
    return target.kind in names or target.body in names or target.line in names


def deciding_bodies(view: View, rule: Recall, target: RecallTarget) -> tuple[BodyId, ...]:
    """Return the bodies that ``by`` names, seen from the target (``sender``: who sent the holder, or the body's voters)."""
    found: list[BodyId] = []
    for name in rule.by.names:
        if name == "sender" and target.sender is None:
            found.extend(_senders(view, target))
        else:
            found.extend(bodies_at(view, target.subject, name))
    return tuple(dict.fromkeys(found))


def _senders(view: View, target: RecallTarget) -> tuple[BodyId, ...]:
    """Return the bodies from whose voters a line without a single sender is filled."""
    line = view.book.bylaws.lines.get(target.line or "")
    kinds = line.from_ if line is not None else ()
    return tuple(body for kind in kinds for body in bodies_at(view, target.subject, kind))


def held_posts(view: View, target: RecallTarget) -> tuple[Post, ...]:
    """Return the posts with a holder that the recall would vacate."""
    posts = view.state.posts
    found = posts.of_body(target.body) if target.post is None else (posts.get(target.id),)
    return tuple(post for post in found if post is not None and post.holder is not None)


def relief_rules(view: View, target: RecallTarget, body: str) -> tuple[Recall, ...]:
    """Return the rules under which a body may remove a target by its own decision, without a petition."""
    return tuple(
        rule
        for rule in view.book.bylaws.recalls.values()
        if rule.deciding.confidence is None
        and rule.deciding.decision is not None
        and not rule.start
        and covers(rule, target)
        and body in deciding_bodies(view, rule, target)
    )
