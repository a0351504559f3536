"""The words of every finding, in English and French: what was found, and what could be done."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from mandat.bylaws.words.faults import Words
from mandat.language import Language


def _both(en: Words, fr: Words) -> Mapping[Language, Words]:
    return MappingProxyType({"en": en, "fr": fr})


_TEXT: dict[str, Mapping[Language, Words]] = {
    # accountability
    "no-recall": _both(
        (
            "Nobody can recall the holders of {rule}.",
            'Add a [recall.…] with `of = "{rule}"`, unless that is what you want.',
        ),
        (
            "Personne ne peut révoquer les titulaires de {rule}.",
            'Ajoutez un [recall.…] avec `of = "{rule}"`, sauf si c\'est voulu.',
        ),
    ),
    "answers-to-nobody": _both(
        (
            "The office {body} answers to nobody: no recall, no duty to report, no check on its acts.",
            'Add a [recall.…] with `of = "{body}"`, or a [duty.…] or [check.…].',
        ),
        (
            "La fonction {body} ne répond à personne : ni révocation, ni compte à rendre, ni contrôle de ses actes.",
            'Ajoutez un [recall.…] avec `of = "{body}"`, ou un [duty.…] ou [check.…].',
        ),
    ),
    "recall-leads-back": _both(
        (
            "Following who can recall whom leads in a circle and never to an assembly: {way}.",
            "Let an assembly recall one of them.",
        ),
        (
            "Qui révoque qui tourne en rond sans atteindre une assemblée : {way}.",
            "Faites révoquer l'un d'eux par une assemblée.",
        ),
    ),
    "recall-reaches-nobody": _both(
        (
            "Following who can recall whom never reaches an assembly: {way}, and nobody recalls {last}.",
            "Add a recall of {last}.",
        ),
        (
            "Qui révoque qui n'atteint aucune assemblée : {way}, et personne ne révoque {last}.",
            "Ajoutez une révocation de {last}.",
        ),
    ),
    "losers-fill": _both(
        (
            "When {body} is recalled, the very people who lost the vote fill the vacancies ({step}).",
            "Let somebody else fill them: `then`.",
        ),
        (
            "Quand {body} est révoqué, ceux qui ont perdu le vote pourvoient les vacances ({step}).",
            "Confiez-le à d'autres : `then`.",
        ),
    ),
    "recalled-decide": _both(
        (
            "{body} decides on its own recall.",
            "Name another body in `by`.",
        ),
        (
            "{body} décide de sa propre révocation.",
            "Nommez un autre organe dans `by`.",
        ),
    ),
    "recalled-consent": _both(
        (
            "The recall needs the consent ({kind}) of those whom it would remove: {body}.",
            "Take the need out, or ask another body.",
        ),
        (
            "La révocation exige l'accord ({kind}) de ceux qu'elle vise : {body}.",
            "Supprimez cette condition ou demandez à un autre organe.",
        ),
    ),
    "recall-undecided": _both(
        (
            "{by} may recall, but it is not said how: neither `decision` nor `confidence`.",
            "Add one of the two.",
        ),
        (
            "{by} peut révoquer, mais il n'est pas dit comment : ni `decision` ni `confidence`.",
            "Ajoutez l'un des deux.",
        ),
    ),
    "signer-names-second": _both(
        (
            "Who gives the second signature ({kind}: {second}) is chosen by the first signer, {holder}.",
            "Let another body fill {second}, or sign.",
        ),
        (
            "Qui donne la seconde signature ({kind} : {second}) est choisi par le premier signataire, {holder}.",
            "Faites pourvoir {second} par d'autres, ou faites signer d'autres.",
        ),
    ),
    # powers
    "nobody-amends": _both(
        (
            "No power `bylaws.amend`: nobody can change these bylaws.",
            'Add [power."bylaws.amend"].',
        ),
        (
            "Pas de pouvoir `bylaws.amend` : personne ne peut modifier ces statuts.",
            'Ajoutez [power."bylaws.amend"].',
        ),
    ),
    "nobody-interprets": _both(
        (
            "Nobody can answer where the text is silent: no power `rules.interpret`, and none to amend.",
            'Add [power."rules.interpret"].',
        ),
        (
            "Personne ne peut trancher où le texte se tait : ni pouvoir `rules.interpret`, ni pouvoir de modifier.",
            'Ajoutez [power."rules.interpret"].',
        ),
    ),
    "no-holder": _both(
        (
            "Nobody can hold this power: {holder} has neither members nor seats.",
            "Give {holder} a line of seats, or name another holder.",
        ),
        (
            "Personne ne peut détenir ce pouvoir : {holder} n'a ni membres ni sièges.",
            "Donnez une ligne de sièges à {holder}, ou nommez un autre détenteur.",
        ),
    ),
    "power-undecided": _both(
        (
            "{holder} holds this power, and it is not said by which decision it is exercised.",
            "Add `decision = …`.",
        ),
        (
            "{holder} détient ce pouvoir, sans qu'il soit dit par quelle décision il l'exerce.",
            "Ajoutez `decision = …`.",
        ),
    ),
    "several-holders": _both(
        (
            "{holder} each hold this power alone.",
            "Write `jointly = true` if they have to act together.",
        ),
        (
            "{holder} détiennent chacun seuls ce pouvoir.",
            "Écrivez `jointly = true` s'ils doivent agir ensemble.",
        ),
    ),
    "two-holders": _both(
        (
            "{one} and {other} can hold this power at the same time.",
            "Let the `when` of one exclude the other, such as `vacant({one})`.",
        ),
        (
            "{one} et {other} peuvent détenir ce pouvoir en même temps.",
            "Faites que le `when` de l'un exclue l'autre, comme `vacant({one})`.",
        ),
    ),
    "blocks-for-ever": _both(
        (
            "{second} can block this power for ever by saying nothing ({kind}).",
            'Add `within = {{ length = …, silence = "consents" }}` or "refuses".',
        ),
        (
            "{second} peut bloquer ce pouvoir indéfiniment en se taisant ({kind}).",
            'Ajoutez `within = {{ length = …, silence = "consents" }}` ou "refuses".',
        ),
    ),
    "endless-freeze": _both(
        (
            "The power is frozen while {recall} is open, and nothing keeps petitions from following each other.",
            "Add `cooling_off` to {recall}.",
        ),
        (
            "Le pouvoir est suspendu pendant {recall}, et rien n'empêche les demandes de se suivre.",
            "Ajoutez `cooling_off` à {recall}.",
        ),
    ),
    "endless-pending": _both(
        (
            "Until it is decided the holders are restricted, and nothing keeps petitions from following each other.",
            "Add `cooling_off`.",
        ),
        (
            "Jusqu'à la décision les titulaires sont limités, et rien n'empêche les demandes de se suivre.",
            "Ajoutez `cooling_off`.",
        ),
    ),
    "amendment-weaker": _both(
        (
            (
                "{amend} can take away what {other} (art. {other_article}) protects: of {voters}, {votes} amends and "
                "would not carry {other}."
            ),
            "Ask at least as much for the amendment, or say with `covers` which articles it may touch.",
        ),
        (
            (
                "{amend} peut supprimer ce que {other} (art. {other_article}) protège : sur {voters}, {votes} modifie"
                " sans suffire à {other}."
            ),
            "Exigez au moins autant pour modifier, ou dites par `covers` quels articles sont concernés.",
        ),
    ),
    # confidence
    "moving-base": _both(
        (
            "`{count}` moves when members join: {who} can topple or save a delegate.",
            "Write `electors` (only leaving moves it) or `{count} at election`.",
        ),
        (
            "`{count}` change quand des membres adhèrent : {who_fr} peut faire tomber ou sauver un délégué.",
            "Écrivez `electors` (seuls les départs le changent) ou `{count} at election`.",
        ),
    ),
    "majority-beside-quota": _both(
        (
            "A majority can unseat every delegate of {line}, also those whom a minority elected by quota ({method}).",
            "This is a choice; a higher threshold protects minorities.",
        ),
        (
            (
                "Une majorité peut révoquer tous les délégués de {line}, y compris ceux qu'une minorité a élus au "
                "quotient ({method})."
            ),
            "C'est un choix ; un seuil plus élevé protège les minorités.",
        ),
    ),
    "two-thresholds": _both(
        (
            "{line} already falls by {other}: two thresholds of confidence for one seat contradict each other.",
            "Keep one of the two.",
        ),
        (
            "{line} tombe déjà par {other} : deux seuils de confiance pour un siège se contredisent.",
            "Gardez l'un des deux.",
        ),
    ),
    # arithmetic
    "quorum-never": _both(
        (
            "The quorum can never be met, even with everybody there{size}: `{text}`.",
            "Lower it.",
        ),
        (
            "Le quorum ne peut jamais être atteint, même avec tous les présents{size_fr} : `{text}`.",
            "Abaissez-le.",
        ),
    ),
    "carried-never": _both(
        (
            "Nothing can ever be carried, even by all{size}: `{text}`.",
            "Lower it.",
        ),
        (
            "Rien ne peut jamais être adopté, même à l'unanimité{size_fr} : `{text}`.",
            "Abaissez-le.",
        ),
    ),
    "yes-defeats": _both(
        (
            "One more yes can defeat it: of {voters}, {before} carries and {after} fails.",
            "Let the numbers of the rule rise with yes.",
        ),
        (
            "Un oui de plus peut faire échouer : sur {voters}, {before} adopte et {after} échoue.",
            "Faites croître la règle avec les oui.",
        ),
    ),
    "no-carries": _both(
        (
            "One more no can carry it: of {voters}, {before} fails and {after} carries.",
            "Ask for a share of those entitled instead of votes cast.",
        ),
        (
            "Un non de plus peut faire adopter : sur {voters}, {before} échoue et {after} adopte.",
            "Exigez une part des inscrits plutôt que des exprimés.",
        ),
    ),
    "silence-defeats": _both(
        (
            (
                "Opponents do better to stay silent than to vote no: of {voters}, {before} misses the quorum and "
                "{after} carries."
            ),
            "Count the quorum in those present, or ask yes votes for a share of those entitled.",
        ),
        (
            (
                "Les opposants ont intérêt à se taire plutôt que voter non : sur {voters}, {before} manque le quorum "
                "et {after} adopte."
            ),
            "Comptez le quorum en présents, ou exigez une part des inscrits en oui.",
        ),
    ),
    "confidence-never": _both(
        (
            "No seat can ever fall, even if all withdraw confidence: `{text}`.",
            "Lower the threshold.",
        ),
        (
            "Aucun siège ne peut tomber, même si tous retirent leur confiance : `{text}`.",
            "Abaissez le seuil.",
        ),
    ),
    "confidence-always": _both(
        (
            "A seat of {electors} electors falls although nobody withdrew confidence: `{text}`.",
            "Write `>` instead of `>=`, or raise the threshold.",
        ),
        (
            "Un siège de {electors} électeurs tombe sans aucun retrait de confiance : `{text}`.",
            "Écrivez `>` au lieu de `>=`, ou relevez le seuil.",
        ),
    ),
    "least-above-most": _both(
        (
            "At least {least} and at most {most} cannot both be.",
            "Exchange them.",
        ),
        (
            "Au moins {least} et au plus {most} sont incompatibles.",
            "Échangez-les.",
        ),
    ),
    # rows
    "row-never": _both(
        (
            "Row {row} (`{condition}`) never applies: the rows before take every number.",
            "Take it out, or move it up.",
        ),
        (
            "La ligne {row} (`{condition}`) ne s'applique jamais : les précédentes prennent tous les nombres.",
            "Supprimez-la ou montez-la.",
        ),
    ),
    "row-hole": _both(
        (
            'Only {count} = {value} falls through to "else".',
            "Check `<` and `<=` at {value}.",
        ),
        (
            "Seul {count} = {value} tombe dans « else ».",
            "Vérifiez `<` et `<=` pour {value}.",
        ),
    ),
    "table-falls": _both(
        (
            "The number falls while {count} rises: {before} gives {more}, {after} gives {less}.",
            "Check that this is meant.",
        ),
        (
            "Le nombre baisse quand {count} augmente : {before} donne {more}, {after} donne {less}.",
            "Vérifiez que c'est voulu.",
        ),
    ),
    # unreachable
    "never-used": _both(
        (
            "{rule} is never used.",
            "Name it where it should apply, or take it out.",
        ),
        (
            "{rule} ne sert jamais.",
            "Nommez-la où elle doit s'appliquer, ou supprimez-la.",
        ),
    ),
    "no-seats": _both(
        (
            "{rule} is of type {type} and has no line of seats: nobody can ever sit there.",
            "Add [{rule}.seats.…].",
        ),
        (
            "{rule} est de type {type} et n'a pas de ligne de sièges : personne n'y siégera.",
            "Ajoutez [{rule}.seats.…].",
        ),
    ),
    "nobody-fills": _both(
        (
            "Nobody fills these seats: they are {fill}, with neither `from` nor `by`.",
            "Add `from = …` (who sends or elects) or `by = …`.",
        ),
        (
            "Personne ne pourvoit ces sièges : {fill}, sans `from` ni `by`.",
            "Ajoutez `from = …` (qui envoie ou élit) ou `by = …`.",
        ),
    ),
    "one-post": _both(
        (
            "{rule} does not say how many: each sender has one post.",
            "Write `number = 1` to say so.",
        ),
        (
            "{rule} ne dit pas combien : chaque expéditeur a un poste.",
            "Écrivez `number = 1` pour le dire.",
        ),
    ),
    "after-vacant": _both(
        (
            'What follows "vacant" in the succession is never reached.',
            'Put "vacant" last.',
        ),
        (
            'Ce qui suit "vacant" dans la succession n\'est jamais atteint.',
            'Mettez "vacant" en dernier.',
        ),
    ),
    "motion-unstarted": _both(
        (
            "Nobody can start {rule}.",
            "Add `start = {{ by = …, enough = … }}`.",
        ),
        (
            "Personne ne peut présenter {rule}.",
            "Ajoutez `start = {{ by = …, enough = … }}`.",
        ),
    ),
    "motion-undecided": _both(
        (
            "{rule} never comes to a decision.",
            "Add `decision = …`.",
        ),
        (
            "{rule} n'aboutit à aucune décision.",
            "Ajoutez `decision = …`.",
        ),
    ),
}

FINDINGS: Mapping[str, Mapping[Language, Words]] = MappingProxyType(_TEXT)
"""Code → language → (what was found, remedy); the words in braces are ``Finding.words``."""
