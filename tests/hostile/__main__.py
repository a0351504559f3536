"""``python -m tests.hostile`` prints the table of all attempts by kind."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from tests.hostile.attempts import sheets


def table() -> Iterator[str]:
    """Yield the lines: the attempts of each kind, then how many there are of each."""
    found = sheets().values()
    for sheet in found:
        yield f"\n{sheet.kind} ({len(sheet.attempt)})"
        for each in sheet.attempt:
            why = f"{each.requirement or '–':<24} {each.article or '–':<5}"
            yield f"  {each.expect:<9} {why} {each.title} [{each.who}]"
    yield ""
    for sheet in found:
        yield f"{len(sheet.attempt):>4}  {sheet.kind}"
    yield f"{sum(len(sheet.attempt) for sheet in found):>4}  in all"


if __name__ == "__main__":
    sys.stdout.write("\n".join(table()) + "\n")
