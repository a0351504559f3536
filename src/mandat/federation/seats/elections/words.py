"""The words of this room's requirements and effects."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.federation.base.rulings import Effect
from mandat.federation.base.words import Words
from mandat.federation.seats.elections import effects

REQUIREMENTS: Mapping[str, Words] = {
    "election.known": Words(
        "the election {election} exists",
        "check its id (mandat show federation)",
        "l’élection {election} existe",
        "vérifier son identifiant (mandat show federation)",
    ),
    "election.only-one": Words(
        "no other election for {line} of {sender} is running",
        "close that one first",
        "aucune autre élection à {line} de {sender} n’est en cours",
        "clore d’abord celle-là",
    ),
    "election.stage": Words(
        "the election {election} is {needed}",
        "it is {stage}",
        "l’élection {election} est au stade {needed}",
        "elle est au stade {stage}",
    ),
    "candidates.once": Words(
        "nobody is nominated twice",
        "take the name off once",
        "nul n’est présenté deux fois",
        "retirer le nom en double",
    ),
    "candidates.lists": Words(
        "each candidate is on a list",
        "name a list for each candidate, in the same order",
        "chaque candidat est sur une liste",
        "nommer une liste pour chaque candidat, dans le même ordre",
    ),
    "candidates.some": Words(
        "somebody stands in {election} ({standing})",
        "nominate a candidate before opening",
        "quelqu’un se présente à {election} ({standing})",
        "présenter un candidat avant d’ouvrir",
    ),
    "election.uncontested": Words(
        "no more stand in {election} than there are seats ({standing}): they are elected without a vote",
        "",
        "pas plus de candidats à {election} que de sièges ({standing}) : ils sont élus sans vote",
        "",
    ),
    "candidates.enough": Words(
        "as many stand in {election} as there are seats: {standing} for {places}",
        "nominate more candidates: the bylaws reopen the nominations",
        "autant de candidats que de sièges à {election} : {standing} pour {places}",
        "présenter d’autres candidats : les statuts rouvrent les candidatures",
    ),
    "nomination.time": Words(
        "nominations for {election} are open",
        "they ended on {until}",
        "les candidatures à {election} sont ouvertes",
        "elles ont été closes le {until}",
    ),
    "nomination.over": Words(
        "the time for nominations for {election} is over",
        "wait until {until}",
        "le délai des candidatures à {election} est écoulé",
        "attendre jusqu’au {until}",
    ),
    "nomination.by": Words(
        "{person} is one of those who may nominate for {election}",
        "let one of them sign",
        "{person} est de ceux qui peuvent présenter des candidats à {election}",
        "faire signer l’un d’eux",
    ),
    "nomination.once": Words(
        "{person} has not signed for {candidate} yet",
        "nothing to do: the signature stands",
        "{person} n’a pas encore signé pour {candidate}",
        "rien à faire : la signature tient",
    ),
    "election.opens": Words(
        "the time before the vote in {election} is over",
        "wait until {until}",
        "le délai avant le vote à {election} est écoulé",
        "attendre jusqu’au {until}",
    ),
    "election.voting": Words(
        "the time for voting in {election} is over, or everybody has voted",
        "wait until {until}",
        "le délai du vote à {election} est écoulé, ou tous ont voté",
        "attendre jusqu’au {until}",
    ),
    "candidate.new": Words(
        "{person} does not stand yet",
        "nothing to do",
        "{person} n’est pas encore candidat",
        "rien à faire",
    ),
    "candidate.target": Words(
        "{person} is not the one whose recall is put to the same ballot",
        "the target of the recall cannot stand to succeed",
        "{person} n’est pas la personne dont la révocation est au même bulletin",
        "la personne visée ne peut se présenter à sa propre succession",
    ),
    "candidate.seated": Words(
        "{person} holds no seat that this election would double",
        "{person} holds {post} already; resign from it before standing",
        "{person} n’occupe aucun siège que cette élection ferait double",
        "{person} occupe déjà {post} ; en démissionner avant de se présenter",
    ),
    "candidate.stands": Words(
        "{person} stands in {election}",
        "nothing to do",
        "{person} est candidat à {election}",
        "rien à faire",
    ),
    "roll.some": Words(
        "somebody is entitled to vote in {election}",
        "enrol members first",
        "quelqu’un a le droit de vote à {election}",
        "inscrire d’abord des membres",
    ),
    "roll.entitled": Words(
        "{person} is on the roll of {election}, which was frozen when it opened",
        "only those on the roll can vote; who joined later votes next time",
        "{person} figure sur la liste électorale de {election}, arrêtée à l’ouverture",
        "seuls les inscrits peuvent voter ; qui est venu après votera la fois suivante",
    ),
    "vote.once": Words(
        "{person} has not voted in {election} yet",
        "nothing to do: the first ballot counts",
        "{person} n’a pas encore voté à {election}",
        "rien à faire : le premier bulletin compte",
    ),
    "ballot.secret": Words(
        "the ballot is secret: the signed act says only “voted”",
        "send the ranking to the box, not in the act",
        "le vote est secret : l’acte signé dit seulement « a voté »",
        "envoyer le bulletin dans l’urne, pas dans l’acte",
    ),
    "ballot.open": Words(
        "the ballot is open: the act holds the ranking",
        "name the candidates in the act",
        "le vote est public : l’acte contient le bulletin",
        "nommer les candidats dans l’acte",
    ),
    "ballot.candidate": Words(
        "every number on the ballot is a candidate",
        "strike {number}",
        "chaque numéro du bulletin est celui d’un candidat",
        "rayer {number}",
    ),
    "ballot.repeat": Words(
        "no candidate is named twice",
        "strike the second {number}",
        "aucun candidat n’est nommé deux fois",
        "rayer le second {number}",
    ),
    "count.two-tellers": Words(
        "two tellers of {election} sign the count",
        "{tellers} signed; let another teller sign the same note",
        "deux scrutateurs de {election} signent le dépouillement",
        "{tellers} ont signé ; faire signer la même note par un autre scrutateur",
    ),
    "count.entitled": Words(
        "there are no more ballots than people on the roll: {ballots} ≤ {entitled}",
        "count again, or mend the roll",
        "il n’y a pas plus de bulletins que d’inscrits : {ballots} ≤ {entitled}",
        "recompter, ou corriger la liste",
    ),
    "count.voted": Words(
        "there are as many ballots as people who voted: {ballots} = {voted}",
        "count again: ballots and marks on the roll differ",
        "il y a autant de bulletins que de votants : {ballots} = {voted}",
        "recompter : bulletins et émargements diffèrent",
    ),
    "count.open": Words(
        "the ballots entered are those that {voted} people have cast openly in {election}",
        "enter the ballots as the record holds them",
        "les bulletins entrés sont ceux que {voted} personnes ont émis ouvertement dans {election}",
        "entrer les bulletins tels que le registre les contient",
    ),
    "blob.given": Words(
        "the content of {blob} comes with the act",
        "send the file that the act names",
        "le contenu de {blob} accompagne l’acte",
        "envoyer le fichier que l’acte nomme",
    ),
    "ballots.utf8": Words(
        "the ballots of {election} are UTF-8 text",
        "save the file as UTF-8",
        "les bulletins de {election} sont du texte UTF-8",
        "enregistrer le fichier en UTF-8",
    ),
    "ballots.line": Words(
        "the ballots of {election} are a BLT file",
        "mend line {row} (mandat count FILE shows what is wrong)",
        "les bulletins de {election} forment un fichier BLT",
        "corriger la ligne {row} (mandat count FICHIER montre l’erreur)",
    ),
    "ballots.candidates": Words(
        "the ballots name as many candidates as stand: {given} = {standing}",
        "use the ballots of this election",
        "les bulletins portent autant de candidats qu’il s’en présente : {given} = {standing}",
        "employer les bulletins de cette élection",
    ),
    "ballots.rule": Words(
        "the ballots of {election} can be counted by {method}",
        "check the number of seats and the ballots with mandat count",
        "les bulletins de {election} se comptent selon {method}",
        "vérifier sièges et bulletins avec mandat count",
    ),
    "lot.chosen": Words(
        "the lot fell on one of those tied: {tied}",
        "{chosen} is not among them",
        "le sort est tombé sur un des ex æquo : {tied}",
        "{chosen} n’en est pas",
    ),
    "line.lot": Words(
        "the seats of {line} are filled by lot",
        "they are {fill}: use that way",
        "les sièges de {line} sont tirés au sort",
        "ils sont {fill} : suivre cette voie",
    ),
    "draw.sources": Words(
        "{draw} names the sources of its values",
        "say from where they will come, before anybody can know them",
        "{draw} nomme les sources de ses valeurs",
        "dire d’où elles viendront, avant que quiconque puisse les connaître",
    ),
    "draw.pool": Words(
        "somebody is in the pool of {draw}",
        "enrol volunteers who are eligible first",
        "quelqu’un est dans l’urne de {draw}",
        "inscrire d’abord des volontaires éligibles",
    ),
    "draw.known": Words(
        "the draw {draw} was announced",
        "announce it first: pool and sources come before the values",
        "le tirage {draw} a été annoncé",
        "l’annoncer d’abord : l’urne et les sources précèdent les valeurs",
    ),
    "draw.waits": Words(
        "{draw} has not been held yet",
        "announce another",
        "{draw} n’a pas encore eu lieu",
        "en annoncer un autre",
    ),
    "draw.values": Words(
        "{draw} is given a value for each of its sources: {given} of {wanted}",
        "give the values in the order of the sources",
        "{draw} reçoit une valeur par source : {given} sur {wanted}",
        "donner les valeurs dans l’ordre des sources",
    ),
    "draw.value": Words(
        "every value of {draw} has digits or letters",
        "write the numbers or the text that the source gave",
        "chaque valeur de {draw} a des chiffres ou des lettres",
        "écrire les nombres ou le texte que la source a donnés",
    ),
    "draw.order": Words(
        "the values put the {drawn} people of {draw} in order (RFC 3797)",
        "",
        "les valeurs mettent en ordre les {drawn} personnes de {draw} (RFC 3797)",
        "",
    ),
}

EFFECTS: Mapping[type[Effect], tuple[str, str]] = {
    effects.ElectionCalled: (
        "{election} is called: {places} seat(s) of {line}",
        "{election} est convoquée : {places} siège(s) de {line}",
    ),
    effects.ByElectionWidened: (
        "{election} fills {places} more seat(s)",
        "{election} pourvoit {places} siège(s) de plus",
    ),
    effects.ByElectionNarrowed: (
        "{election} does not fill {post} any more",
        "{election} ne pourvoit plus {post}",
    ),
    effects.ElectionTimed: (
        "the times of {election} are set",
        "les délais de {election} sont fixés",
    ),
    effects.NominationSigned: (
        "{person} supports {candidate} in {election}",
        "{person} soutient {candidate} à {election}",
    ),
    effects.NominationFailed: (
        "{person} stands no more in {election}: {signed} support is too little",
        "{person} n’est plus candidat à {election} : {signed} soutien(s) ne suffisent pas",
    ),
    effects.CandidatesNominated: (
        "{count} candidate(s) stand in {election}",
        "{count} candidat(s) se présente(nt) à {election}",
    ),
    effects.CandidateWithdrew: (
        "{person} stands no more in {election}",
        "{person} n’est plus candidat à {election}",
    ),
    effects.ElectorateFrozen: (
        "the roll of {election} is frozen: {entitled} entitled",
        "la liste électorale de {election} est arrêtée : {entitled} inscrits",
    ),
    effects.ElectionOpened: (
        "voting in {election} begins",
        "le vote de {election} s’ouvre",
    ),
    effects.Voted: (
        "{person} has voted in {election}",
        "{person} a voté à {election}",
    ),
    effects.ElectionClosed: (
        "voting in {election} ends",
        "le vote de {election} est clos",
    ),
    effects.BallotsCounted: (
        "{total} ballots of {election} are counted",
        "{total} bulletins de {election} sont comptés",
    ),
    effects.ElectionTied: (
        "{election} is tied: a lot decides",
        "{election} : égalité, le sort décidera",
    ),
    effects.ElectionCertified: (
        "{election} elects {elected}",
        "{election} élit {elected}",
    ),
    effects.ElectionVoid: (
        "{election} fills nothing ({reason})",
        "{election} ne pourvoit rien ({reason})",
    ),
    effects.DrawAnnounced: (
        "{line} of {body} will be drawn by lot from {pool} by {sources}",
        "{line} de {body} sera tiré au sort parmi {pool} par {sources}",
    ),
    effects.DrawHeld: (
        "{draw} draws {order}",
        "{draw} donne {order}",
    ),
    effects.CountbackTied: (
        "the countback for {post} is tied: a lot decides",
        "le recomptage pour {post} est à égalité : le sort décidera",
    ),
    effects.CountbackSettled: (
        "the countback for {post} is settled",
        "le recomptage pour {post} est tranché",
    ),
}
