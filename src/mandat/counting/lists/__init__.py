"""List elections: papers name lists, seats go to lists. Each rule is a module named after it."""
