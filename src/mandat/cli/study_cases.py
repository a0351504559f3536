"""``mandat study --case NAME``: real cases with numbers, run again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path

from mandat.bylaws.telling.explaining import Supposed
from mandat.cli.bylaws_files import read_bylaws
from mandat.cli.speech import console, say_json, table
from mandat.language import Language, msg
from mandat.study.errors import StudyError
from mandat.study.history.cities import moscow
from mandat.study.history.lists import freezing
from mandat.study.history.petitions import curves, removals, settlement, taiwan
from mandat.study.history.swing import RULEBOOKS, swung
from mandat.study.reports.summary import share

CaseRows = list[dict[str, object]]
MOSCOW = msg(
    "Moscow 1917: three votes in five months. “stayed”: what part of "
    "those who stayed away is taken to think as in June."
)
LISTS = msg(
    "The lists of 1917: the left wing needed {needed} of the SR seats for a majority "
    "with the Bolsheviks; where voters could choose it had {seen}."
)
EXPLAINED = msg(
    "Later lists would have turned the majority, if voters elsewhere were like those who had the choice."
)
NOT_EXPLAINED = msg(
    "That lists were frozen before the split does not explain the result, unless "
    "voters elsewhere were {factor} times as much for the left wing."
)
THRESHOLDS = msg("Thresholds: what other rules would have given.")
PETITIONS = msg(
    "Petitions of recall: the week in which a threshold is reached, "
    "from the curve of the first two of six weeks."
)
PETROGRAD = msg(
    "Petrograd 1917: members move from the shares of August to those of "
    "November in twelve weeks; when do the Bolsheviks lead?"
)


def study_case(name: str, others: list[Path], supposed: Supposed, say: Language, *, json: bool) -> None:
    """Run a case and print it; raises ``StudyError`` for one that there is not."""
    if name not in CASES:
        raise StudyError(
            msg("there is no case {name}; there are: {cases}")(name=repr(name), cases=", ".join(CASES))
        )
    said, rows = CASES[name](others, supposed, say)
    if json:
        say_json({"case": name, "says": said, "rows": rows})
        return
    out = console()
    out.print("\n".join(said))
    shown = table(*rows[0]) if rows else table()
    for row in rows:
        shown.add_row(*(_cell(value) for value in row.values()))
    out.print(shown)


def _cell(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.3g}"
    return "–" if value is None else str(value)


def _moscow(others: list[Path], supposed: Supposed, say: Language) -> tuple[list[str], CaseRows]:
    del others, supposed
    return [MOSCOW.text(say)], [asdict(each) for each in moscow()]


def _lists(others: list[Path], supposed: Supposed, say: Language) -> tuple[list[str], CaseRows]:
    del others, supposed
    found, wider = freezing(), freezing(with_ukrainians=True)
    verdict = EXPLAINED.text(say) if wider.explains else NOT_EXPLAINED.text(say, factor=round(wider.factor))
    said = [LISTS.text(say, needed=share(found.needed), seen=share(found.seen)), verdict]
    return said, [
        {"splitting": who, **asdict(each), "factor": each.factor}
        for who, each in (("SR", found), ("SR + Ukrainian SR", wider))
    ]


def _thresholds(others: list[Path], supposed: Supposed, say: Language) -> tuple[list[str], CaseRows]:
    del others, supposed
    rows: CaseRows = [
        {"case": "Taiwan 2025, 7 seats", "rule": rule, "result": fallen} for rule, fallen in taiwan().items()
    ]
    rows += [
        {"case": "UPS 2018", "rule": rule, "result": "ratified" if holds else "rejected"}
        for rule, holds in settlement().items()
    ]
    rows += [
        {"case": name, "rule": "votes that removed", "result": part} for name, part in removals().items()
    ]
    return [THRESHOLDS.text(say)], rows


def _petitions(others: list[Path], supposed: Supposed, say: Language) -> tuple[list[str], CaseRows]:
    del others, supposed
    rows: CaseRows = [
        {"petition": curve.name, "signed": curve.signed, "τ (weeks)": curve.tau}
        | {f"{percent} %": curve.week(percent / 100) for percent in (5, 10, 15, 20)}
        for curve in curves()
    ]
    return [PETITIONS.text(say)], rows


def _petrograd(others: list[Path], supposed: Supposed, say: Language) -> tuple[list[str], CaseRows]:
    paths = others or [Path(name) for name in RULEBOOKS]
    rows: CaseRows = []
    for path in paths:
        bylaws = read_bylaws(path)
        top = "parliament" if "parliament" in bylaws.bodies else None
        rows.append(asdict(swung(str(path), bylaws, supposed, top=top)))
    return [PETROGRAD.text(say)], rows


CASES: Mapping[str, Callable[[list[Path], Supposed, Language], tuple[list[str], CaseRows]]] = {
    "moscow-1917": _moscow,
    "lists-1917": _lists,
    "petrograd-1917": _petrograd,
    "thresholds": _thresholds,
    "petitions": _petitions,
}
