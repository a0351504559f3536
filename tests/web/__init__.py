"""The web: pages, words, screenshots."""
