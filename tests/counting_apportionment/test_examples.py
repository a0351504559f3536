"""The examples in the docstrings run."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

from mandat.counting import apportionment

MODULES = sorted(
    found.name for found in pkgutil.walk_packages(apportionment.__path__, f"{apportionment.__name__}.")
)


@pytest.mark.parametrize("name", [apportionment.__name__, *MODULES])
def test_examples(name: str) -> None:
    result = doctest.testmod(importlib.import_module(name))
    assert not result.failed


def test_every_method_has_an_example() -> None:
    for found in apportionment.methods().values():
        assert ">>> apportion(" in str(importlib.import_module(found.function.__module__).__doc__) or (
            ">>> found = apportion(" in str(importlib.import_module(found.function.__module__).__doc__)
        )
