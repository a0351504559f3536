"""All runs as a table, one row each, as Parquet and CSV."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import polars as pl

from mandat.study.measures.measured import MEASURES, TIER
from mandat.study.work.tasks import Done


def runs_table(results: Iterable[Done]) -> pl.DataFrame:
    """One row for each run: ``number``, ``variant``, ``what`` (run, null, response), ``run``, and the measures."""
    results = list(results)
    tiers = {key for each in results for key in each.measures if key.startswith(TIER)}
    names = (*MEASURES, "half_life_days", *sorted(tiers))
    rows = [
        {
            "number": each.number,
            "variant": each.variant,
            "what": each.what,
            "run": each.run,
            **{name: each.measures.get(name) for name in names},
        }
        for each in sorted(results, key=lambda done: done.number)
    ]
    schema = {"number": pl.Int64, "variant": pl.String, "what": pl.String, "run": pl.Int64}
    return pl.DataFrame(rows, schema={**schema, **dict.fromkeys(names, pl.Float64)})


def series_table(results: Iterable[Done]) -> pl.DataFrame:
    """The first run of each rulebook over time: shares of members and of the top by tendency, and the gap."""
    rows = [
        {
            "variant": each.variant,
            "years": at,
            "tendency": tendency + 1,
            "members": ours[tendency],
            "top": theirs[tendency],
            "gap": gap,
        }
        for each in sorted(results, key=lambda done: done.number)
        if each.series is not None and each.what == "run"
        for at, ours, theirs, gap in zip(
            each.series.times, each.series.members, each.series.top, each.series.gap, strict=True
        )
        for tendency in range(len(ours))
    ]
    return pl.DataFrame(rows)


def write_tables(results: Iterable[Done], folder: Path) -> list[Path]:
    """Write both tables in both forms; gives the files."""
    found = []
    for name, table in (("runs", runs_table(results)), ("series", series_table(results))):
        table.write_parquet(folder / f"{name}.parquet")
        table.write_csv(folder / f"{name}.csv")
        found += [folder / f"{name}.parquet", folder / f"{name}.csv"]
    return found
