"""Ties that a rule leaves to a lot: the demonstration draws by the order of the names, and says so on the record."""

from __future__ import annotations

from mandat.demo.office import Office
from mandat.federation.base.lookup import values_of


def draw_lots(office: Office, teller: str) -> int:
    """Settle every tie that waits; return how many there were. ``teller`` signs."""
    drawn = 0
    while waiting := [q for q in values_of(office.state.law.questions) if q.key == "lot"]:
        question = waiting[0]
        source = "demonstration: the first of the names in their order, in place of a lot"
        fields = {"question": question.id, "chosen": min(question.readings), "source": source}
        office.submit(office.write([teller], "lot.draw", **fields))
        drawn += 1
    return drawn
