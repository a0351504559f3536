"""The pen of a record is held by one process, and by nobody once that process is gone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mandat.record.errors import RecordError
from mandat.record.pen import Pen, PenTakenError


def test_the_second_is_told_who_writes_and_what_to_do(tmp_path: Path) -> None:
    with Pen(tmp_path):
        for _ in range(2):
            with pytest.raises(
                PenTakenError, match=rf"\(pid {os.getpid()}\)\. Stop it first, or send it your acts"
            ):
                Pen(tmp_path)


def test_it_is_released_when_the_work_fails_and_only_once(tmp_path: Path) -> None:
    pen = Pen(tmp_path)
    with pytest.raises(ValueError, match="work"), pen:
        raise ValueError("work")
    second = Pen(tmp_path)
    pen.release()  # must not close the descriptor that the second one got
    with pytest.raises(PenTakenError):
        Pen(tmp_path)
    second.release()


def test_a_longer_pid_of_an_earlier_holder_is_not_left_over(tmp_path: Path) -> None:
    (tmp_path / "pen").write_text("99999999999\n")
    with Pen(tmp_path):
        assert (tmp_path / "pen").read_text() == f"{os.getpid()}\n"


def test_only_the_owner_may_touch_it(tmp_path: Path) -> None:
    with Pen(tmp_path):
        assert (tmp_path / "pen").stat().st_mode & 0o777 == 0o600


def test_a_directory_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(
        RecordError, match=r"none/pen cannot be written \(No such file.*check the path of the record"
    ):
        Pen(tmp_path / "none")


WRITER_WITH_A_WORKER = """
import os, sys, time
from pathlib import Path
from mandat.record.pen import Pen
pen = Pen(Path(sys.argv[1]))
if os.fork() == 0:
    print(os.getpid(), flush=True)  # by now the child has let go
    sys.stdin.read()  # lives until the test closes the pipe
    os._exit(0)
time.sleep(60)
"""


def test_a_worker_that_outlives_a_killed_writer_does_not_hold_it(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER_WITH_A_WORKER, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        worker = int(process.stdout.readline())
        with pytest.raises(PenTakenError, match=f"pid {process.pid}"):
            Pen(tmp_path)
        process.kill()
        process.wait()
        os.kill(worker, 0)  # is alive
        Pen(tmp_path).release()
    finally:
        process.kill()
        process.stdin.close()
        process.stdout.close()
        process.wait()
