"""Step one: the federation is founded, its wards with all their members, and the delegates are elected."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from mandat.demo.lots import draw_lots
from mandat.demo.office import DAY, REGISTRAR, Office, blob
from mandat.demo.wards import Ward, bylaws_text
from mandat.federation.base.types import PersonId
from mandat.service.founding import found

Report = Callable[[int, int], None]
"""Called with how many are done, and of how many."""
HOUR = 3_600


def found_federation(office: Office) -> None:
    """Put the bylaws in force; the registrar signs."""
    with office.milestone("found"):
        office.note(found(office.writer, bylaws_text(), REGISTRAR, office.key(REGISTRAR)))


def enrol_wards(office: Office, wards: Sequence[Ward], with_keys: Ward, report: Report) -> None:
    """Found each ward, tell how many delegates it sends, and enrol its members by one act that names their list.

    Keys are bound only for those who will sign: tellers, candidates, and all members of ``with_keys``.
    """
    with office.milestone("enrol"):
        for done, ward in enumerate(wards):
            report(done, len(wards))
            signers = set(ward.members if ward is with_keys else (*ward.candidates, *ward.tellers))
            enrolled = blob(_list(office, ward, signers))
            office.submit(
                office.write([REGISTRAR], "body.found", body=ward.body, title=ward.title),
                office.write([REGISTRAR], "fact.tell", fact="ward-places", of=ward.body, value=ward.seats),
                office.write(
                    [REGISTRAR], "member.import", [enrolled], list=enrolled.name, count=len(ward.members)
                ),
            )
            office.clock.wait(HOUR // 2)
    report(len(wards), len(wards))


def _list(office: Office, ward: Ward, signers: set[PersonId]) -> bytes:
    lines = (
        f"{person},{ward.body},{office.key(person).public_text}"
        if person in signers
        else f"{person},{ward.body}"
        for person in ward.members
    )
    return "\n".join(lines).encode()


def call_elections(office: Office, wards: Sequence[Ward]) -> None:
    """Call the election of each ward, enter the nomination papers, and open the voting: the rolls are frozen."""
    office.clock.wait(DAY)
    with office.milestone("call"):
        for ward in wards:
            teller, fields = [ward.tellers[0]], {"election": ward.election}
            called = {"line": "congress.delegates", "sender": ward.body, "tellers": ward.tellers}
            office.submit(
                office.write([REGISTRAR], "election.call", **fields, **called),
                office.write(teller, "candidate.nominate", **fields, candidates=ward.candidates),
                office.write(teller, "election.open", **fields),
            )


def count_wards(office: Office, wards: Sequence[Ward], report: Report) -> None:
    """Two tellers of each ward enter its ballots, the very file of the council; the engine counts and seats."""
    office.clock.wait(14 * DAY)
    with office.milestone("count"):
        for done, ward in enumerate(wards):
            report(done, len(wards))
            papers = blob(ward.papers)
            fields = {"election": ward.election, "ballots": papers.name}
            office.submit(office.write(ward.tellers, "count.enter", [papers], **fields))
            draw_lots(office, REGISTRAR)
            office.clock.wait(HOUR // 2)
    report(len(wards), len(wards))


def elected(office: Office, ward: Ward) -> tuple[PersonId, ...]:
    """Return the delegates whom the engine seated for a ward, in order of election."""
    outcome = office.state.elections.all[ward.election].outcome
    return () if outcome is None else outcome.elected
