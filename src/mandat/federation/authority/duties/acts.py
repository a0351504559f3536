"""Acts by which a duty is done."""

from __future__ import annotations

from mandat.bylaws.model.ids import DutyId
from mandat.federation.base.acts import Act
from mandat.federation.base.types import BlobName, BodyId, PostId


class DutyReport(Act, frozen=True, kw_only=True, tag="duty.report"):
    """Report under the duty ``duty``: ``of`` is the post that owes it, or the body; ``text`` the blob of the report.

    A late report is still a report, and ends the delay.
    """

    duty: DutyId
    of: PostId | BodyId
    text: BlobName
