"""What is refused when the file is loaded: column, what was found, what was expected, the remedy."""

import pytest

from mandat.bylaws.expression import (
    BylawsNames,
    DeclaredBody,
    DeclaredFact,
    ExpressionError,
    Place,
    check_definition,
    define,
    parse,
)

NAMES = BylawsNames(
    facts={
        "paid": DeclaredFact("people", ("section",)),
        "county": DeclaredFact("label", ("person",), ("north", "south")),
        "urgent": DeclaredFact("flag", ("act",)),
        "dues": DeclaredFact("money"),
    },
    weights=("card",),
    bodies={
        "section": DeclaredBody(many=True),
        "congress": DeclaredBody("congress"),
        "leader": DeclaredBody("office"),
    },
    ids=("recall.council",),
    defines={
        "q": define("q", "1/2 * sqrt(entitled)"),
        "a": define("a", "b"),
        "b": define("b", "a"),
        "w": define("w", "withdrawn"),
        "mixed": define("mixed", [("urgent", "yes"), (None, "dues")]),
    },
)

GRAMMAR = [
    ("", 1, "the expression is empty", "leave the key out for no rule"),
    ("yes >=", 7, "found the end, expected a number, a count, a function or `(`", ""),
    ("yes >= (no", 11, "found the end, expected `)`", "the `(` at column 8 is still open"),
    ("yes >= no)", 10, "found `)`, expected the end", "there is no `(` for it"),
    ("1 < yes < 3", 9, "found `<`, expected `and`, `or` or the end", "write `a < b and b < c`"),
    ("(1 < yes < 3)", 10, "found `<`", "comparisons do not chain"),
    ("yes == no", 5, "found `==`", "`==` is written `=`"),
    ("yes != no", 5, "found `!=`", "write `not (a = b)`"),
    ("yes => no", 5, "found `=>`", "write `>=`"),
    ("yes ≥ no", 5, "found `≥`", "write `>=`"),
    ("yes && no", 5, "found `&&`", "write `and`"),
    ("yes > 1.5 * no", 7, "`1.5` is a decimal number", "write the fraction `3/2`"),
    ("yes > 66.6% * cast", 7, "`66.6%` is a decimal number", "write the fraction `333/500`"),
    ("yes > 60 % * cast", 10, "found `%`", "follows a whole number without a space, as in `60% * cast`"),
    ("yes >= -1", 8, "found `-`", "for less than nothing write `0 - 1`"),
    ("yes >= - 1", 8, "found `-`", "there is no sign for less than nothing: write `0 - …`"),
    ("yes -no > 1", 5, "found `-`", "a minus has a space on both sides"),
    ("yes - 5-3 > 1", 7, "`5-3` is neither a number nor a name", "`5 - 3`"),
    ("yes- no > 1", 1, "found `yes-`", "a minus has a space on both sides: `yes - …`"),
    ("entitled > 25,000", 12, "`25,000` is written with a separator", "write 25000"),
    ("2yes > 3", 1, "`2yes` is neither a number nor a name", "write `2 * yes` for a product"),
    ('county of person = "north"', 20, 'found `"`', "a label stands in straight single quotes, `'north'`"),
    ("county of person = 'north", 20, "found `'`", "the label has no closing `'`"),
    ("county of person = ' '", 20, "an empty label", "between the quotes"),
    ("yes or > 3", 8, "found `>`, expected a number", ""),
    ("and > 3", 1, "found `and`", "`and` is a word of the language"),
    ("yes at congress.closed of section > 1", 24, "found `of`", "in that order"),
    ("round(yes) > 3", 6, "found `(`", "functions: floor, ceil, half_up"),
    ("max yes > 3", 5, "found `yes`, expected `(`", "`max` is a function: `max(…)`"),
    ("average(yes) > 3", 12, "expected `over`", "`average(count over P4M)`"),
    ("average(yes over 4) > 3", 18, "found `4`, expected a duration", ""),
    ("sum(yes) > 3", 8, "expected `per`", "`sum(value per GROUP)`"),
    ("yes > $", 7, "found `$`", "it has no meaning"),
    ("yes > 1" + 40 * "0", 7, "a number of 41 digits", "at most 30"),
    ("+".join(900 * "1") + " > yes", 1, "more than 120 levels deep", "name its parts in [define]"),
    (50 * "(" + "yes" + 50 * ")", 42, "more than 40 levels of parentheses", "name its parts in [define]"),
    (
        "yes > " + 700 * "1 + " + "1",
        2001,
        "is 2807 characters long; at most 2000 are read",
        "name its parts in [define]",
    ),
    ("served > P0.5Y", 10, "`P0.5Y` is no duration", "write P6M for half a year"),
]
MEANING = [
    (Place.CARRIED, "entitld > 3", 1, "`entitld` is no known name", "did you mean `entitled`?"),
    (Place.CARRIED, "withdrawn > 3", 1, "`withdrawn` has no meaning in `carried`", "names that have a meaning"),
    (Place.CONFIDENCE, "yes > 3", 1, "`yes` has no meaning in `confidence`", "electors, entitled, filled"),
    (Place.CARRIED, "yes > 1 and w > 3", 13, "`withdrawn` has no meaning in `carried` (in the definition of `w`)", ""),
    (Place.CARRIED, "a > 3", 1, "the definitions go in a circle: a → b → a", ""),
    (Place.CARRIED, "mixed > 3", 1, "the rows of `mixed` give a number of people and an amount of money", "the same unit"),
    (Place.CARRIED, "q of section > 3", 1, "`q` is a definition", "write `q` alone"),
    (Place.CARRIED, "yes-no > 1", 1, "`yes-no` is no known name", "to subtract write `yes - no`"),
    (Place.KEEPS, "served > p1y", 10, "`p1y` is no known name", "durations are written in capitals, `P1Y`"),
    (Place.KEEPS, "county = north", 10, "`north` is no known name", "a label stands in quotes, `'north'`"),
    (Place.CARRIED, "yes + dues > 3", 1, "`yes` is a number of people and `dues` is an amount of money", ""),
    (Place.CARRIED, "yes >= 2/3", 8, "`2/3` is a share of nothing", "say of what, as in `2/3 * cast`"),
    (Place.CARRIED, "60% <= yes", 1, "`60%` is a share of nothing", "say of what, as in `60% * cast`"),
    (Place.CARRIED, "yes >= no / cast", 1, "`no / cast` is a ratio", "say of what the share is"),
    (Place.CARRIED, "yes", 1, "`carried` asks for a condition, and `yes` is a number of people", "as in `yes >= 1`"),
    (Place.CARRIED, "yes > no + (yes > 3)", 13, "`+` asks for a number, and `yes > 3` is a condition", ""),
    (Place.CARRIED, "(yes > 3) = (no > 3)", 2, "`yes > 3` is a condition, and `=` compares numbers", ""),
    (Place.CARRIED, "yes > 3 and no", 13, "`and` joins conditions, and `no` is a number of people", ""),
    (Place.NUMBER, "members > 3", 1, "`number` asks for a number, and `members > 3` is a condition", "rows take a condition"),
    (Place.NUMBER, "1/2", 1, "`number` asks for whole seats, and `1/2` is a fraction", "round it"),
    (Place.NUMBER, "dues / 3", 1, "`number` asks for seats, and `dues / 3` is an amount of money", ""),
    (Place.CARRIED, "yes by card > no", 1, "they do not go together", "votes compare within one tally: `no by card`"),
    (Place.CARRIED, "yes by cart > no by card", 1, "`cart` is no weight", "did you mean `card`?"),
    (Place.CARRIED, "paid by card > 3", 1, "`paid` cannot be weighed", "leave out `by card`"),
    (Place.CARRIED, "members of congress > 3", 1, "is a congress and has posts, no `members`", "`filled` for the posts"),
    (Place.CARRIED, "members of sections > 3", 1, "`sections` is no body or population", "did you mean `section`?"),
    (Place.CARRIED, "filled of all congress > 3", 1, "`all` needs a kind with many bodies", "leave `all` out"),
    (Place.KEEPS, "served > 3", 1, "`served` is a duration and `3` is a number", "P18Y, P3M, P14D"),
    (Place.KEEPS, "served > P1Y + P1M", 10, "`+` asks for a number, and `P1Y` is a duration", "P1Y6M"),
    (Place.KEEPS, "county = 'nort'", 10, "`county` has no label 'nort'", "did you mean `north`?"),
    (Place.KEEPS, "county > 'north'", 8, "labels have no order", "compare labels with `=`"),
    (Place.POWER_WHEN, "paid > 3", 1, "the fact `paid` has no meaning in `power.when`", "write `paid of …`"),
    (Place.KEEPS, "not author of leader", 5, "`author` takes no `of`", ""),
    (Place.CARRIED, "voted with county > 3", 1, "`county` is a label", "say which: `with county:…`"),
    (Place.CARRIED, "voted with urgent:yes > 3", 1, "`urgent` is a flag and has no labels", "write `with urgent`"),
    (Place.CARRIED, "voted with paid > 3", 1, "`paid` after `with` is no flag and no label", "county, urgent"),
    (Place.CARRIED, "voted with county:nort > 3", 1, "`county` has no label 'nort'", "did you mean `north`?"),
    (Place.CARRIED, "members of section at congress.close > 3", 1, "`congress.close` is no event", "closed, adjourned"),
    (Place.CARRIED, "members of section at congres.closed > 3", 1, "`congres` in the event", "did you mean `congress`?"),
    (Place.POWER_WHEN, "open(recall.counsil)", 1, "`recall.counsil` in `open(recall.counsil)` is unknown", "`recall.council`?"),
    (Place.LINE_WHEN, "not filled", 5, "`not` asks for a condition, and `filled` is a number of seats", "`filled >= 1`"),
    (Place.CARRIED, "standing > 3", 1, "`standing` has no meaning in `carried`", "names that have a meaning"),
    (Place.ELECTION_QUORUM, "present > 3", 1, "`present` has no meaning in `elect.quorum`", "names that have a meaning"),
    (Place.METHOD, "entitled > 3", 1, "`entitled` has no meaning in `method`", "standing, places, lists"),
    (Place.METHOD, "vacant(leader)", 1, "`vacant(leader)` has no meaning in `method`", "standing, places, lists"),
    (Place.MAY_VOTE, "served > P1Y", 1, "`served` has no meaning in `may_vote`", "seniority"),
    (Place.KEEPS, "left of leader > P1Y", 1, "`left` takes no `of`", ""),
    (Place.CARRIED, "yes at congress.opened > 3", 1, "what `yes` was at `congress.opened` is not kept", "leave `at` out"),
    (Place.CARRIED, "represented at meeting.opened > 3", 1, "what `represented` was", "leave `at` out"),
    (Place.CARRIED, "average(yes over P4M) > 3", 1, "what `yes` was before is not kept", "tell the number as a fact"),
    (Place.CARRIED, "paid of congress > 3", 1, "`paid` is told of section, not of `congress`", "name one of: section"),
    (Place.CARRIED, "urgent of all section", 1, "`urgent` does not add up", "ask in how many"),
    (Place.CARRIED, "members of sender > 3", 1, "there is no `sender` in `carried`", "name a body"),
    (Place.CARRIED, "due of leader > 3", 1, "`leader` is a body, and `due` is kept of a line of seats", "a line of seats"),
    (Place.NUMBER, "yes of section", 1, "`yes of …` is a part of a vote, and `number` is about none", ""),
    (Place.NUMBER, "members by card", 1, "`members` cannot be weighed", "leave out"),
    (Place.NUMBER, "sum(due per section)", 5, "`due` is not counted for each section", "members, entitled"),
    (Place.RECALL_SIGNED, "signed with urgent > 3", 1, "`with urgent` cannot stand behind `signed`", "members, entitled"),
    (Place.POWER_WHEN, "seated(leader)", 1, "`power.when` is about no person who could be seated", ""),
    (Place.POWER_WHEN, "open(leader)", 1, "`leader` can never be what `open(…)` asks", "a recall: recall.council"),
    (Place.CARRIED, "number(sectoin) > 3", 1, "`sectoin` is no group", "did you mean `section`?"),
    (Place.CARRIED, "sqrt(yes) > sqrt(no)", 13, "`sqrt(yes)` and `sqrt(no)` meet in one value", "one square root"),
    (Place.CARRIED, "sqrt(sqrt(yes)) > 3", 1, "is the root of a root", "round the inner one"),
    (Place.CARRIED, "sum(sqrt(yes) per section) > 3", 1, "adds up different roots", "round inside the sum"),
    (Place.CARRIED, "yes / 0 > 3", 5, "`yes / 0` divides by nothing", ""),
    (Place.CARRIED, "fewest(card, 1/2 * entitled) > 3", 1, "`card` weighs votes by card", "write it `… by card`"),
    (Place.CARRIED, "yes / dues > 3", 1, "do not go together in `yes / dues`", ""),
    (Place.CARRIED, "yes * no > 3 * cast", 1, "`yes * no` is people times people", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "column", "problem", "remedy"), GRAMMAR)
