"""Posts: how many there are, who holds them, how they fall vacant and are filled again."""
