"""The pages, one module per subject; each takes data from a view and gives it to a template."""

from mandat.web.pages import counting, elections, federation, mine, office, record

HANDLERS = [
    *federation.HANDLERS,
    *elections.HANDLERS,
    *record.HANDLERS,
    *mine.HANDLERS,
    *office.HANDLERS,
    *counting.HANDLERS,
]
