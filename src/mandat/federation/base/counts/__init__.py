"""The named counts of the language, computed from the state for the subject of a rule.

``supply`` holds the one table that says which function gives which count; ``subject`` what a rule speaks about.
"""
