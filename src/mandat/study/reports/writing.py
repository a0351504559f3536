"""Everything a study leaves in its folder."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import typst

from mandat.language import ENGLISH, LANGUAGES
from mandat.study.reports.page import page
from mandat.study.reports.pictures import pictures
from mandat.study.reports.summary import StudyFound, summary
from mandat.study.reports.tables import write_tables
from mandat.study.work.tasks import Done

DOTS_PER_INCH = 200


def write_all(found: StudyFound, results: Iterable[Done], folder: Path) -> list[Path]:
    """Summaries and pages in every language, pictures as SVG and PNG, tables as Parquet and CSV; gives the files."""
    written = write_tables(list(results), folder)
    for language in LANGUAGES:
        written.append(_written(folder / f"summary.{language}.md", summary(found, language)))
        written.append(_written(folder / f"study.{language}.html", page(found, language)))
    for name, drawing in pictures(found, ENGLISH).items():
        written.append(_written(folder / f"{name}.svg", drawing))
        written.append(png(folder / f"{name}.svg"))
    return written


def _written(path: Path, text: str) -> Path:
    path.write_text(text)
    return path


def png(path: Path) -> Path:
    """Draw an SVG file as PNG beside it, for print."""
    made = path.with_suffix(".png")
    source = f'#set page(width: auto, height: auto, margin: 6pt)\n#image("{path.name}", width: 18cm)'
    frame = path.with_suffix(".typ")
    frame.write_text(source)
    try:
        typst.compile(str(frame), output=str(made), format="png", ppi=DOTS_PER_INCH)
    finally:
        frame.unlink()
    return made
