"""Doing tasks: one after the other, on all cores, or on a Dask cluster. Results come as they are ready."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from typing import Protocol, cast

from mandat.language import msg, told
from mandat.study.errors import StudyError
from mandat.study.work.tasks import Done, Task, perform


def done(
    tasks: Sequence[Task], workers: int | None = None, dask: str | None = None
) -> Generator[Done, None, None]:
    """The results, in any order. When the caller stops listening, what has not begun is not begun."""
    if dask is not None:
        yield from _on_cluster(tasks, dask)
        return
    many = min(workers or os.cpu_count() or 1, len(tasks))
    if many <= 1:
        yield from map(perform, tasks)
        return
    with ProcessPoolExecutor(many, mp_context=get_context("spawn")) as pool:
        futures = [pool.submit(perform, task) for task in tasks]
        try:
            for future in as_completed(futures):
                yield future.result()
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


class _Client(Protocol):
    """What is used of ``distributed.Client``."""

    def map(self, function: object, tasks: Sequence[Task], pure: bool) -> list[object]: ...

    def cancel(self, futures: list[object]) -> None: ...

    def close(self) -> None: ...


def _on_cluster(tasks: Sequence[Task], address: str) -> Iterator[Done]:
    client, completed = _connected(address)
    futures = client.map(perform, tasks, pure=False)
    try:
        for _, found in completed(futures, with_results=True):
            yield cast(Done, found)
    finally:
        client.cancel(futures)
        client.close()


class _Completed(Protocol):
    def __call__(self, futures: list[object], with_results: bool) -> Iterable[tuple[object, object]]: ...


def _connected(address: str) -> tuple[_Client, _Completed]:
    """Imported here: Dask is an extra that only a cluster needs."""
    try:
        from distributed import Client, as_completed  # noqa: PLC0415 - see above
    except ImportError as error:
        raise StudyError(msg("--dask needs the extra “cluster”: pip install 'mandat[cluster]'")) from error
    try:
        connect = cast(Callable[..., _Client], Client)
        return connect(address, timeout=10), cast(_Completed, as_completed)
    except (OSError, ValueError) as error:
        raise StudyError(
            msg(
                "no Dask scheduler answers at {address} ({problem}); give its address, for instance tcp://host:8786"
            )(address=repr(address), problem=told(error))
        ) from error
