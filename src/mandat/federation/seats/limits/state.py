"""Limits that are broken in office, until somebody leaves."""

from __future__ import annotations

import msgspec

from mandat.bylaws.model.ids import LimitId
from mandat.federation.base.lookup import Lookup
from mandat.federation.base.types import BodyId, PersonId

LimitKey = tuple[LimitId, BodyId, str]
"""(id of the limit, body, group)"""


class Limits(msgspec.Struct, frozen=True):
    """``broken``: for each limit that is broken in office, the people of the group who sit there."""

    broken: Lookup[LimitKey, tuple[PersonId, ...]] = Lookup()
