"""Verify a whole record without trusting the server that keeps it: signatures, order, hashes, rulings, state.

What is checked of each entry: its bytes hash to the leaf in the log; it is a note of this origin; its signatures hold with
keys that the record itself bound before; its nonce is new and its ``seen`` names a checkpoint of this log; its ruling, judged
anew, is the one stated. At the end: the tree has the root that the last checkpoint signs, and the state agrees with itself.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from mandat.federation.consistency import inconsistencies
from mandat.federation.engine import Rules
from mandat.federation.state import State
from mandat.language import msg
from mandat.record.audit import CheckProgress, check_head, sound_entries
from mandat.record.entries import groups
from mandat.record.errors import WrongEntryError
from mandat.record.keys import Verifier
from mandat.record.merkle import Tree, leaf_hash
from mandat.record.opening import FindBlob
from mandat.record.reasons import Reason
from mandat.record.replay import KNOWN, Fold, Judged
from mandat.record.seen import Heads
from mandat.record.store.interface import Store


class Verified(msgspec.Struct, frozen=True, kw_only=True):
    """What a verification found: counts, and the state that the record gives."""

    entries: int
    acts: int
    admitted: int
    refused: int
    root: str
    state: State


def verify(
    store: Store,
    origin: str,
    log: Verifier,
    server: Verifier,
    progress: CheckProgress = lambda _: None,
    known: Mapping[int, Rules] = KNOWN,
) -> Verified:
    """Check every entry of a store in order; raises ``WrongEntryError`` at the first that is wrong.

    Each group is judged again by the version of the rules that judged it; raises ``OtherRulesError`` if that is none of
    ``known`` (then ``mandat.record.audit`` still checks signatures, order and hashes). ``progress`` is called with the number
    of entries checked so far.
    """
    head = store.head()
    if head is None:
        raise WrongEntryError(0, msg("the record is empty: there is no checkpoint"))
    tree, heads = Tree(), Heads()
    fold = Fold(origin, server, _finder(store), known)
    acts = admitted = 0
    for group in groups(sound_entries(store, head)):
        for judged in fold.group(group):
            _check_seen(judged, heads)
            acts += judged.submission is not None
            admitted += judged.submission is not None and judged.ruling.admitted
        for raw in group:
            tree.append(leaf_hash(raw))
        check_head(store, tree, origin, log)
        heads.add(tree.size, tree.root, fold.at or 0)
        progress(fold.size)
    _check_end(fold, tree, head.size, head.root)
    return Verified(
        entries=fold.size,
        acts=acts,
        admitted=admitted,
        refused=acts - admitted,
        root=tree.root.hex(),
        state=fold.state,
    )


def _finder(store: Store) -> FindBlob:
    def find(name: str) -> object:
        blob = store.blob(name)
        return blob if blob is not None and blob.name == name else None

    return find  # type: ignore[return-value]


_SEEN_TOO_OLD = msg("the checkpoint that its author had seen was already too old")
_SEEN_UNKNOWN = msg("the checkpoint that its author had seen is not of this log")


def _check_seen(judged: Judged, heads: Heads) -> None:
    if judged.submission is not None and judged.index > 0:
        problem = heads.problem(judged.submission.act.seen, judged.at)
        if problem is not None:
            raise WrongEntryError(
                judged.index, _SEEN_TOO_OLD if problem is Reason.SEEN_TOO_OLD else _SEEN_UNKNOWN
            )


def _check_end(fold: Fold, tree: Tree, size: int, root: bytes) -> None:
    if (tree.size, tree.root) != (size, root):
        raise WrongEntryError(
            tree.size,
            msg("the last checkpoint speaks of {size} entries, the record holds {held}")(
                size=size, held=tree.size
            ),
        )
    found = inconsistencies(fold.state)
    if found:
        raise WrongEntryError(
            tree.size - 1, msg("the state after it contradicts itself: {found}")(found=found[0])
        )
