"""Questions that the bylaws leave open, and the readings given."""
