"""Acts about posts."""

from __future__ import annotations

from mandat.federation.acts import Act


class PostResign(Act, frozen=True, kw_only=True, tag="post.resign"):
    """Leave a post that one holds."""

    post: str


class PostAppoint(Act, frozen=True, kw_only=True, tag="post.appoint"):
    """Appoint a person to a vacant post, by whom the bylaws name; a body does so by a carried ``motion``."""

    post: str
    person: str
    motion: str | None = None


class PostSend(Act, frozen=True, kw_only=True, tag="post.send"):
    """Send a person to a vacant post of a higher body, under a carried ``motion`` of the sender."""

    post: str
    person: str
    motion: str
