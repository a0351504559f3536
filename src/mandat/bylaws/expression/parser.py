"""The grammar of expressions, read by recursive descent (never ``eval``). Names are given their meaning in ``meaning``.

::

    condition = clause { "or" clause } ;        clause = test { "and" test } ;
    test      = "not" test | value [ ("<" | "<=" | "=" | ">=" | ">") value ] ;
    value     = term { ("+" | " - ") term } ;   term = factor { ("*" | "/") factor } ;
    factor    = integer | percent | duration | "'" label "'" | count | call | "(" condition ")" | "unspecified" ;
    count     = NAME [ "of" [ "all" ] PLACE ] [ "with" FACT [ ":" LABEL ] ] [ "by" WEIGHT ] [ "at" EVENT ] ;
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NoReturn, cast

from mandat.bylaws.expression import tree
from mandat.bylaws.expression.errors import ExpressionError
from mandat.bylaws.expression.lexer import Token, Word, words
from mandat.bylaws.expression.tree import Node
from mandat.bylaws.values.duration import Duration

DEEPEST_PARENTHESES = 40
_COMPARISONS = ("<", "<=", "=", ">=", ">")
_VALUE = "a number, a count, a function or `(`"
_AGGREGATES = ("number", "sum", "average", "fewest", *tree.STATES)


def read(text: str) -> Node:
    """The tree of ``text``, names not yet resolved; :class:`ExpressionError` with column, found, expected, remedy."""
    try:
        return _Parser(words(text)).whole()
    except ExpressionError as error:
        raise error.within(text) from None


class _Parser:
    def __init__(self, found: list[Word]) -> None:
        self._words = found
        self._at = 0
        self._depth = 0

    # -- words -------------------------------------------------------------------------------------------------

    @property
    def _next(self) -> Word:
        return self._words[self._at]

    def _take(self) -> Word:
        word = self._next
        self._at += word.token is not Token.END
        return word

    def _is(self, *texts: str) -> bool:
        return self._next.token in (Token.NAME, Token.SIGN) and self._next.text in texts

    def _accept(self, *texts: str) -> Word | None:
        return self._take() if self._is(*texts) else None

    def _expect(self, text: str, why: str = "") -> Word:
        if not self._is(text):
            self._fail(f"`{text}`", why)
        return self._take()

    def _failure(self, expected: str, remedy: str = "") -> ExpressionError:
        return ExpressionError(self._next.column, f"found {self._next}, expected {expected}", remedy)

    def _fail(self, expected: str, remedy: str = "") -> NoReturn:
        raise self._failure(expected, remedy)

    def _name(self, what: str) -> Word:
        if self._next.token is not Token.NAME or self._next.text in tree.KEYWORDS:
            self._fail(what)
        return self._take()

    # -- conditions --------------------------------------------------------------------------------------------

    def whole(self) -> Node:
        if len(self._words) == 1:
            raise ExpressionError(
                1, "the expression is empty", "write a condition or a number; leave the key out for no rule"
            )
        node = self._condition()
        if self._next.token is not Token.END:
            self._after_the_end()
        if tree.depth(node) > tree.DEEPEST:
            problem = (
                f"the expression is more than {tree.DEEPEST} levels deep, each sign of a long sum being one"
            )
            raise ExpressionError(1, problem, "name its parts in [define]")
        return node

    def _after_the_end(self) -> NoReturn:
        if self._is(")"):
            self._fail("the end", "there is no `(` for it")
        if self._next.token is Token.NAME and self._next.text in ("with", "by", "at", "of"):
            self._fail(
                "the end", "a count is written `NAME of PLACE with FACT by WEIGHT at EVENT`, in that order"
            )
        self._fail("`and`, `or`, an arithmetic sign, a comparison or the end")

    def _condition(self) -> Node:
        column = self._next.column
        clauses = self._joined("or", self._clause)
        return clauses[0] if len(clauses) == 1 else tree.Or(tuple(clauses), column)

    def _clause(self) -> Node:
        column = self._next.column
        tests = self._joined("and", self._test)
        return tests[0] if len(tests) == 1 else tree.And(tuple(tests), column)

    def _joined(self, word: str, part: Callable[[], Node]) -> list[Node]:
        parts = [part()]
        while self._accept(word):
            parts.append(part())
        return parts

    def _test(self) -> Node:
        negation = self._accept("not")
        if negation:
            return tree.Not(self._deeper(self._test), negation.column)
        left = self._value()
        sign = self._accept(*_COMPARISONS)
        if sign is None:
            return left
        right = self._value()
        if self._is(*_COMPARISONS):
            self._fail("`and`, `or` or the end", "comparisons do not chain: write `a < b and b < c`")
        return tree.Compare(cast(tree.CompareOp, sign.text), left, right, sign.column)

    def _deeper(self, part: Callable[[], Node]) -> Node:
        self._depth += 1
        if self._depth > DEEPEST_PARENTHESES:
            remedy = "name its parts in [define]"
            raise ExpressionError(
                self._next.column, f"more than {DEEPEST_PARENTHESES} levels of parentheses", remedy
            )
        node = part()
        self._depth -= 1
        return node

    # -- values ------------------------------------------------------------------------------------------------

    def _value(self) -> Node:
        node = self._term()
        while sign := self._accept("+", "-"):
            node = tree.Arith(cast(tree.ArithOp, sign.text), node, self._term(), sign.column)
        return node

    def _term(self) -> Node:
        node = self._factor()
        while sign := self._accept("*", "/"):
            node = tree.Arith(cast(tree.ArithOp, sign.text), node, self._factor(), sign.column)
        return node

    def _factor(self) -> Node:
        word = self._next
        match word.token:
            case Token.INTEGER | Token.PERCENT | Token.DURATION | Token.LABEL:
                return _literal(self._take())
            case Token.NAME:
                return self._named()
            case Token.SIGN if word.text == "(":
                self._take()
                inner = self._deeper(self._condition)
                self._expect(")", f"the `(` at column {word.column} is still open")
                return inner
            case Token.SIGN if word.text == "-":
                self._fail(_VALUE, "there is no sign for less than nothing: write `0 - …`")
        raise self._failure(_VALUE)

    def _named(self) -> Node:
        word = self._next
        if word.text == "unspecified":
            return tree.Unspecified(self._take().column)
        if word.text in tree.FUNCTIONS:
            return self._call()
        if word.text in tree.KEYWORDS:
            self._fail(_VALUE, f"`{word.text}` is a word of the language")
        column = word.column
        ref = self._count()
        if self._is("("):
            self._fail("no `(` after a count", f"functions: {', '.join(tree.FUNCTIONS)}")
        return tree.CountNode(ref, column)

    def _count(self) -> tree.CountRef:
        name = self._name("the name of a count").text
        of, every = self._of()
        with_, label = self._with()
        by = self._name("the name of a weight").text if self._accept("by") else None
        at = self._name("an event such as `congress.closed`").text if self._accept("at") else None
        return tree.CountRef(name, of, every, with_, label, by, at)

    def _of(self) -> tuple[str | None, bool]:
        if not self._accept("of"):
            return None, False
        every = self._accept("all") is not None
        return self._name("a body, a line of seats or a population").text, every

    def _with(self) -> tuple[str | None, str | None]:
        if not self._accept("with"):
            return None, None
        fact = self._name("the name of a fact").text
        if not self._accept(":"):
            return fact, None
        if self._next.token is Token.LABEL:
            return fact, self._take().text
        return fact, self._name("a label").text

    # -- calls -------------------------------------------------------------------------------------------------

    def _call(self) -> Node:
        word = self._take()
        self._expect("(", f"`{word.text}` is a function: `{word.text}(…)`")
        node = self._deeper(lambda: self._inside(word))
        self._expect(")", f"it closes `{word.text}(`")
        return node

    def _inside(self, word: Word) -> Node:
        if word.text in tree.STATES:
            every = self._accept("all") is not None
            place = self._name("a body, or the id of a vote, recall or agreement")
            return tree.CountNode(tree.CountRef(word.text, place.text, every), word.column)
        if word.text in _AGGREGATES:
            return self._aggregate(word)
        arguments = [self._value()]
        while word.text in ("min", "max") and self._accept(","):
            arguments.append(self._value())
        return tree.Call(word.text, tuple(arguments), word.column)

    def _aggregate(self, word: Word) -> Node:
        match word.text:
            case "number":
                group = self._name("a kind of body or a label fact").text
                where = self._condition() if self._accept("where") else None
                return tree.NumberOf(group, where, word.column)
            case "sum":
                value = self._value()
                self._expect("per", "`sum(value per GROUP)` says over which groups")
                return tree.SumOf(value, self._name("a kind of body or a label fact").text, word.column)
            case "average":
                return self._average(word)
            case _:
                weight = self._name("the name of a weight").text
                self._expect(",", "`fewest(WEIGHT, value)` has two parts")
                return tree.Fewest(weight, self._value(), word.column)

    def _average(self, word: Word) -> Node:
        ref = self._count()
        self._expect("over", "`average(count over P4M)` says over which time")
        if self._next.token is not Token.DURATION:
            self._fail("a duration such as `P4M`")
        over = Duration.parse(self._take().text)
        averaged = tree.CountRef(ref.name, ref.of, ref.all, ref.with_, ref.label, ref.by, ref.at, over)
        return tree.CountNode(averaged, word.column)


def _literal(word: Word) -> Node:
    match word.token:
        case Token.INTEGER:
            return tree.Integer(int(word.text), word.column)
        case Token.PERCENT:
            return tree.Percent(int(word.text[:-1]), word.column)
        case Token.DURATION:
            return tree.LengthNode(Duration.parse(word.text), word.column)
        case _:
            return tree.Label(word.text, word.column)
