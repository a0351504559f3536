"""What every act has in common; each room of ``federation`` adds its own acts."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from mandat.federation.base.types import BlobName, EntryIndex, PersonId
from mandat.instants import Instant


class Act(msgspec.Struct, frozen=True, kw_only=True, gc=False, tag_field="act", forbid_unknown_fields=True):
    """A signed statement that asks for something to happen.

    ``seen`` (size and root of the last checkpoint that the author verified) and ``nonce`` belong to the record, which has
    checked them before the act reaches the engine.
    """

    seen: tuple[int, str] = (0, "")
    nonce: str = ""


class Inputs(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What an act needs beside the state: the content of the blobs it names, and deadlines that were computed before.

    On replay ``deadlines`` holds those that the record states, so that new time zone data cannot change a ruling; at the
    first judgement it is None and the engine computes them.
    """

    blobs: Mapping[BlobName, bytes] = msgspec.field(default_factory=dict)
    deadlines: tuple[Instant, ...] | None = None


NO_INPUTS = Inputs()


class Submission(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An act as the engine receives it: opened, its signatures verified, its signers known, with what it needs beside the state.

    ``signers`` are person ids in the order of the signature lines, the author first, nobody twice; ``index`` is the place
    in the record, which also names the act (``mandat why INDEX``). ``salt`` is that of the body of a sealed act, empty else.
    """

    act: Act
    signers: tuple[PersonId, ...]
    index: EntryIndex
    inputs: Inputs = NO_INPUTS
    sealed: bool = False
    salt: bytes = b""

    @property
    def author(self) -> PersonId:
        """The first signer."""
        return self.signers[0]
