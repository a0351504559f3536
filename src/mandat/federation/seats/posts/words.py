"""The words of this room's requirements and effects."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.federation.base.rulings import Effect
from mandat.federation.base.words import Words
from mandat.federation.seats.posts import effects

REQUIREMENTS: Mapping[str, Words] = {
    "post.known": Words(
        "the post {post} exists",
        "check the post’s id (mandat show body)",
        "le siège {post} existe",
        "vérifier l’identifiant du siège (mandat show body)",
    ),
    "post.held": Words(
        "the post {post} has a holder",
        "nothing to do: the post is vacant",
        "le siège {post} est pourvu",
        "rien à faire : le siège est vacant",
    ),
    "post.own": Words(
        "the author holds the post {post}",
        "only its holder can resign from it",
        "l’auteur occupe le siège {post}",
        "seul son titulaire peut en démissionner",
    ),
    "post.vacant": Words(
        "the post {post} is vacant",
        "wait until it falls vacant",
        "le siège {post} est vacant",
        "attendre qu’il soit vacant",
    ),
    "post.fill": Words(
        "the post {post} is filled in this way (it is {fill})",
        "fill it as the bylaws say: {fill}",
        "le siège {post} se pourvoit ainsi (il est {fill})",
        "le pourvoir comme le disent les statuts : {fill}",
    ),
    "post.sender": Words(
        "the post {post} has a sender",
        "name a post that a body sends to",
        "le siège {post} a une instance qui y délègue",
        "nommer un siège auquel une instance délègue",
    ),
    "post.appointer": Words(
        "the author appoints to {post} as {by}",
        "let {by} appoint",
        "l’auteur nomme à {post} en qualité de {by}",
        "faire nommer par {by}",
    ),
    "motion.needed": Words(
        "{by} has decided this by a motion",
        "table the motion in {by}, carry it, and name it here",
        "{by} l’a décidé par une motion",
        "déposer la motion devant {by}, la faire adopter et la nommer ici",
    ),
    "motion.body": Words(
        "the motion was decided by {by}",
        "it was decided by {body}; bring it to {by}",
        "la motion a été décidée par {by}",
        "elle l’a été par {body} ; la porter devant {by}",
    ),
    "motion.about": Words(
        "the motion {motion} is about this very thing: {about}",
        "table a motion about it",
        "la motion {motion} porte sur ceci même : {about}",
        "déposer une motion à ce sujet",
    ),
    "motion.carried": Words(
        "the motion {motion} was carried",
        "wait for its vote, or table another",
        "la motion {motion} a été adoptée",
        "attendre son vote, ou en déposer une autre",
    ),
    "term.caretaker": Words(
        "{person} stays as caretaker of {post} until a successor sits",
        "",
        "{person} expédie les affaires courantes de {post} jusqu’au successeur",
        "",
    ),
    "term.window": Words(
        "the term of {post} ends in these days",
        "",
        "le mandat de {post} prend fin ces jours-ci",
        "",
    ),
    "post.proposed": Words(
        "nobody is proposed for {post} already",
        "wait for the consent to {person}, or its refusal",
        "personne n’est déjà proposé pour {post}",
        "attendre l’accord sur {person}, ou son refus",
    ),
    "post.consent": Words(
        "{person} sits in {post} only with the consent of {by}",
        "",
        "{person} ne siège à {post} qu’avec l’accord de {by}",
        "",
    ),
    "post.confirm": Words(
        "{person} sits in {post} at once, and must be confirmed by {by}",
        "",
        "{person} siège aussitôt à {post} et doit être confirmé par {by}",
        "",
    ),
    "post.waits": Words(
        "{person} waits for a consent to take {post}",
        "check whom the post waits for (mandat show body)",
        "{person} attend un accord pour prendre {post}",
        "vérifier qui le siège attend (mandat show body)",
    ),
    "post.consenter": Words(
        "the author is one of those whose consent {post} needs: {by}",
        "let {by} consent; a body does so by a motion about it",
        "l’auteur est de ceux dont {post} requiert l’accord : {by}",
        "faire consentir {by} ; une instance le fait par une motion à ce sujet",
    ),
    "post.silence": Words(
        "the time for the consent to {person} in {post} is over; silence: {silence}",
        "",
        "le délai pour l’accord sur {person} à {post} est écoulé ; silence : {silence}",
        "",
    ),
    "seats.shared": Words(
        "{total} seats are shared out: {shares}",
        "two are level for the last seat: let the bylaws say who has it",
        "{total} sièges sont répartis : {shares}",
        "deux sont à égalité pour le dernier siège : que les statuts disent à qui il revient",
    ),
    "seats.total": Words(
        "{line} shares out a fixed number of seats",
        "its number follows the members: nothing to share out",
        "{line} répartit un nombre fixe de sièges",
        "son nombre suit les membres : rien à répartir",
    ),
    "substitute.allowed": Words(
        "substitutes may sit for absent holders of {line}",
        "the bylaws name none: the place stays empty for the day",
        "des suppléants peuvent siéger pour les absents de {line}",
        "les statuts n’en prévoient pas : la place reste vide ce jour-là",
    ),
    "substitute.by": Words(
        "the substitute, the holder of {post}, or who opened the meeting ({opener}) says so",
        "let one of them do it",
        "le suppléant, le titulaire de {post} ou qui a ouvert la séance ({opener}) le dit",
        "le faire faire par l’un d’eux",
    ),
    "substitute.away": Words(
        "the holder of {post}, {person}, is not there",
        "nothing to do: the holder sits",
        "le titulaire de {post}, {person}, n’est pas là",
        "rien à faire : le titulaire siège",
    ),
    "substitute.one": Words(
        "nobody stands in for {post} yet",
        "{person} does",
        "personne ne supplée encore {post}",
        "{person} le fait",
    ),
    "substitute.free": Words(
        "{person} has no place in {body} already",
        "let another substitute sit",
        "{person} n’a pas déjà une place à {body}",
        "faire siéger un autre suppléant",
    ),
    "substitute.next": Words(
        "{person} is the next substitute for {post}",
        "it is the turn of {first}; name those before who cannot come",
        "{person} est le prochain suppléant de {post}",
        "c’est le tour de {first} ; nommer ceux d’avant qui ne peuvent venir",
    ),
    "seats.nobody": Words(
        "a body without entitled members sends nobody",
        "",
        "une instance sans membre ayant le droit de vote ne délègue personne",
        "",
    ),
    "seats.one": Words(
        "the line has one seat",
        "",
        "la ligne compte un siège",
        "",
    ),
    "seats.some": Words(
        "at least one seat is due to {sender}",
        "nobody is entitled there, or the number of seats is 0",
        "au moins un siège revient à {sender}",
        "personne n’y a le droit de vote, ou le nombre de sièges est 0",
    ),
    "line.known": Words(
        "{line} is a line of seats in the bylaws",
        "use a line that the bylaws name, such as region.delegates",
        "{line} est une ligne de sièges des statuts",
        "employer une ligne nommée dans les statuts, telle que region.delegates",
    ),
    "line.elected": Words(
        "the seats of {line} are elected",
        "they are {fill}: use that way",
        "les sièges de {line} sont électifs",
        "ils sont {fill} : suivre cette voie",
    ),
    "line.sender": Words(
        "{sender} sends to {line}",
        "name a body that sends to {line}",
        "{sender} délègue à {line}",
        "nommer une instance qui délègue à {line}",
    ),
    "line.sender-needed": Words(
        "the election in {line} is for one sender, or for a named body",
        "name the sender, or the body",
        "l’élection à {line} vaut pour une instance qui délègue, ou une instance nommée",
        "nommer l’instance qui délègue, ou l’instance",
    ),
    "succession.next-by-votes": Words(
        "the next by votes takes {post}",
        "nobody is left to follow by votes",
        "le suivant par voix prend {post}",
        "personne ne reste pour suivre par voix",
    ),
    "succession.next-on-list": Words(
        "the next on the list takes {post}",
        "nobody is left on the list",
        "le suivant de liste prend {post}",
        "personne ne reste sur la liste",
    ),
    "succession.next-list": Words(
        "the next of another list takes {post}",
        "no list has anybody left",
        "le suivant d’une autre liste prend {post}",
        "aucune liste n’a plus personne",
    ),
    "succession.countback": Words(
        "the ballots of the election, counted back, fill {post}",
        "no ballots to count back, or nobody stands",
        "le recomptage des bulletins de l’élection pourvoit {post}",
        "pas de bulletins à recompter, ou personne ne se présente",
    ),
    "succession.substitute": Words(
        "the substitute takes {post}",
        "no substitute is left",
        "le suppléant prend {post}",
        "aucun suppléant ne reste",
    ),
    "succession.deputy": Words(
        "the deputy takes {post}",
        "no deputy is left",
        "l’adjoint prend {post}",
        "aucun adjoint ne reste",
    ),
    "succession.sender": Words(
        "the sender sends somebody to {post}",
        "",
        "l’instance délègue quelqu’un à {post}",
        "",
    ),
    "succession.co-option": Words(
        "somebody is co-opted to {post}",
        "",
        "quelqu’un est coopté à {post}",
        "",
    ),
    "succession.appointment": Words(
        "somebody is appointed to {post}",
        "",
        "quelqu’un est nommé à {post}",
        "",
    ),
    "succession.by-election": Words(
        "a by-election is called for {post}",
        "",
        "une élection partielle est convoquée pour {post}",
        "",
    ),
    "succession.vacant": Words(
        "{post} stays vacant",
        "",
        "{post} reste vacant",
        "",
    ),
}

EFFECTS: Mapping[type[Effect], tuple[str, str]] = {
    effects.PostsCreated: (
        "{count} more in {line} of {body} for {sender}",
        "{count} siège(s) de plus à {line} de {body} pour {sender}",
    ),
    effects.ExOfficioCreated: (
        "the seat {post} goes with {source}",
        "le siège {post} va avec {source}",
    ),
    effects.SeatsApportioned: (
        "the seats of {line} in {body} are shared out: {seats}",
        "les sièges de {line} à {body} sont répartis : {seats}",
    ),
    effects.PostAbolished: (
        "the post {post} is abolished",
        "le siège {post} est supprimé",
    ),
    effects.CapacityChanged: (
        "the holder of {post} is {capacity} from now on (acting: {acting})",
        "le titulaire de {post} est désormais {capacity} (intérim : {acting})",
    ),
    effects.SeatProposed: (
        "a proposal for a seat waits for {by}",
        "une proposition pour un siège attend {by}",
    ),
    effects.ProposalEnded: (
        "the proposal of {person} for {post} has ended: {how}",
        "la proposition de {person} pour {post} a pris fin : {how}",
    ),
    effects.StoodIn: (
        "{person} sits for the holder of {post} in {meeting}",
        "{person} siège pour le titulaire de {post} à {meeting}",
    ),
    effects.StoodDown: (
        "{person} does not sit for the holder of {post} any more",
        "{person} ne siège plus pour le titulaire de {post}",
    ),
    effects.VacancyAwaits: (
        "the seat {post} waits for: {by}",
        "le siège {post} attend : {by}",
    ),
}
