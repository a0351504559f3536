"""The explanation of a bylaws file: the table of powers, and the answers to what a person asks."""

from __future__ import annotations

from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from mandat.bylaws.telling.explaining import Explained, PowerRow, Supposed, say
from mandat.federation.asking import AskError
from mandat.language import Language, told


def supposed_from(texts: list[str] | None) -> Supposed:
    """Read ``KIND=BODIESxMEMBERS`` options."""
    try:
        return Supposed(dict(map(Supposed.parse, texts or ())))
    except ValueError as error:
        raise AskError(told(error)) from error


def print_powers(out: Console, rows: tuple[PowerRow, ...], lang: Language) -> None:
    """Print who can do what, who must agree, and who can undo it."""
    if not rows:
        return
    out.print(f"\n[bold]{say(lang, 'powers')}[/]")
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for key in ("power", "can", "agree", "undo"):
        table.add_column(say(lang, key), overflow="fold")
    for row in rows:
        name = escape(row.title) + (f"\n[dim]art. {escape(row.article)}[/]" if row.article else "")
        table.add_row(name, *(_cell(cell, lang) for cell in (row.can, row.agree, row.undo)))
    out.print(table)


def _cell(texts: tuple[str, ...], lang: Language) -> str:
    return escape("\n".join(texts)) if texts else f"[dim]{say(lang, 'nobody')}[/]"


def print_answers(out: Console, found: tuple[Explained, ...], lang: Language) -> None:
    """Print each question with its answer."""
    out.print(f"[bold]{say(lang, 'questions')}[/]")
    for answer in found:
        out.print(f"  [bold]{escape(answer.asks)}[/] {escape(answer.says)}")
        for line in answer.lines:
            out.print(f"      {escape(line)}")
