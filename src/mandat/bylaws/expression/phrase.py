"""Reads an expression as a piece of a sentence: the same sentence from the same tree, in any language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from mandat.bylaws.expression import linear, tree, wording
from mandat.bylaws.expression.counts import COUNTS, STATE_MEANINGS
from mandat.bylaws.expression.expression import Expression
from mandat.bylaws.expression.meaning import constant
from mandat.bylaws.expression.tree import Node
from mandat.bylaws.expression.units import UnitKind
from mandat.bylaws.expression.wording import MANY, RELATIONS, SHARE_OF, SIGNS, share
from mandat.bylaws.words.figures import figure, length
from mandat.language import ENGLISH, Language, Listed, Message, Value

NO_TITLES: Mapping[str, str] = {}
_BRACKETED = Message("({text})")
_PLAIN = Message("{text}")


def phrase(
    expression: Expression, language: Language = ENGLISH, titles: Mapping[str, str] = NO_TITLES
) -> str:
    """The rule as a sentence piece. ``titles`` names bodies, lines, facts, definitions and weights by id.

    >>> from mandat.bylaws.expression import Place, parse
    >>> rule = parse("voted >= 1/2 * concerned and yes >= 2/3 * cast", place=Place.CARRIED)
    >>> phrase(rule)
    'at least half of the members concerned vote and at least two thirds of those cast are in favour'
    >>> phrase(rule, "fr")
    'la moitié au moins des intéressés votent et les deux tiers au moins des exprimés sont pour'
    """
    return _PLAIN.text(language, text=_Reader(language, titles).read(expression.node))


@dataclass(frozen=True, slots=True)
class _Reader:
    language: Language
    titles: Mapping[str, str] = field(default_factory=dict)

    def read(self, node: Node) -> Value:
        match node:
            case tree.And() | tree.Or():
                return self._joined(node)
            case tree.Not():
                return wording.NOT(test=self._inner(node.test))
            case tree.Compare():
                return self._comparison(node)
            case tree.CountNode() if node.unit is not None and node.unit.kind is UnitKind.TRUTH:
                return self._truth(node.ref)
            case _:
                return self.value(node)

    def _title(self, name: str) -> str:
        return self.titles.get(name, name)

    def _joined(self, node: tree.And | tree.Or) -> Value:
        if isinstance(node, tree.And):
            return Listed(tuple(self._inner(each) for each in node.tests), "and")
        return Listed(tuple(self._inner(each) for each in node.clauses), "or")

    def _inner(self, node: Node) -> Value:
        text = self.read(node)
        return _BRACKETED(text=text) if isinstance(node, tree.And | tree.Or) else text

    def _truth(self, ref: tree.CountRef) -> Value:
        if ref.name in STATE_MEANINGS:
            return STATE_MEANINGS[ref.name][1](title=self._title(str(ref.of)))
        if ref.name in COUNTS:
            return wording.PERSON(noun=COUNTS[ref.name].noun)
        return wording.GIVEN(title=self._title(ref.name))

    # -- comparisons -------------------------------------------------------------------------------------------

    def _comparison(self, node: tree.Compare) -> Value:
        if node.unit is not None and node.unit.kind is UnitKind.DURATION:
            return wording.LASTS[node.op](what=self.value(node.left), length=self.value(node.right))
        if isinstance(node.left, tree.NumberOf) and constant(node.right) is not None:
            return self._groups_hold(node, node.left)
        return self._share(node) or self._relation(node)

    def _groups_hold(self, node: tree.Compare, groups: tree.NumberOf) -> Value:
        many, group = MANY[node.op](n=self.value(node.right)), self._title(groups.group)
        if groups.where is None:
            return wording.THERE_ARE(many=many, group=group)
        return wording.GROUPS_HOLD(many=many, group=group, test=self.read(groups.where))

    def _share(self, node: tree.Compare) -> Value:
        """As in "at least half of the members vote", for a count whose people do something and a share of another count."""
        verb = self._verb(node.left)
        form = linear.linear(node.right)
        if verb is None or form is None or len(form) != 1:
            return None
        ((name, factor),) = form.items()
        if not name:
            many = MANY[node.op](n=figure(factor, self.language))
            return wording.DO(who=many, verb=verb) if factor.denominator == 1 and factor > 1 else None
        if not 0 < factor < 1:
            return None
        whole = SHARE_OF[node.op](share=share(factor), whole=self._whole_of(node.right))
        return wording.DO(who=whole, verb=verb)

    def _whole_of(self, node: Node) -> Value:
        """The one count of a linear value."""
        match node:
            case tree.CountNode():
                return self.value(node)
            case tree.Arith():
                return self._whole_of(node.right if constant(node.left) is not None else node.left)
            case tree.Defined():
                return self._whole_of(node.rows[0][1])
            case _:
                return self.value(node)

    def _verb(self, node: Node) -> Message | None:
        if (
            not isinstance(node, tree.CountNode)
            or node.ref != tree.CountRef(node.ref.name)
            or node.ref.name not in COUNTS
        ):
            return None
        return COUNTS[node.ref.name].verb

    def _relation(self, node: tree.Compare) -> Value:
        return RELATIONS[node.op](left=self.value(node.left), right=self.value(node.right))

    # -- values ------------------------------------------------------------------------------------------------

    def value(self, node: Node) -> Value:
        fixed = constant(node)
        if fixed is not None:
            return figure(fixed, self.language) if fixed.denominator == 1 else share(fixed)
        match node:
            case tree.CountNode():
                return self._count(node.ref)
            case tree.Arith():
                return self._arith(node)
            case tree.Call():
                return self._call(node)
            case tree.NumberOf() | tree.SumOf() | tree.Fewest():
                return self._aggregate(node)
            case tree.LengthNode():
                return length(node.value, self.language)
            case tree.Unspecified():
                return wording.UNSPECIFIED
            case tree.Defined():
                return wording.ROWS(title=self._title(node.name))
            case _:
                return str(node)

    def _count(self, ref: tree.CountRef) -> Value:
        count = COUNTS.get(ref.name)
        found: Value = self._title(ref.name) if count is None else count.noun
        for message, title in self._details(ref):
            found = message(what=found, title=title)
        return (
            found if ref.over is None else wording.OVER(count=found, length=length(ref.over, self.language))
        )

    def _details(self, ref: tree.CountRef) -> list[tuple[Message, str]]:
        details = []
        if ref.of is not None:
            details.append((wording.OF_ALL if ref.all else wording.OF, self._title(ref.of)))
        if ref.with_ is not None:
            label = f" {ref.label}" if ref.label else ""
            details.append((wording.WITH, f"{self._title(ref.with_)}{label}"))
        if ref.by is not None:
            details.append((wording.BY, self._title(ref.by)))
        if ref.at is not None:
            details.append((wording.AT, self._title(ref.at)))
        return details

    def _arith(self, node: tree.Arith) -> Value:
        fixed = constant(node.left)
        if node.op == "*" and fixed is not None:
            right = self.value(node.right)
            if fixed.denominator != 1:
                return wording.PART(share=share(fixed), whole=right)
            return SIGNS["*"](left=figure(fixed, self.language), right=right)
        own = tree.binding(node)
        return SIGNS[node.op](left=self._operand(node.left, own), right=self._operand(node.right, own + 1))

    def _operand(self, node: Node, least: int = 6) -> Value:
        """In parentheses where the words would run together."""
        text = self.value(node)
        loose = isinstance(node, tree.Call) or tree.binding(node) < least
        return _BRACKETED(text=text) if loose and constant(node) is None else text

    def _call(self, node: tree.Call) -> Value:
        inner = node.arguments[0]
        if node.function in wording.PER and isinstance(inner, tree.Arith) and inner.op == "/":
            by = constant(inner.right)
            if by is not None and by > 1:
                what, n = self._operand(inner.left), figure(by, self.language)
                return wording.PER[node.function](n=n, what=what)
        arguments = Listed(tuple(self.value(each) for each in node.arguments), "commas")
        return wording.FUNCTIONS[node.function](value=arguments)

    def _aggregate(self, node: tree.NumberOf | tree.SumOf | tree.Fewest) -> Value:
        match node:
            case tree.NumberOf(group=group, where=None):
                return wording.ALL_GROUPS(group=self._title(group))
            case tree.NumberOf(group=group, where=where):
                assert where is not None
                return wording.GROUPS(group=self._title(group), test=self.read(where))
            case tree.SumOf():
                return wording.SUM(group=self._title(node.group), value=self.value(node.value))
            case tree.Fewest():
                return wording.FEWEST(value=self.value(node.value), title=self._title(node.weight))
