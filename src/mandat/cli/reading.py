"""``mandat show``, ``why`` and ``log``: what the record says."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from typing import Annotated, Any

import typer
from rich.cells import cell_len
from rich.console import Console
from rich.markup import escape
from rich.tree import Tree

from mandat.cli.speech import (
    SYSTEM_LANGUAGE,
    DirArgument,
    FullOption,
    JsonOption,
    LangOption,
    console,
    print_ruling,
    ruling_json,
    say_json,
    table,
)
from mandat.federation.base.types import BodyId, PersonId, PostId
from mandat.federation.state import State
from mandat.federation.wording.ruling import describe, instant
from mandat.language import msg
from mandat.record.directory import open_directory
from mandat.record.errors import RecordError
from mandat.record.reading import ReadEntry, RecordReader
from mandat.service import views

_SUBJECTS: Mapping[str, Callable[[State, str], dict[str, Any]]] = {
    "body": lambda state, name: views.body(state, BodyId(name)),
    "person": lambda state, name: views.person(state, PersonId(name)),
    "seat": lambda state, name: views.seat(state, PostId(name)),
}


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("show", epilog="Example: mandat show rail/ body region/rhone")(show_command)
    app.command("why", epilog="Example: mandat why rail/ 4711 --lang fr")(why_command)
    app.command("log", epilog="Example: mandat log rail/ --refused --last 20")(log_command)


def show_command(
    directory: DirArgument,
    what: Annotated[
        str, typer.Argument(help="federation, body, person, seat, or act.", metavar="WHAT")
    ] = "federation",
    name: Annotated[str, typer.Argument(help="The id of what to show.", metavar="ID")] = "",
    lang: LangOption = SYSTEM_LANGUAGE,
    json: JsonOption = False,
) -> None:
    """Show the federation, a body, a person, a seat, or an act as the record has it."""
    if what == "act":
        why_command(directory, name, lang, json, whole=True)
        return
    state = RecordReader(open_directory(directory)).catch_up().state
    if what == "federation":
        data = views.federation(state, lang)
    elif what in _SUBJECTS:
        data = _SUBJECTS[what](state, name)
    else:
        raise RecordError(
            msg("{what} cannot be shown; show federation, body, person, seat, or act")(what=repr(what))
        )
    if json:
        say_json(data)
    elif what == "federation":
        _print_federation(data)
    else:
        _print_data(data)


def _print_federation(data: dict[str, Any]) -> None:
    out = console()
    root = Tree(f"[bold]{escape(data['federation'])}[/]  {data['people']:,} people")
    nodes: dict[str, Tree] = {}
    waiting = list(data["bodies"])
    while waiting:
        left = []
        for each in waiting:
            parent = each["part_of"]
            if (
                parent is not None
                and parent not in nodes
                and any(parent == b["body"] for b in data["bodies"])
            ):
                left.append(each)
                continue
            count = (
                f"{each['filled']}/{each['seats']} seats" if each["seats"] else f"{each['members']:,} members"
            )
            nodes[each["body"]] = nodes.get(parent, root).add(
                f"{escape(each['body'])}  [dim]{escape(each['title'])}[/]  {count}"
            )
        waiting = left
    out.print(root)
    for heading in ("elections", "petitions", "questions", "due"):
        if data[heading]:
            out.print(f"\n[bold]{heading}[/]")
        for each in data[heading][:20]:
            out.print(
                "  "
                + escape(
                    ", ".join(f"{key} {value}" for key, value in each.items() if value not in (None, [], ""))
                )
            )


def _print_data(data: dict[str, Any], indent: str = "") -> None:
    out = console()
    for key, value in data.items():
        if isinstance(value, dict):
            out.print(f"{indent}[bold]{escape(key)}[/]")
            _print_data(value, indent + "  ")
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            out.print(f"{indent}[bold]{escape(key)}[/]")
            _print_rows(out, value, indent)
        else:
            out.print(f"{indent}{escape(key)}: {escape('–' if value is None else str(value))}")


def _print_rows(out: Console, rows: list[dict[str, Any]], indent: str) -> None:
    """Print a table, or one thing after the other where the terminal is too narrow for it."""
    cells = [["–" if cell is None else str(cell) for cell in row.values()] for row in rows]
    if _width([list(rows[0]), *cells]) > out.width:
        for number, row in enumerate(rows):
            if number:
                out.print()
            _print_data(row, indent + "  ")
        return
    shown = table(*rows[0])
    for each in cells:
        shown.add_row(*map(escape, each))
    out.print(shown)


def _width(rows: list[list[str]]) -> int:
    return sum(max(map(cell_len, column)) + 2 for column in zip(*rows, strict=True))


def why_command(
    directory: DirArgument,
    act: Annotated[str, typer.Argument(help="The act's number in the record.", metavar="ID")],
    lang: LangOption = SYSTEM_LANGUAGE,
    json: JsonOption = False,
    full: FullOption = False,
    whole: Annotated[bool, typer.Option("--whole", help="Also print the entry as it was signed.")] = False,
) -> None:
    """Say why an act was admitted or refused: articles, requirements with their numbers, and what would have helped."""
    if not act.isdecimal():
        raise RecordError(msg("{act} is not the number of an act; mandat log lists them")(act=repr(act)))
    reader = RecordReader(open_directory(directory))
    found = next((entry for entry in reader.entries() if entry.judged.index == int(act)), None)
    if found is None:
        raise RecordError(
            msg(
                "there is no act {act} in this record; mandat log lists them (some numbers are notes of the server)"
            )(act=act)
        )
    words = describe(found.judged.ruling, reader.fold.state.law.books, lang)
    if json:
        say_json(
            {
                **_row(found),
                **ruling_json(found.judged.ruling, words),
                "entry": found.raw.decode() if whole else None,
            }
        )
        return
    print_ruling(words, _title(found), lang, full=full)
    if whole:
        console().print("\n" + found.raw.decode(), markup=False)


def log_command(
    directory: DirArgument,
    refused: Annotated[bool, typer.Option("--refused", help="Only refused acts.")] = False,
    last: Annotated[int | None, typer.Option("--last", help="Only the last N.", min=1)] = None,
    json: JsonOption = False,
) -> None:
    """List the acts of a record in order: number, time, act, signers, outcome."""
    entries = (
        e
        for e in RecordReader(open_directory(directory)).entries()
        if not (refused and e.judged.ruling.admitted)
    )
    rows = list(deque((_row(entry) for entry in entries), maxlen=last))
    if json:
        say_json(rows)
        return
    shown = table("no", "at", "act", "signed by", "outcome")
    for row in rows:
        style = "" if row["outcome"] == "admitted" else "[red]"
        shown.add_row(
            str(row["index"]),
            row["at"],
            row["act"],
            escape(", ".join(row["signers"])),
            f"{style}{row['outcome']}",
        )
    console().print(shown)


def _row(entry: ReadEntry) -> dict[str, Any]:
    submission = entry.judged.submission
    return {
        "index": entry.judged.index,
        "at": instant(entry.at),
        "act": entry.name,
        "signers": list(entry.signers),
        "sealed": submission is not None and submission.sealed,
        "outcome": entry.judged.ruling.outcome,
    }


def _title(entry: ReadEntry) -> str:
    by = ", ".join(entry.signers) or "server"
    return f"#{entry.judged.index} {entry.name}  {by}  {instant(entry.at)}"
