"""Loaded bylaws told to people: rules in sentences, articles, the tree of bodies, answers, what has changed."""
