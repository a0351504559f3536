"""Whether what was decided or done still stands."""

from __future__ import annotations

from mandat.federation.authority.checks.state import Stop, target_of_entry, target_of_motion
from mandat.federation.base.draft import Draft


def require_motion_free(draft: Draft, motion: str) -> None:
    """Require that no check stands against a decision that is to be carried out."""
    _require_free(draft, draft.state.checks.standing(target_of_motion(motion)), motion)


def require_entry_free(draft: Draft, index: int) -> None:
    """Require that no check stands against what was done under a power."""
    _require_free(draft, draft.state.checks.standing(target_of_entry(index)), str(index))


def _require_free(draft: Draft, stop: Stop | None, target: str) -> None:
    if stop is None:
        return
    rule = draft.state.law.books[stop.book].bylaws.checks[stop.rule.removeprefix("check.")]
    draft.require(
        False, "check.free", rule, "how", target=target, stop=stop.id, how=stop.how, until=stop.until or "–"
    )
