"""Run the benchmarks: ``python -m bench [NAME ...]``, all without a name, each in a process of its own.

A process of its own keeps the memory figures of one benchmark clear of another's.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
import platform
import subprocess
import sys
from pathlib import Path
from typing import cast

from rich.console import Console
from rich.table import Table

import bench
import mandat
from bench.measure import Benchmark, Figure

PREFIX = "bench_"
IN_THIS_PROCESS = "--in-this-process"


def main(arguments: list[str]) -> int:
    """Run what ``arguments`` name. Returns the exit status: 1 if a benchmark broke, 2 if none has such a name."""
    if arguments[:1] == [IN_THIS_PROCESS]:
        show(arguments[1])
        return 0
    known = benchmarks()
    unknown = [name for name in arguments if name not in known]
    if unknown:
        print(
            f"No benchmark is named {', '.join(unknown)}. There are: {', '.join(known) or 'none yet'}",
            file=sys.stderr,
        )
        return 2
    print(machine(), flush=True)
    command = [sys.executable, "-m", "bench", IN_THIS_PROCESS]
    runs = [subprocess.run([*command, name], check=False) for name in arguments or known]
    return int(any(run.returncode for run in runs))


def benchmarks() -> list[str]:
    """Give the names of all benchmarks, without the prefix, sorted."""
    modules = (module.name for module in pkgutil.iter_modules(bench.__path__))
    return sorted(name.removeprefix(PREFIX) for name in modules if name.startswith(PREFIX))


def show(name: str) -> None:
    """Run one benchmark in this process and print its figures as a table."""
    benchmark = cast(Benchmark, importlib.import_module(f"bench.{PREFIX}{name}"))
    title = (benchmark.__doc__ or name).partition("\n")[0]
    table = Table(title=f"{name}: {title}", title_justify="left")
    for heading in ("", "measured", "beside", "ratio", "goal"):
        table.add_column(heading, justify="left" if heading in {"", "beside"} else "right")
    for figure in benchmark.figures():
        table.add_row(*cells(figure))
    Console().print(table)


def cells(figure: Figure) -> tuple[str, str, str, str, str]:
    """Give the columns of one figure's row."""
    beside = f"{figure.beside[0]}: {number(figure.beside[1])} {figure.unit}" if figure.beside else ""
    ratio = "" if figure.ratio is None else f"{figure.ratio:.2f}"
    goal = ""
    if figure.goal is not None:
        side = "≥" if figure.higher_is_better else "≤"
        goal = f"{side} {figure.goal:g} {'reached' if figure.reached else 'MISSED'}"
    return figure.name, f"{number(figure.value)} {figure.unit}", beside, ratio, goal


def number(value: float) -> str:
    """Give a number with as many digits as say something."""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def machine() -> str:
    """Say on what was measured: processor, cores, memory, Python, Mandat."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"Mandat {mandat.__version__}, Python {platform.python_version()}, {processor()}, "
        f"{os.cpu_count()} cores, {memory:.0f} GiB, {platform.system()} {platform.release()}"
    )


def processor() -> str:
    """Give the processor's name as Linux knows it, or what Python knows elsewhere."""
    about = Path("/proc/cpuinfo")
    lines = about.read_text().splitlines() if about.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
