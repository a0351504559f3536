"""The language means what it says: whatever loads can be asked, and whoever asks hears what the engine rules."""
