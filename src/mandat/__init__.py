"""Mandat runs a federation of councils from its bylaws.

The folders are the architecture, and imports run downwards only::

    web, cli  →  service, exchange, study  →  record  →  federation  →  bylaws, counting
"""

__version__ = "0.1.0"
