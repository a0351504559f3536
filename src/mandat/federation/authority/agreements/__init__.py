"""Agreements: parties, versions, signatures, ratification, entry into force, leaving."""
