"""Run cases and keep their records, or verify records: for processes of their own, each under a hash seed of its own.

``python -m tests.cases.elsewhere write FOLDER``, or ``verify FOLDER``, prints one JSON object: for each case
what was found, which is a hash over all its rulings (grounds, numbers and effects, which the record's digests need not cover).
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

import msgspec

from mandat.federation.base.rulings import encode
from mandat.record.directory import RecordDirectory, create, open_directory
from mandat.record.entries import groups
from mandat.record.errors import RecordError
from mandat.record.replay import Fold
from mandat.record.verify import verify
from mandat.service.cases import Runner, read_case

CASES = Path(__file__).parents[2] / "cases"


def names() -> list[str]:
    """The cases by their paths under ``cases/``, those of the rulebooks too."""
    return sorted(str(file.parent.relative_to(CASES)) for file in CASES.rglob("case.toml"))


def write(folder: Path) -> dict[str, str]:
    """Run every case and keep its record beneath ``folder``."""
    return {name: _written(folder / name, name) for name in names()}


def _written(path: Path, name: str) -> str:
    case = read_case(CASES / name)
    path.parent.mkdir(parents=True, exist_ok=True)
    directory = create(path, case.origin)
    store = directory.store()
    try:
        result = Runner(case, store, directory.signers()).run()
    finally:
        store.close()
    steps = [f"step {each.step.number}: {text}" for each in result.steps for text in each.differences]
    return "; ".join((*steps, *result.differences)) or _rulings(directory)


def verified(folder: Path) -> dict[str, str]:
    """Verify every record beneath ``folder``."""
    return {name: _verified(open_directory(folder / name)) for name in names()}


def _verified(directory: RecordDirectory) -> str:
    store = directory.store(readonly=True)
    try:
        verify(store, directory.origin, directory.log, directory.server)
    except RecordError as error:
        return str(error)
    finally:
        store.close()
    return _rulings(directory)


def _rulings(directory: RecordDirectory) -> str:
    store = directory.store(readonly=True)
    fold = Fold(directory.origin, directory.server, store.blob)
    found = hashlib.sha256()
    for group in groups(store.entries(0)):
        for judged in fold.group(group):
            found.update(encode(judged.ruling))
    store.close()
    return found.hexdigest()


if __name__ == "__main__":
    does = {"write": write, "verify": verified}[sys.argv[1]]
    sys.stdout.buffer.write(msgspec.json.encode(does(Path(sys.argv[2]))))
