"""Acts about posts."""

from __future__ import annotations

from mandat.bylaws.model.ids import LineId
from mandat.federation.base.acts import Act
from mandat.federation.base.types import BodyId, MeetingId, MotionId, PersonId, PostId


class PostResign(Act, frozen=True, kw_only=True, tag="post.resign"):
    """Leave a post that one holds."""

    post: PostId


class PostAppoint(Act, frozen=True, kw_only=True, tag="post.appoint"):
    """Appoint a person to a vacant post, by whom the bylaws name; a body does so by a carried ``motion``.

    ``nomination`` names the motion of the body that nominates, where the line needs one.
    """

    post: PostId
    person: PersonId
    motion: MotionId | None = None
    nomination: MotionId | None = None


class PostSend(Act, frozen=True, kw_only=True, tag="post.send"):
    """Send a person to a vacant post of a higher body, under a carried ``motion`` of the sender."""

    post: PostId
    person: PersonId
    motion: MotionId


class PostConfirm(Act, frozen=True, kw_only=True, tag="post.confirm"):
    """Consent to a person proposed for a post, or refuse: by an officer whose consent the line needs.

    For an outside body the registrar enters it and names the document in ``source``. A body of the federation does so by a
    motion about ``["confirm", POST, PERSON]``, whose vote settles it.
    """

    post: PostId
    person: PersonId
    consent: bool
    source: str = ""


class SeatsApportion(Act, frozen=True, kw_only=True, tag="seats.apportion"):
    """Share out the seats of a ``line`` with a ``total`` over its senders, as their counts stand now; until the next time."""

    line: LineId
    body: BodyId | None = None


class PostSubstitute(Act, frozen=True, kw_only=True, tag="post.substitute"):
    """Let the next substitute sit in a meeting for the holder of a post who is not there.

    ``unable`` names the substitutes who come before in the order and cannot come either.
    """

    meeting: MeetingId
    post: PostId
    person: PersonId
    unable: tuple[PersonId, ...] = ()
