"""Exchange: files that come from and go to other programs."""
