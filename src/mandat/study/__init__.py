"""Studies of bylaws before they are adopted: how well, how fast, at what effort the bodies follow the members.

- ``exact/``: what theory gives in closed form. ``validation/`` tells whether the program agrees with it.
- ``opinions/``: how members' opinions move. ``gap/``: one seat against one opinion, in continuous values.
- ``plan/``: the rules of a bylaws file as arrays; ``simulation/`` runs them; ``measures/`` says what came out.

Opinions are floats; votes, seats and thresholds are whole numbers, compared exactly.
"""
