"""The single transferable vote: one module for each rule, named after it; what they share is in
`proceedings`."""
