"""The words of every fault that a bylaws file can have, in English and French: what is wrong, and the remedy."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from mandat.language import Language

Words = tuple[str, str]


def _both(en: Words, fr: Words) -> Mapping[Language, Words]:
    return MappingProxyType({"en": en, "fr": fr})


_TEXT: dict[str, Mapping[Language, Words]] = {
    "not-utf8": _both(
        (
            "The file is not UTF-8: byte {byte} at offset {offset} begins no character.",
            "Save it as UTF-8.",
        ),
        (
            "Le fichier n'est pas en UTF-8 : l'octet {byte} en position {offset} ne commence aucun caractère.",
            "Enregistrez-le en UTF-8.",
        ),
    ),
    "not-toml": _both(
        (
            "This is not TOML: {problem}.",
            "See https://toml.io/en/v1.0.0; an inline table {{ … }} has to stay on one line.",
        ),
        (
            "Ce n'est pas du TOML : {problem}.",
            "Voir https://toml.io/fr/v1.0.0 ; une table en ligne {{ … }} tient sur une seule ligne.",
        ),
    ),
    "duplicate": _both(
        (
            "`{name}` is given twice.",
            "Keep one of the two, or give one another name.",
        ),
        (
            "`{name}` est donné deux fois.",
            "Gardez l'un des deux, ou donnez à l'un un autre nom.",
        ),
    ),
    "too-deep": _both(
        (
            "The file is nested too deeply to be read.",
            "No rule needs more than ten levels of brackets.",
        ),
        (
            "Le fichier est trop imbriqué pour être lu.",
            "Aucune règle n'exige plus de dix niveaux de crochets.",
        ),
    ),
    "unknown-table": _both(
        (
            "There is no table `{name}`.",
            "The tables are {known}.",
        ),
        (
            "Il n'y a pas de table `{name}`.",
            "Les tables sont {known}.",
        ),
    ),
    "unknown-key": _both(
        (
            "`{table}` has no key `{name}`.",
            "Its keys are {known}.",
        ),
        (
            "`{table}` n'a pas de clé `{name}`.",
            "Ses clés sont {known}.",
        ),
    ),
    "misplaced": _both(
        (
            "This line stands under [{header}], so it is read as `{read}`.",
            "Move it above the first [table] of the file, or write [{name}.…] as a table of its own.",
        ),
        (
            "Cette ligne se trouve sous [{header}] et se lit donc `{read}`.",
            "Placez-la avant la première [table] du fichier, ou écrivez [{name}.…] comme table à part.",
        ),
    ),
    "number-too-long": _both(
        (
            "A number has more digits than can be read.",
            "No rule needs more than a hundred.",
        ),
        (
            "Un nombre a trop de chiffres pour être lu.",
            "Aucune règle n'en exige plus de cent.",
        ),
    ),
    "missing-key": _both(
        (
            "`{table}` needs the key `{name}`: {about}.",
            "Add `{name} = …`.",
        ),
        (
            "`{table}` demande la clé `{name}` : {about_fr}.",
            "Ajoutez `{name} = …`.",
        ),
    ),
    "wrong-type": _both(
        (
            "Found {found}, expected {expected}.",
            "",
        ),
        (
            "Il y a {found_fr}, il faut {expected_fr}.",
            "",
        ),
    ),
    "float": _both(
        (
            "`{found}` is a decimal number, and numbers here are exact.",
            'Write a fraction or a percentage in quotes, such as "3/2" or "15%".',
        ),
        (
            "`{found}` est un nombre décimal ; ici les nombres sont exacts.",
            'Écrivez une fraction ou un pourcentage entre guillemets, comme "3/2" ou "15%".',
        ),
    ),
    "unknown-word": _both(
        (
            "`{name}` is none of the words that may stand here.",
            "They are {known}.",
        ),
        (
            "`{name}` n'est pas un mot admis ici.",
            "Les mots admis sont {known}.",
        ),
    ),
    "pattern": _both(
        (
            "`{name}` is not written as it should be.",
            "Write it like {example}.",
        ),
        (
            "`{name}` n'est pas écrit comme il faut.",
            "Écrivez par exemple {example}.",
        ),
    ),
    "too-small": _both(
        (
            "{found} is too small.",
            "The least is {least}.",
        ),
        (
            "{found} est trop petit.",
            "Le minimum est {least}.",
        ),
    ),
    "flag-only": _both(
        (
            "`{found}` says nothing here.",
            "Write `{only}`, or leave the key out.",
        ),
        (
            "`{found}` ne dit rien ici.",
            "Écrivez `{only}` ou supprimez la clé.",
        ),
    ),
    "undefined": _both(
        (
            "`{name}` is no {kind} of this file.",
            "Declared: {known}.",
        ),
        (
            "`{name}` n'est pas {kind_fr} de ce fichier.",
            "Déclarés : {known}.",
        ),
    ),
    "population": _both(
        (
            "`{name}` names nobody: it is no body, no line of seats and none of the words {words}.",
            "Bodies: {bodies}.",
        ),
        (
            "`{name}` ne désigne personne : ni organe, ni ligne de sièges, ni l'un des mots {words}.",
            "Organes : {bodies}.",
        ),
    ),
    "all-of-one": _both(
        (
            "`all {name}`: there is only one {name}.",
            "Write `{name}`.",
        ),
        (
            "`all {name}` : il n'y a qu'un {name}.",
            "Écrivez `{name}`.",
        ),
    ),
    "event": _both(
        (
            "`{name}` is no event.",
            "An event is `thing.what`, such as `congress.called`; what = {known}.",
        ),
        (
            "`{name}` n'est pas un événement.",
            "Un événement s'écrit `chose.quoi`, comme `congress.called` ; quoi = {known}.",
        ),
    ),
    "event-thing": _both(
        (
            "Nothing in this file is called `{name}`, so it has no events.",
            "Use an id of the file, or {words}.",
        ),
        (
            "Rien dans ce fichier ne s'appelle `{name}` ; il n'a donc pas d'événements.",
            "Employez un identifiant du fichier, ou {words}.",
        ),
    ),
    "duration": _both(
        (
            "{problem}.",
            "",
        ),
        (
            "`{found}` n'est pas une durée.",
            "Écrivez par exemple P2Y, P3M, P14D ou PT24H.",
        ),
    ),
    "duration-long": _both(
        (
            "`{found}` is longer than {years} years: it would end beyond the calendar.",
            "Write a length of at most {years} years, or leave the key out if there is no limit.",
        ),
        (
            "`{found}` dépasse {years} ans et finirait au-delà du calendrier.",
            "Écrivez une durée d'au plus {years} ans, ou omettez la clé s'il n'y a pas de limite.",
        ),
    ),
    "clock": _both(
        (
            "`{name}` is neither a duration nor the name of a clock.",
            "Write a duration such as P14D, or declare [clock.{name}].",
        ),
        (
            "`{name}` n'est ni une durée ni le nom d'un délai.",
            "Écrivez une durée comme P14D, ou déclarez [clock.{name}].",
        ),
    ),
    "expression": _both(
        (
            "In `{text}`: {problem}.",
            "{remedy}",
        ),
        (
            "Dans `{text}` : {problem}.",
            "{remedy}",
        ),
    ),
    "rows": _both(
        (
            "These rows cannot be read: {problem}.",
            'Rows are [["condition", value], …, ["else", value]].',
        ),
        (
            "Ces lignes sont illisibles : {problem_fr}.",
            'Des lignes s\'écrivent [["condition", valeur], …, ["else", valeur]].',
        ),
    ),
    "parameter": _both(
        (
            "`{name}` is neither a key of a decision nor a parameter of the method {method}.",
            "Its parameters: {known}.",
        ),
        (
            "`{name}` n'est ni une clé d'une décision ni un paramètre de la méthode {method}.",
            "Ses paramètres : {known}.",
        ),
    ),
    "nested": _both(
        (
            "`[{table}.{name}]` is read as a table inside `{table}.{outer}`, not as one entry.",
            'Put the id in quotes: [{table}."{name}"].',
        ),
        (
            "`[{table}.{name}]` se lit comme une table dans `{table}.{outer}`, non comme une seule entrée.",
            'Mettez l\'identifiant entre guillemets : [{table}."{name}"].',
        ),
    ),
    "anonymous": _both(
        (
            "`[[{name}]]` makes entries without a name, and no ruling could cite them.",
            "Name each one: [{example}].",
        ),
        (
            "`[[{name}]]` crée des entrées sans nom, qu'aucune décision ne pourrait citer.",
            "Nommez chacune : [{example}].",
        ),
    ),
    "entry-id": _both(
        (
            "`{name}` cannot be an id.",
            "An id begins with a letter and has letters, digits, `-`, and `.` between quotes.",
        ),
        (
            "`{name}` ne peut pas être un identifiant.",
            "Un identifiant commence par une lettre et contient lettres, chiffres, `-`, et `.` entre guillemets.",
        ),
    ),
    "reserved": _both(
        (
            "`{name}` is a word of the language and cannot name {kind}.",
            "Choose another name, such as `{name}-body` or `the-{name}`.",
        ),
        (
            "`{name}` est un mot du langage et ne peut nommer {kind_fr}.",
            "Choisissez un autre nom, comme `{name}-body` ou `the-{name}`.",
        ),
    ),
    "version": _both(
        (
            "`mandat = {found}`: this program reads version {known} of the language.",
            "Write `mandat = {known}`, or use a newer program.",
        ),
        (
            "`mandat = {found}` : ce programme lit la version {known} du langage.",
            "Écrivez `mandat = {known}`, ou prenez un programme plus récent.",
        ),
    ),
    "time-zone": _both(
        (
            "`{name}` is no time zone.",
            "Use a name of the IANA database, such as Europe/Paris or UTC.",
        ),
        (
            "`{name}` n'est pas un fuseau horaire.",
            "Employez un nom de la base IANA, comme Europe/Paris ou UTC.",
        ),
    ),
    "language": _both(
        (
            "`{name}` is no language tag.",
            "Use a tag such as en, fr or pt-BR.",
        ),
        (
            "`{name}` n'est pas un code de langue.",
            "Employez un code comme en, fr ou pt-BR.",
        ),
    ),
    "cycle": _both(
        (
            "`{key}` goes in a circle: {circle}.",
            "Take one of these links out.",
        ),
        (
            "`{key}` tourne en rond : {circle}.",
            "Supprimez un de ces liens.",
        ),
    ),
    "nobody-first": _both(
        (
            "These bodies fill each other's seats, so nobody can ever be seated: {circle}.",
            "Let one of them be sent or elected by an assembly.",
        ),
        (
            "Ces organes se pourvoient l'un l'autre ; personne ne pourra jamais siéger : {circle}.",
            "Faites élire l'un d'eux par une assemblée.",
        ),
    ),
    "both": _both(
        (
            "`{one}` and `{other}` contradict each other: {why}.",
            "Keep one of the two.",
        ),
        (
            "`{one}` et `{other}` se contredisent : {why_fr}.",
            "Gardez l'un des deux.",
        ),
    ),
    "without": _both(
        (
            "`{one}` means nothing without `{other}`.",
            "Add `{other}`, or take `{one}` out.",
        ),
        (
            "`{one}` ne veut rien dire sans `{other}`.",
            "Ajoutez `{other}`, ou supprimez `{one}`.",
        ),
    ),
    "no-posts": _both(
        (
            "`{body}` is of type {type}: its members are people, so it has no lines of seats.",
            "Make it a council, or a body beside it.",
        ),
        (
            "`{body}` est de type {type} : ses membres sont des personnes, il n'a pas de lignes de sièges.",
            "Faites-en un conseil, ou un organe à côté.",
        ),
    ),
    "holders-vote": _both(
        (
            "`{body}` is of type {type}: it has posts, not members, and who votes is said of each line of seats.",
            "Move `may_vote` to [body.{body}.seats.…].",
        ),
        (
            (
                "`{body}` est de type {type} : il a des postes et non des membres ; qui vote se dit pour chaque ligne"
                " de sièges."
            ),
            "Déplacez `may_vote` dans [body.{body}.seats.…].",
        ),
    ),
    "like-self": _both(
        (
            "`like` has to name another entry of the table `{table}`.",
            "Entries: {known}.",
        ),
        (
            "`like` doit nommer une autre entrée de la table `{table}`.",
            "Entrées : {known}.",
        ),
    ),
}

FAULTS: Mapping[str, Mapping[Language, Words]] = MappingProxyType(_TEXT)
"""Code → language → (what is wrong, remedy); the words in braces are ``Fault.words``."""

TYPES: Mapping[str, Mapping[Language, str]] = MappingProxyType(
    {
        "bool": {"en": "true or false", "fr": "true ou false"},
        "int": {"en": "a whole number", "fr": "un nombre entier"},
        "Decimal": {"en": "a decimal number", "fr": "un nombre décimal"},
        "str": {"en": "a text", "fr": "un texte"},
        "list": {"en": "a list", "fr": "une liste"},
        "dict": {"en": "a table", "fr": "une table"},
        "date": {"en": "a date without quotes", "fr": "une date sans guillemets"},
        "datetime": {"en": "a date without quotes", "fr": "une date sans guillemets"},
        "time": {"en": "a time without quotes", "fr": "une heure sans guillemets"},
    }
)
"""What TOML types are called."""
KINDS: Mapping[str, Mapping[Language, str]] = MappingProxyType(
    {
        "body": {"en": "body", "fr": "un organe"},
        "sender": {"en": "body or line of seats", "fr": "un organe ou une ligne de sièges"},
        "line": {"en": "line of seats", "fr": "une ligne de sièges"},
        "decision": {"en": "decision", "fr": "une décision"},
        "power": {"en": "power", "fr": "un pouvoir"},
        "clock": {"en": "clock", "fr": "un délai"},
        "lists": {"en": "caucus or label fact", "fr": "un groupe ou un fait à étiquettes"},
        "weight": {"en": "weight", "fr": "un décompte"},
        "fact": {"en": "fact", "fr": "un fait"},
        "define": {"en": "definition", "fr": "une définition"},
        "entry": {"en": "entry of this table", "fr": "une entrée de cette table"},
        "flag": {"en": "flag fact of an act", "fr": "un fait « flag » d’un acte"},
    }
)
"""What kinds of names are called."""
