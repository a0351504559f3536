"""Agenda: what falls due, and when."""
