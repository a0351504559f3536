"""The threshold at which confidence is lost."""

from __future__ import annotations

from mandat.bylaws.model import Recall
from mandat.federation.base.closed import VacancyCause
from mandat.federation.base.draft import Draft
from mandat.federation.base.evaluation import NO_READINGS, Found, Readings, Supply, evaluate
from mandat.federation.base.subject import Subject
from mandat.federation.base.tenure.leaving import vacate
from mandat.federation.seats.posts.state import Post


def is_lost(recall: Recall, supply: Supply, readings: Readings = NO_READINGS) -> Found:
    """Tell whether confidence is lost under a recall rule; ``mandat ask BYLAWS recall RULE`` calls this very function.

    Raises ``ValueError`` if the rule has no ``confidence`` (then it is lost by a decision).
    """
    if recall.deciding.confidence is None:
        raise ValueError(
            f"{recall.id} has no confidence: that post is lost by a decision ({recall.deciding.decision})"
        )
    return evaluate(recall.deciding.confidence, supply, recall, "confidence", readings)


def check(draft: Draft, post: Post) -> None:
    """Vacate a post in the same ruling if the threshold is crossed; from counters, never by scanning the members."""
    recall = draft.book.confidence.get(post.line)
    if recall is None or post.id not in draft.state.confidence.standings:
        return
    post = draft.state.posts.all[post.id]
    subject = Subject(body=post.body, sender=post.sender, line=post.line, person=post.holder, post=post.id)
    found = is_lost(recall, draft.supply(subject), draft.state.law.readings)
    draft.grounds.extend(found.grounds)
    if found.value is True:
        vacate(draft, post, VacancyCause.RECALL)
