"""Participatory budgets: candidates are projects that cost something. Each rule is a module named after it."""
