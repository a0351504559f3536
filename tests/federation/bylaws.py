"""Bylaws for the tests, as small as they can be."""

RAIL = """
mandat = 1
id = "rail"
title = { en = "Rail Federation", fr = "Fédération du rail" }
time_zone = "Europe/Paris"

[body.section]
type = "assembly"
many = true
part_of = "region"

[body.region]
type = "council"
many = true

[body.region.seats.delegates]
article = "4.2"
from = "section"
number = "ceil(entitled / 10)"
elect = { method = "stv-scottish", ballot = "secret" }
term = "P2Y"
succession = ["countback", { by = "by-election", within = "P30D" }]
instructions = "binding"

[body.congress]
type = "congress"

[body.congress.seats.delegates]
article = "5.1"
from = "region"
number = 1
elect = { method = "fptp", ballot = "secret" }
keeps = "seated(sender)"
succession = ["next-by-votes"]

[recall.delegates]
article = "4.6"
of = ["region.delegates"]
by = "sender"
confidence = "withdrawn > 1/2 * electors"

[decision.majority]
article = "7.1"
quorum = "present >= 1/2 * filled"
carried = "yes > no"

[power."agreement.sign"]
article = "12.1"
holder = "congress"
delegable = false
decision = "majority"

[power."rules.interpret"]
article = "21"
holder = "congress"
decision = "majority"
"""
