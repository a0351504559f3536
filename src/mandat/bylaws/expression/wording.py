"""The words of the read-back, in English and French: shares, comparisons, functions."""

from __future__ import annotations

from fractions import Fraction

from mandat.bylaws.words.figures import figure
from mandat.language import Language

SHARES: dict[Language, dict[Fraction, str]] = {
    "en": {
        Fraction(1, 2): "half",
        Fraction(1, 3): "a third",
        Fraction(2, 3): "two thirds",
        Fraction(1, 4): "a quarter",
        Fraction(3, 4): "three quarters",
        Fraction(1, 5): "a fifth",
        Fraction(2, 5): "two fifths",
        Fraction(3, 5): "three fifths",
        Fraction(4, 5): "four fifths",
        Fraction(1, 10): "a tenth",
        Fraction(9, 10): "nine tenths",
    },
    "fr": {
        Fraction(1, 2): "la moitié",
        Fraction(1, 3): "un tiers",
        Fraction(2, 3): "deux tiers",
        Fraction(1, 4): "un quart",
        Fraction(3, 4): "trois quarts",
        Fraction(1, 5): "un cinquième",
        Fraction(2, 5): "deux cinquièmes",
        Fraction(3, 5): "trois cinquièmes",
        Fraction(4, 5): "quatre cinquièmes",
        Fraction(1, 10): "un dixième",
        Fraction(9, 10): "neuf dixièmes",
    },
}
SHARE_OF: dict[Language, dict[str, str]] = {
    "en": {
        ">=": "at least {share} {of}",
        ">": "more than {share} {of}",
        "<=": "at most {share} {of}",
        "<": "less than {share} {of}",
        "=": "exactly {share} {of}",
    },
    "fr": {
        ">=": "{share} au moins {of}",
        ">": "plus {de_share} {of}",
        "<=": "{share} au plus {of}",
        "<": "moins {de_share} {of}",
        "=": "exactement {share} {of}",
    },
}
MANY: dict[Language, dict[str, str]] = {
    "en": {
        ">=": "at least {}",
        ">": "more than {}",
        "<=": "at most {}",
        "<": "fewer than {}",
        "=": "exactly {}",
    },
    "fr": {
        ">=": "au moins {}",
        ">": "plus de {}",
        "<=": "au plus {}",
        "<": "moins de {}",
        "=": "exactement {}",
    },
}
RELATIONS: dict[Language, dict[str, str]] = {
    "en": {">=": "reach", ">": "exceed", "<=": "do not exceed", "<": "stay below", "=": "equal"},
    "fr": {
        ">=": "atteignent",
        ">": "dépassent",
        "<=": "ne dépassent pas",
        "<": "restent en dessous de",
        "=": "égalent",
    },
}
LASTS: dict[Language, dict[str, str]] = {
    "en": {
        ">=": "is at least {}",
        ">": "is more than {}",
        "<=": "is at most {}",
        "<": "is less than {}",
        "=": "is {}",
    },
    "fr": {
        ">=": "est d'au moins {}",
        ">": "est de plus de {}",
        "<=": "est d'au plus {}",
        "<": "est de moins de {}",
        "=": "est de {}",
    },
}
FUNCTIONS: dict[Language, dict[str, str]] = {
    "en": {
        "ceil": "{}, rounded up",
        "floor": "{}, rounded down",
        "half_up": "{}, rounded to the nearest (a half up)",
        "half_down": "{}, rounded to the nearest (a half down)",
        "half_even": "{}, rounded to the nearest (a half to the even number)",
        "sqrt": "the square root of ({})",
        "min": "the least of ({})",
        "max": "the greatest of ({})",
    },
    "fr": {
        "ceil": "{}, arrondi au-dessus",
        "floor": "{}, arrondi au-dessous",
        "half_up": "{}, arrondi au plus près (la demie au-dessus)",
        "half_down": "{}, arrondi au plus près (la demie au-dessous)",
        "half_even": "{}, arrondi au plus près (la demie au nombre pair)",
        "sqrt": "la racine carrée de ({})",
        "min": "le plus petit de ({})",
        "max": "le plus grand de ({})",
    },
}
PER: dict[Language, dict[str, str]] = {
    "en": {
        "ceil": "one for every {n} of {what} or part of {n}",
        "floor": "one for every full {n} of {what}",
        "half_down": "one for every {n} of {what} or major fraction of {n}",
    },
    "fr": {
        "ceil": "un par tranche même incomplète de {n} {of}",
        "floor": "un par tranche complète de {n} {of}",
        "half_down": "un par tranche de {n} {of}, ou fraction de plus de la moitié",
    },
}
SIGNS: dict[Language, dict[str, str]] = {
    "en": {"+": "{} plus {}", "-": "{} less {}", "*": "{} times {}", "/": "{} divided by {}"},
    "fr": {"+": "{} plus {}", "-": "{} moins {}", "*": "{} fois {}", "/": "{} divisé par {}"},
}
GLUE: dict[Language, dict[str, str]] = {
    "en": {
        "and": " and ",
        "or": " or ",
        "not": "it is not so that {}",
        "of": "of {}",
        "of_all": "of every {}",
        "with": "with {}",
        "by": "(by {})",
        "at": "at {}",
        "over": "the average of {} over {}",
        "groups": "the number of groups “{}” where {}",
        "all_groups": "the number of groups “{}”",
        "groups_hold": "in {many} of the groups “{group}”, {where}",
        "there_are": "there are {many} groups “{group}”",
        "sum": "the sum for every {} of ({})",
        "fewest": "the fewest voters who together weigh more than {} by {}",
        "unspecified": "what the text leaves open",
        "rows": "“{}”",
        "times": "{} times {}",
        "person": "the person is {}",
        "given": "“{}” holds",
    },
    "fr": {
        "and": " et ",
        "or": " ou ",
        "not": "il n'est pas vrai que {}",
        "of": "de {}",
        "of_all": "de chaque {}",
        "with": "avec {}",
        "by": "(par {})",
        "at": "à {}",
        "over": "la moyenne de {} sur {}",
        "groups": "le nombre de groupes « {} » où {}",
        "all_groups": "le nombre de groupes « {} »",
        "groups_hold": "dans {many} des groupes « {group} », {where}",
        "there_are": "il y a {many} groupes « {group} »",
        "sum": "la somme pour chaque {} de ({})",
        "fewest": "le plus petit nombre de votants qui pèsent ensemble plus de {} par {}",
        "unspecified": "ce que le texte ne précise pas",
        "rows": "« {} »",
        "times": "{} fois {}",
        "person": "la personne est {}",
        "given": "« {} » vaut",
    },
}


def share(fraction: Fraction, language: Language) -> str:
    """A share in words: "two thirds", "60%", "3/7"."""
    known = SHARES[language].get(fraction)
    if known is not None:
        return known
    if 100 % fraction.denominator == 0:
        return f"{figure(fraction * 100, language)}{'%' if language == 'en' else ' %'}"
    return f"{fraction.numerator}/{fraction.denominator}"


def de(words: str) -> str:
    """« de » before French words, contracted: « des inscrits », « du siège », « de la moitié », « d'un tiers »."""
    for article, contracted in (("les ", "des "), ("le ", "du ")):
        if words.startswith(article):
            return contracted + words.removeprefix(article)
    return f"d'{words}" if words[:1].lower() in "aeiouéèêâîôûh" else f"de {words}"


def of(words: str, language: Language) -> str:
    """The words after "of": "of those cast", « des exprimés »."""
    return f"of {words}" if language == "en" else de(words)
