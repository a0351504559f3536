"""What must not hang on the process: the order of a set or of a persistent map, which Python salts anew each time.

Types keep a ``Lookup`` from being walked (``mandat.federation.base.lookup``); here is seen that ``any_order`` serves only where
the order cannot matter, and that no set is walked. The check of sets goes by names and annotations: it catches a slip. What
slips through both, the cases do: each is written under one hash seed and verified under others (``tests/cases``).
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

ORDER_FREE = frozenset(
    {"any", "all", "sum", "len", "min", "max", "set", "frozenset", "sorted", "Lookup", "bool"}
)
"""Calls whose result is the same in whatever order their argument is walked (those with ``key=`` are not)."""

WALKS = frozenset(
    {"tuple", "list", "enumerate", "zip", "iter", "map", "filter", "reversed", "Counter", "dict"}
)
WALKING_METHODS = frozenset({"join", "fromkeys", "extend", "from_iterable"})
SET_TYPES = frozenset({"set", "frozenset", "Set", "AbstractSet", "MutableSet"})
SET_METHODS = frozenset({"union", "intersection", "difference", "symmetric_difference"})
WALKED = {ast.For: "for", ast.comprehension: "comprehension"}
EXCUSE = re.compile(r"# any order: \w+ \w+")
REMEDY = "Walk it with rows_of, keys_of or values_of, or with sorted() if it is a set."
Parents = Mapping[ast.AST, ast.AST]


@dataclass(frozen=True, slots=True)
class Walk:
    """One walk whose order hangs on the process; ``str()`` gives the message."""

    path: str
    line: int
    what: str

    def __str__(self) -> str:
        """Say where, what, and what to do instead."""
        return f"{self.path}:{self.line}: {self.what}. {REMEDY} If no order can show, end the line with `# any order: ` and why."


@dataclass(frozen=True, slots=True)
class Sets:
    """What is a set by its annotation: functions by module, and fields, properties and methods (if so in every class)."""

    functions: Mapping[str, frozenset[str]]
    members: frozenset[str]

    def seen_from(self, module: str, tree: ast.Module) -> frozenset[str]:
        """Give the functions that are sets in a module: its own and those that it imports."""
        found = set(self.functions.get(module, ()))
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module:
                known = self.functions.get(node.module, frozenset())
                found |= {each.asname or each.name for each in node.names if each.name in known}
        return frozenset(found)


def annotated_sets(sources: Mapping[str, str]) -> Sets:
    """Find them in the sources of all modules."""
    functions: dict[str, frozenset[str]] = {}
    members: dict[str, set[bool]] = {}
    for module, text in sources.items():
        tree = ast.parse(text)
        functions[module] = frozenset(name for name, is_set in _annotated(tree.body) if is_set)
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                for name, is_set in _annotated(node.body):
                    members.setdefault(name, set()).add(is_set)
    return Sets(functions, frozenset(name for name, kinds in members.items() if kinds == {True}))


def walks(text: str, module: str, sets: Sets) -> Iterator[Walk]:
    """Give the walks of one source that are in no order."""
    tree, lines = ast.parse(text), text.splitlines()
    parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    known = Known(parents, sets.seen_from(module, tree), sets.members)
    for node in ast.walk(tree):
        what = _loose(node, parents) or _set_walked(node, known)
        if isinstance(node, ast.expr) and what and not EXCUSE.search(lines[node.lineno - 1]):
            yield Walk(module, node.lineno, what)


@dataclass(frozen=True, slots=True)
class Known:
    """What the check of one module knows: the tree upwards, and which names are sets."""

    parents: Parents
    functions: frozenset[str]
    members: frozenset[str]


def _annotated(body: Iterable[ast.stmt]) -> Iterator[tuple[str, bool]]:
    for node in body:
        match node:
            case (
                ast.FunctionDef(name=name, returns=kind)
                | ast.AnnAssign(target=ast.Name(id=name), annotation=kind)
            ):
                yield name, _is_set_type(kind)


def _loose(node: ast.AST, parents: Parents) -> str:
    """Say so if this is ``any_order(…)`` where the order may matter."""
    if not (isinstance(node, ast.Call) and _name(node.func) == "any_order"):
        return ""
    whole: ast.AST = node
    if isinstance(above := parents[whole], ast.Attribute):
        whole = parents[above]
    return "" if _is_free(whole, parents) else "any_order() where the order may matter"


def _set_walked(node: ast.AST, known: Known) -> str:
    """Say so if this expression is a set and is walked."""
    parents = known.parents
    if not isinstance(node, ast.expr) or not _is_set(node, known) or _is_free(node, parents):
        return ""
    match parents[node]:
        case ast.For(iter=walked) | ast.comprehension(iter=walked) if walked is node:
            return "a set is walked"
        case ast.Starred() as star if not isinstance(parents[star], ast.Set):
            return "a set is walked (*)"
        case ast.Call(func=ast.Name(id=name)) if name in WALKS:
            return f"a set is walked ({name})"
        case ast.Call(func=ast.Attribute(attr=name), args=args) if name in WALKING_METHODS and node in args:
            return f"a set is walked ({name})"
        case ast.Attribute(attr="pop"):
            return "a set gives any of its members (pop)"
    return ""


def _is_free(node: ast.AST, parents: Parents) -> bool:
    """Tell whether what walks this expression gives the same in any order."""
    match above := parents[node]:
        case ast.Call(func=func, args=args, keywords=keywords) if node in args:
            return _name(func) in ORDER_FREE and not any(each.arg == "key" for each in keywords)
        case ast.comprehension(iter=walked) if walked is node:
            whole = parents[above]
            return isinstance(whole, ast.SetComp) or _is_free(whole, parents)
        case ast.Compare(ops=[*_, ast.In() | ast.NotIn()]):
            return True
        case ast.Starred():
            return isinstance(parents[above], ast.Set)
    return False


def _is_set(node: ast.expr, known: Known) -> bool:
    match node:
        case ast.Set() | ast.SetComp():
            return True
        case ast.Call(func=ast.Attribute(value=value, attr=attr)):
            return attr in known.members or (attr in SET_METHODS and _is_set(value, known))
        case ast.Call(func=func):
            return _name(func) in {"set", "frozenset"} | known.functions
        case ast.Attribute(attr=attr):
            return attr in known.members
        case ast.BinOp(op=ast.BitOr() | ast.BitAnd() | ast.BitXor(), left=left, right=right):
            return _is_set(left, known) or _is_set(right, known)
        case ast.BinOp(op=ast.Sub(), left=left):
            return _is_set(left, known)
        case ast.IfExp(body=body, orelse=other):
            return _is_set(body, known) or _is_set(other, known)
        case ast.Name(id=name, ctx=ast.Load()):
            return _bound_to_set(node, name, known)
    return False


def _bound_to_set(node: ast.AST, name: str, known: Known) -> bool:
    """Tell whether a name is a set in the function around it (its argument, or assigned in it) or in the module."""
    around: ast.AST = node
    while not isinstance(around, ast.FunctionDef | ast.Module):
        around = known.parents[around]
    if isinstance(around, ast.FunctionDef):
        every = (*around.args.posonlyargs, *around.args.args, *around.args.kwonlyargs)
        if any(each.arg == name and _is_set_type(each.annotation) for each in every):
            return True
    return any(_binds(each, name, known) for each in ast.walk(around))


def _binds(node: ast.AST, name: str, known: Known) -> bool:
    match node:
        case ast.AnnAssign(target=ast.Name(id=found), annotation=kind) if found == name:
            return _is_set_type(kind)
        case ast.Assign(targets=[ast.Name(id=found)], value=value) if found == name:
            own = any(isinstance(part, ast.Name) and part.id == name for part in ast.walk(value))
            return not own and _is_set(value, known)
    return False


def _is_set_type(kind: ast.expr | None) -> bool:
    return kind is not None and _name(kind.value if isinstance(kind, ast.Subscript) else kind) in SET_TYPES


def _name(func: ast.expr) -> str:
    match func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case ast.Subscript(value=value):
            return _name(value)
    return ""
