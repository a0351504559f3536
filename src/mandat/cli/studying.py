"""``mandat study``: how well, how fast, at what effort the bodies of a bylaws file follow the members."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from mandat.bylaws.telling.explaining import Supposed
from mandat.cli.bylaws_files import read_bylaws, read_text
from mandat.cli.explaining import supposed_from
from mandat.cli.speech import SYSTEM_LANGUAGE, JsonOption, LangOption, console, fail, say_json
from mandat.cli.study_answers import as_json, print_found
from mandat.cli.study_cases import study_case
from mandat.cli.study_record import study_record
from mandat.cli.validating_study import validate
from mandat.language import Language, msg
from mandat.study.comparing.frontier import neighbours
from mandat.study.comparing.sensitivity import around, swings
from mandat.study.comparing.study import StudyAsked, outcomes, varied
from mandat.study.comparing.varying import assumption, ranged
from mandat.study.errors import StudyError
from mandat.study.measures.certain import certain
from mandat.study.opinions.assumed import Assumptions
from mandat.study.reports import words
from mandat.study.reports.summary import StudyFound, more_runs
from mandat.study.reports.writing import write_all
from mandat.study.simulation.running import Timing
from mandat.study.work.doing import done
from mandat.study.work.kept import Kept
from mandat.study.work.tasks import Done, Variant, prepared

BylawsArgument = Annotated[
    list[Path] | None,
    typer.Argument(
        help="Bylaws to study and compare: files, rulebook:NAME or template:NAME.", metavar="BYLAWS..."
    ),
]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("study", epilog="Example: mandat study bylaws.toml --suppose section=40x100 --out study")(
        study
    )


def study(
    bylaws: BylawsArgument = None,
    validated: Annotated[
        bool,
        typer.Option("--validate", help="Compare the program with results known exactly, and nothing else."),
    ] = False,
    suppose: Annotated[
        list[str] | None,
        typer.Option("--suppose", help="How many bodies with how many members, as section=12x100."),
    ] = None,
    assume: Annotated[
        list[str] | None,
        typer.Option("--assume", help="An assumption about people, as turnout=0.6 or opinion=voter."),
    ] = None,
    vary: Annotated[
        list[str] | None,
        typer.Option(
            "--vary",
            help="A range of a key of the bylaws or of an assumption, as congress.recall.confidence=1/3..2/3.",
        ),
    ] = None,
    sensitivity: Annotated[
        bool,
        typer.Option(
            "--sensitivity", help="Instead: how much each assumption matters, one changed at a time."
        ),
    ] = False,
    alone: Annotated[
        bool,
        typer.Option(
            "--alone", help="Only the bylaws as they are, without the neighbours that make the frontier."
        ),
    ] = False,
    top: Annotated[
        str | None,
        typer.Option(
            "--top",
            help="The body whose fidelity is measured. Else the congress, or the body furthest from the base.",
        ),
    ] = None,
    years: Annotated[float, typer.Option("--years", help="How long a run lasts.")] = 10.0,
    days: Annotated[float, typer.Option("--days", help="How long a step is.")] = 7.0,
    runs: Annotated[int, typer.Option("--runs", help="How many independent runs of each rulebook.")] = 10,
    seed: Annotated[int, typer.Option("--seed", help="From which every random number follows.")] = 1,
    half: Annotated[
        float | None,
        typer.Option("--interval", help="How exact the mean gap must be, as 0.01 for ± 1 per cent."),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", help="A folder for summary, pictures, tables, and the runs themselves."),
    ] = None,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with the study in that folder.")] = False,
    workers: Annotated[
        int | None, typer.Option("--workers", help="How many processes. Else one for each core.")
    ] = None,
    dask: Annotated[
        str | None, typer.Option("--dask", help="A Dask scheduler that does the runs, as tcp://host:8786.")
    ] = None,
    record: Annotated[
        Path | None,
        typer.Option(
            "--record",
            help="Instead: the fidelity of a federation from its own record, and the same acts under BYLAWS.",
        ),
    ] = None,
    case: Annotated[
        str | None,
        typer.Option(
            "--case",
            help="Instead: moscow-1917, lists-1917, petrograd-1917, thresholds or petitions, run again.",
        ),
    ] = None,
    vote: Annotated[
        str | None,
        typer.Option(
            "--vote", help="With --record: unroll the vote on this motion to the members it stood for."
        ),
    ] = None,
    json: JsonOption = False,
    lang: LangOption = SYSTEM_LANGUAGE,
) -> None:
    """Measure how well, how fast and at what effort the bodies follow the members.

    Exit code 0; 1: a validation failed, the interval is wider than asked, or the study was interrupted; 2: refused.
    """
    if validated:
        raise typer.Exit(0 if validate(seed, json=json) else 1)
    if record is not None:
        study_record(record, bylaws or [], vote, lang, json=json)
        return
    if case is not None:
        study_case(case, bylaws or [], supposed_from(suppose), lang, json=json)
        return
    if not bylaws:
        raise StudyError(msg("name a bylaws file to study (or template:federation), or say --validate"))
    if resume and out is None:
        raise StudyError(msg("--resume goes on with the study in a folder: name it with --out"))
    supposed = supposed_from(suppose)
    asked = StudyAsked(
        variants=_variants(bylaws, vary or [], _assumed(assume or []), sensitivity=sensitivity, alone=alone),
        assumed=_assumed(assume or []),
        timing=Timing(years=years, days=days),
        runs=runs,
        seed=seed,
        sizes=tuple(sorted(supposed.sizes.items())),
        top=top,
    )
    say = lang
    results = _results(asked, out, say, resume=resume, workers=workers, dask=dask, quiet=json)
    found = _found(asked, results, supposed, sensitivity=sensitivity)
    _say(found, results, out, say, json=json)
    wanted = None if half is None else more_runs(found.outcomes, half, say)
    if wanted is not None:
        fail(wanted)
        raise typer.Exit(1)


def _assumed(texts: list[str]) -> Assumptions:
    found = Assumptions()
    for text in texts:
        key, _, value = text.partition("=")
        changed = assumption(found, key.strip(), value.strip())
        if changed is None:
            names = ", ".join(Assumptions.__dataclass_fields__)
            raise StudyError(
                msg("there is no assumption {key}; there are: {names}")(key=repr(key), names=names)
            )
        found = changed
    return found


def _variants(
    paths: list[Path], ranges: list[str], assumed: Assumptions, *, sensitivity: bool, alone: bool
) -> tuple[Variant, ...]:
    named: dict[str, Variant] = {}
    for path in paths:
        read_bylaws(path)  # so that faults are said with the file's name
        name = path.stem if path.stem not in named else str(path)
        named[name] = Variant(name, read_text(path).decode())
    base = tuple(named.values())
    if sensitivity:
        if len(base) > 1 or ranges:
            raise StudyError(
                msg("--sensitivity is of one rulebook as it is: leave out the others, and --vary")
            )
        return tuple(around(base[0], assumed))
    if ranges:
        return varied(base, [ranged(text) for text in ranges])
    if len(base) > 1 or alone:
        return base
    return tuple(neighbours(base[0], read_bylaws(paths[0])))


def _results(
    asked: StudyAsked,
    out: Path | None,
    say: Language,
    *,
    resume: bool,
    workers: int | None,
    dask: str | None,
    quiet: bool,
) -> list[Done]:
    """Do what is left to do; what is done is kept even when somebody interrupts."""
    tasks = asked.tasks()
    for variant in asked.variants:
        prepared(
            variant, asked.assumed, asked.sizes, asked.top
        )  # refuse what cannot be studied before any run
    kept = None if out is None else Kept(out, tasks, resume=resume)
    found = {} if kept is None else kept.found
    left = list(tasks) if kept is None else kept.left
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console(), transient=True, disable=quiet) as bar:
        task = bar.add_task("", total=len(tasks), completed=len(found))
        try:
            with closing(done(left, workers, dask)) as arriving:
                for each in arriving:
                    found[each.number] = each
                    if kept is not None:
                        kept.keep(each)
                    bar.advance(task)
        except KeyboardInterrupt:
            fail(words.INTERRUPTED.text(say, made=len(found), all=len(tasks)))
            raise typer.Exit(1) from None
    return [found[number] for number in sorted(found)]


def _found(asked: StudyAsked, results: list[Done], supposed: Supposed, *, sensitivity: bool) -> StudyFound:
    plan, _ = prepared(asked.variants[0], asked.assumed, asked.sizes, asked.top)
    seen = outcomes(results, [variant.name for variant in asked.variants])
    return StudyFound(
        asked, plan, certain(plan, supposed), seen, swings(seen, asked.assumed) if sensitivity else ()
    )


def _say(found: StudyFound, results: list[Done], out: Path | None, say: Language, *, json: bool) -> None:
    files = [] if out is None else write_all(found, results, out)
    if json:
        say_json(as_json(found))
        return
    print_found(found, say)
    if files:
        console().print(words.WRITTEN.text(say, files=", ".join(path.name for path in files)))
