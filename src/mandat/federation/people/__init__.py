"""Who is there: members, their keys, the bodies they form, facts about them."""
