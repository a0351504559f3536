"""The texts of the demonstration and its report, by the keys that the report asks for."""

from __future__ import annotations

from collections.abc import Mapping

from mandat.language import Message, msg

TEXTS: Mapping[str, Message] = {
    "step_enrol": msg("Wards founded, members enrolled"),
    "step_count": msg("Ballots counted by Scottish STV"),
    "step_congress": msg("Caucuses, bureau, audit committee"),
    "step_recall": msg("Confidence withdrawn, act by act"),
    "step_verify": msg("Record verified from disk"),
    "step_tamper": msg("Copy with one byte changed verified"),
    "step_report": msg("Report written"),
    "title": msg("A federation, from ballots to recall"),
    "lead": msg(
        "{wards} real Scottish wards with {ballots} real ballots become the base assemblies of a "
        "federation. Their delegates are elected, meet, fill a bureau and a committee; one of "
        "them is recalled by the ward; one oversteps and is refused. Every step is a signed act "
        "on a record that anyone can check."
    ),
    "honest": msg(
        "Real: the wards, the ballots, the elected. Scripted for this demonstration: the "
        "federation itself, its calendar, the caucuses’ lists, who votes for which list, and the "
        "recall. It says nothing about the people named."
    ),
    "tile_wards": msg("wards, each an assembly"),
    "tile_ballots": msg("members, one for each ballot"),
    "tile_delegates": msg("delegates as officially declared"),
    "tile_acts": msg("signed acts, {refused} of them refused"),
    "of": msg("{some} of {all}"),
    "story_title": msg("What happened"),
    "story_1": msg(
        "Each ward elected its delegates by the single transferable vote, the rule of Scottish "
        "councils: {same} of {all} are those whom the councils declared."
    ),
    "story_2": msg(
        "The delegates formed {caucuses} caucuses and met as a congress. They elected a bureau "
        "of {bureau} in proportion to the caucuses ({shares}), and an audit committee of "
        "{committee}."
    ),
    "story_3": msg(
        "In {ward}, {withdrawn} of {electors} electors withdrew confidence from {person} "
        "({party}). The act that passed one half vacated the seat and gave it to {successor} "
        "({other}), by the ballots of the same election."
    ),
    "story_3_filled": msg("The seat in the bureau fell with it, and {taken} took it: {why}."),
    "story_3_vacant": msg("The seat in the bureau fell with it."),
    "story_4": msg(
        "{person} tried to sign an agreement in the name of the federation. Only the bureau may, "
        "by a decision: refused, with the reason, and kept on the record."
    ),
    "story_5": msg(
        "The whole record was verified from disk: {entries} entries, every signature and every "
        "ruling. A copy with one byte changed failed at the very entry that was changed."
    ),
    "stv_title": msg("Never heard of STV?"),
    "stv": msg(
        "With the single transferable vote you number the candidates in the order you like them. "
        "Whoever reaches the quota is elected; what they have beyond it passes on to your next "
        "choice. If nobody reaches it, the last one is excluded and those papers pass on. So "
        "several people represent a ward, and hardly a vote is lost. The same papers can say "
        "later who comes next if a seat falls vacant: that is the countback."
    ),
    "tree_title": msg("Who sends whom"),
    "tree_text": msg(
        "A mandate goes upwards by election; at any moment it can be taken back from below. Each "
        "square is a ward with the number of delegates it sends; the one with the ring has "
        "recalled a delegate."
    ),
    "tree_bureau": msg("Bureau"),
    "tree_committee": msg("Audit committee"),
    "tree_congress": msg("Congress of delegates"),
    "tree_wards": msg("{count} ward assemblies"),
    "tree_seats": msg("{count} seats"),
    "tree_congress_text": msg("{count} delegates, {caucuses} caucuses"),
    "tree_members": msg("{count} members"),
    "tree_link_bureau": msg("in proportion"),
    "tree_link_bureau_2": msg("to caucuses"),
    "tree_link_committee": msg("by approval"),
    "tree_link_committee_2": msg("(secret vote)"),
    "tree_link_wards": msg("elected by STV;"),
    "tree_link_wards_2": msg("recalled at any moment"),
    "wards_title": msg("The wards and their delegates"),
    "ward": msg("Ward"),
    "ballots": msg("Ballots"),
    "elected": msg("Elected, in order"),
    "declared": msg("As declared"),
    "congress_title": msg("The congress"),
    "congress_text": msg(
        "Delegates of one party sit together as a caucus. Each circle is a delegate; the letters "
        "name the caucus."
    ),
    "cap_before": msg("before"),
    "cap_after": msg("after"),
    "caption_before": msg("before the recall"),
    "caption_after": msg("after the recall"),
    "congress_picture": msg("Seats of the congress by caucus, {when}"),
    "marked": msg("The ring marks the seat that changed hands."),
    "bureau_title": msg("The bureau: proportion, or winner takes all"),
    "bureau_text": msg(
        "The {seats} seats go to the largest averages (D’Hondt): the votes of each list divided "
        "by 1, 2, 3 …; the {seats} largest numbers win a seat each. One word of the bylaws makes "
        "it winner takes all; here are both results from the very same ballots."
    ),
    "bureau_proportional": msg("in proportion"),
    "bureau_majority": msg("winner takes all"),
    "bureau_picture": msg("Seats of the bureau by caucus: {when}"),
    "list": msg("List"),
    "votes": msg("Votes"),
    "seats": msg("Seats"),
    "divided": msg("÷ {n}"),
    "dhondt_note": msg("● wins a seat"),
    "bylaws_line": msg("The line of the bylaws (article 4.3), and the word that would change"),
    "members": msg("Members of the bureau"),
    "seat": msg("Seat"),
    "before": msg("Before"),
    "after": msg("After"),
    "unchanged": msg("unchanged"),
    "committee_title": msg("Audit committee"),
    "committee_text": msg(
        "Seven people who sit in the congress and not in the bureau, elected in a secret vote by "
        "approval: each delegate may name as many candidates as they like."
    ),
    "approvals": msg("Approvals"),
    "recall_title": msg("The recall"),
    "recall_text": msg(
        "Article 3.1: a delegate is recalled when more than half of the electors of the seat "
        "have withdrawn confidence. {withdrawn} members of {ward} did so, each by a signed act "
        "of their own. What each act says is sealed; the total is public. No petition, no date, "
        "no commission: the act that passes the threshold is the recall."
    ),
    "chart": msg("Withdrawals of confidence over time"),
    "chart_threshold": msg("more than half of {electors} electors"),
    "chart_end": msg("recalled: {withdrawn}"),
    "ruling_title": msg("The ruling on entry {entry}"),
    "grounds": msg("Grounds"),
    "effects": msg("Effects, in the same instant"),
    "article": msg("article {article}"),
    "language_rule": msg("built-in rule"),
    "seat_ward": msg("Congress, seat {number} of {ward}"),
    "seat_body": msg("{body}, seat {number}"),
    "effect_vacated": msg("{seat}: {person} leaves ({why})"),
    "effect_filled": msg("{seat}: {person} takes it ({why})"),
    "why_recall": msg("recalled"),
    "why_keeps": msg("no longer meets what the seat hangs on"),
    "why_countback": msg("by the ballots of the election, counted back"),
    "why_next-on-list": msg("next on the list"),
    "why_next-by-votes": msg("next by votes"),
    "sealed_title": msg("What the public record holds of this act"),
    "sealed_text": msg(
        "Only a salted fingerprint of its content, signed by its author (whose number this page "
        "blackens). The total is public, an opinion is not."
    ),
    "count_title": msg("How {ward} elected, and who came next"),
    "count_text": msg(
        "First the count of the election with its stages. Then the countback: the same papers "
        "counted again without {person}; those who still sit keep their seats."
    ),
    "count_election": msg("The election: {seats} seats, quota {quota}"),
    "count_back": msg("The countback: one seat"),
    "candidate": msg("Candidate"),
    "stage": msg("Stage {n}"),
    "stage_note": msg("Bold with ●: elected at that stage. ×: excluded after it."),
    "exhausted": msg("Non-transferable"),
    "refused_title": msg("The act that was refused"),
    "refused_text": msg(
        "{person}, delegate of {ward}, signs an agreement in the name of the federation. The "
        "signature is genuine, the act is not within the delegate’s rights."
    ),
    "refused_stamp": msg("Refused"),
    "refused_remedy": msg("What would make it admissible:"),
    "refused_rule": msg("The rule, as it stands in the bylaws:"),
    "refused_kept": msg("It stays on the record as entry {entry}, with its signature:"),
    "timeline_title": msg("The record over time"),
    "timeline_text": msg(
        "Each mark is a stretch of the record; the larger, the more acts. The calendar is "
        "scripted: six weeks were played in seconds."
    ),
    "timeline_when": msg("When (UTC)"),
    "timeline_what": msg("What"),
    "timeline_entry": msg("From entry"),
    "timeline_acts": msg("Acts"),
    "mark_found": msg("The federation is founded: its bylaws come into force"),
    "mark_enrol": msg("Wards founded, members enrolled by list"),
    "mark_call": msg("Elections called, candidates nominated, rolls frozen"),
    "mark_count": msg("Two tellers of each ward enter its ballots; delegates take their seats"),
    "mark_caucuses": msg("Caucuses formed, each signed by all its members"),
    "mark_meet": msg("The congress meets"),
    "mark_bureau": msg("Bureau elected, openly"),
    "mark_committee": msg("Audit committee elected, secretly"),
    "mark_recall": msg("Members of a ward withdraw confidence until the recall bites"),
    "mark_join": msg("The successor joins a caucus"),
    "mark_refused": msg("A delegate oversteps: refused, and kept"),
    "check_title": msg("Is it true?"),
    "check_text": msg(
        "The record was read again from disk and replayed without trusting whoever kept it: "
        "every signature, the order, the fingerprints, every ruling judged anew, every count "
        "counted anew."
    ),
    "check_good": msg(
        "Verified: {entries} entries, {acts} acts ({admitted} admitted, {refused} refused and "
        "kept), in {seconds} seconds."
    ),
    "check_root": msg("Fingerprint of the whole record"),
    "check_bad": msg(
        "A copy with one byte changed (entry {entry}, byte {byte}: “{before}” became “{after}”) "
        "failed at entry {found}."
    ),
    "check_problem": msg("What the verification said:"),
    "self_title": msg("Check it yourself"),
    "self_text": msg("The record lies beside this page. In a terminal, where the program is installed:"),
    "self_verify": msg("replay the whole record"),
    "self_bad": msg("the copy with one byte changed: fails, with exit code 1"),
    "self_why": msg("why the recall took effect, with its numbers"),
    "self_refused": msg("why the act was refused"),
    "self_show": msg("who sits in the bureau"),
    "self_log": msg("the last entries"),
    "people_title": msg("Who is who"),
    "people_text": msg(
        "On the record everybody is a number. Candidates stood in public, so this page may name "
        "them; nobody else is named anywhere."
    ),
    "sources": msg(
        "Sources: ballots compiled by David McCune (mggg/scot-elex) from publications of the "
        "councils; official results of 2017 from gerrymulvenna/council17 and of 2022 from "
        "ranked-vote/stv.vote, both CC BY-SA 4.0 (@gerrymulvenna, Democracy Club candidate data, "
        "Andrew Teale for the Borders 2017). The bylaws, the federation and its story are this "
        "program’s."
    ),
    "transfers": msg("Where the votes went (diagram)"),
    "sum_head": msg(
        "A federation of {wards} Scottish wards, {ballots} members, {delegates} delegates, run "
        "in {seconds} s."
    ),
    "sum_elected": msg(
        "Elected by Scottish STV from the real ballots: {same} of {all} as officially declared."
    ),
    "sum_bureau": msg(
        "Bureau in proportion to the caucuses: {shares}. With one word of the bylaws changed, "
        "winner takes all: {other}."
    ),
    "sum_recall": msg(
        "Recalled: {person} ({party}) by {withdrawn} of {electors} electors of {ward}; "
        "{successor} ({other}) follows by countback. Bureau seat: {left} → {taken}."
    ),
    "sum_refused": msg(
        "Refused and kept on the record (entry {entry}): {person} signs an agreement. Article "
        "{article}: {reason}."
    ),
    "sum_verified": msg(
        "Record verified: {entries} entries, {acts} signed acts. A copy with one byte changed "
        "fails at entry {found}, the one changed."
    ),
    "sum_report": msg("Report: {path}"),
}
