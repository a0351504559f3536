"""The thirty hardest sentences, before and after, in three languages: plural, gender, elision, case, lists, other sentences."""

from __future__ import annotations

from mandat.language import Day, Kind, Listed, Moment, Named, Quoted, Sentence, msg, plural

HALF = msg("half")
TWO_THIRDS = msg("two thirds")
CONCERNED = msg("the members concerned")
CAST = msg("the votes cast")
VOTE = msg("vote")
VACANT = msg("the seat is vacant")
MEMBERS_OF = msg("the members")
MEMBERS = plural("{n} member", "{n} members", "n")(n=1200)
SEATS = plural("{n} delegate", "{n} delegates", "n")(n=3)
YES_OF = plural("{yes} of {n} voted for it", "{yes} of {n} voted for it", "n")(yes=11, n=18)
DEAL = msg("the agreement “{title}”")(title="Wages")

Row = tuple[tuple[str, str], Sentence]
ROWS: tuple[Row, ...] = (
    (
        (
            "the petition has enough signatures (11): motion-4 is put to the vote",
            "p-3 a assez de signatures (11) : motion-4 est mise aux voix",
        ),
        plural(
            "{n} person has signed, which is enough: {motion} is put to the vote",
            "{n} people have signed, which is enough: {motion} is put to the vote",
            "n",
        )(n=11, motion=Quoted("Recall")),
    ),
    (
        ("m-7 is known on the record: not so", "m-7 est au registre : ce n’est pas le cas"),
        msg("{person} does not stand on the record")(person=Named(Kind.PERSON, "m-7")),
    ),
    (
        (
            "{yes} = 11; {no} = 7; yes > no; it takes 0 more, all else staying as it is",
            "il en faut 2 de plus, toutes choses égales d’ailleurs",
        ),
        plural("{n} more vote in favour is needed", "{n} more votes in favour are needed", "n")(n=2),
    ),
    (
        ("m-7 is removed from depot:steward:1 by recall", "m-7 est révoqué de depot:steward:1"),
        msg("{person} was recalled as {post}: {count}")(
            person=Named(Kind.PERSON, "m-7"), post="steward of Depot", count=YES_OF
        ),
    ),
    (
        ("yes = 11, electors = 18", "yes = 11, electors = 18"),
        plural("{yes} of {n} voted for it", "{yes} of {n} voted for it", "n")(yes=11, n=18),
    ),
    (
        (
            "signatures under p-3 count no more: m-7, m-9 (left)",
            "des signatures de p-3 ne comptent plus : m-7, m-9 (left)",
        ),
        plural(
            "the signature of {people} no longer counts", "the signatures of {people} no longer count", "n"
        )(n=2, people=Listed((Named(Kind.PERSON, "m-7"), Named(Kind.PERSON, "m-9")))),
    ),
    (
        (
            "m-7 may not take a seat of steward again until 2027-03-31T22:00:00Z",
            "m-7 ne peut reprendre un siège de steward avant le 2027-03-31T22:00:00Z",
        ),
        msg("{person} cannot hold this seat again before {until}")(
            person=Named(Kind.PERSON, "m-7"), until=Day(1806530400)
        ),
    ),
    (
        (
            "at least half of the members concerned vote",
            "la moitié au moins des intéressés participent au vote",
        ),
        msg("at least {share} of {whole} {verb}")(share=HALF, whole=CONCERNED, verb=VOTE),
    ),
    (
        ("more than two thirds of those cast", "plus de deux tiers des exprimés"),
        msg("more than {share} of {whole}")(share=TWO_THIRDS, whole=CAST),
    ),
    (
        ("it is not so that the seat is vacant", "il n'est pas vrai que le siège est vacant"),
        msg("unless {condition}")(condition=VACANT),
    ),
    (
        ("the body section/depot is opened for p-3", "section/depot est ouvert pour p-3"),
        msg("{body} meets as the jury of {petition}")(
            body=Named(Kind.BODY, "section/depot"), petition=Quoted("Depot")
        ),
    ),
    (
        (
            "{person} stays as caretaker of depot:steward:1 until a successor sits",
            "m-7 expédie les affaires courantes de depot:steward:1 jusqu’au successeur",
        ),
        msg("{person} stays in charge of current business as {post} until a successor takes over")(
            person=Named(Kind.PERSON, "m-7"), post="steward of Depot"
        ),
    ),
    (
        ("3 posts are vacant", "3 sièges sont vacants"),
        plural("{n} seat is vacant", "{n} seats are vacant", "n")(n=3),
    ),
    (
        (
            "the author presides over the vote on motion-4: chair, clerk: not so",
            "l’auteur préside au vote sur motion-4 : chair, clerk : ce n’est pas le cas",
        ),
        msg("only {officers} can open the vote on {motion}")(
            officers=Listed(("Anne", "Ida"), "or"), motion=Quoted("Wages 2027")
        ),
    ),
    (
        (
            "the notice is over (closes 2026-05-07T22:00:00Z): not so",
            "le préavis est écoulé : ce n’est pas le cas",
        ),
        msg("the notice of the meeting runs until {until}")(until=Moment(1778191200)),
    ),
    (
        ("section/depot has 120 members: 3 seats", "section/depot a 120 membres : 3 sièges"),
        msg("{body} has {members}, so it sends {seats}")(
            body=Named(Kind.BODY, "section/depot"), members=MEMBERS, seats=SEATS
        ),
    ),
    (("members", "membres"), plural("{n} member", "{n} members", "n")(n=1200)),
    (("delegates", "délégués"), plural("{n} delegate", "{n} delegates", "n")(n=3)),
    (
        (
            "the same recall of depot:steward:1 is not barred: not so",
            "la même révocation de depot:steward:1 n’est pas bloquée : ce n’est pas le cas",
        ),
        msg("after the failed recall, {body} must wait until {until} before it tries again")(
            body=Named(Kind.BODY, "section/depot"), until=Day(1806530400)
        ),
    ),
    (
        (
            "fr: l'expéditeur peut conseiller",
            "l'expéditeur peut conseiller les titulaires ; le conseil ne lie pas",
        ),
        msg("{sender} can advise its delegates, but not bind them")(sender=Named(Kind.BODY, "section/depot")),
    ),
    (
        ("m-7 votes for m-9 by proxy: admitted", "m-7 vote pour m-9 par procuration"),
        msg("{holder} votes for {people}")(
            holder=Named(Kind.PERSON, "m-7"), people=Listed((Named(Kind.PERSON, "m-9"), "Hans"))
        ),
    ),
    (
        ("candidates: m-7, m-9, m-7, m-9 …", "candidats : m-7, m-9, m-7, m-9 …"),
        msg("{people} are tied: draw a lot")(
            people=Listed(
                (Named(Kind.PERSON, "m-7"), Named(Kind.PERSON, "m-9"), "Hans", "Léa", "Ida"), most=3
            )
        ),
    ),
    (
        ("the agreement is terminated by depot (notice P3M)", "l’accord est dénoncé par depot (préavis P3M)"),
        msg("{body} ends {agreement} with effect from {day}")(
            body=Named(Kind.BODY, "section/depot"), agreement=DEAL, day=Day(1806530400)
        ),
    ),
    (("the agreement", "l’accord"), msg("the agreement “{title}”")(title="Wages")),
    (
        ("signed by the holders of the agreement", "signé par les parties de l’accord"),
        msg("the parties of {agreement} have signed")(agreement=DEAL),
    ),
    (
        ("no decision asks for a quorum; closed (no-quorum)", "clos (no-quorum)"),
        plural(
            "there was no quorum: {n} was present, {needed} are needed",
            "there was no quorum: {n} were present, {needed} are needed",
            "n",
        )(n=7, needed=9),
    ),
    (
        ("the vacancy is filled: next-by-votes", "la vacance est pourvue : next-by-votes"),
        msg("{person} takes the seat as the next by votes")(person=Named(Kind.PERSON, "m-7")),
    ),
    (
        (
            "tie at stage 3: Anne, Bea were equal; Anne was chosen by lot (rule 49)",
            "Étape 3 : égalité entre Anne, Bea ; choix de Anne par le sort (rule 49)",
        ),
        msg("Stage {stage}: {tied} were equal; {chosen} was chosen by lot.")(
            stage=3, tied=Listed(("Anne", "Bea")), chosen="Anne"
        ),
    ),
    (
        ("for every instance « section »", "la somme pour chaque section de (membres)"),
        msg("{whole}, added up over every {group}")(whole=MEMBERS_OF, group="section"),
    ),
    (
        ("the bylaws ask that the deed is delegable: no", "les statuts : non"),
        msg("{agreement:capital} needs the signature of {body}")(
            agreement=DEAL, body=Named(Kind.BODY, "section/depot")
        ),
    ),
)
"""Each with the English and French of before."""
