"""French: catalogues, glossary and grammar."""
