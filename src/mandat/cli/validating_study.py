"""``mandat study --validate``: the program beside theory."""

from __future__ import annotations

from rich.progress import Progress

from mandat.cli.speech import console, say_json, table
from mandat.study.streams import Streams
from mandat.study.validation.check import ResultCheck, allowed_errors
from mandat.study.validation.running import GROUPS


def validate(seed: int, *, json: bool) -> bool:
    """Make every check, print them, and tell whether all hold."""
    found: list[ResultCheck] = []
    with Progress(console=console(), transient=True, disable=json) as progress:
        task = progress.add_task("", total=len(GROUPS))
        for name, checks in GROUPS:
            progress.update(task, description=name)
            found += checks(Streams(seed))
            progress.advance(task)
    allowed = allowed_errors(found)
    failed = sum(not check.holds(allowed) for check in found)
    if json:
        say_json({"seed": seed, "allowed_errors": allowed, "checks": [_plain(c, allowed) for c in found]})
        return not failed
    rows = table("", "", "expected", "measured", "± error", "errors off")
    for check in found:
        rows.add_row(*_cells(check, allowed))
    out = console()
    out.print(rows)
    out.print(
        f"{len(found) - failed} of {len(found)} hold (seed {seed}; at most {allowed:.2f} standard errors off)"
    )
    return not failed


def _plain(check: ResultCheck, allowed: float) -> dict[str, object]:
    return {
        "result": check.result,
        "what": check.what,
        "expected": check.expected,
        "measured": check.measured,
        "error": check.error,
        "holds": check.holds(allowed),
    }


def _cells(check: ResultCheck, allowed: float) -> tuple[str, ...]:
    mark = "[green]✓[/]" if check.holds(allowed) else "[red]✗[/]"
    error = f"{check.error:.5f}" if check.error else "exact"
    off = f"{check.errors_off:.2f}" if check.error else ""
    what = check.what.replace("[", r"\[")
    return f"{mark} {check.result}", what, f"{check.expected:.5g}", f"{check.measured:.5g}", error, off
