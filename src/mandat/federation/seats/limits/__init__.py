"""Limits: who may sit together, and which posts one person may not hold together."""