def test_grammar(text: str, column: int, problem: str, remedy: str) -> None:
    _refused(text, Place.CARRIED, column, problem, remedy)


@pytest.mark.parametrize(("place", "text", "column", "problem", "remedy"), MEANING)
def test_meaning(place: Place, text: str, column: int, problem: str, remedy: str) -> None:
    _refused(text, place, column, problem, remedy)


def _refused(text: str, place: Place, column: int, problem: str, remedy: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        parse(text, place=place, names=NAMES)
    error = caught.value
    assert problem in error.problem
    assert remedy in error.remedy
    assert error.column == column
    assert str(error).startswith(f"column {column}")
    assert error.problem in str(error)
    assert error.remedy in str(error)


def test_a_bare_name_counts_in_the_tally_of_its_decision() -> None:
    card = BylawsNames(weights=("card",), tally="card")
    assert str(parse("yes > 1/2 * cast", place=Place.CARRIED, names=card).node) == "yes > 1/2 * cast"
    with pytest.raises(ExpressionError, match="votes compare within one tally: count both sides `by card`"):
        parse("present >= 1/2 * (filled by heads)", place=Place.QUORUM, names=card)
    assert parse("present by heads >= 1/2 * filled by heads", place=Place.QUORUM, names=card)


def test_a_council_has_no_members() -> None:
    council = BylawsNames(subject=DeclaredBody("council"))
    with pytest.raises(
        ExpressionError, match="its body is a council and has posts, no `members`; write `filled`"
    ):
        parse("ceil(members / 100)", place=Place.NUMBER, names=council)


def test_definitions_that_grow_without_end_are_refused() -> None:
    defines = {f"d{n}": define(f"d{n}", f"d{n + 1} + d{n + 1}") for n in range(40)} | {
        "d40": define("d40", "yes")
    }
    with pytest.raises(ExpressionError, match="has more than 3000 parts; shorten the definitions"):
        parse("d0 > 1", place=Place.CARRIED, names=BylawsNames(defines=defines))


def test_definitions_that_nest_without_end_are_refused() -> None:
    defines = {f"d{n}": define(f"d{n}", f"d{n + 1}") for n in range(900)} | {"d900": define("d900", "yes")}
    with pytest.raises(ExpressionError, match="is more than 120 levels deep"):
        parse("d0 > 1", place=Place.CARRIED, names=BylawsNames(defines=defines))


def test_a_definition_is_checked_apart_from_its_use() -> None:
    assert str(check_definition(NAMES.defines["q"], NAMES)) == "people"
    with pytest.raises(ExpressionError, match="a → b → a"):
        check_definition(NAMES.defines["a"], NAMES)


def test_the_condition_of_a_row_stands_at_the_place_of_its_key() -> None:
    assert parse("paid = 0", place=Place.NUMBER, names=NAMES, row=True).evaluate({"paid": 0}).value is True
    with pytest.raises(ExpressionError, match="`number` asks for a condition"):
        parse("paid", place=Place.NUMBER, names=NAMES, row=True)
