"""A Dask cluster does the runs: two local workers give what this process gives."""

from __future__ import annotations

import pytest

from mandat.study.comparing.study import StudyAsked
from mandat.study.errors import StudyError
from mandat.study.simulation.running import Timing
from mandat.study.work.doing import done
from mandat.study.work.tasks import Task, Variant

CLUB = """
mandat = 1
id = "club"
body.section = { type = "assembly", many = true }
body.council = { type = "council", seats.delegates = { from = "section", elect = { method = "fptp" }, term = "P1Y" } }
"""


def tasks() -> tuple[Task, ...]:
    asked = StudyAsked(
        variants=(Variant("club", CLUB),), timing=Timing(years=1), runs=3, sizes=(("section", (5, 20)),)
    )
    return asked.tasks()


@pytest.mark.filterwarnings("ignore")  # of Dask's own, about ports and event loops
def test_two_workers_of_a_cluster_give_the_same_results() -> None:
    distributed = pytest.importorskip("distributed", reason="the extra “cluster” is not installed")
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        found = sorted(done(tasks(), dask=cluster.scheduler_address), key=lambda each: each.number)

    assert found == list(done(tasks(), 1))


@pytest.mark.filterwarnings("ignore")
def test_a_scheduler_that_does_not_answer_is_named() -> None:
    pytest.importorskip("distributed", reason="the extra “cluster” is not installed")
    with pytest.raises(StudyError, match="no Dask scheduler answers at 'nonsense:1'"):
        list(done(tasks(), dask="nonsense:1"))
