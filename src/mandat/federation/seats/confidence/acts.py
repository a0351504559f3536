"""Acts by which members give and withdraw confidence."""

from __future__ import annotations

from mandat.federation.base.acts import Act
from mandat.federation.base.types import PostId


class ConfidenceWithdraw(Act, frozen=True, kw_only=True, tag="confidence.withdraw"):
    """Withdraw confidence from the holder of a post of one's own constituency."""

    post: PostId


class ConfidenceGive(Act, frozen=True, kw_only=True, tag="confidence.give"):
    """Give confidence again."""

    post: PostId
