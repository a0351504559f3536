"""The language of bylaws files, from the ground up; each folder uses only those before it.

``values`` durations, exact numbers, places in a text · ``words`` what several folders say alike · ``expression`` the exact
conditions and numbers inside a file · ``model`` what a file says once it is read · ``tables`` which keys there are ·
``reading`` a text becomes a model, or errors that name line, key and remedy · ``findings`` what is wrong with the rules ·
``telling`` the rules in sentences, articles, trees and answers; ``schema`` for editors. ``templates`` and ``rulebooks`` are
files to start from.
"""
