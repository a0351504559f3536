"""Where a name stands: the file's names, the place, and the group or definition it is inside of."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mandat.bylaws.expression import tree
from mandat.bylaws.expression.counts import COUNTS, meaningful
from mandat.bylaws.expression.errors import ExpressionError, did_you_mean
from mandat.bylaws.expression.names import BylawsNames, Definition
from mandat.bylaws.expression.places import SUBJECTS, Place, SubjectKind


@dataclass(frozen=True, slots=True)
class Scope:
    """The surroundings of a node. ``group`` is the kind of group that bare names belong to; ``path`` the definitions."""

    names: BylawsNames
    place: Place
    subjects: tuple[SubjectKind, ...]
    group: str | None = None
    path: tuple[str, ...] = ()
    column: int | None = None

    @classmethod
    def at(cls, place: Place, names: BylawsNames) -> Scope:
        """The scope of a whole expression."""
        return cls(names, place, SUBJECTS[place])

    def within(self, group: str) -> Scope:
        """The scope inside an aggregate over ``group``."""
        return replace(self, subjects=(*self.subjects, SubjectKind.GROUP), group=group)

    def inside_definition(self, node: tree.CountNode) -> Scope:
        """The scope of a definition's rows: errors point at the name that was used."""
        name = node.ref.name
        if name in self.path:
            circle = " → ".join((*self.path[self.path.index(name) :], name))
            raise ExpressionError(node.column, f"the definitions go in a circle: {circle}", "break it")
        return replace(self, path=(*self.path, name), column=self.error_column(node.column))

    def error_column(self, column: int) -> int:
        """The column to report: that of the definition's name if inside one."""
        return column if self.column is None else self.column

    def definition(self, node: tree.CountNode) -> Definition | None:
        """What a name of ``[define]`` stands for; None if it is another name."""
        name = node.ref.name
        if name in COUNTS or name in self.names.facts or name not in self.names.defines:
            return None
        if node.ref != tree.CountRef(name):
            problem = f"`{name}` is a definition, and `{node.ref}` adds to it"
            raise ExpressionError(
                node.column, problem, f"write `{name}` alone; its counts can have `of`, `by`, `at`"
            )
        return self.names.defines[name]

    def error(self, column: int, problem: str, remedy: str = "") -> ExpressionError:
        """An error at a column, saying through which definition it came."""
        via = f" (in the definition of `{self.path[-1]}`)" if self.path else ""
        return ExpressionError(self.error_column(column), problem + via, remedy)

    def meant_here(self) -> list[str]:
        """All names that have a meaning here."""
        facts = [name for name in self.names.facts if self.has_fact(name)]
        return [*meaningful(self.subjects), *facts, *self.names.defines]

    @property
    def is_definition(self) -> bool:
        """Whether this is a definition apart from any place: its names get their meaning where it is used."""
        return SubjectKind.ANY in self.subjects

    def has_fact(self, name: str) -> bool:
        """Whether the subject is one of those the fact is told of."""
        fact = self.names.facts[name]
        about = set(self.subjects)
        if SubjectKind.CANDIDACY in about:
            return False
        if not fact.of or "federation" in fact.of or self.is_definition:
            return True
        if "person" in fact.of and about & {SubjectKind.PERSON, SubjectKind.POST}:
            return True
        if "act" in fact.of and SubjectKind.MOTION in about:
            return True
        bodies = set(fact.of) - {"person", "act"}
        if self.group is not None and self.group in bodies:
            return True
        kinds = self.names.kinds
        return bool(bodies) and SubjectKind.BODY in about and (not kinds or not bodies.isdisjoint(kinds))

    def check_label(self, fact: str, label: str, column: int) -> None:
        """Refuse a label that the fact does not have."""
        values = self.names.facts[fact].values if fact in self.names.facts else ()
        if values and label not in values:
            raise self.error(
                column, f"`{fact}` has no label '{label}'", did_you_mean(label, values, "labels")
            )
