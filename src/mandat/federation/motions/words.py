"""The words of this room's requirements and effects."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.federation.motions import effects, support_effects
from mandat.federation.rulings import Effect
from mandat.federation.wording.words import Words

REQUIREMENTS: Mapping[str, Words] = {
    "decision.known": Words(
        "the bylaws have a decision {decision}",
        "name one of the decisions in the bylaws (mandat check)",
        "les statuts connaissent la décision {decision}",
        "nommer une des décisions des statuts (mandat check)",
    ),
    "decision.method": Words(
        "{decision} is a vote by yes and no",
        "it is an election by {method}: call the election instead",
        "{decision} est un vote par oui ou non",
        "c’est une élection par {method} : convoquer l’élection",
    ),
    "decision.heads": Words(
        "{decision} ranks options and counts heads",
        "rankings weighed by {tally} have no meaning here: take `tally` out, or vote by yes and no",
        "{decision} classe des options et compte les têtes",
        "des classements pondérés par {tally} n’ont pas de sens ici : ôter `tally`, ou voter par oui et non",
    ),
    "decision.roll-at": Words(
        "the roll can be frozen at {event}",
        "say one of: {events}",
        "la liste peut être arrêtée lors de {event}",
        "dire l’un de : {events}",
    ),
    "decision.majority": Words(
        "{decision} says which majority it takes",
        "give carried or rejected in the bylaws",
        "{decision} dit quelle majorité il faut",
        "donner carried ou rejected dans les statuts",
    ),
    "decision.one-yes": Words(
        "at least one is in favour (yes = {yes}): nothing is carried without one yes",
        "somebody has to vote yes",
        "un au moins est pour (oui = {yes}) : rien n’est adopté sans une voix pour",
        "il faut qu’une personne au moins vote pour",
    ),
    "motion.id": Words(
        "the motion has an id without a colon: {id}",
        "choose another id",
        "l’identifiant de la motion est sans deux-points : {id}",
        "choisir un autre identifiant",
    ),
    "motion.known": Words(
        "the motion {motion} exists",
        "check the motion’s id (mandat show body)",
        "la motion {motion} existe",
        "vérifier l’identifiant de la motion (mandat show body)",
    ),
    "motion.place": Words(
        "{body} is where this is decided: {by}",
        "table the motion in {by}, or name another decision",
        "{body} est l’instance qui en décide : {by}",
        "déposer la motion devant {by}, ou nommer une autre décision",
    ),
    "motion.concerned": Words(
        "the motion names the bodies concerned, whose members vote by {decision}",
        "name them in concerned",
        "la motion nomme les instances intéressées, dont les membres votent par {decision}",
        "les nommer dans concerned",
    ),
    "motion.not-concerned": Words(
        "the motion names no bodies concerned, for {decision} is not theirs",
        "leave concerned out",
        "la motion ne nomme pas d’instances intéressées, car {decision} ne leur revient pas",
        "omettre concerned",
    ),
    "motion.petition": Words(
        "a recall by petition comes from its petition",
        "start a petition (recall.start)",
        "une révocation sur pétition vient de sa pétition",
        "lancer une pétition (recall.start)",
    ),
    "motion.relief": Words(
        "{body} may remove {target} by its own decision",
        "bring it to the body that may, or start a petition",
        "{body} peut relever {target} par sa seule décision",
        "la porter devant l’instance compétente, ou lancer une pétition",
    ),
    "motion.decision": Words(
        "the motion is decided as the bylaws prescribe: {prescribed}",
        "table it with the decision {prescribed} instead of {decision}",
        "la motion se décide comme les statuts le prescrivent : {prescribed}",
        "la déposer avec la décision {prescribed} au lieu de {decision}",
    ),
    "motion.mover": Words(
        "the author belongs to {body}",
        "let somebody who belongs to it table the motion",
        "l’auteur appartient à {body}",
        "faire déposer la motion par quelqu’un qui y appartient",
    ),
    "motion.own": Words(
        "the author moved {motion}",
        "only {mover} can withdraw it",
        "l’auteur a déposé {motion}",
        "seul {mover} peut la retirer",
    ),
    "motion.stands": Words(
        "the motion {motion} has not been withdrawn",
        "table it again",
        "la motion {motion} n’a pas été retirée",
        "la déposer à nouveau",
    ),
    "motion.not-yet-voted": Words(
        "no vote on {motion} has been opened yet",
        "go on with its vote",
        "aucun vote sur {motion} n’a encore été ouvert",
        "poursuivre son vote",
    ),
    "motion.meeting": Words(
        "{body} meets, for the decision counts who is present",
        "open a meeting of {body} first, and register who is there",
        "{body} est en séance, car la décision compte les présents",
        "ouvrir d’abord une séance de {body} et y inscrire les présents",
    ),
    "motion.some-entitled": Words(
        "somebody is entitled to vote in {body}",
        "enrol members or fill posts first",
        "quelqu’un a le droit de vote dans {body}",
        "inscrire d’abord des membres ou pourvoir des sièges",
    ),
    "motion.presiding": Words(
        "the author presides over the vote on {motion}: {officers}",
        "let {officers} do it",
        "l’auteur préside au vote sur {motion} : {officers}",
        "le faire faire par {officers}",
    ),
    "motion.two-tellers": Words(
        "two tellers sign the count of {motion} (they are {tellers})",
        "let two tellers sign it; without tellers, who opened the meeting and another who is there",
        "deux scrutateurs signent le décompte de {motion} (ils sont {tellers})",
        "le faire signer par deux scrutateurs ; à défaut, par qui a ouvert la séance et une autre personne présente",
    ),
    "motion.vote-opened": Words(
        "the vote on {motion} has been opened",
        "open it first",
        "le vote sur {motion} a été ouvert",
        "l’ouvrir d’abord",
    ),
    "motion.vote-running": Words(
        "the vote on {motion} is not decided yet",
        "it is over ({result}); table a new motion",
        "le vote sur {motion} n’est pas encore tranché",
        "il est clos ({result}) ; déposer une nouvelle motion",
    ),
    "motion.casting": Words(
        "votes on {motion} are still taken",
        "casting is over; the ballots are being counted",
        "on vote encore sur {motion}",
        "le vote a pris fin ; on dépouille",
    ),
    "motion.not-counted": Words(
        "votes on {motion} have not been counted yet",
        "the tellers have entered the count; no vote can be added",
        "les voix sur {motion} n’ont pas encore été comptées",
        "les scrutateurs ont entré le décompte ; on ne peut plus voter",
    ),
    "motion.entitled": Words(
        "{person} is on the roll of the vote on {motion}, frozen when it was opened",
        "only those on the roll vote; joiners vote in the next",
        "{person} figure sur la liste du vote sur {motion}, arrêtée à l’ouverture",
        "seuls votent les inscrits ; les nouveaux votent la prochaine fois",
    ),
    "motion.once": Words(
        "{person} has not voted on {motion} yet",
        "nothing to do: the vote stands",
        "{person} n’a pas encore voté sur {motion}",
        "rien à faire : le vote est acquis",
    ),
    "motion.secret-ballot": Words(
        "the signed act does not say how one votes: the ballot on {motion} is secret",
        "leave the choice out and put the ballot into the box",
        "l’acte signé ne dit pas comment on vote : le scrutin sur {motion} est secret",
        "omettre le choix et mettre le bulletin dans l’urne",
    ),
    "motion.open-ballot": Words(
        "the act says how one votes: the ballot on {motion} is open",
        "give the choice: yes, no or abstain",
        "l’acte dit comment on vote : le scrutin sur {motion} est public",
        "donner le choix : yes, no ou abstain",
    ),
    "motion.count-or-cast": Words(
        "nobody has voted on {motion} by an act of their own",
        "close the vote: it is counted from the acts",
        "personne n’a voté sur {motion} par un acte propre",
        "clore le vote : il se compte d’après les actes",
    ),
    "motion.count": Words(
        "the counts of {motion} are whole numbers from 0",
        "correct the numbers",
        "les décomptes de {motion} sont des entiers à partir de 0",
        "corriger les nombres",
    ),
    "motion.count-entitled": Words(
        "no more ballots than people entitled: {ballots} of {entitled}",
        "count again",
        "pas plus de bulletins que d’inscrits : {ballots} sur {entitled}",
        "recompter",
    ),
    "motion.count-voted": Words(
        "as many ballots as have voted: {ballots} of {voted}",
        "count again; every ballot of the box is one line",
        "autant de bulletins que de votants : {ballots} sur {voted}",
        "recompter ; chaque bulletin de l’urne est une ligne",
    ),
    "motion.not-tied": Words(
        "the vote on {motion} is not tied",
        "break the tie (tie.break)",
        "le vote sur {motion} n’est pas à égalité",
        "départager (tie.break)",
    ),
    "motion.time": Words(
        "the time for voting on {motion} is over, or everybody has voted",
        "wait until {until}",
        "le temps de vote sur {motion} est écoulé, ou tous ont voté",
        "attendre jusqu’au {until}",
    ),
    "motion.no-box": Words(
        "the vote on {motion} has no box to be opened",
        "leave the box out",
        "le vote sur {motion} n’a pas d’urne à ouvrir",
        "omettre l’urne",
    ),
    "motion.box": Words(
        "the box of the secret vote on {motion} is given: {voted} have voted",
        "name the blob with the ballots, or let the tellers enter the count",
        "l’urne du scrutin secret sur {motion} est donnée : {voted} ont voté",
        "nommer le document des bulletins, ou faire entrer le décompte par les scrutateurs",
    ),
    "motion.tied": Words(
        "the vote on {motion} is tied",
        "there is no tie to break",
        "le vote sur {motion} est à égalité",
        "il n’y a pas d’égalité à départager",
    ),
    "motion.lot-source": Words(
        "the source of the lot on {motion} is given",
        "say how the lot was drawn",
        "la source du tirage au sort sur {motion} est donnée",
        "dire comment le sort a été tiré",
    ),
    "motion.casting-vote": Words(
        "the author has the casting vote on {motion}: {by}",
        "let {by} break the tie",
        "l’auteur a voix prépondérante sur {motion} : {by}",
        "faire départager par {by}",
    ),
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
        "the bylaws say what {post} carries in the tally {tally}",
        "answer the open question first, or tell the facts that it rests on",
        "les statuts disent ce que pèse {post} dans le décompte {tally}",
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
        "the author has not signed for {motion} yet",
        "nothing to do: the signature stands",
        "l’auteur n’a pas encore signé pour {motion}",
        "rien à faire : la signature est acquise",
    ),
    "motion.supporter": Words(
        "the author is one of those who may sign for {motion}: {by}",
        "find others who may",
        "l’auteur est de ceux qui peuvent signer pour {motion} : {by}",
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
    effects.MotionTabled: (
        "{motion} is tabled in {body}, to be decided by {decision}",
        "{motion} est déposée devant {body}, à décider par {decision}",
    ),
    effects.MotionWithdrawn: (
        "{motion} is withdrawn",
        "{motion} est retirée",
    ),
    effects.VoteOpened: (
        "the vote on {motion} is open: {entitled} are entitled",
        "le vote sur {motion} est ouvert : {entitled} inscrits",
    ),
    effects.BallotGiven: (
        "{person} has voted on {motion}",
        "{person} a voté sur {motion}",
    ),
    effects.VotesCounted: (
        "{motion}: {yes} yes, {no} no, {abstain} abstain, {invalid} invalid",
        "{motion} : {yes} pour, {no} contre, {abstain} abstentions, {invalid} nuls",
    ),
    effects.CastingEnded: (
        "no more votes are taken on {motion}",
        "on ne vote plus sur {motion}",
    ),
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
    effects.VoteClosed: (
        "the vote on {motion} is closed: {result} ({yes} yes, {no} no, {abstain} abstain, {invalid} invalid)",
        "le vote sur {motion} est clos : {result} ({yes} pour, {no} contre, {abstain} abstentions, {invalid} nuls)",
    ),
}
