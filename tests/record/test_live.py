"""A record that a server writes on while it is checked is no wrong record."""

from __future__ import annotations

from mandat.record.audit import audit
from mandat.record.verify import verify
from tests.service.conftest import ORIGIN, Office


def test_what_is_appended_during_a_check_is_left_to_the_next() -> None:
    office = Office()
    office.election()
    size = office.writer.fold.size

    def write_on(done: int) -> None:
        if done < size:
            office.ok("registrar", "member.enrol", person=f"late-{done}", body="section/lyon")

    assert verify(office.store, ORIGIN, office.log.verifier, office.server.verifier, write_on).entries == size
    assert office.writer.fold.size > size
    size = office.writer.fold.size
    assert audit(office.store, ORIGIN, office.log.verifier, office.server.verifier).entries == size
