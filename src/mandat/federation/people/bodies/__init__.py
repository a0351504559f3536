"""Bodies: founded, merged, dissolved."""
