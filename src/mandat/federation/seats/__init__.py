"""Who sits: posts, elections, limits of composition, confidence, recall."""
