"""Reads an expression as a piece of a sentence, in English and French: the same sentence from the same tree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from mandat.bylaws.expression import linear, tree
from mandat.bylaws.expression.counts import COUNTS, STATE_MEANINGS
from mandat.bylaws.expression.expression import Expression
from mandat.bylaws.expression.meaning import constant
from mandat.bylaws.expression.tree import Node
from mandat.bylaws.expression.units import Kind
from mandat.bylaws.expression.wording import (
    FUNCTIONS,
    GLUE,
    LASTS,
    MANY,
    PER,
    RELATIONS,
    SHARE_OF,
    SIGNS,
    de,
    of,
    share,
)
from mandat.bylaws.words.figures import figure, length
from mandat.language import Language

NO_TITLES: Mapping[str, str] = {}


def phrase(expression: Expression, language: Language = "en", titles: Mapping[str, str] = NO_TITLES) -> str:
    """The rule as a sentence piece. ``titles`` names bodies, lines, facts, definitions and weights by id.

    >>> from mandat.bylaws.expression import Place, parse
    >>> rule = parse("voted >= 1/2 * concerned and yes >= 2/3 * cast", place=Place.CARRIED)
    >>> phrase(rule)
    'at least half of the members concerned vote and at least two thirds of those cast are in favour'
    >>> phrase(rule, "fr")
    'la moitié au moins des intéressés votent et deux tiers au moins des exprimés sont pour'
    """
    return _Reader(language, titles).read(expression.node)


@dataclass(frozen=True, slots=True)
class _Reader:
    language: Language
    titles: Mapping[str, str] = field(default_factory=dict)

    def read(self, node: Node) -> str:
        match node:
            case tree.And() | tree.Or():
                return self._joined(node)
            case tree.Not():
                return self._glue("not", self._inner(node.test))
            case tree.Compare():
                return self._comparison(node)
            case tree.Count() if node.unit is not None and node.unit.kind is Kind.TRUTH:
                return self._truth(node.ref)
            case _:
                return self.value(node)

    def _glue(self, key: str, *parts: str) -> str:
        return GLUE[self.language][key].format(*parts)

    def _title(self, name: str) -> str:
        return self.titles.get(name, name)

    def _joined(self, node: tree.And | tree.Or) -> str:
        if isinstance(node, tree.And):
            return GLUE[self.language]["and"].join(self._inner(each) for each in node.tests)
        return GLUE[self.language]["or"].join(self._inner(each) for each in node.clauses)

    def _inner(self, node: Node) -> str:
        text = self.read(node)
        return f"({text})" if isinstance(node, tree.And | tree.Or) else text

    def _truth(self, ref: tree.CountRef) -> str:
        french = self.language == "fr"
        if ref.name in STATE_MEANINGS:
            meaning = STATE_MEANINGS[ref.name][2 if french else 1]
            title = self._title(str(ref.of))
            return meaning.format(title) if "{}" in meaning else f"{title} {meaning}"
        if ref.name in COUNTS:
            return self._glue("person", COUNTS[ref.name].french if french else COUNTS[ref.name].english)
        return self._glue("given", self._title(ref.name))

    # -- comparisons -------------------------------------------------------------------------------------------

    def _comparison(self, node: tree.Compare) -> str:
        if node.unit is not None and node.unit.kind is Kind.DURATION:
            return f"{self.value(node.left)} {LASTS[self.language][node.op].format(self.value(node.right))}"
        if isinstance(node.left, tree.NumberOf) and constant(node.right) is not None:
            return self._groups_hold(node, node.left)
        return self._share(node) or self._relation(node)

    def _groups_hold(self, node: tree.Compare, groups: tree.NumberOf) -> str:
        words = {
            "many": MANY[self.language][node.op].format(self.value(node.right)),
            "group": self._title(groups.group),
            "where": "" if groups.where is None else self.read(groups.where),
        }
        return GLUE[self.language]["there_are" if groups.where is None else "groups_hold"].format(**words)

    def _share(self, node: tree.Compare) -> str | None:
        """As in "at least half of the members vote", for a count whose people do something and a share of another count."""
        verb = self._verb(node.left)
        form = linear.linear(node.right)
        if not verb or form is None or len(form) != 1:
            return None
        ((name, factor),) = form.items()
        if not name:
            return f"{self._many(node.op, factor)} {verb}" if factor.denominator == 1 and factor > 1 else None
        if not 0 < factor < 1:
            return None
        whole = self._whole_of(node.right)
        parts = {"share": share(factor, self.language), "of": of(whole, self.language)}
        parts["de_share"] = de(parts["share"])
        return f"{SHARE_OF[self.language][node.op].format(**parts)} {verb}"

    def _many(self, op: tree.CompareOp, number: Fraction) -> str:
        return MANY[self.language][op].format(figure(number, self.language))

    def _whole_of(self, node: Node) -> str:
        """The one count of a linear value."""
        match node:
            case tree.Count():
                return self.value(node)
            case tree.Arith():
                return self._whole_of(node.right if constant(node.left) is not None else node.left)
            case tree.Defined():
                return self._whole_of(node.rows[0][1])
            case _:
                return self.value(node)

    def _verb(self, node: Node) -> str:
        if (
            not isinstance(node, tree.Count)
            or node.ref != tree.CountRef(node.ref.name)
            or node.ref.name not in COUNTS
        ):
            return ""
        count = COUNTS[node.ref.name]
        return count.verb_fr if self.language == "fr" else count.verb_en

    def _relation(self, node: tree.Compare) -> str:
        right = self.value(node.right)
        relation = RELATIONS[self.language][node.op]
        if self.language == "fr" and relation.endswith(" de"):
            relation, right = relation.removesuffix(" de"), de(right)
        return f"{self.value(node.left)} {relation} {right}"

    # -- values ------------------------------------------------------------------------------------------------

    def value(self, node: Node) -> str:
        fixed = constant(node)
        if fixed is not None:
            return figure(fixed, self.language) if fixed.denominator == 1 else share(fixed, self.language)
        match node:
            case tree.Count():
                return self._count(node.ref)
            case tree.Arith():
                return self._arith(node)
            case tree.Call():
                return self._call(node)
            case tree.NumberOf() | tree.SumOf() | tree.Fewest():
                return self._aggregate(node)
            case tree.Length():
                return length(node.value, self.language)
            case tree.Unspecified():
                return self._glue("unspecified")
            case tree.Defined():
                return self._glue("rows", self._title(node.name))
            case _:
                return str(node)

    def _count(self, ref: tree.CountRef) -> str:
        count = COUNTS.get(ref.name)
        noun = (
            self._title(ref.name)
            if count is None
            else count.french
            if self.language == "fr"
            else count.english
        )
        words = [noun, *self._details(ref)]
        text = " ".join(words)
        return text if ref.over is None else self._glue("over", text, length(ref.over, self.language))

    def _details(self, ref: tree.CountRef) -> list[str]:
        details = []
        if ref.of is not None:
            title = self._title(ref.of)
            details.append(self._glue("of_all", title) if ref.all else of(title, self.language))
        if ref.with_ is not None:
            details.append(
                self._glue("with", self._title(ref.with_) + (f" {ref.label}" if ref.label else ""))
            )
        if ref.by is not None:
            details.append(self._glue("by", self._title(ref.by)))
        if ref.at is not None:
            details.append(self._glue("at", self._title(ref.at)))
        return details

    def _arith(self, node: tree.Arith) -> str:
        fixed = constant(node.left)
        if node.op == "*" and fixed is not None:
            right = self.value(node.right)
            if fixed.denominator != 1:
                return f"{share(fixed, self.language)} {of(right, self.language)}"
            return self._glue("times", figure(fixed, self.language), right)
        own = tree.binding(node)
        return SIGNS[self.language][node.op].format(
            self._operand(node.left, own), self._operand(node.right, own + 1)
        )

    def _operand(self, node: Node, least: int = 6) -> str:
        """In parentheses where the words would run together."""
        text = self.value(node)
        loose = isinstance(node, tree.Call) or tree.binding(node) < least
        return f"({text})" if loose and constant(node) is None else text

    def _call(self, node: tree.Call) -> str:
        inner = node.arguments[0]
        if node.function in PER[self.language] and isinstance(inner, tree.Arith) and inner.op == "/":
            by = constant(inner.right)
            if by is not None and by > 1:
                return self._per(node.function, inner.left, figure(by, self.language))
        arguments = ", ".join(self.value(each) for each in node.arguments)
        return FUNCTIONS[self.language][node.function].format(arguments)

    def _per(self, function: str, node: Node, number: str) -> str:
        what = self._operand(node)
        return PER[self.language][function].format(n=number, what=what, of=of(what, self.language))

    def _aggregate(self, node: tree.NumberOf | tree.SumOf | tree.Fewest) -> str:
        match node:
            case tree.NumberOf():
                group = self._title(node.group)
                return (
                    self._glue("all_groups", group) if node.where is None else self._where(group, node.where)
                )
            case tree.SumOf():
                return self._glue("sum", self._title(node.group), self.value(node.value))
            case tree.Fewest():
                return self._glue("fewest", self.value(node.value), self._title(node.weight))

    def _where(self, group: str, where: Node) -> str:
        return self._glue("groups", group, self.read(where))
