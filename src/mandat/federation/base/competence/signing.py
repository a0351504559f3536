"""Who may sign at all: whoever has left signs no act any more, but for what only takes back what was theirs."""

from __future__ import annotations

from mandat.federation.base.draft import Draft
from mandat.federation.base.population.staying import has_left

OWN = frozenset({"key.bind", "key.revoke", "key.enrol", "candidate.withdraw", "proxy.revoke", "post.resign"})
"""Acts about nothing but one's own keys, or by which one steps back: they stay open to who has left, never to the dead."""


def require_signers(draft: Draft) -> None:
    """Require of everybody who signs an act, the author and who signs with them, that they have not left."""
    own = draft.act.__struct_config__.tag in OWN
    for signer in draft.submission.signers:
        known = draft.state.members.people.get(signer)
        if known is None:
            continue  # the record takes no act of such a person
        dead = known.dead
        if dead:  # not said of the living: it would stand among the grounds of every act
            draft.require(False, "person.alive", person=signer)
        if not own and has_left(draft, signer):
            draft.require(False, "person.stays", person=signer)
