"""The format of the record can be read alone: only what judges acts anew knows the bylaws and the federation."""

from __future__ import annotations

from grimp import build_graph

JUDGING = {"opening", "replay", "verify", "reading"}


def test_only_the_replay_of_the_record_knows_the_federation() -> None:
    graph = build_graph("mandat", cache_dir=None)
    inner = {f"mandat.{part}" for part in ("federation", "bylaws", "counting")}
    above = {m for part in inner for m in graph.find_descendants(part)} | inner
    knowing = {
        module.removeprefix("mandat.record.")
        for module in graph.find_descendants("mandat.record")
        if graph.find_upstream_modules(module) & above
    }
    assert knowing == JUDGING
