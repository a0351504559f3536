"""Who of the elected may sit together: those whom a limit passes over give way to the next."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from mandat import counting
from mandat.bylaws.model import Limit
from mandat.bylaws.model.ids import FactId
from mandat.bylaws.model.pieces import Rows, Share
from mandat.federation.base.draft import Draft
from mandat.federation.base.lookup import given, values_of
from mandat.federation.base.subject import Among, Subject
from mandat.federation.base.types import PersonId
from mandat.federation.seats.limits.groups import group_of, incompatible, limits_of, lines_of, most

if TYPE_CHECKING:
    from mandat.federation.seats.posts.state import Post

NEXT = ("next", "next-of-group", "resign")


def screened(
    draft: Draft,
    posts: tuple[Post, ...],
    order: tuple[PersonId, ...],
    places: int,
) -> tuple[PersonId, ...]:
    """Return who takes the ``posts`` of one line, of ``order`` (the elected first, then who comes next).

    Down the order, whoever would be one too many of a group, or holds an incompatible post, is passed over and the next is
    taken; where the limit says ``refuse`` the place stays free. Then, for ``at_least``, the lowest who is not needed gives way
    to the next of the group that lacks.
    """
    if not posts:
        return order[:places]
    limits = limits_of(draft, posts[0], "election")
    if not limits:
        return order[:places]
    chosen, refused = _from_the_top(draft, limits, posts, order, places)
    for limit in limits:
        chosen = _filled_up(draft, limit, posts, order, chosen)
    return chosen[: places - refused]


def _from_the_top(
    draft: Draft,
    limits: tuple[Limit, ...],
    posts: tuple[Post, ...],
    order: tuple[PersonId, ...],
    places: int,
) -> tuple[tuple[PersonId, ...], int]:
    """Take people down the order; return them, and how many places a refusal leaves free."""
    chosen: list[PersonId] = []
    refused = 0
    for person in order:
        if len(chosen) + refused == places:
            break
        broken = next((each for each in limits if _too_many(draft, each, posts, chosen, person)), None)
        if broken is None:
            chosen.append(person)
            continue
        draft.require(True, "limit.passed-over", broken, "repair", person=person, limit=broken.id)
        refused += broken.repair not in NEXT
    return tuple(chosen), refused


def _too_many(
    draft: Draft,
    limit: Limit,
    posts: tuple[Post, ...],
    chosen: list[PersonId],
    person: PersonId,
) -> bool:
    if limit.repair == "resign" and (limit.per == "person" or limit.with_ is not None):
        return False
    free = {post.id for post in posts}
    if any(each.id not in free for each in incompatible(draft, limit, person)):
        return True
    allowed = most(draft, limit, posts[0])
    if allowed is None:
        return False
    group = group_of(draft, limit, posts[0], person)
    return _seated(draft, limit, posts, chosen)[group] >= allowed


def kept_out(draft: Draft, posts: tuple[Post, ...], person: PersonId) -> Limit | None:
    """Return the limit that refuses a person as a candidate because of what they hold already."""
    limits = limits_of(draft, posts[0], "election")
    own = (
        each
        for each in limits
        if each.repair == "refuse" and (each.per == "person" or each.with_ is not None)
    )
    return next((each for each in own if _too_many(draft, each, posts, [], person)), None)


def _seated(
    draft: Draft,
    limit: Limit,
    posts: tuple[Post, ...],
    chosen: list[PersonId],
) -> Counter[str]:
    """Count the groups of those who stay and of those chosen so far."""
    free, lines, first = {post.id for post in posts}, lines_of(draft, limit), posts[0]
    everything = draft.state.posts
    around = values_of(everything.all) if limit.per == "person" else everything.of_body(first.body)
    staying = (
        each for each in around if each.line in lines and each.id not in free and each.holder is not None
    )
    groups = [group_of(draft, limit, each, given(each.holder)) for each in staying]
    return Counter([*groups, *(group_of(draft, limit, first, person) for person in chosen)])


def _filled_up(
    draft: Draft,
    limit: Limit,
    posts: tuple[Post, ...],
    order: tuple[PersonId, ...],
    chosen: tuple[PersonId, ...],
) -> tuple[PersonId, ...]:
    """Let those of a group that lacks follow, each for the lowest of the chosen whose group has more than it needs."""
    if limit.at_least is None or limit.per in (None, "person", "sender"):
        return chosen
    groups = {person: group_of(draft, limit, posts[0], person) for person in order}
    least = _least(draft, limit, posts, tuple(dict.fromkeys(groups.values())), len(chosen))
    taken = list(chosen)
    for group, number in least.items():
        waiting = [person for person in order if groups[person] == group and person not in taken]
        while waiting and sum(groups[p] == group for p in taken) < number:
            now = Counter(groups[p] for p in taken)
            spare = [p for p in taken if groups[p] != group and now[groups[p]] > least.get(groups[p], 0)]
            if not spare:
                break
            taken.remove(spare[-1])
            taken.append(waiting.pop(0))
            draft.require(
                True, "limit.group-first", limit, "at_least", person=taken[-1], other=spare[-1], group=group
            )
    return tuple(sorted(taken, key=order.index))


def _least(
    draft: Draft, limit: Limit, posts: tuple[Post, ...], groups: tuple[str, ...], places: int
) -> dict[str, int]:
    """Return how many of each group must sit: the same number for all, or its share of the places by a divisor method."""
    first = posts[0]
    if isinstance(limit.at_least, Share):
        base = {group: _number(draft, limit, Rows.of(limit.at_least.base), first, group) for group in groups}
        known = {group: value for group, value in base.items() if value > 0}
        return dict(counting.apportion(limit.at_least.method, known, places).seats) if known else {}
    assert limit.at_least is not None
    return {group: _number(draft, limit, limit.at_least, first, group) for group in groups}


def _number(draft: Draft, limit: Limit, rows: Rows, post: Post, group: str) -> int:  # type: ignore[type-arg]
    subject = Subject(
        body=post.body,
        sender=post.sender,
        line=post.line,
        among=Among(group=(FactId(limit.per or ""), group)),
    )
    value = draft.find(rows, subject, limit, "at_least").value
    return int(value) if isinstance(value, int) else 0


__all__ = ["kept_out", "screened"]
