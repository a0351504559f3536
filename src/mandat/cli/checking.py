"""``mandat check``: what a bylaws file says and what is wrong with it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.console import Console
from rich.markup import escape
from rich.tree import Tree

from mandat.bylaws.findings import check
from mandat.bylaws.findings.finding import Finding
from mandat.bylaws.findings.unenforced import Unenforced, unenforced
from mandat.bylaws.model import Bylaws
from mandat.bylaws.reading.faults import BylawsErrors
from mandat.bylaws.telling.explaining import Supposed, answers, power_table
from mandat.bylaws.telling.tree import Branch, outline
from mandat.cli.bylaws_files import read_bylaws
from mandat.cli.explaining import print_answers, print_powers, supposed_from
from mandat.cli.printing import print_bylaws
from mandat.cli.speech import SYSTEM_LANGUAGE, JsonOption, LangOption, console, fail, say_json
from mandat.language import Language, msg

_LEVEL = {"error": msg("error"), "warning": msg("warning"), "note": msg("note")}
_STYLE = {"error": "red", "warning": "yellow", "note": "dim"}
_FINDINGS = msg("Findings")
_NONE = msg("Findings: nothing found")
_UNENFORCED = msg("Keys that no act enforces yet")
_ENFORCED = msg("Keys that no act enforces yet: every key used is enforced")
_ARTICLE = msg("art. {article}")
_PLACE = msg("{article} (line {line}): {what}")
_LINE = msg("line {line}: {key}")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("check", epilog="Example: mandat check bylaws.toml --lang fr")(check_command)


def check_command(
    bylaws: Annotated[
        Path, typer.Argument(help="The bylaws file, or rulebook:NAME, or template:NAME.", metavar="BYLAWS")
    ],
    print_to: Annotated[
        Path | None,
        typer.Option("--print", help="Write the bylaws as numbered articles: a .html or .pdf file."),
    ] = None,
    suppose: Annotated[
        list[str] | None,
        typer.Option(
            help="For the last question: how many bodies with how many members, as section=12x100.",
            metavar="KIND=BODIESxMEMBERS",
        ),
    ] = None,
    lang: LangOption = SYSTEM_LANGUAGE,
    json: JsonOption = False,
) -> None:
    """Explain a bylaws file: the federation as a tree, who can do what, who answers to whom, and what is wrong with it.

    Exit code 0: it can be used; 1: the checker finds an error; 2: the file cannot be read.
    """
    spoken = lang
    sizes = supposed_from(suppose)
    try:
        loaded = read_bylaws(bylaws)
    except BylawsErrors as errors:
        if json:
            say_json(
                {
                    "faults": [
                        {**msgspec.to_builtins(f), "what": f.what(spoken), "remedy": f.remedy(spoken)}
                        for f in errors.faults
                    ]
                }
            )
        else:
            fail(errors.text(spoken))
        raise typer.Exit(2) from errors
    findings, loose = check(loaded), unenforced(loaded)
    branches = outline(loaded, spoken)
    if json:
        said = [
            {**msgspec.to_builtins(f), "what": f.what(spoken), "remedy": f.remedy(spoken)} for f in findings
        ]
        say_json(
            {
                "tree": branches,
                "powers": power_table(loaded, spoken),
                "answers": answers(loaded, sizes, spoken),
                "findings": said,
                "unenforced": [each._asdict() for each in loose],
            }
        )
    else:
        title = loaded.title.get(spoken) or loaded.title.get("") or loaded.id
        _print_tree(console(), title, branches)
        _print_explanation(console(), loaded, sizes, spoken)
        _print(console(), findings, loose, spoken)
    if print_to is not None:
        print_bylaws(loaded, print_to, spoken)
    if any(finding.level == "error" for finding in findings):
        raise typer.Exit(1)


def _print_tree(out: Console, title: str, branches: tuple[Branch, ...]) -> None:
    tree = Tree(f"[bold]{escape(title)}[/]")
    for branch in branches:
        _grow(tree, branch)
    out.print(tree)


def _print_explanation(out: Console, bylaws: Bylaws, sizes: Supposed, lang: Language) -> None:
    print_powers(out, power_table(bylaws, lang), lang)
    print_answers(out, answers(bylaws, sizes, lang), lang)


def _print(
    out: Console, findings: tuple[Finding, ...], loose: tuple[Unenforced, ...], lang: Language
) -> None:
    out.print(f"\n[bold]{(_FINDINGS if findings else _NONE).text(lang)}[/]")
    for found in findings:
        article = _ARTICLE.text(lang, article=found.article) if found.article else found.rule
        said = _PLACE.text(lang, article=article, line=str(found.line), what=found.what(lang))
        out.print(f"  [{_STYLE[found.level]}]{_LEVEL[found.level].text(lang)}[/] {escape(said)}")
        out.print(f"      {escape(found.remedy(lang))}", style="italic")
    out.print(f"\n[bold]{(_UNENFORCED if loose else _ENFORCED).text(lang)}[/]")
    for each in loose:
        out.print(f"  {escape(_LINE.text(lang, line=str(each.line), key=each.key))}", style="dim")


def _grow(tree: Tree, branch: Branch) -> None:
    article = f" [dim]art. {escape(branch.article)}[/]" if branch.article else ""
    node = tree.add(f"[bold]{escape(branch.title)}[/]  {escape(branch.text)}{article}")
    for child in branch.branches:
        _grow(node, child)
