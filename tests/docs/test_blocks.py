"""What the manual takes from the code is what the code says."""

from __future__ import annotations

import pytest

from tests.docs.blocks import BLOCKS, in_file


@pytest.mark.parametrize(("file", "name"), BLOCKS, ids=lambda part: part)
def test_the_manual_says_what_the_code_says(file: str, name: str) -> None:
    assert in_file(file, name) == BLOCKS[file, name]().strip(), "write it anew: python -m tests.docs.blocks"
