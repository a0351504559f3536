"""The command line: ``mandat``. ``app`` holds all commands, the other modules one subject each."""
