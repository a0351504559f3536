"""How hard Hypothesis searches, in all tests. Timing is never tested, so no example has a deadline."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

# `make test`: the same examples on every run and machine, so that a red gate is red for everybody.
settings.register_profile(
    "gate", derandomize=True, max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
# HYPOTHESIS_PROFILE=search make test: other examples on every run, to look for what the gate has not seen.
settings.register_profile(
    "search", max_examples=1000, deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "gate"))
