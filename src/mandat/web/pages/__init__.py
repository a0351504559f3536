"""The pages, one module per subject; each takes data from a view and gives it to a template."""

from mandat.web.pages import federation

HANDLERS = [*federation.HANDLERS]
