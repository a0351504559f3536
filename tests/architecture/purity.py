"""What pure code must not do: touch the outside world, read a clock, draw lots, or count in floats.

The checks read the source. They see names, not values, so they catch a slip and not a determined cheat.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PURE_PACKAGES = ("bylaws", "counting", "federation")
# Formats of ballot files read and write text for the edges of the system.
IMPURE_MODULES = ("counting/formats", "counting/formats.py")

# Modules of the standard library that are not pure, by what they reach.
OUTSIDE_WORLD = {
    "files": (
        "dbm fileinput glob gzip importlib io lzma mmap os pathlib pickle pkgutil runpy shelve "
        "shutil sqlite3 tarfile tempfile zipfile zipimport"
    ),
    "processes and the machine": (
        "asyncio builtins concurrent contextvars ctypes fcntl gc inspect locale logging "
        "multiprocessing platform posix pty pwd queue resource select selectors signal subprocess "
        "sys syslog termios threading traceback tty warnings"
    ),
    "networks": ("email ftplib http imaplib poplib smtplib socket socketserver ssl urllib webbrowser xmlrpc"),
    "clocks": ("sched time"),
    "lots": ("random secrets uuid"),
    "people": ("curses getpass tkinter"),
}
# Whatever else is imported must be listed here: pure itself, and needed.
PURE_LIBRARIES = frozenset({"immutables", "msgspec", "numpy", "mandat"})

FORBIDDEN_CALLS = {
    "open": "reads or writes files",
    "print": "writes to the terminal",
    "input": "reads from the terminal",
    "breakpoint": "stops the program",
    "eval": "runs text as code",
    "exec": "runs text as code",
    "__import__": "imports what this check cannot see",
    "float": "makes a float",
}
FORBIDDEN_METHODS = {
    "now": "reads the clock",
    "utcnow": "reads the clock",
    "today": "reads the clock",
    "read_text": "reads files",
    "read_bytes": "reads files",
    "write_text": "writes files",
    "write_bytes": "writes files",
    "tofile": "writes files",
    "fromfile": "reads files",
}
FORBIDDEN_ATTRIBUTES = {
    ("np", "random"): "draws lots",
    ("numpy", "random"): "draws lots",
    **{(m, f"float{bits}"): "makes floats" for m in ("np", "numpy") for bits in (16, 32, 64, 128)},
    **{
        ("math", n): "makes a float"
        for n in ("sqrt", "cbrt", "log", "log2", "log10", "exp", "pow", "fsum", "dist")
    },
}
REMEDY = {
    "floats": "Count in int, Fraction or scaled integers (math.isqrt compares square roots).",
    "world": "Take it as an argument: who calls from record, service or cli reads it and hands it in.",
}
# `# pure: difflib wants a float` at the end of a line excuses that line. It must give a reason.
EXCUSE = re.compile(rb"# pure: \w+ \w+")


@dataclass(frozen=True, slots=True)
class Slip:
    """One place where pure code is not pure; ``str()`` gives the message."""

    path: str
    line: int
    what: str

    def __str__(self) -> str:
        """Say where, what, and what to do instead."""
        remedy = REMEDY["floats" if "float" in self.what else "world"]
        excuse = "If it is harmless, end the line with `# pure: ` and the reason."
        return f"{self.path}:{self.line}: {self.what}. {remedy} {excuse}"


def pure_files(package: Path) -> Iterator[Path]:
    """Give the source files of ``package`` (its folder) that must be pure, of folders that are there."""
    impure = tuple(package / name for name in IMPURE_MODULES)
    for name in PURE_PACKAGES:
        for path in sorted((package / name).rglob("*.py")):
            if not any(path == other or other in path.parents for other in impure):
                yield path


def slips(path: Path, shown_as: str) -> Iterator[Slip]:
    """Give the places of a source file that are not pure. ``shown_as`` is its name in messages."""
    source = path.read_bytes()
    lines = source.splitlines()
    for node in ast.walk(ast.parse(source, shown_as)):
        for what in _slips_of(node):
            line: int = getattr(node, "lineno", 1)
            if not EXCUSE.search(lines[line - 1]):
                yield Slip(shown_as, line, what)


def _slips_of(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.Import(names=names):
            for alias in names:
                yield from _import_slip(alias.name)
        case ast.ImportFrom(module=str(module), names=names, level=0):
            yield from _import_slip(module)
            for alias in names:
                yield from _attribute_slip(module, alias.name)
        case ast.Call(func=ast.Name(id=name)) if name in FORBIDDEN_CALLS:
            yield f"{name}() {FORBIDDEN_CALLS[name]}"
        case ast.Call(func=ast.Attribute(attr=name)) if name in FORBIDDEN_METHODS:
            yield f".{name}() {FORBIDDEN_METHODS[name]}"
        case ast.Attribute(value=ast.Name(id=base), attr=name):
            yield from _attribute_slip(base, name)
        case ast.Constant(value=float() as number):
            yield f"{number} is a float"


def _import_slip(module: str) -> Iterator[str]:
    top = module.partition(".")[0]
    reached = [what for what, modules in OUTSIDE_WORLD.items() if top in modules.split()]
    if reached:
        yield f"import of {module}, which reaches {reached[0]}"
    elif top not in sys.stdlib_module_names | PURE_LIBRARIES:
        yield f"import of {module}, a library not listed as pure in tests/architecture/purity.py"


def _attribute_slip(base: str, name: str) -> Iterator[str]:
    if (base, name) in FORBIDDEN_ATTRIBUTES:
        yield f"{base}.{name} {FORBIDDEN_ATTRIBUTES[base, name]}"
