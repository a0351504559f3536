"""``python -m tests.hostile`` prints the table of all attempts by kind."""

from __future__ import annotations

from tests.hostile.attempts import sheets


def main() -> None:
    """Print a table for each kind, and how many there are."""
    found = sheets()
    for sheet in found.values():
        print(f"\n{sheet.kind} ({len(sheet.attempt)})")
        for each in sheet.attempt:
            print(f"  {each.expect:<9} {each.requirement or '–':<28} {each.article or '–':<6} {each.title} [{each.who}]")
    kinds = [(sheet.kind, len(sheet.attempt)) for sheet in found.values()]
    print("\n" + "\n".join(f"{number:>4}  {kind}" for kind, number in kinds))
    print(f"{sum(number for _, number in kinds):>4}  in all")


if __name__ == "__main__":
    main()
