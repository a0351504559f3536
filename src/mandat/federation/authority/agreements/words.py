"""The words of this room's requirements and effects."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.federation.authority.agreements import effects
from mandat.federation.base.rulings import Effect
from mandat.federation.base.words import Words

REQUIREMENTS: Mapping[str, Words] = {
    "agreement.id": Words(
        "the id of the agreement, {id}, has no spaces",
        "choose another id",
        "l’identifiant de l’accord, {id}, n’a pas d’espaces",
        "choisir un autre identifiant",
    ),
    "agreement.kind": Words(
        "the bylaws name the kind of agreement {kind}",
        "name one of theirs (mandat check)",
        "les statuts nomment le type d’accord {kind}",
        "en nommer un des leurs (mandat check)",
    ),
    "agreement.parties": Words(
        "there are at least two parties, each named once: {parties}",
        "name them all",
        "il y a au moins deux parties, nommées chacune une fois : {parties}",
        "les nommer toutes",
    ),
    "agreement.spokesman": Words(
        "{person} speaks for who may sign ({by}), for a party, or as a delegate",
        "let somebody of {by} enter it",
        "{person} parle pour qui peut signer ({by}), pour une partie, ou comme délégué",
        "le faire inscrire par quelqu’un de {by}",
    ),
    "agreement.known": Words(
        "the agreement {agreement} is known",
        "open it first",
        "l’accord {agreement} est connu",
        "l’ouvrir d’abord",
    ),
    "agreement.party": Words(
        "{party} is a party to {agreement}",
        "name one of its parties",
        "{party} est partie à {agreement}",
        "nommer une de ses parties",
    ),
    "agreement.unsigned": Words(
        "nobody has signed {agreement} yet",
        "{party} has: a signed text is changed by another agreement",
        "personne n’a encore signé {agreement}",
        "{party} l’a fait : un texte signé se change par un autre accord",
    ),
    "agreement.evidence": Words(
        "what shows it is given, for {agreement}",
        "add the letter or text received as evidence",
        "ce qui l’atteste est joint, pour {agreement}",
        "joindre la lettre ou le texte reçu dans evidence",
    ),
    "agreement.not-signed": Words(
        "{party} has not signed yet",
        "nothing to do: it has",
        "{party} n’a pas encore signé",
        "rien à faire : c’est signé",
    ),
    "agreement.exercise": Words(
        "the power {power} was exercised on it",
        "exercise it first, and name the entry",
        "le pouvoir {power} a été exercé à cet effet",
        "l’exercer d’abord, et nommer l’entrée",
    ),
    "agreement.power": Words(
        "it was the power {power}",
        "{used} does not sign agreements of this kind",
        "c’était le pouvoir {power}",
        "{used} ne signe pas les accords de ce type",
    ),
    "agreement.text": Words(
        "it was exercised on the version of {agreement} that stands",
        "exercise it on the last text",
        "il l’a été sur la version en vigueur de {agreement}",
        "l’exercer sur le dernier texte",
    ),
    "agreement.complete": Words(
        "what was done in entry {exercise} has all the consent it needs",
        "wait for it, or do it anew",
        "ce qui fut fait à l’entrée {exercise} a reçu tous les accords requis",
        "les attendre, ou le refaire",
    ),
    "agreement.for-party": Words(
        "entry {exercise} was done for {party}",
        "let {party} decide it",
        "l’entrée {exercise} a été faite pour {party}",
        "le faire décider par {party}",
    ),
    "agreement.not-ratified": Words(
        "{party} has not ratified yet",
        "nothing to do: it has",
        "{party} n’a pas encore ratifié",
        "rien à faire : c’est ratifié",
    ),
    "agreement.needs": Words(
        "{agreement} needs ratifying",
        "nothing to do: signatures suffice",
        "{agreement} doit être ratifié",
        "rien à faire : les signatures suffisent",
    ),
    "agreement.signed": Words(
        "{agreement} is signed",
        "sign it first",
        "{agreement} est signé",
        "le signer d’abord",
    ),
    "agreement.silence": Words(
        "{by} has ratified by its silence until {until}",
        "wait until then, or let {by} vote",
        "{by} a ratifié par son silence jusqu’au {until}",
        "attendre jusque-là, ou faire voter {by}",
    ),
    "agreement.in-time": Words(
        "{by} ratified in time: until {until}",
        "it came too late: sign anew",
        "{by} a ratifié à temps : jusqu’au {until}",
        "c’est trop tard : signer à nouveau",
    ),
    "agreement.ratifies": Words(
        "{by} has ratified {agreement} on this very text",
        "carry a motion about ratify {agreement} in {by}",
        "{by} a ratifié {agreement} sur ce texte même",
        "faire adopter par {by} une motion sur ratify {agreement}",
    ),
    "agreement.order": Words(
        "{by} ratified after those who come before",
        "vote on it again in {by}: {motion} came too early",
        "{by} a ratifié après ceux qui précèdent",
        "revoter devant {by} : {motion} est venue trop tôt",
    ),
    "agreement.all-parties": Words(
        "all parties have bound themselves to {agreement}",
        "",
        "toutes les parties se sont engagées à {agreement}",
        "",
    ),
    "agreement.may-leave": Words(
        "one may leave {agreement}",
        "the bylaws name no way to leave it",
        "on peut quitter {agreement}",
        "les statuts ne prévoient aucun retrait",
    ),
    "agreement.bound": Words(
        "{party} is bound",
        "nothing to leave",
        "{party} est lié",
        "rien à quitter",
    ),
    "agreement.no-notice": Words(
        "{party} has not given notice yet",
        "it has: wait for its end",
        "{party} n’a pas encore donné de préavis",
        "c’est fait : en attendre la fin",
    ),
    "agreement.window": Words(
        "the window for leaving is open",
        "it opens at {until}",
        "la période de retrait est ouverte",
        "elle s’ouvre le {until}",
    ),
    "agreement.leaves": Words(
        "{by} has decided to leave {agreement}",
        "carry a motion about leave {agreement} in {by}, and name it",
        "{by} a décidé de quitter {agreement}",
        "faire adopter par {by} une motion sur leave {agreement}, et la nommer",
    ),
}

EFFECTS: Mapping[type[Effect], tuple[str, str]] = {
    effects.AgreementOpened: (
        "{agreement} is on the record, between {parties}",
        "{agreement} est inscrit, entre {parties}",
    ),
    effects.AgreementRevised: (
        "another version of {agreement} stands: {text}",
        "une autre version de {agreement} vaut : {text}",
    ),
    effects.AgreementSigned: ("{party} has signed {agreement}", "{party} a signé {agreement}"),
    effects.AgreementRatified: ("{party} has ratified {agreement}", "{party} a ratifié {agreement}"),
    effects.ForceAgreed: (
        "what {agreement} asks for to enter into force has come to be",
        "ce que {agreement} exige pour entrer en vigueur est réuni",
    ),
    effects.PartyBound: ("{agreement} is in force for {party}", "{agreement} est en vigueur pour {party}"),
    effects.NoticeGiven: (
        "{party} gives notice of {agreement}, and leaves at {until}",
        "{party} dénonce {agreement}, et le quitte le {until}",
    ),
    effects.PartyLeft: ("{agreement} binds {party} no more", "{agreement} ne lie plus {party}"),
}
