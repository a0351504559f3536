"""Whether the program agrees with theory: every closed form of ``exact`` beside what the study's own machinery gives."""
