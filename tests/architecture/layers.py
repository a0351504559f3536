"""Which part of the package may import which, and what to do where one does not keep to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from grimp import ImportGraph, Layer

# Highest first. Parts of one line may use each other, but never in a circle.
LAYERS: Sequence[frozenset[str]] = (
    frozenset({"__main__"}),
    frozenset({"cli"}),
    frozenset({"web", "demo"}),
    frozenset({"service", "exchange", "study"}),
    frozenset({"record"}),
    frozenset({"federation"}),
    frozenset({"bylaws"}),
    frozenset({"counting"}),
    frozenset({"pictures"}),
    frozenset({"language"}),
    frozenset({"instants"}),
)

# The storeys of the language, highest first: who reads a folder needs only what stands below it.
BYLAWS: Sequence[frozenset[str]] = (
    frozenset({"schema", "telling"}),
    frozenset({"findings"}),
    frozenset({"reading"}),
    frozenset({"tables"}),
    frozenset({"model"}),
    frozenset({"expression"}),
    frozenset({"words"}),
    frozenset({"values"}),
)

# The storeys of the federation and the rooms of each, highest first. A room sets off what is above it by an effect alone.
FEDERATION: Sequence[frozenset[str]] = tuple(
    frozenset(names.split())
    for names in (
        "engine asking consistency",
        "reactions clock wording",
        "rooms",
        "state",
        "law",
        "authority",
        "assembly",
        "seats",
        "people",
        "base",
    )
)
ROOMS: Mapping[str, Sequence[frozenset[str]]] = {
    storey: tuple(frozenset({room}) for room in rooms.split())
    for storey, rooms in {
        "authority": "questions duties agreements powers checks",
        "assembly": "caucuses instructions proxies motions convening meetings",
        "seats": "recall succession elections confidence posts limits",
        "people": "bodies facts members keys",
        "base": "tenure competence decisions naming draft interpretation counts population support evaluation subject "
        "rulebook agenda acts references rulings places matter questioned named_powers words lookup look types closed",
    }.items()
}


def upward_imports(
    graph: ImportGraph, package: str, order: Sequence[frozenset[str]] = LAYERS
) -> Iterator[str]:
    """Give one message per chain of imports that leads from a lower layer of ``package`` to a higher one."""
    layers = [Layer(*sorted(names), independent=False) for names in order]
    for broken in graph.find_illegal_dependencies_for_layers(layers=layers, containers={package}):
        for route in sorted(broken.routes, key=str):
            chain = [min(route.heads), *route.middle, min(route.tails)]
            yield (
                f"{' imports '.join(_with_lines(graph, chain))}, but {broken.importer} stands below "
                f"{broken.imported}. Move what both need into the lower of the two, or hand it in as an argument."
            )


def _with_lines(graph: ImportGraph, chain: Sequence[str]) -> Iterator[str]:
    for importer, imported in pairwise(chain):
        lines = [
            int(i["line_number"]) for i in graph.get_import_details(importer=importer, imported=imported)
        ]
        yield f"{importer} (line {min(lines)})" if lines else importer
    yield chain[-1]


def parts_without_layer(
    graph: ImportGraph, package: str, order: Sequence[frozenset[str]] = LAYERS
) -> Iterator[str]:
    """Give one message per module or folder directly under ``package`` that no layer names."""
    known = {f"{package}.{name}" for layer in order for name in layer}
    for part in sorted(graph.find_children(package) - known):
        yield f"{part} stands in no layer. Give it its place in tests/architecture/layers.py."


def import_cycle(graph: ImportGraph) -> str | None:
    """Give a message that names one circle of imports between modules, or None where there is none."""
    sorter = TopologicalSorter({m: graph.find_modules_directly_imported_by(m) for m in sorted(graph.modules)})
    try:
        sorter.prepare()
    except CycleError as error:
        circle: list[str] = error.args[1]
        # The standard library lists each module after one that it is needed by.
        return (
            f"{' imports '.join(reversed(circle))}. "
            "Move what they share into a module of its own, which imports neither."
        )
    return None
