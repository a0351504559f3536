"""Members: people join assemblies, move, leave."""
