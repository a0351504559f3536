"""What offices may and must: powers, checks, agreements, duties, questions."""
