"""The examples in the docstrings of the exact results run."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import mandat.study

MODULES = [
    module.name
    for module in pkgutil.walk_packages(mandat.study.__path__, "mandat.study.")
    if not module.ispkg
]


@pytest.mark.parametrize("name", MODULES)
def test_examples_run(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0
