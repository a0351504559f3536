"""``mandat ask``: one rule of a bylaws file against given counts."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Annotated, Any

import typer

from mandat.bylaws.expression import MissingNumber, NumbersError
from mandat.bylaws.values.duration import Duration, DurationError
from mandat.cli.bylaws_files import read_bylaws
from mandat.cli.speech import (
    SYSTEM_LANGUAGE,
    JsonOption,
    LangOption,
    console,
    print_ground,
    say_json,
)
from mandat.federation.asking import Answer, AskError, ask
from mandat.federation.base.lookup import Lookup
from mandat.federation.base.rulebook import Rulebook
from mandat.federation.wording.ruling import describe_ground
from mandat.language import Language, Message, msg, told

_OUTCOMES: Mapping[str, Message] = {
    "carried": msg("carried"),
    "defeated": msg("defeated"),
    "no-quorum": msg("no quorum"),
    "tied": msg("tied"),
    "open": msg("open question"),
    "recalled": msg("recalled"),
    "not recalled": msg("not recalled"),
    "admitted": msg("admitted"),
    "refused": msg("refused"),
    "true": msg("true"),
    "false": msg("false"),
}
_READ = msg("read as “{choice}”: {value}")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "ask",
        epilog="Example: mandat ask bylaws.toml decision strike --given concerned=5255 voted=5046 yes=3014 cast=4900",
    )(ask_command)


def ask_command(
    bylaws: Annotated[Path, typer.Argument(help="The bylaws file.", metavar="BYLAWS")],
    kind: Annotated[
        str, typer.Argument(help="seats, decision, recall, convocation, support, or rule.", metavar="WHAT")
    ],
    name: Annotated[
        str, typer.Argument(help="The rule: a line such as region.delegates, a decision, a recall, a body.")
    ],
    more: Annotated[
        list[str] | None,
        typer.Argument(
            help="Counts as name=value (for “rule” the key first, for “support” which of several ways).",
            metavar="[NAME=VALUE]…",
        ),
    ] = None,
    given: Annotated[
        list[str] | None, typer.Option("--given", help="A count: name=value, quoted if it has spaces.")
    ] = None,
    group: Annotated[
        list[str] | None,
        typer.Option(
            "--group", help="Counts per body: kind=FILE.csv (first column the body, then a column per count)."
        ),
    ] = None,
    lang: LangOption = SYSTEM_LANGUAGE,
    json: JsonOption = False,
) -> None:
    """Ask one rule of a bylaws file what it gives for these counts, and why.

    No federation is needed. The very functions answer that judge acts. Exit code 0: answered; 2: it cannot be asked.
    """
    loose = list(more or ())
    key = loose.pop(0) if kind in ("rule", "support") and loose and "=" not in loose[0] else None
    numbers = {**dict(map(_pair, [*(given or ()), *loose])), **dict(map(_group, group or ()))}
    loaded = read_bylaws(bylaws)
    try:
        answer = ask(loaded, kind, name, numbers, key)
    except MissingNumber as error:
        raise AskError(msg("{problem}. Give it with --given.")(problem=told(error))) from error
    except NumbersError as error:
        raise AskError(told(error)) from error
    book = Rulebook(loaded)
    books = Lookup({book.version: book})
    words = [describe_ground(ground, books, lang) for ground in answer.grounds]
    if json:
        say_json({"answer": answer, "grounds": words})
        return
    out = console()
    out.print(f"[bold]{answer.rule}[/]" + (f"  art. {answer.article}" if answer.article else ""))
    for each in words:
        print_ground(out, each, lang)
    out.print(f"[bold]→ {_outcome(answer, lang)}[/]")
    for choice, value in answer.readings:
        out.print(f"    {_READ.text(lang, choice=choice, value=str(value))}")


def _outcome(answer: Answer, lang: Language) -> str:
    return _OUTCOMES[answer.outcome].text(lang) if answer.outcome in _OUTCOMES else answer.outcome


def _pair(text: str) -> tuple[str, Any]:
    """Read ``name=value``: a whole number, an exact fraction or decimal, a percentage, true or false, a duration, a label.

    ``weights by NAME=120,40,15`` gives what each of those entitled carries.
    """
    name, equals, value = text.rpartition("=")
    if not equals or not name:
        raise AskError(msg("{text} is not name=value, for instance yes=3014")(text=repr(text)))
    name = " ".join(name.split())
    if name.startswith("weights by "):
        return name, tuple(_value(each.strip()) for each in value.split(","))
    return name, _value(value.strip())


def _value(text: str) -> Any:
    if text in ("true", "false", "yes", "no"):
        return text in ("true", "yes")
    plain = text.replace("_", "").replace("\u202f", "")
    try:
        if plain.endswith("%"):
            return _whole(Fraction(plain[:-1]) / 100)
        return _whole(Fraction(plain))
    except (ValueError, ZeroDivisionError):
        pass
    try:
        return Duration.parse(text)
    except DurationError:
        return text


def _whole(value: Fraction) -> int | Fraction:
    return int(value) if value.denominator == 1 else value


def _group(text: str) -> tuple[str, Mapping[str, Mapping[str, Any]]]:
    name, equals, file = text.partition("=")
    if not equals or not Path(file).is_file():
        raise AskError(
            msg("{text} is not kind=FILE.csv with a file that exists, for instance county=counties.csv")(
                text=repr(text)
            )
        )
    with Path(file).open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.reader(lines))
    if not rows:
        raise AskError(msg("{file} is empty: its first line names the columns")(file=file))
    return name, {
        row[0]: {column: _value(cell) for column, cell in zip(rows[0][1:], row[1:], strict=False)}
        for row in rows[1:]
    }
