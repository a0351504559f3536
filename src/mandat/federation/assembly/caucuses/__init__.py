"""Caucuses: groups of delegates inside a council."""
