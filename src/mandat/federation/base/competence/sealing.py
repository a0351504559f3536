"""What may be sealed: a closed list, so that nothing is called, moved or ordered where those concerned cannot read it."""

from __future__ import annotations

from mandat.federation.base.draft import Draft

SEALABLE = frozenset({"confidence.withdraw", "confidence.give", "key.invite"})
"""Acts that nobody but their author need read."""
OF_FACTS = frozenset({"fact.tell", "fact.challenge", "fact.judge"})
"""They may be sealed where the fact is told of people."""


def require_sealable(draft: Draft) -> None:
    """Require of a sealed act that it is one of those that may be sealed."""
    tag = str(draft.act.__struct_config__.tag)
    if draft.submission.sealed and tag not in SEALABLE and not (tag in OF_FACTS and _is_personal(draft)):
        draft.require(False, "act.open")


def _is_personal(draft: Draft) -> bool:
    fact = draft.book.bylaws.facts.get(str(getattr(draft.act, "fact", "")))
    return fact is not None and tuple(fact.of) == ("person",)
