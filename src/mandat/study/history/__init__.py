"""Real cases with numbers, rerunnable: ``mandat study --case NAME``. The sources stand beside the numbers."""
