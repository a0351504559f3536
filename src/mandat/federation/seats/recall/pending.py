"""What happens to a post while its recall is decided, and until a successor sits.

``pending`` begins when the signatures are complete, not with the first of them: else one signer could move a power.
"""

from __future__ import annotations

from mandat.bylaws.model import Acting, Care, Recall
from mandat.federation.base.closed import Capacity, Seating
from mandat.federation.base.draft import Draft
from mandat.federation.base.tenure.effects import SeatFilled
from mandat.federation.seats.posts.effects import CapacityChanged
from mandat.federation.seats.posts.state import Post
from mandat.federation.seats.recall.state import Petition
from mandat.federation.seats.recall.targets import find_target, held_posts


def begin(draft: Draft, rule: Recall, petition: Petition) -> None:
    """Let the holders be caretakers or suspended, perhaps with somebody acting, until the recall is decided."""
    if rule.aftermath.pending in (None, "full"):
        return
    for post in _targets(draft, petition):
        if post.capacity == "full":
            draft.require(True, "recall.pending", rule, "pending", post=post.id)
            _set(draft, post, rule.aftermath.pending)


def end(draft: Draft, rule: Recall, petition: Petition) -> None:
    """Give holders who stay their full capacity back."""
    if rule.aftermath.pending in (None, "full"):
        return
    for post in _targets(draft, petition):
        if post.capacity != "full":
            draft.emit(CapacityChanged(post=post.id, capacity=Capacity.FULL))


def _targets(draft: Draft, petition: Petition) -> tuple[Post, ...]:
    target = find_target(draft, petition.target)
    held = () if target is None else held_posts(draft, target)
    return tuple(post for post in held if petition.holder in (None, post.holder))


def _set(draft: Draft, post: Post, care: Care | None) -> None:
    acting = acting_of(care)
    capacity = Capacity.SUSPENDED if acting is not None else Capacity(str(care))
    draft.emit(CapacityChanged(post=post.id, capacity=capacity, acting=acting))


def acting_of(care: Care | None) -> str | None:
    """Return who acts meanwhile, where the bylaws name somebody."""
    return care.acting.names[0] if isinstance(care, Acting) else None


def suspend(draft: Draft, rule: Recall, post: Post) -> None:
    """Suspend a holder, who keeps the seat: the effect of a recall that does not vacate."""
    draft.require(True, "recall.suspended", rule, "effect", post=post.id, person=post.holder)
    draft.emit(
        CapacityChanged(post=post.id, capacity=Capacity.SUSPENDED, acting=acting_of(rule.aftermath.interim))
    )


def care_for(draft: Draft, rule: Recall, post: Post) -> None:
    """Let a vacated post that nobody has taken in the same ruling be cared for until a successor sits."""
    now = draft.state.posts.all.get(post.id)
    if (
        now is None
        or now.holder is not None
        or post.holder is None
        or rule.aftermath.interim in (None, "suspended")
    ):
        return
    acting = acting_of(rule.aftermath.interim)
    if acting is not None:
        draft.require(True, "recall.acting", rule, "interim", post=post.id, acting=acting)
        draft.emit(CapacityChanged(post=post.id, capacity=now.capacity, acting=acting))
        return
    draft.require(True, "recall.caretaker", rule, "interim", post=post.id, person=post.holder)
    draft.emit(
        SeatFilled(
            post=post.id,
            person=post.holder,
            how=Seating.CARETAKER,
            since=post.since,
            election=post.election,
            order=post.order,
            list=post.list,
            capacity=Capacity.CARETAKER if rule.aftermath.interim == "caretaker" else Capacity.FULL,
        )
    )
