"""The sections of the report: each turns the story into what the template shows."""
