"""The pure core: acts, rulings, state, and one room per subject.

``decide(state, submission, at, inputs) -> Ruling`` and ``apply(state, effects) -> State`` do no I/O, read no clock and draw
no lots; whatever they need is an argument and stands in the record, so that a replay gives the same rulings.
"""
