"""Results on disk: one line of JSON for each task, so that an interrupted study goes on where it stopped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

import msgspec

from mandat.language import msg
from mandat.study.errors import StudyError
from mandat.study.work.tasks import Done, Task

RESULTS, ASKED = "runs.jsonl", "asked"


class Kept:
    """The folder of a study. ``fingerprint`` is of everything asked: other questions are not mixed up with these."""

    def __init__(self, folder: Path, tasks: Sequence[Task], *, resume: bool) -> None:
        self.folder, self.path = folder, folder / RESULTS
        self.tasks, self.found = tasks, dict[int, Done]()
        folder.mkdir(parents=True, exist_ok=True)
        mark = fingerprint(tasks)
        if self.path.exists() and resume:
            self._check(mark)
            whole = list(self._read())
            self.path.write_bytes(b"".join(msgspec.json.encode(each) + b"\n" for each in whole))
            self.found = {each.number: each for each in whole}
        elif self.path.exists():
            raise StudyError(
                msg(
                    "{folder} holds the results of a study; add --resume to go on with it, or name another folder"
                )(folder=str(folder))
            )
        (folder / ASKED).write_text(mark + "\n")

    def _check(self, mark: str) -> None:
        asked = self.folder / ASKED
        if not asked.exists() or asked.read_text().strip() != mark:
            raise StudyError(
                msg(
                    "{folder} holds another study: its bylaws, assumptions or seeds differ; name another folder"
                )(folder=str(self.folder))
            )

    def _read(self) -> Iterator[Done]:
        """Whole lines only: the last may have been cut off."""
        for line in self.path.read_bytes().splitlines(keepends=True):
            if line.endswith(b"\n"):
                yield msgspec.json.decode(line, type=Done)

    @property
    def left(self) -> list[Task]:
        """The tasks without result."""
        return [task for task in self.tasks if task.number not in self.found]

    def keep(self, each: Done) -> None:
        """Add a result: on disk before it counts."""
        with self.path.open("ab") as file:
            file.write(msgspec.json.encode(each) + b"\n")
        self.found[each.number] = each


def fingerprint(tasks: Sequence[Task]) -> str:
    """A digest over every task."""
    return sha256("\n".join(map(repr, tasks)).encode()).hexdigest()
