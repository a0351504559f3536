"""The words of what comes before a vote and of votes in several tallies: support, options, discussion, roll calls, repeats."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.federation.assembly.motions import support_effects
from mandat.federation.base.rulings import Effect
from mandat.federation.base.words import Words

REQUIREMENTS: Mapping[str, Words] = {
    "motion.tied-option": Words(
        "the option chosen is one of those tied: {options}",
        "name one of them in option",
        "l’option choisie est une de celles à égalité : {options}",
        "en nommer une dans option",
    ),
    "motion.option": Words(
        "{option} beats the default: {yes} rank it above, {no} below, {level} level",
        "win more ballots that rank it above",
        "{option} l’emporte sur l’option par défaut : {yes} la classent au-dessus, {no} au-dessous, {level} au même rang",
        "gagner davantage de bulletins qui la classent au-dessus",
    ),
    "motion.ranking": Words(
        "the act ranks the options on the ballot on {motion}, each once: {options}",
        "give the ranking: lists of options, best first",
        "l’acte classe les options du scrutin sur {motion}, chacune une fois : {options}",
        "donner le classement : des listes d’options, la meilleure d’abord",
    ),
    "motion.count-options": Words(
        "the vote on {motion} is by yes and no, so that a count can be entered",
        "between options give the ballots themselves, in a box or by acts",
        "le vote sur {motion} se fait par oui et non, de sorte qu’un décompte peut être entré",
        "entre des options donner les bulletins mêmes, dans une urne ou par des actes",
    ),
    "motion.by-name": Words(
        "the names are not called in the vote on {motion}",
        "each votes by an act of their own: a roll call has been ordered",
        "le vote sur {motion} n’est pas nominal",
        "chacun vote par un acte propre : le vote nominal est ordonné",
    ),
    "motion.tallies": Words(
        "the count of {motion} gives every tally that the decision speaks of",
        "give these in tallies: {missing}",
        "le décompte de {motion} donne tous les décomptes dont parle la décision",
        "les donner dans tallies : {missing}",
    ),
    "motion.tallies-most": Words(
        "no more votes in the tally {tally} than there are: {votes} of {most}",
        "count again",
        "pas plus de voix dans le décompte {tally} qu’il n’y en a : {votes} sur {most}",
        "recompter",
    ),
    "motion.weighed-secretly": Words(
        "the vote on {motion} counts heads only, so that a secret ballot says enough",
        "a ballot without a name has no weight: vote openly, or let tellers enter the tallies",
        "le vote sur {motion} ne compte que les têtes, de sorte qu’un bulletin secret suffit",
        "un bulletin sans nom n’a pas de poids : voter publiquement, ou faire entrer les décomptes par les scrutateurs",
    ),
    "motion.weight": Words(
        "the bylaws say what {of} carries in the tally {tally}",
        "answer the open question first, or tell the facts that it rests on",
        "les statuts disent ce que pèse {of} dans le décompte {tally}",
        "répondre d’abord à la question ouverte, ou déclarer les faits dont cela dépend",
    ),
    "motion.proxy": Words(
        "the author holds the proxy of {person} in {body}",
        "let {person} give it (proxy.give), or vote themselves",
        "l’auteur détient la procuration de {person} dans {body}",
        "la faire donner par {person} (proxy.give), ou que cette personne vote elle-même",
    ),
    "motion.takes-support": Words(
        "the motion {motion} needs signatures",
        "nothing to do: the bylaws ask for none",
        "la motion {motion} demande des signatures",
        "rien à faire : les statuts n’en demandent pas",
    ),
    "motion.supports-once": Words(
        "the author has not signed for {option} yet",
        "nothing to do: the signature stands",
        "l’auteur n’a pas encore signé pour {option}",
        "rien à faire : la signature est acquise",
    ),
    "motion.supporter": Words(
        "the author is one of those who may sign for {option}: {by}",
        "find others who may",
        "l’auteur est de ceux qui peuvent signer pour {option} : {by}",
        "en trouver d’autres qui le peuvent",
    ),
    "motion.admitted": Words(
        "the motion {motion} has the support that it needs ({signed} have signed)",
        "find more who sign it (motion.support)",
        "la motion {motion} a le soutien qu’il lui faut ({signed} signatures)",
        "trouver d’autres signataires (motion.support)",
    ),
    "motion.takes-options": Words(
        "{motion} is decided between several options",
        "table a motion of your own",
        "{motion} se décide entre plusieurs options",
        "déposer une motion propre",
    ),
    "motion.option-id": Words(
        "{option} is free as the name of an option of {motion}, without the signs > = :",
        "choose another name",
        "{option} est libre comme nom d’une option de {motion}, sans les signes > = :",
        "choisir un autre nom",
    ),
    "motion.option-known": Words(
        "{option} is an option of {motion} and stands",
        "check the names of the options",
        "{option} est une option de {motion} et tient",
        "vérifier les noms des options",
    ),
    "motion.last-option": Words(
        "another option of {motion} stays on the ballot",
        "withdraw the motion (motion.withdraw)",
        "une autre option de {motion} reste sur le bulletin",
        "retirer la motion (motion.withdraw)",
    ),
    "motion.roll-call-allowed": Words(
        "the bylaws let people demand a roll call on {motion}",
        "they do not say `roll_call` in this decision",
        "les statuts permettent de demander le vote nominal sur {motion}",
        "ils ne disent pas `roll_call` dans cette décision",
    ),
    "motion.roll-call-open": Words(
        "the vote on {motion} is not secret",
        "a secret vote has no roll call",
        "le vote sur {motion} n’est pas secret",
        "un vote secret n’est pas nominal",
    ),
    "motion.roll-call-early": Words(
        "nobody has voted on {motion} yet",
        "it is too late for a roll call",
        "personne n’a encore voté sur {motion}",
        "il est trop tard pour un vote nominal",
    ),
    "motion.roll-call-by": Words(
        "the author is one of those who may demand a roll call on {motion}: {by}",
        "let one of them demand it",
        "l’auteur est de ceux qui peuvent demander le vote nominal sur {motion} : {by}",
        "le faire demander par l’un d’eux",
    ),
    "motion.closed": Words(
        "texts for the meeting {meeting} are not closed yet",
        "they were closed on {until}; table it for the next meeting",
        "le dépôt des textes pour la séance {meeting} n’est pas clos",
        "il l’est depuis le {until} ; déposer pour la séance suivante",
    ),
    "motion.published": Words(
        "the motion {motion} was on the record before {until}",
        "take it at the next meeting: members must have had the time to read it",
        "la motion {motion} figurait au registre avant le {until}",
        "la prendre à la séance suivante : les membres doivent avoir eu le temps de la lire",
    ),
    "motion.discussion": Words(
        "the discussion of {motion} is over",
        "wait until {until}",
        "le débat sur {motion} est terminé",
        "attendre jusqu’au {until}",
    ),
    "motion.restarted": Words(
        "the discussion of {motion} is given more time: until {until}",
        "nothing to do",
        "le débat sur {motion} reçoit du temps : jusqu’au {until}",
        "rien à faire",
    ),
    "motion.shut": Words(
        "it is before {until}, so that the options of {motion} may still change",
        "it is too near the end of the discussion",
        "on est avant le {until}, de sorte que les options de {motion} peuvent encore changer",
        "la fin du débat est trop proche",
    ),
    "motion.vary": Words(
        "the bylaws let somebody make the {what} of {motion} longer or shorter",
        "they do not say `vary` there",
        "les statuts permettent d’allonger ou d’abréger ({what}) pour {motion}",
        "ils n’y disent pas `vary`",
    ),
    "motion.vary-by": Words(
        "the author may vary the time of {motion}: {by}",
        "let {by} do it",
        "l’auteur peut modifier la durée pour {motion} : {by}",
        "le faire faire par {by}",
    ),
    "motion.vary-once": Words(
        "the time of {motion} has not been varied yet",
        "it can be varied once",
        "la durée pour {motion} n’a pas encore été modifiée",
        "elle ne peut l’être qu’une fois",
    ),
    "motion.vary-length": Words(
        "the change is a duration of at most {most}: {by}",
        "write it as in P7D, and no longer",
        "la modification est une durée d’au plus {most} : {by}",
        "l’écrire comme P7D, et pas plus longue",
    ),
    "motion.vary-running": Words(
        "the {what} of {motion} is running",
        "it has not begun, or it is over",
        "la période ({what}) de {motion} est en cours",
        "elle n’a pas commencé, ou elle est terminée",
    ),
    "motion.convocation": Words(
        "the second convocation on {motion} is due",
        "wait until {until}",
        "la seconde convocation sur {motion} est échue",
        "attendre jusqu’au {until}",
    ),
    "motion.second-convocation": Words(
        "without a quorum {motion} goes to a second convocation",
        "open the vote once more",
        "faute de quorum {motion} passe en seconde convocation",
        "ouvrir le vote une nouvelle fois",
    ),
    "motion.repeated": Words(
        "the vote on {motion} is held again ({cause})",
        "open the vote once more",
        "le vote sur {motion} est recommencé ({cause})",
        "ouvrir le vote une nouvelle fois",
    ),
}

EFFECTS: Mapping[type[Effect], tuple[str, str]] = {
    support_effects.MotionSupported: (
        "{person} supports {motion} ({option})",
        "{person} soutient {motion} ({option})",
    ),
    support_effects.MotionAdmitted: (
        "{motion} is admitted to the vote",
        "{motion} est admise au vote",
    ),
    support_effects.OptionAdded: (
        "{motion} has another option: {option}",
        "{motion} a une option de plus : {option}",
    ),
    support_effects.OptionAdmitted: (
        "the option {option} of {motion} stands on the ballot",
        "l’option {option} de {motion} figure sur le bulletin",
    ),
    support_effects.OptionAmended: (
        "the option {option} of {motion} is amended",
        "l’option {option} de {motion} est amendée",
    ),
    support_effects.OptionWithdrawn: (
        "the option {option} of {motion} is withdrawn",
        "l’option {option} de {motion} est retirée",
    ),
    support_effects.RollCallDemanded: (
        "{person} demands a roll call on {motion}",
        "{person} demande le vote nominal sur {motion}",
    ),
    support_effects.DiscussionSet: (
        "{motion} is discussed until {until}",
        "{motion} est en débat jusqu’au {until}",
    ),
    support_effects.VotingVaried: (
        "the voting on {motion} lasts until {until}",
        "le vote sur {motion} dure jusqu’au {until}",
    ),
    support_effects.RollFrozen: (
        "the roll of {body} is frozen at {event}: {entitled} are entitled",
        "la liste de {body} est arrêtée lors de {event} : {entitled} inscrits",
    ),
}
