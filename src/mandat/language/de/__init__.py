"""German: catalogues, glossary and grammar."""
