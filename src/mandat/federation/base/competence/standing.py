"""Whether what was decided or done still stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mandat.federation.base.draft import Draft
from mandat.federation.base.types import EntryIndex, MotionId

if TYPE_CHECKING:
    from mandat.federation.authority.checks.state import Stop


def require_motion_free(draft: Draft, motion: MotionId) -> None:
    """Require that no check stands against a decision that is to be carried out."""
    _require_free(draft, draft.state.checks.standing_on_motion(motion), motion)


def require_entry_free(draft: Draft, index: EntryIndex) -> None:
    """Require that no check stands against what was done under a power."""
    _require_free(draft, draft.state.checks.standing_on_entry(index), index)


def _require_free(draft: Draft, stop: Stop | None, target: MotionId | EntryIndex) -> None:
    if stop is None:
        return
    rule = draft.state.law.books[stop.bylaws_version].bylaws.checks[stop.rule.removeprefix("check.")]
    draft.require(
        False, "check.free", rule, "how", against=target, stop=stop.id, how=stop.how, until=stop.until
    )
