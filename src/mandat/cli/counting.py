"""``mandat count``: count a ballot file by a rule."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.cells import cell_len
from rich.console import Console
from rich.markup import escape, render

from mandat import counting
from mandat.cli.all_outcomes import outcomes_json, print_outcomes
from mandat.cli.comparing import compared, print_comparison
from mandat.cli.counting_words import words
from mandat.cli.paper_findings import print_findings
from mandat.cli.reading_ballots import BallotFile, read_ballots
from mandat.cli.rule_parameters import parameters
from mandat.cli.speech import SYSTEM_LANGUAGE, JsonOption, LangOption, console, say_json, table
from mandat.cli.undecided import end_undecided
from mandat.cli.what_if import WhatIf, print_change, what_if
from mandat.counting import Ballots, Count, CountingError
from mandat.counting.rendering import consequences_in_words, papers_in_words, question_in_words
from mandat.language import Language, Phrases, msg


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("count", epilog="Example: mandat count ward.blt --rule stv-scottish --json")(count_command)


def count_command(
    file: Annotated[
        Path | None,
        typer.Argument(
            help="Ballots: BLT, PrefLib, CSV, XLSX, cast vote records …; packed ones and folders too.",
            metavar="FILE",
        ),
    ] = None,
    rule: Annotated[
        list[str] | None,
        typer.Option("--rule", help="The counting rule (stv-scottish if not given); see --rules."),
    ] = None,
    seats: Annotated[
        int | None, typer.Option("--seats", help="Seats to fill (else what the file says).", min=1)
    ] = None,
    lot: Annotated[
        list[int] | None, typer.Option("--lot", help="The candidate a lot fell on, in the order asked.")
    ] = None,
    tie_order: Annotated[
        str | None,
        typer.Option(
            "--tie-order",
            help="Candidates by number, the favoured first: answers every lot.",
            metavar="NUMBERS",
        ),
    ] = None,
    given: Annotated[
        list[str] | None,
        typer.Option("--with", help="A parameter of the rule, such as default=9.", metavar="NAME=VALUE"),
    ] = None,
    compare: Annotated[
        bool, typer.Option("--compare", help="Show several rules side by side; name them with --rule.")
    ] = False,
    what_if_: Annotated[
        bool, typer.Option("--what-if", help="Count again with other --seats or without candidates.")
    ] = False,
    withdraw: Annotated[
        list[int] | None, typer.Option("--withdraw", help="With --what-if: a candidate who does not stand.")
    ] = None,
    findings: Annotated[
        bool,
        typer.Option(
            "--findings", help="List the papers not marked 1, 2, 3 …, and what the rule makes of each."
        ),
    ] = False,
    all_outcomes: Annotated[
        bool, typer.Option("--all-outcomes", help="List every result that lots can lead to, with its chance.")
    ] = False,
    contest: Annotated[
        str | None, typer.Option("--contest", help="Which contest of a file with several.", metavar="NAME")
    ] = None,
    candidates: Annotated[
        Path | None,
        typer.Option(
            "--candidates",
            help="The candidates in the order of the paper, for files with numbers: a name a line, or a table.",
            metavar="FILE",
        ),
    ] = None,
    html: Annotated[
        Path | None,
        typer.Option(
            "--html", help="Also write the count as a page with its transfer diagram.", metavar="FILE"
        ),
    ] = None,
    rules: Annotated[
        bool, typer.Option("--rules", help="List all rules with the texts they follow.")
    ] = False,
    json: JsonOption = False,
    lang: LangOption = SYSTEM_LANGUAGE,
) -> None:
    """Count ballots exactly as a rule says, with every stage.

    A tie that the rule settles by lot ends the count with the question; answer it with --lot.

    Exit code 0: counted; 1: a lot has to decide; 2: these ballots cannot be counted so.
    """
    spoken = lang
    if rules:
        _print_rules(json, spoken)
        return
    _check(
        file,
        rule or [],
        compare=compare,
        what_if=what_if_,
        withdraw=withdraw or [],
        lots=lot or [],
        html=html,
        all_outcomes=all_outcomes,
        tie_order=tie_order,
    )
    assert file is not None
    names = rule or ([] if compare else ["stv-scottish"])
    wanted = BallotFile(file, contest, candidates)
    told, lots = parameters(given or []), tuple(lot or ())
    if findings:
        print_findings(wanted, (names or ["stv-scottish"])[0], spoken, json=json, seats=seats, told=told)
        return
    ballots = read_ballots(wanted, names, spoken)
    places = _places(seats, ballots, file)
    if compare:
        shown = compared(ballots, places, names, told)
        say_json(shown.to_json()) if json else print_comparison(shown, spoken)
    elif all_outcomes:
        found = counting.outcomes(names[0], ballots, places, lots=lots, **told)
        say_json(outcomes_json(ballots, found)) if json else print_outcomes(console(), ballots, found, spoken)
    elif what_if_:
        change = what_if(names[0], ballots, seats, withdraw or [], lots, told)
        say_json(change.to_json()) if json else _print_what_if(change, ballots, spoken)
        end_undecided(change.after.question, spoken, "draw", json=json)
    else:
        if tie_order is None:
            result = counting.count(names[0], ballots, places, lots=lots, **told)
        else:
            result = counting.count_in_order(names[0], ballots, places, _order(tie_order), **told)
        if html is not None:
            html.write_text(
                counting.render_html(result, title=ballots.title, language=spoken), encoding="utf-8"
            )
        say_json(result.to_json()) if json else _print_count(console(), ballots, result, spoken)
        end_undecided(result.question, spoken, "draw", json=json)


def _check(
    file: Path | None,
    rule: list[str],
    *,
    compare: bool,
    what_if: bool,
    withdraw: list[int],
    lots: list[int],
    html: Path | None,
    all_outcomes: bool,
    tie_order: str | None,
) -> None:
    if file is None:
        raise CountingError(msg("name a ballot file, or ask for the list of rules with --rules"))
    if not file.exists():
        raise CountingError(msg("there is no file {file}")(file=str(file)))
    if all_outcomes and (compare or what_if or html is not None):
        raise CountingError(msg("--all-outcomes lists the results of one count: leave the other views out"))
    if tie_order is not None and (compare or what_if or all_outcomes or lots):
        raise CountingError(
            msg("--tie-order answers the lots of one count: leave --lot and the other views out")
        )
    if html is not None and (compare or what_if):
        raise CountingError(msg("--html shows one count: leave --compare and --what-if out"))
    if compare and (what_if or lots):
        raise CountingError(msg("--compare counts the ballots as cast: leave --what-if and --lot out"))
    if withdraw and not what_if:
        raise CountingError(msg("a candidate who withdraws makes another election: add --what-if"))
    if len(rule) > 1 and not compare:
        raise CountingError(msg("several rules are shown side by side with --compare"))


def _places(seats: int | None, ballots: Ballots, file: Path) -> int:
    """The seats told, or what the file says; a budget has room for all its projects."""
    projects = None if ballots.projects is None else len(ballots.candidates)
    places = seats or ballots.seats or projects
    if places is None:
        raise CountingError(msg("{file} does not say how many seats there are: give --seats")(file=str(file)))
    return places


def _order(tie_order: str) -> tuple[int, ...]:
    """The numbers of `--tie-order`, as in 3,1,2."""
    parts = [part.strip() for part in tie_order.split(",")]
    if not all(part.isdecimal() for part in parts):
        raise CountingError(
            msg("the tie order {order} must be candidate numbers with commas between them")(
                order=repr(tie_order)
            )
        )
    return tuple(map(int, parts))


def _print_rules(json: bool, lang: Language) -> None:
    known = counting.rules().values()
    if json:
        say_json([{"name": r.name, "title": r.title, "text": r.text, "kind": r.kind} for r in known])
        return
    say = words(lang)
    shown = table(say("rule"), say("title"), say("text"))
    for each in known:
        shown.add_row(each.name, escape(each.title), escape(each.text))
    console().print(shown)


def _print_what_if(change: WhatIf, ballots: Ballots, lang: Language) -> None:
    out = console()
    print_change(out, change, ballots, lang)
    _print_count(out, ballots, change.after, lang)


def _print_count(out: Console, ballots: Ballots, result: Count, lang: Language) -> None:
    say = words(lang)
    quota = "" if result.quota is None else f"  {say('quota')} {result.decimal(result.quota)}"
    title = escape(ballots.title or say("count"))
    out.print(f"[bold]{title}[/]  {result.rule}  {say('seats')} {result.seats}{quota}")
    out.print(f"  {papers_in_words(result, lang)}")
    _print_stages(out, result, say)
    for place, each in enumerate(result.elected, 1):
        out.print(f"  {place}. {escape(each.name)} ({say('stage')} {each.stage})")
    for tie in result.ties:
        names = escape(", ".join(result.names[number - 1] for number in tie.candidates))
        place_ = say("tie at stage", stage=tie.stage)
        chosen, how = escape(result.names[tie.chosen - 1]), _how(tie.how, say)
        out.print(f"  {place_} ({escape(tie.paragraph)}): {names} → {chosen} ({how})")
    if result.question is not None:
        out.print(f"[yellow]{escape(question_in_words(result.question, lang))}[/]")
        for sentence in consequences_in_words(result.question, result.names, lang):
            out.print(f"  {escape(sentence)}")
        out.print(f"  {say('draw')}")
    elif len(result.elected) < result.seats and counting.rule(result.rule).kind != "budget":
        left = any(n not in result.winners for n in ballots.standing) and not result.winners
        key = "nobody voted" if left and not any(result.stages[0].totals) else "empty"
        empty = say(key, seats=result.seats - len(result.elected), places=result.seats)
        out.print(f"[yellow]  {empty}[/]")


def _how(how: str, say: Phrases) -> str:
    """What settled a tie: the lot, or the votes at a stage."""
    stage = how.removeprefix("stage ")
    return say("by stage", stage=stage) if stage != how else (say(how) if how in say else how)


def _print_stages(out: Console, result: Count, say: Phrases) -> None:
    """Print the stages side by side, in several tables where the terminal is too narrow for one."""
    fate = {e.candidate: f"[green]{say('elected')} {e.stage}[/]" for e in result.elected}
    fate.update({e.candidate: f"{say('out')} {e.stage}" for e in result.excluded})
    names = [f"{number} {name}" for number, name in enumerate(result.names, 1)]
    rest = max(map(cell_len, names)) + max(
        (cell_len(render(text).plain) for text in fate.values()), default=0
    )
    widest = max((len(result.decimal(total)) for stage in result.stages for total in stage.totals), default=0)
    many = max(1, (out.width - rest - 4) // (widest + 2))
    for first in range(0, max(1, len(result.stages)), many):
        stages = result.stages[first : first + many]
        shown = table("", *(str(stage.number) for stage in stages), "")
        for column in shown.columns[1:-1]:
            column.justify, column.no_wrap = "right", True
        last = first + many >= len(result.stages)
        for number, name in enumerate(names, 1):
            totals = (result.decimal(stage.totals[number - 1]) for stage in stages)
            shown.add_row(escape(name), *totals, fate.get(number, "") if last else "")
        out.print(shown)
