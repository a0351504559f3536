"""Pages, API and live updates: a follower that shows, and a door to the pen. Nothing is decided here."""
