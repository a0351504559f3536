"""Sentences, signs, the table of counts, and numbers completed from others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mandat.bylaws.expression import (
    COUNTS,
    BylawsNames,
    DeclaredBody,
    DeclaredFact,
    NumbersError,
    Place,
    Sign,
    complete,
    define,
    parse,
    phrase,
    sign_of,
)
from mandat.bylaws.expression.counts import meaningful
from mandat.bylaws.expression.places import SUBJECTS
from mandat.bylaws.expression.tree import KEYWORDS

NAMES = BylawsNames(
    facts={
        "paid": DeclaredFact("people"),
        "urgent": DeclaredFact("flag", ("act",)),
        "county": DeclaredFact("label"),
    },
    bodies={
        "section": DeclaredBody(many=True),
        "leader": DeclaredBody("office"),
        "region": DeclaredBody("council", many=True),
    },
    weights=("card",),
    defines={"q": define("q", "1/2 * sqrt(entitled)")},
)
TITLES = {"section": "section", "paid": "dues payers", "leader": "the leader", "card": "card"}


@pytest.mark.parametrize(
    ("place", "text", "english", "french"),
    [
        (
            Place.CONFIDENCE, "withdrawn > 1/2 * electors",
            "more than half of those who were entitled in its election and are still members have withdrawn confidence",
            "plus de la moitié des électeurs du siège ont retiré leur confiance",
        ),
        (
            Place.QUORUM, "voted >= 1/2 * concerned",
            "at least half of the members concerned vote", "la moitié au moins des intéressés votent",
        ),
        (
            Place.CARRIED, "yes >= 2/3 * cast",
            "at least two thirds of those cast are in favour", "les deux tiers au moins des exprimés sont pour",
        ),
        (Place.CARRIED, "yes > no", "those in favour exceed those against", "les voix pour dépassent les voix contre"),
        (
            Place.CARRIED, "yes < 1/4 * voted",
            "less than a quarter of those who vote are in favour", "moins du quart des votants sont pour",
        ),
        (Place.RECALL_SIGNED, "signed >= 15", "at least 15 have signed", "au moins 15 ont signé"),
        (
            Place.NUMBER, "ceil(entitled / 100)",
            "one for every 100 of those entitled to vote or part of 100", "un par tranche même incomplète de 100 des inscrits",
        ),
        (
            Place.NUMBER, "1 + half_down((paid - 200) / 300)",
            "1 plus (one for every 300 of (dues payers less 200) or major fraction of 300)",
            "1 plus (un par tranche de 300 de (dues payers moins 200), ou fraction de plus de la moitié)",
        ),
        (Place.KEEPS, "served < P1Y", "the time in the post is less than 1 year", "le temps de fonction est de moins de 1\xa0an"),
        (
            Place.BARRED, "not author and vacant(leader)",
            "it is not true that the person is the author and the leader is vacant",
            "il n’est pas vrai que la personne est l’auteur et the leader n’a pas de titulaire",
        ),
        (
            Place.RECALL_SIGNED, "members of signers >= 1/4 * members of all section",
            "the members of signers reach a quarter of the members of every section",
            "les membres de signers atteignent le quart des membres de chaque section",
        ),
        (
            Place.RECALL_SIGNED, "number(county where signed >= 10) >= 5",
            "in at least 5 of the groups “county”, at least 10 have signed",
            "dans au moins 5 des groupes « county », au moins 10 ont signé",
        ),
        (
            Place.RECALL_SIGNED, "number(county) >= 5",
            "there are at least 5 groups “county”",
            "il y a au moins 5 groupes « county »",
        ),
        (Place.QUORUM, "yes >= 3 * q", "those in favour reach 3 times “q”", "les voix pour atteignent 3 fois « q »"),
        (
            Place.CARRIED, "yes by card > 1/2 * cast by card",
            "those in favour (by card) exceed half of those cast (by card)",
            "les voix pour (par card) dépassent la moitié des exprimés (par card)",
        ),
        (Place.NUMBER, "unspecified", "what the text leaves open", "ce que le texte ne précise pas"),
        (
            Place.WEIGHTS, "average(paid over P4M) / sent_present",
            "the average of dues payers over 4 months divided by the delegates present",
            "la moyenne de dues payers sur 4\xa0mois divisé par les délégués présents",
        ),
    ],
)  # fmt: skip
def test_sentences(place: Place, text: str, english: str, french: str) -> None:
    expression = parse(text, place=place, names=NAMES)
    assert phrase(expression, "en", TITLES) == english
    assert phrase(expression, "fr", TITLES).replace("\u202f", " ").replace("\u00a0", " ") == french.replace(
        "\u00a0", " "
    )


@pytest.mark.parametrize(
    ("text", "count", "sign"),
    [
        ("yes >= 2/3 * cast", "yes", Sign.HELPS),
        ("yes >= 2/3 * cast", "no", Sign.HARMS),
        ("yes >= 2/3 * cast", "abstain", Sign.NEITHER),
        ("yes >= 2/3 * valid", "abstain", Sign.HARMS),
        ("yes >= 2/3 * cast and cast >= 1/2 * entitled", "yes", Sign.HELPS),
        ("yes >= 2/3 * cast and cast >= 1/2 * entitled", "no", Sign.BOTH),
        ("yes by card > 1/2 * cast by card", "yes by card", Sign.HELPS),
        ("yes by card > 1/2 * cast by card", "yes", Sign.NEITHER),
        ("not yes > 3", "yes", Sign.HARMS),
        ("yes = 3", "yes", Sign.BOTH),
        ("ceil(yes / 3) >= 2", "yes", Sign.HELPS),
        ("min(yes, no) >= 2", "no", Sign.HELPS),
        ("yes >= 3 * q", "entitled", Sign.HARMS),
        ("yes / cast >= 2/3", "yes", Sign.UNKNOWN),
        ("yes - ceil(yes / 2) >= 2", "yes", Sign.UNKNOWN),
    ],
)
def test_signs(text: str, count: str, sign: Sign) -> None:
    assert sign_of(parse(text, place=Place.CARRIED, names=NAMES), count) is sign


def test_every_count_of_the_table_is_complete_and_can_be_named() -> None:
    for name, count in COUNTS.items():
        assert name == count.name
        assert name not in KEYWORDS
        assert all((count.meaning, count.noun.english, count.subjects))
    named = {name for place in Place if place is not Place.DEFINE for name in meaningful(SUBJECTS[place])}
    assert named == set(COUNTS)


def test_numbers_follow_from_others() -> None:
    assert complete({"yes": 3014, "cast": 4900, "voted": 5046, "concerned": 5255})["no"] == 1886
    assert complete({"yes": 3, "no": 2, "abstain": 1, "invalid": 1})["voted"] == 7
    assert complete({"voted": 7, "invalid": 1, "abstain": 1, "yes": 3})["no"] == 2
    assert complete({"yes by card": 30, "no by card": 20}) == {
        "yes by card": 30,
        "no by card": 20,
        "cast by card": 50,
    }
    assert "valid" not in complete({"yes": 3, "no": 2})


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ({"yes": 3, "no": 2, "cast": 6}, "`cast` is `yes` + `no`: 3 + 2 = 5, not 6"),
        ({"yes": 7, "cast": 6}, "`yes` 7 is a part of `cast` 6 and cannot be more"),
        ({"voted": 7, "entitled": 6}, "`voted` 7 cannot be more than `entitled` 6"),
        ({"filled": 7, "seats": 6}, "`filled` 7 cannot be more than `seats` 6"),
        ({"yes by card": 7, "cast by card": 6}, "`yes by card` 7 is a part of `cast by card` 6"),
    ],
)
def test_numbers_that_contradict(numbers: dict[str, int], words: str) -> None:
    with pytest.raises(NumbersError) as caught:
        complete(numbers)
    assert words in str(caught.value)


ballots = st.integers(0, 1000)


@given(
    ballots,
    ballots,
    ballots,
    ballots,
    st.sets(st.sampled_from(("yes", "no", "cast", "abstain", "valid", "invalid", "voted"))),
)
def test_what_follows_is_what_was(yes: int, no: int, abstain: int, invalid: int, hidden: set[str]) -> None:
    vote = {"yes": yes, "no": no, "cast": yes + no, "abstain": abstain, "valid": yes + no + abstain}
    vote |= {"invalid": invalid, "voted": yes + no + abstain + invalid}
    found = complete({name: number for name, number in vote.items() if name not in hidden})
    assert found.items() <= vote.items()
