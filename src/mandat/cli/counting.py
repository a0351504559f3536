"""``mandat count``: count a ballot file by a rule."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import typer

from mandat import counting
from mandat.cli.all_outcomes import outcomes_json, print_outcomes
from mandat.cli.comparing import compared, print_comparison
from mandat.cli.counting_options import (
    AllOutcomesOption,
    CandidatesOption,
    CompareOption,
    ContestOption,
    FileArgument,
    FindingsOption,
    GivenOption,
    HtmlOption,
    LotsOption,
    RuleListOption,
    RulesOption,
    SeatsOption,
    TieOrderOption,
    WhatIfOption,
    WhyOption,
    WithdrawOption,
)
from mandat.cli.counting_shown import print_count, print_rules, print_what_if
from mandat.cli.paper_findings import print_findings
from mandat.cli.reading_ballots import BallotFile, read_ballots
from mandat.cli.rule_parameters import parameters
from mandat.cli.speech import SYSTEM_LANGUAGE, JsonOption, LangOption, console, say_json
from mandat.cli.undecided import end_undecided
from mandat.cli.what_if import what_if
from mandat.cli.why import print_why, why_json
from mandat.counting import Ballots, Count, CountingError
from mandat.counting.result import Parameter
from mandat.language import Language, msg


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("count", epilog="Example: mandat count ward.blt --rule stv-scottish --json")(count_command)


def count_command(
    file: FileArgument = None,
    rule: RulesOption = None,
    seats: SeatsOption = None,
    lot: LotsOption = None,
    tie_order: TieOrderOption = None,
    given: GivenOption = None,
    compare: CompareOption = False,
    what_if_: WhatIfOption = False,
    withdraw: WithdrawOption = None,
    findings: FindingsOption = False,
    all_outcomes: AllOutcomesOption = False,
    why: WhyOption = None,
    contest: ContestOption = None,
    candidates: CandidatesOption = None,
    html: HtmlOption = None,
    rules: RuleListOption = False,
    json: JsonOption = False,
    lang: LangOption = SYSTEM_LANGUAGE,
) -> None:
    """Count ballots exactly as a rule says, with every stage.

    A tie that the rule settles by lot ends the count with the question; answer it with --lot.

    Exit code 0: counted; 1: a lot has to decide; 2: these ballots cannot be counted so.
    """
    if rules:
        print_rules(json, lang)
        return
    views = {
        "--findings": findings,
        "--compare": compare,
        "--all-outcomes": all_outcomes,
        "--what-if": what_if_,
        "--why": bool(why),
    }
    asked = _WantedCount(
        file=_file(file),
        rules=rule or ([] if compare else ["stv-scottish"]),
        seats=seats,
        lots=tuple(lot or ()),
        tie_order=tie_order,
        told=parameters(given or []),
        views=tuple(view for view, wanted in views.items() if wanted),
        withdrawn=withdraw or [],
        why=why or [],
        about=BallotFile(file or Path(), contest, candidates),
        html=html,
        json=json,
        language=lang,
    )
    asked.check()
    asked.carry_out()


def _file(file: Path | None) -> Path:
    if file is None:
        raise CountingError(msg("name a ballot file, or ask for the list of rules with --rules"))
    if not file.exists():
        raise CountingError(msg("there is no file {file}")(file=str(file)))
    return file


@dataclass(frozen=True)
class _WantedCount:
    """What the command line asks for, before it is tried. `views` are the options that show something else than the count."""

    file: Path
    rules: list[str]
    seats: int | None
    lots: tuple[int, ...]
    tie_order: str | None
    told: dict[str, Parameter]
    views: tuple[str, ...]
    withdrawn: list[int]
    why: list[str]
    about: BallotFile
    html: Path | None
    json: bool
    language: Language

    def check(self) -> None:
        """Refuse what does not go together, in a sentence."""
        others = set(self.views) - {"--findings"}
        if "--all-outcomes" in others and (len(others) > 1 or self.html is not None):
            raise CountingError(
                msg("--all-outcomes lists the results of one count: leave the other views out")
            )
        if self.tie_order is not None and (others - {"--why"} or self.lots):
            raise CountingError(
                msg("--tie-order answers the lots of one count: leave --lot and the other views out")
            )
        if self.html is not None and others & {"--compare", "--what-if"}:
            raise CountingError(msg("--html shows one count: leave --compare and --what-if out"))
        if "--compare" in others and ("--what-if" in others or self.lots):
            raise CountingError(msg("--compare counts the ballots as cast: leave --what-if and --lot out"))
        if "--why" in others and len(others) > 1:
            raise CountingError(msg("--why explains one count: leave --compare and --what-if out"))
        if self.withdrawn and "--what-if" not in others:
            raise CountingError(msg("a candidate who withdraws makes another election: add --what-if"))
        if len(self.rules) > 1 and "--compare" not in others:
            raise CountingError(msg("several rules are shown side by side with --compare"))

    def carry_out(self) -> None:
        """Show what was asked for; the count itself where no other view was."""
        shown: dict[str, Callable[[], None]] = {
            "--findings": self._findings,
            "--compare": self._comparison,
            "--all-outcomes": self._outcomes,
            "--what-if": self._what_if,
        }
        for view, show in shown.items():
            if view in self.views:
                show()
                return
        self._count()

    @cached_property
    def _ballots(self) -> Ballots:
        return read_ballots(self.about, self.rules, self.language)

    @property
    def _places(self) -> int:
        """The seats told, or what the file says; a budget has room for all its projects."""
        ballots = self._ballots
        projects = None if ballots.projects is None else len(ballots.candidates)
        places = self.seats or ballots.seats or projects
        if places is None:
            raise CountingError(
                msg("{file} does not say how many seats there are: give --seats")(file=str(self.file))
            )
        return places

    def _findings(self) -> None:
        rule = self.rules[0] if self.rules else "stv-scottish"
        print_findings(self.about, rule, self.language, json=self.json, seats=self.seats, told=self.told)

    def _comparison(self) -> None:
        shown = compared(self._ballots, self._places, self.rules, self.told)
        say_json(shown.to_json()) if self.json else print_comparison(shown, self.language)

    def _outcomes(self) -> None:
        found = counting.outcomes(self.rules[0], self._ballots, self._places, lots=self.lots, **self.told)
        if self.json:
            say_json(outcomes_json(self._ballots, found))
        else:
            print_outcomes(console(), self._ballots, found, self.language)

    def _what_if(self) -> None:
        _ = self._places
        change = what_if(self.rules[0], self._ballots, self.seats, self.withdrawn, self.lots, self.told)
        say_json(change.to_json()) if self.json else print_what_if(change, self._ballots, self.language)
        end_undecided(change.after.question, self.language, "draw", json=self.json)

    def _count(self) -> None:
        result, ballots = self._counted(), self._ballots
        if self.html is not None:
            page = counting.render_html(result, title=ballots.title, language=self.language, ballots=ballots)
            self.html.write_text(page, encoding="utf-8")
        if self.why:
            self._why(result)
        elif self.json:
            say_json(result.to_json())
        else:
            print_count(console(), ballots, result, self.language)
        end_undecided(result.question, self.language, "draw", json=self.json)

    def _counted(self) -> Count:
        if self.tie_order is None:
            return counting.count(self.rules[0], self._ballots, self._places, lots=self.lots, **self.told)
        order = _order(self.tie_order)
        return counting.count_in_order(self.rules[0], self._ballots, self._places, order, **self.told)

    def _why(self, result: Count) -> None:
        if self.json:
            say_json(why_json(result, self._ballots, self.why, self.language))
        else:
            print_why(console(), result, self._ballots, self.why, self.language)


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
