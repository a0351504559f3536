"""English: the glossary. Its sentences stand in the code."""
