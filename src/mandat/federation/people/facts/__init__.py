"""Facts: what is told, not computed."""
