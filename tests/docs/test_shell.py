"""Every command that the README and the tutorial show is run, and its output is the one shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.shell import ROOT, blocks, marked, run


@pytest.mark.parametrize("page", ["README.md", "docs/tutorial.md"])
def test_the_commands_print_what_the_page_shows(page: str, tmp_path: Path) -> None:
    for name in ("cases", "src"):
        (tmp_path / name).symlink_to(ROOT / name)
    found = list(blocks(ROOT / page))
    assert found
    for block in found:
        ran = run(block, tmp_path)
        assert ran.returncode == 0, f"{block.text}\n{ran.stdout}"
        if block.output is not None:
            assert marked(ran.stdout) == marked(block.output), block.text
