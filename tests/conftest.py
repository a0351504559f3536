"""How hard Hypothesis searches, in all tests, and what the tests cost. Timing is never tested: no example has a deadline."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

from tests.cost import Cost

# `make test`: the same examples on every run and machine, so that a red gate is red for everybody.
settings.register_profile(
    "gate", derandomize=True, max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
# HYPOTHESIS_PROFILE=search make test: other examples on every run, to look for what the gate has not seen.
settings.register_profile(
    "search", max_examples=1000, deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "gate"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--cost", action="store_true", help="print what each room of the tests costs")


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--cost"):
        config.pluginmanager.register(Cost(), "cost")
