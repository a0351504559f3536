"""What a study says: words for members, tables for programs, pictures."""
