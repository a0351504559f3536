"""The words of this room's requirements and effects."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.federation.assembly.motions import effects, option_words
from mandat.federation.base.rulings import Effect
from mandat.federation.base.words import Words

REQUIREMENTS: Mapping[str, Words] = {
    "decision.known": Words(
        "the bylaws have a decision {decision}",
        "name one of the decisions in the bylaws (mandat check)",
        "les statuts connaissent la décision {decision}",
        "nommer une des décisions des statuts (mandat check)",
    ),
    "decision.method": Words(
        "{decision} is a vote by yes and no, or ranks options with a default",
        "it is an election by {method}: call the election instead",
        "{decision} est un vote par oui ou non, ou classe des options dont une par défaut",
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
        "the author belongs to {by}",
        "let somebody who belongs to it table the motion",
        "l’auteur appartient à {by}",
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
    **option_words.REQUIREMENTS,
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
    effects.PapersCounted: (
        "{motion}: {valid} valid ballots, {invalid} invalid",
        "{motion} : {valid} bulletins valables, {invalid} nuls",
    ),
    effects.CastingEnded: (
        "no more votes are taken on {motion}",
        "on ne vote plus sur {motion}",
    ),
    **option_words.EFFECTS,
    effects.TallyShown: (
        "{motion} by {tally}: {yes} yes, {no} no, {abstain} abstain",
        "{motion} par {tally} : {yes} pour, {no} contre, {abstain} abstentions",
    ),
    effects.OptionCarried: (
        "the option {option} of {motion} is carried",
        "l’option {option} de {motion} est adoptée",
    ),
    effects.VoteClosed: (
        "the vote on {motion} is closed: {result} ({yes} yes, {no} no, {abstain} abstain, {invalid} invalid)",
        "le vote sur {motion} est clos : {result} ({yes} pour, {no} contre, {abstain} abstentions, {invalid} nuls)",
    ),
}
