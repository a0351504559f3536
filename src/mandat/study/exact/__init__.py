"""Closed forms that a study can be tested against. What is a count or a ratio of counts is an exact fraction."""
