"""Types of the names that a file of bylaws gives: what an id of a rule names, wherever it stands.

Plain strings at run time, as the references of the record are (``mandat.federation.base.types``).

>>> LimitId("limit.women")
'limit.women'
"""

from __future__ import annotations

from typing import NewType

LimitId = NewType("LimitId", str)
"""A limit: ``limit.NAME``."""
