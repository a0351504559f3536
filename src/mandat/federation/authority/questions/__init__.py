"""Questions to delegates, and their answers."""
