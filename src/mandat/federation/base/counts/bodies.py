"""Counts of posts in a body or a line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from mandat.bylaws.expression import CountRef
from mandat.federation.base.counts.people import is_of
from mandat.federation.base.counts.weights import carried_by_posts
from mandat.federation.base.lookup import Lookup, given, keys_of, look_up
from mandat.federation.base.subject import Subject, View

if TYPE_CHECKING:
    from mandat.federation.seats.posts.state import Post


def seats(view: View, subject: Subject, ref: CountRef) -> int | Fraction:
    """Posts due, vacant ones included."""
    if ref.by not in (None, "heads"):
        return carried_by_posts(view, subject.constituency, ref.by or "", vacant=True)
    return len(view.state.posts.of_body(subject.constituency))


def filled(view: View, subject: Subject, ref: CountRef) -> int | Fraction:
    """Posts with a holder."""
    if ref.by not in (None, "heads"):
        return carried_by_posts(view, subject.constituency, ref.by or "", vacant=False)
    posts = view.state.posts.of_body(subject.constituency)
    return sum(post.holder is not None and is_of(view, subject, ref, post.holder) for post in posts)


def due(view: View, subject: Subject, ref: CountRef) -> int:
    """Posts of this line due to this sender."""
    del ref
    return len(_of_line(view, subject))


def sent(view: View, subject: Subject, ref: CountRef) -> int:
    """Holders of this line's posts for this sender."""
    del ref
    return sum(post.holder is not None for post in _of_line(view, subject))


def sent_present(view: View, subject: Subject, ref: CountRef) -> int:
    """Holders of this line's posts for this sender who are present."""
    del ref
    meeting = look_up(view.state.meetings.open, subject.body)
    present = view.state.meetings.all[meeting].present if meeting else Lookup[str, None]()
    return sum(post.holder in present for post in _of_line(view, subject))


def standing(view: View, subject: Subject, ref: CountRef) -> int:
    """Candidates who stand in the election."""
    del ref
    election = view.state.elections.all[given(subject.election)]
    return sum(not candidate.withdrawn for candidate in election.candidates)


def places(view: View, subject: Subject, ref: CountRef) -> int:
    """Seats to fill in the election."""
    del ref
    return view.state.elections.all[given(subject.election)].places


def lists(view: View, subject: Subject, ref: CountRef) -> int:
    """Lists that stand in the election."""
    del ref
    election = view.state.elections.all[given(subject.election)]
    return len({c.list for c in election.candidates if c.list is not None and not c.withdrawn})


def of_line(view: View, subject: Subject, ref: CountRef) -> int:
    """Return a count of the posts of the line after ``of``: for the sender of the subject, else of all senders.

    ``seats`` and ``due`` count the posts, every other name those with a holder (``sent_present``: with one who is present).
    """
    line = view.book.line(ref.of or "")
    posts = view.state.posts
    ids = keys_of(posts.all) if subject.sender is None else posts.by_sender.get(subject.sender, ())
    own = [post for post in map(posts.all.__getitem__, ids) if post.line == line.id]
    if ref.name in ("seats", "due"):
        return len(own)
    if ref.name == "sent_present":
        return sum(_is_present(view, post) for post in own)
    return sum(post.holder is not None and is_of(view, subject, ref, post.holder) for post in own)


def _is_present(view: View, post: Post) -> bool:
    meeting = view.state.meetings.open_of(post.body)
    return meeting is not None and post.holder in meeting.present


def _of_line(view: View, subject: Subject) -> tuple[Post, ...]:
    return view.state.posts.of_line(given(subject.body), subject.line or "", subject.sender)


COUNTS: Mapping[str, Callable[[View, Subject, CountRef], Any]] = {
    "seats": seats,
    "filled": filled,
    "due": due,
    "sent": sent,
    "sent_present": sent_present,
    "standing": standing,
    "places": places,
    "lists": lists,
}
