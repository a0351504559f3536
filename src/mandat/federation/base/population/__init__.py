"""Who belongs: pools of constituencies and electorates."""
