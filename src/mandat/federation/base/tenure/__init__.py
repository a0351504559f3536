"""Taking and leaving a seat: what every room may set off, and what must stay true of who sits."""
