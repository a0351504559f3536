"""A federation under its rules, step by step: opinions move, terms end, confidence is lost, seats are filled."""
