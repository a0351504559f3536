"""The bylaws language: one readable TOML file says what the bodies are, who sends whom, who may do what.

``model`` holds what a file says once it is read, ``expression`` the exact conditions and numbers inside it,
``loader`` reads a file with errors that name line, key and remedy, ``checks`` finds what is wrong with the rules.
"""
