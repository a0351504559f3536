"""Words for rulings, made from their data, in English and French."""
