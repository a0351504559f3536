"""The trial on which decision 0095 rests."""
