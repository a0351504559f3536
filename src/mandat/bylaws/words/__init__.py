"""Words that several parts of the language share: of faults, of bodies and successions, of numbers."""
