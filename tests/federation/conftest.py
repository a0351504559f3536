"""What the tests of the federation share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.federation.histories import differences_elsewhere, kept


@pytest.fixture(scope="module")
def ruled_alike_elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Rule once more, in two other processes with other hash seeds, on every history that the module's tests make."""
    with kept() as histories:
        yield
    found = differences_elsewhere(histories, tmp_path_factory.mktemp("histories"))
    if found:
        pytest.fail("\n".join(found), pytrace=False)
