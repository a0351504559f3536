"""Keys: which device signs for whom, from an entry on and until revoked."""
