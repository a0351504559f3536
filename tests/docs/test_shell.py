"""Every command that the README and the tutorial show is run, and its output is the one shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.shell import PAGES, ROOT, blocks, marked, prepare, run


@pytest.mark.parametrize("page", PAGES)
def test_the_commands_print_what_the_page_shows(page: str, tmp_path: Path) -> None:
    prepare(tmp_path)
    found = list(blocks(ROOT / page))
    assert found
    for block in found:
        ran = run(block, tmp_path)
        assert ran.returncode == 0, f"{block.text}\n{ran.stdout}"
        if block.output is not None:
            assert marked(ran.stdout) == marked(block.output), (
                f"{block.text}\nwrite it anew: python -m tests.docs.shell"
            )
